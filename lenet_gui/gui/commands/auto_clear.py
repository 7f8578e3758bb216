"""Clears the page some seconds after the last stroke, for the next person at an exhibition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from lenet_gui.gui.session.session import Session

CLEAR_AFTER_MS = 8000  # time to look at an answer, and to talk about it


class AutoClear(QObject):
    """Clears the page after a while without drawing or pointing; that can be undone."""

    def __init__(self, session: Session, parent: QObject, waits: Callable[[], bool]) -> None:
        """waits: returns True while the page must be left alone."""
        super().__init__(parent)
        self._session, self._waits = session, waits
        self._watching = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(CLEAR_AFTER_MS)
        self.timer.timeout.connect(self._clear)
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
            self.timer.start()
        else:
            self.timer.stop()

    @Slot()
    def _clear(self) -> None:
        if self._session.live is not None or self._waits():
            self.timer.start()
        else:
            self._session.clear()
