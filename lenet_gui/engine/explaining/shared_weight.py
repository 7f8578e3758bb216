"""From the place of a weight to the units that use it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray, WeightPlace
from lenet_gui.engine.explaining.arithmetic import Patch, SharedWeight
from lenet_gui.engine.explaining.unit_arithmetic import own_weights, padded
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.engine.networks.subsampling import Subsampling
from lenet_gui.engine.networks.weight_initialization import initial_values

NO_DELTAS: Mapping[str, FloatArray] = MappingProxyType({})


def shared_weight(
    architecture: Architecture,
    weights: Mapping[str, FloatArray],
    field: ByteArray,
    activations: Mapping[str, FloatArray],
    place: WeightPlace,
    deltas: Mapping[str, FloatArray] = NO_DELTAS,
) -> SharedWeight:
    """Return a weight's value, the weights around it, and the units that use it.

    activations: of a recognition, or empty: then there are no factors. deltas: dE/da of layers by
    their names, of some loss E. Raises ValueError if the network has no such weight.
    """
    if not architecture.has(place):
        raise ValueError(f"no such weight: {place}")
    placed = architecture.layer(place.layer)
    below = architecture.below(place.layer)
    source = None
    if activations:
        source = architecture.input_from(field) if below == "INPUT" else activations[below]
    own = own_weights(placed, weights)[place.parameter]
    initial = initial_values(architecture)[f"{place.layer}.{place.parameter}"]
    scale = initial.scale if isinstance(initial.scale, float) else initial.scale[place.index[0]]
    used, kernel, within = _surroundings(placed, own, place)
    factors, patch = (None, None) if source is None else _factors(placed, place, below, source)
    delta = deltas.get(place.layer)
    if delta is not None:
        delta = delta.reshape(-1, *_units(placed))[used]
    return SharedWeight(
        place, float(own[place.index]), used, kernel, within, initial.distribution, float(scale),
        _units(placed), factors, patch, delta,
    )  # fmt: skip


def _units(placed: PlacedLayer) -> tuple[int, int]:
    _, rows, columns = (*placed.shape, 1, 1)[:3]
    return rows, columns


def _surroundings(
    placed: PlacedLayer, own: FloatArray, place: WeightPlace
) -> tuple[int, FloatArray, tuple[int, ...]]:
    """Return the map that uses a weight, the weights it stands among, and its place in these."""
    first = place.index[0]
    if place.parameter != "weight":
        return first, own[first : first + 1], (0,)
    operation = placed.layer.operation
    if isinstance(operation, Convolution):
        used = operation.table_indices()[0][first] if operation.table is not None else first
        return used, own[place.index[:-2]], place.index[-2:]
    if len(placed.source) == 1:
        return first, own[first], place.index[1:]
    index, row, column = _source_place(placed, place.index[1])
    return first, own[first].reshape(placed.source)[index], (row, column)


def _source_place(placed: PlacedLayer, flat: int) -> tuple[int, int, int]:
    """Return map, row and column of a value of the layer below, from its number."""
    index, row, column = np.unravel_index(flat, (*placed.source, 1, 1)[:3])
    return int(index), int(row), int(column)


def _factors(
    placed: PlacedLayer, place: WeightPlace, below: str, source: FloatArray
) -> tuple[FloatArray, Patch | None]:
    """Return what each unit multiplies a parameter with, and the patch of the layer below if these
    are its values."""
    operation, (rows, columns) = placed.layer.operation, _units(placed)
    if place.parameter == "bias":
        return np.ones((rows, columns), np.float32), None
    if isinstance(operation, Subsampling):
        size = operation.size
        plane = source[place.index[0], : rows * size, : columns * size]
        return plane.reshape(rows, size, columns, size).sum(axis=(1, 3)), None
    if isinstance(operation, Convolution):
        index = (
            operation.table_indices()[1][place.index[0]]
            if operation.table is not None
            else place.index[1]
        )
        row, column = place.index[-2:]
        step = operation.stride
        values = padded(operation, source[index])[
            row : row + (rows - 1) * step + 1 : step,
            column : column + (columns - 1) * step + 1 : step,
        ]
        top, left = row - operation.padding, column - operation.padding
    else:
        index, top, left = _source_place(placed, place.index[1])
        step = 1
        values = source.reshape((*source.shape, 1, 1)[:3])[index, top, left].reshape(1, 1)
    maps = (*source.shape, 1, 1)[:3]
    return values, Patch(below, maps, values, index, top, left, step)
