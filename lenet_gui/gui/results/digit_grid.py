"""A grid of digits to look at and to choose from."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.ink.normalization import DIGIT_SIDE
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.colour_images import sample_image

DIGIT_CELL = 36  # pixels of a cell: a digit and its margin


class DigitGrid(QWidget):
    """Digits in rows. Arrow keys move, Enter or a click chooses.

    Paints only the visible rows, because there may be 60,000 digits.
    """

    chosen = Signal(int)  # number of the sample
    moved = Signal(QRect)  # the cell with the keyboard focus

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = np.empty(0, np.int64)
        self._images = np.empty((0, DIGIT_SIDE, DIGIT_SIDE), np.uint8)
        self.marked: int | None = None
        self._at = 0
        self.setAccessibleDescription(self.tr("Arrow keys move; Enter selects a digit."))
        self.setStatusTip(self.accessibleDescription())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_digits(self, images: np.ndarray, shown: np.ndarray) -> None:
        """Show some images. shown: their indices.

        images: uint8 (samples, 28, 28), or as a network for pictures sees them, (samples, channels,
        rows, columns).
        """
        self._images, self.shown, self._at = images, shown, 0
        self._fit()
        self.update()

    def mark(self, index: int | None) -> None:
        """Draw a frame around a sample, or around none."""
        self.marked = index
        places = np.flatnonzero(self.shown == index)
        if len(places):
            self._at = int(places[0])
            self.moved.emit(self.cell(self._at))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(DIGIT_CELL * 10, DIGIT_CELL * 10)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _across(self) -> int:
        return max(1, self.width() // DIGIT_CELL)

    def _fit(self) -> None:
        self.setMinimumHeight(-(-len(self.shown) // self._across()) * DIGIT_CELL)

    def cell(self, place: int) -> QRect:
        """Return the rectangle of the sample at ``place`` of ``shown``."""
        row, column = divmod(place, self._across())
        return QRect(column * DIGIT_CELL, row * DIGIT_CELL, DIGIT_CELL, DIGIT_CELL)

    def _place(self, point: QPoint) -> int | None:
        column = point.x() // DIGIT_CELL
        place = point.y() // DIGIT_CELL * self._across() + column
        return place if column < self._across() and place < len(self.shown) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = place
            self.chosen.emit(int(self.shown[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across(),
            Qt.Key.Key_Down: self._across(),
        }
        key = Qt.Key(event.key())
        if key in steps and len(self.shown):
            self._at = min(max(self._at + steps[key], 0), len(self.shown) - 1)
            self.moved.emit(self.cell(self._at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and len(self.shown):
            self.chosen.emit(int(self.shown[self._at]))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)  # of pictures
        painter.fillRect(event.rect(), theme.color("panel"))
        table, margin = theme.ink_table(), (DIGIT_CELL - DIGIT_SIDE) // 2
        first = event.rect().top() // DIGIT_CELL * self._across()
        last = (event.rect().bottom() // DIGIT_CELL + 1) * self._across()
        for place in range(first, min(last, len(self.shown))):
            index, cell = int(self.shown[place]), self.cell(place)
            area = QRect(cell.topLeft() + QPoint(margin, margin), QSize(DIGIT_SIDE, DIGIT_SIDE))
            painter.drawImage(area, sample_image(self._images[index], table))
            if index == self.marked:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.drawRect(cell.adjusted(1, 1, -2, -2))
            elif place == self._at and self.hasFocus():
                painter.setPen(QPen(theme.color("quiet"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(cell.adjusted(1, 1, -2, -2))
