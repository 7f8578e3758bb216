"""Layers that make their maps smaller: see ``layers.py``, which they belong to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.shapes import Place, Region, Shape, clipped


@dataclass(frozen=True)
class Subsampling:
    """Each unit reads a square of its own map.

    rule "sum": coefficient * sum + bias, both trained, one of each a map (1998 paper, II-B).
    rule "average" and "max": no parameters. The squares of these three do not overlap.
    rule "max blur": no parameters. The average of the maxima of ``size`` squared such squares,
    which begin at each unit of the unit's own one and end at the edge of the map: max pooling
    that notices a move by one pixel less (Zhang 2019, "Making convolutional networks
    shift-invariant again", section 3: MaxBlurPool with the box filter).
    """

    rule: Literal["sum", "average", "max", "max blur"]
    size: int = 2

    def output_shape(self, source: Shape) -> Shape:
        if len(source) != 3 or source[1] % self.size or source[2] % self.size:
            raise ValueError(f"{source} cannot be divided into squares of {self.size}")
        return (source[0], source[1] // self.size, source[2] // self.size)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        if self.rule != "sum":
            return {}
        return {"coefficient": (source[0],), "bias": (source[0],)}

    def connections(self, source: Shape) -> int:
        maps, *units = self.output_shape(source)
        if self.rule == "max blur":
            return maps * math.prod(count * self._side - (self.size - 1) for count in units)
        return maps * math.prod(units) * (self.size**2 + (self.rule == "sum"))

    def arithmetic(
        self, weights: Mapping[str, FloatArray], source: FloatArray, out: FloatArray
    ) -> Pass:
        if self.rule == "max blur":
            return self._max_blur(source, out)
        join = np.maximum if self.rule == "max" else np.add
        scale, bias = self._scale_and_bias(weights, source.dtype)
        return self._joined(join, source, out, scale, bias)

    def reads(self, source: Shape, unit: Place) -> Region:
        index, row, column = unit
        return (index,), clipped(source, row * self.size, column * self.size, self._side)

    @property
    def _side(self) -> int:
        return 2 * self.size - 1 if self.rule == "max blur" else self.size

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
        """The units of each square, taken together, times a scale plus a bias."""
        size = self.size
        first, *others = [
            source[:, :, row::size, column::size] for row in range(size) for column in range(size)
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
        if self.rule == "sum":
            coefficient, bias = (weights[key].astype(dtype) for key in ("coefficient", "bias"))
            return coefficient[:, None, None], bias[:, None, None]
        if self.rule == "average":
            return np.array(1.0 / self.size**2, dtype), None
        return None, None
