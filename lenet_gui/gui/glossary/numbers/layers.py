"""Numbers of single layers: units, parameters and connections, with their formulas."""

from __future__ import annotations

import math
from functools import partial

from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection
from lenet_gui.engine.networks.subsampling import Subsampling
from lenet_gui.gui.glossary.numbers.sentences import (
    decimal,
    side_by_side,
    translate,
    whole,
)
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.term import Numbers


def of_layer(name: str) -> Numbers:
    """Return the function that describes the layer of a name."""
    return partial(_layer, name)


def _layer(name: str, network: OpenNetwork) -> tuple[str, ...]:
    placed = network.find(name)
    if placed is None:
        return (translate("TermNumbers", "This network has no layer {0}.").format(name),)
    parameters, connections = parameter_sum(placed), connection_sum(placed)
    return (
        size_sentence(placed),
        translate("TermNumbers", "Parameters: {0}").format(parameters),
        translate("TermNumbers", "Connections: {0}").format(connections),
    )


def size_sentence(placed: PlacedLayer) -> str:
    """Return the units of a layer: "C1 has 6 maps of 28×28 units, 4,704 in all."."""
    if len(placed.shape) < 3:
        text = translate("TermNumbers", "{0} has {1} units.")
        return text.format(placed.name, whole(placed.shape[0]))
    maps, rows, columns = placed.shape
    if rows * columns == 1:
        text = translate("TermNumbers", "{0} has {1} maps of one unit each.")
        return text.format(placed.name, whole(maps))
    text = translate("TermNumbers", "{0} has {1} maps of {2} units, {3} in all.")
    size = side_by_side(rows, columns)
    return text.format(placed.name, whole(maps), size, whole(math.prod(placed.shape)))


def parameter_sum(placed: PlacedLayer) -> str:
    """Return the parameters of a layer with their formula: "5·5·1·6 + 6 = 156"."""
    operation, source = placed.layer.operation, placed.source
    total = whole(placed.parameters)
    if isinstance(operation, Convolution):
        k, maps = operation.kernel, operation.maps
        if operation.table is not None:
            return f"{k}·{k}·{sum(map(len, operation.table))} + {maps} = {total}"
        return f"{k}·{k}·{source[0]}·{maps} + {maps} = {total}"
    if isinstance(operation, FullConnection):
        return f"{whole(math.prod(source))}·{operation.units} + {operation.units} = {total}"
    if isinstance(operation, Subsampling) and operation.kind == "sum":
        return f"2·{source[0]} = {total}"
    return total


def connection_sum(placed: PlacedLayer) -> str:
    """Return the connections of a layer with their formula: "156·28·28 = 122,304"."""
    operation, source, total = placed.layer.operation, placed.source, whole(placed.connections)
    if isinstance(operation, Convolution):
        return f"{whole(placed.parameters)}·{_product(placed.shape[1:])} = {total}"
    if isinstance(operation, FullConnection):
        return f"({whole(math.prod(source))} + 1)·{operation.units} = {total}"
    if isinstance(operation, EuclideanRBF):
        return f"{whole(math.prod(source))}·{operation.units} = {total}"
    if operation.kind == "max blur":
        return total
    each = f"{operation.size}·{operation.size}"
    if operation.kind == "sum":
        each = f"({each} + 1)"
    return f"{each}·{_product(placed.shape)} = {total}"


def _product(shape: tuple[int, ...]) -> str:
    return "·".join(map(str, shape))


def layer(network: OpenNetwork) -> tuple[str, ...]:
    names = ", ".join(placed.name for placed in network.layers)
    text = translate("TermNumbers", "This network has {0} layers: {1}.")
    return (text.format(len(network.layers), names),)


def input_layer(network: OpenNetwork) -> tuple[str, ...]:
    channels, rows, columns = network.architecture.input_shape
    low, high = network.architecture.input_range
    sizes = translate("TermNumbers", "The input has {0}·{1}·{2} = {3} numbers.").format(
        channels, rows, columns, whole(channels * rows * columns)
    )
    if network.architecture.sees == "ink":
        ends = translate("TermNumbers", "Paper is {0}, full ink {1}.")
    else:
        ends = translate("TermNumbers", "Black is {0}, white {1}.")
    return sizes, ends.format(short_end(low), short_end(high))


def short_end(number: float) -> str:
    """Return an end of a range without needless zeros: "-0.1", "1.175", "0"."""
    text = decimal(number, 3).rstrip("0")
    return text.rstrip(".,") or "0"


def full_connection(network: OpenNetwork) -> tuple[str, ...]:
    full = network.of_kind(FullConnection)
    if not full:
        return (translate("TermNumbers", "This network has no full connection."),)
    text = translate("TermNumbers", "{0}: each of {1} units reads all {2} units below, so {3}.")
    return tuple(
        text.format(
            placed.name,
            whole(placed.shape[0]),
            whole(math.prod(placed.source)),
            connection_sum(placed),
        )
        for placed in full
    )
