"""The data of a training: read, joined, and split honestly."""

from __future__ import annotations

import numpy as np

from lenet_gui.engine.architecture import DIGITS
from lenet_gui.engine.datasets import Dataset, load_dataset, split
from lenet_gui.training_values import TrainingConfig
from lenet_gui.values import BadInput


def training_data(config: TrainingConfig) -> tuple[tuple[Dataset, Dataset], dict[str, str]]:
    """(learning, validation) of all sources together, and what files they came from."""
    sources = [load_dataset(source) for source in config.data]
    if not sources:
        raise BadInput("Training needs data.")
    total = sum(map(len, sources))
    halves = [
        split(source, max(1, round(config.validation * len(source) / total)), config.seed)
        for source in sources
    ]
    hashes = {name: value for source in sources for name, value in source.hashes.items()}
    return (_joined([half[0] for half in halves]), _joined([half[1] for half in halves])), hashes


def _joined(parts: list[Dataset]) -> Dataset:
    return Dataset(
        " + ".join(part.name for part in parts),
        np.concatenate([part.images for part in parts]),
        tuple(label for part in parts for label in part.labels),
        tuple(group for part in parts for group in part.groups),
        {},
    )


def class_names_of(learning: Dataset) -> tuple[str, ...]:
    """Ten digits if all labels are digits, whether or not each occurs; else what occurs."""
    found = learning.class_names()
    return DIGITS if set(found) <= set(DIGITS) else found
