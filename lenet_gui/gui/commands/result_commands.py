"""From training to result to library and back: who shows what, and when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from lenet_gui.common.training_values import TrainingReport
    from lenet_gui.common.values import FloatArray
    from lenet_gui.gui.library.keeping import Keeping
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.window.main_window import MainWindow


class ResultCommands(QObject):
    """Between the session's wishes and the docks of training, result and library."""

    failed = Signal(object)  # an error to tell

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._newest: tuple[TrainingReport, FloatArray | None] | None = None
        self._keeping: Keeping | None = None
        self._background = Background(self)
        session.keep_wanted.connect(self._keep)
        session.discard_wanted.connect(self._discard)
        session.further_wanted.connect(self.train_further)
        window.docks.panel_made.connect(self._connect_panel)
        QTimer.singleShot(0, self, self._connect)  # the start of the program does not need it

    @Slot()
    def _connect(self) -> None:
        self._session.training.finished.connect(self._finish)

    @Slot(str, QWidget)
    def _connect_panel(self, name: str, panel: QWidget) -> None:
        if name == "training":
            panel.keep_wanted.connect(self._session.keep_wanted)  # type: ignore[attr-defined]
            panel.discard_wanted.connect(self._session.discard_wanted)  # type: ignore[attr-defined]
            panel.look_wanted.connect(self.look)  # type: ignore[attr-defined]
        elif name == "library":  # behind another tab it is not hidden, and gets no event
            self._window.docks.docks[name].visibilityChanged.connect(panel.refresh)  # type: ignore[attr-defined]
        elif name == "result" and self._newest is not None:
            QTimer.singleShot(0, self, self._show_newest)  # making the panel was enough for once

    @Slot()
    def _show_newest(self) -> None:
        panel = self._window.docks.panels.get("result")
        if panel is not None and self._newest is not None:
            panel.show_report(*self._newest)  # type: ignore[attr-defined]

    @Slot(object)
    def _finish(self, report: TrainingReport) -> None:
        start = self._session.training.start_values
        before = None if start is None else start.weights.get("C1.weight")
        self._newest = report, before
        self._show_newest()

    @Slot()
    def look(self) -> None:
        """Bring the result of the newest training to the front."""
        self._window.docks.bring("result")

    @Slot()
    def show_library(self) -> None:
        """Bring the library to the front, with the keyboard in its table."""
        self._window.docks.bring("library")
        self._window.docks.panel("library").table.setFocus()  # type: ignore[attr-defined]

    @Slot()
    def evaluate(self) -> None:
        """Have the reader in use read MNIST's test digits, and show what it gets wrong."""
        self._window.docks.bring("result")
        self._window.docks.panel("result").evaluate()  # type: ignore[attr-defined]

    @Slot(str)
    def train_further(self, path: str) -> None:
        """Fill the form, so that the next training begins with the weights of that checkpoint."""
        self._background.start(
            lambda: (_architecture_of(Path(path)), path), self._fill_form, self.failed.emit
        )

    def _fill_form(self, found: tuple[str, str]) -> None:
        name, path = found
        form = self._window.training.form
        form.choose_network(name)
        form.set(start=path)
        self._window.docks.bring("training")
        text = self.tr("The next training begins with the weights of {0}.")
        self._window.statusBar().showMessage(text.format(Path(path).stem), 8000)

    @property
    def keeping(self) -> Keeping:
        if self._keeping is None:
            from lenet_gui.gui.library.keeping import Keeping

            self._keeping = Keeping(self._session, self._window)
            self._keeping.failed.connect(self.failed)
        return self._keeping

    @Slot(str)
    def _keep(self, path: str) -> None:
        self.keeping.keep(path)

    @Slot(str)
    def _discard(self, path: str) -> None:
        self.keeping.discard(path)


def _architecture_of(path: Path) -> str:
    from lenet_gui.engine.checkpoints.library_entries import read_entry

    return read_entry(path).architecture
