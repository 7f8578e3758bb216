"""The layers of an architecture as a table: a row a layer, each number with its formula."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.explaining.layer_words import (
    ACTIVATION_WORDS,
    ENGLISH,
    SHORT_KINDS,
    ActivationName,
    Count,
    FirstWeights,
    LayerKind,
    Wording,
)
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
    Subsampling,
)
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.networks.weight_initialization import InitialValues, initial_values

DIGIT = 28  # rows and columns of a digit in MNIST's form


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer. Shapes as in ``shapes.py``; parameters: those that are trained.

    kernel: side of its kernels, or of the squares that are subsampled; stride: rows from one
    window to the next; padding: rows of zeros around the maps below; side: rows of its maps. Each
    is None where the kind has no such thing.
    """

    name: str
    kind: LayerKind
    kernel: int | None
    stride: int | None
    padding: int | None
    activation: ActivationName | None
    input_shape: Shape
    output_shape: Shape
    side: Count | None
    parameters: Count
    connections: Count
    first_weights: tuple[FirstWeights, ...]

    def short(self, wording: Wording = ENGLISH) -> str:
        """Return kernel or units, and activation function, for headings: "5×5 · tanh"."""
        size = f"{self.kernel}×{self.kernel}" if self.kernel else f"{self.output_shape[0]}"
        text = wording.word(SHORT_KINDS[self.kind]).format(size)
        if self.activation is None:
            return text
        words = ACTIVATION_WORDS["tanh" if self.activation == "scaled tanh" else self.activation]
        return f"{text} · {wording.word(words)}"

    def first_weights_text(self, wording: Wording = ENGLISH) -> str:
        """Return how its parameters begin, in words; empty if it has none."""
        return ", ".join(each.text(wording) for each in self.first_weights)

    def as_json(self) -> dict[str, Any]:
        """Return the row as JSON values, the formulas left out."""
        return {
            "name": self.name, "kind": self.kind, "kernel": self.kernel, "stride": self.stride,
            "padding": self.padding, "activation": self.activation,
            "input_shape": list(self.input_shape), "output_shape": list(self.output_shape),
            "parameters": self.parameters.value, "connections": self.connections.value,
        }  # fmt: skip


def layer_table(architecture: Architecture) -> tuple[LayerRow, ...]:
    """Return a row for each layer, from the input on."""
    first = initial_values(architecture)
    return tuple(_row(placed, first) for placed in architecture.placed_layers())


def _row(placed: PlacedLayer, first: Mapping[str, InitialValues]) -> LayerRow:
    operation = placed.layer.operation
    kernel = stride = padding = None
    if isinstance(operation, Convolution):
        kernel, stride, padding = operation.kernel, operation.stride, operation.padding
    elif isinstance(operation, Subsampling):
        kernel = stride = operation.size
    parameters, connections = _counts(operation, placed)
    return LayerRow(
        name=placed.name,
        kind=_kind(operation),
        kernel=kernel,
        stride=stride,
        padding=padding,
        activation=_activation(placed),
        input_shape=placed.source,
        output_shape=placed.shape,
        side=_side(operation, placed),
        parameters=Count(parameters, placed.parameters, _note(operation)),
        connections=Count(connections, placed.connections),
        first_weights=tuple(_first(key, first[key]) for key in placed.parameter_shapes),
    )


def _kind(operation: Operation) -> LayerKind:
    if isinstance(operation, Convolution):
        return "convolution" if operation.table is None else "convolution by table"
    if isinstance(operation, Subsampling):
        return cast(LayerKind, f"{operation.kind} subsampling")
    return "full connection" if isinstance(operation, FullConnection) else "Euclidean RBF"


def _activation(placed: PlacedLayer) -> ActivationName | None:
    activation = placed.layer.activation
    if activation is None:
        return None
    return "softmax" if isinstance(activation, Softmax) else activation.function


def _first(key: str, values: InitialValues) -> FirstWeights:
    scale = np.asarray(values.scale, float)
    parameter = key.rpartition(".")[2]
    return FirstWeights(parameter, values.distribution, float(scale.min()), float(scale.max()))


# ---- formulas


def _counts(operation: Operation, placed: PlacedLayer) -> tuple[str, str]:
    """Return the formulas of the parameters and of the connections."""
    if isinstance(operation, Convolution):
        kernel, (maps, *sides) = operation.kernel, placed.shape
        if operation.table is None:
            kernels = f"{placed.source[0]}·{maps}"
        else:
            kernels = f"{sum(map(len, operation.table))}"
        parameters = f"{kernel}·{kernel}·{kernels} + {maps}"
        return parameters, _product(placed.parameters, *sides)
    if isinstance(operation, Subsampling):
        return _subsampling_counts(operation, placed)
    single = math.prod(placed.source[1:]) == 1  # maps of one unit each
    below = _product(*placed.source[:1] if single else placed.source)
    if isinstance(operation, FullConnection):
        units = operation.units
        return f"{below}·{units} + {units}", f"({below}+1)·{units}"
    return "0", f"{below}·{operation.units}"


