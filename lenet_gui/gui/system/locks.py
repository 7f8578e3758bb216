"""Locks that say which running program has a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile


def lock_at(path: Path) -> QLockFile:
    """Return the lock that lies at a path. The system frees it when the program that holds it ends.

    On Linux, Qt tells a program that has ended from a new one of the same number, and also after
    the machine was started again.
    """
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # Qt would break a lock after 30 s, and programs run longer
    return lock
