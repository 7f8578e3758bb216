"""The worker as the window sees it: a QProcess, frames in and out, and why it ended."""

from __future__ import annotations

import logging
import signal
import sys
import time
from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

import lenet_gui
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.wire.frames import Frame, FrameParser, pack

log = logging.getLogger(__name__)

_READ_BYTES = 1 << 18  # read at once; a frame with all weights has about as many
_TURN = 0.004  # seconds that frames may take of a turn of the event loop; a picture has 16 ms
_LAST_OUTPUT = 20_000  # bytes of stderr that are kept: a long traceback
_GRACE = 3000  # ms for a killed process to end, which takes longer on a busy machine

# Left in a terminal by an earlier run, they would have the worker wait for other processes.
_OF_TORCHRUN = (
    "RANK", "WORLD_SIZE", "LOCAL_RANK", "LOCAL_WORLD_SIZE", "GROUP_RANK", "ROLE_RANK",
    "MASTER_ADDR", "MASTER_PORT", "TORCHELASTIC_RUN_ID",
)  # fmt: skip

_NOT_STARTED = QT_TRANSLATE_NOOP("BadInput", "The training process cannot be started: {why}.")
_KILLED = QT_TRANSLATE_NOOP(
    "BadInput", "The training process was killed, perhaps because the memory ran out."
)
_CRASHED = QT_TRANSLATE_NOOP("BadInput", "The training process crashed.")
_ENDED = QT_TRANSLATE_NOOP("BadInput", "The training process ended unexpectedly.")
_KILLS = (getattr(signal, "SIGKILL", 9), signal.SIGTERM)


class TrainingProcess(QObject):
    """One run of the worker. The worker ends with this program, even if this one crashes."""

    frame_came = Signal(object)  # Frame
    ended = Signal(object)  # BadInput, with the worker's stderr as a note

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
        """Process id; 0 if no process runs."""
        return self._process.processId()

    def start(self) -> None:
        """Start the process and return at once; frames sent before it runs wait for it."""
        self._process.setProcessEnvironment(worker_environment())
        program, *arguments = worker_command()
        self._process.start(program, arguments)

    def send(self, frame: Frame) -> None:
        """Send a frame; do nothing if no process runs."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.write(pack(frame))

    def kill(self) -> None:
        """Kill the process, emit nothing more, and delete this object when it has ended."""
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
        """Block until the killed process has ended, usually some hundredths of a second."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self._process.waitForFinished(_GRACE)

    # ---- its output

    @Slot()
    def _take(self) -> None:
        """Read frames and emit them, a few milliseconds at a time."""
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
        """Parse one piece of the output. Return whether there was any."""
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
        for line in piece.decode(errors="replace").splitlines():
            log.info("worker: %s", line)
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


def worker_environment() -> QProcessEnvironment:
    """Return this program's environment, less what torchrun left, and with what the worker needs.

    A file in the working folder that is called like a module is not run, unless the program itself
    was started from there.
    """
    environment = QProcessEnvironment.systemEnvironment()
    for name in _OF_TORCHRUN:
        environment.remove(name)
    environment.insert("PYTHONUNBUFFERED", "1")
    environment.insert("PYTHONFAULTHANDLER", "1")  # writes a traceback of a crash to stderr
    if Path.cwd() != Path(lenet_gui.__path__[0]).parent:
        environment.insert("PYTHONSAFEPATH", "1")
    return environment


def worker_command() -> list[str]:
    """Return the command line of the worker: this Python, or the frozen program itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "worker"]
    return [sys.executable, "-m", "lenet_gui", "worker"]
