"""The choice of the data that a network is tested on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.common.values import Checkpoint, DataPart
from lenet_gui.engine.recognition.evaluation_data import EvaluationData, missing_data
from lenet_gui.engine.storage.file_kinds import FILE_KINDS
from lenet_gui.gui.training.form.data_sources import MNIST, DataSources
from lenet_gui.gui.widgets.file_choice import choose_file
from lenet_gui.gui.widgets.form_parts import explain

LEAST_LETTERS = 12
DIGITS = frozenset("0123456789")
MNIST_TEST = "mnist-test"  # the 10,000 digits that published error rates refer to
OWN_PARTS: tuple[DataPart, ...] = ("test", "validation", "training")

Row = tuple[str, EvaluationData]


def is_own_data_here(checkpoint: Checkpoint, sources: Sequence[str]) -> bool:
    """Return whether the files that a network was trained on are all among ``sources``, by name."""
    try:
        return not missing_data(checkpoint, sources)
    except BadInput:  # its file does not say
        return False


def first_choice(checkpoints: Sequence[Checkpoint], sources: Sequence[str]) -> EvaluationData:
    """Return what to test one or several networks on unless something else is chosen.

    That is the own test part of the first one whose data is here; else MNIST's test digits, if
    all of them read digits.
    """
    for place, checkpoint in enumerate(checkpoints):
        if is_own_data_here(checkpoint, sources):
            return EvaluationData(of=place)
    if any(DIGITS.isdisjoint(checkpoint.class_names) for checkpoint in checkpoints):
        return EvaluationData()
    return EvaluationData(MNIST_TEST)


class DataChoice(QComboBox):
    """Parts of the network's own data, MNIST, what was imported, and a file or folder.

    value: what is chosen.
    """

    chosen = Signal()  # by the user

    def __init__(self, sources: DataSources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._own: tuple[Row, ...] = ()
        self._files: tuple[str, ...] = ()  # chosen here, and not imported
        self._rows: tuple[Row, ...] = ()
        self.value = EvaluationData()
        self.setObjectName("result-data")
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        explain(
            self,
            self.tr("Test data"),
            self.tr("What to test on. Its own test part was set aside in the training."),
        )
        self.activated.connect(self._choose)
        sources.changed.connect(self._fill)
        self._fill()

    @property
    def known(self) -> tuple[str, ...]:
        """Return the sources among which a network's own data is looked for."""
        return (*self._sources.imported(), *self._files)

    def offer(self, own: Sequence[Row], value: EvaluationData) -> None:
        """Offer these parts first, and choose ``value``."""
        self._own, self.value = tuple(own), value
        self._fill()

    def choose(self, value: EvaluationData) -> None:
        """Choose what was found to suit, without a signal."""
        self.value = value
        self._fill()

    def take_over(self, former: DataChoice) -> None:
        """Choose what ``former``, in another language, has chosen."""
        self._files, self.value = former._files, former.value
        self._fill()

    def title(self) -> str:
        """Return the text of what is chosen."""
        return next((title for title, value in self._rows if value == self.value), "")

    @Slot()
    def _fill(self) -> None:
        imported = [row for row in self._sources.entries() if row[1] != MNIST]
        files = [(visible(Path(file).name), file) for file in self._files]
        self._rows = (
            *self._own,
            (self.tr("MNIST's test digits"), EvaluationData(MNIST_TEST)),
            (self.tr("MNIST's training digits"), EvaluationData("mnist-train")),
            *((title, EvaluationData(source)) for title, source in (*imported, *files)),
        )
        values = [value for _, value in self._rows]
        if self.value not in values:
            self.value = values[0]
        self.clear()
        self.addItems([title for title, _ in self._rows])
        self.addItems([self.tr("A file …"), self.tr("A folder …")])
        self.setCurrentIndex(values.index(self.value))

    @Slot(int)
    def _choose(self, place: int) -> None:
        if place < len(self._rows):
            self.value = self._rows[place][1]
        else:
            found = self._ask_file() if place == self.count() - 2 else self._ask_folder()
            if found:
                self._files = (*(file for file in self._files if file != found), found)
                self.value = EvaluationData(found)
            self._fill()
            if not found:
                return
        self.chosen.emit()

    def _ask_file(self) -> str:
        kinds = [kind for kind in FILE_KINDS if kind.opens == "data"]
        path = choose_file(self, self.tr("Test data"), self._sources.folder, kinds)
        return "" if path is None else str(path)

    def _ask_folder(self) -> str:
        return QFileDialog.getExistingDirectory(
            self, self.tr("A folder with one folder of pictures per class"), self._sources.folder
        )


def own_rows(checkpoint: Checkpoint, sources: Sequence[str]) -> list[Row]:
    """Return the parts of a network's own data, with their titles."""
    titles = {
        "test": QCoreApplication.translate("DataChoice", "Its own test part"),
        "validation": QCoreApplication.translate("DataChoice", "Its own validation part"),
        "training": QCoreApplication.translate("DataChoice", "Its own training part"),
    }
    here = is_own_data_here(checkpoint, sources)
    missing = QCoreApplication.translate("DataSources", "{0} (missing)")
    return [
        (titles[part] if here else missing.format(titles[part]), EvaluationData(part=part))
        for part in OWN_PARTS
    ]
