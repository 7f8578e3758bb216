"""Moving files to the desktop's trash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile


def into_trash(path: Path) -> bool:
    """Move a file to the trash. Return False, with the file unmoved, if that is impossible."""
    moved = QFile.moveToTrash(str(path))
    return moved if isinstance(moved, bool) else bool(moved[0])
