"""The log: warnings, errors, crashes and hangs, in files that only the user can read.

What fills the gaps of a message, a name of a file for example, stands between marks, so that the
diagnostics can leave it out.
"""

from __future__ import annotations

import copy
import faulthandler
import logging
import os
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Slot

from lenet_gui import __version__
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.engine.storage.data_path import DATA_VARIABLE, PRIVATE_MODE

LOG, FAULTS = "lenet_gui.log", "faults.log"
MOST_LOG_BYTES = 500_000  # of a file; the former one is kept beside it
MOST_ENTRY = 20_000  # characters: a long traceback
HANG_S = 5  # so long without the event loop counts as a hang
_BEAT = 2000  # ms between two signs of life of the event loop
_LINE_FORMAT = "%(asctime)s | %(levelname)s %(name)s: %(message)s"
GAP_BEGINS, GAP_ENDS = "⟦⟧"

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
            self._handler = _Handler(self.folder / LOG)
        except OSError as error:
            log.warning("There will be no log: %s", error)
            return
        logging.getLogger().addHandler(self._handler)
        logging.getLogger("lenet_gui").setLevel(logging.INFO)
        threading.excepthook = _log_thread
        faulthandler.enable(self._faults)
        log.info("lenet_gui %s begins, on %s", __version__, sys.platform)

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


class _Handler(logging.FileHandler):
    """Writes to a file; a full one is set aside, in place of the one before.

    Python's own rotating handler would load sockets and pickle, 3 % of the window's start.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.setLevel(logging.INFO)
        self.setFormatter(_Lines(_LINE_FORMAT))

    def _open(self) -> TextIO:  # type: ignore[override]
        return _opened(Path(self.baseFilename))

    def emit(self, record: logging.LogRecord) -> None:
        stream, path = self.stream, Path(self.baseFilename)
        try:
            if stream and stream.tell() + len(self.format(record).encode()) >= MOST_LOG_BYTES:
                stream.close()
                self.stream = None  # it is opened with the next line
                path.replace(_former(path))
        except (OSError, ValueError):
            self.handleError(record)
            return
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing: a full disk is no reason for another error."""


class _Lines(logging.Formatter):
    """Marks what fills the gaps of a message, and all that other programs' modules say."""

    def format(self, record: logging.LogRecord) -> str:
        marked = copy.copy(record)
        if record.name.partition(".")[0] != "lenet_gui":
            marked.msg, marked.args = "%s", (_marked(record.getMessage()),)
        elif isinstance(record.args, tuple):
            marked.args = tuple(map(_marked, record.args))
        elif isinstance(record.args, Mapping):
            marked.args = {name: _marked(value) for name, value in record.args.items()}
        return super().format(marked)[:MOST_ENTRY]


class _Gap(str):
    """The filling of a gap, between marks and in one line."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _marked(value: object) -> object:
    """Return a value with marks around it; numbers tell no names, errors have gaps of their own."""
    if isinstance(value, int | float):
        return value
    if isinstance(value, BadInput):
        gaps = {name: _marked(detail) for name, detail in value.details.items()}
        return _Gap(value.template.format(**gaps))
    text = visible(str(value)).replace(GAP_BEGINS, "[").replace(GAP_ENDS, "]")
    return _Gap(f"{GAP_BEGINS}{text}{GAP_ENDS}")


def _former(path: Path) -> Path:
    return path.with_name(f"former-{path.name}")


def _opened(path: Path) -> TextIO:
    """Open a file to append to, readable by its owner only; a large one is set aside first.

    Raises OSError if that is impossible, or the path is no ordinary file: a pipe would wait.
    """
    if path.exists():
        if not path.is_file():
            raise OSError(f"{path} is not a regular file")
        if path.stat().st_size > MOST_LOG_BYTES:
            os.replace(path, _former(path))
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def _log_thread(failure: threading.ExceptHookArgs) -> None:
    if failure.exc_value is not None:
        log.error("in a thread", exc_info=failure.exc_value)
