"""Images with the value written in each of their cells, painted fast enough to follow a pen.

Qt takes 30 microseconds for a number. So it paints each letter once, and numpy puts letters and
colours together: a thousand cells take about a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPaintEngine, QPainter

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.gui.appearance.theme import EMPTY, SIGNED_LEVELS, Theme

LEAST_FONT, LARGEST_FONT = 8, 13  # pixels of the letters in a cell
BESIDE, ABOVE = 1, 3  # pixels beside, and above and below, a number: none touches another
LEAST_LINED = 5  # pixels of a cell; smaller ones touch each other
MOST_KEPT = 8  # stacks of images whose colours are kept
INK, LINE = 16, 17  # levels of ink: 0 is the colour of the cell, INK that of the text
# Letters of numbers: where each stands, as what stands between the sign and it: digits, points.
# Three digits: "1.23" has them at the first, third and last place, "12.3" has the second one.
_PLACES = {"first": (0, 0), "second": (1, 0), "third": (1, 1), "last": (2, 1), "whole": (2, 0)}
_FORMS: tuple[tuple[float, int, tuple[str, ...], str], ...] = (
    # from which value on; its decimals; places of three digits; place after the one of the point
    (0.0, 2, ("first", "third", "last"), "second"),
    (9.995, 1, ("first", "second", "last"), "whole"),
    (99.95, 0, ("first", "second", "whole"), ""),
)
POINT = 10  # after the ten digits of a place
_BEYOND = 999.5  # larger numbers do not fit into a cell


@dataclass(frozen=True)
class Cell:
    """The size of a cell, in pixels. font: of its number, in pixels; 0: no number fits."""

    width: int
    height: int
    font: int = 0


def numbered_cell(width: float, height: float, font: QFont) -> Cell:
    """Return the cell of that size, in whole pixels, with a number if one fits."""
    for size in range(LARGEST_FONT, LEAST_FONT - 1, -1):
        wide, high = number_size(font, size)
        if wide <= width and high <= height:
            return Cell(int(width), int(height), size)
    return Cell(int(width), int(height))


def number_size(font: QFont, size: int) -> tuple[int, int]:
    """Return width and height of the smallest cell for numbers in a font of so many pixels."""
    metrics = QFontMetricsF(_sized(font, size))
    sign, digit, point = (round(metrics.horizontalAdvance(letter)) for letter in "+0.")
    return sign + 3 * digit + point + BESIDE + 1, int(np.ceil(metrics.capHeight())) + ABOVE + 2


def cell_text(value: float) -> str:
    """Return the text of a cell: three digits with a sign, none if it rounds to 0; "" beyond."""
    if not abs(value) < _BEYOND:
        return ""
    decimals = [form[1] for form in _FORMS if abs(value) >= form[0]][-1]
    sign = "" if abs(value) < 0.005 else "+" if value > 0 else "-"
    return sign + QLocale().toString(abs(value), "f", decimals)


def draw_cells(
    painter: QPainter,
    corners: Sequence[QPointF],
    images: Sequence[FloatArray],
    bound: float,
    cell: Cell,
    font: QFont,
    theme: Theme,
    ratio: float = 1.0,
) -> None:
    """Paint images of cells with their upper left corners at ``corners``.

    images: each (rows, columns), all of one shape, on the signed scale from -bound to bound; NaN:
    an empty place. ratio: device pixels of each pixel.
    """
    stack = np.stack(images)
    if painter.paintEngine().type() == QPaintEngine.Type.SVG:
        for corner, values in zip(corners, stack, strict=True):
            _draw_one_by_one(painter, corner, values, bound, cell, font, theme)
        return
    look = _Look(
        font.family(),
        round(cell.font * ratio),
        round(cell.width * ratio),
        round(cell.height * ratio),
        theme,
    )
    _, rows, columns = stack.shape
    colors = _colors(stack.astype(np.float32).tobytes(), stack.shape, bound, look)
    _, height, width = colors.shape
    size = QSizeF(columns * cell.width, rows * cell.height)
    for place, corner in enumerate(corners):
        kind = QImage.Format.Format_RGB32
        image = QImage(colors[place].data, width, height, 4 * width, kind)
        painter.drawImage(QRectF(corner, size), image)


@dataclass(frozen=True)
class _Look:
    """How cells are painted. size: of the letters, or 0; all sizes are in device pixels."""

    family: str
    size: int
    width: int
    height: int
    theme: Theme


@lru_cache(maxsize=MOST_KEPT)
def _colors(
    values: bytes, shape: tuple[int, int, int], bound: float, look: _Look
) -> NDArray[np.uint32]:
    """Return images as colours of pixels, uint32 (images, height, width).

    values: float32 of ``shape``, (images, rows, columns). Those that are painted again, such as
    kernels, are kept.
    """
    stack = np.frombuffer(values, np.float32).reshape(shape)
    inks = _inked(stack, _letters(look.family, look.size, look.width, look.height))
    levels = _levels(stack, bound).astype(np.int32)[..., None, None]
    colors = _color_table(look.theme).take(levels * (LINE + 1) + inks)
    count, rows, columns = shape
    whole = colors.transpose(0, 1, 3, 2, 4)
    return np.ascontiguousarray(whole).reshape(count, rows * look.height, columns * look.width)


def _levels(values: FloatArray, bound: float) -> ByteArray:
    """Return the index of each value's colour, uint8 of the same shape."""
    middle = SIGNED_LEVELS // 2
    levels = np.clip(np.rint(values * (middle / bound)), -middle, middle) + middle
    levels[np.isnan(levels)] = EMPTY
    indices: ByteArray = levels.astype(np.uint8)
    return indices


