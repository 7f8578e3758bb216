"""The worker as the window sees it: a QProcess, frames in and out, and its death in a sentence."""

from __future__ import annotations

import logging
import signal
import sys
import time
from collections import deque

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.wire.frames import Frame, FrameParser, pack

log = logging.getLogger(__name__)

_READ_BYTES = 1 << 18  # bytes that are read in one turn of the event loop
_TURN = 0.004  # seconds that frames may take of one turn
_LAST_OUTPUT = 20_000  # bytes of stderr that are kept
_GRACE = 3000  # ms for a process that was killed to be gone; a busy machine takes its time

_NOT_STARTED = QT_TRANSLATE_NOOP("BadInput", "The training process cannot be started: {why}.")
_KILLED = QT_TRANSLATE_NOOP(
    "BadInput", "The training process was killed, perhaps because the memory ran out."
)
_CRASHED = QT_TRANSLATE_NOOP("BadInput", "The training process crashed.")
_ENDED = QT_TRANSLATE_NOOP("BadInput", "The training process ended unexpectedly.")
_KILLS = (getattr(signal, "SIGKILL", 9), signal.SIGTERM)


class TrainingProcess(QObject):
    """One run of the worker; it ends when this process does, whatever happens to it."""

    frame_came = Signal(object)  # Frame
    ended = Signal(object)  # BadInput; the standard error output is a note of it

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames: deque[Frame] = deque()
        self._parser = FrameParser()
        self._errors = bytearray()
        self._over = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._take)
        self._process.readyReadStandardError.connect(self._keep_errors)
        self._process.errorOccurred.connect(self._fail)
        self._process.finished.connect(self._end)

    @property
    def number(self) -> int:
        """Of the process, as the system counts; 0 if there is none."""
        return self._process.processId()

    def start(self) -> None:
        """Returns at once; what is sent before the process is there waits for it."""
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONUNBUFFERED", "1")
        environment.insert("PYTHONFAULTHANDLER", "1")  # what crashes it is told here
        self._process.setProcessEnvironment(environment)
        program, *arguments = worker_command()
        self._process.start(program, arguments)

    def send(self, frame: Frame) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(pack(frame))

    def kill(self) -> None:
        """End it, with nothing more to be heard of it; then this object goes, too."""
        if self._over:
            return
        self._over = True
        self._turn.stop()
        self._frames.clear()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)
            self._process.kill()

    def wait(self) -> None:
        """Until it is gone, some hundredths of a second after ``kill``."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(_GRACE)

    # ---- what it says

    @Slot()
    def _take(self) -> None:
        """Read and tell, a few milliseconds at a time."""
        until = time.perf_counter() + _TURN
        while not self._over:
            while self._frames and not self._over:
                self.frame_came.emit(self._frames.popleft())
                if time.perf_counter() > until:
                    self._turn.start()
                    return
            if not self._read():
                return

    def _read(self) -> bool:
        """Whether there was something."""
        piece = self._process.read(_READ_BYTES)
        if piece.isEmpty():
            return False
        try:
            self._frames.extend(self._parser.feed(bytes(piece.data())))
        except BadInput as error:
            self._finish(error)
        return True

    @Slot()
    def _keep_errors(self) -> None:
        piece = bytes(self._process.readAllStandardError().data())
        log.info("worker: %s", piece.decode(errors="replace").rstrip())
        self._errors += piece
        del self._errors[:-_LAST_OUTPUT]

    # ---- its end

    @Slot(QProcess.ProcessError)
    def _fail(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finish(BadInput(_NOT_STARTED, why=self._process.errorString()))

    @Slot(int, QProcess.ExitStatus)
    def _end(self, code: int, status: QProcess.ExitStatus) -> None:
        while not self._over and (self._frames or self._read()):
            while self._frames and not self._over:
                self.frame_came.emit(self._frames.popleft())
        if status == QProcess.ExitStatus.NormalExit:
            self._finish(BadInput(_ENDED))
        else:
            self._finish(BadInput(_KILLED if code in _KILLS else _CRASHED))

    def _finish(self, error: BadInput) -> None:
        if self._over:
            return
        self.kill()
        if self._errors:
            error.add_note(self._errors.decode(errors="replace"))
        self.ended.emit(error)


def worker_command() -> list[str]:
    """The program and its arguments: from a checkout or a wheel, or of the frozen program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker"]
    return [sys.executable, "-m", "lenet_gui", "worker"]
