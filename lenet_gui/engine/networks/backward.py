"""The backward pass: derivatives of one number E with respect to units and weights.

E is a loss, or the weighted sum of any unit. Error backpropagation (1998 paper, II-A): from dE/da
of a layer's weighted sums follow the gradients of its weights, then dE/dx of the activations below,
then dE/da there. Everything follows from the weights and the stored activations, so the forward
pass keeps nothing for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import takewhile

import numpy as np

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer

PART = 16  # samples at a time: what is computed on the way stays in the processor's cache


@dataclass(frozen=True, slots=True, eq=False)
class Gradients:
    """Derivatives of a number E, in the dtype of the activations.

    sums: dE/da of the weighted sums a of each layer, by its name, from the one where the pass began
    down to the first. activations: dE/dx of the activations of each layer below that, and of
    "INPUT". Both have a batch axis if the inputs have one; samples are independent.
    weights: dE/dw by the names in a checkpoint, summed over the batch; empty if not wanted.
    """

    sums: Mapping[str, FloatArray]
    activations: Mapping[str, FloatArray]
    weights: Mapping[str, FloatArray]


def backward(
    architecture: Architecture,
    weights: Mapping[str, FloatArray],
    inputs: FloatArray,
    activations: Mapping[str, FloatArray],
    evidence_delta: FloatArray,
    with_weights: bool = True,
) -> Gradients:
    """Return the derivatives of E from those with respect to the evidence of each class.

    inputs, activations: those of ``Network.activations``, one sample or a batch. evidence_delta:
    (classes,) or (samples, classes), as ``losses.py`` returns it; see ``Network`` for evidence.
    """
    output = architecture.layers[-1].name
    delta = -evidence_delta if architecture.score_kind == "penalty" else evidence_delta
    return backward_from(output, architecture, weights, inputs, activations, delta, with_weights)


def backward_from(
    layer: str,
    architecture: Architecture,
    weights: Mapping[str, FloatArray],
    inputs: FloatArray,
    activations: Mapping[str, FloatArray],
    delta: FloatArray,
    with_weights: bool = True,
) -> Gradients:
    """Return the derivatives of E from dE/da, ``delta``, of the weighted sums of a layer.

    delta: of the layer's shape, with a batch axis if the inputs have one; ``one_hot`` of a unit
    where E is its weighted sum.
    """
    single = inputs.ndim == len(architecture.input_shape)
    dtype = activations[layer].dtype
    values = {"INPUT": inputs.astype(dtype, copy=False), **activations}
    if single:
        values = {name: array[None] for name, array in values.items()}
        delta = delta[None]
    delta = delta.astype(dtype, copy=False)
    begin = architecture.layer(layer)
    layers = list(takewhile(lambda placed: placed.name != layer, architecture.placed_layers()))
    parts = [
        _part([*layers, begin], weights, _taken(values, some), delta[some], with_weights)
        for some in (slice(start, start + PART) for start in range(0, len(delta), PART))
    ]
    return _joined(parts, single)


def one_hot(architecture: Architecture, unit: Unit) -> FloatArray:
    """Return 1 for a unit and 0 for the others of its layer, float64 of the layer's shape."""
    shape = architecture.layer(unit.layer).shape
    delta = np.zeros((*shape, 1, 1)[:3])
    delta[unit.map, unit.row, unit.column] = 1.0
    return delta.reshape(shape)


def _taken(values: Mapping[str, FloatArray], some: slice) -> dict[str, FloatArray]:
    return {name: array[some] for name, array in values.items()}


def _part(
    layers: list[PlacedLayer],
    weights: Mapping[str, FloatArray],
    values: Mapping[str, FloatArray],
    delta: FloatArray,
    with_weights: bool,
) -> Gradients:
    """Return the gradients for a few samples, from dE/da of the last of ``layers``."""
    sums: dict[str, FloatArray] = {}
    activations: dict[str, FloatArray] = {}
    gradients: dict[str, FloatArray] = {}
    names = ["INPUT", *(placed.name for placed in layers)]
    for place in range(len(layers) - 1, -1, -1):
        placed, below = layers[place], names[place]
        operation, source = placed.layer.operation, values[below]
        own = {key.rpartition(".")[2]: weights[key] for key in placed.parameter_shapes}
        sums[placed.name] = delta
        if with_weights:
            found = operation.weight_gradients(own, source, delta)
            gradients |= {f"{placed.name}.{key}": gradient for key, gradient in found.items()}
        activations[below] = delta = operation.delta_below(own, source, delta)
        function = layers[place - 1].layer.activation if place else None
        delta = delta if function is None else function.delta_below(source, delta)
    return Gradients(sums, activations, gradients)


def _joined(parts: list[Gradients], single: bool) -> Gradients:
    """Return the parts one after the other, their weights' gradients added."""
    if single:
        (part,) = parts
        sums, activations = (
            {name: array[0] for name, array in found.items()}
            for found in (part.sums, part.activations)
        )
        return Gradients(sums, activations, part.weights)
    sums, activations = (
        {name: np.concatenate([found[name] for found in several]) for name in several[0]}
        for several in ([part.sums for part in parts], [part.activations for part in parts])
    )
    weights = {
        name: reduce(np.add, (part.weights[name] for part in parts)) for name in parts[0].weights
    }
    return Gradients(sums, activations, weights)
