"""Curves of fast strokes: smooth where the hand was, sharp at corners, the same in parts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.curves import MOST_PIECES, flattened, piece_counts
from lenet_gui.engine.ink.rasterizer import (
    PAGE_SIDE,
    Raster,
    drawing_picture,
    ink_picture,
    line_of,
    make_stroke,
    touched_by,
)

FINE = 0.01
coordinates = st.integers(-160, 2400).map(lambda quarters: quarters / 4)
lines = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=7)


def curve(points: list, tolerance: float = FINE) -> np.ndarray:
    return flattened(np.array(points, np.float32), np.ones(len(points)), tolerance)[0]


def circle(count: int, radius: float = 200.0) -> np.ndarray:
    angles = np.linspace(0, 2 * math.pi, count + 1)
    return 280 + radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def page_ink(*strokes: Stroke, scale: float = 1.0) -> np.ndarray:
    return drawing_picture(Drawing(strokes), scale).ink


def turns(path: np.ndarray) -> np.ndarray:
    """The angles between pieces that follow each other, in degrees."""
    steps = np.diff(path, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    angles = np.degrees(np.arctan2(steps[:, 1], steps[:, 0]))
    return np.abs((np.diff(angles) + 180) % 360 - 180)


def test_the_curve_passes_through_each_point() -> None:
    points = np.array([(100, 100), (180, 300), (330, 320), (420, 90), (500, 400)], np.float32)
    path = curve(points.tolist())
    assert all((path == point).all(axis=1).any() for point in points)
    assert path[0].tolist() == [100, 100]
    assert path[-1].tolist() == [500, 400]


def test_a_circle_of_twelve_points_is_round() -> None:
    away = np.hypot(*(curve(circle(12).tolist()) - 280).T)
    straight = np.hypot(*((circle(12)[:-1] + circle(12)[1:]) / 2 - 280).T)
    assert straight.min() == pytest.approx(200 * math.cos(math.pi / 12))  # 193.2: a polygon
    assert away.min() > 197.5  # at both ends, where nothing tells how it goes on; else 199.7
    assert away.max() < 201.0
    assert turns(curve(circle(12).tolist())).max() < 8  # instead of 30


@pytest.mark.parametrize("tolerance", [0.02, 0.15, 1.0])
def test_the_chain_is_as_near_as_asked(tolerance: float) -> None:
    fine, coarse = (curve(circle(7).tolist(), one) for one in (1e-4, tolerance))
    steps = np.diff(coarse, axis=0)
    apart = fine[:, None] - coarse[None, :-1]
    along = np.clip((apart * steps).sum(axis=2) / (steps**2).sum(axis=1), 0, 1)
    off = np.hypot(*np.moveaxis(apart - along[..., None] * steps, 2, 0)).min(axis=1)
    assert off.max() <= tolerance + 1e-3
    assert len(coarse) < len(fine)


@pytest.mark.parametrize(
    "corner",
    [
        [(150, 130), (400, 130), (270, 440)],  # 7
        [(260, 100), (140, 320), (420, 320)],  # the first stroke of a 4
        [(100, 100), (200, 450), (300, 100)],  # V
        [(100, 100), (400, 100), (100, 100), (400, 100)],  # back and forth
        [(60, 60), (500, 120), (60, 180), (500, 240), (60, 300)],  # a fast zigzag
    ],
)
def test_sharp_corners_stay_sharp(corner: list) -> None:
    """The lines between are straight and end where the points are: nothing overshoots."""
    assert curve(corner).tolist() == [list(point) for point in corner]
    straight, curved = (page_ink(make_stroke(corner, curved=flag)) for flag in (False, True))
    assert np.array_equal(straight, curved)


@given(line=lines)
@hypothesis_settings(max_examples=200, deadline=None)
def test_no_curve_strays(line: list) -> None:
    """Each part stays within a circle around the middle of its points that hardly leaves them."""
    points = np.array(line, np.float32)
    path = curve(line)
    bounds = [int(np.flatnonzero((path == point).all(axis=1))[0]) for point in points[:1]]
    assert bounds == [0]
    counts = piece_counts(points, FINE)
    assert len(path) in (counts.sum() + 1, len(points))
    place = 0
    for number, count in enumerate(
        counts if len(path) > len(points) else np.ones(len(counts), int)
    ):
        part = path[place : place + count + 1]
        chord = points[number + 1].astype(float) - points[number]
        middle = points[number] + chord / 2
        assert np.hypot(*(part - middle).T).max() <= 0.75 * np.hypot(*chord) + 1e-3
        place += count


def test_doubled_points_are_corners_and_do_no_harm() -> None:
    arc = [(100.0, 300.0), (200.0, 180.0), (330.0, 180.0), (430.0, 300.0)]
    doubled = [arc[0], arc[1], arc[1], arc[2], arc[3]]
    path = curve(doubled)
    assert np.isfinite(path).all()
    assert turns(path).max() > 20  # the hand stopped there
    assert turns(curve(arc)).max() < 8
    for same in (1, 2, 3, 10):
        assert np.isfinite(curve([(5.0, 5.0)] * same)).all()
        stroke = make_stroke([(280, 280)] * same, curved=True)
        assert np.array_equal(page_ink(stroke), page_ink(make_stroke([(280, 280)] * same)))


@pytest.mark.parametrize("line", [[(280, 280)], [(100, 100), (400, 263)]])
def test_dots_and_two_points_are_as_they_were(line: list) -> None:
    straight, curved = (page_ink(make_stroke(line, curved=flag)) for flag in (False, True))
    assert np.array_equal(straight, curved)


def test_points_on_a_straight_line_are_no_work() -> None:
    along = [(100.0, 100.0), (130.0, 100.0), (160.0, 100.0), (300.0, 100.0), (303.0, 100.0)]
    assert piece_counts(np.array(along), 0.15).tolist() == [1, 1, 1, 1]


def test_the_work_grows_with_the_points_and_has_a_bound() -> None:
    dense = circle(10_000)
    assert piece_counts(dense, 0.15).sum() == 10_000  # a slow stroke is not divided at all
    assert piece_counts(circle(8, 1e9), 1e-6).max() == MOST_PIECES


def test_pressure_goes_over_evenly_along_the_curve() -> None:
    points = circle(6)[:4]
    stroke = make_stroke(points, 40.0, [0.0, 0.5, 1.0, math.nan], curved=True)
    path, radii = line_of(stroke, FINE)
    straight_radii = line_of(make_stroke(points, 40.0, stroke.pressures), FINE)[1]
    places = [int(np.hypot(*(path - point).T).argmin()) for point in points]
    assert radii[places].tolist() == pytest.approx(straight_radii.tolist())
    assert (np.diff(radii) >= 0).all()
    assert len(np.unique(radii)) > 20


@given(line=lines, scale=st.sampled_from([0.2, 0.5, 0.61]))
@hypothesis_settings(max_examples=60, deadline=None)
def test_parts_of_a_curve_are_as_in_the_whole(line: list, scale: float) -> None:
    stroke = make_stroke(line, 30.0, np.linspace(0, 1, len(line)), curved=True)
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), scale)
    for stop in range(1, len(line) + 1):
        first = max(stop - 3, 0)
        near = make_stroke(
            line[first : stop + 1], 30.0, stroke.pressures[first : stop + 1], curved=True
        )
        raster.add(near, stop - 1 - first, stop - first)
    assert np.array_equal(raster.ink, page_ink(stroke, scale=scale))


def test_added_for_now_is_taken_back() -> None:
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), 0.5)
    raster.add(make_stroke(circle(9)))
    before = raster.ink.copy()
    box = raster.add_for_now(make_stroke(circle(5, 120), curved=True), 3)
    changed = np.argwhere(raster.ink != before)
    assert len(changed)
    assert (changed >= box[:2]).all()
    assert (changed < box[2:]).all()
    assert raster.take_back() == box
    assert np.array_equal(raster.ink, before)
    assert raster.take_back() == (0, 0, 0, 0)


def test_ink_picture_holds_the_whole_curve() -> None:
    """It bulges beyond the box around its points."""
    strokes = (make_stroke(circle(5, 150)[:4], 20.0, curved=True),)
    page, part = page_ink(*strokes), ink_picture(strokes, 1.0)
    left, top = map(round, part.origin)
    rows, columns = part.ink.shape
    inside = page[top : top + rows, left : left + columns].astype(int)
    assert np.abs(inside - part.ink).max() <= 1  # another origin rounds otherwise
    assert page.sum(dtype=int) == inside.sum()


def test_the_eraser_meets_the_curve_and_not_the_chord() -> None:
    arc = circle(6)
    flat, curved = make_stroke(arc, 10.0), make_stroke(arc, 10.0, curved=True)
    angle = math.pi / 6  # in the middle of the first segment
    on_arc = 280 + 199 * math.cos(angle), 280 + 199 * math.sin(angle)
    on_chord = 280 + 173.2 * math.cos(angle), 280 + 173.2 * math.sin(angle)
    assert touched_by([flat, curved], *on_arc, 6.0) == [1]
    assert touched_by([flat, curved], *on_chord, 6.0) == [0]
    assert touched_by([curved], 280.0, 280.0, 6.0) == []
