"""Cells with numbers: the right ones, legible on every colour, none where there is no room."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from lenet_gui.gui.appearance.theme import DARK, LIGHT, SIGNED_LEVELS, Theme
from lenet_gui.gui.widgets.value_cells import (
    LEAST_FONT,
    Cell,
    _text_color,
    cell_text,
    draw_cells,
    number_size,
)
from tests.gui.helpers import contrast, pixels

pytestmark = pytest.mark.usefixtures("qapp")


def font() -> QFont:
    return QGuiApplication.font()


def painted(
    values: np.ndarray, cell: Cell, theme: Theme = LIGHT, bound: float = 1.0, ratio: float = 1.0
) -> np.ndarray:
    """uint8 (rows, columns, 3) of one image of cells."""
    rows, columns = values.shape
    image = QImage(
        round(columns * cell.width * ratio), round(rows * cell.height * ratio),
        QImage.Format.Format_RGB32,
    )  # fmt: skip
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    draw_cells(painter, [QPointF(0, 0)], [values], bound, cell, font(), theme, ratio)
    painter.end()
    return pixels(image)


def numbered(size: int = 11) -> Cell:
    return Cell(*number_size(font(), size), size)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0.00"), (-0.004, "0.00"), (0.176, "+0.18"), (-1.715, "-1.72"), (9.99, "+9.99"),
        (9.996, "+10.0"), (-12.34, "-12.3"), (99.96, "+100"), (-873.2, "-873"), (1234.0, ""),
        (float("nan"), ""),
    ],
)  # fmt: skip
def test_three_digits_and_a_sign(value: float, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_numbers_stand_out_on_every_colour(theme: Theme) -> None:
    for level in range(SIGNED_LEVELS):
        back = QColor.fromRgb(theme.signed_table()[level])
        assert contrast(_text_color(theme, level), back) >= 4.5


def as_written(text: str, cell: Cell) -> np.ndarray:
    """The text as Qt writes it, black on white in the middle of a cell."""
    image = QImage(cell.width, cell.height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sized = QFont(font())
    sized.setPixelSize(cell.font)
    painter.setFont(sized)
    metrics = painter.fontMetrics()
    x = (cell.width - 1 - metrics.horizontalAdvance(text)) / 2
    painter.drawText(QPointF(round(x), (cell.height - 1 + metrics.capHeight()) // 2), text)
    painter.end()
    return 255 - pixels(image)[..., 0].astype(int)


@pytest.mark.parametrize("value", [0.42, -1.37, 8.06, -25.9, 730.0])
def test_letters_are_those_of_the_number(value: float) -> None:
    """Put together from single letters, a number looks most like itself as Qt writes it."""
    cell = numbered(12)
    ink = 255 - painted(np.array([[value]]), cell, bound=1e6)[..., 0].astype(int)
    candidates = [value, -value, value + 0.3, value * 10, value / 10, 1.11]
    likeness = [alike(as_written(cell_text(each), cell), ink) for each in candidates]
    assert int(np.argmax(likeness)) == 0


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """The largest correlation of two pictures, one of which may be moved by some pixels."""
    moves = [(down, right) for down in (-1, 0, 1) for right in range(-4, 5)]
    products = [float((np.roll(one, move, axis=(0, 1)) * other).sum()) for move in moves]
    return max(products) / max(float(np.linalg.norm(one)), 1.0)


def test_without_room_there_are_colours_only() -> None:
    values = np.array([[0.5, -0.5]])
    small = painted(values, Cell(8, 8))
    assert len(np.unique(small[:7, :7].reshape(-1, 3), axis=0)) == 1
    with_number = painted(values, numbered())
    assert len(np.unique(with_number[:-1, :10].reshape(-1, 3), axis=0)) > 3
    assert LEAST_FONT == 8


def test_places_without_a_value_are_empty() -> None:
    cell = numbered()
    shown = painted(np.array([[np.nan, 0.5]]), cell)
    assert (shown[:, : cell.width] == 255).all()
    assert not (shown[:, cell.width :] == 255).all()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_colours_are_those_of_the_scale(ratio: float) -> None:
    values = np.array([[-1.0, 0.0, 1.0]])
    shown = painted(values, Cell(20, 20), ratio=ratio)
    middles = [shown[round(10 * ratio), round(x * ratio)] for x in (10, 30, 50)]
    wanted = [QColor(c).getRgb()[:3] for c in (LIGHT.negative, LIGHT.zero, LIGHT.positive)]
    assert np.array_equal(middles, wanted)
