"""The kinds of layer, each specification beside its arithmetic (subsampling: ``subsampling.py``).

A specification knows, for the shape it reads: its output shape, the parameters it trains, the
number of its connections, and what each unit reads (``reads``). ``arithmetic`` binds it to weights
and to buffers, and returns a function that computes one pass; all views are made once, while
binding.

Shapes have no batch axis (``shapes.py``); buffers have it in front.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.networks.shapes import Shape, SourceRegion, UnitIndex, clipped, whole_layer
from lenet_gui.engine.networks.subsampling import Subsampling

__all__ = ["Convolution", "EuclideanRBF", "FullConnection", "Operation", "Subsampling"]

LayerWeights = Mapping[str, FloatArray]


@dataclass(frozen=True)
class Convolution:
    """Square kernels over all maps below, or over the maps that ``table`` lists for each map.

    Parameters: weight (maps, maps below, kernel, kernel), or (kernels, kernel, kernel) in the
    order of the table; bias (maps,). Taps on the padding count as connections, like those on
    the border that the 1998 input already contains. stride: rows and columns from one window to
    the next; those beyond the last whole window are not read.
    """

    maps: int
    kernel: int
    padding: int = 0
    table: tuple[tuple[int, ...], ...] | None = None
    stride: int = 1

    def output_shape(self, source: Shape) -> Shape:
        if len(source) != 3:
            raise ValueError("a convolution reads maps, not a row of units")
        rows, columns = (
            (side + 2 * self.padding - self.kernel) // self.stride + 1 for side in source[1:]
        )
        if min(rows, columns) < 1:
            raise ValueError(f"a {self.kernel}x{self.kernel} kernel does not fit into {source}")
        return (self.maps, rows, columns)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        kernel = (self.kernel, self.kernel)
        if self.table is None:
            return {"weight": (self.maps, source[0], *kernel), "bias": (self.maps,)}
        return {"weight": (sum(map(len, self.table)), *kernel), "bias": (self.maps,)}

    def fan_in(self, source: Shape) -> FloatArray:
        """Return the inputs per unit, float (n,), for each entry of ``weight``'s first axis."""
        area = self.kernel**2
        if self.table is None:
            return np.full(self.maps, source[0] * area, float)
        return np.array([len(row) * area for row in self.table for _ in row], float)

    def fan_out(self, source: Shape) -> int:
        return self.maps * self.kernel**2

    def connections(self, source: Shape) -> int:
        kernels = self.maps * source[0] if self.table is None else sum(map(len, self.table))
        units_a_map = math.prod(self.output_shape(source)[1:])
        return units_a_map * (kernels * self.kernel**2 + self.maps)

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        index, row, column = unit
        maps = tuple(range(source[0])) if self.table is None else self.table[index]
        top, left = row * self.stride - self.padding, column * self.stride - self.padding
        return maps, clipped(source, top, left, self.kernel)

    def dense_weight(self, weight: FloatArray, source: Shape) -> FloatArray:
        """Return (maps, maps below, kernel, kernel), zero where the table has no entry."""
        if self.table is None:
            return weight
        dense = np.zeros((self.maps, source[0], self.kernel, self.kernel), weight.dtype)
        dense[self.table_indices()] = weight
        return dense

    def table_indices(self) -> tuple[list[int], list[int]]:
        """Return map and map below of each kernel of the table, as two lists."""
        pairs = [(m, below) for m, row in enumerate(self.table or ()) for below in row]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]

    def arithmetic(self, weights: LayerWeights, source: FloatArray, out: FloatArray) -> Pass:
        weight = self.dense_weight(weights["weight"], source.shape[1:])
        if source.shape[2:] == (self.kernel, self.kernel) and not self.padding:
            flat = {"weight": weight.reshape(self.maps, -1), "bias": weights["bias"]}
            return FullConnection(self.maps).arithmetic(flat, source, out)
        if self.padding:
            return self._padded(weight, weights["bias"], source, out)
        return self._by_columns(weight, weights["bias"], source, out)

    def _padded(
        self, weight: FloatArray, bias: FloatArray, source: FloatArray, out: FloatArray
    ) -> Pass:
        p = self.padding
        field = np.zeros((*source.shape[:2], *(side + 2 * p for side in source.shape[2:])))
        field = field.astype(source.dtype)
        inside = field[:, :, p:-p, p:-p]
        convolve = self._by_columns(weight, bias, field, out)

        def run() -> None:
            np.copyto(inside, source)
            convolve()

        return run

    def _by_columns(
        self, weight: FloatArray, bias: FloatArray, source: FloatArray, out: FloatArray
    ) -> Pass:
        """Bind the convolution as one matrix product: each window becomes a column.

        A last row of ones carries the bias.
        """
        batch, below, _, _ = source.shape
        _, _, rows, columns = out.shape
        taps = below * self.kernel**2
        step = self.stride
        covered = ((rows - 1) * step + 1, (columns - 1) * step + 1)  # by one tap of all windows
        windows = np.lib.stride_tricks.sliding_window_view(source, covered, axis=(2, 3))
        windows = windows[:, :, : self.kernel, : self.kernel, ::step, ::step]
        gathered = np.ones((batch, taps + 1, rows * columns), source.dtype)
        target = gathered[:, :taps].reshape(windows.shape)
        matrix = np.empty((self.maps, taps + 1), source.dtype)
        matrix[:, :taps] = weight.reshape(self.maps, taps)
        matrix[:, taps] = bias
        flat = out.reshape(batch, self.maps, rows * columns)
        if batch == 1:  # the plain product has less overhead than the stacked one
            gathered, flat = gathered[0], flat[0]

        def run() -> None:
            np.copyto(target, windows)
            np.matmul(matrix, gathered, out=flat)

        return run


