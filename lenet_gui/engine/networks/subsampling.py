"""Subsampling layers, trainable as in 1998 or pooling: a kind of layer, see ``layers.py``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.shapes import Shape, SourceRegion, UnitIndex, clipped


@dataclass(frozen=True)
class Subsampling:
    """A layer in which each unit reads a square of ``size`` x ``size`` units of its own map.

    Rows and columns that fill no square are not read.

    kind "sum": coefficient * sum + bias, both trained, one pair per map (1998 paper, II-B).
    kinds "average" and "max": no parameters. The squares of these three kinds do not overlap.
    kind "max blur": no parameters. The average of ``size``² maxima, over the squares that begin
    at each unit of the own square and end at the edge of the map at the latest: max pooling that
    is less sensitive to a shift by one pixel (Zhang 2019, "Making convolutional networks
    shift-invariant again", section 3: MaxBlurPool with the box filter).
    """

    kind: Literal["sum", "average", "max", "max blur"]
    size: int = 2

    def output_shape(self, source: Shape) -> Shape:
        if len(source) != 3 or min(source[1:]) < self.size:
            raise ValueError(f"{source} has no squares of {self.size}")
        return (source[0], source[1] // self.size, source[2] // self.size)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        if self.kind != "sum":
            return {}
        return {"coefficient": (source[0],), "bias": (source[0],)}

    def connections(self, source: Shape) -> int:
        maps, *units = self.output_shape(source)
        if self.kind == "max blur":
            beyond = [max(0, self.size - 1 - side % self.size) for side in source[1:]]
            reads = (n * self._side - cut for n, cut in zip(units, beyond, strict=True))
            return maps * math.prod(reads)
        return maps * math.prod(units) * (self.size**2 + (self.kind == "sum"))

    def arithmetic(
        self, weights: Mapping[str, FloatArray], source: FloatArray, out: FloatArray
    ) -> Pass:
        if self.kind == "max blur":
            return self._max_blur(source, out)
        join = np.maximum if self.kind == "max" else np.add
        scale, bias = self._scale_and_bias(weights, source.dtype)
        return self._joined(join, source, out, scale, bias)

    def delta_below(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> FloatArray:
        """Return dE/dx of the source, of its shape, from dE/da of this layer.

        The first of equal maxima gets the delta: row by row in a square of "max"; in "max blur"
        the upper one of a column, then the column on the left.
        """
        if self.kind == "max blur":
            return self._delta_below_max_blur(source, delta)
        below = np.zeros_like(source)
        places = self._parts(below, *delta.shape[2:])
        if self.kind == "max":
            _share(self._parts(source, *delta.shape[2:]), places, delta)
            return below
        scale, _ = self._scale_and_bias(weights, source.dtype)
        assert scale is not None
        shared = delta * scale
        for place in places:
            np.copyto(place, shared)
        return below

    def weight_gradients(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> dict[str, FloatArray]:
        """Return dE/dw of each parameter from dE/da of this layer: sums of delta times input."""
        if self.kind != "sum":
            return {}
        first, *others = self._parts(source, *delta.shape[2:])
        total = first.copy()
        for other in others:
            np.add(total, other, out=total)
        coefficient = np.einsum("bmrc,bmrc->m", delta, total)
        return {"coefficient": coefficient, "bias": delta.sum(axis=(0, 2, 3))}

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        index, row, column = unit
        return (index,), clipped(source, row * self.size, column * self.size, self._side)

    @property
    def _side(self) -> int:
        return 2 * self.size - 1 if self.kind == "max blur" else self.size

    def _max_blur(self, source: FloatArray, out: FloatArray) -> Pass:
        down, both = np.empty_like(source), np.empty_like(source)
        steps = range(1, self.size)
        by_rows = [(down[:, :, :-k], source[:, :, k:]) for k in steps]
        by_columns = [(both[..., :-k], down[..., k:]) for k in steps]
        average = self._joined(np.add, both, out, *self._scale_and_bias({}, source.dtype))

        def run() -> None:
            np.copyto(down, source)
            for largest, later in by_rows:
                np.maximum(largest, later, out=largest)
            np.copyto(both, down)
            for largest, later in by_columns:
                np.maximum(largest, later, out=largest)
            average()

        return run

    def _joined(
        self,
        join: np.ufunc,
        source: FloatArray,
        out: FloatArray,
        scale: FloatArray | None,
        bias: FloatArray | None,
    ) -> Pass:
        """Bind the reduction of each square by ``join``, times a scale, plus a bias."""
        first, *others = self._parts(source, *out.shape[2:])

        def run() -> None:
            join(first, others[0], out=out)
            for other in others[1:]:
                join(out, other, out=out)
            if scale is not None:
                np.multiply(out, scale, out=out)
            if bias is not None:
                np.add(out, bias, out=out)

        return run

    def _scale_and_bias(
        self, weights: Mapping[str, FloatArray], dtype: np.dtype[np.floating]
    ) -> tuple[FloatArray | None, FloatArray | None]:
        if self.kind == "sum":
            coefficient, bias = (weights[key].astype(dtype) for key in ("coefficient", "bias"))
            return coefficient[:, None, None], bias[:, None, None]
        if self.kind in ("average", "max blur"):
            return np.array(1.0 / self.size**2, dtype), None
        return None, None

    def _parts(self, source: FloatArray, rows: int, columns: int) -> list[FloatArray]:
        """Return a view for each place in a square, row by row: (batch, maps, rows, columns)."""
        size = self.size
        whole = source[:, :, : rows * size, : columns * size]
        return [
            whole[:, :, row::size, column::size] for row in range(size) for column in range(size)
        ]

    def _delta_below_max_blur(self, source: FloatArray, delta: FloatArray) -> FloatArray:
        """Return dE/dx of the source by way of dE/dm of the overlapping maxima m, one a unit.

        Both get a border below and on the right, which is never the largest and has no delta: then
        the next unit of a column or a row lies at a fixed distance in memory.
        """
        batch, maps, rows, columns = source.shape
        more = self.size - 1
        units = np.full((batch, maps, rows + more, columns + more), -np.inf, source.dtype)
        units[:, :, :rows, :columns] = source
        shares = np.zeros_like(units)
        average = delta * np.array(1.0 / self.size**2, delta.dtype)
        for place in self._parts(shares, *delta.shape[2:]):
            np.copyto(place, average)
        in_columns = _largest_so_far(units.reshape(-1), columns + more, self.size)
        in_rows = _largest_so_far(in_columns[-1], 1, self.size - 1)
        _share_overlapping(in_rows, shares.reshape(-1), 1)
        _share_overlapping(in_columns[:-1], shares.reshape(-1), columns + more)
        return shares[:, :, :rows, :columns]


def _share(sources: list[FloatArray], places: list[FloatArray], delta: FloatArray) -> None:
    """Write ``delta`` to the place whose source is the largest, to the first of equal ones."""
    largest = sources[0]
    for source in sources[1:]:
        largest = np.maximum(largest, source)
    left = delta.copy()
    for source, place in zip(sources, places, strict=True):
        np.multiply(left, source == largest, out=place)
        np.subtract(left, place, out=left)


def _largest_so_far(units: FloatArray, step: int, most: int) -> list[FloatArray]:
    """Return the units, then the largest of 2, 3, ... ``most`` of them, each ``step`` apart.

    Flat arrays; the last units, which have too few others behind them, are their own maxima.
    """
    found = [units]
    for k in range(1, most):
        largest = found[-1].copy()
        np.maximum(largest[: -k * step], units[k * step :], out=largest[: -k * step])
        found.append(largest)
    return found


def _share_overlapping(largest: list[FloatArray], delta: FloatArray, step: int) -> None:
    """Turn dE/dm of maxima m into dE/dx of the units that they are taken over, in place.

    largest: of ``_largest_so_far``, without that of all units of a maximum. The first of equal
    units gets the delta.
    """
    parts = []
    for k in range(len(largest), 0, -1):
        early = delta[: -k * step]
        part = early * (largest[0][k * step :] > largest[k - 1][: -k * step])
        np.subtract(early, part, out=early)
        parts.append((delta[k * step :], part))
    for later, part in parts:
        np.add(later, part, out=later)
