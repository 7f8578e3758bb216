"""Feature maps or kernels of a layer as one picture with a signed colour scale.

A unit may be a fraction of pixels wide. Then units are a pixel wider or narrower by turns, each map
like the next (``spread``); ``Grid.x`` and ``Grid.y`` say where each begins, for painting and for
pointing alike.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.gui.appearance.theme import EMPTY, SIGNED_LEVELS, Theme

_Value = TypeVar("_Value", np.uint8, np.uint32)


@dataclass(frozen=True)
class Grid:
    """The layout of ``count`` maps of (rows, columns) units, ``across`` of them side by side.

    All sizes, also the gaps between maps, are in units.
    """

    count: int
    rows: int
    columns: int
    across: int
    column_gap: int = 0
    row_gap: int = 0

    @property
    def down(self) -> int:
        """Number of rows of maps."""
        return math.ceil(self.count / self.across)

    @property
    def height(self) -> int:
        """Height of the picture in units."""
        return self.down * (self.rows + self.row_gap) - self.row_gap

    @property
    def width(self) -> int:
        """Width of the picture in units."""
        return self.across * (self.columns + self.column_gap) - self.column_gap

    def corner(self, index: int) -> tuple[int, int]:
        """Return (row, column) of the first unit of a map in the packed picture."""
        down, across = divmod(index, self.across)
        return down * (self.rows + self.row_gap), across * (self.columns + self.column_gap)

    def x(self, column: int, zoom: float) -> int:
        """Return where a column of units begins, in pixels, if a unit is ``zoom`` pixels wide."""
        return spread(column, self.columns + self.column_gap, zoom)

    def y(self, row: int, zoom: float) -> int:
        """Return where a row of units begins, in pixels, if a unit is ``zoom`` pixels high."""
        return spread(row, self.rows + self.row_gap, zoom)

    def rect(self, index: int, top: int, left: int, bottom: int, right: int, zoom: float) -> QRectF:
        """Return the rectangle, in pixels, of the units top..bottom, left..right of a map."""
        row, across = self.corner(index)
        first = QPointF(self.x(across + left, zoom), self.y(row + top, zoom))
        return QRectF(first, QPointF(self.x(across + right, zoom), self.y(row + bottom, zoom)))

    def cell_at(self, point: QPointF, zoom: float) -> tuple[int, int, int] | None:
        """Return (map, row, column) of the unit at a point in pixels, or None between the maps."""
        for index in range(self.count):
            if not self.rect(index, 0, 0, self.rows, self.columns, zoom).contains(point):
                continue
            top, left = self.corner(index)
            rows, columns = range(1, self.rows), range(1, self.columns)
            row = bisect_right(rows, point.y(), key=lambda place: self.y(top + place, zoom))
            column = bisect_right(columns, point.x(), key=lambda place: self.x(left + place, zoom))
            return index, row, column
        return None


def spread(units: int, period: int, zoom: float) -> int:
    """Return the whole pixels that a number of units takes, each ``zoom`` pixels.

    Every ``period`` units are a whole number of pixels, so that all maps of a picture look alike.
    """
    periods, rest = divmod(units, period)
    return periods * int(period * zoom + 0.5) + int(rest * zoom + 0.5)


def pack(grid: Grid, maps: FloatArray, bound: float) -> ByteArray:
    """Return maps as a picture of colour indices, uint8 (height, width).

    maps: (count, rows, columns), -bound..bound; values beyond are clipped. NaN is painted like
    the gaps between maps.
    """
    middle = SIGNED_LEVELS // 2
    levels = np.clip(np.rint(maps * (middle / bound)), -middle, middle) + middle
    levels[np.isnan(levels)] = EMPTY
    return _arranged(grid, levels.astype(np.uint8), EMPTY)


def pack_colours(grid: Grid, maps: ByteArray) -> NDArray[np.uint32]:
    """Return maps of colours as a picture, uint32 (height, width); nothing is between the maps.

    maps: uint8 (count, rows, columns, 3).
    """
    red, green, blue = np.moveaxis(maps.astype(np.uint32), -1, 0)
    return _arranged(grid, 0xFF000000 | red << 16 | green << 8 | blue, 0)


def _arranged(grid: Grid, maps: NDArray[_Value], between: int) -> NDArray[_Value]:
    """Return maps, (count, rows, columns), in their places of a picture, (height, width)."""
    high, wide = grid.rows + grid.row_gap, grid.columns + grid.column_gap
    padded = np.full((grid.down * grid.across, high, wide), between, maps.dtype)
    padded[: grid.count, : grid.rows, : grid.columns] = maps
    rows = padded.reshape(grid.down, grid.across, high, wide).transpose(0, 2, 1, 3)
    whole = rows.reshape(grid.down * high, grid.across * wide)
    return np.ascontiguousarray(whole[: grid.height, : grid.width])


def nice_bound(largest: float) -> float:
    """Return the next round number above ``largest``, so that a scale does not change with it."""
    if not largest > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    steps = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
    # The factor allows for rounding: 3.0000001 still has the scale of 3.
    return next(step * power for step in steps if largest <= step * power * 1.0001)


def draw_maps(
    painter: QPainter,
    grid: Grid,
    pixels: ByteArray | NDArray[np.uint32],
    corner: QPointF,
    zoom: float,
    theme: Theme,
    ratio: float = 1.0,
) -> None:
    """Paint a packed picture, of levels or colours, with its upper left corner at ``corner``.

    zoom: width and height of a unit in device pixels; ratio: of these to the painter's pixels.
    """
    rows, columns = _enlargement(grid, zoom)
    # Enlarging with numpy is ten times as fast as Qt's painting of a small image into a large area.
    levels = pixels.dtype == np.uint8
    packed = _colors(theme)[pixels] if levels else pixels.astype(np.uint32, copy=False)
    colors = packed.take(columns, axis=1).take(rows, axis=0)
    size = QSizeF(len(columns), len(rows)) / ratio
    _paint(painter, QRectF(corner, size), colors, opaque=levels)


def draw_scale(painter: QPainter, target: QRectF, low: float, theme: Theme) -> None:
    """Paint the colour scale from ``low`` (-1 or 0) to 1, in proportion to the bound."""
    first = 0 if low < 0 else SIGNED_LEVELS // 2
    _paint(painter, target, _colors(theme)[None, first:SIGNED_LEVELS])


def draw_greys(painter: QPainter, target: QRectF) -> None:
    """Paint the scale of pictures, from black to white."""
    _paint(painter, target, np.uint32(0xFF000000) | np.arange(256, dtype=np.uint32)[None] * 0x10101)


@lru_cache(maxsize=64)
def _enlargement(grid: Grid, zoom: float) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return for each pixel of an enlarged picture its row, and its column, in the packed one."""
    rows = np.diff([grid.y(row, zoom) for row in range(grid.height + 1)])
    columns = np.diff([grid.x(column, zoom) for column in range(grid.width + 1)])
    return np.repeat(np.arange(grid.height), rows), np.repeat(np.arange(grid.width), columns)


@cache
def _colors(theme: Theme) -> NDArray[np.uint32]:
    return np.array(theme.signed_table(), np.uint32)


def _paint(
    painter: QPainter, target: QRectF, colors: NDArray[np.uint32], opaque: bool = True
) -> None:
    """Paint colours, uint32 (rows, columns), each as a rectangle without smoothing."""
    colors = np.ascontiguousarray(colors)  # the image shares its memory
    height, width = colors.shape
    kinds = QImage.Format
    kind = kinds.Format_RGB32 if opaque else kinds.Format_ARGB32_Premultiplied
    image = QImage(colors.data, width, height, 4 * width, kind)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)
