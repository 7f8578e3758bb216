"""Commands on trained networks: show how well they read, keep, discard, train further."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.printable import visible
from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from lenet_gui.common.training_reports import TrainingReport
    from lenet_gui.common.values import FloatArray
    from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
    from lenet_gui.gui.library.keeping import Keeping
    from lenet_gui.gui.training.training_parts import TrainingParts

FURTHER_SHOWN_MS = 8000  # a long sentence, with the name of a file


class ResultCommands(QObject):
    """Commands on trained networks for menus and panels, and signals that report their results."""

    failed = Signal(object)  # an error to tell
    reported = Signal(object, object)  # TrainingReport, weights of C1 when it began, or None
    evaluation_wanted = Signal()
    library_wanted = Signal()  # it is at the front, and gets the keyboard
    library_changed = Signal()  # a checkpoint was kept, renamed, noted or deleted
    kept = Signal(str, object)  # path from which it came, NetworkEntry of the library
    discarded = Signal(str)  # path

    def __init__(
        self,
        window: QWidget,
        trainings: TrainingParts,
        bring: Callable[[str], None],
        say: Callable[[str, int], None],
    ) -> None:
        """window: parent of the dialogs. bring: shows the panel of that name. say: shows a text for
        so many milliseconds."""
        super().__init__(window)
        self._window, self._trainings, self._bring, self._say = window, trainings, bring, say
        self.newest: tuple[TrainingReport, FloatArray | None] | None = None  # last ``reported``
        self.newest_kept: NetworkEntry | None = None  # what its network has become
        self.newest_discarded = False
        self._keeping: Keeping | None = None
        self._background = Background(self)
        QTimer.singleShot(0, self, self._connect)  # the start of the program does not need it

    @Slot()
    def _connect(self) -> None:
        self._trainings.training.finished.connect(self._finish)
        self._trainings.learning.name_changed.connect(self.library_changed)

    @Slot(object)
    def _finish(self, report: TrainingReport) -> None:
        start = self._trainings.training.start_values
        before = None if start is None else start.weights.get("C1.weight")
        self.newest = report, before
        self.newest_kept, self.newest_discarded = None, False
        self.reported.emit(report, before)

    @Slot()
    def look(self) -> None:
        """Bring the result of the newest training to the front."""
        self._bring("result")

    @Slot()
    def show_library(self) -> None:
        """Bring the library to the front, with the keyboard in its table."""
        self._bring("library")
        self.library_wanted.emit()

    @Slot()
    def evaluate(self) -> None:
        """Test the network in use on the data that is chosen, and show what it gets wrong."""
        self._bring("result")
        self.evaluation_wanted.emit()

    @Slot(str)
    def train_further(self, path: str) -> None:
        """Fill the form, so that the next training begins with the weights of that checkpoint."""
        self._background.start(lambda: _entry_of(Path(path)), self._fill_form, self.failed.emit)

    def _fill_form(self, entry: NetworkEntry) -> None:
        self._trainings.form.start_from(entry)
        self._bring("training")
        text = self.tr("The next training starts from the weights of {0}.")
        self._say(text.format(visible(entry.name)), FURTHER_SHOWN_MS)

    # ---- kept or discarded

    @property
    def keeping(self) -> Keeping:
        if self._keeping is None:
            from lenet_gui.gui.library.keeping import Keeping

            self._keeping = Keeping(self._window)
            self._keeping.failed.connect(self.failed)
            self._keeping.kept.connect(self._note_kept)
            self._keeping.discarded.connect(self._note_discarded)
        return self._keeping

    @Slot(str)
    def keep(self, path: str) -> None:
        """Ask for a name, and put that checkpoint into the library."""
        self.keeping.keep(path)

    @Slot(str)
    def discard(self, path: str) -> None:
        """Ask, and delete that checkpoint."""
        self.keeping.discard(path)

    @Slot(str, object)
    def _note_kept(self, path: str, entry: NetworkEntry) -> None:
        if self._is_newest(path):
            self.newest_kept = entry
        self._trainings.learning.settle(entry.name)
        self.library_changed.emit()
        self.kept.emit(path, entry)

    @Slot(str)
    def _note_discarded(self, path: str) -> None:
        self.newest_discarded |= self._is_newest(path)
        self._trainings.learning.forget()
        self.library_changed.emit()
        self.discarded.emit(path)

    def _is_newest(self, path: str) -> bool:
        return self.newest is not None and self.newest[0].output == path


def _entry_of(path: Path) -> NetworkEntry:
    from lenet_gui.engine.checkpoints.library_entries import read_entry

    return read_entry(path)
