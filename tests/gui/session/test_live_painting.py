"""A painting that is kept up with equals one painted from scratch, at little more work."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lenet_gui.common.values import Colour, Drawing, Picture
from lenet_gui.engine.ink import painting
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.engine.ink.rasterizer import Raster
from lenet_gui.gui.session.live_ink import LiveStroke
from lenet_gui.gui.session.live_painting import PaintingFollower
from tests.gui.helpers import FOUR, SEVEN
from tests.gui.picture_networks import BLUE, RED, YELLOW, quarters, red_four_on_yellow

coordinates = st.integers(-160, 2400).map(lambda quarters: quarters / 4)
points = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=6)
SIZE = (560.0, 560.0)


def live_of(line: list, colour: Colour = RED) -> LiveStroke:
    live = LiveStroke(36.0, colour)
    for point in line:
        live.append(*point)
    return live


@given(line=points, scale=st.sampled_from([0.25, 0.61]))
@hypothesis_settings(max_examples=40, deadline=None)
def test_growing_stroke(line: list, scale: float) -> None:
    page = red_four_on_yellow()
    followed, live = PaintingFollower(SIZE, scale), LiveStroke(36.0, BLUE)
    followed.follow(page, None)
    before = followed.painting.copy()
    for point in line:
        live.append(*point)
        top, left, bottom, right = followed.follow(page, live)
        changed = np.argwhere((followed.painting != before).any(axis=2))
        if len(changed):  # all of it lies in the box that was told
            assert (changed >= (top, left)).all()
            assert (changed < (bottom, right)).all()
        before = followed.painting.copy()
        grown = replace(page, strokes=(*page.strokes, live.stroke()))
        assert np.array_equal(before, painting_of(grown, scale))
    followed.follow(grown, None)
    assert np.array_equal(followed.painting, before)
    followed.follow(page, None)  # undone
    assert np.array_equal(followed.painting, painting_of(page, scale))


def test_one_stroke_covers_another_in_the_order_they_were_drawn() -> None:
    followed, first = PaintingFollower(SIZE, 0.25), live_of([(100.0, 280.0), (460.0, 280.0)], RED)
    followed.follow(Drawing(), first)
    page, over = Drawing((first.stroke(),)), live_of([(280.0, 100.0), (280.0, 460.0)], BLUE)
    followed.follow(page, over)  # the end of one and the beginning of the next in one look
    assert tuple(followed.painting[70, 70]) == BLUE
    assert tuple(followed.painting[70, 30]) == RED
    assert tuple(followed.painting[0, 0]) == (255, 255, 255)


def test_dropped_stroke_leaves_nothing() -> None:
    page, followed = red_four_on_yellow(), PaintingFollower(SIZE, 0.25)
    followed.follow(page, live_of(SEVEN[0]))
    assert followed.follow(page, None) == (0, 0, 140, 140)
    assert np.array_equal(followed.painting, painting_of(page))
    assert followed.follow(page, None) == (0, 0, 0, 0)


def test_another_stroke_begins_where_one_was_dropped() -> None:
    page, followed = Drawing(), PaintingFollower(SIZE, 0.25)
    followed.follow(page, live_of(FOUR[0]))
    other = live_of(FOUR[1], BLUE)
    followed.follow(page, other)
    assert np.array_equal(followed.painting, painting_of(Drawing((other.stroke(),))))


@pytest.mark.parametrize(
    "after",
    [
        Drawing(paper=YELLOW),
        Drawing(picture=Picture(np.full((28, 28), 90, np.uint8))),
        Drawing(picture=Picture(np.full((28, 28), 90, np.uint8), rgb=quarters())),
        Drawing(size=(280.0, 560.0)),
    ],
    ids=["paper", "ink", "colours", "size"],
)
def test_page_replaced_under_a_growing_stroke(after: Drawing) -> None:
    followed, live = PaintingFollower(SIZE, 0.25), live_of(FOUR[0])
    followed.follow(Drawing(), live)
    followed.follow(after, live)
    assert np.array_equal(followed.painting, painting_of(replace(after, strokes=(live.stroke(),))))


def test_straightened_segment() -> None:
    followed, live = PaintingFollower(SIZE, 0.25), live_of(FOUR[0])
    followed.follow(Drawing(), live)
    live.append(500.0, 500.0, straight_from=2)
    followed.follow(Drawing(), live)
    assert np.array_equal(followed.painting, painting_of(Drawing((live.stroke(),))))


def test_a_point_is_little_work_however_much_is_on_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Work is capsules that are rasterized, and pixels that are mixed."""
    capsules, pixels = [0], [0]
    capsule, covered = Raster._capsule, painting.covered

    def counted(raster: Raster, *ends: float) -> None:
        capsules[-1] += 1
        capsule(raster, *ends)

    def mixed(ground: np.ndarray, coverage: np.ndarray, colour: Colour) -> np.ndarray:
        pixels[-1] += coverage.size
        return covered(ground, coverage, colour)

    page = red_four_on_yellow()
    followed, live = PaintingFollower(SIZE, 0.25), LiveStroke(36.0, BLUE)
    followed.follow(page, None)
    monkeypatch.setattr(Raster, "_capsule", counted)
    monkeypatch.setattr(painting, "covered", mixed)
    for number in range(300):
        turn = number * 0.5  # 12 points in a circle, as a fast pen leaves them
        live.append(280 + 150 * np.cos(turn), 280 + 150 * np.sin(turn))
        capsules.append(0)
        pixels.append(0)
        followed.follow(page, live)
    assert max(capsules) <= 20
    assert max(pixels) <= 140 * 140 // 5
    assert max(pixels[150:]) <= max(pixels[:150])
    capsules.append(0)
    followed.follow(replace(page, strokes=(*page.strokes, live.stroke())), None)
    assert capsules[-1] <= 20  # the stroke is not rasterized again
