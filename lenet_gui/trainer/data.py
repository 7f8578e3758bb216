"""The data of a training: read, joined, and split honestly."""

from __future__ import annotations

from functools import lru_cache

from lenet_gui.engine.architecture import DIGITS
from lenet_gui.engine.datasets import MNIST_PARTS, Dataset
from lenet_gui.engine.splits import Parts, load_parts
from lenet_gui.training_values import TrainingConfig, ValidationPart


def training_data(config: TrainingConfig) -> tuple[tuple[Dataset, Dataset], dict[str, str]]:
    """(learning, validation) of all sources together, and what files they came from."""
    parts = parts_of(config)
    return (parts.training, parts.validation), parts.hashes


def parts_of(config: TrainingConfig) -> Parts:
    """As ``load_parts``; what never changes is not split again for the next training."""
    if {*config.data, config.test or "mnist"} <= {"mnist", *MNIST_PARTS}:
        split = config.validation, config.validation_part, config.seed
        return _shipped_parts(config.data, config.test, *split)
    return load_parts(config)


@lru_cache(maxsize=1)
def _shipped_parts(
    data: tuple[str, ...], test: str, validation: int, part: ValidationPart, seed: int
) -> Parts:
    return load_parts(
        TrainingConfig(
            "",
            data=data,
            test=test,
            validation=validation,
            validation_part=part,
            seed=seed,
        )
    )


def class_names_of(learning: Dataset) -> tuple[str, ...]:
    """Ten digits if all labels are digits, whether or not each occurs; else what occurs."""
    found = learning.class_names()
    return DIGITS if set(found) <= set(DIGITS) else found
