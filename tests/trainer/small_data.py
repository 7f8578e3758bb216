"""A few MNIST digits as IDX files, for trainings of a second; and a training to its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lenet_gui.common.training_values import TrainingStep
from lenet_gui.common.values import Checkpoint
from tests.engine.data.idx_files import digits, put

if TYPE_CHECKING:  # others want digits, and no torch
    from lenet_gui.trainer.training import Trained


def write_digits(folder: Path, count: int, name: str = "few", classes: int = 10) -> str:
    """The path of an IDX file of the first test digits; with more classes, labels are made up."""
    images, labels = digits(0, count)
    if classes != 10:
        labels = (np.arange(count) % classes).astype(np.uint8)
    put(folder / f"{name}-labels", labels)
    return str(put(folder / f"{name}-images", images))


def finished(training: Trained) -> tuple[list[TrainingStep], Checkpoint]:
    """All steps that are left, those that say that it validates among them; and the result."""
    steps = []
    while True:
        try:
            steps.append(next(training))
        except StopIteration as end:
            return steps, end.value


def trained(training: Trained) -> tuple[list[TrainingStep], Checkpoint]:
    """The same without those that say that it validates."""
    steps, checkpoint = finished(training)
    return [step for step in steps if not step.validating], checkpoint
