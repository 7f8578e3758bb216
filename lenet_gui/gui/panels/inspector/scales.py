"""The colour scales of the inspector, and the shape in which single units are shown.

They are those of the network picture and of the kernels, and stay while people draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.network.layout import Column, columns_of
from lenet_gui.gui.widgets.mosaic import nice_bound

NOWHERE = -1  # in an arrangement: no unit


class Scales:
    """The scales of one network with its weights; ``scales_of`` keeps them."""

    def __init__(self, architecture: Architecture, weights: Mapping[str, FloatArray]) -> None:
        self._architecture, self._weights = architecture, weights
        self._largest: dict[str, float] = {}
        self._arranged: dict[str, NDArray[np.intp]] = {}

    @cached_property
    def _columns(self) -> dict[str, Column]:
        return {column.name: column for column in columns_of(self._architecture)}

    def of_values(self, layer: str, values: FloatArray) -> float:
        """Return the bound of a layer's colours: its column's, or else one for these values."""
        column = self._columns.get(layer)
        if column is not None and column.bound is not None:
            return column.bound
        return bound_of(values)

    def of_weights(self, layer: str) -> float:
        """Return the largest weight of a layer, the bound of its kernels."""
        if layer not in self._largest:
            largest = float(np.abs(self._weights[f"{layer}.weight"]).max())
            self._largest[layer] = largest or 1.0
        return self._largest[layer]

    def arrangement(self, layer: str, shape: Shape) -> NDArray[np.intp]:
        """Return which unit of a layer stands where in one picture of it, int (rows, columns).

        Single units stand as in the network picture; maps in a square, with a line between them.
        Units count through all maps; NOWHERE between and after them.
        """
        if layer not in self._arranged:
            if len(shape) == 3 and shape[1:] != (1, 1):
                self._arranged[layer] = _square_of_maps(shape)
            else:
                column = self._columns.get(layer)
                across = column.grid.across if column is not None else shape[0]
                self._arranged[layer] = _rows_of_units(shape[0], across)
        return self._arranged[layer]


_KEPT: WeakKeyDictionary[Recognizer, Scales] = WeakKeyDictionary()


def scales_of(recognizer: Recognizer) -> Scales:
    """Return the scales of a network."""
    if recognizer not in _KEPT:
        _KEPT[recognizer] = Scales(recognizer.architecture, recognizer.checkpoint.weights)
    return _KEPT[recognizer]


def bound_of(values: FloatArray) -> float:
    """Return a round number that no value exceeds; it seldom changes with them."""
    return nice_bound(float(np.nanmax(np.abs(values), initial=0.0)))


def _rows_of_units(count: int, across: int) -> NDArray[np.intp]:
    places = np.full((-(-count // across), across), NOWHERE)
    places.ravel()[:count] = np.arange(count)
    return places


def _square_of_maps(shape: Shape) -> NDArray[np.intp]:
    maps, rows, columns = shape
    across = int(np.ceil(np.sqrt(maps)))
    down = -(-maps // across)
    places = np.full((down * across, rows + 1, columns + 1), NOWHERE)
    places[:maps, :rows, :columns] = np.arange(maps * rows * columns).reshape(shape)
    whole = places.reshape(down, across, rows + 1, columns + 1).transpose(0, 2, 1, 3)
    return whole.reshape(down * (rows + 1), across * (columns + 1))[:-1, :-1]


def arranged(values: FloatArray, places: NDArray[np.intp]) -> FloatArray:
    """Return values, (units,), in an arrangement, (rows, columns); NaN where there is none."""
    picture = values[np.maximum(places, 0)].astype(np.float32)
    picture[places == NOWHERE] = np.nan
    return picture
