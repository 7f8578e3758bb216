"""Sums up a data source for people who are about to train on it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import RunConfig, TrainingData
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.train_test_splits import SourceSplit, load_parts
from lenet_gui.engine.ink.normalization import ink_extents

# From these on people are warned; hand-set.
UNEVEN_CLASSES = 5.0  # times as many samples of one class as of another
BLANKS = 0.01  # fraction of the samples that are blank
FEW_SAMPLES = 10  # a class with fewer is scarce


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    """The contents of a data source.

    counts: int64, samples of each of ``class_names``. labels: int64, the class of each sample.
    writers: how many are known. blanks: samples without ink.

    split: how a training would divide it; None if that is not possible, for the reason
    ``problem``. Its counts are those that remain when no picture is in two parts. remarks: what
    was left out of the source or its test file, or changed in them.
    """

    source: str
    dataset: Dataset
    class_names: tuple[str, ...]
    counts: NDArray[np.int64]
    labels: NDArray[np.int64]
    writers: int
    blanks: int
    split: SourceSplit | None
    problem: BadInput | None
    remarks: tuple[BadInput, ...]

    @property
    def uneven(self) -> bool:
        """Return whether one class has many times as many samples as another."""
        return float(self.counts.max()) > UNEVEN_CLASSES * float(self.counts.min())

    @property
    def many_blanks(self) -> bool:
        """Return whether so many samples are blank that something must be wrong."""
        return self.blanks > BLANKS * len(self.dataset)

    @property
    def scarce(self) -> tuple[str, ...]:
        """The classes with few samples."""
        pairs = zip(self.class_names, self.counts.tolist(), strict=True)
        return tuple(name for name, count in pairs if count < FEW_SAMPLES)


def summarise(source: str, progress: ReadingProgress | None = None) -> Summary:
    """Read a source and sum it up. Raises BadInput if it cannot be read."""
    dataset = load_dataset(source, progress)
    names = dataset.class_names()
    labels = dataset.indices(names)
    split, problem, remarks = None, None, dataset.remarks
    try:
        split, remarks = _split(source, progress)
    except BadInput as error:
        problem = error
    return Summary(
        source,
        dataset,
        names,
        np.bincount(labels, minlength=len(names)).astype(np.int64),
        labels,
        len(set(dataset.groups) - {""}),
        int((ink_extents(dataset.images) == 0).sum()),
        split,
        problem,
        remarks,
    )


def _split(
    source: str, progress: ReadingProgress | None
) -> tuple[SourceSplit, tuple[BadInput, ...]]:
    """Return how a training would split a source, and the remarks about it and its test file."""
    parts = load_parts(TrainingData((source,)), RunConfig().seed, progress)
    sizes = {name: len(getattr(parts, name)) for name in ("training", "validation", "test")}
    return replace(parts.sources[0], **sizes), parts.remarks  # type: ignore[arg-type]
