"""A few MNIST digits as IDX files, for trainings of a second, and how to run one to its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.values import Checkpoint
from tests.engine.data.idx_files import digits, put

if TYPE_CHECKING:  # tests without torch need the digits, too
    from lenet_gui.trainer.training import Trained


def write_digits(folder: Path, count: int, name: str = "few", classes: int = 10) -> str:
    """Write the first test digits as an IDX file and return its path.

    With more than 10 classes, labels are made up.
    """
    images, labels = digits(0, count)
    if classes != 10:
        labels = (np.arange(count) % classes).astype(np.uint8)
    put(folder / f"{name}-labels", labels)
    return str(put(folder / f"{name}-images", images))


def finished(training: Trained) -> tuple[list[TrainingStep], Checkpoint]:
    """Return all steps that are left, also those during validation, and the result."""
    steps = []
    while True:
        try:
            steps.append(next(training))
        except StopIteration as end:
            return steps, end.value


def trained(training: Trained) -> tuple[list[TrainingStep], Checkpoint]:
    """Return all steps that are left, without those during validation, and the result."""
    steps, checkpoint = finished(training)
    return [step for step in steps if not step.validating], checkpoint
