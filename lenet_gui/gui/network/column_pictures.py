"""The pictures of the network panel's columns for one recognition, as colour indices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, FloatArray, Recognition
from lenet_gui.engine.ink.colour_pictures import colours_of_planes
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.layout import Column
from lenet_gui.gui.widgets.colour_images import tinted
from lenet_gui.gui.widgets.mosaic import Grid, nice_bound, pack, pack_colours
from lenet_gui.gui.wording.recognition_words import layer_activations


@dataclass(frozen=True, eq=False)
class ColumnPicture:
    """Colour indices of a column, uint8 (rows, columns), and the ends of their scale.

    For a pair also the second picture, and the class to which it belongs. A coloured column has
    colours, uint32.
    """

    pixels: ByteArray | NDArray[np.uint32]
    low: float
    bound: float
    second: ByteArray | None = None
    second_of: str = ""


class NetworkPictures:
    """The pictures of one recognition; each column is packed when it is first painted.

    gradients: derivatives of a loss for the units of some layers, which are shown instead.
    """

    def __init__(
        self,
        recognizer: Recognizer,
        recognition: Recognition,
        gradients: Mapping[str, FloatArray],
    ) -> None:
        self._recognizer, self._recognition = recognizer, recognition
        self._gradients = gradients
        self._shown: dict[tuple[str, Grid], ColumnPicture] = {}

    def column(self, column: Column) -> ColumnPicture | None:
        """Return the picture of a column; None if nothing is drawn."""
        activations = layer_activations(self._recognizer, self._recognition, column.name)
        if activations is None:
            return None
        key = column.name, column.grid  # the grid changes with the size of the panel
        if key not in self._shown:
            made, gradients = self._make(column, activations), self._gradients.get(column.name)
            if gradients is not None:
                own = _gradient_picture(column.grid, gradients)
                made = replace(own, second=made.second, second_of=made.second_of)
            self._shown[key] = made
        return self._shown[key]

    def _make(self, column: Column, activations: FloatArray) -> ColumnPicture:
        grid = column.grid
        if column.coloured:
            assert column.bound is not None
            return ColumnPicture(pack_colours(grid, self._planes()), column.low, column.bound)
        if column.name == "INPUT":
            activations = activations[:1]  # all channels are alike
        bound = column.bound or nice_bound(float(np.abs(activations).max()))
        pixels = pack(grid, activations.reshape(grid.count, grid.rows, grid.columns), bound)
        if not column.pair:
            return ColumnPicture(pixels, column.low, bound)
        best = self._recognition.ranking[0]
        code, code_bound = self._class_pattern(best, bound)
        second = pack(grid, code.reshape(-1, 1, 1), code_bound)
        name = self._recognition.class_names[best]
        return ColumnPicture(pixels, column.low, bound, second, name)

    def _planes(self) -> ByteArray:
        """Return the planes of the input, of several also their sum: (count, rows, columns, 3)."""
        field = self._recognition.field
        whole = colours_of_planes(field)[None]
        return whole if len(field) == 1 else np.concatenate([tinted(field), whole])

    def _class_pattern(self, best: int, bound: float) -> tuple[FloatArray, float]:
        """Return the pattern that a class compares with F6, and the bound of its scale.

        In a network of RBF units it is the class's code, on the scale of F6; in a softmax
        network its weights, on a scale of their own.
        """
        if self._recognition.score_kind == "penalty":
            return digit_codes()[best], bound
        weights = self._recognizer.checkpoint.weights["OUTPUT.weight"][best]
        return weights, float(np.abs(weights).max())


def _gradient_picture(grid: Grid, gradients: FloatArray) -> ColumnPicture:
    """Return the picture of derivatives; the planes of a coloured input have no sum below them."""
    maps = gradients.reshape(-1, grid.rows, grid.columns)[: grid.count]
    bound = nice_bound(float(np.abs(maps).max()))
    whole = np.full((grid.count, grid.rows, grid.columns), np.nan)
    whole[: len(maps)] = maps
    return ColumnPicture(pack(grid, whole, bound), -bound, bound)
