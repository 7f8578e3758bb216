"""Says over the page how long it is until it is cleared by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.widgets.plain_text import PlainLabel

DISTANCE = 18  # pixels above the lower edge


class Countdown(PlainLabel):
    """A line of text over the lower end of a widget; it lets the pointer through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__("", over)
        self.setObjectName("countdown")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        over.installEventFilter(self)
        self.hide()

    @Slot(int)
    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left; hide if there are none."""
        self.setText(self.tr("The page clears in {0} s").format(seconds))
        self.setVisible(seconds > 0)
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        x = (self._over.width() - self.width()) // 2
        self.move(x, self._over.height() - self.height() - DISTANCE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
