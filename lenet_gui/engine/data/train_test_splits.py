"""Splits data honestly into what a network learns from, is chosen by, and is tested on.

No sample is in two parts, and where writers are known, no writer is. The test part of a source
is the same for every training, so that none has ever learned from it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.dataset import Dataset, joined
from lenet_gui.engine.data.datasets import MNIST_PARTS, load_dataset
from lenet_gui.engine.data.formats.class_folders import data_in, matching_test_folder
from lenet_gui.engine.data.formats.csv_sets import has_labels
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.formats.idx_sets import matching_test_file
from lenet_gui.engine.data.formats.keras_sets import is_keras_set
from lenet_gui.engine.data.held_out_writers import read_writers, writers_of
from lenet_gui.engine.data.honest_parts import check_classes, fingerprints, without_overlaps
from lenet_gui.engine.data.source_names import source_name
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.storage.file_kinds import TABLE, kind_of

VALIDATION_DIVISOR = 5  # at most every fifth sample is set aside for validation
TEST_DIVISOR = 7  # every seventh is for the test: 10,000 of 70,000, as in MNIST
FEWEST_UNITS = 3  # samples or writers: one for each part


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
    source, in the order of ``sources``. remarks: those of all sources and test parts, each once.
    """

    training: Dataset
    validation: Dataset
    test: Dataset
    sources: tuple[SourceSplit, ...]
    hashes: dict[str, str]
    learned: tuple[Dataset, ...]
    remarks: tuple[BadInput, ...]


def load_parts(
    data: TrainingData,
    seed: int,
    progress: ReadingProgress | None = None,
    shape: Shape | None = None,
) -> SplitData:
    """Read all sources of a training and split each.

    shape: as ``load_dataset`` takes it. Raises BadInput if that is not possible.
    """
    known: dict[str, str] = {}
    for name in data.sources:
        known.setdefault(_resolved(name), name)
    names = list(known.values())
    if not names:
        raise BadInput("Choose data to train on.")
    sources = [load_dataset(name, progress, shape) for name in names]
    given = load_dataset(data.test, progress, shape) if data.test else None
    aside = read_writers(data.held_out, (*data.sources, *data.non_digits))
    total = sum(map(len, sources))
    first = data.validation_part == "first"
    pieces, splits = [], []
    tests: dict[str, Dataset] = {}  # two sources may have the same one
    for name, source in zip(names, sources, strict=True):
        count = round(data.validation * len(source) / total)
        beside = None if given is not None else matching_test(name)
        test = given if beside is None else load_dataset(beside, progress, shape)
        held = writers_of(aside, name, source.groups)
        parts = split_source(source, count, seed, test, first, held)
        pieces.append(parts)
        tests[beside or name] = parts[2]
        by = "given" if given is not None else "part" if beside is None else "file"
        splits.append(_described(name, parts, by))
    every = [*sources, *tests.values()] if given is None else [*sources, given]
    learned, validation, aside_for_test = without_overlaps(
        [piece[0] for piece in pieces],
        joined([piece[1] for piece in pieces]),
        joined(list(tests.values())) if given is None else given,
    )
    training = joined(learned)
    check_classes({label for source in sources for label in source.labels}, training)
    hashes = {name: value for part in every for name, value in part.hashes.items()}
    remarks = tuple({str(remark): remark for part in every for remark in part.remarks}.values())
    return SplitData(
        training, validation, aside_for_test, tuple(splits), hashes, tuple(learned), remarks
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
    try:
        asked = source_name(source)
        path = data_in(asked.path) if asked.path.is_dir() else asked.path
        if path is None or asked.test:
            return None
        if is_keras_set(path, test=True):
            return str(replace(asked, path=path, test=True))
        beside = matching_test_folder(path) if path.is_dir() else matching_test_file(path)
        if beside is None:
            return None
        if beside.is_file() and kind_of(beside) is TABLE and not has_labels(beside):
            return None
    except (OSError, BadInput):
        return None
    return str(replace(asked, path=beside))


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
    first: validation is what comes first in the file: in MNIST the first samples, elsewhere the
    first of each class, since files and folders are often sorted by class.

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

    order: indices of samples, or of writers in the order of their names. Of samples, the last of
    each class stays, so that no class is lost.
    """
    aside = np.zeros(len(dataset), np.bool_)
    if not any(dataset.groups):
        aside[_last_of_each_class_last(dataset, order)[:count]] = True
    else:
        names, writers, sizes = np.unique(dataset.groups, return_inverse=True, return_counts=True)
        needed = int(np.searchsorted(np.cumsum(sizes[order]), count)) + 1
        if needed >= len(names):
            raise BadInput("There are too few writers to set {count} samples aside.", count=count)
        aside = np.isin(writers, order[:needed])
    return dataset.take(np.flatnonzero(~aside)), dataset.take(np.flatnonzero(aside))


def _last_of_each_class_last(dataset: Dataset, order: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return an order of samples in which what comes last of each class is at the end."""
    labels = dataset.indices(dataset.class_names())[order]
    last = np.zeros(len(order), np.bool_)
    last[len(order) - 1 - np.unique(labels[::-1], return_index=True)[1]] = True
    return np.concatenate([order[~last], order[last]])


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
    """Return the order in the file: of samples, or of writers by their first sample.

    Outside MNIST, samples are in the order of their places within their classes, as parts of the
    classes, so that the first of them are the first of each class.
    """
    if any(dataset.groups):
        return np.argsort(np.unique(dataset.groups, return_index=True)[1])
    if dataset.kind == "mnist":
        return np.arange(len(dataset))
    labels = dataset.indices(dataset.class_names())
    sizes = np.bincount(labels)
    ranks = np.empty(len(labels), np.int64)
    by_class = np.argsort(labels, kind="stable")
    ranks[by_class] = np.arange(len(labels)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.argsort((ranks + 0.5) / sizes[labels], kind="stable")


def _described(source: str, parts: tuple[Dataset, Dataset, Dataset], by: str) -> SourceSplit:
    training, validation, test = map(len, parts)
    writers = tuple(len(set(part.groups)) for part in parts) if any(parts[0].groups) else ()
    return SourceSplit(source, training, validation, test, by, writers)
