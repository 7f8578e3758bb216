"""Paints a figure: cells with numbers, signs, names, sums and bars."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.network.marks import mark_around
from lenet_gui.gui.panels.inspector.figure import Bars, Figure, Picture, Spot
from lenet_gui.gui.panels.inspector.places import GAP, MARGIN, SIGN_GAP, Places
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.value_cells import Cell, draw_cells

NAME_PART, BAR_PART = 0.28, 0.2  # of a line of bars: for the name, and for the bar
_MARKED = (1, 1, -2, -2)  # pixels: marks lie on the edge of a cell
MARK_SCALE = 0.75  # of usual marks, which would hide numbers
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter


class FigurePainter:
    """Paints with one painter, theme and font. ratio: device pixels of each pixel."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont, ratio: float) -> None:
        self._painter, self._theme, self._font, self._ratio = painter, theme, font, ratio
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._metrics = QFontMetrics(font)
        painter.setFont(font)

    def paint_still(self, figure: Figure, places: Places) -> None:
        """Paint what stays while only numbers change: titles, names, frames and signs."""
        self._titles(figure, places)
        for index, row in enumerate(figure.rows):
            for picture in range(len(row.pictures)):
                area = self._picture_rect(figure, places, index, picture)
                self._painter.setPen(self._theme.color("border"))
                self._painter.drawRect(area.adjusted(-1, -1, 0, 0))
                self._sign(figure, places, index, picture, area)
            if not row.stacked:
                area = self._row_area(figure, places, index)
                self._painter.setPen(self._theme.color("quiet"))
                name = QRectF(MARGIN, area.y(), places.name_width, area.height())
                self._painter.drawText(name, _LEFT, row.name)
        for bars, area in zip(figure.bars, places.bars, strict=True):
            self._painter.setPen(self._theme.color("quiet"))
            self._painter.drawText(QPointF(area.x(), area.y() - 4), bars.title)

    def paint_numbers(self, figure: Figure, places: Places, seen: QRectF) -> None:
        """Paint cells, results and bars, as far as they lie in the area that is seen."""
        areas = [self._row_area(figure, places, index) for index in range(len(figure.rows))]
        shown = [index for index, area in enumerate(areas) if area.intersects(seen)]
        self._cells(figure, places, shown)
        for index in shown:
            for picture in range(len(figure.rows[index].pictures)):
                self._special(figure, places, index, picture)
        self._results(figure, [(index, areas[index]) for index in shown])
        for group, bars in enumerate(figure.bars):
            self._bars(figure, group, bars, places, seen)

    def _row_area(self, figure: Figure, places: Places, index: int) -> QRectF:
        rects = [
            self._picture_rect(figure, places, index, picture)
            for picture in range(len(figure.rows[index].pictures))
        ]
        whole = rects[0]
        for rect in rects[1:]:
            whole = whole.united(rect)
        return whole

    def _picture_rect(self, figure: Figure, places: Places, row: int, picture: int) -> QRectF:
        corner, cell = places.pictures[row, picture]
        high, wide = figure.rows[row].pictures[picture].values.shape
        return QRectF(corner, QSizeF(wide * cell.width, high * cell.height))

    def _cells(self, figure: Figure, places: Places, rows: list[int]) -> None:
        """Paint the cells of rows; alike pictures at once, which is faster."""
        alike: dict[object, list[tuple[Picture, QPointF, Cell]]] = {}
        for row in rows:
            for picture, shown in enumerate(figure.rows[row].pictures):
                corner, cell = places.pictures[row, picture]
                kind = picture, shown.values.shape, shown.bound, cell
                alike.setdefault(kind, []).append((shown, corner, cell))
        for group in alike.values():
            pictures, corners, (cell, *_) = zip(*group, strict=True)
            values = [picture.values for picture in pictures]
            draw_cells(
                self._painter, corners, values, pictures[0].bound, cell, self._font, self._theme,
                self._ratio,
            )  # fmt: skip
        self._painter.setFont(self._font)

    def _special(self, figure: Figure, places: Places, row: int, picture: int) -> None:
        """Paint the padding of a picture, and the frame of its marked cell."""
        shown = figure.rows[row].pictures[picture]
        corner, cell = places.pictures[row, picture]
        if shown.padded and np.isnan(shown.values).any():
            self._padding(shown.values, corner, cell.width, cell.height)
        if shown.marked is not None:
            rect = places.cell_rect(Spot(row, picture, shown.marked), len(figure.rows))
            mark_around(self._painter, rect.adjusted(*_MARKED), self._theme, MARK_SCALE)

    def _padding(self, values: object, corner: QPointF, width: int, height: int) -> None:
        """Hatch the places without a value of their own."""
        color = self._theme.color("border")
        for row, column in np.argwhere(np.isnan(np.asarray(values))):
            place = corner + QPointF(int(column) * width, int(row) * height)
            area = QRectF(place, QSizeF(width - 1, height - 1))
            self._painter.fillRect(area, self._theme.color("panel"))
            self._painter.setPen(color)
            self._painter.drawLine(area.bottomLeft(), area.topRight())

    def _sign(self, figure: Figure, places: Places, row: int, picture: int, area: QRectF) -> None:
        """Write the sign before a picture; that of a large one below small ones is in its title."""
        shown = figure.rows[row]
        sign = shown.pictures[picture].sign
        if not sign or (shown.stacked and picture == len(shown.pictures) - 1):
            return
        self._painter.setPen(self._theme.color("text"))
        before = self._picture_rect(figure, places, row, picture - 1).right()
        place = QRectF(before, area.y(), area.x() - before, area.height())
        self._painter.drawText(place, _CENTRE, sign)

    def _titles(self, figure: Figure, places: Places) -> None:
        self._painter.setPen(self._theme.color("quiet"))
        for picture, title in enumerate(figure.titles):
            area = self._picture_rect(figure, places, 0, picture)
            stacked = figure.rows[0].stacked
            if stacked and picture == len(figure.titles) - 1:
                title = f"{figure.rows[0].pictures[picture].sign} {title}"
            following = places.pictures.get((0, picture + 1))
            room = following[0].x() - area.x() - 4 if following and not stacked else 400.0
            text = elided(title, self._metrics, int(max(room, area.width())))
            self._painter.drawText(QPointF(area.x(), area.y() - 4), text)

    def _results(self, figure: Figure, rows: list[tuple[int, QRectF]]) -> None:
        """Write the result of each row behind it, or below pictures that stand above each other."""
        self._painter.setFont(self._bold)
        self._painter.setPen(self._theme.color("text"))
        for index, area in rows:
            row = figure.rows[index]
            middle = area.center().y() + self._metrics.capHeight() / 2
            place = QPointF(area.right() + GAP, middle)
            if row.stacked:
                place = QPointF(MARGIN, area.bottom() + self._metrics.ascent() + 4)
            self._painter.drawText(place, row.result)
        self._painter.setFont(self._font)

    # ---- bars

    def _bars(self, figure: Figure, group: int, bars: Bars, places: Places, seen: QRectF) -> None:
        area, high = places.bars[group], places.bar_height
        first = max(0, int((seen.top() - area.y()) // high))
        last = min(bars.count, int((seen.bottom() - area.y()) // high) + 1)
        for index in range(first, last):
            self._bar(
                figure, group, index, QRectF(area.x(), area.y() + index * high, area.width(), high)
            )

    def _bar(self, figure: Figure, group: int, index: int, line: QRectF) -> None:
        """Paint a line: the name, the bar from the middle to either side, and the arithmetic."""
        bars, bar, painter = figure.bars[group], figure.bar(group, index), self._painter
        chosen = index == bars.chosen
        name_width, width = line.width() * NAME_PART, line.width() * BAR_PART
        painter.setFont(self._bold if chosen else self._font)
        painter.setPen(self._theme.color("text"))
        name = elided(bar.name, self._metrics, int(name_width - SIGN_GAP))
        painter.drawText(QRectF(line.x(), line.y(), name_width, line.height()), _LEFT, name)
        middle = line.x() + name_width + width / 2
        length = width / 2 * max(-1.0, min(1.0, bar.value / bars.bound))
        color = self._theme.color("positive" if bar.value > 0 else "negative")
        shape = QRectF(middle, line.y() + 3, length, line.height() - 6).normalized()
        painter.fillRect(shape, color)
        painter.setPen(self._theme.color("border"))
        painter.drawLine(QPointF(middle, line.y()), QPointF(middle, line.bottom()))
        painter.setPen(self._theme.color("text" if chosen else "quiet"))
        left = line.x() + name_width + width + SIGN_GAP
        whole = self._metrics.horizontalAdvance(bar.text) <= line.right() - left
        text = bar.text if whole else bar.short
        painter.drawText(QRectF(left, line.y(), line.right() - left, line.height()), _LEFT, text)
        painter.setFont(self._font)

    def mark(self, figure: Figure, places: Places, spot: Spot) -> None:
        """Frame a cell and all that belongs to it."""
        for each in figure.marks(spot):
            rect = places.cell_rect(each, len(figure.rows))
            if each.row >= len(figure.rows):
                rect = rect.adjusted(-2, 1, 2, -1)
            mark_around(self._painter, rect.adjusted(*_MARKED), self._theme, MARK_SCALE)