@dataclass(frozen=True)
class FullConnection:
    """Every unit reads every unit below. Parameters: weight (units, below), bias (units,)."""

    units: int

    def output_shape(self, source: Shape) -> Shape:
        return (self.units,)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        return {"weight": (self.units, math.prod(source)), "bias": (self.units,)}

    def fan_in(self, source: Shape) -> FloatArray:
        return np.full(self.units, math.prod(source), float)

    def fan_out(self, source: Shape) -> int:
        return self.units

    def connections(self, source: Shape) -> int:
        return self.units * (math.prod(source) + 1)

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        return whole_layer(source)

    def arithmetic(self, weights: LayerWeights, source: FloatArray, out: FloatArray) -> Pass:
        batch = len(source)
        below = source.reshape(batch, -1)
        above = out.reshape(batch, -1)
        weight, bias = (weights[key].astype(source.dtype) for key in ("weight", "bias"))
        if batch == 1:
            vector, result = below[0], above[0]

            def run_one() -> None:
                np.dot(weight, vector, out=result)
                np.add(result, bias, out=result)

            return run_one
        transposed = weight.T

        def run() -> None:
            np.matmul(below, transposed, out=above)
            np.add(above, bias, out=above)

        return run


@dataclass(frozen=True)
class EuclideanRBF:
    """A penalty for each class: the squared distance of the layer below from the class's code.

    y_i = sum_j (x_j - w_ij)^2 (1998 paper, eq. 7). Nothing is trained; the codes are the
    7x12 bitmaps of Fig. 3, so there are ten classes and 84 units below.
    """

    units: int = 10

    def output_shape(self, source: Shape) -> Shape:
        codes = digit_codes()
        if self.units != len(codes):
            raise BadInput(
                "The RBF outputs compare with the drawn codes of ten digits, so this network needs "
                "10 classes and cannot have {classes}. Name ten (--classes "
                "0,1,2,3,4,5,6,7,8,9), or choose another architecture.",
                classes=self.units,
            )
        if math.prod(source) != codes.shape[1]:
            raise ValueError(f"RBF codes have {codes.shape[1]} elements, not {source}")
        return (self.units,)

    def parameter_shapes(self, source: Shape) -> dict[str, Shape]:
        return {}

    def connections(self, source: Shape) -> int:
        return self.units * math.prod(source)

    def reads(self, source: Shape, unit: UnitIndex) -> SourceRegion:
        return whole_layer(source)

    def arithmetic(self, weights: LayerWeights, source: FloatArray, out: FloatArray) -> Pass:
        codes = digit_codes().astype(source.dtype)
        below = source.reshape(len(source), 1, -1)
        difference = np.empty((len(source), *codes.shape), source.dtype)

        def run() -> None:
            np.subtract(below, codes, out=difference)
            np.multiply(difference, difference, out=difference)
            np.sum(difference, axis=2, out=out)

        return run


Operation = Convolution | Subsampling | FullConnection | EuclideanRBF
