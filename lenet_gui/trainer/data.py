"""The data of a training: read, joined, and split honestly."""

from __future__ import annotations

from lenet_gui.engine.architecture import DIGITS
from lenet_gui.engine.datasets import Dataset
from lenet_gui.engine.splits import load_parts
from lenet_gui.training_values import TrainingConfig


def training_data(config: TrainingConfig) -> tuple[tuple[Dataset, Dataset], dict[str, str]]:
    """(learning, validation) of all sources together, and what files they came from.

    ``load_parts`` has the test part, too.
    """
    parts = load_parts(config)
    return (parts.training, parts.validation), parts.hashes


def class_names_of(learning: Dataset) -> tuple[str, ...]:
    """Ten digits if all labels are digits, whether or not each occurs; else what occurs."""
    found = learning.class_names()
    return DIGITS if set(found) <= set(DIGITS) else found