def _note(operation: Operation) -> str:
    fixed = isinstance(operation, EuclideanRBF)
    return QT_TRANSLATE_NOOP("Layers", "the codes are fixed") if fixed else ""


def _subsampling_counts(operation: Subsampling, placed: PlacedLayer) -> tuple[str, str]:
    maps, *sides = placed.shape
    size = operation.size
    if operation.kind == "sum":
        return f"{maps}·2", f"({size**2}+1)·{_product(maps, *sides)}"
    if operation.kind != "max blur":
        return "0", _product(size**2, maps, *sides)
    reads = [
        _blurred(size, below, units) for below, units in zip(placed.source[1:], sides, strict=True)
    ]
    return "0", f"{maps}·{'·'.join(reads)}"


def _blurred(size: int, below: int, units: int) -> str:
    """Return the formula of the rows that the units of max blur read, all together.

    Each reads 2·size − 1 of them; the last one fewer, where the map ends before.
    """
    beyond = max(0, 2 * size - 1 - (below - (units - 1) * size))
    whole = _product(2 * size - 1, units)
    return f"({whole}−{beyond})" if beyond else whole


def _side(operation: Operation, placed: PlacedLayer) -> Count | None:
    """Return the rows of the maps, from those of the maps below."""
    if isinstance(operation, Convolution):
        padding, stride, below = operation.padding, operation.stride, placed.source[1]
        room = f"{below}+2·{padding}" if padding else f"{below}"
        room += f"−{operation.kernel}"
        if stride > 1:
            whole = (below + 2 * padding - operation.kernel) % stride == 0
            room = f"({room})/{stride}" if whole else f"⌊({room})/{stride}⌋"
        return Count(f"{room}+1", placed.shape[1])
    if isinstance(operation, Subsampling):
        formula = f"{placed.source[1]}/{operation.size}"
        whole = placed.source[1] % operation.size == 0
        return Count(formula if whole else f"⌊{formula}⌋", placed.shape[1])
    return None


def _product(*factors: int) -> str:
    return "·".join(map(str, factors))


# ---- what the network is given, and the sums


def totals(architecture: Architecture, wording: Wording = ENGLISH) -> str:
    """Return the trained parameters and the connections of the whole network, in words."""
    parameters, connections = architecture.parameters, architecture.connections
    text = wording.word(QT_TRANSLATE_NOOP("Layers", "{0} parameters · {1} connections"))
    return text.format(wording.number(parameters), wording.number(connections))


def input_text(architecture: Architecture, wording: Wording = ENGLISH) -> str:
    """Say what the network is given: its shape, and ``input_facts``."""
    channels, rows, columns = architecture.input_shape
    facts = input_facts(architecture, wording)
    return f"{channels}@{rows}×{columns}: {'; '.join(facts)}"


def input_facts(architecture: Architecture, wording: Wording = ENGLISH) -> list[str]:
    """Say what the input is, what pads it if anything does, and what its least and most mean."""
    border = (architecture.input_shape[1] - DIGIT) // 2
    if architecture.sees == "picture":
        ends = QT_TRANSLATE_NOOP("Layers", "black is {0}, white {1}")
        what = QT_TRANSLATE_NOOP("Layers", "picture, resized")
    else:
        ends = QT_TRANSLATE_NOOP("Layers", "paper is {0}, ink {1}")
        what = QT_TRANSLATE_NOOP("Layers", "28×28 digit")
        if border > 0:
            what = QT_TRANSLATE_NOOP("Layers", "28×28 digit, border {0}")
        elif border < 0:
            what = QT_TRANSLATE_NOOP("Layers", "28×28 digit without its rim of {0}")
    facts = [wording.word(what).format(abs(border))]
    padding = first_padding(architecture)
    if padding:
        text = QT_TRANSLATE_NOOP("Layers", "{0} pads it by {1} per side with zeros")
        facts.append(wording.word(text).format(architecture.layers[0].name, padding))
    low, high = map(wording.number, map(float, architecture.input_range))
    return [*facts, wording.word(ends).format(low, high)]


def first_padding(architecture: Architecture) -> int:
    """Return the rows of zeros that the first layer puts around the input; 0 without any."""
    operation = architecture.layers[0].operation
    return operation.padding if isinstance(operation, Convolution) else 0
