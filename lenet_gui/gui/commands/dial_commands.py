"""Commands of the dial, which says how certain an answer must be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lenet_gui.gui.rejecting.dial import turn
from lenet_gui.gui.rejecting.dial_memory import DialMemory
from lenet_gui.gui.wording.reject_words import dial_text

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings

DIAL_SHOWN_MS = 5000  # how long the status bar names the rule


class DialCommands(QObject):
    """Shows the dial's panel, turns the dial, and remembers its place for each network."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        bring: Callable[[str], None],
        say: Callable[[str, int], None],
        parent: QObject,
    ) -> None:
        """bring: shows the panel of that name. say: shows a text for so many milliseconds."""
        super().__init__(parent)
        self._session, self._bring, self._say = session, bring, say
        DialMemory(session, settings, self)

    def show(self) -> None:
        """Bring the panel to the front that says what certainty costs."""
        self._bring("certainty")

    def more_careful(self) -> None:
        """Turn by one stop, to fewer and surer answers."""
        self._turn(1)

    def less_careful(self) -> None:
        """Turn by one stop, to more answers."""
        self._turn(-1)

    def _turn(self, stops: int) -> None:
        turn(self._session, stops)
        text = dial_text(self._session.recognizer.rule)
        self._say(text[:1].upper() + text[1:], DIAL_SHOWN_MS)
