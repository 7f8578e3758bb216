"""The result panel: a network's errors, the digits it misreads, and its kernels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.training_reports import TrainingReport
from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.engine.recognition.evaluation_data import EvaluationData
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.files import write_atomically
from lenet_gui.gui.results.data_choice import MNIST_TEST, DataChoice, first_choice, own_rows
from lenet_gui.gui.results.evaluated import EvaluatedDigits, evaluate_on
from lenet_gui.gui.results.figure_tabs import FigureTabs
from lenet_gui.gui.results.kernel_pair import KernelPair
from lenet_gui.gui.results.result_summary import ResultSummary
from lenet_gui.gui.results.scrolled_digits import ScrolledDigits
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.file_choice import choose_target
from lenet_gui.gui.wording.csv_tables import csv_file
from lenet_gui.gui.wording.evaluation_words import no_class_text

if TYPE_CHECKING:
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.training.form.data_sources import DataSources

RESULT_LEAST_SIZE = (500, 140)  # pixels: summary, matrix and digits side by side


class ResultPanel(QWidget):
    """The newest training's report, or the evaluation of the network in use."""

    def __init__(
        self,
        session: Session,
        results: ResultCommands,
        sources: DataSources,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._results = session, results
        self._background = Background(self)  # evaluates
        self._kernels = Background(self)
        self._writing = Background(self)
        self.evaluated: EvaluatedDigits | None = None
        self._evaluating: tuple[Recognizer, EvaluationData] | None = None  # the newest request
        self._offered: object = None  # the record of the training whose parts are offered
        self.report: TrainingReport | None = None
        self.kept: NetworkEntry | None = None  # what the network of the report has become
        self.discarded = False
        self.setObjectName("result")
        self.setAccessibleName(self.tr("Result"))
        self.setWhatsThis(
            self.tr(
                "How well a network reads digits that it was not trained on. The error rate "
                "comes with its 95 % interval. The loss is the mean of −ln(probability of the "
                "right class); a penalty y counts as exp(−y). Click a cell of the table to see "
                "its digits, and a digit to put it onto the page."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.choice = DataChoice(sources)
        self.summary = ResultSummary(self.choice)
        self.figures = FigureTabs()
        self.matrix = self.figures.matrix
        self.digits = ScrolledDigits(session)
        self.kernels = KernelPair()
        self._lay_out()
        self._connect()
        self._show_network()
        self._show_nothing()
        self._catching_up = QTimer(self)
        self._catching_up.setSingleShot(True)
        self._catching_up.timeout.connect(self._catch_up)
        if results.newest is not None:
            self._catching_up.start(0)  # making the panel takes long enough for one event

    @Slot()
    def _catch_up(self) -> None:
        """Show the training that was finished before this panel was made, and what became of it."""
        results = self._results
        if results.newest is not None:
            self.show_report(*results.newest)
            self._show_decision(results.newest_kept, results.newest_discarded)

    def sizeHint(self) -> QSize:
        return QSize(620, 240)

    def take_over(self, former: ResultPanel) -> None:
        """Show what ``former``, in another language, shows."""
        self._catching_up.stop()
        self.choice.take_over(former.choice)
        self.figures.bring(former.figures.shown)
        if former.report is not None:
            self.show_report(former.report, former.kernels.before)
            self._show_decision(former.kept, former.discarded)
            if former.kernels.after is not None:  # its file may be gone
                self.kernels.show_kernels(former.kernels.before, former.kernels.after)
        elif former.evaluated is not None:
            self._show_evaluated(former.evaluated)
        if former._background.busy:
            self.evaluate()

    def _lay_out(self) -> None:
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.digits, 1)
        side.addWidget(self.kernels)
        self._side.setMinimumWidth(120)
        left = QScrollArea()  # so that the buttons can be reached however low the panel is
        left.setFrameShape(QFrame.Shape.NoFrame)
        left.setWidgetResizable(True)
        left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left.setWidget(self.summary)
        left.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        left.setMinimumWidth(min(self.summary.minimumSizeHint().width() + 8, 240))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(12)
        self.setMinimumSize(*RESULT_LEAST_SIZE)
        layout.addWidget(left, 4)
        layout.addWidget(self.figures, 7)
        layout.addWidget(self._side, 3)

    def _connect(self) -> None:
        session, summary = self._session, self.summary
        session.network_changed.connect(self._show_network)
        results = self._results
        results.reported.connect(self.show_report)
        results.evaluation_wanted.connect(self.evaluate)
        results.kept.connect(self._note_kept)
        results.discarded.connect(self._note_discarded)
        summary.evaluate.clicked.connect(self.evaluate)
        summary.keep.clicked.connect(self._keep)
        summary.discard.clicked.connect(self._discard)
        summary.further.clicked.connect(self._train_further)
        summary.export.clicked.connect(self.export)
        self.matrix.chosen.connect(self._show_cell)
        self.figures.tabs.currentChanged.connect(self._show_side)

    # ---- reports and evaluations

    @Slot(object, object)
    def show_report(self, report: TrainingReport, before: FloatArray | None = None) -> None:
        """Show the report of a training.

        before: weights of C1 when it began, (maps, ..., rows, columns).
        """
        self._catching_up.stop()
        self._background.forget()  # an evaluation that came later would take its place
        self.report, self.kept, self.discarded = report, None, False
        self.summary.show_report(report)
        shown = report.test or report.validation
        self._show(
            EvaluatedDigits(shown, report.images if report.test is not None else _no_images())
        )
        kernels = None if before is None else before.reshape(-1, *before.shape[-2:])
        self.kernels.show_kernels(kernels, None)
        self.kernels.setVisible(before is not None)
        self._load_kernels(Path(report.output))

    @Slot()
    def evaluate(self) -> None:
        """Evaluate the network in use on the data that is chosen, in a thread."""
        recognizer, chosen, known = self._session.recognizer, self.choice.value, self.choice.known
        if self._background.busy and self._evaluating == (recognizer, chosen):
            return  # the key is held down, and each evaluation takes seconds
        self._evaluating = recognizer, chosen
        self.summary.show_busy(recognizer.name, self.choice.title())
        self._background.start(
            lambda: evaluate_on(recognizer.name, recognizer, chosen, known),
            self._show_evaluated,
            self._show_error,
        )

    def _show_evaluated(self, evaluated: EvaluatedDigits) -> None:
        self.report = None
        self.kernels.setVisible(False)
        if not evaluated.evaluation.labelled:
            self._show_nothing()
            self.summary.show_sentence(no_class_text(evaluated.evaluation))
            return
        self.summary.show_evaluation(evaluated.evaluation)
        if evaluated.remarks:
            self.summary.say(sentence(evaluated.remarks[0]))
        self._show(evaluated)

    def _load_kernels(self, path: Path) -> None:
        """Show the kernels of a checkpoint as those after the training."""
        self._kernels.start(lambda: _first_kernels(path), self._show_kernels, self._ignore)

    def _show_error(self, error: Exception) -> None:
        self.summary.show_sentence(sentence(error))

    def _show_kernels(self, after: FloatArray) -> None:
        self.kernels.show_kernels(self.kernels.before, after)

    def _ignore(self, error: Exception) -> None:
        """Show no kernels: the file may be gone by now, and the rest needs none."""

    def _show(self, evaluated: EvaluatedDigits) -> None:
        self.evaluated = evaluated
        self.figures.show_evaluation(evaluated.evaluation)
        self.figures.setVisible(True)
        self._show_side()
        worst = self.matrix.worst()
        if worst is not None:
            self.matrix.choose(*worst)
        else:
            self.digits.show_digits("", evaluated.images, np.empty(0, np.int64), "")

    @Slot()
    def _show_side(self) -> None:
        """Show the digits of a cell beside the matrix; other tables use their room."""
        self._side.setVisible(self.figures.shown == 0 and self.evaluated is not None)

    def _show_nothing(self) -> None:
        self.evaluated = None
        self.figures.setVisible(False)
        self._side.setVisible(False)
        self.summary.show_nothing()

    @Slot(int, int)
    def _show_cell(self, label: int, answer: int) -> None:
        if self.evaluated is None:
            return
        evaluation, images = self.evaluated.evaluation, self.evaluated.images
        there = (evaluation.labels == label) & (evaluation.answers == answer)
        chosen = np.flatnonzero(there[: len(images)])
        heading = self.matrix.text_of(label, answer)
        tested = evaluation.part == "test" or evaluation.data == MNIST_TEST
        text = (
            self.tr("Test digit {0}, labelled {1}")
            if tested
            else self.tr("Sample {0}, labelled {1}")
        )
        name = evaluation.class_names[label].replace("{", "{{").replace("}", "}}")
        title = text.format("{0}", name)
        self.digits.show_digits(heading, images, chosen, title)

    # ---- keeping, discarding, exporting

    @Slot()
    def _show_network(self) -> None:
        """Name the network in use, and offer the parts of its data if it is another one."""
        recognizer, known = self._session.recognizer, self.choice.known
        self.summary.show_network(recognizer.name)
        if self._offered is not recognizer.checkpoint.training:
            self._offered = recognizer.checkpoint.training
            rows = own_rows(recognizer.checkpoint, known)
            self.choice.offer(rows, first_choice([recognizer.checkpoint], known))

    @Slot()
    def _keep(self) -> None:
        if self.report is not None:
            self._results.keep(self.report.output)

    @Slot()
    def _discard(self) -> None:
        if self.report is not None:
            self._results.discard(self.report.output)

    @Slot()
    def _train_further(self) -> None:
        if self.summary.path:
            self._results.train_further(self.summary.path)

    @Slot(str, object)
    def _note_kept(self, path: str, entry: NetworkEntry) -> None:
        if self.report is not None and path == self.report.output:
            self._show_decision(entry, False)

    @Slot(str)
    def _note_discarded(self, path: str) -> None:
        if self.report is not None and path == self.report.output:
            self._show_decision(None, True)

    def _show_decision(self, kept: NetworkEntry | None, discarded: bool) -> None:
        """Show what became of the network of the report; nothing if that is not decided yet."""
        self.kept, self.discarded = kept, discarded
        if kept is not None:
            self.summary.show_kept(kept)
            if self.kernels.after is None:
                self._load_kernels(kept.path)
        elif discarded:
            self.summary.show_discarded()

    @Slot()
    def export(self) -> None:
        """Ask for a file, and save the table that is shown in it as CSV."""
        if self.evaluated is None:
            return
        evaluation = self.evaluated.evaluation
        start = f"{self.figures.title()} {evaluation.network}.csv"
        kinds = {self.tr("Tables"): (".csv",)}
        target = choose_target(self, self.tr("Export the table"), start, kinds)
        if target is not None:
            data = csv_file(self.as_csv())
            self._writing.start(
                lambda: write_atomically(target, data), self._exported, self._export_failed
            )

    def as_csv(self) -> str:
        """Return the table that is shown as CSV; empty if there is no evaluation."""
        return "" if self.evaluated is None else self.figures.as_csv()

    def _exported(self, _nothing: None) -> None:
        self.summary.say(self.tr("The table was saved."))

    def _export_failed(self, error: Exception) -> None:
        self.summary.say(sentence(error))


def _first_kernels(path: Path) -> FloatArray:
    """Return the kernels of C1 in a checkpoint, (maps, rows, columns)."""
    weights = read_checkpoint(path).weights["C1.weight"]
    return weights.reshape(-1, *weights.shape[-2:])


def _no_images() -> ByteArray:
    return np.empty((0, 28, 28), np.uint8)
