"""Painting of the network panel: columns, scales, and the links of a unit to what it reads."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from lenet_gui.common.values import Window
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.network.column_pictures import ColumnPicture
from lenet_gui.gui.network.layout import Column, second_of_pair
from lenet_gui.gui.widgets.mosaic import draw, draw_scale

MAX_CURVES = 16  # links to more maps would cover the picture


class NetworkPainter:
    """One painting of the panel. Columns are in device pixels, ``ratio`` per logical pixel."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont, ratio: float) -> None:
        self._painter, self._theme, self._font, self._ratio = painter, theme, font, ratio
        painter.setFont(font)
        self._line = painter.fontMetrics().height()

    def head(self, x: float, y: float, name: str, size: str) -> None:
        """Paint the two lines of a heading; ``y`` is their upper end."""
        bold = QFont(self._font)
        bold.setBold(True)
        self._painter.setFont(bold)
        self._painter.setPen(self._theme.color("text"))
        self._painter.drawText(QPointF(x, y + self._line * 0.8), name)
        self._painter.setFont(self._font)
        self._painter.setPen(self._theme.color("quiet"))
        self._painter.drawText(QPointF(x, y + self._line * 1.9), size)

    def column(self, column: Column, shown: ColumnPicture | None, caption: str) -> None:
        """Paint the maps of a column in their frames; only the frames if nothing is shown."""
        at = QRectF(column.x, column.y, column.width, column.height)
        below = at.translated(0, second_of_pair(column) - column.y)
        self._painter.save()
        self._painter.scale(1 / self._ratio, 1 / self._ratio)
        if shown is not None:
            draw(self._painter, shown.pixels, at, self._theme.signed_table())
            if shown.second is not None:
                draw(self._painter, shown.second, below, self._theme.signed_table())
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

    def scale(self, column: Column, bound: float, y: float, height: float) -> None:
        """Paint the colour scale of a column and the value at its ends."""
        width = max(column.width / self._ratio, 30.0)
        x = column.x / self._ratio
        draw_scale(self._painter, QRectF(x, y, width, height), column.low, self._theme)
        self._painter.setPen(self._theme.color("quiet"))
        end = QLocale().toString(bound, "g", 3)
        text = f"±{end}" if column.low < 0 else f"0 – {end}"
        place = QRectF(x - 20, y + height + 2, width + 40, self._line)
        self._painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, text)

    def mark(self, target: QRectF, windows: list[tuple[Column, Window]]) -> None:
        """Frame a unit's map, and in each column the window that it reads, linked by curves.

        target: the unit's map in device pixels. windows: from the layer below to the input.
        """
        painter, accent = self._painter, self._theme.color("accent")
        painter.save()
        painter.scale(1 / self._ratio, 1 / self._ratio)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2 * self._ratio))
        painter.drawRect(target)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (column, window) in enumerate(windows):
            pen = QPen(accent, 1.4 * self._ratio)
            if column.name == "INPUT":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            rects = [window_rect(column, window, index) for index in window.maps]
            if column.grid.rows > 1:
                for rect in rects:
                    painter.drawRect(rect)
            if place == 0 and len(rects) <= MAX_CURVES:
                for rect in rects:
                    painter.drawPath(_curve(rect, target))
        painter.restore()


def frames(column: Column) -> list[QRectF]:
    """Return the frames of a column's maps in device pixels; single units share one frame."""
    grid = column.grid
    if grid.rows == 1:
        return [QRectF(column.x, column.y, column.width, column.height)]
    return [map_rect(column, index) for index in range(grid.count)]


def map_rect(column: Column, index: int) -> QRectF:
    """Return the rectangle of a map, or of a unit in a column of units, in device pixels."""
    row, across = column.grid.corner(index)
    return QRectF(
        column.x + across * column.zoom,
        column.y + row * column.zoom,
        column.grid.columns * column.zoom,
        column.grid.rows * column.zoom,
    )


def window_rect(column: Column, window: Window, index: int) -> QRectF:
    """Return the rectangle of a window in the map with an index, in device pixels."""
    corner = map_rect(column, index).topLeft()
    return QRectF(
        corner.x() + window.left * column.zoom,
        corner.y() + window.top * column.zoom,
        (window.right - window.left) * column.zoom,
        (window.bottom - window.top) * column.zoom,
    )


def _curve(start: QRectF, end: QRectF) -> QPainterPath:
    """Return an S-curve from the right of one rectangle to the left of another."""
    first = QPointF(start.right(), start.center().y())
    last = QPointF(end.left(), end.center().y())
    bend = max((last.x() - first.x()) / 2, 10.0)
    path = QPainterPath(first)
    path.cubicTo(first + QPointF(bend, 0), last - QPointF(bend, 0), last)
    return path
