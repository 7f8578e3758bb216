"""Keeping trained networks in the library, and discarding them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.checkpoints.unfinished_trainings import discard, last_path, state_path
from lenet_gui.gui.library.keep_dialog import KeepDialog
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.widgets.question import ask


class Keeping(QObject):
    """Asks with dialogs, moves or deletes the files, and emits what became of a checkpoint."""

    failed = Signal(object)  # error to tell
    kept = Signal(str, object)  # path from which it came, NetworkEntry of the library
    discarded = Signal(str)  # path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keeping, self._discarding = Background(self), Background(self)
        self._dialog: KeepDialog | None = None

    def keep(self, path: str) -> None:
        """Ask for a name and a note, and move the checkpoint into the library."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        if self._keeping.busy:
            return
        dialog = KeepDialog(Library().free_name(suggested_name(Path(path))), self._window)
        self._dialog = dialog

        def take(name: str, note: str) -> None:
            self._keeping.start(lambda: _keep(Path(path), name, note), done, failed)

        def done(entry: NetworkEntry) -> None:
            if self._dialog is dialog:  # closing it meanwhile came too late to cancel
                dialog.accept()
            self.kept.emit(path, entry)

        def failed(error: Exception) -> None:
            if self._dialog is dialog:
                dialog.show_trouble(error)
            else:
                self.failed.emit(error)

        dialog.wanted.connect(take)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._window.activateWindow()  # where no window manager gives the keyboard back
        self._dialog = None

    def discard(self, path: str) -> None:
        """Ask, and delete the checkpoint and the files that belong to it."""
        question = self.tr("Discard this network? This cannot be undone.")
        yes = self.tr("&Discard")
        ask(self._window, "discard-question", question, yes, lambda: self._discard(path))

    def _discard(self, path: str) -> None:
        def done(_nothing: None) -> None:
            self.discarded.emit(path)

        self._discarding.start(lambda: discard(Path(path)), done, self.failed.emit)


def suggested_name(path: Path) -> str:
    """Return the name of a checkpoint's file without its suffix."""
    return path.name.removesuffix(CHECKPOINT_SUFFIX)


def _keep(path: Path, name: str, note: str) -> NetworkEntry:
    """Move a training's checkpoint into the library. Raises BadInput if the name is taken.

    Of a training that was stopped, this is the best checkpoint, or else the last one; its other
    files are deleted, so that it cannot be continued.
    """
    stopped = state_path(path).exists()
    source = path if path.is_file() or not stopped else last_path(path)
    entry = Library().keep(source, name, note)
    if stopped:
        discard(path)
    return entry
