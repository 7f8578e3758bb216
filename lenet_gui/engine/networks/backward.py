"""The backward pass: derivatives of one number E with respect to units and weights.

E is a loss, or the weighted sum of any unit. Error backpropagation (1998 paper, II-A): from dE/da
of a layer's weighted sums follow the gradients of its weights, then dE/dx of the activations below,
then dE/da there. Everything follows from the weights and the stored activations, so the forward
pass keeps nothing for it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import numpy as np

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer

PART = 8  # samples at a time: what is computed on the way stays in the processor's cache


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
    below = takewhile(lambda placed: placed.name != layer, architecture.placed_layers())
    layers = [*below, architecture.layer(layer)]
    found = _room(layers, len(delta), dtype)
    np.copyto(found.sums[layer], delta)
    gradients: dict[str, FloatArray] = {}
    for start in range(0, len(delta), PART):
        some = slice(start, start + PART)
        taken = Gradients(_taken(found.sums, some), _taken(found.activations, some), {})
        for key, part in _part(layers, weights, _taken(values, some), taken, with_weights):
            gradients[key] = gradients[key] + part if key in gradients else part
    if single:
        return Gradients(_taken(found.sums, 0), _taken(found.activations, 0), gradients)
    return Gradients(found.sums, found.activations, gradients)


def one_hot(architecture: Architecture, unit: Unit) -> FloatArray:
    """Return 1 for a unit and 0 for the others of its layer, float64 of the layer's shape."""
    shape = architecture.layer(unit.layer).shape
    delta = np.zeros((*shape, 1, 1)[:3])
    delta[unit.map, unit.row, unit.column] = 1.0
    return delta.reshape(shape)


def _taken(values: Mapping[str, FloatArray], some: slice | int) -> dict[str, FloatArray]:
    return {name: array[some] for name, array in values.items()}


def _room(layers: list[PlacedLayer], samples: int, dtype: np.dtype[np.floating[Any]]) -> Gradients:
    """Return arrays for the derivatives, in the order of the backward pass.

    They lie in one block, which takes less time than many. Where a layer has no activation
    function, both derivatives are one array.
    """
    shapes = {layers[-1].name: layers[-1].shape}
    for placed in reversed(layers[:-1]):
        shapes[f"x {placed.name}"] = placed.shape
        if placed.layer.activation is not None:
            shapes[placed.name] = placed.shape
    shapes["x INPUT"] = layers[0].source
    ends = np.cumsum([samples * math.prod(shape) for shape in shapes.values()])
    parts = np.split(np.empty(ends[-1], dtype), ends[:-1])
    room = {
        name: part.reshape(samples, *shape)
        for (name, shape), part in zip(shapes.items(), parts, strict=True)
    }
    names = [placed.name for placed in reversed(layers)]
    sums = {name: room.get(name, room.get(f"x {name}")) for name in names}
    activations = {name: room[f"x {name}"] for name in [*names[1:], "INPUT"]}
    return Gradients({k: v for k, v in sums.items() if v is not None}, activations, {})


def _part(
    layers: list[PlacedLayer],
    weights: Mapping[str, FloatArray],
    values: Mapping[str, FloatArray],
    found: Gradients,
    with_weights: bool,
) -> Iterator[tuple[str, FloatArray]]:
    """Fill the derivatives for a few samples from those of the last layer's weighted sums.

    Yield the names and the gradients of the weights.
    """
    names = ["INPUT", *(placed.name for placed in layers)]
    for place in range(len(layers) - 1, -1, -1):
        placed, below = layers[place], names[place]
        operation, source, delta = placed.layer.operation, values[below], found.sums[placed.name]
        own = {key.rpartition(".")[2]: weights[key] for key in placed.parameter_shapes}
        if with_weights:
            for key, gradient in operation.weight_gradients(own, source, delta).items():
                yield f"{placed.name}.{key}", gradient
        above = found.activations[below]
        np.copyto(above, operation.delta_below(own, source, delta))
        function = layers[place - 1].layer.activation if place else None
        if function is not None:
            np.copyto(found.sums[below], function.delta_below(source, above))
