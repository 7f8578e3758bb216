"""The weights that training starts from, one scheme an architecture names."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, FullConnection
from lenet_gui.engine.networks.shapes import Shape


@dataclass(frozen=True, slots=True, eq=False)
class FirstValues:
    """How the values of one parameter begin.

    rule: "constant": all are ``scale``; "uniform": within -scale..scale; "normal": around 0 with
    that standard deviation. scale: of every value, or of each along the first axis.
    """

    shape: Shape
    rule: Literal["constant", "uniform", "normal"]
    scale: float | FloatArray

    def draw(self, generator: np.random.Generator) -> FloatArray:
        scale = self.scale
        if isinstance(scale, np.ndarray):
            scale = scale.reshape(-1, *[1] * (len(self.shape) - 1))
        if self.rule == "constant":
            return np.full(self.shape, scale)
        if self.rule == "normal":
            return generator.normal(0, scale, self.shape)
        values: FloatArray = generator.uniform(-1, 1, self.shape) * scale
        return values


def first_values(architecture: Architecture) -> dict[str, FirstValues]:
    """The rule of each parameter by its name in a checkpoint, in the order they are drawn."""
    return {
        name: _rule(architecture.first_weights, name.rpartition(".")[2], placed, shape)
        for placed in architecture.placed_layers()
        for name, shape in placed.parameter_shapes.items()
    }


def first_weights(architecture: Architecture, seed: int) -> dict[str, FloatArray]:
    """Random weights, float32, the same for the same seed on every machine."""
    generator = np.random.default_rng(seed)
    rules = first_values(architecture).items()
    return {name: rule.draw(generator).astype(np.float32) for name, rule in rules}


def _rule(scheme: str, kind: str, placed: PlacedLayer, shape: Shape) -> FirstValues:
    if kind == "coefficient":
        return FirstValues(shape, "constant", 0.25)  # the unit starts as the average of its inputs
    operation = placed.layer.operation
    if not isinstance(operation, Convolution | FullConnection):
        return FirstValues(shape, "constant", 0.0)
    fan_in = operation.fan_in(placed.source)
    if kind == "bias":
        bound = 1.0 / math.sqrt(fan_in[0]) if scheme == "torch" else 0.0
        return FirstValues(shape, "uniform", bound)
    both = float(fan_in.max()) + operation.fan_out(placed.source)
    if scheme == "1998":  # 2.4 / F_i, F_i the inputs of the unit (appendix A)
        return FirstValues(shape, "uniform", 2.4 / fan_in)
    if scheme == "torch":  # what torch.nn.Conv2d and Linear do when nothing is asked
        return FirstValues(shape, "uniform", 1.0 / np.sqrt(fan_in))
    if scheme == "glorot-uniform":
        return FirstValues(shape, "uniform", math.sqrt(6.0 / both))
    if scheme == "he":
        return FirstValues(shape, "normal", np.sqrt(2.0 / fan_in))
    if isinstance(operation, FullConnection):  # xavier-normal: full layers have their own rule
        return FirstValues(shape, "normal", 0.1)
    return FirstValues(shape, "normal", math.sqrt(2.0 / both))
