"""The files from which drawings are restored: one for each program, which holds its lock.

A file whose lock is free is that of a program that ended suddenly.
"""

from __future__ import annotations

import contextlib
import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.ink.history import History
from lenet_gui.engine.storage.data_folders import recovery_folder, recovery_path
from lenet_gui.engine.storage.files import read_limited, write_atomically
from lenet_gui.gui.system.locks import lock_at

log = logging.getLogger(__name__)

SUFFIX, LOCK_SUFFIX = ".json", ".lock"
MOST_KEPT = 20  # files of programs that ended suddenly; older ones are removed


class RecoveryFile:
    """A file of which this program holds the lock."""

    def __init__(self, path: Path, lock: QLockFile) -> None:
        self.path = path
        self._lock = lock

    def write(self, data: bytes) -> None:
        """Write the file in one piece, for the user alone. Raises BadInput if that fails."""
        write_atomically(self.path, data, private=True)

    def remove(self) -> None:
        """Remove the file, and let go of it."""
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.let_go()

    def let_go(self) -> None:
        """Leave the file to the next program that looks for one."""
        self._lock.unlock()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The page of a program that ended suddenly. kept_at: seconds since the epoch."""

    file: RecoveryFile
    history: History
    kept_at: float


def new_file() -> RecoveryFile:
    """Return a file for this program, which does not exist yet. Raises BadInput if that fails."""
    folder = recovery_folder()
    path = folder / f"{datetime.now():%Y-%m-%d %H.%M.%S.%f} {os.getpid()}{SUFFIX}"
    lock = lock_at(path.with_suffix(LOCK_SUFFIX))
    if not lock.tryLock(0):
        raise BadInput("The folder {folder} for your networks is not writable.", folder=folder)
    return RecoveryFile(path, lock)


def newest_of_ended_programs() -> Found | None:
    """Return what the program that ended suddenly last had on its page; its lock is held now.

    Damaged files are skipped. Raises OSError if the folder cannot be read. Runs in a thread, which
    imports what the start of the window does not need.
    """
    folder = recovery_path()
    if not folder.is_dir():
        return None
    from lenet_gui.engine.ink.drawing_history import MAX_HISTORY_FILE, history_from_json

    _remove_spare_locks(folder)
    paths = sorted(folder.glob(f"*{SUFFIX}"), key=_written_at, reverse=True)
    for path in paths[MOST_KEPT:]:
        lock = lock_at(path.with_suffix(LOCK_SUFFIX))
        if lock.tryLock(0):
            RecoveryFile(path, lock).remove()
    for path in paths[:MOST_KEPT]:
        lock = lock_at(path.with_suffix(LOCK_SUFFIX))
        if not lock.tryLock(0):
            continue  # its program runs
        try:
            history = history_from_json(read_limited(path, MAX_HISTORY_FILE), path.name)
        except BadInput as error:
            log.warning("%s", error)
            lock.unlock()
            continue
        return Found(RecoveryFile(path, lock), history, _written_at(path))
    return None


def _remove_spare_locks(folder: Path) -> None:
    """Remove locks of programs that ended before they had written a file."""
    for path in folder.glob(f"*{LOCK_SUFFIX}"):
        if not path.with_suffix(SUFFIX).exists():
            lock = lock_at(path)
            if lock.tryLock(0):
                lock.unlock()


def _written_at(path: Path) -> float:
    with contextlib.suppress(OSError):
        return path.lstat().st_mtime
    return 0.0
