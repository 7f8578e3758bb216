"""A button that looks like a link: it leads elsewhere and changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.elided_label import elided

SPACE = 4  # pixels on each side of the text, half of them for the frame


class LinkButton(QPushButton):
    """A flat button in the colour of links, underlined under the mouse, framed with the keyboard.

    Where there is too little room, its text ends in an ellipsis.
    """

    def __init__(self, object_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed = False  # a new window gives the keyboard away where it was not asked for
        self.setObjectName(object_name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SPACE, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._framed |= event.reason() != Qt.FocusReason.ActiveWindowFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._framed &= event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(theme.color("accent_text"))
        inside = self.rect().adjusted(SPACE // 2, 0, -(SPACE // 2), 0)
        text = elided(self.text(), self.fontMetrics(), inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self.hasFocus() and self._framed:
            painter.setPen(theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
