"""The frozen values in which a training reports how it goes, across rooms and processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import ByteArray, Evaluation, FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class TrainingStep:
    """One step of a training, as it is reported.

    epoch: 0-based; step: number of steps done; steps: in all (an estimate where time decides);
    progress: 0..1; loss: of this batch; rate: learning rate.
    train_error: running error rate of recent (augmented) batches, 0..1.
    seconds: time spent on training, without pauses.
    validating: the network is being validated, and learns nothing meanwhile. Such a step is
    yielded often, so that the training can be paused or cancelled at once; then the same step
    follows with its ``validation_error``.
    validation_error, validation_loss: 0..1, and the mean of the training's loss of the digits set
    aside for validation, now and then, at least at the end of an epoch and of the training;
    otherwise None. weights: averaged weights a few times a second, otherwise None.
    """

    epoch: int
    step: int
    steps: int
    progress: float
    loss: float
    rate: float
    train_error: float
    seconds: float
    validating: bool = False
    validation_error: float | None = None
    validation_loss: float | None = None
    weights: Mapping[str, FloatArray] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TrainingStart:
    """The beginning or resumption of a training.

    samples, validation_samples, test_samples: numbers of samples. output: path of the checkpoint
    to be written. weights: those that it begins with. specification: as in ``Checkpoint``.
    """

    config: TrainingConfig
    class_names: tuple[str, ...]
    samples: int
    validation_samples: int
    test_samples: int
    device: str
    output: str
    weights: Mapping[str, FloatArray]
    specification: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class TrainingProgress:
    """The steps since the last report of progress.

    newest: the last of them. steps, losses, train_errors: number (int64), loss and training error
    (float32) of each.
    """

    newest: TrainingStep
    steps: NDArray[np.int64]
    losses: FloatArray
    train_errors: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class TrainingReport:
    """The result of a training that came to its end.

    output: path of the checkpoint. validation, test: evaluations of it; test is None where there
    is no test data. images: uint8 (test samples, 28, 28), or (test samples, channels, rows,
    columns) for a network that sees pictures, in the order of ``test.labels``.
    """

    config: TrainingConfig
    output: str
    seconds: float
    cpu_seconds: float
    validation: Evaluation
    test: Evaluation | None
    images: ByteArray
