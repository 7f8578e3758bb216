"""What surrounds digits on a photograph: the sheet on its table, and printed lines."""

import cv2
import numpy as np
import pytest

from lenet_gui.engine.pages.paper_sheet import beside, sheet_of
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.ruled_lines import rules_of, without_rules
from lenet_gui.engine.pages.ruling import ruling_of
from lenet_gui.engine.pages.threshold import ink_masks
from tests.helpers import default_recognizer
from tests.photographs.composer import compose
from tests.photographs.judging import evaluate

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


def squares(pitch: int, tilt: float = 0.0) -> np.ndarray:
    """Ink of squared paper, 0..255, lines two pixels thick, at an angle in degrees."""
    paper = np.zeros((900, 1200), np.uint8)
    paper[::pitch] = paper[1::pitch] = 60
    paper[:, ::pitch] = np.maximum(paper[:, ::pitch], 60)
    paper[:, 1::pitch] = np.maximum(paper[:, 1::pitch], 60)
    matrix = cv2.getRotationMatrix2D((600, 450), tilt, 1.3)
    return np.asarray(cv2.warpAffine(paper, matrix, (1200, 900), flags=cv2.INTER_LINEAR))


@pytest.mark.parametrize("tilt", [0.0, 9.0, -17.0])
def test_squares_leave_nothing_behind(tilt: float) -> None:
    ink = squares(36, tilt)
    mask, _, trace = ink_masks(ink)
    rules = rules_of(trace)
    assert rules.angle == pytest.approx(tilt, abs=0.7)
    left = cv2.countNonZero(without_rules(mask, trace, ink, rules))
    assert left < 0.03 * cv2.countNonZero(mask)


def test_grain_beside_the_page_does_not_hang_lines_together() -> None:
    trace = np.zeros((400, 600), np.uint8)
    trace[40:360:40, 60:540] = 255
    table = np.random.default_rng(2).random((400, 600)) < 0.35
    table[:, 60:540] = False
    trace[table] = 255
    found = ruling_of(trace)
    assert found is not None
    assert all(found.level[row, 60:540].all() for row in range(40, 360, 40))


@pytest.mark.parametrize("seed", [3012, 3019, 3065, 3072, 3099, 3119])
def test_pages_on_a_table_and_on_printed_paper(seed: int) -> None:
    photograph = compose(seed, touching=False)
    evaluated = evaluate(read_page(photograph.grey, default_recognizer()), photograph.truths)
    assert evaluated.right >= 0.85 * evaluated.digits
    assert evaluated.false <= 2


def test_what_lies_on_the_table_is_no_part_of_the_lines() -> None:
    photograph = compose(3000, touching=False)  # on rough wood, in dim light
    reading = read_page(photograph.grey, default_recognizer())
    assert len(reading.lines) == len({truth.line for truth in photograph.truths})
    assert "?" not in "".join(line.text for line in reading.lines)
    assert "outside" in {verdict for _, verdict in reading.rejected}
