"""The strongest unit of the first convolution, with the sum that it forms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import Unit
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.gui.glossary.open_network import OpenNetwork


@dataclass(frozen=True)
class StrongestUnit:
    """A unit, its ``count`` products added up, its bias, and its activation."""

    place: Unit
    count: int
    products: float
    bias: float
    activation: float


def strongest_unit(network: OpenNetwork) -> StrongestUnit:
    """Return the unit of the first convolution whose activation is largest in absolute value.

    Something must be drawn, and the network must have a convolution that makes maps.
    """
    placed = network.architecture.map_convolutions()[0]
    operation = placed.layer.operation
    assert isinstance(operation, Convolution)
    values, source = network.activations(placed.name), network.below(placed.name)
    weight, bias = (network.weights(f"{placed.name}.{key}") for key in ("weight", "bias"))
    index, row, column = (
        int(at) for at in np.unravel_index(int(np.abs(values).argmax()), values.shape)
    )
    maps, (top, left, bottom, right) = operation.reads(placed.source, (index, row, column))
    first_row = row * operation.stride - operation.padding
    first_column = column * operation.stride - operation.padding
    taps = operation.dense_weight(weight, placed.source)[index].astype(np.float64)[
        list(maps), top - first_row : bottom - first_row, left - first_column : right - first_column
    ]
    read = source[list(maps), top:bottom, left:right].astype(np.float64)
    return StrongestUnit(
        Unit(placed.name, index, row, column),
        read.size,
        float((taps * read).sum()),
        float(bias[index]),
        float(values[index, row, column]),
    )
