"""The weights that training starts from, one scheme an architecture names."""

from __future__ import annotations

import math

import numpy as np

from lenet_gui.engine.architecture import Architecture, PlacedLayer
from lenet_gui.engine.layers import Convolution, FullConnection
from lenet_gui.values import FloatArray


def first_weights(architecture: Architecture, seed: int) -> dict[str, FloatArray]:
    """Random weights, float32, the same for the same seed on every machine."""
    generator = np.random.default_rng(seed)
    weights: dict[str, FloatArray] = {}
    for placed in architecture.placed_layers():
        for name, shape in placed.parameter_shapes.items():
            kind = name.rpartition(".")[2]
            values = _values(architecture.first_weights, kind, placed, shape, generator)
            weights[name] = values.astype(np.float32)
    return weights


def _values(
    scheme: str,
    kind: str,
    placed: PlacedLayer,
    shape: tuple[int, ...],
    generator: np.random.Generator,
) -> FloatArray:
    if kind == "coefficient":
        return np.full(shape, 0.25)  # the unit starts as the average of its four inputs
    operation = placed.layer.operation
    if not isinstance(operation, Convolution | FullConnection):
        return np.zeros(shape)
    fan_in = operation.fan_in(placed.source)
    if kind == "bias":
        bound = 1.0 / math.sqrt(fan_in[0]) if scheme == "torch" else 0.0
        return _uniform(shape, bound, generator)
    per_unit: FloatArray = fan_in.reshape(-1, *[1] * (len(shape) - 1))
    both = float(fan_in.max()) + operation.fan_out(placed.source)
    if scheme == "1998":  # 2.4 / F_i, F_i the inputs of the unit (appendix A)
        return _uniform(shape, 2.4 / per_unit, generator)
    if scheme == "torch":  # what torch.nn.Conv2d and Linear do when nothing is asked
        return _uniform(shape, 1.0 / np.sqrt(per_unit), generator)
    if scheme == "glorot-uniform":
        return _uniform(shape, math.sqrt(6.0 / both), generator)
    if scheme == "he":
        return generator.normal(0, np.sqrt(2.0 / per_unit), shape)
    if isinstance(operation, FullConnection):  # xavier-normal: full layers have their own rule
        return generator.normal(0, 0.1, shape)
    return generator.normal(0, math.sqrt(2.0 / both), shape)


def _uniform(
    shape: tuple[int, ...], bound: FloatArray | float, generator: np.random.Generator
) -> FloatArray:
    values: FloatArray = generator.uniform(-1, 1, shape) * bound
    return values
