"""Exports networks: asks for format and place, and writes in the background."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, read_checkpoint
from lenet_gui.engine.checkpoints.library import export
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.settings import Settings

if TYPE_CHECKING:
    from lenet_gui.engine.checkpoints.exports import ExportFormat


class NetworkExport(QObject):
    """Exports the network in use, or a checkpoint file."""

    failed = Signal(object)  # the error
    saved = Signal(str)  # path

    def __init__(self, window: QWidget, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._background = Background(self)

    @Slot()
    def export(self) -> None:
        """Ask for format and place, and export the network in use."""
        recognizer = self._session.recognizer
        self._ask_and_write(recognizer.name, recognizer.checkpoint)

    @Slot(str, str)
    def export_file(self, name: str, path: str) -> None:
        """Ask for format and place, and export the checkpoint in the file ``path``."""
        self._ask_and_write(name, Path(path))

    def _ask_and_write(self, name: str, source: Checkpoint | Path) -> None:
        from lenet_gui.engine.checkpoints.exports import (
            EXPORT_FORMATS,  # not needed at the start of the window
        )
        from lenet_gui.gui.widgets.file_choice import choose_target_and_kind

        titles = {QCoreApplication.translate("Export", form.title): form for form in EXPORT_FORMATS}
        chosen = choose_target_and_kind(
            self._window,
            self.tr("Export {0}").format(name),
            str(Path(self._settings.text("folder", "")) / f"{name}{EXPORT_FORMATS[0].suffix}"),
            {title: (form.suffix,) for title, form in titles.items()},
        )
        if chosen is None:
            return
        target, form = chosen[0], titles[chosen[1]]
        self._settings.store("folder", str(target.absolute().parent))
        self._background.start(
            lambda: _write(name, source, form, target),
            lambda _nothing: self.saved.emit(str(target)),
            self.failed.emit,
        )


def _write(name: str, source: Checkpoint | Path, form: ExportFormat, target: Path) -> None:
    from lenet_gui.engine.checkpoints.exports import export_network

    if isinstance(source, Path) and form.suffix == CHECKPOINT_SUFFIX:
        export(source, target)  # a copy, with the user's notes
        return
    checkpoint = read_checkpoint(source) if isinstance(source, Path) else source
    export_network(name, checkpoint, form, target, replace=True)
