"""Painting of the network panel: columns, scales, and the links of a unit to what it reads."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath

from lenet_gui.common.values import ByteArray, Unit, Window
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.network.column_pictures import ColumnPicture
from lenet_gui.gui.network.layout import Column, second_of_pair
from lenet_gui.gui.network.marks import mark_around, mark_line
from lenet_gui.gui.widgets.mosaic import draw_greys, draw_maps, draw_scale
from lenet_gui.gui.wording.power_numbers import bound_text

HEAD_LINE = 1.1  # of a line's height from one line of a heading to the next
MAX_CURVES = 16  # links to more maps would cover the picture


class NetworkPainter:
    """One painting of the panel. Columns are in device pixels, ``ratio`` per logical pixel."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont, ratio: float) -> None:
        self._painter, self._theme, self._font, self._ratio = painter, theme, font, ratio
        painter.setFont(font)
        self._line = painter.fontMetrics().height()

    def head(self, x: float, y: float, lines: tuple[str, ...]) -> None:
        """Paint the lines of a heading, the first one bold; ``y`` is their upper end."""
        bold = QFont(self._font)
        bold.setBold(True)
        for place, text in enumerate(lines):
            self._painter.setFont(self._font if place else bold)
            self._painter.setPen(self._theme.color("quiet" if place else "text"))
            baseline = y + self._line * (0.8 + HEAD_LINE * place)
            self._painter.drawText(QPointF(x, baseline), text)
        self._painter.setFont(self._font)

    def column(self, column: Column, shown: ColumnPicture | None, caption: str) -> None:
        """Paint the maps of a column in their frames; only the frames if nothing is shown."""
        at = QRectF(column.x, column.y, column.width, column.height)
        below = at.translated(0, second_of_pair(column) - column.y)
        self._painter.save()
        self._painter.scale(1 / self._ratio, 1 / self._ratio)
        if shown is not None:
            self._maps(column, shown.pixels, at.topLeft())
            if shown.second is not None:
                self._maps(column, shown.second, below.topLeft())
        self._painter.setPen(self._theme.color("border"))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for frame in frames(column):
            self._painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        if column.pair:
            self._painter.drawRect(below.adjusted(-1, -1, 0, 0))
        self._painter.restore()
        if shown is not None and caption:
            self._painter.setPen(self._theme.color("quiet"))
            place = QPointF(below.x() / self._ratio, below.y() / self._ratio - 5)
            self._painter.drawText(place, caption)

    def _maps(
        self, column: Column, pixels: ByteArray | NDArray[np.uint32], corner: QPointF
    ) -> None:
        draw_maps(self._painter, column.grid, pixels, corner, column.zoom, self._theme)

    def scale(
        self, column: Column, shown: ColumnPicture, y: float, height: float, values: bool
    ) -> None:
        """Paint the colour scale of a column, and the values at its ends."""
        width = max(column.width / self._ratio, 30.0)
        x = column.x / self._ratio
        greys = column.coloured and shown.pixels.dtype != np.uint8
        if greys:
            draw_greys(self._painter, QRectF(x, y, width, height))
        else:
            draw_scale(self._painter, QRectF(x, y, width, height), shown.low, self._theme)
        if not values:
            return
        self._painter.setPen(self._theme.color("quiet"))
        end = bound_text(shown.bound)
        if greys:
            text = f"{QLocale().toString(shown.low, 'g', 3)} – {end}"
        else:
            text = f"±{end}" if shown.low < 0 else f"0 – {end}"
        place = QRectF(x - 20, y + height + 2, width + 40, self._line)
        self._painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)

    def mark(self, target: QRectF, unit: QRectF, windows: list[tuple[Column, Window]]) -> None:
        """Frame a unit and its map, and in each column the window that it reads, linked by curves.

        target, unit: the map and the unit in device pixels, equal for single units. windows: from
        the layer below to the input.
        """
        painter = self._painter
        painter.save()
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (column, window) in enumerate(windows):
            dashed = column.name == "INPUT"
            rects = [window_rect(column, window, index) for index in window.maps]
            if column.summed:
                rects.append(window_rect(column, window, column.maps))
            if column.grid.rows > 1:
                for rect in rects:
                    self._frame(rect, dashed)
            if place == 0 and len(rects) <= MAX_CURVES:
                for rect in rects:
                    mark_line(painter, _curve(rect, target), self._theme, self._ratio, dashed)
        self._frame(target)
        if unit != target:
            self._frame(unit)
        painter.restore()

    def pinned(self, unit: QRectF) -> None:
        """Frame the pinned unit, in device pixels, while another one is pointed at."""
        painter = self._painter
        painter.save()
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(unit)
        painter.restore()

    def _frame(self, inside: QRectF, dashed: bool = False) -> None:
        mark_around(self._painter, inside, self._theme, self._ratio, dashed)


def frames(column: Column) -> list[QRectF]:
    """Return the frames of a column's maps in device pixels; single units share one frame."""
    grid = column.grid
    if grid.rows == 1:
        return [QRectF(column.x, column.y, column.width, column.height)]
    return [map_rect(column, index) for index in range(grid.count)]


def map_rect(column: Column, index: int) -> QRectF:
    """Return the rectangle of a map, or of a unit in a column of units, in device pixels."""
    grid = column.grid
    return _units_rect(column, index, 0, 0, grid.rows, grid.columns)


def window_rect(column: Column, window: Window, index: int) -> QRectF:
    """Return the rectangle of a window in the map with an index, in device pixels."""
    return _units_rect(column, index, window.top, window.left, window.bottom, window.right)


def unit_rect(column: Column, unit: Unit) -> QRectF:
    """Return the rectangle of a unit, in device pixels."""
    row, place = unit.row, unit.column
    return _units_rect(column, unit.map, row, place, row + 1, place + 1)


def _units_rect(column: Column, index: int, top: int, left: int, bottom: int, right: int) -> QRectF:
    """Return the rectangle of the units top..bottom, left..right of a map, in device pixels."""
    own = column.grid.rect(index, top, left, bottom, right, column.zoom)
    return own.translated(column.x, column.y)


def unit_at(column: Column, point: QPointF) -> Unit | None:
    """Return the unit at a point in device pixels, or None between the maps, or on their sum."""
    found = column.grid.cell_at(point - QPointF(column.x, column.y), column.zoom)
    return None if found is None or found[0] >= column.maps else Unit(column.name, *found)


def _curve(start: QRectF, end: QRectF) -> QPainterPath:
    """Return an S-curve from the right of one rectangle to the left of another."""
    first = QPointF(start.right(), start.center().y())
    last = QPointF(end.left(), end.center().y())
    bend = max((last.x() - first.x()) / 2, 10.0)
    path = QPainterPath(first)
    path.cubicTo(first + QPointF(bend, 0), last - QPointF(bend, 0), last)
    return path
