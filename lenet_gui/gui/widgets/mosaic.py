"""Feature maps or kernels of a layer as one indexed image with a signed colour scale."""

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


def pack(grid: Grid, maps: FloatArray, bound: float) -> ByteArray:
    """Return maps as a picture of colour indices, uint8 (height, width).

    maps: (count, rows, columns), -bound..bound; values beyond are clipped. NaN is painted like
    the gaps between maps.
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
    """Return the next round number above ``largest``, so that a scale does not change with it."""
    if not largest > 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    steps = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
    # The factor allows for rounding: 3.0000001 still has the scale of 3.
    return next(step * power for step in steps if largest <= step * power * 1.0001)


def draw(painter: QPainter, pixels: ByteArray, target: QRectF, table: list[int]) -> None:
    """Paint a picture of colour indices into ``target``, without smoothing. table: its colours."""
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(table)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(target, image)


def draw_scale(painter: QPainter, target: QRectF, low: float, theme: Theme) -> None:
    """Paint the colour scale from ``low`` (-1 or 0) to 1, in proportion to the bound."""
    middle = SIGNED_LEVELS // 2
    first = 0 if low < 0 else middle
    row = np.arange(first, SIGNED_LEVELS, dtype=np.uint8)[None]
    draw(painter, row, target, theme.signed_table())
