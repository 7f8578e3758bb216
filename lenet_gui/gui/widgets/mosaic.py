"""Many feature maps as one picture: one indexed image a layer, one signed scale for all of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.gui.appearance.theme import EMPTY, SIGNED_LEVELS, Theme


@dataclass(frozen=True)
class Grid:
    """Maps of (rows, columns) units, ``across`` side by side, units of space between them."""

    count: int
    rows: int
    columns: int
    across: int
    column_gap: int = 0
    row_gap: int = 0

    @property
    def down(self) -> int:
        return math.ceil(self.count / self.across)

    @property
    def height(self) -> int:
        return self.down * (self.rows + self.row_gap) - self.row_gap

    @property
    def width(self) -> int:
        return self.across * (self.columns + self.column_gap) - self.column_gap

    def corner(self, index: int) -> tuple[int, int]:
        """(row, column) of the first unit of a map in the packed picture."""
        down, across = divmod(index, self.across)
        return down * (self.rows + self.row_gap), across * (self.columns + self.column_gap)


def pack(grid: Grid, maps: FloatArray, bound: float) -> ByteArray:
    """uint8 (height, width) colour indices; maps: (count, rows, columns), -bound..bound.

    NaN is empty, like the space between maps.
    """
    middle = SIGNED_LEVELS // 2
    levels = np.clip(np.rint(maps * (middle / bound)), -middle, middle) + middle
    levels[np.isnan(levels)] = EMPTY
    high, wide = grid.rows + grid.row_gap, grid.columns + grid.column_gap
    padded = np.full((grid.down * grid.across, high, wide), EMPTY, np.uint8)
    padded[: grid.count, : grid.rows, : grid.columns] = levels
    rows = padded.reshape(grid.down, grid.across, high, wide).transpose(0, 2, 1, 3)
    whole = rows.reshape(grid.down * high, grid.across * wide)
    return np.ascontiguousarray(whole[: grid.height, : grid.width])


def nice_bound(largest: float) -> float:
    """The scale for values up to ``largest``: the next round number, so that it rests."""
    if not largest > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    steps = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
    return next(step * power for step in steps if largest <= step * power * 1.0001)


def draw(painter: QPainter, pixels: ByteArray, target: QRectF, table: list[int]) -> None:
    """Paint colour indices into ``target``, every unit a rectangle of the same whole size."""
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)


def draw_scale(painter: QPainter, target: QRectF, low: float, theme: Theme) -> None:
    """The bar of the scale from ``low`` (-1 or 0) to 1 of the bound."""
    middle = SIGNED_LEVELS // 2
    first = 0 if low < 0 else middle
    row = np.arange(first, SIGNED_LEVELS, dtype=np.uint8)[None]
    draw(painter, row, target, theme.signed_table())
