"""The views beside the curves: progress, result, and why a training stopped."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.training_reports import TrainingReport, TrainingStep
from lenet_gui.common.values import Evaluation
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.words import duration, interval
from lenet_gui.gui.widgets.form_parts import explain, quiet_label, wrapped_label
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.phrases import percent

PACE_SECONDS = 2.0  # measured over: less and the number jumps, more and it lags behind a change
LARGE_FONT = 1.9  # size of an error rate, in proportion to the usual font


class Pace:
    """The pace of a training over the last PACE_SECONDS."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def note(self, step: TrainingStep, batch: int) -> float | None:
        """Return images a second up to this step, or None at the first one."""
        seen = self._seen
        if seen and step.seconds < seen[-1][0]:
            seen.clear()
        if not seen or step.seconds > seen[-1][0]:
            seen.append((step.seconds, step.step * batch))
        while len(seen) > 2 and seen[-1][0] - seen[0][0] > PACE_SECONDS:
            seen.popleft()
        passed = seen[-1][0] - seen[0][0]
        return (seen[-1][1] - seen[0][1]) / passed if passed > 0 else None


def large_label() -> QLabel:
    """Return a label for the number that matters most."""
    label = PlainLabel()
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * LARGE_FONT)
    font.setBold(True)
    label.setFont(font)
    return label


