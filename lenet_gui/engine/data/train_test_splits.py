"""Splits data honestly into what a network learns from, is chosen by, and is tested on.

No sample is in two parts, and where writers are known, no writer is. The test part of a source
is the same for every training, so that none has ever learned from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import MAX_CLASS_NAME, is_class_name
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import MNIST_PARTS, load_dataset
from lenet_gui.engine.data.held_out_writers import read_writers, writers_of
from lenet_gui.engine.data.idx import ReadingProgress
from lenet_gui.engine.data.idx_sets import matching_test_file, training_images_in

VALIDATION_DIVISOR = 5  # at most every fifth sample is set aside for validation
TEST_DIVISOR = 7  # every seventh is for the test: 10,000 of 70,000, as in MNIST
FEWEST_UNITS = 3  # samples or writers: one for each part
CACHED_ROWS = 4096  # pictures of 784 bytes that fit into the cache of a processor


@dataclass(frozen=True, slots=True)
class SourceSplit:
    """How one source was split.

    training, validation, test: samples. test_from: where the test part comes from: "given" (the
    training names one), "file" (the source has a test file) or "part" (set aside from it).
    writers: of (training, validation, test), or empty where the split is by sample.
    """

    source: str
    training: int
    validation: int
    test: int
    test_from: str
    writers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class SplitData:
    """The data of a training, in parts; the test part is never empty.

    hashes: file name -> SHA-256, of all files. learned: the parts of ``training``, source by
    source, in the order of ``sources``.
    """

    training: Dataset
    validation: Dataset
    test: Dataset
    sources: tuple[SourceSplit, ...]
    hashes: dict[str, str]
    learned: tuple[Dataset, ...]


def load_parts(data: TrainingData, seed: int, progress: ReadingProgress | None = None) -> SplitData:
    """Read all sources of a training and split each. Raises BadInput if that is not possible."""
    known: dict[str, str] = {}
    for name in data.sources:
        known.setdefault(_resolved(name), name)
    names = list(known.values())
    if not names:
        raise BadInput("Choose data to train on.")
    sources = [load_dataset(name, progress) for name in names]
    given = load_dataset(data.test, progress) if data.test else None
    aside = read_writers(data.held_out, (*data.sources, *data.non_digits))
    total = sum(map(len, sources))
    first = data.validation_part == "first"
    pieces, splits = [], []
    tests: dict[str, Dataset] = {}  # two sources may have the same one
    for name, source in zip(names, sources, strict=True):
        count = round(data.validation * len(source) / total)
        beside = None if given is not None else matching_test(name)
        test = given if beside is None else load_dataset(beside, progress)
        held = writers_of(aside, name, source.groups)
        parts = split_source(source, count, seed, test, first, held)
        pieces.append(parts)
        tests[beside or name] = parts[2]
        by = "given" if given is not None else "part" if beside is None else "file"
        splits.append(_described(name, parts, by))
    every = [*sources, *tests.values()] if given is None else [*sources, given]
    return _honest(
        [piece[0] for piece in pieces],
        joined([piece[1] for piece in pieces]),
        joined(list(tests.values())) if given is None else given,
        tuple(splits),
        {name: value for part in every for name, value in part.hashes.items()},
    )


def _resolved(source: str) -> str:
    if source == "mnist" or source in MNIST_PARTS:
        return MNIST_PARTS.get(source, "train")
    try:
        return str(Path(source).resolve())
    except OSError:
        return source


def matching_test(source: str) -> str | None:
    """Return the source that holds the test part of another; None if there is none."""
    if source in MNIST_PARTS or source == "mnist":
        return "mnist-test" if source != "mnist-test" else None
    path = Path(source)
    try:
        if path.is_dir():
            sets = training_images_in(path)
            path = sets[0] if len(sets) == 1 else path
        beside = matching_test_file(path) if path.is_file() else None
    except OSError:
        return None
    return None if beside is None else str(beside)


def split_source(
    source: Dataset,
    count: int,
    seed: int,
    test: Dataset | None = None,
    first: bool = False,
    held_out: frozenset[str] = frozenset(),
) -> tuple[Dataset, Dataset, Dataset]:
    """Return (training, validation, test).

    count: samples for validation, at most every VALIDATION_DIVISOR-th. test: the test part if it
    is given. Without it, the test part is what the writers ``held_out`` wrote, if there are any
    of them, else every TEST_DIVISOR-th sample. held_out: nothing of theirs is in another part.
    first: validation is what comes first in the file.

    The split is by writer where enough are known, else by sample; then the parts name no writers.
    The test part depends on nothing but ``source``: another training cannot have learned from it.
    Raises BadInput if there are too few samples.
    """
    written = np.isin(source.groups, list(held_out))
    if written.any():
        test = source.take(np.flatnonzero(written)) if test is None else test
        source = source.take(np.flatnonzero(~written))
    if len(source) < FEWEST_UNITS:
        raise BadInput(
            "{name} has too few samples to split: {count}; it needs at least {least}.",
            name=source.name,
            count=len(source),
            least=FEWEST_UNITS,
        )
    count = max(1, min(count, len(source) // VALIDATION_DIVISOR))
    if len(set(source.groups)) >= FEWEST_UNITS:
        try:
            return _in_three(source, count, seed, test, first)
        except BadInput:
            pass  # a few writers wrote nearly all of it: split by sample
    return _in_three(replace(source, groups=("",) * len(source)), count, seed, test, first)


def _in_three(
    source: Dataset, count: int, seed: int, test: Dataset | None, first: bool
) -> tuple[Dataset, Dataset, Dataset]:
    rest = source
    if test is None:
        size = max(1, len(source) // TEST_DIVISOR)
        rest, test = _aside(source, size, _fixed_order(source, size))
    if first:
        rest, validation = _aside(rest, count, _file_order(rest))
    else:
        rest, validation = split(rest, count, seed)
    return rest, validation, test


def split(dataset: Dataset, count: int, seed: int) -> tuple[Dataset, Dataset]:
    """Return (rest, set aside): ``count`` samples at random.

    With known writers, whole writers are set aside until at least ``count`` samples are. Raises
    BadInput if nothing would be left.
    """
    if not 0 < count < len(dataset):
        raise BadInput(
            "Cannot set aside {count} of {all} samples for validation. Choose fewer.",
            count=count,
            all=len(dataset),
        )
    generator = np.random.default_rng(seed)
    units = len(np.unique(dataset.groups)) if any(dataset.groups) else len(dataset)
    return _aside(dataset, count, generator.permutation(units))


def _aside(dataset: Dataset, count: int, order: NDArray[np.int64]) -> tuple[Dataset, Dataset]:
    """Return (rest, set aside): the first ``count`` samples in an order.

    order: indices of samples, or of writers in the order of their names.
    """
    aside = np.zeros(len(dataset), np.bool_)
    if not any(dataset.groups):
        aside[order[:count]] = True
    else:
        names, writers, sizes = np.unique(dataset.groups, return_inverse=True, return_counts=True)
        needed = int(np.searchsorted(np.cumsum(sizes[order]), count)) + 1
        if needed >= len(names):
            raise BadInput("There are too few writers to set {count} samples aside.", count=count)
        aside = np.isin(writers, order[:needed])
    return dataset.take(np.flatnonzero(~aside)), dataset.take(np.flatnonzero(aside))


def _fixed_order(dataset: Dataset, count: int) -> NDArray[np.int64]:
    """Return an order by content: samples that are added later leave most others in their part.

    Writers with more than ``count`` samples come last; one of them would make the part too large.
    """
    if not any(dataset.groups):
        return np.argsort(fingerprints(dataset.images), kind="stable")
    names, sizes = np.unique(dataset.groups, return_counts=True)
    marks = [hashlib.sha256(name.encode()).digest() for name in names.tolist()]
    order = sorted(range(len(names)), key=lambda place: (sizes[place] > count, marks[place]))
    return np.array(order, np.int64)


def _file_order(dataset: Dataset) -> NDArray[np.int64]:
    """Return the order in the file: of samples, or of writers by their first sample."""
    if not any(dataset.groups):
        return np.arange(len(dataset))
    return np.argsort(np.unique(dataset.groups, return_index=True)[1])


def fingerprints(images: np.ndarray) -> NDArray[np.uint64]:
    """Return uint64 (samples,): a number for each picture that another picture will not have.

    images: uint8 (samples, ...), a multiple of 8 bytes each. Pairs of 32-bit words, keys added,
    are multiplied and summed; the multiplier that mixes the sums is splitmix64's.
    """
    words = np.ascontiguousarray(images).reshape(len(images), -1).view(np.uint32)
    keys = np.random.default_rng(1998).integers(0, 2**32, words.shape[1], np.uint32)
    sums = np.zeros(len(words), np.uint64)
    for start in range(0, len(words), CACHED_ROWS):
        mixed = (words[start : start + CACHED_ROWS] + keys).astype(np.uint64)
        sums[start : start + CACHED_ROWS] = (mixed[:, ::2] * mixed[:, 1::2]).sum(axis=1)
    sums ^= sums >> np.uint64(29)
    sums *= np.uint64(0xBF58476D1CE4E5B9)
    return sums ^ (sums >> np.uint64(32))


def joined(parts: Sequence[Dataset]) -> Dataset:
    """Return data sets one after another as one; their places are dropped."""
    if len(parts) == 1:
        return parts[0]
    return Dataset(
        " + ".join(part.name for part in parts),
        np.concatenate([part.images for part in parts]),
        tuple(label for part in parts for label in part.labels),
        tuple(group for part in parts for group in part.groups),
        {name: value for part in parts for name, value in part.hashes.items()},
    )


def _honest(
    learned: Sequence[Dataset],
    validation: Dataset,
    test: Dataset,
    sources: tuple[SourceSplit, ...],
    hashes: dict[str, str],
) -> SplitData:
    """Leave out what the parts have in common, and classes that cannot be learned.

    Raises BadInput if too little is left.
    """
    if len(sources) > 1:  # two sources may have the same test digits
        once = np.unique(fingerprints(test.images), return_index=True)[1]
        test = test.take(np.sort(once)) if len(once) < len(test) else test
    tested, chosen = fingerprints(test.images), fingerprints(validation.images)
    validation = _without(validation, np.isin(chosen, tested))
    seen = np.concatenate([tested, chosen])
    learned = [_without(part, np.isin(fingerprints(part.images), seen)) for part in learned]
    training = joined(learned)
    classes = training.class_names()
    validation = _without(validation, validation.indices(classes) < 0)
    if not len(training) or not len(validation):
        raise BadInput(
            "All training samples are in the test data, too. Choose other training or test data."
        )
    if len(classes) < 2:
        raise BadInput(
            "All samples belong to one class, {name}; at least two classes are needed.",
            name=classes[0],
        )
    _check_names(classes)
    return SplitData(training, validation, test, sources, hashes, tuple(learned))


def _check_names(classes: Sequence[str]) -> None:
    """Raise BadInput if a network cannot have one of the classes.

    Checked before a long training, not when its checkpoint is written.
    """
    for name in classes:
        if not is_class_name(name):
            raise BadInput(
                "A class cannot be named {name}: a class name has 1 to {most} characters.",
                name=repr(name)[:60],
                most=MAX_CLASS_NAME,
            )


def _without(dataset: Dataset, which: NDArray[np.bool_]) -> Dataset:
    return dataset.take(np.flatnonzero(~which)) if which.any() else dataset


def _described(source: str, parts: tuple[Dataset, Dataset, Dataset], by: str) -> SourceSplit:
    training, validation, test = map(len, parts)
    writers = tuple(len(set(part.groups)) for part in parts) if any(parts[0].groups) else ()
    return SourceSplit(source, training, validation, test, by, writers)
