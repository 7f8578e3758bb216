"""The figures of a training or an evaluation, with buttons for what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lenet_gui.common.training_reports import TrainingReport
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.checkpoints.library_entries import NetworkEntry
from lenet_gui.gui.widgets.form_parts import make_button, wrapped_label
from lenet_gui.gui.widgets.plain_text import PlainLabel, describe
from lenet_gui.gui.wording.data_names import data_in_words
from lenet_gui.gui.wording.evaluation_words import duration_text, error_text, figures_text
from lenet_gui.gui.wording.phrases import literal, percent

WIDEST_BUTTON = 320  # pixels


class ResultSummary(QWidget):
    """Labels and buttons; the panel connects the buttons. choice: of the data to test on."""

    def __init__(self, choice: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = ""  # of the checkpoint that is shown; empty if it is no file of the user
        self.title = wrapped_label("result-title")
        self.rate = PlainLabel()
        self.rate.setObjectName("result-rate")
        self.rate.setStyleSheet("font-size: 20pt; font-weight: 600")
        self.words = wrapped_label("result-words")
        self.more = wrapped_label("result-more")
        self.status = wrapped_label("result-status")
        self._make_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self.title, self.rate, self.words, self.more, self.status):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addSpacing(4)
        layout.addLayout(self._buttons())
        layout.addWidget(self.evaluate)
        layout.addWidget(choice)
        self.evaluate.setMaximumWidth(WIDEST_BUTTON)
        choice.setMaximumWidth(WIDEST_BUTTON)
        layout.addStretch(1)

    def _make_buttons(self) -> None:
        self.keep = make_button(
            "result-keep",
            self.tr("&Keep …"),
            self.tr("Add the network to the library under a name of your choice"),
        )
        self.discard = make_button(
            "result-discard", self.tr("D&iscard …"), self.tr("Delete the network (asks first)")
        )
        self.further = make_button(
            "result-further",
            self.tr("Train &further"),
            self.tr("Start another training from the weights of this network"),
        )
        self.export = make_button(
            "result-export",
            self.tr("E&xport table …"),
            self.tr("Save the table that is shown as a CSV file"),
        )
        self.evaluate = make_button("result-judge", "", "")

    def _buttons(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, each in enumerate((self.keep, self.discard, self.further, self.export)):
            grid.addWidget(each, place // 2, place % 2)
        return grid

    def _offer(self, *buttons: QWidget) -> None:
        for each in (self.keep, self.discard, self.further, self.export):
            each.setVisible(each in buttons)

    def _say(self, title: str, rate: str, words: str, more: str = "", status: str = "") -> None:
        texts = (title, rate, words, more, status)
        labels = (self.title, self.rate, self.words, self.more, self.status)
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def show_nothing(self) -> None:
        """Show that there is no result yet."""
        self.path = ""
        self._offer()
        self._say(
            "",
            "",
            self.tr(
                "No network has been tested yet. The result of a training appears here. You can "
                "also test the network in use."
            ),
        )

    def show_network(self, name: str) -> None:
        """Name the network that the button evaluates."""
        text = self.tr("&Test {0}").format(literal(_short(name)))
        tip = self.tr("Read the data below with {0} and count the errors").format(name)
        self.evaluate.setText(text)
        self.evaluate.setAccessibleName(self.tr("Test {0}").format(name))
        describe(self.evaluate, tip)

    def show_busy(self, name: str, data: str) -> None:
        """Show that a network is being evaluated. data: in words."""
        self.evaluate.setEnabled(False)
        self.status.setText(self.tr("{0} is being tested: {1} …").format(name, data))
        self.status.setVisible(True)

    def show_report(self, report: TrainingReport) -> None:
        """Show a training: test error large, validation error below."""
        self.path = report.output
        self.evaluate.setEnabled(True)
        title = self.tr("{0} · trained for {1}").format(
            report.config.architecture, duration_text(report.seconds)
        )
        large = report.test or report.validation
        kind = self.tr("test error") if report.test else self.tr("validation error")
        more = figures_text(large)
        if report.test is not None and report.validation.error_rate is not None:
            validation = self.tr("Validation: {0} · {1}").format(
                percent(report.validation.error_rate), error_text(report.validation)
            )
            more = "\n".join(filter(None, (more, validation)))
        words = self.tr("{0}: {1}").format(kind, error_text(large))
        self._say(title, _rate(large), words, more)
        self._offer(self.keep, self.discard, self.further, self.export)

    def show_evaluation(self, evaluation: Evaluation) -> None:
        """Show the evaluation of the network in use."""
        self.path = ""
        self.evaluate.setEnabled(True)
        more = figures_text(evaluation)
        if evaluation.accepted_error_rate is not None:
            declines = self.tr("Declines {0}; of the rest, {1} are wrong.").format(
                percent(evaluation.rejected / evaluation.count),
                percent(evaluation.accepted_error_rate),
            )
            more = "\n".join(filter(None, (more, declines)))
        words = self.tr("{0}: {1}").format(self._kind(evaluation), error_text(evaluation))
        where = data_in_words(evaluation.data, evaluation.part)
        title = self.tr("{0} on {1}").format(evaluation.network, where)
        self._say(title, _rate(evaluation), words, more)
        self._offer(self.export)

    def _kind(self, evaluation: Evaluation) -> str:
        """Return which error an evaluation has measured."""
        kinds = {
            "test": self.tr("test error"),
            "validation": self.tr("validation error"),
            "training": self.tr("training error"),
        }
        tested = "test" if evaluation.data == "mnist-test" else evaluation.part
        return kinds.get(tested, self.tr("error"))

    def show_sentence(self, text: str) -> None:
        """Show the outcome of what was requested, and allow the next evaluation."""
        self.evaluate.setEnabled(True)
        self.say(text)

    def say(self, text: str) -> None:
        """Show a sentence; an evaluation that runs goes on."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def show_kept(self, entry: NetworkEntry) -> None:
        """Show that the network was kept."""
        self.path = str(entry.path)
        self._offer(self.further, self.export)
        self.show_sentence(self.tr("Kept in the library as {0}.").format(entry.name))

    def show_discarded(self) -> None:
        """Show that the network was discarded."""
        self.path = ""
        self._offer(self.export)
        self.show_sentence(self.tr("Discarded."))


def _rate(evaluation: Evaluation) -> str:
    return "–" if evaluation.error_rate is None else percent(evaluation.error_rate)


def _short(name: str, most: int = 18) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
