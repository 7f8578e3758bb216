"""Where the sheet lies, on small pictures of light quadrangles."""

import cv2
import numpy as np
import pytest

from lenet_gui.engine.pages.paper_sheet import beside, sheet_of

CORNERS = np.array([(130, 60), (560, 90), (520, 430), (90, 380)])


def wood(rows: int = 480, columns: int = 640) -> np.ndarray:
    grain = np.random.default_rng(5).normal(0, 1, (rows, columns)).astype(np.float32)
    streaks = cv2.GaussianBlur(grain, (0, 0), sigmaX=25, sigmaY=1.2)
    return np.asarray(110 * (1 + 0.12 * streaks / streaks.std()), np.float32)


def on_wood() -> np.ndarray:
    return np.asarray(cv2.fillPoly(wood(), [CORNERS], (200.0,)), np.float32)


def off_by(outline: np.ndarray | None) -> float:
    """Pixels from the corners that were drawn to the nearest that were found."""
    assert outline is not None
    apart = np.linalg.norm(CORNERS[:, None] - outline.reshape(-1, 2)[None], axis=2)
    return float(apart.min(axis=1).max())


def shade(picture: np.ndarray, corners: list[tuple[int, int]], light: float) -> np.ndarray:
    mask = cv2.fillPoly(np.ones(picture.shape, np.float32), [np.array(corners)], (light,))
    return np.asarray(picture * mask, np.float32).clip(0, 255).astype(np.uint8)


def test_the_sheet_is_found_on_wood() -> None:
    assert off_by(sheet_of(on_wood().astype(np.uint8))) < 8


def test_a_shadow_across_the_sheet_is_no_edge_of_it() -> None:
    shadow = [(0, 0), (300, 0), (360, 480), (0, 480)]
    assert off_by(sheet_of(shade(on_wood(), shadow, 0.55))) < 8


def test_a_square_shadow_on_a_page_is_no_sheet() -> None:
    page = np.full((480, 640), 200, np.float32)
    assert sheet_of(shade(page, [tuple(corner) for corner in CORNERS.tolist()], 0.5)) is None


def test_beside_the_sheet_is_all_that_lies_around_it() -> None:
    off, edge = beside(CORNERS[:, None].astype(np.int32), (480, 640))
    assert off[5, 5] == 255
    assert off[250, 320] == 0
    assert edge[60, 130] == 255
    assert edge[250, 320] == 0


# ---- small pictures without grain


def picture(
    corners: list[tuple[int, int]], table: int = 90, paper: int = 200, side: int = 160
) -> np.ndarray:
    """Return uint8 (side, side): a quadrangle of paper on a table, its edge one pixel wide."""
    grey = np.full((side, side), table, np.uint8)
    cv2.fillPoly(grey, [np.array(corners)], (paper,), cv2.LINE_AA)
    return cv2.blur(grey, (2, 2)).astype(np.uint8)


def found(grey: np.ndarray) -> list[tuple[int, int]]:
    """Return the corners that are found, from the upper left clockwise; none without a sheet."""
    sheet = sheet_of(grey)
    if sheet is None:
        return []
    assert sheet.shape == (4, 1, 2)
    assert sheet.dtype == np.int32
    middle_x, middle_y = np.array(grey.shape[::-1]) / 2
    corners = [(int(x), int(y)) for x, y in sheet[:, 0]]
    return sorted(corners, key=lambda c: np.arctan2(c[1] - middle_y, c[0] - middle_x))


def near(corners: list[tuple[int, int]], wanted: list[tuple[int, int]], off: float = 4) -> bool:
    apart = np.array(corners) - wanted if len(corners) == len(wanted) else np.array([np.inf])
    return bool(np.abs(apart).max() <= off)


SQUARE = [(30, 40), (120, 40), (120, 130), (30, 130)]
TURNED = [(20, 60), (100, 15), (140, 90), (60, 135)]
KEYSTONE = [(50, 30), (110, 30), (140, 130), (20, 130)]


@pytest.mark.parametrize(
    "corners", [SQUARE, TURNED, KEYSTONE], ids=["square", "turned", "keystone"]
)
def test_a_light_quadrangle_is_a_sheet(corners: list[tuple[int, int]]) -> None:
    assert near(found(picture(corners)), corners)


def test_a_dark_quadrangle_is_no_sheet() -> None:
    assert found(picture(SQUARE, table=200, paper=90)) == []


@pytest.mark.parametrize(("paper", "there"), [(97, False), (125, True)])
def test_a_sheet_is_clearly_lighter_than_what_lies_beside_it(paper: int, there: bool) -> None:
    assert bool(found(picture(SQUARE, table=90, paper=paper))) is there


@pytest.mark.parametrize(("side", "there"), [(44, False), (60, True)])
def test_a_sheet_is_a_tenth_of_the_picture(side: int, there: bool) -> None:
    corners = [(50, 50), (50 + side, 50), (50 + side, 50 + side), (50, 50 + side)]
    assert bool(found(picture(corners))) is there


def test_a_sheet_may_go_on_beyond_the_picture() -> None:
    assert near(found(picture([(30, 40), (300, 40), (300, 300), (30, 300)])), [
        (30, 40), (158, 40), (158, 158), (30, 158),
    ])  # fmt: skip
    assert found(picture([(30, -50), (300, -50), (300, 300), (30, 300)])) == []  # one side


def test_a_round_or_slanting_thing_is_no_sheet() -> None:
    plate = np.full((160, 160), 90, np.uint8)
    cv2.circle(plate, (80, 80), 55, (200,), -1, cv2.LINE_AA)
    assert found(plate) == []
    slanting = [(10, 40), (80, 40), (150, 120), (80, 120)]  # by 49 degrees
    assert not near(found(picture(slanting)), slanting, 8)


def test_a_sheet_without_a_side_for_long_is_none() -> None:
    grey = picture(SQUARE)
    torn = grey.copy()
    torn[60:110, 20:45] = np.linspace(90, 200, 25).astype(np.uint8)  # no sharp edge there
    assert near(found(grey), SQUARE)
    assert not near(found(torn), SQUARE, 8)


def test_ink_on_the_sheet_does_not_matter() -> None:
    grey = picture(SQUARE)
    for x in range(40, 115, 12):
        grey[50:120, x : x + 3] = 60
    assert near(found(grey), SQUARE)


def test_corners_are_in_the_pixels_of_a_large_picture() -> None:
    large = np.repeat(np.repeat(picture(SQUARE), 5, axis=0), 5, axis=1)
    assert near(found(large), [(5 * x, 5 * y) for x, y in SQUARE], 20)


def test_the_edge_of_a_sheet_is_wider_in_a_large_picture() -> None:
    for side, width in ((100, 2), (1000, 8)):
        sheet = np.array([[20, 20], [side - 20, 20], [side - 20, side - 20], [20, side - 20]])
        off, edge = beside(sheet[:, None].astype(np.int32), (side, side))
        assert np.count_nonzero(edge[side // 2, : side // 2]) == pytest.approx(width, abs=1)
        assert off[side // 2].tolist() == [255] * 20 + [0] * (side - 39) + [255] * 19
