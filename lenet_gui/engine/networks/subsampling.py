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
        average = self._joined(np.add, both, out, np.array(1.0 / self.size**2, source.dtype), None)

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
        size, (rows, columns) = self.size, out.shape[2:]
        whole = source[:, :, : rows * size, : columns * size]
        first, *others = [
            whole[:, :, row::size, column::size] for row in range(size) for column in range(size)
        ]

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
        if self.kind == "average":
            return np.array(1.0 / self.size**2, dtype), None
        return None, None
