"""Where to write a file: one dialog for all that is saved and exported."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def choose_target(
    parent: QWidget, title: str, start: str, kinds: Mapping[str, tuple[str, ...]]
) -> Path | None:
    """Ask for a file to write; None if nobody wants to.

    start: folder and name to begin with. kinds: for people -> suffixes, like (".png",); a name
    without one of them gets the first one of the kind that was chosen. If there is a file of that
    name, it was agreed to that it is replaced.
    """
    filters = {
        f"{kind} ({' '.join(f'*{suffix}' for suffix in suffixes)})": suffixes
        for kind, suffixes in kinds.items()
    }
    name, chosen = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in {suffix for suffixes in kinds.values() for suffix in suffixes}:
        return path
    suffixes = filters.get(chosen) or next(iter(filters.values()))
    path = path.with_name(path.name + suffixes[0])  # the dialog has not asked about the whole name
    question = QCoreApplication.translate("FileChoice", "{0} already exists. Replace it?")
    yes = QMessageBox.StandardButton.Yes
    if path.exists() and QMessageBox.question(parent, title, question.format(path.name)) != yes:
        return None
    return path
