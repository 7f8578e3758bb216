"""Looks up all of Qt's names in the window's thread, before another thread may do so.

PySide makes a class when its name is looked up for the first time. When two threads do that at
once, as an import in a thread does, the program crashes now and then.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal, Slot

PRELOAD_PIECE_S = 0.005  # how long the window does not answer, at a time
PRELOAD_PAUSE_MS = 10  # between two pieces


def _every_name() -> Iterator[None]:
    """Look up one name per step; first the modules that pyqtgraph tries to import."""
    for name in ("QtSvg", "QtOpenGLWidgets", "QtTest"):
        with suppress(ImportError):  # pyqtgraph can do without
            import_module(f"PySide6.{name}")
        yield
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


_names = _every_name()  # one for the process: names that were looked up stay known


class QtNames(QObject):
    """Looks up the names in pieces, and emits ``known`` when it is done."""

    known = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def ask(self) -> None:
        """Begin; ``known`` follows, later even if all names are known already."""
        self._next.start(0)

    @Slot()
    def _go_on(self) -> None:
        end = time.monotonic() + PRELOAD_PIECE_S
        for _ in _names:
            if time.monotonic() > end:
                self._next.start(PRELOAD_PAUSE_MS)
                return
        self.known.emit()
