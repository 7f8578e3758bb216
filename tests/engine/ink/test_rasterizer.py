"""The one rasteriser: ink as large as geometry says, the same in pieces and in one go."""

import math

import numpy as np
import pytest

from lenet_gui.common.values import Drawing, Picture, Stroke
from lenet_gui.engine.ink.rasterizer import (
    MIN_PRESSURE_WIDTH,
    PAGE_SIDE,
    Raster,
    drawing_picture,
    fit_to_page,
    ink_picture,
    make_stroke,
    thin_points,
    touched_by,
)


def ink_area(*strokes: Stroke, scale: float = 1.0) -> float:
    """Square page units that are covered."""
    picture = drawing_picture(Drawing(strokes), scale)
    return float(picture.ink.sum()) / 255 / scale**2


def wavy(count: int = 40, width: float = 30.0, pressures: np.ndarray | None = None) -> Stroke:
    along = np.linspace(0, 1, count)
    points = np.stack([80 + 400 * along, 280 + 120 * np.sin(7 * along)], axis=1)
    return make_stroke(points, width, pressures)


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.37])
@pytest.mark.parametrize("centre", [(280, 280), (200.3, 300.8)])
@pytest.mark.parametrize("width", [12, 36, 100])
def test_a_tap_is_a_disc(width: float, centre: tuple[float, float], scale: float) -> None:
    area = ink_area(make_stroke([centre], width), scale=scale)
    assert area == pytest.approx(math.pi * width**2 / 4, rel=0.01 + 1 / (width * scale) ** 2)


@pytest.mark.parametrize("end", [(400, 100), (100, 400), (333, 251), (101, 103)])
@pytest.mark.parametrize("width", [6, 36])
def test_a_segment_is_a_capsule(end: tuple[float, float], width: float) -> None:
    length = math.dist((100, 100), end)
    area = ink_area(make_stroke([(100, 100), end], width))
    assert area == pytest.approx(math.pi * width**2 / 4 + length * width, rel=0.02)


def test_edges_are_grey_and_the_inside_is_full() -> None:
    ink = drawing_picture(Drawing((make_stroke([(100, 100), (400, 263)], 30),)), 1.0).ink
    greys = (ink > 0) & (ink < 255)
    assert ink.max() == 255
    assert len(np.unique(ink[greys])) > 50  # many shades: antialiased
    full = ink == 255
    beside = np.zeros_like(full)
    beside[1:] |= full[:-1]
    beside[:-1] |= full[1:]
    beside[:, 1:] |= full[:, :-1]
    beside[:, :-1] |= full[:, 1:]
    assert (beside | full)[ink > 200].all()  # and only at the edge


def test_half_a_pixel_over_is_half_a_pixel_of_ink() -> None:
    ink = drawing_picture(Drawing((make_stroke([(100, 280), (460, 280)], 21),)), 1.0).ink
    column = ink[:, 280].astype(int)
    assert column.sum() == pytest.approx(21 * 255, abs=2)
    assert column[280 - 11 : 280 + 11].tolist() == [128, *[255] * 20, 128]


@pytest.mark.parametrize("scale", [0.5, 1.0, 0.71])
@pytest.mark.parametrize("step", [1, 3, 39])
def test_point_by_point_is_the_same_as_whole(step: int, scale: float) -> None:
    pressures = np.linspace(0, 1, 40).astype(np.float32)
    stroke = wavy(pressures=pressures)
    whole = drawing_picture(Drawing((stroke,)), scale)
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), scale)
    for start in range(0, 40, step):
        count = min(start + step, 40)
        grown = Stroke(
            stroke.points[:count], stroke.pressures[:count], stroke.times[:count], stroke.width
        )
        raster.add(grown, start)
    assert np.array_equal(raster.picture().ink, whole.ink)


def test_the_changed_box_holds_every_change_and_little_else() -> None:
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), 1.0)
    stroke = wavy()
    for count in range(1, 41):
        before = raster.ink.copy()
        grown = make_stroke(stroke.points[:count], stroke.width)
        top, left, bottom, right = raster.add(grown, count - 1)
        changed = np.argwhere(raster.ink != before)
        assert changed[:, 0].min() >= top
        assert changed[:, 1].min() >= left
        assert changed[:, 0].max() < bottom
        assert changed[:, 1].max() < right
        assert bottom - top < 90
        assert right - left < 60


def test_ink_picture_is_the_inked_part_of_the_page() -> None:
    strokes = (wavy(), make_stroke([(30.3, 500.7)], 22), make_stroke([(500, 40), (520, 90)], 8))
    for scale in (0.5, 1.0, 0.3):
        page, part = drawing_picture(Drawing(strokes), scale), ink_picture(strokes, scale)
        assert part.scale == page.scale == 1 / scale
        left, top = (round(offset * scale) for offset in part.origin)
        rows, columns = part.ink.shape
        # Pixels of the page beyond it would be cut off; put both on a larger sheet.
        sheet = np.zeros((2000, 2000), np.uint8)
        sheet[500 : 500 + page.ink.shape[0], 500 : 500 + page.ink.shape[1]] = page.ink
        assert np.array_equal(
            sheet[500 + top : 500 + top + rows, 500 + left : 500 + left + columns], part.ink
        )
        assert page.ink.sum() == part.ink.sum()


def test_ink_off_the_page_is_cut_on_the_page_and_kept_in_the_ink_picture() -> None:
    stroke = make_stroke([(-40, 280), (-2, 280)], 30)
    on_page = drawing_picture(Drawing((stroke,)), 1.0).ink
    assert on_page[:, :12].any()
    assert not on_page[:, 14:].any()
    assert float(ink_picture([stroke], 1.0).ink.sum()) / 255 == pytest.approx(
        math.pi * 225 + 38 * 30, rel=0.02
    )


