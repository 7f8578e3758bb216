"""The digits that excite a unit most: which of MNIST's test digits its activation is largest for.

One pass over the digits serves all units of a layer, and is kept on disk by the network's hash.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, Checkpoint, FloatArray, Unit
from lenet_gui.engine.data.pictures_as_seen import pictures_of
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.cached_files import cache_folder, keep_cached, read_cached

NINE = 9
MOST_CONNECTIONS = 5e9  # computed for the digits; LeNet-5 gets all 10,000, larger networks fewer
MOST_UNITS = 8192  # of a layer that are looked at together; of larger layers one map alone
BATCH = 100  # digits per forward pass
MOST_KEPT = 20_000_000  # bytes; a layer of LeNet-5 has at most 340,000
_SUFFIX = ".exciting"
_INDEX, _VALUE = np.dtype("<i4"), np.dtype("<f4")


@dataclass(frozen=True, slots=True, eq=False)
class ExcitingDigits:
    """The digits for which a unit is largest, the most exciting first.

    indices: int (9,), places in the data; values: float32 (9,), the unit's activations, of an
    output its evidence. looked_at: the number of digits they were chosen from, the first of the
    data.
    """

    indices: NDArray[np.int32]
    values: FloatArray
    looked_at: int

    @property
    def any(self) -> bool:
        """Return whether the unit tells these digits apart from others at all."""
        return bool(self.values.size and self.values[0] > self.values[-1])


def exciting_digits(recognizer: Recognizer, unit: Unit, images: ByteArray) -> ExcitingDigits:
    """Return the nine digits that excite a unit most, from disk if they were found before.

    images: uint8 (samples, 28, 28), at least nine; which they are is part of what is kept.
    """
    shape = _layer_shape(recognizer.architecture, unit.layer)
    units_a_map = math.prod(shape[1:])
    whole = math.prod(shape) <= MOST_UNITS
    maps = range(shape[0]) if whole else range(unit.map, unit.map + 1)
    looked_at = _looked_at(recognizer.architecture, len(images))
    path = _path(recognizer.checkpoint, unit.layer, maps, images[:looked_at])
    table = _from_disk(path, len(maps) * units_a_map, looked_at)
    if table is None:
        table = most_exciting(recognizer, unit.layer, maps, images[:looked_at])
        content = table[0].astype(_INDEX).tobytes() + table[1].astype(_VALUE).tobytes()
        keep_cached(path, content, MOST_KEPT)
    columns = (*shape, 1, 1)[2]
    row = (unit.map - maps[0]) * units_a_map + unit.row * columns + unit.column
    return ExcitingDigits(table[0][row], table[1][row], looked_at)


def most_exciting(
    recognizer: Recognizer, layer: str, maps: range, images: ByteArray
) -> tuple[NDArray[np.int32], FloatArray]:
    """Return the nine most exciting digits of each unit of some maps, the first in case of a tie.

    images: uint8 (samples, 28, 28). Returns places in ``images``, int32 (units, 9), and
    activations, float32 (units, 9), the units in the order of the layer.
    """
    units = len(maps) * math.prod(_layer_shape(recognizer.architecture, layer)[1:])
    indices = np.zeros((units, NINE), np.int32)
    values = np.full((units, NINE), -np.inf, np.float32)
    for first in range(0, len(images), BATCH):
        found = _values(recognizer, layer, images[first : first + BATCH])
        new = found[:, maps.start : maps.stop].reshape(len(found), units).T
        rows = np.flatnonzero(new.max(axis=1) > values[:, -1])
        both = np.concatenate([values[rows], new[rows]], axis=1)
        numbers = np.broadcast_to(np.arange(first, first + len(found)), (len(rows), len(found)))
        places = np.concatenate([indices[rows], numbers], axis=1)
        best = np.argsort(-both, axis=1, kind="stable")[:, :NINE]
        indices[rows] = np.take_along_axis(places, best, axis=1)
        values[rows] = np.take_along_axis(both, best, axis=1)
    return indices, values


def _values(recognizer: Recognizer, layer: str, images: ByteArray) -> FloatArray:
    """Return the activations of a layer, (samples, maps, ...), of the output its evidence."""
    architecture = recognizer.architecture
    shape = architecture.picture_shape
    inputs = architecture.input_from(images if shape is None else pictures_of(images, shape))
    if layer == "INPUT":
        return inputs
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    return evidence if layer == architecture.layers[-1].name else activations[layer]


def _layer_shape(architecture: Architecture, layer: str) -> tuple[int, ...]:
    return architecture.input_shape if layer == "INPUT" else architecture.layer(layer).shape


def _looked_at(architecture: Architecture, samples: int) -> int:
    """Return how many digits are looked at: fewer where the network is large."""
    return min(samples, max(BATCH, int(MOST_CONNECTIONS / architecture.connections)))


def _path(checkpoint: Checkpoint, layer: str, maps: range, images: ByteArray) -> Path:
    """Return the file for a network, some maps of a layer, and the digits looked at."""
    digest = hashlib.sha256(repr((checkpoint.architecture, checkpoint.specification)).encode())
    for name in sorted(checkpoint.weights):
        digest.update(name.encode())
        digest.update(checkpoint.weights[name].tobytes())
    digest.update(repr((layer, maps, images.shape)).encode())
    digest.update(images[::BATCH].tobytes())
    return cache_folder() / "explanations" / f"{digest.hexdigest()}{_SUFFIX}"


def _from_disk(
    path: Path, units: int, looked_at: int
) -> tuple[NDArray[np.int32], FloatArray] | None:
    """Return what ``most_exciting`` returned, or None if it is not there or is damaged."""
    count = units * NINE
    content = read_cached(path, count * (_INDEX.itemsize + _VALUE.itemsize))
    if content is None:
        return None
    indices = np.frombuffer(content, _INDEX, count).reshape(units, NINE)
    values = np.frombuffer(content, _VALUE, count, count * _INDEX.itemsize).reshape(units, NINE)
    if indices.min() < 0 or indices.max() >= looked_at or not np.isfinite(values).all():
        return None
    return indices, values
