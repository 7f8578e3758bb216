"""Where a training of the window lies, and whose it is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from lenet_gui.engine.checkpoints.checkpoint import SUFFIX
from lenet_gui.engine.checkpoints.unfinished_trainings import last_path


def new_output(folder: Path, architecture: str) -> Path:
    """A path in the folder that nothing has yet, named after the architecture and the time."""
    name = f"{architecture} {datetime.now():%Y-%m-%d %H.%M.%S}"
    number, stem = 1, name
    while any(folder.glob(f"{stem}.*")):
        number += 1
        stem = f"{name} ({number})"
    return folder / f"{stem}{SUFFIX}"


def lock_of(output: Path) -> QLockFile:
    """Held by the program that trains it; of one that has died it is free again."""
    lock = QLockFile(str(output.with_name(f"{output.name.removesuffix(SUFFIX)}.lock")))
    lock.setStaleLockTime(0)  # however long it takes: only the end of its program frees it
    return lock


def is_locked(output: Path) -> bool:
    """Whether a program, this one too, is training it."""
    lock = lock_of(output)
    if not lock.tryLock(0):
        return True
    lock.unlock()
    return False


def something_kept(output: Path) -> bool:
    """Whether any checkpoint of that training is on disk."""
    return output.is_file() or last_path(output).is_file()
