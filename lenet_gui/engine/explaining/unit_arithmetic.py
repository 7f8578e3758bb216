"""From a unit, or a weight, to the arithmetic behind its number (``arithmetic.py``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray, Unit, WeightPlace
from lenet_gui.engine.explaining.arithmetic import (
    InputValue,
    Parameter,
    Patch,
    Penalty,
    Products,
    SoftmaxSum,
    Subsampled,
    UnitArithmetic,
    WeightedSum,
)
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.networks.subsampling import Subsampling

Weights = Mapping[str, FloatArray]

AROUND = 3  # pixels to each side of a unit of the input that are shown with it


def unit_arithmetic(
    architecture: Architecture,
    weights: Weights,
    field: ByteArray,
    activations: Mapping[str, FloatArray],
    unit: Unit,
) -> UnitArithmetic:
    """Return how the number of a unit came about.

    field, activations: of the recognition whose numbers these are, with all layers in it. Raises
    ValueError if the network has no such unit.
    """
    if not architecture.has(unit):
        raise ValueError(f"no such unit: {unit}")
    inputs = architecture.input_from(field)
    if unit.layer == "INPUT":
        return _input_value(architecture, field, inputs, unit)
    placed = architecture.layer(unit.layer)
    below = architecture.below(unit.layer)
    source = inputs if below == "INPUT" else activations[below]
    operation, own = placed.layer.operation, own_weights(placed, weights)
    sums = activations[unit.layer]
    if placed.layer.activation is not None:
        sums = _weighted_sums(placed, own, source)
    place: tuple[int, ...] = (unit.map, unit.row, unit.column)[: len(placed.shape)]
    outcome: dict[str, Any] = {
        "unit": unit,
        "a": float(sums[place]),
        "activation": placed.layer.activation,
        "x": float(activations[unit.layer][place]),
    }
    if isinstance(operation, Subsampling):
        return _subsampled(operation, own, below, source, outcome)
    if isinstance(operation, EuclideanRBF):
        return _penalty(below, source, outcome)
    if isinstance(operation, Convolution):
        products = _convolved(operation, own["weight"], below, source, unit)
    else:
        products = _fully_connected(own["weight"], below, source, unit)
    return WeightedSum(
        kind="convolution" if isinstance(operation, Convolution) else "full",
        products=products,
        total=float(sum((np.float32(group.sum) for group in products), np.float32(0))),
        bias=_parameter(own, "bias", unit),
        softmax=_softmax_sum(sums) if isinstance(placed.layer.activation, Softmax) else None,
        **outcome,
    )


def own_weights(placed: PlacedLayer, weights: Weights) -> dict[str, FloatArray]:
    """Return the parameters of a layer by their names without the layer's, as float32."""
    return {
        key.rpartition(".")[2]: np.asarray(weights[key], np.float32)
        for key in placed.parameter_shapes
    }


def padded(operation: Convolution, plane: FloatArray) -> FloatArray:
    """Return a map with the convolution's border of zeros."""
    return np.pad(plane, operation.padding) if operation.padding else plane


def _weighted_sums(placed: PlacedLayer, own: Weights, source: FloatArray) -> FloatArray:
    """Return the sums of a layer before its activation function, by the network's own pass.

    Sums in another order would differ in their last bits.
    """
    out = np.empty((1, *placed.shape), np.float32)
    placed.layer.operation.arithmetic(own, source[None], out)()
    sums: FloatArray = out[0]
    return sums


def _input_value(
    architecture: Architecture, field: ByteArray, inputs: FloatArray, unit: Unit
) -> InputValue:
    byte: int | None
    if architecture.sees == "picture":
        byte = int(field[unit.map, unit.row, unit.column])
    else:
        margin = (architecture.input_shape[1] - field.shape[-1]) // 2
        row, column = unit.row - margin, unit.column - margin
        inside = 0 <= row < field.shape[0] and 0 <= column < field.shape[1]
        byte = int(field[row, column]) if inside else None
    x = float(inputs[unit.map, unit.row, unit.column])
    top, left = max(unit.row - AROUND, 0), max(unit.column - AROUND, 0)
    near = inputs[unit.map, top : unit.row + AROUND + 1, left : unit.column + AROUND + 1]
    around = Patch("INPUT", inputs.shape, near, unit.map, top, left)
    return InputValue(unit, byte, *architecture.input_range, x, around)


