"""What follows the weighted sums of a layer, unit by unit or over all units: x = f(a)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray

Pass = Callable[[], None]

SCALED_TANH_AMPLITUDE = 1.7159  # so that f(1) = 1 and f(-1) = -1 (1998 paper, appendix A)
SCALED_TANH_SLOPE = 2.0 / 3.0


@dataclass(frozen=True)
class ActivationFunction:
    """A function of every unit on its own, x = f(a).

    "scaled tanh": 1.7159 tanh(2a/3) (1998 paper, eq. 6); "tanh", "sigmoid", "relu" as usual.
    """

    function: Literal["scaled tanh", "tanh", "sigmoid", "relu"]

    def in_place(self, state: FloatArray) -> Pass:
        return {
            "scaled tanh": lambda: _scaled_tanh(state),
            "tanh": lambda: _tanh(state),
            "sigmoid": lambda: _sigmoid(state),
            "relu": lambda: _relu(state),
        }[self.function]


def _scaled_tanh(state: FloatArray) -> None:
    np.multiply(state, SCALED_TANH_SLOPE, out=state)
    np.tanh(state, out=state)
    np.multiply(state, SCALED_TANH_AMPLITUDE, out=state)


def _tanh(state: FloatArray) -> None:
    np.tanh(state, out=state)


def _sigmoid(state: FloatArray) -> None:
    """1 / (1 + exp(-a)) written with tanh, which cannot overflow."""
    np.multiply(state, 0.5, out=state)
    np.tanh(state, out=state)
    np.multiply(state, 0.5, out=state)
    np.add(state, 0.5, out=state)


def _relu(state: FloatArray) -> None:
    np.maximum(state, 0.0, out=state)


@dataclass(frozen=True)
class Softmax:
    """Weights of evidence become probabilities that sum to 1."""

    def in_place(self, state: FloatArray) -> Pass:
        def run() -> None:
            np.subtract(state, state.max(axis=-1, keepdims=True), out=state)
            np.exp(state, out=state)
            np.divide(state, state.sum(axis=-1, keepdims=True), out=state)

        return run


Activation = ActivationFunction | Softmax