def _draw_one_by_one(
    painter: QPainter,
    corner: QPointF,
    values: FloatArray,
    bound: float,
    cell: Cell,
    font: QFont,
    theme: Theme,
) -> None:
    """Paint cells as shapes and letters, for drawings that are enlarged later."""
    levels = _levels(values, bound)
    gap = _gap(cell.width, cell.height)
    painter.setFont(_sized(font, max(cell.font, 1)))
    for (row, column), level in np.ndenumerate(levels):
        place = corner + QPointF(column * cell.width, row * cell.height)
        area = QRectF(place, QSizeF(cell.width - gap, cell.height - gap))
        painter.fillRect(area, QColor.fromRgb(theme.signed_table()[level]))
        if cell.font and level != EMPTY:
            painter.setPen(_text_color(theme, int(level)))
            text = cell_text(float(values[row, column]))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def _inked(values: FloatArray, letters: ByteArray) -> ByteArray:
    """Return the ink of each cell, uint8 (..., height, width) for values (...)."""
    inks = letters[np.zeros(values.shape, np.intp)]
    if len(letters) == 1:
        return inks
    size = np.abs(values)
    shown = size < _BEYOND  # so is no NaN
    for place, (least, decimals, places, point) in enumerate(_FORMS):
        beyond = _FORMS[place + 1][0] if place + 1 < len(_FORMS) else _BEYOND
        those = shown & (size >= least) & (size < beyond)
        if not those.any():
            continue
        number = np.rint(size[those] * 10**decimals).astype(np.intp)
        sign = np.where(number == 0, 0, np.where(values[those] < 0, 2, 1))
        written = letters[sign]
        parts = number // 100, number // 10 % 10, number % 10
        for name, digits in zip(places, parts, strict=True):
            np.maximum(written, letters[_letter(name) + digits], out=written)
        if point:
            np.maximum(written, letters[_letter(point) + POINT], out=written)
        inks[those] = written
    return inks


def _letter(place: str) -> int:
    """Return the index of the digit 0 at a place; the nine others and the point follow."""
    return 3 + (POINT + 1) * list(_PLACES).index(place)


@lru_cache(maxsize=24)
def _letters(family: str, size: int, width: int, height: int) -> ByteArray:
    """Return the letters of numbers, each at each of its places in a cell, as levels of ink.

    Returns uint8 (letters, height, width): a blank with the lines between cells, "+", "-", and for
    each of ``_PLACES`` the ten digits and the point. If ``size`` is 0, the blank alone.
    """
    gap = _gap(width, height)
    blank = np.zeros((height, width), np.uint8)
    if gap:
        blank[-1], blank[:, -1] = LINE, LINE
    if not size:
        return blank[None]
    return np.stack([blank, *_painted(_sized(QFont(family), size), width, height, gap)])


def _painted(font: QFont, width: int, height: int, gap: int) -> Iterator[ByteArray]:
    """Yield the letters after the blank one, as ``_letters`` says."""
    metrics = QFontMetricsF(font)
    sign, digit, point = (round(metrics.horizontalAdvance(letter)) for letter in "+0.")
    left = round((width - gap - sign - 3 * digit - point) / 2) + sign
    baseline = round((height - gap + metrics.capHeight()) / 2)
    letters = [(text, left - round(metrics.horizontalAdvance(text))) for text in "+-"]
    for digits, points in _PLACES.values():
        x = left + digits * digit + points * point
        letters += [(text, x) for text in (*"0123456789", QLocale().decimalPoint())]
    strip = QImage(width * len(letters), height, QImage.Format.Format_Grayscale8)
    strip.fill(Qt.GlobalColor.black)
    painter = QPainter(strip)
    painter.setFont(font)
    painter.setPen(Qt.GlobalColor.white)
    for index, (text, x) in enumerate(letters):
        painter.setClipRect(index * width, 0, width - gap, height - gap)
        painter.drawText(QPointF(index * width + x, baseline), text)
    painter.end()
    grey = np.frombuffer(strip.constBits(), np.uint8).reshape(height, strip.bytesPerLine())
    inks = np.rint(grey * (INK / 255)).astype(np.uint8)
    for index in range(len(letters)):
        yield inks[:, index * width : (index + 1) * width]


@cache
def _color_table(theme: Theme) -> NDArray[np.uint32]:
    """Return the colour of each level of the scale at each level of ink, uint32, in a row."""
    table = np.zeros((256, LINE + 1), np.uint32)
    for level, value in enumerate(theme.signed_table()):
        back, front = QColor.fromRgb(value), _text_color(theme, level)
        for ink in range(INK + 1):
            part = ink / INK
            red, green, blue = (
                round(one + (other - one) * part)
                for one, other in (
                    (back.red(), front.red()),
                    (back.green(), front.green()),
                    (back.blue(), front.blue()),
                )
            )
            table[level, ink] = 0xFF000000 | red << 16 | green << 8 | blue
    table[:, LINE] = theme.color("panel").rgb()
    return table.ravel()


def _text_color(theme: Theme, level: int) -> QColor:
    """Return black or white, whichever stands out more on a colour of the scale."""
    luminance = _luminance(QColor.fromRgb(theme.signed_table()[level]))
    dark = (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05)  # contrasts of WCAG 2
    return QColor(Qt.GlobalColor.black if dark else Qt.GlobalColor.white)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))


def _gap(width: int, height: int) -> int:
    """Return the pixels of the line between two cells."""
    return 1 if min(width, height) >= LEAST_LINED else 0


def _sized(font: QFont, size: int) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(size)
    sized.setBold(False)
    return sized
