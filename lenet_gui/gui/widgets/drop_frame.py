"""A frame over the widget that would take what is being dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.appearance.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent, QPaintEvent


def take_a_copy(event: QDropEvent) -> bool:
    """Accept a drag or a drop as a copy; return whether that is offered.

    Many file managers propose to move files within a disk. One that is told that they were moved
    deletes them.
    """
    if not event.possibleActions() & Qt.DropAction.CopyAction:
        event.ignore()
        return False
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return True


class DropFrame(QWidget):
    """A dashed frame over a widget of a window, with the words "Drop it here"."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, widget: QWidget) -> None:
        """Show the frame over a widget of the same window."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(widget.rect().translated(widget.mapTo(window, QPoint(0, 0))))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = theme.color("accent")
        veil.setAlphaF(0.12)
        painter.setBrush(veil)
        painter.setPen(QPen(theme.color("accent"), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), 8, 8)
        painter.setPen(theme.color("accent_text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop it here"))
