"""Files into the trash of the desktop, where there is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile


def into_trash(path: Path) -> bool:
    """Whether that was possible; if not, the file is where it was."""
    moved = QFile.moveToTrash(str(path))
    return moved if isinstance(moved, bool) else bool(moved[0])