class LiveSide(QWidget):
    """The validation error, large, with its interval; pace and learning rate."""

    watch_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = large_label()
        self.error.setObjectName("training-error")
        self.interval = quiet_label()
        self.rate, self.pace, self.epoch = PlainLabel(), PlainLabel(), PlainLabel()
        self.watch = QCheckBox(self.tr("Sho&w live readings"))
        self.watch.setObjectName("training-watch")
        explain(
            self.watch,
            self.tr("Show live readings"),
            self.tr("Read the page with the network in training, several times a second"),
        )
        self.watch.toggled.connect(self.watch_toggled)
        self._pace = Pace()
        left = QVBoxLayout()
        left.setSpacing(0)
        for widget in (quiet_label(self.tr("validation error")), self.error, self.interval):
            left.addWidget(widget)
        left.addStretch(1)
        right = QGridLayout()
        right.setHorizontalSpacing(8)
        right.setVerticalSpacing(1)
        facts = (
            (self.tr("epoch"), self.epoch),
            (self.tr("learning rate"), self.rate),
            (self.tr("images per second"), self.pace),
        )
        self._facts: list[QLabel] = []
        for row, (text, label) in enumerate(facts):
            name = quiet_label(text)
            self._facts += [name, label]
            right.addWidget(name, row, 0)
            right.addWidget(label, row, 1, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self.watch, len(facts), 0, 1, 2)
        right.setRowStretch(len(facts) + 1, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(20)
        layout.addLayout(left)
        layout.addLayout(right)
        self.begin()

    def facts_shown(self, shown: bool) -> None:
        """Show or hide everything but the error."""
        for label in self._facts:
            label.setVisible(shown)

    def begin(self) -> None:
        """Show dashes until the first step of a training."""
        self._pace = Pace()
        self.error.setText("–")
        self.interval.setText(self.tr("not measured yet"))
        for label in (self.rate, self.pace, self.epoch):
            label.setText("–")

    def show_error(self, error: float, count: int) -> None:
        """Show a validation error 0..1, measured on ``count`` samples."""
        self.error.setText(percent(error))
        self.interval.setText(interval(error, count))

    def show_step(self, step: TrainingStep, batch: int) -> None:
        """Show the facts of a step of ``batch`` images."""
        locale = QLocale()
        self.epoch.setText(locale.toString(step.epoch + 1))
        self.rate.setText(locale.toString(step.rate, "g", 3))
        pace = self._pace.note(step, batch)
        if pace is not None:
            self.pace.setText(locale.toString(round(pace)))


class ResultSide(QWidget):
    """The errors of a finished training with their intervals, and buttons for its network."""

    keep_wanted = Signal()
    discard_wanted = Signal()
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.validation, self.test = large_label(), large_label()
        self.validation.setObjectName("training-validation")
        self.test.setObjectName("training-test")
        self._titles = quiet_label(self.tr("validation error")), quiet_label(self.tr("test error"))
        self._intervals = quiet_label(), quiet_label()
        self.keep = QPushButton(self.tr("&Keep …"))
        self.keep.setObjectName("training-keep")
        explain(
            self.keep,
            self.tr("Keep"),
            self.tr("Add the network to the library under a name, so that you can use it"),
        )
        self.trouble = wrapped_label("training-trouble")
        self.discard = QPushButton(self.tr("D&iscard …"))
        self.discard.setObjectName("training-discard")
        explain(self.discard, self.tr("Discard"), self.tr("Delete the trained network"))
        self.look = QPushButton(self.tr("Sh&ow details"))
        self.look.setObjectName("training-look")
        explain(
            self.look,
            self.tr("Show details"),
            self.tr("The digits that it misreads, and its kernels before and after training"),
        )
        self.keep.clicked.connect(self.keep_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.look.clicked.connect(self.look_wanted)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(0)
        both = zip(self._titles, (self.validation, self.test), self._intervals, strict=True)
        for column, labels in enumerate(both):
            for row, label in enumerate(labels):
                grid.addWidget(label, row, column)
        buttons = QHBoxLayout()
        for button in (self.keep, self.discard, self.look):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(grid)
        layout.addLayout(buttons)
        layout.addWidget(self.trouble)
        layout.addStretch(1)

    def show_report(self, report: TrainingReport) -> None:
        """Show validation and test error, as far as they were measured."""
        self.trouble.hide()
        self._show(0, self.validation, report.validation)
        self._show(1, self.test, report.test)
        self.setAccessibleName(self.tr("Trained for {0}").format(duration(report.seconds)))

    def show_trouble(self, error: Exception) -> None:
        """Tell an error that came after the training had finished."""
        self.trouble.setText(sentence(error))
        self.trouble.show()

    def _show(self, place: int, label: QLabel, evaluation: Evaluation | None) -> None:
        known = evaluation is not None and evaluation.error_rate is not None
        for widget in (self._titles[place], label, self._intervals[place]):
            widget.setVisible(known)
        if evaluation is not None and evaluation.error_rate is not None:
            label.setText(percent(evaluation.error_rate))
            self._intervals[place].setText(interval(evaluation.error_rate, evaluation.labelled))


class StoppedSide(QWidget):
    """A sentence about why the training stopped, and buttons for what it has learned."""

    resume_wanted = Signal()
    keep_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.end: tuple[Exception | None, bool] = (None, False)
        self.text = PlainLabel()
        self.text.setObjectName("training-sentence")
        self.text.setWordWrap(True)
        self.text.setMinimumWidth(230)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.resume = QPushButton(self.tr("Resu&me"))
        self.resume.setObjectName("training-resume")
        explain(self.resume, self.tr("Resume"), self.tr("Resume the training where it stopped"))
        self.keep = QPushButton(self.tr("&Keep …"))
        self.keep.setObjectName("stopped-keep")
        explain(self.keep, self.tr("Keep"), self.tr("Keep the network as trained so far"))
        self.discard = QPushButton(self.tr("D&iscard …"))
        self.discard.setObjectName("stopped-discard")
        explain(self.discard, self.tr("Discard"), self.tr("Delete the network as trained so far"))
        self.resume.clicked.connect(self.resume_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.discard.clicked.connect(self.discard_wanted)
        self.buttons = QHBoxLayout()
        for button in (self.resume, self.keep, self.discard):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.text)
        layout.addLayout(self.buttons)
        layout.addStretch(1)

    def show_end(self, failure: Exception | None, kept: bool) -> None:
        """Tell why the training stopped.

        failure: the reason, or None if it was cancelled. kept: there is a checkpoint.
        """
        self.end = failure, kept
        if failure is not None:
            text = sentence(failure)
        elif kept:
            text = self.tr("The training was stopped.")
        else:
            text = self.tr("The training was stopped before there was anything to keep.")
        if kept:
            text += " " + self.tr("Its progress so far is saved.")
        self.text.setText(text)
        for button in (self.resume, self.keep, self.discard):
            button.setVisible(kept)
