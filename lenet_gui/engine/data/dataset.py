"""Labelled digits as they are handed around, wherever they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.class_lists import in_order
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.data.formats.picture_forms import Suggestion


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Labelled digits.

    images: uint8 (samples, 28, 28), ink 255; or (samples, channels, rows, columns) for networks
    that see pictures as they are. labels: the class name of each sample.
    groups: the writer of each sample where it is known, for honest splits; else empty texts.
    hashes: file name -> SHA-256 of each file the samples were read from.
    kind: "mnist", "idx", "emnist", "qmnist", "csv", "keras", "folder" or "strokes".
    places: int64 (samples,), the index of each sample in its source; None: 0, 1, 2 ...
    remarks: a sentence for each thing that was left out of the source or changed in it.
    suggestion: a better way to read the source, if its pictures seem inverted or turned.
    """

    name: str
    images: ByteArray
    labels: tuple[str, ...]
    groups: tuple[str, ...]
    hashes: dict[str, str]
    kind: str = "idx"
    places: NDArray[np.int64] | None = None
    remarks: tuple[BadInput, ...] = ()
    suggestion: Suggestion | None = None

    def __len__(self) -> int:
        return len(self.labels)

    def class_names(self) -> tuple[str, ...]:
        """Return each label once: numbers in numerical order, then other names by their text."""
        return in_order(self.labels)

    def indices(self, class_names: Sequence[str]) -> NDArray[np.int64]:
        """Return int64 (samples,): the index of each label in ``class_names``, -1 if absent."""
        places = {name: index for index, name in enumerate(class_names)}
        return np.array([places.get(label, -1) for label in self.labels], np.int64)

    def take(self, chosen: NDArray[np.int64]) -> Dataset:
        """Return the samples with the indices ``chosen``, int64 (samples,), in that order."""
        return replace(
            self,
            images=self.images[chosen],
            labels=_taken(self.labels, chosen),
            groups=_taken(self.groups, chosen),
            places=chosen if self.places is None else self.places[chosen],
        )


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


def too_many(name: str, most: int) -> BadInput:
    """Return the error that a source has more samples than are read."""
    return BadInput(
        "{file} contains more than {most} samples, which is the maximum.", file=name, most=most
    )


def _taken(texts: tuple[str, ...], chosen: NDArray[np.int64]) -> tuple[str, ...]:
    """Return the texts with those indices; ``itemgetter`` takes a twentieth of a loop's time."""
    places = chosen.tolist()
    return itemgetter(*places)(texts) if len(places) > 1 else tuple(texts[i] for i in places)
