"""The blank page, which the window shows while the rest is loaded; imports no engine."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.appearance.theme import Theme, theme_of

PAGE_MARGIN = 10  # pixels around the page, and beside the controls of all sources
TOOLS_HEIGHT = 28  # pixels of the tools below the page, so that it does not jump when they come
HINT_SCALE = 1.8  # times the usual font size


class BlankPage(QWidget):
    """A placeholder for the canvas, painted alike."""

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        page = page_rect(self.width(), self.height() - TOOLS_HEIGHT)
        painter = QPainter(self)
        paper = QPixmap(1, 1)  # fillRect would load all of Qt's gradients before the window is seen
        paper.fill(theme.color("paper"))
        painter.drawPixmap(page.toRect(), paper)
        paint_frame(painter, page, theme)
        paint_hint(painter, page, theme)


def page_rect(width: int, height: int) -> QRectF:
    """Return the square page in the middle of a widget of a size in logical pixels."""
    side = max(min(width, height) - 2 * PAGE_MARGIN, 1)
    return QRectF((width - side) // 2, (height - side) // 2, side, side)


def paint_frame(painter: QPainter, page: QRectF, theme: Theme) -> None:
    """Paint a line around the page."""
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
    """Paint the words that invite to draw."""
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * HINT_SCALE)
    painter.save()
    painter.setFont(font)
    painter.setPen(theme.color("quiet"))
    text = QCoreApplication.translate("Page", "Draw here")
    painter.drawText(page, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
