"""Full connections: a kind of layer, see ``layers.py``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.shapes import Shape, SourceRegion, UnitIndex, whole_layer


@dataclass(frozen=True)
class FullConnection:
    """Every unit reads every unit below. Parameters: weight (units, below), bias (units,)."""

    units: int

    def output_shape(self, source: Shape) -> Shape:
        return (self.units,)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        return {"weight": (self.units, math.prod(source)), "bias": (self.units,)}

    def fan_in(self, source: Shape) -> FloatArray:
        return np.full(self.units, math.prod(source), float)

    def fan_out(self, source: Shape) -> int:
        return self.units

    def connections(self, source: Shape) -> int:
        return self.units * (math.prod(source) + 1)

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        return whole_layer(source)

    def arithmetic(
        self, weights: Mapping[str, FloatArray], source: FloatArray, out: FloatArray
    ) -> Pass:
        batch = len(source)
        below = source.reshape(batch, -1)
        above = out.reshape(batch, -1)
        weight, bias = (weights[key].astype(source.dtype) for key in ("weight", "bias"))
        if batch == 1:
            vector, result = below[0], above[0]

            def run_one() -> None:
                np.dot(weight, vector, out=result)
                np.add(result, bias, out=result)

            return run_one
        transposed = weight.T

        def run() -> None:
            np.matmul(below, transposed, out=above)
            np.add(above, bias, out=above)

        return run

    def delta_below(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> FloatArray:
        """Return dE/dx of the source, of its shape, from dE/da of this layer."""
        weight = weights["weight"].astype(source.dtype, copy=False)
        below: FloatArray = np.matmul(delta.reshape(len(source), -1), weight)
        return below.reshape(source.shape)

    def weight_gradients(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> dict[str, FloatArray]:
        """Return dE/dw of each parameter from dE/da of this layer: sums of delta times input."""
        below, flat = (values.reshape(len(source), -1) for values in (source, delta))
        return {"weight": np.matmul(flat.T, below), "bias": flat.sum(axis=0)}
