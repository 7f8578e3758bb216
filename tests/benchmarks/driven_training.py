"""The measured process of worker.py: the program trains, driven from inside by a timer.

What is longest between two turns of the event loop is its stall: a timer of 5 ms measures it from
the opening of the panel to the end of a second, short training, whose result is looked at and kept.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui import app
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.gui.library.keep_dialog import KeepDialog
from lenet_gui.gui.window.main_window import MainWindow

TURN = 5  # ms
TRAINED = 5.0  # seconds with the network reading what is on the page
SHORT = 2.0  # seconds of the training that comes to its end
LOOKED = 1000  # ms at what was opened


class Driver(QObject):
    """One step after the other, each when what it waits for is there."""

    def __init__(self, cold: bool) -> None:
        super().__init__()
        self.found: dict[str, Any] = {"stall": 0.0, "stalled_in": "", "readings": 0}
        self._cold, self._step, self._last = cold, "opening", 0.0
        self._since = time.perf_counter()
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
            QTimer.singleShot(500, self, self._begin)  # the start is measured elsewhere
        else:
            QTimer.singleShot(10, self, self._wait_for_window)

    @Slot()
    def _begin(self) -> None:
        session = self._window.session
        session.begin_stroke(280, 100)
        for y in range(110, 460, 10):
            session.extend_stroke(280, y)
        session.end_stroke()
        session.weights_changed.connect(self._count)
        self._training = self._window.commands.trainings.training
        self._training.state_changed.connect(self._note_state)
        self._training.progressed.connect(self._note_progress)
        self._training.stopped.connect(self._note_stop)
        self._training.finished.connect(self._note_finish)
        self._training.failed.connect(self._give_up)
        QTimer.singleShot(200, self, self._open)  # when the ink was read

    @Slot()
    def _open(self) -> None:
        self._last = time.perf_counter()
        self._turns.start()
        if self._cold:
            self._start()
            return
        dock = self._window.workspaces.docks["training"]
        dock.show()
        dock.raise_()
        self._training.prepare()
        self._note_state(self._training.state)

    @Slot()
    def _turn(self) -> None:
        now = time.perf_counter()
        stall = 1000 * (now - self._last) - TURN
        self._last = now
        if stall > self.found["stall"]:
            self.found.update(stall=stall, stalled_in=self._step)

    def _start(self) -> None:
        self._enter("starting")
        self._training.start(TrainingConfig("lenet-5-modern").with_fields(seconds=600.0))

    def _enter(self, step: str) -> None:
        self._step, self._since = step, time.perf_counter()

    def _passed(self) -> float:
        return time.perf_counter() - self._since

    @Slot(object)
    def _note_state(self, state: Any) -> None:
        if state.value == "ready" and self._step == "opening":
            QTimer.singleShot(300, self, self._start)
        elif state.value == "paused":
            self.found["pause"] = self._passed()
            self._training.go_on()
        elif state.value == "training" and self._step == "pausing":
            self._enter("cancelling")
            self._training.cancel()

    @Slot(object)
    def _note_progress(self, _progress: object) -> None:
        if self._step == "starting" and "first" not in self.found:
            self.found["first"] = self._passed()
            self._enter("training")
            if self._cold:
                guard: Any = self._window.commands.quit_guard
                guard.must_wait = lambda: False  # nobody is asked
                self._window.close()
        elif self._step == "training" and self._passed() > TRAINED:
            self._enter("pausing")
            self._training.pause()

    @Slot()
    def _count(self) -> None:
        self.found["readings"] += 1

    @Slot(str)
    def _note_stop(self, _kept: str) -> None:
        self.found["cancel"] = self._passed()
        self._enter("the second training")
        self._training.start(TrainingConfig("lenet-5-modern").with_fields(seconds=SHORT))

    @Slot(object)
    def _note_finish(self, _report: object) -> None:
        self._enter("finishing")
        QTimer.singleShot(LOOKED, self, self._look)

    @Slot()
    def _look(self) -> None:
        self._enter("looking at the result")
        self._window.commands.results.look()
        QTimer.singleShot(LOOKED, self, self._point)

    @Slot()
    def _point(self) -> None:
        self._enter("looking at confused digits")
        matrix = self._window.workspaces.panel("result").matrix
        matrix.setFocus()
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
            QTest.keyClick(matrix, key)
        QTimer.singleShot(LOOKED, self, self._keep)

    @Slot()
    def _keep(self) -> None:
        self._enter("keeping")
        self._window.workspaces.panel("result").summary.keep.click()
        QTimer.singleShot(LOOKED, self, self._confirm)

    @Slot()
    def _confirm(self) -> None:
        self._window.findChild(KeepDialog).keep.click()
        QTimer.singleShot(LOOKED, self, self._show_library)

    @Slot()
    def _show_library(self) -> None:
        self._enter("looking at the library")
        self._window.commands.results.show_library()
        QTimer.singleShot(LOOKED, self, self._end)

    @Slot()
    def _end(self) -> None:
        self._turns.stop()
        self._window.close()

    @Slot(object)
    def _give_up(self, error: Exception) -> None:
        raise SystemExit(str(error))


if __name__ == "__main__":
    driver: list[Driver] = []
    QTimer.singleShot(0, lambda: driver.append(Driver(sys.argv[1] == "cold")))
    app.run([])
    print(json.dumps(driver[0].found))
