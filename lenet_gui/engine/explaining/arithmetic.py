"""The arithmetic behind one number of a network, as frozen values: what it read, and what it did.

All numbers are the float32 that the network computed with. Each source knows its unit, and each
weight its place, so that links can lead on. ``unit_arithmetic.py`` fills them in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray, Unit, WeightPlace
from lenet_gui.engine.networks.activation_functions import Activation
from lenet_gui.engine.networks.shapes import Shape

Place = tuple[int, ...]
"""A place in an array: (row, column), or (number,) among single units."""


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """Values of a layer that are read together: a rectangle of one map, or a row of single units.

    values: float32 (rows, columns), or (units,) of a layer of single units; 0 on the padding.
    shape: of the layer. map: of the layer, 0 for single units. top, left: row and column of the
    first value in its map, below 0 on the padding. stride: rows, and columns, from one value to
    the next.
    """

    layer: str
    shape: Shape
    values: FloatArray
    map: int = 0
    top: int = 0
    left: int = 0
    stride: int = 1

    def unit(self, place: Place) -> Unit | None:
        """Return the unit whose value is at a place of ``values``; None on the padding."""
        if len(place) == 1:
            return Unit(self.layer, place[0])
        row, column = (
            first + self.stride * step
            for first, step in zip((self.top, self.left), place, strict=True)
        )
        inside = 0 <= row < self.shape[1] and 0 <= column < self.shape[2]
        return Unit(self.layer, self.map, row, column) if inside else None


@dataclass(frozen=True, slots=True, eq=False)
class Products:
    """The values of a patch, each times its weight.

    weights, products: float32 of the patch's shape. sum: of the products. layer: whose weights
    these are. parameter_shape: of all its weights, among which these begin at ``start`` in the
    order of memory.
    """

    patch: Patch
    weights: FloatArray
    products: FloatArray
    sum: float
    layer: str
    parameter_shape: Shape
    start: int

    def weight(self, place: Place) -> WeightPlace:
        """Return where the weight at a place of ``weights`` stands among those of its layer."""
        flat = self.start + int(np.ravel_multi_index(place, self.weights.shape))
        index = np.unravel_index(flat, self.parameter_shape)
        return WeightPlace(self.layer, "weight", tuple(int(at) for at in index))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A bias or a coefficient, and where it stands."""

    value: float
    place: WeightPlace


@dataclass(frozen=True, slots=True, eq=False)
class SoftmaxSum:
    """How evidence becomes probabilities: each exponential over the sum of all.

    evidence: float32 (classes,), the weighted sums of the layer. exponentials: float32 (classes,),
    of evidence minus the largest one. total: their sum.
    """

    evidence: FloatArray
    largest: float
    exponentials: FloatArray
    total: float


@dataclass(frozen=True, slots=True, eq=False)
class InputValue:
    """A unit of the input: low + byte * (high - low) / 255.

    byte: of the field, 0..255; None on the border that the network has around it. low, high: the
    inputs for bytes 0 and 255. x: the input. around: the inputs near it, as far as there are any.
    """

    unit: Unit
    byte: int | None
    low: float
    high: float
    x: float
    around: Patch


@dataclass(frozen=True, slots=True, eq=False)
class WeightedSum:
    """A unit of a convolution or a full connection: x = f(sum of products + bias).

    products: one group for each map that it reads. total: the sum of the groups' sums. a: the
    weighted sum with the bias, as the network computed it. softmax: where f is one.
    """

    unit: Unit
    kind: Literal["convolution", "full"]
    products: tuple[Products, ...]
    total: float
    bias: Parameter
    a: float
    activation: Activation | None
    x: float
    softmax: SoftmaxSum | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Subsampled:
    """A unit of a subsampling layer.

    patch: what it reads. joined: the sum of the patch, or its average, its largest value, or the
    average of ``maxima``. maxima: of kind "max blur", float32 (rows, columns), the largest value
    of each square of ``size`` units that begins at a unit of the own square; else None.
    coefficient, bias: of kind "sum": a = coefficient * sum + bias; else None, and a is ``joined``.
    """

    unit: Unit
    kind: Literal["sum", "average", "max", "max blur"]
    size: int
    patch: Patch
    joined: float
    maxima: FloatArray | None
    coefficient: Parameter | None
    bias: Parameter | None
    a: float
    activation: Activation | None
    x: float

    def winner(self, place: tuple[int, int] = (0, 0)) -> tuple[int, int]:
        """Return the place in the patch of the largest value, the first one if there are several.

        place: of kind "max blur", the maximum that is asked about.
        """
        row, column = place
        square = self.patch.values[row : row + self.size, column : column + self.size]
        down, across = np.unravel_index(int(square.argmax()), square.shape)
        return row + int(down), column + int(across)


@dataclass(frozen=True, slots=True, eq=False)
class Penalty:
    """An RBF unit: the squared distance of the layer below from the code of a class.

    code, squares: float32 of the patch's shape, here (units,): +1 and -1, and the squares of
    values minus code. x: the sum of the squares as the network computed it.
    """

    unit: Unit
    patch: Patch
    code: FloatArray
    squares: FloatArray
    a: float
    activation: Activation | None
    x: float


@dataclass(frozen=True, slots=True, eq=False)
class SharedWeight:
    """A weight, a coefficient or a bias, and all units that use it.

    map: of the layer's maps, or units, the one that uses it. kernel: the weights that it stands
    among, float32 (rows, columns) or (units,), at ``within``; one value alone for other parameters.
    distribution, scale: how it was drawn before training (``InitialValues``). units: (rows,
    columns) of the units that use it, (1, 1) of a single one. factors: what each of them
    multiplies it with, float32 of that shape: values of ``source``, sums of a square for a
    coefficient, 1 for a bias; None if nothing is drawn. deltas: dE/da of each of these units, of
    that shape, of some loss E; None if there is none.
    """

    place: WeightPlace
    value: float
    map: int
    kernel: FloatArray
    within: Place
    distribution: Literal["constant", "uniform", "normal"]
    scale: float
    units: tuple[int, int]
    factors: FloatArray | None
    source: Patch | None = None
    deltas: FloatArray | None = None

    @property
    def gradient(self) -> float | None:
        """Return dE/dw: the sum of delta times factor over all units that use it."""
        if self.deltas is None or self.factors is None:
            return None
        return float((self.deltas * self.factors).sum())

    @property
    def connections(self) -> int:
        """Return how many connections share it."""
        return self.units[0] * self.units[1]

    def unit(self, place: Place) -> Unit:
        """Return the unit that uses it at a place of ``factors``."""
        return Unit(self.place.layer, self.map, *place)


UnitArithmetic = InputValue | WeightedSum | Subsampled | Penalty
Arithmetic = UnitArithmetic | SharedWeight
