"""A raster that is kept up with equals one drawn from scratch, and tells what changed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.rasterizer import Raster
from lenet_gui.gui.session.live_ink import InkFollower, LiveStroke
from tests.gui.helpers import FOUR, drawing_of

# Quarters of a unit: finer than any pointer.
coordinates = st.integers(-160, 2400).map(lambda quarters: quarters / 4)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=4)
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
    ink, live = follower(scale), LiveStroke(36.0)
    before = ink.raster.ink.copy()
    for point in line:
        live.append(*point)
        top, left, bottom, right = ink.follow(Drawing(), live)
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
    live.cut(1)
    live.append(100.0, 450.0)
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
        live.cut(3)
        live.append(300.0, y)
        ink.follow(drawing, live)
        wanted = from_scratch((*drawing.strokes, live.stroke()), 0.5)
        assert np.array_equal(ink.raster.ink, wanted)


@pytest.mark.parametrize("start", [0, 2, 6])
def test_live_stroke_as_a_value(start: int) -> None:
    live = live_of(FOUR[0])
    stroke = live.stroke(start)
    assert stroke.points.tolist() == [list(point) for point in FOUR[0][start:]]
    assert len(stroke.pressures) == len(stroke.times) == len(stroke.points)
    live.append(1.0, 2.0)
    assert len(stroke.points) == len(FOUR[0]) - start  # a value does not grow
