"""Pages that must simply be read: screenshots, forms, boards, and digits on a ruled line."""

import cv2
import numpy as np
import pytest

from lenet_gui.engine.pages.read_page import read_page
from tests.helpers import default_recognizer, mnist_test

CLEAR = (0, 1, 2, 3, 4, 5, 6, 7)
"""Samples of MNIST's test digits that are read without doubt: 7 2 1 0 4 1 4 9."""


def written(side: int) -> list[np.ndarray]:
    """Their ink, 0..1, each cut tightly, ``side`` pixels high."""
    digits = []
    for index in CLEAR:
        image = mnist_test().images[index]
        rows, columns = np.flatnonzero(image.max(1) > 60), np.flatnonzero(image.max(0) > 60)
        tight = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        scale = side / len(tight)
        large = cv2.resize(tight, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        digits.append(np.asarray(large, np.float32) / 255)
    return digits


def row(side: int, paper: np.ndarray, left: int, top: int, pitch: int) -> np.ndarray:
    """The digits in a row, black on the paper."""
    page = paper.astype(np.float32)
    for number, ink in enumerate(written(side)):
        x = left + number * pitch + (pitch - ink.shape[1]) // 2
        page[top : top + ink.shape[0], x : x + ink.shape[1]] *= 1 - 0.9 * ink
    return page.clip(0, 255).astype(np.uint8)


def text(grey: np.ndarray) -> str:
    return " ".join(line.text for line in read_page(grey, default_recognizer()).lines)


def white(rows: int = 200, columns: int = 900) -> np.ndarray:
    return np.full((rows, columns), 255, np.uint8)


@pytest.mark.parametrize("side", [18, 30, 60, 110])
def test_a_screenshot(side: int) -> None:
    assert text(row(side, white(), 20, 40, 105)) == "72104149"


@pytest.mark.parametrize("side", [30, 70])
def test_white_on_black(side: int) -> None:
    assert text(255 - row(side, white(), 20, 50, 105)) == "72104149"


@pytest.mark.parametrize("thick", [1, 3, 5])
def test_boxes_of_a_form(thick: int) -> None:
    form = white()
    for number in range(8):
        x = 25 + number * 100
        cv2.rectangle(form, (x, 50), (x + 84, 144), (90,), thick)
    assert text(row(64, form, 17, 66, 100)) == "72104149"


def test_a_table_with_shared_lines() -> None:
    form = white(330, 900)
    for y in (20, 120, 220, 320):
        cv2.line(form, (25, y), (865, y), (60,), 2)
    for x in range(25, 870, 105):
        cv2.line(form, (x, 20), (x, 320), (60,), 2)
    assert text(row(62, row(62, form, 25, 40, 105), 25, 240, 105)) == "72104149 72104149"


@pytest.mark.parametrize("above", [0, 3])
def test_digits_that_stand_on_a_ruled_line(above: int) -> None:
    paper = white()
    for y in (30, 110, 190):
        cv2.line(paper, (0, y), (899, y), (150,), 2)
    assert text(row(60, paper, 20, 110 - 58 - above, 105)) == "72104149"


def test_a_shadow_across_the_digits() -> None:
    shade = np.ones((200, 900), np.float32)
    cv2.fillPoly(shade, [np.array([[300, 0], [520, 0], [420, 200], [180, 200]])], (0.5,))
    lit = row(60, white(), 20, 60, 105) * cv2.GaussianBlur(shade, (0, 0), 3)
    assert text(lit.astype(np.uint8)) == "72104149"


def test_a_page_of_many_digits() -> None:
    page = white(900, 900)
    for line in range(24):
        page = row(22, page, 10, 10 + 36 * line, 54)
    lines = read_page(page, default_recognizer()).lines
    assert [line.text for line in lines] == ["72104149"] * 24
