"""Pieces of ink: cut from a small page, turned, joined and divided."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.pieces import (
    Piece,
    joined,
    part_of,
    parts_of,
    piece_of,
    to_upright,
)
from tests.engine.pages.made_up import components, piece


def solid(rows: int, columns: int, value: int = 255) -> ByteArray:
    return np.full((rows, columns), value, np.uint8)


def bar_page(value: int = 200, paper: int = 0) -> ByteArray:
    """Return ink of a page 40 pixels wide and 50 high: a bar 6 wide and 20 high at (12, 15)."""
    ink = solid(50, 40, paper)
    ink[15:35, 12:18] = value
    return ink


def cut_out(ink: ByteArray, angle: float = 0.0, above: int = 100) -> Piece:
    mask = np.where(ink > above, np.uint8(255), np.uint8(0))
    found = piece_of(components(mask), ink, 1, angle)
    assert found is not None
    return found


# ---- what a piece says of itself


def test_a_piece_knows_its_size_and_middle() -> None:
    one = piece(solid(20, 6), 12, 15)
    assert (one.width, one.height, one.side) == (6, 20, 20)
    assert one.centre == (15.0, 25.0)
    assert piece(solid(6, 20)).side == 20


def test_a_picture_has_paper_around_its_ink() -> None:
    picture = piece(solid(40, 20), 12, 15, stroke=20.0).picture()
    assert picture.ink.shape == (48, 28)  # a tenth of the longer side all around
    assert (picture.ink[4:-4, 4:-4] == 255).all()
    assert int(picture.ink.sum()) == 255 * 800
    assert picture.origin == (8.0, 11.0)


def test_thin_strokes_become_as_wide_as_those_of_mnist() -> None:
    ink = np.zeros((60, 60), np.uint8)
    ink[:, 29] = 255
    ink[29] = 255
    widths = np.count_nonzero(piece(ink, stroke=1.0).picture().ink[12], keepdims=True)
    assert widths == [6]  # a tenth of 60
    for stroke in (5.0, 6.0, 9.0):  # a twelfth is wide enough
        assert np.count_nonzero(piece(ink, stroke=stroke).picture().ink[12]) == 1
    assert np.count_nonzero(piece(ink, stroke=4.9).picture().ink[12]) == 2


# ---- a component's piece


def test_a_component_becomes_a_piece_at_its_place() -> None:
    one = cut_out(bar_page())
    assert (one.x, one.y, one.width, one.height) == (12, 15, 6, 20)
    assert (one.ink == 255).all()
    assert one.strength == 200
    assert one.stroke == pytest.approx(6, abs=1)
    assert (one.cut, one.rough, one.steady, one.on_sheet) == (False, 0.0, 1.0, True)


def test_ink_is_stretched_from_a_quarter_of_its_strength_to_all_of_it() -> None:
    ink = bar_page()
    ink[15:35, 11] = 50  # its rim: a quarter
    ink[15:35, 18] = 125  # half of what is above that
    one = cut_out(ink, above=150)
    assert (one.x, one.width) == (12, 7)
    assert one.ink[5, -1] == pytest.approx(127, abs=1)
    assert one.ink[5, 0] == 255


def test_strength_is_exceeded_by_a_fifth_of_the_ink() -> None:
    ink = bar_page()
    ink[15:17] = np.minimum(ink[15:17], 120)
    ink[30:35, 12:18] = 240  # a quarter of the bar
    assert cut_out(ink).strength == 240
    ink[32:35, 12:18] = 200
    assert cut_out(ink).strength == 200


def test_other_components_are_no_part_of_it() -> None:
    ink = bar_page()
    ink[15:35, 20:26] = 255
    ink[15:35, 18:20] = 60  # a rim between both
    mask = np.where(ink > 100, np.uint8(255), np.uint8(0))
    some = components(mask)
    left = piece_of(some, ink, 1, 0.0)
    assert left is not None
    assert (left.x, left.width) == (12, 7)
    assert left.strength == 200


def test_no_ink_is_no_piece() -> None:
    ink = bar_page()
    some = components(ink)
    assert piece_of(some, np.zeros_like(ink), 1, 0.0) is None


@pytest.mark.parametrize(("left", "cut"), [(0, True), (1, False)])
def test_what_touches_the_edge_is_cut(left: int, cut: bool) -> None:
    assert cut_out(np.ascontiguousarray(bar_page()[:, 12 - left :])).cut is cut


def test_paper_with_grain_is_rough() -> None:
    ink = bar_page()
    grain = np.random.default_rng(0).integers(0, 40, ink.shape, dtype=np.uint8)
    noisy = np.maximum(ink, grain)
    assert cut_out(noisy).rough == pytest.approx(float(grain.std()) / 200, rel=0.2)


def test_other_ink_and_printed_lines_are_no_roughness() -> None:
    ink = bar_page()
    ink[15:35, 21:26] = 220
    some = components(np.where(ink > 100, np.uint8(255), np.uint8(0)))
    one = piece_of(some, ink, 1, 0.0)
    assert one is not None
    assert one.rough == 0.0
    ruled = bar_page()
    ruled[:, 20:22] = 80
    lines = np.where(ruled == 80, np.uint8(255), np.uint8(0))
    some = components(np.where(ruled > 100, np.uint8(255), np.uint8(0)))
    for ruling, rough in ((None, True), (lines, False)):
        one = piece_of(replace(some, ruling=ruling), ruled, 1, 0.0)
        assert one is not None
        assert (one.rough > 0.1) is rough


@pytest.mark.parametrize(("width", "least", "most"), [(1, 1, 1), (2, 1, 2), (4, 3, 4.5), (9, 7, 9)])
def test_a_stroke_is_as_wide_as_its_area_and_outline_say(
    width: int, least: float, most: float
) -> None:
    ink = np.zeros((70, 70), np.uint8)
    ink[5:65, 20 : 20 + width] = 200
    assert least <= cut_out(ink).stroke <= most


# ---- the upright frame


def test_a_page_turned_anticlockwise_has_its_right_side_on_top() -> None:
    x, y = to_upright(np.array([100.0]), np.array([0.0]), 90.0)
    assert (float(x[0]), float(y[0])) == pytest.approx((0.0, -100.0))
    x, y = to_upright(np.array([100.0]), np.array([30.0]), 0.0)
    assert (float(x[0]), float(y[0])) == (100.0, 30.0)


def test_the_way_back_is_the_other_angle() -> None:
    x, y = np.array([3.0, 70.0]), np.array([-8.0, 11.0])
    u, v = to_upright(*to_upright(x, y, 33.0), -33.0)
    np.testing.assert_allclose([u, v], [x, y])


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_piece_turned_by_quarters_is_its_ink_turned(quarter: int) -> None:
    ink = bar_page()
    ink[30:35, 18:26] = 200  # an L
    upright, turned = cut_out(ink), cut_out(ink, 90.0 * quarter)
    assert np.abs(turned.ink.astype(int) - np.rot90(upright.ink, quarter)).max() <= 1
    middle, moved = (np.array(one.centre) - 0.5 for one in (upright, turned))  # of pixels
    x, y = to_upright(middle[:1], middle[1:], 90.0 * quarter)
    assert moved.tolist() == pytest.approx([float(x[0]), float(y[0])])


def test_a_tilted_bar_is_turned_upright_with_all_its_ink() -> None:
    ink = np.zeros((120, 120), np.uint8)
    corners = cv2.boxPoints(((60, 60), (10, 70), 20.0))  # leans by 20 degrees
    cv2.fillPoly(ink, [np.round(corners).astype(np.int32)], (200,))
    turned = max((cut_out(ink, angle) for angle in (-20.0, 20.0)), key=lambda one: one.height)
    assert turned.width == pytest.approx(11, abs=3)
    assert turned.height == pytest.approx(71, abs=3)
    assert float(turned.ink.sum()) == pytest.approx(255 * np.count_nonzero(ink), rel=0.05)


# ---- several pieces


def test_pieces_are_joined_where_they_lie() -> None:
    upper, lower = piece(solid(10, 4, 90), 5, 3), piece(solid(30, 2), 7, 11, strength=50.0)
    whole = joined([upper, lower])
    assert (whole.x, whole.y, whole.width, whole.height) == (5, 3, 4, 38)
    assert whole.ink[0].tolist() == [90, 90, 90, 90]
    assert whole.ink[9].tolist() == [90, 90, 255, 255]
    assert whole.ink[-1].tolist() == [0, 0, 255, 255]
    assert whole.strength == 50.0  # as the larger says
    assert not whole.cut
    assert joined([upper, replace(lower, cut=True)]).cut
    assert joined([replace(upper, cut=True), lower]).cut


def test_connected_parts_have_their_own_places() -> None:
    ink = solid(20, 30)
    inside = np.zeros(ink.shape, bool)
    inside[2:18, 3:9] = inside[5:15, 20:28] = True
    first, second = parts_of(piece(ink, 100, 50), inside)
    assert (first.x, first.y, first.width, first.height) == (103, 52, 6, 16)
    assert (second.x, second.y, second.width, second.height) == (120, 55, 8, 10)


@pytest.mark.parametrize(("rows", "count"), [(6, 1), (8, 2)])
def test_less_than_a_third_of_the_largest_part_is_a_crumb(rows: int, count: int) -> None:
    inside = np.zeros((20, 30), bool)
    inside[:, :10] = True
    inside[:rows, 15:25] = True
    assert len(parts_of(piece(solid(20, 30)), inside)) == count


def test_a_part_is_one_or_none() -> None:
    inside = np.zeros((20, 30), bool)
    whole = piece(solid(20, 30))
    assert part_of(whole, inside) is None
    inside[:, :10] = True
    one = part_of(whole, inside)
    assert one is not None
    assert (one.width, one.height) == (10, 20)
    inside[:, 15:25] = True
    assert part_of(whole, inside) is None


def test_a_pale_rim_does_not_connect_parts() -> None:
    ink = solid(20, 21)
    ink[:, 10] = 40
    assert len(parts_of(piece(ink), np.ones(ink.shape, bool))) == 2
    ink[:, 10] = 41
    assert len(parts_of(piece(ink), np.ones(ink.shape, bool))) == 1
