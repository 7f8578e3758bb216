"""The files of a training that the window runs, and the lock that says which program runs it."""

from __future__ import annotations

from datetime import datetime
from glob import escape
from pathlib import Path

from PySide6.QtCore import QLockFile

from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX
from lenet_gui.engine.checkpoints.library_entries import file_stem
from lenet_gui.engine.checkpoints.unfinished_trainings import last_path
from lenet_gui.gui.system.locks import lock_at


def new_output(folder: Path, architecture: str) -> Path:
    """Return an unused path in the folder, named after the architecture and the time."""
    name = f"{file_stem(architecture)} {datetime.now():%Y-%m-%d %H.%M.%S}"
    number, stem = 1, name
    while any(folder.glob(f"{escape(stem)}.*")):
        number += 1
        stem = f"{name} ({number})"
    return folder / f"{stem}{CHECKPOINT_SUFFIX}"


def lock_of(output: Path) -> QLockFile:
    """Return the lock of a training. The system frees it when the program that holds it ends."""
    return lock_at(output.with_name(f"{output.name.removesuffix(CHECKPOINT_SUFFIX)}.lock"))


def is_locked(output: Path) -> bool:
    """Return whether a program, possibly this one, is training it."""
    lock = lock_of(output)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def something_kept(output: Path) -> bool:
    """Return whether any checkpoint of that training is on disk."""
    return output.is_file() or last_path(output).is_file()
