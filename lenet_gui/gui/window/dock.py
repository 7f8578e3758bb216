"""A dock: the frame of a panel, with its title, a question mark and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QHoverEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDockWidget, QToolTip, QWidget

from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS, show_term
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.window.dock_buttons import (
    name_buttons,
    paint_buttons,
    paint_question,
    question_rect,
)

_QT_PAINTS_ITS_BUTTONS = (
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.Show,
    QEvent.Type.WindowTitleChange,
    QEvent.Type.LayoutRequest,
)
_ASKED = (QEvent.Type.QueryWhatsThis, QEvent.Type.WhatsThis)


class Dock(QDockWidget):
    """Borrows its panel: another workspace's dock of the same name may have it meanwhile.

    The question mark in its heading opens the glossary at the panel's term.
    """

    resized = Signal()
    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"dock-{name}")
        self._terms = TERMS_OF_PARTS.get(name, ())
        self._pointed_at = self._pressed = False  # the question mark is
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        name_buttons(self)
        paint_buttons(self)

    def name_anew(self, title: str) -> None:
        """Say the title and the names of the buttons in the language that is in use now."""
        self.setWindowTitle(title)
        name_buttons(self)

    @property
    def seen(self) -> bool:
        """Whether it is neither hidden nor behind another tab, which Qt calls visible."""
        return not self.visibleRegion().isEmpty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._terms:
            paint_question(self, self._pointed_at)

    def event(self, event: QEvent) -> bool:
        if self._terms and self._asks(event):
            return True
        panel, place = self.widget(), self.parentWidget()
        if event.type() == QEvent.Type.WhatsThisClicked and place is not None:
            return QCoreApplication.sendEvent(place, event)  # it ends at what floats
        if event.type() in _ASKED and panel is not None:
            self.setWhatsThis(panel.whatsThis())  # its heading stands for the panel
        handled = super().event(event)
        if event.type() in _QT_PAINTS_ITS_BUTTONS:
            paint_buttons(self)
        return handled

    def _asks(self, event: QEvent) -> bool:
        """Let the question mark have what belongs to it. Return whether that was all."""
        if isinstance(event, QHoverEvent):
            pointed_at = event.type() != QEvent.Type.HoverLeave and self._on(event.position())
            if pointed_at != self._pointed_at:
                self._pointed_at = pointed_at
                self.update(question_rect(self))
        elif isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            return self._clicked(event)
        elif event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            asks = self._on(QPointF(event.pos()))
            tip = self.tr("Explain this panel (F3 while it has the keyboard)") if asks else ""
            QToolTip.showText(event.globalPos(), inert(tip), self)
            return asks
        return False

    def _clicked(self, event: QMouseEvent) -> bool:
        """Follow a press and a release on the question mark; all others move the dock."""
        pressed, on = self._pressed, self._on(event.position())
        self._pressed = event.type() == QEvent.Type.MouseButtonPress and on
        if event.type() == QEvent.Type.MouseButtonRelease and pressed:
            if on:
                show_term(self, self._terms[0])
            return True
        return self._pressed

    def _on(self, place: QPointF) -> bool:
        return question_rect(self).contains(place.toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
