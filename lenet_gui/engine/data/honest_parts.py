"""Keeps the parts of the data apart: no sample in two of them, and no class lost on the way."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import MAX_CLASS_NAME, is_class_name
from lenet_gui.engine.data.dataset import Dataset

MOST_LOST_SHOWN = 8  # classes named in the sentence
CACHED_ROWS = 4096  # pictures of 784 bytes that fit into the cache of a processor


def without_overlaps(
    learned: Sequence[Dataset], validation: Dataset, test: Dataset
) -> tuple[list[Dataset], Dataset, Dataset]:
    """Return the same parts without the samples that a part before it has: test, then validation.

    learned: one for each source. Raises BadInput if nothing is left to learn from or to validate.
    """
    if len(learned) > 1:  # two sources may have the same test digits
        once = np.unique(fingerprints(test.images), return_index=True)[1]
        test = test.take(np.sort(once)) if len(once) < len(test) else test
    tested, chosen = fingerprints(test.images), fingerprints(validation.images)
    validation = _without(validation, np.isin(chosen, tested))
    seen = np.concatenate([tested, chosen])
    left = [_without(part, np.isin(fingerprints(part.images), seen)) for part in learned]
    if not any(map(len, left)) or not len(validation):
        raise BadInput(
            "All training samples are in the test data, too. Choose other training or test data."
        )
    return left, validation, test


def check_classes(offered: Set[str], training: Dataset) -> None:
    """Raise BadInput if a network cannot learn the classes, before a long training.

    offered: the classes of all sources, each of which must be left in ``training``.
    """
    for name in sorted(offered):
        if not is_class_name(name):
            raise BadInput(
                "A class cannot be named {name}: a class name has 1 to {most} visible characters.",
                name=repr(name)[:60],
                most=MAX_CLASS_NAME,
            )
    lost = sorted(offered - set(training.labels))
    if lost:
        raise BadInput(
            "No samples would be left to learn these classes from: {names}. All of them are set "
            "aside for validation or testing. Add samples, or leave these classes out.",
            names=", ".join(lost[:MOST_LOST_SHOWN]) + (" …" if len(lost) > MOST_LOST_SHOWN else ""),
        )
    if len(offered) < 2:
        raise BadInput(
            "All samples belong to one class, {name}; at least two classes are needed.",
            name=min(offered),
        )


def fingerprints(images: np.ndarray) -> NDArray[np.uint64]:
    """Return uint64 (samples,): a number for each picture that another picture will not have.

    images: uint8 (samples, ...). Pairs of 32-bit words, keys added, are multiplied and summed;
    the multiplier that mixes the sums is splitmix64's.
    """
    flat = np.ascontiguousarray(images).reshape(len(images), math.prod(images.shape[1:]))
    if beyond := flat.shape[1] % 8:
        flat = np.pad(flat, ((0, 0), (0, 8 - beyond)))
    words = flat.view(np.uint32)
    keys = np.random.default_rng(1998).integers(0, 2**32, words.shape[1], np.uint32)
    sums = np.zeros(len(words), np.uint64)
    for start in range(0, len(words), CACHED_ROWS):
        mixed = (words[start : start + CACHED_ROWS] + keys).astype(np.uint64)
        sums[start : start + CACHED_ROWS] = (mixed[:, ::2] * mixed[:, 1::2]).sum(axis=1)
    sums ^= sums >> np.uint64(29)
    sums *= np.uint64(0xBF58476D1CE4E5B9)
    return sums ^ (sums >> np.uint64(32))


def _without(dataset: Dataset, which: NDArray[np.bool_]) -> Dataset:
    return dataset.take(np.flatnonzero(~which)) if which.any() else dataset
