"""The field that goes to the network's input, pixel by pixel, with a point that can be moved."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.colour_pictures import colours_of_planes
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.colour_images import colour_image

MARGIN = 10  # pixels around the field
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class FieldView(QWidget):
    """Shows what the network reads, and in it the receptive field of the unit that is looked at.

    ``placed`` carries row and column of a pixel that is clicked, or that arrow keys lead to.
    """

    placed = Signal(int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.point: tuple[int, int] | None = None  # row and column that keys move
        self.setObjectName("field-view")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(60, 60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        session.recognized.connect(self._refresh)
        session.unit_pointed.connect(self._refresh)

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    @Slot()
    def _refresh(self) -> None:
        self.update()

    def _side(self) -> int:
        return self._session.recognizer.architecture.input_shape[1]

    def place(self) -> QRectF:
        """Return the place of the field: square, with whole pixels where there is room for them."""
        ratio = self.devicePixelRatioF()
        room = min(self.width(), self.height()) - 2 * MARGIN
        zoom = max(1.0, int(room * ratio / self._side())) / ratio
        size = zoom * self._side()
        return QRectF(round((self.width() - size) / 2), MARGIN, size, size)

    def pixel_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return row and column of the pixel at a point; None beside the field."""
        inside = (point - self.place().topLeft()) * (self._side() / self.place().width())
        row, column = int(inside.y() // 1), int(inside.x() // 1)
        there = 0 <= row < self._side() and 0 <= column < self._side()
        return (row, column) if there else None

    # ---- hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._put(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._put(event.position())

    def _put(self, point: QPointF) -> None:
        if (pixel := self.pixel_at(point)) is not None and self.point is not None:
            self.placed.emit(*pixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self.point is None:
            super().keyPressEvent(event)
            return
        row, column = (
            min(max(at + by, 0), self._side() - 1) for at, by in zip(self.point, step, strict=True)
        )
        self.placed.emit(row, column)

    # ---- eyes

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, place = theme_of(self), QPainter(self), self.place()
        painter.fillRect(self.rect(), theme.color("window"))
        painter.setPen(theme.color("border"))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.drawImage(place, self._image())
        unit = self._session.unit
        if unit is not None:
            window = self._session.recognizer.architecture.windows(unit)[-1]
            step = place.width() / self._side()
            painter.setPen(QPen(theme.color("accent"), 2.0, Qt.PenStyle.DashLine))
            painter.drawRect(
                QRectF(
                    place.x() + window.left * step,
                    place.y() + window.top * step,
                    (window.right - window.left) * step,
                    (window.bottom - window.top) * step,
                )
            )
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent_text"), 1.0))
            painter.drawRect(place.adjusted(-3, -3, 2, 2))

    def _image(self) -> QImage:
        """Return what the network reads, in its colours, or as ink on paper."""
        field, side = self._session.recognition.field, self._side()
        if field.ndim == 3:
            return colour_image(colours_of_planes(field))
        rim = (len(field) - side) // 2
        read: ByteArray = np.ascontiguousarray(field[rim : rim + side, rim : rim + side])
        image = QImage(read.data, side, side, side, QImage.Format.Format_Indexed8)
        image.setColorTable(theme_of(self).ink_table())
        return image.copy()
