"""Reads, augments, joins and splits the data of a training."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from lenet_gui.common.class_lists import chosen_classes
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.augmented_sets import (
    Attend,
    AugmentedDrawings,
    non_digits_set_aside,
    non_digits_to_learn,
)
from lenet_gui.engine.data.dataset import Dataset, joined
from lenet_gui.engine.data.datasets import MNIST_PARTS
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from lenet_gui.engine.data.train_test_splits import SplitData, load_parts
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.trainer.data.batches import Pool

AUGMENTED_PER_PASS = 4  # copies of each drawing; the next pass takes others
DIGITS_PER_NON_DIGIT = 4  # in a pass


@dataclass(frozen=True, slots=True, eq=False)
class PreparedData:
    """The data of a training, without its test part.

    samples: to learn from; labels that are no class mark non-digits. pools: how much of them a
    pass takes. validation: digits set aside; non_digits: non-digits of other writers, set aside for
    the choice of the reject rule. hashes: name of a file -> SHA-256.
    """

    samples: Dataset
    pools: tuple[Pool, ...]
    validation: Dataset
    non_digits: Dataset | None
    hashes: dict[str, str]
    class_names: tuple[str, ...]


def training_data(
    data: TrainingData, seed: int, attend: Attend | None = None, shape: Shape | None = None
) -> PreparedData:
    """Read and augment all sources of a training.

    attend: called every few milliseconds during the augmentation. shape: as ``load_dataset`` takes
    it. Raises BadInput if a source cannot be used, and what ``attend`` raises.
    """
    parts = parts_of(data, seed, shape)
    pieces, pools = [parts.training], [Pool(0, len(parts.training), len(parts.training))]

    def add(piece: Dataset, per_pass: int) -> None:
        start = pools[-1].stop
        pieces.append(piece)
        pools.append(Pool(start, start + len(piece), min(per_pass, len(piece))))

    drawings = _drawings(data, parts)
    for source in drawings if data.stroke_augmentations else ():
        varied = source.varied(data.stroke_augmentations, seed, attend=attend)
        add(varied, AUGMENTED_PER_PASS * len(source.places))
    if data.non_digits:
        digits = sum(pool.per_pass for pool in pools)
        learned = non_digits_to_learn(data, seed, drawings, attend)
        add(learned, digits // DIGITS_PER_NON_DIGIT)
    every = joined(pieces)
    return PreparedData(
        every,
        tuple(pools),
        parts.validation,
        non_digits_set_aside(data, seed),
        parts.hashes | every.hashes,
        chosen_classes(data.classes, parts.training.class_names()),
    )


def _drawings(data: TrainingData, parts: SplitData) -> list[AugmentedDrawings]:
    """Return the drawings behind the training samples of each stroke set."""
    if not (data.stroke_augmentations or data.non_digits):
        return []
    return [
        AugmentedDrawings(read_stroke_set(Path(split.source)), _places(learned), learned.name)
        for split, learned in zip(parts.sources, parts.learned, strict=True)
        if learned.kind == "strokes"
    ]


def _places(dataset: Dataset) -> np.ndarray:
    """Return the index of each sample in its source."""
    return np.arange(len(dataset)) if dataset.places is None else dataset.places


def parts_of(data: TrainingData, seed: int, shape: Shape | None = None) -> SplitData:
    """Return ``load_parts`` of ``data``; MNIST, which never changes, is split only once."""
    shipped = {*data.sources, data.test or "mnist"} <= {"mnist", *MNIST_PARTS}
    if shipped and not data.held_out:
        # what is drawn besides does not change the split, and no more do names of classes
        plain = replace(data, stroke_augmentations=0, non_digits=(), classes=())
        return _shipped_parts(plain, seed, shape)
    return load_parts(data, seed, shape=shape)


@lru_cache(maxsize=1)
def _shipped_parts(data: TrainingData, seed: int, shape: Shape | None) -> SplitData:
    return load_parts(data, seed, shape=shape)
