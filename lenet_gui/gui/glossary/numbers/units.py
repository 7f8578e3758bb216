"""Numbers of units, activation functions and weights."""

from __future__ import annotations

import math
from functools import partial
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import ActivationFunction
from lenet_gui.gui.glossary.numbers.sentences import (
    decimal,
    nothing_drawn,
    signed,
    translate,
    whole,
)
from lenet_gui.gui.glossary.numbers.strongest_unit import strongest_unit
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.term import Numbers

FunctionName = Literal["scaled tanh", "tanh", "sigmoid", "relu"]


def unit(network: OpenNetwork) -> tuple[str, ...]:
    counts = [math.prod(placed.shape) for placed in network.layers]
    text = translate("TermNumbers", "All layers together: {0} = {1} units.")
    return (text.format(" + ".join(map(whole, counts)), whole(sum(counts))),)


def activation(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    text = translate("TermNumbers", "{0} now: from {1} to {2}.")
    said = []
    for placed in network.layers:
        values = network.recognition.activations[placed.name]
        said.append(
            text.format(placed.name, signed(float(values.min())), signed(float(values.max())))
        )
    return tuple(said)


def activation_function(network: OpenNetwork) -> tuple[str, ...]:
    users: dict[str, list[str]] = {}
    for placed in network.layers:
        if isinstance(placed.layer.activation, ActivationFunction):
            users.setdefault(placed.layer.activation.function, []).append(placed.name)
    text = translate("TermNumbers", "This network uses {0} in {1}.")
    said = [text.format(function_name(name), ", ".join(layers)) for name, layers in users.items()]
    return tuple(said) or (translate("TermNumbers", "This network has no activation function."),)


def function(name: FunctionName) -> Numbers:
    """Return the function that describes where a network uses an activation function."""
    return partial(_function, name)


def _function(name: FunctionName, network: OpenNetwork) -> tuple[str, ...]:
    wanted = ActivationFunction(name)
    users = [placed.name for placed in network.layers if placed.layer.activation == wanted]
    if not users:
        none = translate("TermNumbers", "This network does not use it.")
        return (none, *activation_function(network))
    said = (translate("TermNumbers", "This network uses it in {0}.").format(", ".join(users)),)
    if network.recognition.blank:
        return (*said, *nothing_drawn())
    if name == "relu":
        return (*said, *(_zeros(network, user) for user in users))
    first = network.architecture.map_convolutions()
    if not first or first[0].name not in users:
        return said
    strongest = strongest_unit(network)
    text = translate("TermNumbers", "The strongest unit of {0} now: f({1}) = {2}.")
    a = signed(strongest.products + strongest.bias)
    return (*said, text.format(strongest.place.layer, a, signed(strongest.activation)))


def _zeros(network: OpenNetwork, layer: str) -> str:
    values = network.recognition.activations[layer]
    text = translate("TermNumbers", "{0} now: {1} of {2} units are 0.")
    return text.format(layer, whole(int((values == 0).sum())), whole(values.size))


def function_name(name: str) -> str:
    """Return an activation function in the language in use."""
    return {
        "scaled tanh": translate("TermNumbers", "scaled tanh"),
        "tanh": "tanh",
        "sigmoid": "sigmoid",
        "relu": "ReLU",
    }[name]


def parameter(network: OpenNetwork) -> tuple[str, ...]:
    counts = [placed.parameters for placed in network.layers]
    return (f"{' + '.join(map(whole, counts))} = {whole(network.architecture.parameters)}",)


def connection(network: OpenNetwork) -> tuple[str, ...]:
    counts = [placed.connections for placed in network.layers]
    return (f"{' + '.join(map(whole, counts))} = {whole(network.architecture.connections)}",)


def weight(network: OpenNetwork) -> tuple[str, ...]:
    return _ranges(
        network,
        "weight",
        translate("TermNumbers", "{0} has {1} weights, from {2} to {3}."),
    )


def bias(network: OpenNetwork) -> tuple[str, ...]:
    return _ranges(
        network, "bias", translate("TermNumbers", "{0} has {1} biases, from {2} to {3}.")
    )


def coefficient(network: OpenNetwork) -> tuple[str, ...]:
    found = _ranges(
        network,
        "coefficient",
        translate("TermNumbers", "{0} has {1} coefficients, from {2} to {3}."),
    )
    return found or (
        translate(
            "TermNumbers", "This network has none: its subsampling has nothing that is trained."
        ),
    )


def _ranges(network: OpenNetwork, parameter: str, text: str) -> tuple[str, ...]:
    named = [
        (placed.name, network.weights(f"{placed.name}.{parameter}"))
        for placed in network.layers
        if f"{placed.name}.{parameter}" in placed.parameter_shapes
    ]
    return tuple(text.format(name, whole(array.size), *_ends(array)) for name, array in named)


def _ends(array: FloatArray) -> tuple[str, str]:
    return signed(float(array.min())), signed(float(array.max()))


def weight_range(network: OpenNetwork) -> tuple[str, ...]:
    """Say between which values the first weights of each layer were drawn."""
    drawn = network.recorded("first_weights") or "default"
    scheme = network.architecture.initialization if drawn == "default" else drawn
    said = [translate("TermNumbers", "Scheme: {0}.").format(scheme)]
    for placed in network.layers:
        fan_in = getattr(placed.layer.operation, "fan_in", None)
        if fan_in is None or "weight" not in placed.layer.operation.parameter_shapes(placed.source):
            continue
        inputs = int(np.max(fan_in(placed.source)))
        if scheme == "1998":
            text = translate("TermNumbers", "{0}: 2.4 / {1} inputs = ±{2}.")
            said.append(text.format(placed.name, whole(inputs), decimal(2.4 / inputs, 4)))
        else:
            text = translate("TermNumbers", "A unit of {0} has {1} inputs.")
            said.append(text.format(placed.name, whole(inputs)))
    return tuple(said)
