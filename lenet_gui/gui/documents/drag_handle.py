"""A handle by which the drawing can be dragged into another program."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain

PREVIEW = 96  # pixels on a side, of the picture at the pointer


class DragHandle(QWidget):
    """Six dots; dragging them carries the drawing, as strokes and as an image."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pressed: QPoint | None = None
        self.setObjectName("drag-handle")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        tip = self.tr("Drag the drawing from here into another program")
        explain(self, self.tr("Drag the drawing out"), tip)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(18, 22)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or self._session.drawing.empty:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = self.drag()
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def drag(self) -> QDrag:
        """Return a drag that carries the drawing that is on the page."""
        from lenet_gui.gui.documents.mime_data import mime_data, page_image

        self._session.finish()
        drag = QDrag(self)
        drawing, painted = self._session.drawing, self._session.paints
        drag.setMimeData(mime_data(drawing, painted))
        preview = page_image(drawing, PREVIEW / drawing.size[0], painted)
        drag.setPixmap(QPixmap.fromImage(preview))
        return drag

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_of(self).color("quiet"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(4 + column * 7, 4 + row * 6, 3, 3)
