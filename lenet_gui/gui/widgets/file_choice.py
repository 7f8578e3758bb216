"""The dialogs that ask which files to open, and where to save or export one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.widgets.plain_text import inert

if TYPE_CHECKING:
    from lenet_gui.engine.storage.file_kinds import FileKind


def choose_target(
    parent: QWidget, title: str, start: str, kinds: Mapping[str, tuple[str, ...]]
) -> Path | None:
    """Ask for a file to write, as ``choose_target_and_kind`` does. Return its path alone."""
    chosen = choose_target_and_kind(parent, title, start, kinds)
    return None if chosen is None else chosen[0]


def choose_target_and_kind(
    parent: QWidget, title: str, start: str, kinds: Mapping[str, tuple[str, ...]]
) -> tuple[Path, str] | None:
    """Ask for a file to write and its format. Return None if the dialog was cancelled.

    start: folder and name to begin with. kinds: title of a file format -> its suffixes, such as
    (".png",); a name without a known suffix gets the first one of the format that was chosen, and a
    name with the suffix of another format makes that one. If the file exists, the user has agreed
    to replace it. Returns the path and the title of the format.
    """
    filters = {
        f"{kind} ({' '.join(f'*{suffix}' for suffix in suffixes)})": kind
        for kind, suffixes in kinds.items()
    }
    name, chosen = QFileDialog.getSaveFileName(parent, title, start, ";;".join(filters))
    if not name:
        return None
    path = Path(name)
    kind = filters.get(chosen) or next(iter(kinds))
    of_suffix = [one for one, suffixes in kinds.items() if path.suffix.lower() in suffixes]
    if of_suffix:
        return path, kind if kind in of_suffix else of_suffix[0]
    path = path.with_name(path.name + kinds[kind][0])  # the dialog has not asked about this name
    question = QCoreApplication.translate("FileChoice", "{0} already exists. Replace it?")
    yes = QMessageBox.StandardButton.Yes
    if (
        path.exists()
        and QMessageBox.question(parent, title, inert(question.format(visible(path.name)))) != yes
    ):
        return None
    return path, kind


def choose_file(parent: QWidget, title: str, folder: str, kinds: Iterable[FileKind]) -> Path | None:
    """Ask for one file. Return None if the dialog was cancelled."""
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, open_filter(kinds))
    return Path(name) if name else None


def choose_files(parent: QWidget, title: str, folder: str, kinds: Iterable[FileKind]) -> list[Path]:
    """Ask for files. Return none if the dialog was cancelled."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, folder, open_filter(kinds))
    return [Path(name) for name in names]


def open_filter(kinds: Iterable[FileKind]) -> str:
    """Return the filter of an Open dialog: all of these kinds, each of them, and all files."""
    kinds = tuple(kinds)
    rows = [_row(kind.title, kind.globs) for kind in kinds]
    if len(kinds) > 1:
        every = dict.fromkeys(glob for kind in kinds for glob in kind.globs)
        rows.insert(0, _row(QT_TRANSLATE_NOOP("FileKind", "All kinds"), every))
    return ";;".join([*rows, _row(QT_TRANSLATE_NOOP("FileKind", "All files"), ("*",))])


def _row(title: str, globs: Iterable[str]) -> str:
    name = QCoreApplication.translate("FileKind", title)
    return f"{name} ({' '.join(globs)})"
