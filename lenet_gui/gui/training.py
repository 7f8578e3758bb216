"""What is being trained, as the window sees it: one training at a time, in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.training_values import (
    Distortions,
    TrainingChanges,
    TrainingConfig,
    TrainingProgress,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.values import FloatArray


class State(Enum):
    """OFF: no process yet. WARMING: it imports torch. READY: it waits for work. STARTING: data is
    being read. TRAINING, PAUSED: steps come, or would. STOPPING: a cancel is on its way.
    JUDGING: trained; validation and test data are being read."""

    OFF = "off"
    WARMING = "warming"
    READY = "ready"
    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    STOPPING = "stopping"
    JUDGING = "judging"

    @property
    def busy(self) -> bool:
        """Whether there is a training that quitting would interrupt."""
        return self not in (State.OFF, State.WARMING, State.READY)


@dataclass
class History:
    """The curves of the newest training: of each step its number, loss and training error; of
    each validation its step and error. Lists of arrays, in order."""

    steps: list[np.ndarray] = field(default_factory=list)
    losses: list[FloatArray] = field(default_factory=list)
    train_errors: list[FloatArray] = field(default_factory=list)
    validation_steps: list[int] = field(default_factory=list)
    validation_errors: list[float] = field(default_factory=list)


class Training(QObject):
    """Commands are methods, what comes of them are signals with frozen values."""

    state_changed = Signal(object)  # State
    devices_known = Signal(object)  # tuple of names: what torch offers, "cpu" among them
    started = Signal(object)  # TrainingStart
    progressed = Signal(object)  # TrainingProgress, at most 20 a second
    previewed = Signal(object, object)  # digits uint8 (n, 28, 28), distorted uint8 (n, side, side)
    finished = Signal(object)  # TrainingReport
    stopped = Signal(str)  # cancelled, or the worker died: path of the checkpoint kept, or empty
    failed = Signal(object)  # error to tell

    state: State
    devices: tuple[str, ...]
    start_values: TrainingStart | None  # of the newest training
    newest: TrainingStep | None
    history: History

    def prepare(self) -> None:
        """Start the worker, so that it is ready when somebody presses Start."""

    def start(self, config: TrainingConfig) -> None:
        """Train; the checkpoint goes to the training folder of the user's data."""

    def resume(self, output: str) -> None:
        """Go on with the unfinished training whose checkpoint is ``output``."""

    def pause(self) -> None: ...

    def go_on(self) -> None: ...

    def cancel(self) -> None:
        """Stop; what was learned stays on disk."""

    def change(self, changes: TrainingChanges) -> None:
        """Another learning rate or other distortions, from the next step on."""

    def preview(self, source: str, distortions: Distortions | None, seed: int) -> None:
        """Ask for digits of a data source as they are and distorted; ``previewed`` follows."""

    def progress(self) -> TrainingProgress | None: ...
