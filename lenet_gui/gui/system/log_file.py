"""The log: warnings, errors, crashes and hangs, in files that only the user can read."""

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
MOST_LOG_BYTES = 500_000  # a larger file is set aside at the next start
MOST_LINES = 5000  # that one run of the program writes
HANG_S = 5  # so long without the event loop counts as a hang
_BEAT = 2000  # ms between two signs of life of the event loop
_LINE_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger(__name__)


def log_folder() -> Path:
    """Return the folder of the log, which may not exist yet."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen).absolute() / "log"
    place = QStandardPaths.StandardLocation.GenericStateLocation
    return Path(QStandardPaths.writableLocation(place), "lenet_gui", "log")


class Journal(QObject):
    """The log of one run of the program, from ``begin`` to ``end``.

    Where it cannot be written the program works without it.
    """

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
        """Log from now on what Python, threads and crashes have to report."""
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
        """Log the stacks of all threads whenever the event loop stops; it must run by now."""
        if self._faults is not None:
            self._wind_up()
            self._beat.start()

    def end(self) -> None:
        """Close the files; without ``begin`` before, do nothing."""
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
    """Writes to a file, but no more than MOST_LINES, whatever is logged again and again."""

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
        """Do nothing: a full disk is no reason for another error."""

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self.stream.close()
        super().close()


def _opened(path: Path) -> TextIO:
    """Open a file to append to, readable by its owner only; a large one is set aside first."""
    with contextlib.suppress(FileNotFoundError):
        if path.stat().st_size > MOST_LOG_BYTES:
            os.replace(path, path.with_name(f"former-{path.name}"))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def _log_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        log.error("in a thread", exc_info=failure.exc_value)
