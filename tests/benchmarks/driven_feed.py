"""The measured process of feeds.py: the window opens one hostile server after the other.

What is longest between two turns of the event loop is its stall; a timer of 5 ms measures it from
the start of the first feed to the end of the last, with leaving each of them.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from lenet_gui import app
from lenet_gui.gui.sources.camera import CameraSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.hostile_servers import HOSTILE

TURN = 5  # ms
LOOKED = 600  # ms at each server
SETTLED = 1500  # ms from the first sight of the source


class Driver(QObject):
    """One server after the other, each left while it pours."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.found: dict[str, Any] = {"stall": 0.0, "stalled_in": ""}
        self._address, self._names, self._name = address, iter(HOSTILE), ""
        self._last = 0.0
        self._turns = QTimer(self)
        self._turns.setTimerType(Qt.TimerType.PreciseTimer)
        self._turns.setInterval(TURN)
        self._turns.timeout.connect(self._turn)
        QTimer.singleShot(0, self, self._wait_for_window)

    @Slot()
    def _wait_for_window(self) -> None:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].sources.made and "stages" in windows[0].workspaces.panels:
            self._window = windows[0]
            self._window.sources.bring("camera")
            self._source = self._window.sources.typed("camera", CameraSource)
            self._source.bar.choose("address")
            QTimer.singleShot(SETTLED, self, self._begin)  # the start is measured elsewhere
        else:
            QTimer.singleShot(10, self, self._wait_for_window)

    @Slot()
    def _begin(self) -> None:
        self._last = time.perf_counter()
        self._turns.start()
        self._next()

    @Slot()
    def _turn(self) -> None:
        now = time.perf_counter()
        stall = 1000 * (now - self._last) - TURN
        self._last = now
        if stall > self.found["stall"]:
            self.found.update(stall=stall, stalled_in=self._name)

    @Slot()
    def _next(self) -> None:
        self._name = next(self._names, "")
        if self._name:
            self._source.bar.address.setText(f"{self._address}/{self._name}")
            self._source.start()
            QTimer.singleShot(LOOKED, self, self._next)
        else:
            self._source.stop()
            QTimer.singleShot(LOOKED, self, self._end)

    @Slot()
    def _end(self) -> None:
        self._turns.stop()
        self._window.close()


if __name__ == "__main__":
    driver: list[Driver] = []
    QTimer.singleShot(0, lambda: driver.append(Driver(sys.argv[1])))
    app.run([])
    print(json.dumps(driver[0].found))
