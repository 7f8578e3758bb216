"""A dock: the frame of a panel, with its title and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QWidget

from lenet_gui.gui.window.dock_buttons import name_buttons, paint_buttons

_QT_PAINTS_ITS_BUTTONS = (
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.Show,
    QEvent.Type.WindowTitleChange,
    QEvent.Type.LayoutRequest,
)

_ASKED = (QEvent.Type.QueryWhatsThis, QEvent.Type.WhatsThis)


class Dock(QDockWidget):
    """Borrows its panel: another workspace's dock of the same name may have it meanwhile."""

    resized = Signal()
    menu_wanted = Signal(QPoint)  # on the screen

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"dock-{name}")
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

    def event(self, event: QEvent) -> bool:
        panel, place = self.widget(), self.parentWidget()
        if event.type() == QEvent.Type.WhatsThisClicked and place is not None:
            return QCoreApplication.sendEvent(place, event)  # it ends at what floats
        if event.type() in _ASKED and panel is not None:
            self.setWhatsThis(panel.whatsThis())  # its heading stands for the panel
        handled = super().event(event)
        if event.type() in _QT_PAINTS_ITS_BUTTONS:
            paint_buttons(self)
        return handled

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
