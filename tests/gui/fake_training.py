"""A training session that learns nothing and answers at once."""

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.common.training_reports import (
    TrainingProgress,
    TrainingReport,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.wilson import wilson_interval
from lenet_gui.gui.training.state import History, State

NAMES = tuple("0123456789")
OUTPUT = "/nowhere/net.safetensors"


class FakeTraining(QObject):
    """The signals of ``TrainingSession``; ``calls`` lists the commands it was given."""

    state_changed = Signal(object)
    devices_known = Signal(object)
    started = Signal(object)
    progressed = Signal(object)
    previewed = Signal(object, object)
    finished = Signal(object)
    stopped = Signal(str)
    failed = Signal(object)
    preview_failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State.OFF
        self.devices: tuple[str, ...] = ("cpu",)
        self.start_values: TrainingStart | None = None
        self.newest: TrainingStep | None = None
        self.history = History()
        self.calls: list[tuple] = []

    def enter(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)

    def prepare(self) -> None:
        self.calls.append(("prepare",))
        if self.state is State.OFF:
            self.enter(State.WARMING)

    def start(self, config: TrainingConfig) -> None:
        self.calls.append(("start", config))
        self.history, self.newest = History(), None
        self.enter(State.STARTING)
        weights = initial_weights(ARCHITECTURES[config.architecture], config.run.seed)
        self.start_values = TrainingStart(config, NAMES, 55000, 5000, 10000, "cpu", OUTPUT, weights)
        self.started.emit(self.start_values)
        self.enter(State.TRAINING)

    def learn(
        self, count: int = 10, progress: float = 0.1, validation: float | None = None
    ) -> None:
        """Report ``count`` more steps."""
        first = 0 if self.newest is None else self.newest.step
        steps = np.arange(first + 1, first + count + 1)
        losses = (2.0 / steps).astype(np.float32)
        step = TrainingStep(
            0, first + count, round((first + count) / progress), progress, float(losses[-1]),
            0.002, 0.5, 60 * progress, validation_error=validation,
            validation_loss=None if validation is None else 2 * validation,
        )  # fmt: skip
        self.newest = step
        told = TrainingProgress(step, steps, losses, np.full(count, 0.5, np.float32))
        self.history.add(told)
        self.progressed.emit(told)

    def pause(self) -> None:
        self.calls.append(("pause",))
        if self.state is State.TRAINING:
            self.enter(State.PAUSED)

    def go_on(self) -> None:
        self.calls.append(("go_on",))
        if self.state is State.PAUSED:
            self.enter(State.TRAINING)

    def cancel(self) -> None:
        self.calls.append(("cancel",))
        self.enter(State.READY)
        self.stopped.emit(OUTPUT)

    def resume(self, output: str) -> None:
        self.calls.append(("resume", output))
        self.enter(State.TRAINING)

    def change(self, changes: object) -> None:
        self.calls.append(("change", changes))

    def preview(self, *question: object) -> None:
        self.calls.append(("preview", *question))

    def finish(self) -> None:
        assert self.start_values is not None
        self.enter(State.READY)
        images = np.zeros((0, 28, 28), np.uint8)
        config = self.start_values.config
        self.finished.emit(
            TrainingReport(config, OUTPUT, 60.0, 58.0, evaluation(40, 5000), evaluation(90, 10000),
                           images)
        )  # fmt: skip

    def named(self, name: str) -> list[tuple]:
        return [call for call in self.calls if call[0] == name]

    def shut_down(self) -> None:
        self.state = State.OFF


def evaluation(errors: int, count: int) -> Evaluation:
    return Evaluation(
        network="net", data="mnist", count=count, labelled=count, errors=errors,
        error_rate=errors / count, interval=wilson_interval(errors, count), rejected=0,
        accepted_error_rate=None, confusion=np.zeros((10, 10), np.int64), class_names=NAMES,
        misread=np.empty(0, np.int64), labels=np.empty(0, np.int64), answers=np.empty(0, np.int64),
    )  # fmt: skip
