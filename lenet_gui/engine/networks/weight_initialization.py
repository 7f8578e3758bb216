"""Weight initialization: the random weights from which training starts.

Each architecture names its scheme: "1998" (appendix A of the 1998 paper), "torch" (PyTorch's
default), "glorot-uniform" and "xavier-normal" (Glorot and Bengio 2010), "he" (He et al. 2015),
"normal-0.1" (a normal distribution of standard deviation 0.1 in all layers). The last one, and
"xavier-normal" with a fixed 0.1 in full connections, are common in tutorials of LeNet.
"""

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
class InitialValues:
    """The distribution of one parameter's initial values.

    distribution: "constant": all are ``scale``; "uniform": within -scale..scale; "normal":
    around 0 with that standard deviation. scale: of all values, or one number per entry of the
    first axis.
    """

    shape: Shape
    distribution: Literal["constant", "uniform", "normal"]
    scale: float | FloatArray

    def draw(self, generator: np.random.Generator) -> FloatArray:
        """Draw the values, float64 of ``shape``."""
        scale = self.scale
        if isinstance(scale, np.ndarray):
            scale = scale.reshape(-1, *[1] * (len(self.shape) - 1))
        if self.distribution == "constant":
            return np.full(self.shape, scale)
        if self.distribution == "normal":
            return generator.normal(0, scale, self.shape)
        values: FloatArray = generator.uniform(-1, 1, self.shape) * scale
        return values


def initial_values(architecture: Architecture) -> dict[str, InitialValues]:
    """Return how each parameter begins, by its name in a checkpoint, in the order of drawing."""
    return {
        name: _initial_values(architecture.initialization, name.rpartition(".")[2], placed, shape)
        for placed in architecture.placed_layers()
        for name, shape in placed.parameter_shapes.items()
    }


def initial_weights(architecture: Architecture, seed: int) -> dict[str, FloatArray]:
    """Draw random weights, float32, by their names; a seed gives the same on every machine."""
    generator = np.random.default_rng(seed)
    distributions = initial_values(architecture).items()
    return {
        name: distribution.draw(generator).astype(np.float32)
        for name, distribution in distributions
    }


def _initial_values(scheme: str, kind: str, placed: PlacedLayer, shape: Shape) -> InitialValues:
    if kind == "coefficient":
        return InitialValues(shape, "constant", 0.25)  # the average, for squares of 2
    operation = placed.layer.operation
    if not isinstance(operation, Convolution | FullConnection):
        return InitialValues(shape, "constant", 0.0)
    fan_in = operation.fan_in(placed.source)
    if kind == "bias":
        bound = 1.0 / math.sqrt(fan_in[0]) if scheme == "torch" else 0.0
        return InitialValues(shape, "uniform", bound)
    both = float(fan_in.max()) + operation.fan_out(placed.source)
    if scheme == "1998":  # 2.4 / F_i, where F_i is the fan-in (appendix A)
        return InitialValues(shape, "uniform", 2.4 / fan_in)
    if scheme == "torch":  # the default of torch.nn.Conv2d and Linear
        return InitialValues(shape, "uniform", 1.0 / np.sqrt(fan_in))
    if scheme == "glorot-uniform":
        return InitialValues(shape, "uniform", math.sqrt(6.0 / both))
    if scheme == "he":
        return InitialValues(shape, "normal", np.sqrt(2.0 / fan_in))
    if scheme == "normal-0.1" or isinstance(operation, FullConnection):  # of "xavier-normal"
        return InitialValues(shape, "normal", 0.1)
    return InitialValues(shape, "normal", math.sqrt(2.0 / both))
