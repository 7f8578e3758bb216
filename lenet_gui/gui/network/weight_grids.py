"""The trained numbers of a layer as grids of small images, and which weight stands where."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray, WeightPlace
from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF
from lenet_gui.engine.networks.rbf_codes import CODE_COLUMNS, CODE_ROWS, digit_codes
from lenet_gui.gui.network.dense_kernels import dense_kernels_of

LONGEST_ROW = 60  # numbers of a parameter that has one axis
Places = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class WeightGrid:
    """One parameter of a layer as ``count`` images.

    parameter: as in ``WeightPlace``; "code" for the codes of RBF outputs, which are not trained.
    values: float64 (count, rows, columns), NaN where there is no weight. places: the flat index of
    each value in the checkpoint's array, int64 of the same shape, -1 where there is none. shape: of
    that array. across: images side by side.
    """

    layer: str
    parameter: str
    values: FloatArray
    places: Places
    shape: tuple[int, ...]
    across: int
    maps: int

    @property
    def bound(self) -> float:
        """The largest size of a value; 1 if all are 0."""
        return float(np.nanmax(np.abs(self.values))) or 1.0

    @property
    def trained(self) -> bool:
        """Whether these are parameters."""
        return self.parameter != "code"

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return int((~np.isnan(self.values)).sum())

    def of_map(self, number: int) -> list[tuple[int, int, int, int, int]]:
        """Return (image, top, left, bottom, right) of all that belongs to a map or unit."""
        count, rows, columns = self.values.shape
        if len(self.shape) == 1 or count == 1:
            row, column = divmod(number, columns) if len(self.shape) == 1 else (number, 0)
            end = column + 1 if len(self.shape) == 1 else columns
            return [(0, row, column, row + 1, end)]
        images = range(number, count, self.maps)
        return [(image, 0, 0, rows, columns) for image in images if self.filled(image)]

    def filled(self, image: int) -> bool:
        """Return whether an image has numbers."""
        return not np.isnan(self.values[image, 0, 0])

    def place(self, image: int, row: int, column: int) -> WeightPlace | None:
        """Return the weight at a place of an image, or None."""
        flat = int(self.places[image, row, column])
        if flat < 0:
            return None
        index = tuple(int(at) for at in np.unravel_index(flat, self.shape))
        return WeightPlace(self.layer, self.parameter, index)

    def cell(self, place: WeightPlace) -> tuple[int, int, int] | None:
        """Return (image, row, column) of a weight, or None if it is not here."""
        if (place.layer, place.parameter) != (self.layer, self.parameter):
            return None
        found = np.argwhere(self.places == np.ravel_multi_index(place.index, self.shape))
        image, row, column = (int(at) for at in found[0])
        return image, row, column


def weight_grids(placed: PlacedLayer, weights: Mapping[str, FloatArray]) -> list[WeightGrid]:
    """Return the grids of a layer's parameters, the weights first; none if it has no parameters.

    Kernels stand in a column for each map of the layer and a row for each map below; the weights of
    single units have the shape of the layer below, if that is the 7x12 of the codes, else they are
    one row each.
    """
    operation = placed.layer.operation
    if isinstance(operation, EuclideanRBF):
        codes = digit_codes().astype(np.float64).reshape(-1, CODE_ROWS, CODE_COLUMNS)
        nowhere = np.full(codes.shape, -1)
        shape = digit_codes().shape
        return [WeightGrid(placed.name, "code", codes, nowhere, shape, len(codes) // 2, len(codes))]
    found: list[WeightGrid] = []
    images: FloatArray
    for name in placed.parameter_shapes:
        values = weights[name].astype(np.float64)
        places = np.arange(values.size).reshape(values.shape)
        parameter = name.rpartition(".")[2]
        if values.ndim == 1:
            images, numbers, across = *_folded(values, places), 1
        elif isinstance(operation, Convolution):
            side = operation.kernel
            images = dense_kernels_of(placed, values).reshape(-1, side, side)
            numbers = np.nan_to_num(dense_kernels_of(placed, places.astype(float)), nan=-1)
            numbers = numbers.astype(np.int64).reshape(-1, side, side)
            across = operation.maps
        else:
            images, numbers, across = _by_units(values, places)
        found.append(
            WeightGrid(
                placed.name, parameter, images, numbers, values.shape, across, placed.shape[0]
            )
        )
    return found


def ends_of(placed: PlacedLayer, place: WeightPlace) -> tuple[int, int | None]:
    """Return the map of a weight's layer, and the one below it that a kernel reads, or None."""
    operation = placed.layer.operation
    if place.parameter != "weight" or not isinstance(operation, Convolution):
        return place.index[0], None
    if operation.table is None:
        return place.index[0], place.index[1]
    of, read = operation.table_indices()
    return of[place.index[0]], read[place.index[0]]


def _folded(values: FloatArray, places: Places) -> tuple[FloatArray, Places]:
    """Return numbers as one image of rows that are not too long."""
    rows = math.ceil(len(values) / LONGEST_ROW)
    columns = math.ceil(len(values) / rows)
    lacking = rows * columns - len(values)
    images = np.pad(values, (0, lacking), constant_values=np.nan)
    numbers = np.pad(places, (0, lacking), constant_values=-1)
    return images.reshape(1, rows, columns), numbers.reshape(1, rows, columns)


def _by_units(values: FloatArray, places: Places) -> tuple[FloatArray, Places, int]:
    """Return the weights of full connections as images, their places, and how many are across."""
    units, below = values.shape
    if below == CODE_ROWS * CODE_COLUMNS:
        shape = (units, CODE_ROWS, CODE_COLUMNS)
        across = max(min(units, 5), math.ceil(math.sqrt(units)))
        return values.reshape(shape), places.reshape(shape), across
    return values[None], places[None], 1
