"""The title of a dock: its two buttons, which Qt paints too pale and never renames, and a question
mark."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDockWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.plain_text import inert

FLOAT, CLOSE = "qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"
BUTTON_SIDE, PIXEL_RATIOS = 16, (1, 2, 3)  # pixels, and pixels of the screen for each
BUTTON_LINE = 1.4
_WORDS = {
    FLOAT: ("Float", "Undocks and re-attaches the dock widget"),
    CLOSE: ("Close", "Closes the dock widget"),
}  # as Qt has translated them


def name_buttons(dock: QDockWidget) -> None:
    """Name the buttons of a dock in the language that is in use now."""
    for name, texts in _WORDS.items():
        button = dock.findChild(QAbstractButton, name)
        if button is not None:
            words, tip = (QCoreApplication.translate("QDockWidget", text) for text in texts)
            button.setAccessibleName(words)
            button.setAccessibleDescription(tip)
            button.setToolTip(inert(words))


def paint_buttons(dock: QDockWidget) -> None:
    """Paint the buttons of a dock in the theme that is in use now, unless they are already."""
    color = theme_of(dock).quiet
    for name in _WORDS:
        button, icon = dock.findChild(QAbstractButton, name), _icon(name, color)
        if button is not None and button.icon().cacheKey() != icon.cacheKey():
            button.setIcon(icon)
            button.setIconSize(QSize(BUTTON_SIDE, BUTTON_SIDE))


def question_rect(dock: QDockWidget) -> QRect:
    """Return where the question mark of a dock's heading stands; empty without a heading.

    It is painted, as Qt's own two buttons take no other one beside them, and none of them gets the
    keyboard, for which there are shortcuts.
    """
    button = dock.findChild(QAbstractButton, FLOAT)
    if button is None or not button.isVisible():
        return QRect()
    beside = button.geometry()
    return QRect(beside.left() - beside.width(), beside.top(), beside.width(), beside.height())


def paint_question(dock: QDockWidget, pointed_at: bool) -> None:
    """Paint the question mark of a dock's heading over what its title leaves of the place."""
    rect, theme = question_rect(dock), theme_of(dock)
    painter = QPainter(dock)
    painter.fillRect(rect, theme.color("window"))
    painter.setPen(theme.color("accent_text" if pointed_at else "quiet"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
    painter.end()


@cache
def _icon(name: str, color: str) -> QIcon:
    icon = QIcon()
    for ratio in PIXEL_RATIOS:
        pixmap = QPixmap(BUTTON_SIDE * ratio, BUTTON_SIDE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(color), BUTTON_LINE))
        if name == CLOSE:
            painter.drawLine(QPointF(4, 4), QPointF(12, 12))
            painter.drawLine(QPointF(12, 4), QPointF(4, 12))
        else:
            painter.drawRect(QRectF(3.5, 6.5, 6, 6))
            painter.drawPolyline([QPointF(6.5, 3.5), QPointF(12.5, 3.5), QPointF(12.5, 9.5)])
        painter.end()
        icon.addPixmap(pixmap)
    return icon
