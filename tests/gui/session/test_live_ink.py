"""A raster that is kept up with equals one drawn from scratch, and tells what changed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.rasterizer import Raster, line_of
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke
from tests.gui.helpers import FOUR, drawing_of

# Quarters of a unit: finer than any pointer.
coordinates = st.integers(-160, 2400).map(lambda quarters: quarters / 4)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=6)
SIZE = (560.0, 560.0)


def follower(scale: float) -> InkFollower:
    return InkFollower(Raster.of_page(SIZE, scale))


def from_scratch(strokes: tuple[Stroke, ...], scale: float) -> np.ndarray:
    raster = Raster.of_page(SIZE, scale)
    for stroke in strokes:
        raster.add(stroke)
    return raster.ink


def live_of(line: list) -> LiveStroke:
    live = LiveStroke(36.0)
    for point in line:
        live.append(*point)
    return live


@given(line=points, scale=st.sampled_from([0.2, 0.5, 0.61]))
@hypothesis_settings(max_examples=60, deadline=None)
def test_growing_stroke(line: list, scale: float) -> None:
    ink, live, page = follower(scale), LiveStroke(36.0), Drawing()
    before = ink.raster.ink.copy()
    for point in line:
        live.append(*point)
        top, left, bottom, right = ink.follow(page, live)
        changed = np.argwhere(ink.raster.ink != before)
        if len(changed):  # all of it lies in the box that was told
            assert (changed >= (top, left)).all()
            assert (changed < (bottom, right)).all()
        before = ink.raster.ink.copy()
        assert np.array_equal(before, from_scratch((live.stroke(),), scale))
    ended = Drawing((live.stroke(),))
    ink.follow(ended, None)
    assert np.array_equal(ink.raster.ink, before)


def test_a_straight_segment_that_ends_before_it_was_followed() -> None:
    ink, live = follower(0.5), live_of([(100.0, 100.0), (400.0, 250.0)])
    ink.follow(Drawing(), live)
    live.append(100.0, 450.0, straight_from=1)
    ended = live.stroke()
    ink.follow(Drawing((ended,)), None)
    assert np.array_equal(ink.raster.ink, from_scratch((ended,), 0.5))


@given(lines=st.lists(points, min_size=1, max_size=4), kept=st.integers(0, 4))
@hypothesis_settings(max_examples=40, deadline=None)
def test_strokes_that_go_and_come(lines: list, kept: int) -> None:
    ink, drawing = follower(0.3), drawing_of(lines)
    fewer = Drawing(drawing.strokes[:kept])
    for shown in (drawing, fewer, drawing, Drawing(), Drawing(drawing.strokes[::-1])):
        ink.follow(shown, None)
        assert np.array_equal(ink.raster.ink, from_scratch(shown.strokes, 0.3))


def test_dropped_stroke_leaves_nothing() -> None:
    ink, drawing = follower(0.5), drawing_of(FOUR[:1])
    ink.follow(drawing, None)
    ink.follow(drawing, live_of(FOUR[1]))
    box = ink.follow(drawing, None)
    assert box == (0, 0, 280, 280)
    assert np.array_equal(ink.raster.ink, from_scratch(drawing.strokes, 0.5))


def test_another_stroke_begins_where_one_was_dropped() -> None:
    ink = follower(0.5)
    ink.follow(Drawing(), live_of(FOUR[0]))
    ink.follow(Drawing(), live_of(FOUR[1]))
    # The dropped one may only be gone after the page was followed without it.
    ink.follow(Drawing(), None)
    assert not ink.raster.ink.any()


def test_dropped_and_begun_anew_before_the_screen_looked() -> None:
    """Both happen between two paints: nothing of the dropped stroke may stay."""
    ink, second = follower(0.5), live_of(FOUR[1])
    ink.follow(Drawing(), live_of(FOUR[0]))
    ink.follow(Drawing(), second)
    assert np.array_equal(ink.raster.ink, from_scratch((second.stroke(),), 0.5))


def test_dropped_and_another_stroke_put_there() -> None:
    """Esc and redo at once: what is new is not the stroke that was drawn."""
    ink, drawing = follower(0.5), drawing_of(FOUR[:1])
    ink.follow(Drawing(), live_of(FOUR[1]))
    ink.follow(drawing, None)
    assert np.array_equal(ink.raster.ink, from_scratch(drawing.strokes, 0.5))


def test_page_replaced_under_a_growing_stroke() -> None:
    ink, live = follower(0.5), live_of(FOUR[1])
    ink.follow(drawing_of(FOUR[:1]), live)
    ink.follow(Drawing(), live)
    assert np.array_equal(ink.raster.ink, from_scratch((live.stroke(),), 0.5))


def test_straightened_segment() -> None:
    ink, live, drawing = follower(0.5), live_of(FOUR[0]), drawing_of(FOUR[1:])
    ink.follow(drawing, live)
    for y in (100.0, 200.0, 150.0):
        live.append(300.0, y, straight_from=3)
        ink.follow(drawing, live)
        wanted = from_scratch((*drawing.strokes, live.stroke()), 0.5)
        assert np.array_equal(ink.raster.ink, wanted)


def test_a_growing_stroke_over_others_at_every_moment() -> None:
    """The ink below what is drawn for now comes back, with pressure and points at one place."""
    generator, below = np.random.default_rng(18), drawing_of(FOUR)
    for scale in (0.5, 1.3):
        ink, live = follower(scale), LiveStroke(30.0)
        for x, y in np.cumsum(generator.integers(-60, 80, (40, 2)), axis=0).tolist():
            live.append(x + 100.0, y + 100.0, float(generator.random()))
            if generator.random() < 0.2:
                live.append(x + 100.0, y + 100.0, float(generator.random()))
            if generator.random() < 0.3:
                continue  # several events may come before the page is read
            ink.follow(below, live)
            wanted = from_scratch((*below.strokes, live.stroke()), scale)
            assert np.array_equal(ink.raster.ink, wanted)


def test_points_that_came_after_the_last_look_and_the_end() -> None:
    ink, live = follower(0.5), live_of(FOUR[0][:3])
    ink.follow(Drawing(), live)
    for point in FOUR[0][3:]:
        live.append(*point)
    ended = Drawing((live.stroke(),))
    assert ink.follow(ended, None) != (0, 0, 280, 280)
    assert np.array_equal(ink.raster.ink, from_scratch(ended.strokes, 0.5))
    after = Drawing((*ended.strokes, live_of(FOUR[1]).stroke()))
    ink.follow(after, None)
    assert np.array_equal(ink.raster.ink, from_scratch(after.strokes, 0.5))


def test_a_point_is_the_same_work_however_long_the_stroke(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[int] = []
    capsule = Raster._capsule

    def counted(raster: Raster, *ends: float) -> None:
        drawn[-1] += 1
        capsule(raster, *ends)

    monkeypatch.setattr(Raster, "_capsule", counted)
    ink, live, page = follower(0.5), LiveStroke(36.0), Drawing()
    for number in range(600):
        turn = number * 0.5  # 12 points in a circle, as a fast pen leaves them
        live.append(280 + 150 * np.cos(turn), 280 + 150 * np.sin(turn))
        drawn.append(0)
        ink.follow(page, live)
    assert max(drawn) <= 20
    assert max(drawn[300:]) <= max(drawn[:300])


def test_a_straight_segment_between_curves() -> None:
    """It is straight from end to end, and the curves beside it do not bend it."""
    live = live_of([(100.0, 100.0), (150.0, 60.0), (200.0, 100.0)])
    for y in (300.0, 400.0):
        live.append(200.0, y, straight_from=3)
    live.append(260.0, 460.0)
    live.append(320.0, 400.0)
    path = line_of(live.stroke(), 0.01)[0]
    begin, end = (
        int(np.flatnonzero((path == p).all(axis=1))[-1]) for p in ((200, 100), (200, 400))
    )
    assert (path[begin : end + 1, 0] == 200).all()
    assert len(path) > len(live) + 10  # the others are curves


@pytest.mark.parametrize("start", [0, 2, 6])
def test_live_stroke_as_a_value(start: int) -> None:
    live = live_of(FOUR[0])
    stroke = live.stroke(start)
    assert stroke.points.tolist() == [list(point) for point in FOUR[0][start:]]
    assert len(stroke.pressures) == len(stroke.times) == len(stroke.points)
    live.append(1.0, 2.0)
    assert len(stroke.points) == len(FOUR[0]) - start  # a value does not grow
