"""The colour scales of the inspector, and the shape in which single units are shown.

They are those of the network picture and of the kernels, and stay while people draw.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.gui.network.layout import Column, columns_of
from lenet_gui.gui.widgets.mosaic import nice_bound

NOWHERE = -1  # in an arrangement: no unit


@lru_cache(maxsize=4)
def _columns(architecture: Architecture) -> dict[str, Column]:
    return {column.name: column for column in columns_of(architecture)}


def value_bound(architecture: Architecture, layer: str, values: FloatArray) -> float:
    """Return the bound of a layer's colours: that of its column, or one for some values of it."""
    column = _columns(architecture).get(layer)
    if column is not None and column.bound is not None:
        return column.bound
    return bound_of(values)


def bound_of(values: FloatArray) -> float:
    """Return a round number that no value exceeds; it seldom changes with them."""
    return nice_bound(float(np.nanmax(np.abs(values), initial=0.0)))


def arrangement(architecture: Architecture, layer: str, shape: Shape) -> NDArray[np.intp]:
    """Return which unit of a layer stands where in one picture of it, int (rows, columns).

    Single units stand as in the network picture; maps in a square, with a line between them.
    Units count through all maps; NOWHERE between and after them.
    """
    if len(shape) == 3 and shape[1:] != (1, 1):
        return _square_of_maps(shape)
    count = shape[0]
    column = _columns(architecture).get(layer)
    across = column.grid.across if column is not None else count
    rows = -(-count // across)
    places = np.full(rows * across, NOWHERE)
    places[:count] = np.arange(count)
    return places.reshape(rows, across)


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