@pytest.mark.parametrize("place", [(-1e4, 280), (280, 1e5), (1e6, -1e6)])
def test_strokes_far_away_leave_no_trace_and_change_nothing(place: tuple[float, float]) -> None:
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), 0.5)
    assert raster.add(make_stroke([place, place], 30)) == (0, 0, 0, 0)
    assert not raster.ink.any()


def test_crossing_strokes_do_not_add_up() -> None:
    one, other = (
        make_stroke([(200, 280), (360, 280)], 30),
        make_stroke([(280, 200), (280, 360)], 30),
    )
    both = ink_area(one, other)
    assert both == pytest.approx(ink_area(one) + ink_area(other) - 30 * 30, rel=0.01)


def test_pressure_widens_from_the_lightest_touch_to_the_full_width() -> None:
    def area(pressure: float) -> float:
        return ink_area(make_stroke([(280, 280)], 60, [pressure]))

    full = math.pi * 900
    assert area(1.0) == pytest.approx(full, rel=0.01)
    assert area(0.0) == pytest.approx(full * MIN_PRESSURE_WIDTH**2, rel=0.01)
    assert area(math.nan) == area(1.0)  # devices without pressure draw at full width
    widths = [area(pressure) for pressure in np.linspace(0, 1, 11)]
    assert widths == sorted(widths)


def test_pressure_changes_along_a_segment() -> None:
    stroke = make_stroke([(100, 280), (460, 280)], 60, [0.0, 1.0])
    ink = drawing_picture(Drawing((stroke,)), 1.0).ink.astype(int)
    thickness = ink.sum(axis=0) / 255
    assert thickness[101] == pytest.approx(60 * MIN_PRESSURE_WIDTH, rel=0.06)
    assert thickness[458] == pytest.approx(60, rel=0.06)
    assert thickness[280] == pytest.approx(60 * (1 + MIN_PRESSURE_WIDTH) / 2, rel=0.06)


def test_pictures_of_a_raster_are_copies() -> None:
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), 0.5)
    picture = raster.picture()
    raster.add(wavy())
    assert raster.ink.any()
    assert not picture.ink.any()
    assert (picture.origin, picture.scale) == ((0.0, 0.0), 2.0)


def test_a_page_of_odd_size_is_covered_to_its_last_part_of_a_pixel() -> None:
    picture = drawing_picture(Drawing((), (301, 99)), 0.5)
    assert picture.ink.shape == (50, 151)


@pytest.mark.parametrize("units", [0.001, 1, 5000])
def test_lines_of_any_units_fit_the_page(units: float) -> None:
    lines = [np.array([[3, 5], [7, 5]]) * units, np.array([[4.0, 13.0]]) * units]
    fitted = np.concatenate(fit_to_page(lines, 0.5))
    assert fitted.min(axis=0) == pytest.approx([280 - 70, 140])
    assert fitted.max(axis=0) == pytest.approx([280 + 70, 420])


def test_a_single_point_is_put_in_the_middle() -> None:
    (line,) = fit_to_page([np.array([[1e6, -1e6]])])
    assert line.tolist() == [[280, 280]]


def test_thinning_keeps_the_ends_and_changes_hardly_any_ink() -> None:
    along = np.linspace(0, 1, 3000)
    points = np.stack([80 + 400 * along, 280 + 120 * np.sin(7 * along)], axis=1)
    kept = thin_points(points)
    assert kept[0] == 0
    assert kept[-1] == 2999
    assert (np.diff(kept) > 0).all()
    assert len(kept) < 900
    dense, sparse = (ink_area(make_stroke(points[i], 36)) for i in (np.arange(3000), kept))
    assert sparse == pytest.approx(dense, rel=1e-3)
    assert thin_points(points[:1]).tolist() == [0]
    assert thin_points(points[:2]).tolist() == [0, 1]


def test_strokes_are_touched_where_their_ink_comes_within_reach() -> None:
    line, tap = make_stroke([(100, 100), (300, 100)], 20), make_stroke([(200, 150)], 40)
    assert touched_by([line, tap], 200, 115, 4) == []  # 15 from the line, which is 10 to a side
    assert touched_by([line, tap], 200, 115, 6) == [0]
    assert touched_by([line, tap], 200, 120, 11) == [0, 1]
    assert touched_by([line, tap], 320, 100, 9) == []  # beyond its end
    assert touched_by([line, tap], 320, 100, 11) == [0]
    assert touched_by([line, tap], 200, 180, 11) == [1]
    assert touched_by([make_stroke([(5, 5), (5, 5)], 2)], 5, 8, 3) == [0]


def test_a_picture_is_fitted_into_the_page_and_strokes_go_over_it() -> None:
    ink = np.zeros((10, 5), np.uint8)
    ink[:, 1:3] = 200
    stroke = make_stroke([(280, 100), (280, 120)], 20)
    alone = drawing_picture(Drawing((), picture=Picture(ink)), 1.0)
    assert np.array_equal(alone.ink, ink)  # what is read of a picture is the picture
    both = drawing_picture(Drawing((stroke,), picture=Picture(ink)), 1.0).ink
    assert both.shape == (560, 560)
    columns = np.flatnonzero((both == 200).any(axis=0))
    assert (columns[0], columns[-1] + 1) == (140 + 56, 140 + 3 * 56)  # 280 wide, in the middle
    assert both[110, 280] == 255
    raster = Raster.of_page((PAGE_SIDE, PAGE_SIDE), 0.5)
    raster.add(wavy())
    raster.put(None)
    assert not raster.ink.any()
