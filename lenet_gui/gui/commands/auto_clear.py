"""Clears the page some seconds after the last stroke, for the next person at an exhibition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lenet_gui.gui.session.session import Session

CLEAR_AFTER_S = 10  # time to look at an answer, and to talk about it
SECOND_MS = 1000


class AutoClear(QObject):
    """Clears the page after a while without drawing or pointing; that can be undone."""

    remaining = Signal(int)  # seconds until the page is cleared; 0 while it stays

    def __init__(self, session: Session, parent: QObject, waits: Callable[[], bool]) -> None:
        """waits: returns True while the page must be left alone."""
        super().__init__(parent)
        self._session, self._waits = session, waits
        self._watching = False
        self._left = 0
        self.timer = QTimer(self)
        self.timer.setInterval(SECOND_MS)
        self.timer.timeout.connect(self._count)
        session.inked.connect(self._begin)
        session.drawing_changed.connect(self._begin)
        session.unit_pointed.connect(self._begin)

    def watch(self, on: bool) -> None:
        """Begin to clear the page, or stop."""
        self._watching = on
        self._begin()

    @Slot()
    def _begin(self) -> None:
        """Wait again: a stroke was drawn, or a unit was pointed at."""
        if self._watching and (self._session.drawing.strokes or self._session.live is not None):
            self._left = CLEAR_AFTER_S
            self.timer.start()
        else:
            self._left = 0
            self.timer.stop()
        self._tell()

    @Slot()
    def _count(self) -> None:
        if self._session.live is not None or self._waits():
            self._left = CLEAR_AFTER_S
        else:
            self._left -= 1
        self._tell()
        if self._left == 0:
            self._session.clear()

    def _tell(self) -> None:
        """Say how much time is left, once the page has rested for a second."""
        self.remaining.emit(self._left if self._left < CLEAR_AFTER_S else 0)
