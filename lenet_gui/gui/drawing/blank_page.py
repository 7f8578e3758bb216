"""The page before anything is drawn on it; the window shows it while the rest is loaded."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.appearance.theme import Theme, theme_of

PAGE_MARGIN = 10
BAR_HEIGHT = 28  # what is needed while drawing stands below the page
SIZE_OF_HINT = 1.8


class BlankPage(QWidget):
    """In the place of the canvas."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        page = page_rect(self.width(), self.height() - BAR_HEIGHT)
        painter = QPainter(self)
        painter.fillRect(page, theme.color("paper"))
        paint_frame(painter, page, theme)
        paint_hint(painter, page, theme)


def page_rect(width: int, height: int) -> QRectF:
    """The page in the middle of a widget of that size, in logical pixels."""
    side = max(min(width, height) - 2 * PAGE_MARGIN, 1)
    return QRectF((width - side) // 2, (height - side) // 2, side, side)


def paint_frame(painter: QPainter, page: QRectF, theme: Theme) -> None:
    """A line around the page."""
    painter.setPen(theme.color("border"))
    painter.drawRect(
        QRect(
            math.floor(page.x()) - 1,
            math.floor(page.y()) - 1,
            math.ceil(page.width()) + 1,
            math.ceil(page.height()) + 1,
        )
    )


def paint_hint(painter: QPainter, page: QRectF, theme: Theme) -> None:
    """What the empty page is for."""
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * SIZE_OF_HINT)
    painter.save()
    painter.setFont(font)
    painter.setPen(theme.color("quiet"))
    text = QCoreApplication.translate("Page", "Draw here")
    painter.drawText(page, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
