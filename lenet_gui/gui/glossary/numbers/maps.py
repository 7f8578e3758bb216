"""Numbers of convolution and subsampling."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np

from lenet_gui.common.values import FloatArray, Unit, Window
from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.engine.networks.subsampling import Subsampling
from lenet_gui.gui.glossary.numbers.layers import size_sentence
from lenet_gui.gui.glossary.numbers.sentences import (
    WORDING,
    decimal,
    nothing_drawn,
    side_by_side,
    signed,
    translate,
    whole,
)
from lenet_gui.gui.glossary.numbers.strongest_unit import strongest_unit
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.term import Numbers


def feature_map(network: OpenNetwork) -> tuple[str, ...]:
    return tuple(
        size_sentence(placed) for placed in network.layers if math.prod(placed.shape[1:]) > 1
    ) or (translate("TermNumbers", "This network has no feature maps."),)


def kernel(network: OpenNetwork) -> tuple[str, ...]:
    said = []
    for placed, operation in _convolutions(network):
        weight = network.weights(f"{placed.name}.weight")
        size = side_by_side(operation.kernel, operation.kernel)
        text = translate("TermNumbers", "{0} has {1} kernels of {2}, with weights from {3} to {4}.")
        count = whole(_kernels(placed, operation))
        ends = (signed(float(end)) for end in (weight.min(), weight.max()))
        said.append(text.format(placed.name, count, size, *ends))
    return tuple(said) or _no_convolution()


def convolution(network: OpenNetwork) -> tuple[str, ...]:
    if not network.architecture.map_convolutions():
        return _no_convolution()
    if network.recognition.blank:
        return nothing_drawn()
    unit = strongest_unit(network)
    text = translate(
        "TermNumbers",
        "The strongest unit of {0} now (map {1}, row {2}, column {3}) adds up {4} products to {5}; "
        "with the bias {6} its sum is a = {7}.",
    )
    place = (unit.place.map, unit.place.row, unit.place.column)
    sums = (signed(value) for value in (unit.products, unit.bias, unit.products + unit.bias))
    return (text.format(unit.place.layer, *place, unit.count, *sums),)


def stride(network: OpenNetwork) -> tuple[str, ...]:
    text = translate("TermNumbers", "{0}, stride {1}. Rows: {2}")
    said = [
        text.format(row.name, row.stride, row.side.text(WORDING))
        for row in network.table
        if row.side is not None
    ]
    return tuple(said) or _no_convolution()


def padding(network: OpenNetwork) -> tuple[str, ...]:
    convolutions = [row for row in network.table if row.padding is not None]
    padded = any(row.padding for row in convolutions)
    said = [] if padded else [translate("TermNumbers", "No layer of this network pads.")]
    text = translate("TermNumbers", "{0}, padding {1}. Rows: {2}")
    for row in convolutions:
        assert row.side is not None
        if row.padding or not padded:
            said.append(text.format(row.name, row.padding, row.side.text(WORDING)))
    return tuple(said)


def receptive_field(network: OpenNetwork) -> tuple[str, ...]:
    text = translate("TermNumbers", "A unit of {0} sees {1} pixels.")
    said = []
    for placed in network.layers:
        window = field_of(network, placed)
        size = side_by_side(window.bottom - window.top, window.right - window.left)
        said.append(text.format(placed.name, size))
    return tuple(said)


def field_of(network: OpenNetwork, placed: PlacedLayer) -> Window:
    """Return the receptive field of a unit in the middle of a layer."""
    _, rows, columns = (*placed.shape, 1, 1)[:3]
    return network.architecture.windows(Unit(placed.name, 0, rows // 2, columns // 2))[-1]


def weight_sharing(network: OpenNetwork) -> tuple[str, ...]:
    text = translate(
        "TermNumbers",
        "In {0}, {1} weights make {2} connections: each one is used {3} = {4} times.",
    )
    said = []
    for placed in network.architecture.map_convolutions():
        _, rows, columns = placed.shape
        counts = (whole(count) for count in (placed.parameters, placed.connections))
        product = f"{rows}·{columns}"
        said.append(text.format(placed.name, *counts, product, whole(rows * columns)))
    return tuple(said) or _no_convolution()


def connection_table(network: OpenNetwork) -> tuple[str, ...]:
    said = []
    for placed, operation in _convolutions(network):
        below = placed.source[0]
        if operation.table is None and below > 1:
            text = translate(
                "TermNumbers", "{0} has no table: each of {1} maps reads all {2}, {3}."
            )
            product = f"{operation.maps}·{below} = {whole(operation.maps * below)}"
            said.append(text.format(placed.name, operation.maps, below, product))
        elif operation.table is not None:
            text = translate(
                "TermNumbers",
                "The table of {0} has {1} entries of {2} possible ones; map 0 reads the maps {3}.",
            )
            first = ", ".join(map(str, operation.table[0]))
            entries = whole(_kernels(placed, operation))
            said.append(text.format(placed.name, entries, whole(operation.maps * below), first))
    return tuple(said) or _no_convolution()


def subsampling(network: OpenNetwork) -> tuple[str, ...]:
    said = []
    for placed, operation in _subsamplings(network):
        text = translate("TermNumbers", "{0} ({1}) makes {2} units of {3} in each map.")
        sizes = (side_by_side(*shape[1:]) for shape in (placed.shape, placed.source))
        said.append(text.format(placed.name, pooling_name(operation.kind), *sizes))
    return tuple(said) or (translate("TermNumbers", "This network has no subsampling."),)


def pooling(kind: str) -> Numbers:
    """Return the function that describes the layers of a pooling kind."""
    return partial(_pooling, kind)


def _pooling(kind: str, network: OpenNetwork) -> tuple[str, ...]:
    found = [each for each in _subsamplings(network) if each[1].kind == kind]
    if not found:
        others = [f"{p.name} ({pooling_name(o.kind)})" for p, o in _subsamplings(network)]
        text = translate("TermNumbers", "This network has none; its subsampling layers are {0}.")
        return (text.format(", ".join(others)),) if others else subsampling(network)
    if network.recognition.blank:
        return (*_reads(network, found), *nothing_drawn())
    return (*_reads(network, found), *(_example(network, *each) for each in found))


def _reads(network: OpenNetwork, found: list[tuple[PlacedLayer, Subsampling]]) -> tuple[str, ...]:
    text = translate("TermNumbers", "A unit of {0} reads {1} units of its own map.")
    said = []
    for placed, operation in found:
        _, corners = operation.reads(placed.source, (0, 0, 0))
        size = side_by_side(corners[2] - corners[0], corners[3] - corners[1])
        said.append(text.format(placed.name, size))
    return tuple(said)


def _example(network: OpenNetwork, placed: PlacedLayer, operation: Subsampling) -> str:
    """Return how the strongest unit of a layer comes about, with the numbers of now."""
    values = network.activations(placed.name)
    index, row, column = (
        int(at) for at in np.unravel_index(int(np.abs(values).argmax()), values.shape)
    )
    _, (top, left, bottom, right) = operation.reads(placed.source, (index, row, column))
    read = network.below(placed.name)[index, top:bottom, left:right]
    weights = [
        float(network.weights(name)[index]) for name in placed.parameter_shapes
    ]  # of a sum, the coefficient and the bias
    text = translate("TermNumbers", "{0}, map {1}, row {2}, column {3} now: {4} = {5}")
    made = decimal(float(values[index, row, column]), 2)
    return text.format(placed.name, index, row, column, _joined(operation, read, weights), made)


def _joined(operation: Subsampling, read: FloatArray, weights: Sequence[float]) -> str:
    """Return what a unit computes of the units that it reads, (rows, columns): "max(1.2, 0.3)"."""
    if operation.kind == "max blur":
        size = operation.size
        corners = [(row, column) for row in range(size) for column in range(size)]
        read = np.array([read[r : r + size, c : c + size].max() for r, c in corners])
    numbers = [_in_sum(float(value), 2) for value in read.ravel()]
    if operation.kind == "max":
        return f"max({', '.join(numbers)})"
    added = f"({' + '.join(numbers)})"
    if operation.kind == "sum":
        coefficient, bias = (_in_sum(weight, 3) for weight in weights)
        return f"f({coefficient}·{added} + {bias})"
    return f"{added} / {len(numbers)}"


def _in_sum(number: float, digits: int) -> str:
    """Return a number as it stands in a sum, a negative one in brackets."""
    return decimal(number, digits) if number >= 0 else f"({decimal(number, digits)})"


def pooling_name(kind: str) -> str:
    """Return a pooling kind in the language in use."""
    return {
        "sum": translate("TermNumbers", "sum"),
        "average": translate("TermNumbers", "average"),
        "max": translate("TermNumbers", "max"),
        "max blur": translate("TermNumbers", "max blur"),
    }[kind]


def _convolutions(network: OpenNetwork) -> list[tuple[PlacedLayer, Convolution]]:
    pairs = ((placed, placed.layer.operation) for placed in network.layers)
    return [(p, o) for p, o in pairs if isinstance(o, Convolution)]


def _subsamplings(network: OpenNetwork) -> list[tuple[PlacedLayer, Subsampling]]:
    pairs = ((placed, placed.layer.operation) for placed in network.layers)
    return [(p, o) for p, o in pairs if isinstance(o, Subsampling)]


def _kernels(placed: PlacedLayer, operation: Convolution) -> int:
    if operation.table is None:
        return operation.maps * placed.source[0]
    return sum(map(len, operation.table))


def _no_convolution() -> tuple[str, ...]:
    return (translate("TermNumbers", "This network has no convolution."),)
