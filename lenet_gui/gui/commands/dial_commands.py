"""What actions do with the dial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lenet_gui.gui.rejecting.dial import turn
from lenet_gui.gui.rejecting.dial_memory import DialMemory
from lenet_gui.gui.wording.reject_words import dial_text

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.window.main_window import MainWindow


class DialCommands(QObject):
    """Shows the dial's panel, turns the dial, and remembers where it stands."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        DialMemory(session, window.settings, self)

    def show(self) -> None:
        self._window.docks.bring("certainty")

    def more_careful(self) -> None:
        self._turn(1)

    def less_careful(self) -> None:
        self._turn(-1)

    def _turn(self, stops: int) -> None:
        turn(self._session, stops)
        text = dial_text(self._session.recognizer.rule)
        self._window.statusBar().showMessage(text[:1].upper() + text[1:], 5000)
