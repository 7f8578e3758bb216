"""The RBF outputs of the 1998 network: a kind of layer, see ``layers.py``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.networks.shapes import Shape, SourceRegion, UnitIndex, whole_layer


@dataclass(frozen=True)
class EuclideanRBF:
    """A penalty for each class: the squared distance of the layer below from the class's code.

    y_i = sum_j (x_j - w_ij)^2 (1998 paper, eq. 7). Nothing is trained; the codes are the
    7x12 bitmaps of Fig. 3, so there are ten classes and 84 units below.
    """

    units: int = 10

    def output_shape(self, source: Shape) -> Shape:
        codes = digit_codes()
        if self.units != len(codes):
            raise BadInput(
                "The RBF outputs compare with the drawn codes of ten digits, so this network needs "
                "10 classes and cannot have {classes}. Name ten (--classes "
                "0,1,2,3,4,5,6,7,8,9), or choose another architecture.",
                classes=self.units,
            )
        if math.prod(source) != codes.shape[1]:
            raise ValueError(f"RBF codes have {codes.shape[1]} elements, not {source}")
        return (self.units,)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        return {}

    def connections(self, source: Shape) -> int:
        return self.units * math.prod(source)

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        return whole_layer(source)

    def arithmetic(
        self, weights: Mapping[str, FloatArray], source: FloatArray, out: FloatArray
    ) -> Pass:
        codes = digit_codes().astype(source.dtype)
        below = source.reshape(len(source), 1, -1)
        difference = np.empty((len(source), *codes.shape), source.dtype)

        def run() -> None:
            np.subtract(below, codes, out=difference)
            np.multiply(difference, difference, out=difference)
            np.sum(difference, axis=2, out=out)

        return run

    def delta_below(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> FloatArray:
        """Return dE/dx_j = sum_i dE/dy_i 2 (x_j - w_ij), of the shape of the source."""
        codes = _codes(source.dtype)
        below = source.reshape(len(source), -1)
        pulls: FloatArray = below * delta.sum(axis=1, keepdims=True) - np.matmul(delta, codes)
        return (2.0 * pulls).reshape(source.shape)

    def weight_gradients(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> dict[str, FloatArray]:
        """Return nothing: the codes are not trained."""
        return {}


@cache
def _codes(dtype: np.dtype[np.floating[Any]]) -> FloatArray:
    """Return the codes, (10, 84), which are only read."""
    return digit_codes().astype(dtype)
