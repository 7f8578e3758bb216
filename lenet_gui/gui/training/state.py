"""Where a training of the window is, and the curves it has drawn so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from lenet_gui.common.training_values import TrainingProgress
from lenet_gui.common.values import FloatArray


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
    EVALUATING = "evaluating"

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

    def add(self, progress: TrainingProgress) -> None:
        if len(progress.steps):
            self.steps.append(progress.steps)
            self.losses.append(progress.losses)
            self.train_errors.append(progress.train_errors)
        if progress.newest.validation_error is not None:
            self.validation_steps.append(progress.newest.step)
            self.validation_errors.append(progress.newest.validation_error)
