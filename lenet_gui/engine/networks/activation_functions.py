"""Activation functions (1998: squashing functions), x = f(a) for the weighted sums a of a layer.

``in_place`` binds a function to an array of
weighted sums, float (samples, ...), and returns the computation that replaces them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray

Pass = Callable[[], None]
"""A computation bound to its buffers; a forward pass is a list of them."""

SCALED_TANH_AMPLITUDE = 1.7159  # so that f(1) = 1 and f(-1) = -1 (1998 paper, appendix A)
SCALED_TANH_SLOPE = 2.0 / 3.0


@dataclass(frozen=True)
class ActivationFunction:
    """A function applied to each unit separately, x = f(a).

    "scaled tanh": 1.7159 tanh(2a/3) (1998 paper, eq. 6); "tanh", "sigmoid", "relu" as usual.
    """

    function: Literal["scaled tanh", "tanh", "sigmoid", "relu"]

    def in_place(self, values: FloatArray) -> Pass:
        """Return the computation that applies the function to ``values`` in place."""
        return {
            "scaled tanh": lambda: _scaled_tanh(values),
            "tanh": lambda: _tanh(values),
            "sigmoid": lambda: _sigmoid(values),
            "relu": lambda: _relu(values),
        }[self.function]

    def delta_below(self, activations: FloatArray, delta: FloatArray) -> FloatArray:
        """Return dE/da from dE/dx: ``delta`` times f'(a)."""
        slope = self.slope(activations)
        return np.multiply(slope, delta, out=slope)

    def slope(self, activations: FloatArray) -> FloatArray:
        """Return f'(a) of each unit, of the shape and dtype of the activations x = f(a).

        It follows from x. That of relu is 0 where a is 0.
        """
        x = activations
        if self.function == "relu":
            return (x > 0).astype(x.dtype)
        slope = np.multiply(x, x)
        if self.function == "scaled tanh":
            np.multiply(slope, -SCALED_TANH_SLOPE / SCALED_TANH_AMPLITUDE, out=slope)
            return np.add(slope, SCALED_TANH_SLOPE * SCALED_TANH_AMPLITUDE, out=slope)
        return np.subtract(1.0 if self.function == "tanh" else x, slope, out=slope)


def _scaled_tanh(values: FloatArray) -> None:
    np.multiply(values, SCALED_TANH_SLOPE, out=values)
    np.tanh(values, out=values)
    np.multiply(values, SCALED_TANH_AMPLITUDE, out=values)


def _tanh(values: FloatArray) -> None:
    np.tanh(values, out=values)


def _sigmoid(values: FloatArray) -> None:
    """Compute 1 / (1 + exp(-a)) by tanh, which cannot overflow."""
    np.multiply(values, 0.5, out=values)
    np.tanh(values, out=values)
    np.multiply(values, 0.5, out=values)
    np.add(values, 0.5, out=values)


def _relu(values: FloatArray) -> None:
    np.maximum(values, 0.0, out=values)


@dataclass(frozen=True)
class Softmax:
    """Probabilities, which sum to 1, from the weights of evidence along the last axis."""

    def in_place(self, values: FloatArray) -> Pass:
        """Return the computation that applies softmax to ``values`` in place."""

        def run() -> None:
            # Subtracting the largest keeps exp from overflowing and changes nothing.
            np.subtract(values, values.max(axis=-1, keepdims=True), out=values)
            np.exp(values, out=values)
            np.divide(values, values.sum(axis=-1, keepdims=True), out=values)

        return run

    def delta_below(self, activations: FloatArray, delta: FloatArray) -> FloatArray:
        """Return dE/da from dE/dx: x_i (dE/dx_i - sum_k x_k dE/dx_k)."""
        mean = (activations * delta).sum(axis=-1, keepdims=True)
        below: FloatArray = activations * (delta - mean)
        return below


Activation = ActivationFunction | Softmax
"""A function that may follow the weighted sums of a layer."""
