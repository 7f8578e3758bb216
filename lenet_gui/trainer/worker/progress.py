"""Gathers steps into messages of progress, at most 20 a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from lenet_gui.common.training_reports import TrainingProgress, TrainingStep
from lenet_gui.common.values import FloatArray
from lenet_gui.common.wire.frames import Frame
from lenet_gui.common.wire.messages import progress_frame

PROGRESS_INTERVAL = 0.05  # seconds


class ProgressWriter:
    """Writes the first step at once, and then all steps of each ``PROGRESS_INTERVAL``."""

    def __init__(self, write: Callable[[Frame], None]) -> None:
        self._write = write
        self._written_at = -PROGRESS_INTERVAL
        self._steps: list[TrainingStep] = []
        self._newest: TrainingStep | None = None
        self._weights: Mapping[str, FloatArray] | None = None
        self._validated: tuple[float | None, float | None] = None, None

    def add(self, step: TrainingStep) -> None:
        """Take a step; write all that are waiting if it is time."""
        self._newest = step
        if not step.validating:
            self._steps.append(step)
        if step.weights is not None:
            self._weights = step.weights
        if step.validation_error is not None:
            self._validated = step.validation_error, step.validation_loss
        if time.monotonic() - self._written_at >= PROGRESS_INTERVAL:
            self.flush()

    def flush(self) -> None:
        """Write all steps since the last time, if there are any."""
        if self._newest is None:
            return
        error, loss = self._validated
        newest = replace(
            self._newest, weights=self._weights, validation_error=error, validation_loss=loss
        )
        progress = TrainingProgress(
            newest,
            np.array([step.step for step in self._steps], np.int64),
            np.array([step.loss for step in self._steps], np.float32),
            np.array([step.train_error for step in self._steps], np.float32),
        )
        self._steps, self._newest, self._weights = [], None, None
        self._validated = None, None
        self._write(progress_frame(progress))
        self._written_at = time.monotonic()
