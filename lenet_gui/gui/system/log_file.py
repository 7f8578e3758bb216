"""The log: warnings, errors, crashes and hangs, in a folder that nobody but the user reads."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import threading
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Slot

from lenet_gui import __version__
from lenet_gui.engine.storage.data_path import DATA_VARIABLE, PRIVATE_MODE

LOG, FAULTS = "lenet_gui.log", "faults.log"
MOST_LOG_BYTES = 500_000  # bytes; a larger file becomes the former one at the next start
MOST_LINES = 5000  # of one run
HANG_S = 5  # seconds without an answer to the event loop
_BEAT = 2000  # ms
_LINE_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


def log_folder() -> Path:
    """Where the log lies, whether or not it is there."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).absolute() / "log"
    place = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(place), "lenet_gui", "log")


class Journal(QObject):
    """Writes from ``begin`` to ``end``. Where nothing can be written, nothing is, and all else
    goes on."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self._handler: _Handler | None = None
        self._faults: TextIO | None = None
        self._former_hook = threading.excepthook
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self._wind_up)

    def begin(self) -> None:
        try:
            self.folder.mkdir(PRIVATE_MODE, parents=True, exist_ok=True)
            self._faults = _opened(self.folder / FAULTS)
            self._handler = _Handler(_opened(self.folder / LOG))
        except OSError as error:
            log.warning("There will be no log: %s", error)
            return
        logging.getLogger().addHandler(self._handler)
        logging.getLogger("lenet_gui").setLevel(logging.INFO)
        threading.excepthook = _log_thread
        faulthandler.enable(self._faults)
        log.info("lenet_gui %s begins, on %s", __version__, platform.system())

    def watch(self) -> None:
        """From now on the event loop runs; where it stops, the stacks of all threads are kept."""
        if self._faults is not None:
            self._wind_up()
            self._beat.start()

    def end(self) -> None:
        self._beat.stop()
        if self._faults is not None:
            faulthandler.cancel_dump_traceback_later()
            faulthandler.disable()
            self._faults.close()
            self._faults = None
        if self._handler is not None:
            threading.excepthook = self._former_hook
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    @Slot()
    def _wind_up(self) -> None:
        if self._faults is None:
            return
        if self._faults.tell() > MOST_LOG_BYTES:
            faulthandler.cancel_dump_traceback_later()
        else:
            faulthandler.dump_traceback_later(HANG_S, file=self._faults)


class _Handler(logging.StreamHandler[TextIO]):
    """A file that does not grow without end, whatever is said again and again."""

    def __init__(self, file: TextIO) -> None:
        super().__init__(file)
        self.setLevel(logging.INFO)
        self.setFormatter(logging.Formatter(_LINE_FORMAT))
        self._left = MOST_LINES

    def emit(self, record: logging.LogRecord) -> None:
        self._left -= 1
        if self._left >= 0:
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is no reason to say anything."""

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.stream.close()
        super().close()


def _opened(path: Path) -> TextIO:
    """To write at its end, for its owner alone; a large one is set aside as the former one."""
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size > MOST_LOG_BYTES:
            os.replace(path, path.with_name(f"former-{path.name}"))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def _log_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        log.error("in a thread", exc_info=failure.exc_value)
