"""Numbers of single layers: units, parameters and connections, with their formulas."""

from __future__ import annotations

import math
from functools import partial

from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.gui.glossary.numbers.sentences import (
    WORDING,
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
    placed, row = network.find(name), network.row(name)
    if placed is None or row is None:
        return (translate("TermNumbers", "This network has no layer {0}.").format(name),)
    return (
        size_sentence(placed),
        translate("TermNumbers", "Parameters: {0}").format(row.parameters.text(WORDING)),
        translate("TermNumbers", "Connections: {0}").format(row.connections.text(WORDING)),
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
    text = translate("TermNumbers", "{0}: each of {1} units reads all {2} units below, so {3}.")
    said = [
        text.format(
            row.name,
            whole(row.output_shape[0]),
            whole(math.prod(row.input_shape)),
            row.connections.text(WORDING),
        )
        for row in network.table
        if row.kind == "full connection"
    ]
    return tuple(said) or (translate("TermNumbers", "This network has no full connection."),)
