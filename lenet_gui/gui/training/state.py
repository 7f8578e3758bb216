"""The state of the window's training, and its curves so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from lenet_gui.common.training_reports import TrainingProgress
from lenet_gui.common.values import FloatArray


class State(Enum):
    """The phases of a training and of its worker process.

    OFF: no process. WARMING: it imports torch. READY: it waits for work. STARTING: it reads the
    data. TRAINING: it takes steps. PAUSED: it will take more. STOPPING: it was told to cancel.
    EVALUATING: it has trained, and reads the validation and test data.
    """

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
        """Return whether there is a training that closing the window would interrupt."""
        return self not in (State.OFF, State.WARMING, State.READY)


@dataclass
class History:
    """The curves of the newest training, in order.

    steps, losses, train_errors: lists of arrays of one length, a number for each step.
    validation_steps, validation_errors, validation_losses: a number for each validation. Errors
    are 0..1.
    """

    steps: list[np.ndarray] = field(default_factory=list)
    losses: list[FloatArray] = field(default_factory=list)
    train_errors: list[FloatArray] = field(default_factory=list)
    validation_steps: list[int] = field(default_factory=list)
    validation_errors: list[float] = field(default_factory=list)
    validation_losses: list[float] = field(default_factory=list)

    def add(self, progress: TrainingProgress) -> None:
        """Append what the worker has reported."""
        if len(progress.steps):
            self.steps.append(progress.steps)
            self.losses.append(progress.losses)
            self.train_errors.append(progress.train_errors)
        error, loss = progress.newest.validation_error, progress.newest.validation_loss
        if error is not None and loss is not None:
            self.validation_steps.append(progress.newest.step)
            self.validation_errors.append(error)
            self.validation_losses.append(loss)
