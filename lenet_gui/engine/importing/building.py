"""Makes layers and weights of this program of the steps of a foreign network.

Axes and the order of flattening are turned to this program's, and normalizations are folded into
the layer before them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.importing.steps import Step, Tensor
from lenet_gui.engine.networks.activation_functions import (
    Activation,
    ActivationFunction,
    Softmax,
)
from lenet_gui.engine.networks.architecture import Layer
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
    Subsampling,
)
from lenet_gui.engine.networks.shapes import Shape

_LETTERS = {"convolution": "C", "full": "F", "pooling": "S", "subsampling": "S"}


@dataclass(frozen=True, slots=True)
class TableRow:
    """The use of an array: its name and shape in the file, and the name and shape of the
    parameter here that it became, or became a part of."""

    source: str
    source_shape: Shape
    parameter: str
    shape: Shape
    folded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """Layers with their weights by name, and what became of each array of the file."""

    layers: tuple[Layer, ...]
    weights: Mapping[str, FloatArray]
    table: tuple[TableRow, ...]
    remarks: tuple[BadInput, ...] = ()


@dataclass
class _Draft:
    """A layer that is being made."""

    letter: str
    operation: Operation
    arrays: dict[str, FloatArray] = field(default_factory=dict)
    sources: list[tuple[str, str, bool]] = field(default_factory=list)  # array, parameter, folded
    activation: Activation | None = None


def built(steps: Sequence[Step], tensors: Sequence[Tensor], input_shape: Shape) -> Built:
    """Return the layers and weights of steps. Raises BadInput, which names the first that does
    not fit."""
    builder = _Builder({tensor.name: tensor.values for tensor in tensors}, input_shape)
    for step in steps:
        builder.take(step)
    return builder.finished()


class _Builder:
    """Makes one layer after the other."""

    def __init__(self, arrays: Mapping[str, FloatArray], shape: Shape) -> None:
        self._arrays, self._shape = arrays, shape
        self._drafts: list[_Draft] = []

    def take(self, step: Step) -> None:
        if step.kind == "convolution":
            self._convolution(step)
        elif step.kind == "full":
            self._full(step)
        elif step.kind == "pooling":
            kind = cast(Literal["average", "max", "max blur"], step.word)
            self._add(_Draft("S", Subsampling(kind, step.size)), step)
        elif step.kind == "subsampling":
            self._subsampling(step)
        elif step.kind == "normalization":
            self._normalization(step)
        elif step.kind == "function":
            self._function(step)
        else:
            self._add(_Draft("F", EuclideanRBF()), step)

    def finished(self) -> Built:
        """Return the network. Raises BadInput if it does not end in classes."""
        if not self._drafts or len(self._shape) != 1:
            raise BadInput("its last layer is no full layer, so it has no classes.")
        remarks, last = [], self._drafts[-1]
        if isinstance(last.operation, FullConnection):
            if isinstance(last.activation, ActivationFunction):
                if last.activation.function != "sigmoid":
                    raise BadInput(
                        "its outputs have the function {function}; a network here ends in a "
                        "softmax.",
                        function=last.activation.function,
                    )
                remarks.append(
                    BadInput(
                        "Its outputs were sigmoids. Here they are probabilities (softmax) of the "
                        "same sums: the order of the answers stays, the numbers change."
                    )
                )
            last.activation = Softmax()
        if any(isinstance(draft.activation, Softmax) for draft in self._drafts[:-1]):
            raise BadInput("it has a softmax before its last layer.")
        layers, weights, table = [], dict[str, FloatArray](), []
        for number, draft in enumerate(self._drafts, 1):
            name = "OUTPUT" if draft is last else f"{draft.letter}{number}"
            layers.append(Layer(name, draft.operation, draft.activation))
            for key, values in draft.arrays.items():
                weights[f"{name}.{key}"] = np.ascontiguousarray(values, np.float32)
            for source, key, folded in draft.sources:
                shape = draft.arrays[key].shape
                table.append(
                    TableRow(source, self._arrays[source].shape, f"{name}.{key}", shape, folded)
                )
        return Built(tuple(layers), weights, tuple(table), tuple(remarks))

    def _convolution(self, step: Step) -> None:
        name = step.tensors["weight"]
        weight = self._arrays[name]
        weight = weight.transpose(3, 2, 0, 1) if step.turned and weight.ndim == 4 else weight
        if weight.ndim != 4 or len(self._shape) != 3 or weight.shape[1] != self._shape[0]:
            raise _unfit(step, name, self._arrays[name], self._shape)
        maps, _, rows, columns = weight.shape
        if rows != columns:
            raise BadInput(
                "the kernels {weights} are not square: {shape}.", weights=name, shape=weight.shape
            )
        draft = _Draft("C", Convolution(maps, rows, step.padding, stride=step.stride))
        self._with_bias(draft, step, weight, maps)

    def _full(self, step: Step) -> None:
        name = step.tensors["weight"]
        weight = self._arrays[name]
        weight = weight.T if step.turned and weight.ndim == 2 else weight
        below = math.prod(self._shape)
        if weight.ndim != 2 or weight.shape[1] != below:
            raise _unfit(step, name, self._arrays[name], self._shape)
        if step.channels_last and len(self._shape) == 3:
            maps, rows, columns = self._shape
            turned = weight.reshape(len(weight), rows, columns, maps).transpose(0, 3, 1, 2)
            weight = turned.reshape(len(weight), below)
        self._with_bias(_Draft("F", FullConnection(len(weight))), step, weight, len(weight))

    def _with_bias(self, draft: _Draft, step: Step, weight: FloatArray, units: int) -> None:
        draft.arrays["weight"] = weight
        draft.sources.append((step.tensors["weight"], "weight", False))
        draft.arrays["bias"] = np.zeros(units, np.float32)
        if "bias" in step.tensors:
            draft.arrays["bias"] = self._vector(step.tensors["bias"], units, step)
            draft.sources.append((step.tensors["bias"], "bias", False))
        self._add(draft, step)

    def _subsampling(self, step: Step) -> None:
        draft = _Draft("S", Subsampling("sum", step.size))
        maps = self._shape[0]
        name = step.tensors["weight"]
        coefficients = self._arrays[name]
        if coefficients.shape[:1] != (maps,):
            raise _unfit(step, name, coefficients, self._shape)
        draft.arrays["coefficient"] = coefficients.reshape(maps, -1)[:, 0]
        draft.sources.append((name, "coefficient", False))
        draft.arrays["bias"] = np.zeros(maps, np.float32)
        if "bias" in step.tensors:
            draft.arrays["bias"] = self._vector(step.tensors["bias"], maps, step)
            draft.sources.append((step.tensors["bias"], "bias", False))
        self._add(draft, step)

    def _normalization(self, step: Step) -> None:
        """Fold a normalization of weighted sums into the weights that make them."""
        last = self._drafts[-1] if self._drafts else None
        if last is None or "weight" not in last.arrays or last.activation is not None:
            raise BadInput(
                "its normalization {layer} does not follow a convolution or a full layer at once, "
                "so it cannot be made a part of one.",
                layer=step.name or next(iter(step.tensors.values()), ""),
            )
        units = len(last.arrays["weight"])
        found = {key: self._vector(name, units, step) for key, name in step.tensors.items()}
        ones, zeros = np.ones(units), np.zeros(units)
        spread = np.maximum(found.get("variance", ones).astype(np.float64), 0.0) + step.epsilon
        scale = found.get("weight", ones) / np.sqrt(np.maximum(spread, 1e-12))
        weight, bias = (last.arrays[key].astype(np.float64) for key in ("weight", "bias"))
        last.arrays["weight"] = weight * scale.reshape(-1, *[1] * (weight.ndim - 1))
        shifted = (bias - found.get("mean", zeros)) * scale
        last.arrays["bias"] = shifted + found.get("bias", zeros)
        for key, name in step.tensors.items():
            part = "weight" if key in ("weight", "variance") else "bias"
            last.sources.append((name, part, True))

    def _function(self, step: Step) -> None:
        last = self._drafts[-1] if self._drafts else None
        if last is None or last.activation is not None or isinstance(last.operation, EuclideanRBF):
            raise BadInput(
                "its function {function} does not follow a layer that has none yet.",
                function=step.word,
            )
        if step.word == "softmax":
            last.activation = Softmax()
        else:
            last.activation = ActivationFunction(cast(Any, step.word))

    def _vector(self, name: str, units: int, step: Step) -> FloatArray:
        values = self._arrays[name]
        if values.size != units:
            raise BadInput(
                "the weights {weights} have the shape {found}; {units} numbers belong there.",
                weights=name,
                found=values.shape,
                units=units,
            )
        return values.reshape(units)

    def _add(self, draft: _Draft, step: Step) -> None:
        try:
            self._shape = draft.operation.output_shape(self._shape)
        except BadInput:
            raise
        except (ValueError, ZeroDivisionError) as error:
            raise BadInput(
                "its layer {layer} does not fit the one below: {why}.",
                layer=next(iter(step.tensors.values()), step.name or step.kind),
                why=error,
            ) from None
        self._drafts.append(draft)


def _unfit(step: Step, name: str, values: FloatArray, below: Shape) -> BadInput:
    """Return the error that an array cannot read what lies below it."""
    return BadInput(
        "the weights {weights} have the shape {found}, which does not fit the {below} units below.",
        weights=name,
        found=values.shape,
        below="×".join(map(str, below)),
    )
