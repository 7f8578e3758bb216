"""What the columns of the network panel show of one recognition, as colour indices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray, Recognition
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.layout import Column
from lenet_gui.gui.widgets.mosaic import Grid, nice_bound, pack
from lenet_gui.gui.wording.recognition_words import layer_activations


@dataclass(frozen=True, eq=False)
class Shown:
    """Colour indices of a column and the bound of their scale; for a pair also the second
    picture, and the class that it belongs to."""

    pixels: ByteArray
    bound: float
    second: ByteArray | None = None
    second_of: str = ""


class NetworkPicture:
    """Made for each recognition; every column is packed once, when it is first painted."""

    def __init__(self, recognizer: Recognizer, recognition: Recognition) -> None:
        self._recognizer, self._recognition = recognizer, recognition
        self._shown: dict[tuple[str, Grid], Shown] = {}

    def column(self, column: Column) -> Shown | None:
        """What a column shows; None when blank."""
        state = layer_activations(self._recognizer, self._recognition, column.name)
        if state is None:
            return None
        state = state[:1] if column.name == "INPUT" else state  # its channels are the same
        key = column.name, column.grid  # the grid changes with the size of the panel
        if key not in self._shown:
            self._shown[key] = self._made(column, state)
        return self._shown[key]

    def _made(self, column: Column, state: FloatArray) -> Shown:
        grid = column.grid
        bound = column.bound or nice_bound(float(np.abs(state).max()))
        pixels = pack(grid, state.reshape(grid.count, grid.rows, grid.columns), bound)
        if not column.pair:
            return Shown(pixels, bound)
        best = self._recognition.ranking[0]
        code, code_bound = self._wanted(best, bound)
        second = pack(grid, code.reshape(-1, 1, 1), code_bound)
        return Shown(pixels, bound, second, self._recognition.class_names[best])

    def _wanted(self, best: int, bound: float) -> tuple[FloatArray, float]:
        """What a class wants of F6: its code, on the same scale; or its weights in a softmax
        network, on their own. Returns (values, bound of the scale)."""
        if self._recognition.score_kind == "penalty":
            return digit_codes()[best], bound
        weights = self._recognizer.checkpoint.weights["OUTPUT.weight"][best]
        return weights, float(np.abs(weights).max())
