"""The data of a training: read, joined, and split honestly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from lenet_gui.common.training_values import TrainingConfig, ValidationPart
from lenet_gui.engine.data.augmented_sets import (
    Attend,
    AugmentedDrawings,
    non_digits_set_aside,
    non_digits_to_learn,
)
from lenet_gui.engine.data.datasets import MNIST_PARTS, Dataset
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from lenet_gui.engine.data.train_test_splits import Parts, joined, load_parts
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.trainer.data.batches import Pool

AUGMENTED_PER_PASS = 4  # of each drawing; the next pass takes others
DIGITS_TO_A_NON_DIGIT = 4


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """What a training learns from and is steered by.

    samples: labels that are no class stand for non-digits. pools: what a pass takes of them.
    validation: digits; non_digits: what is none, of other writers, to choose the reject rule by.
    """

    samples: Dataset
    pools: tuple[Pool, ...]
    validation: Dataset
    non_digits: Dataset | None
    hashes: dict[str, str]
    class_names: tuple[str, ...]


def training_data(config: TrainingConfig, attend: Attend | None = None) -> Learned:
    """All sources of a training. Raises BadInput with a sentence, and what ``attend`` raises,
    which is called now and then where it takes long."""
    parts = parts_of(config)
    pieces, pools = [parts.training], [Pool(0, len(parts.training), len(parts.training))]

    def add(piece: Dataset, a_pass: int) -> None:
        start = pools[-1].stop
        pieces.append(piece)
        pools.append(Pool(start, start + len(piece), min(a_pass, len(piece))))

    drawings = _drawings(config, parts)
    for source in drawings if config.variations else ():
        varied = source.varied(config.variations, config.seed, attend=attend)
        add(varied, AUGMENTED_PER_PASS * len(source.places))
    if config.non_digits:
        digits = sum(pool.a_pass for pool in pools)
        learned = non_digits_to_learn(config, drawings, attend)
        add(learned, digits // DIGITS_TO_A_NON_DIGIT)
    every = joined(pieces)
    return Learned(
        every,
        tuple(pools),
        parts.validation,
        non_digits_set_aside(config),
        parts.hashes | every.hashes,
        class_names_of(parts.training),
    )


def _drawings(config: TrainingConfig, parts: Parts) -> list[AugmentedDrawings]:
    """The strokes behind the training samples of each stroke set."""
    if not (config.variations or config.non_digits):
        return []
    return [
        AugmentedDrawings(read_stroke_set(Path(split.source)), _places(learned), learned.name)
        for split, learned in zip(parts.sources, parts.learned, strict=True)
        if learned.kind == "strokes"
    ]


def _places(dataset: Dataset) -> np.ndarray:
    return np.arange(len(dataset)) if dataset.places is None else dataset.places


def parts_of(config: TrainingConfig) -> Parts:
    """As ``load_parts``; what never changes is not split again for the next training."""
    shipped = {*config.data, config.test or "mnist"} <= {"mnist", *MNIST_PARTS}
    if shipped and not config.held_out:
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
