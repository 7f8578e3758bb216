"""The dialog that asks where to save or export a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.gui.widgets.plain_text import inert


def choose_target(
    parent: QWidget, title: str, start: str, kinds: Mapping[str, tuple[str, ...]]
) -> Path | None:
    """Ask for a file to write. Return None if the dialog was cancelled.

    start: folder and name to begin with. kinds: title of a file format -> its suffixes, such as
    (".png",); a name without a known suffix gets the first one of the format that was chosen. If
    the file exists, the user has agreed to replace it.
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
    path = path.with_name(path.name + suffixes[0])  # the dialog has not asked about this name
    question = QCoreApplication.translate("FileChoice", "{0} already exists. Replace it?")
    yes = QMessageBox.StandardButton.Yes
    if (
        path.exists()
        and QMessageBox.question(parent, title, inert(question.format(visible(path.name)))) != yes
    ):
        return None
    return path
