"""The row shown while a training runs: its title, its progress, Pause and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.gui.training.state import State
from lenet_gui.gui.training.words import duration, state_text, title
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import ThinBar, explain
from lenet_gui.gui.widgets.plain_text import PlainLabel, inert
from lenet_gui.gui.wording.phrases import plain

LEAST_PROGRESS = 0.005  # before that, the estimate of the remaining time jumps


def seconds_left(step: TrainingStep, budget: float) -> float | None:
    """Return the seconds that a training still needs, or None while it is too early to tell.

    budget: the seconds that it has in all; 0 if it trains for epochs.
    """
    if budget:
        return max(0.0, budget - step.seconds)
    if step.progress < LEAST_PROGRESS:
        return None
    return step.seconds * (1 - step.progress) / step.progress


class RunningRow(QWidget):
    """Title, progress and buttons of the running training; the panel acts on its signals."""

    pause_wanted = Signal()
    go_on_wanted = Signal()
    cancel_wanted = Signal()
    options_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = State.STARTING
        self._config: TrainingConfig | None = None
        self._step: TrainingStep | None = None
        self.title = ElidedLabel()
        self.title.setObjectName("training-title")
        self.bar = ThinBar()
        self.bar.setObjectName("training-progress")
        explain(self.bar, self.tr("Progress"), self.tr("Training progress"))
        self.times = PlainLabel()
        self.times.setObjectName("training-times")
        self.pause = QPushButton(self.tr("Pa&use"))
        self.pause.setObjectName("training-pause")
        self.cancel = QPushButton(self.tr("&Cancel"))
        self.cancel.setObjectName("training-cancel")
        explain(
            self.cancel,
            self.tr("Cancel"),
            self.tr("Stop the training; the network trained so far can be kept (Shift+F5)"),
        )
        self.options = QPushButton(self.tr("Ad&just …"))
        self.options.setObjectName("training-change")
        explain(
            self.options,
            self.tr("Adjust"),
            self.tr("Change the learning rate and image augmentation during training (F7)"),
        )
        self.pause.clicked.connect(self._toggle)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.options.clicked.connect(self.options_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title, 3)
        layout.addWidget(self.bar, 2)
        for widget in (self.times, self.options, self.pause, self.cancel):
            layout.addWidget(widget)
        self._show_pause()

    def begin(self, config: TrainingConfig) -> None:
        """Show a training that starts or continues."""
        self._config, self._step = config, None
        self.title.setText(title(config))
        self.title.setToolTip(inert(self.title.text()))
        self.bar.setValue(0)
        self._show_times()

    def show_state(self, state: State) -> None:
        """Enable what is possible in that state, and name it."""
        self._state = state
        self.pause.setEnabled(state in (State.TRAINING, State.PAUSED))
        self.cancel.setEnabled(state is not State.STOPPING)
        self._show_pause()
        self._show_times()

    def show_step(self, step: TrainingStep) -> None:
        """Show the progress and the times of the newest step."""
        self._step = step
        self.bar.setValue(round(1000 * step.progress))
        self._show_times()

    def _show_pause(self) -> None:
        paused = self._state is State.PAUSED
        self.pause.setText(self.tr("Resu&me") if paused else self.tr("Pa&use"))
        tip = self.tr("Resume the training (F6)") if paused else self.tr("Pause the training (F6)")
        explain(self.pause, plain(self.pause.text()), tip)

    def _show_times(self) -> None:
        if self._state is not State.TRAINING or self._step is None or self._config is None:
            text = state_text(self._state)
        else:
            left = seconds_left(self._step, self._config.learning.seconds)
            text = "…" if left is None else self.tr("{0} left").format(duration(left))
            if left is not None and left < 1:
                text = self.tr("nearly done")
        self.times.setText(text)
        if self._step is not None:
            passed = self.tr("{0} trained so far").format(duration(self._step.seconds))
            self.times.setToolTip(inert(passed))
            self.bar.setToolTip(inert(passed))

    @Slot()
    def _toggle(self) -> None:
        if self._state is State.PAUSED:
            self.go_on_wanted.emit()
        else:
            self.pause_wanted.emit()