def _convolved(
    operation: Convolution, weight: FloatArray, below: str, source: FloatArray, unit: Unit
) -> tuple[Products, ...]:
    """Return the products with each map that the unit reads, in the order of the table."""
    table, side = operation.table, operation.kernel
    maps = tuple(range(len(source))) if table is None else table[unit.map]
    first = unit.map * len(source) if table is None else sum(map(len, table[: unit.map]))
    row, column = (at * operation.stride for at in (unit.row, unit.column))
    kernels = weight.reshape(-1, side, side)
    found = []
    for kernel, index in enumerate(maps, first):
        values = padded(operation, source[index])[row : row + side, column : column + side]
        top, left = row - operation.padding, column - operation.padding
        patch = Patch(below, source.shape, values, index, top, left)
        found.append(_products(patch, kernels[kernel], unit.layer, weight, kernel * side**2))
    return tuple(found)


def _fully_connected(
    weight: FloatArray, below: str, source: FloatArray, unit: Unit
) -> tuple[Products, ...]:
    """Return the products with each map of the layer below, or with all its single units."""
    if source.shape[1:] == (1, 1):  # maps of one unit, such as those of C5
        source = source.reshape(-1)
    planes = source if source.ndim == 3 else source[None]
    kernels = weight[unit.map].reshape(planes.shape)
    start = unit.map * weight.shape[1]
    return tuple(
        _products(
            Patch(below, source.shape, plane, index),
            kernels[index],
            unit.layer,
            weight,
            start + index * plane.size,
        )
        for index, plane in enumerate(planes)
    )


def _products(
    patch: Patch, kernel: FloatArray, layer: str, weight: FloatArray, start: int
) -> Products:
    products = patch.values * kernel
    return Products(patch, kernel, products, float(products.sum()), layer, weight.shape, start)


def _subsampled(
    operation: Subsampling,
    own: Weights,
    below: str,
    source: FloatArray,
    outcome: dict[str, Any],
) -> Subsampled:
    unit: Unit = outcome["unit"]
    _, (top, left, bottom, right) = operation.reads(source.shape, (unit.map, unit.row, unit.column))
    values = source[unit.map, top:bottom, left:right]
    patch = Patch(below, source.shape, values, unit.map, top, left)
    trained = operation.kind == "sum"
    return Subsampled(
        kind=operation.kind,
        size=operation.size,
        patch=patch,
        joined=float(values.sum()) if trained else outcome["a"],
        maxima=_maxima(values, operation.size) if operation.kind == "max blur" else None,
        coefficient=_parameter(own, "coefficient", unit) if trained else None,
        bias=_parameter(own, "bias", unit) if trained else None,
        **outcome,
    )


def _maxima(values: FloatArray, size: int) -> FloatArray:
    """Return the largest value of each square of ``size`` that begins in the first ``size`` rows
    and columns; at the edge of the map squares are cut off."""
    rows, columns = (min(size, side) for side in values.shape)
    return np.array(
        [
            [values[row : row + size, column : column + size].max() for column in range(columns)]
            for row in range(rows)
        ],
        np.float32,
    )


def _penalty(below: str, source: FloatArray, outcome: dict[str, Any]) -> Penalty:
    code = _codes()[outcome["unit"].map]
    values = source.reshape(-1)
    differences = values - code
    patch = Patch(below, values.shape, values)
    return Penalty(patch=patch, code=code, squares=differences * differences, **outcome)


@cache
def _codes() -> FloatArray:
    return digit_codes().astype(np.float32)


def _softmax_sum(evidence: FloatArray) -> SoftmaxSum:
    largest = evidence.max()
    exponentials = np.exp(evidence - largest)
    return SoftmaxSum(evidence, float(largest), exponentials, float(exponentials.sum()))


def _parameter(own: Weights, name: str, unit: Unit) -> Parameter:
    place = WeightPlace(unit.layer, name, (unit.map,))
    return Parameter(float(own[name][unit.map]), place)
