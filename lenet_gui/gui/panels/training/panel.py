"""The training panel: start, watch, pause and cancel a training, and see its outcome."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.common.training_reports import TrainingProgress, TrainingReport, TrainingStart
from lenet_gui.gui.appearance.reduced_motion import is_still, pace
from lenet_gui.gui.panels.training.outcome import Outcome
from lenet_gui.gui.panels.training.series import Series
from lenet_gui.gui.plotting.plot_loading import Builder, PlotLoading
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.running_row import RunningRow
from lenet_gui.gui.training.start_row import StartRow
from lenet_gui.gui.training.state import State
from lenet_gui.gui.training.words import preset_words, state_text
from lenet_gui.gui.widgets.fitted_stack import FittedStack
from lenet_gui.gui.widgets.form_parts import quiet_label

if TYPE_CHECKING:
    from lenet_gui.gui.commands.result_commands import ResultCommands
    from lenet_gui.gui.panels.training.curves import Curves
    from lenet_gui.gui.training.training_parts import TrainingParts

REPAINT_MS = 50  # least time between two drawings of the curves: 20 a second look continuous
TRAINING_LEAST_HEIGHT = 146  # pixels: a row of buttons, and the result with its own below
ROOM_ABOVE_CURVES = 270  # pixels of height; in a lower panel numbers stand beside the curves
ROOM_FOR_CLASSES = 176  # pixels of height; in a lower panel the tip of Start says them
ROOM_FOR_DETAILS = 580  # pixels; in a narrower panel the preset and some facts are hidden


class TrainingPanel(QWidget):
    """The window's training. The worker is started when the panel is first shown."""

    def __init__(
        self, trainings: TrainingParts, results: ResultCommands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._training, self._learning = trainings.training, trainings.learning
        self._form, self._results = trainings.form, results
        self._series = Series()
        self._loading = PlotLoading(self._load_curves, self)
        self._counts = (0, 0)  # batch size and number of validation samples of this training
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(REPAINT_MS)
        self._repaint.timeout.connect(self._show_all)
        self.curves: Curves | None = None
        self._name()
        self._make()
        self._lay_out()
        self._connect()
        self._catch_up()

    def _name(self) -> None:
        self.setObjectName("training")
        self.setAccessibleName(self.tr("Training"))
        self.setWhatsThis(
            self.tr(
                "Trains a network on this computer while you watch: the loss, the error on the "
                "training digits, and the error on digits set aside for validation. Meanwhile "
                "the network in training reads the page. Nothing is lost: progress is saved to "
                "disk continuously."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumSize(320, TRAINING_LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(620, 200)

    def as_csv(self) -> str:
        """Return loss and errors of all steps so far as CSV; empty if there are none."""
        return self._series.as_csv()

    # ---- building

    def _make(self) -> None:
        self.start_row = StartRow(self._form)
        self.running_row = RunningRow()
        self.outcome = Outcome()
        self._before = quiet_label()  # explains the preset until there are curves
        self._before.setWordWrap(True)
        self._before.setAlignment(Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        self._rows = FittedStack()
        for row in (self.start_row, self.running_row):
            self._rows.addWidget(row)
        self._rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._body = QHBoxLayout()
        self._body.setSpacing(18)
        self._body.addWidget(self._before, 1)
        self._body.addWidget(self.outcome)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._rows)
        layout.addLayout(self._body, 1)

    def _connect(self) -> None:
        training, row, outcome = self._training, self.running_row, self.outcome
        self._loading.made.connect(self._add_curves)
        self._loading.failed.connect(self._no_curves)
        self.start_row.start_wanted.connect(self._start)
        for part in (self.start_row, row):
            part.options_wanted.connect(self._show_options)
        row.pause_wanted.connect(training.pause)
        row.go_on_wanted.connect(training.go_on)
        row.cancel_wanted.connect(training.cancel)
        outcome.resume_wanted.connect(training.resume)
        outcome.keep_wanted.connect(self._results.keep)
        outcome.discard_wanted.connect(self._results.discard)
        outcome.look_wanted.connect(self._results.look)
        self._results.kept.connect(outcome.forget)
        self._results.discarded.connect(outcome.forget)
        self._form.changed.connect(self._show_idle)
        outcome.live.watch.setChecked(self._learning.watching)
        outcome.live.watch_toggled.connect(self._learning.watch)
        self._learning.watching_changed.connect(outcome.live.watch.setChecked)
        training.state_changed.connect(self._show_state)
        training.started.connect(self._begin)
        training.progressed.connect(self._show_progress)
        training.finished.connect(self._finish)
        training.stopped.connect(self._stop)
        training.failed.connect(self._fail)

    def _catch_up(self) -> None:
        """Show a training that began before the panel was made."""
        training = self._training
        if training.start_values is not None:
            self._begin(training.start_values)
        if training.newest is not None:
            self._show_newest()
        self._show_state(training.state)

    def take_over(self, former: TrainingPanel) -> None:
        """Show what ``former``, in another language, shows about the newest training's end."""
        self.outcome.take_over(former.outcome)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.start_row.preset_shown(self.width() >= ROOM_FOR_DETAILS)
        self.start_row.classes_shown(self.height() >= ROOM_FOR_CLASSES)
        self.outcome.live.facts_shown(self.width() >= ROOM_FOR_DETAILS)
        self._place_outcome()

    def _place_outcome(self) -> None:
        """Put numbers above the curves where there is room, so that these are wide."""
        above = self.height() >= ROOM_ABOVE_CURVES and len(self._series) > 0
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.BottomToTop if above else direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if above else Qt.AlignmentFlag(0)
        self._body.setAlignment(self.outcome, side)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        QTimer.singleShot(0, self, self._get_ready)  # after the panel is painted

    @Slot()
    def _get_ready(self) -> None:
        self._training.prepare()
        self._loading.start()

    def _load_curves(self) -> Builder:
        """Import the curves. Runs in a thread."""
        from lenet_gui.gui.panels.training.curves import building

        return partial(building, self._series)

    @Slot(object)
    def _add_curves(self, curves: Curves) -> None:
        self.curves = curves
        self._body.insertWidget(0, curves, 1)
        self._refresh()

    @Slot(object)
    def _no_curves(self, error: Exception) -> None:
        self._before.setText(sentence(error))

    # ---- what the training reports

    @Slot(object)
    def _show_state(self, state: State) -> None:
        self.running_row.show_state(state)
        self._rows.show_only(self.running_row if state.busy else self.start_row)
        self.outcome.show_state(state)
        self._show_idle()

    @Slot()
    def _show_idle(self) -> None:
        text = state_text(self._training.state)
        start = self._form.config.learning.start
        if start:
            begins = self.tr("Starts from the weights of {0}.").format(visible(Path(start).stem))
            text = f"{begins}\n{text}"
        self.outcome.idle.setText(text)
        self._before.setText(preset_words(self._form.preset))

    @Slot(object)
    def _begin(self, start: TrainingStart) -> None:
        self._counts = start.config.learning.batch, start.validation_samples
        self.running_row.begin(start.config)
        self.outcome.begin(start)
        self._refresh()

    @Slot(object)
    def _show_progress(self, progress: TrainingProgress) -> None:
        if not is_still():
            self._show_newest()
        if not self._repaint.isActive() and self.isVisible():
            self._repaint.start(pace(REPAINT_MS))

    @Slot()
    def _show_all(self) -> None:
        self._show_newest()
        self._refresh()

    def _show_newest(self) -> None:
        step, (batch, _) = self._training.newest, self._counts
        if step is not None:
            self.running_row.show_step(step)
            self.outcome.live.show_step(step, batch)

    @Slot()
    def _refresh(self) -> None:
        """Draw the curves together with the error beside them, so that both agree."""
        history = self._training.history
        self._series.follow(history)
        if history.validation_errors:
            self.outcome.live.show_error(history.validation_errors[-1], self._counts[1])
        if self.curves is not None:
            self.curves.refresh()
            self.curves.setVisible(len(self._series) > 0)
        self._before.setVisible(self.curves is None or not len(self._series))
        self._place_outcome()

    @Slot(object)
    def _finish(self, report: TrainingReport) -> None:
        self.outcome.finish(report)
        self._refresh()

    @Slot(str)
    def _stop(self, output: str) -> None:
        self.outcome.stop(output)
        self._refresh()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.outcome.fail(error, self._training.state.busy)

    # ---- buttons

    @Slot()
    def _start(self) -> None:
        self._training.start(self._form.config)

    @Slot()
    def _show_options(self) -> None:
        # On demand: importing the dialog takes 0.2 s.
        from lenet_gui.gui.training.form.options_dialog import show_options

        show_options(self.window(), self._training, self._form)
