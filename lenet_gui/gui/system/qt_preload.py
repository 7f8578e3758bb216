"""Qt's names, asked for by the window's thread before another thread may ask.

PySide makes a class when its name is asked for the first time. When two threads do that at once,
as an import in a thread does, it now and then takes the program down.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal, Slot

PRELOAD_PIECE_S = 0.005  # seconds that it takes at a time
PRELOAD_PAUSE_MS = 10  # milliseconds between


def _every_name() -> Iterator[None]:
    """Asks for one after the other; the modules first that pyqtgraph looks for."""
    for name in ("QtSvg", "QtOpenGLWidgets", "QtTest"):
        with suppress(ImportError):  # it can do without
            import_module(f"PySide6.{name}")
        yield
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


_names = _every_name()  # of the process: once all are asked for, there is nothing left to do


class QtNames(QObject):
    """``ask``, and when all of them are known, ``known`` follows."""

    known = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._go_on)

    def ask(self) -> None:
        self._next.start(0)

    @Slot()
    def _go_on(self) -> None:
        end = time.monotonic() + PRELOAD_PIECE_S
        for _ in _names:
            if time.monotonic() > end:
                self._next.start(PRELOAD_PAUSE_MS)
                return
        self.known.emit()
