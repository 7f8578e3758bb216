"""Convolutions: a kind of layer, see ``layers.py``."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.full_connection import FullConnection
from lenet_gui.engine.networks.shapes import Shape, SourceRegion, UnitIndex, clipped


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

    def arithmetic(
        self, weights: Mapping[str, FloatArray], source: FloatArray, out: FloatArray
    ) -> Pass:
        weight = self.dense_weight(weights["weight"], source.shape[1:])
        if self._is_full(source):
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
        windows = self._windows(source, rows, columns)
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

    def delta_below(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> FloatArray:
        """Return dE/dx of the source, of its shape, from dE/da of this layer.

        One matrix product gives what each row of the kernels adds; they are added one row apart.
        """
        weight = self.dense_weight(weights["weight"], source.shape[1:])
        weight = weight.astype(source.dtype, copy=False)
        if self._is_full(source):
            matrix = weight.reshape(self.maps, -1)
            return FullConnection(self.maps).delta_below({"weight": matrix}, source, delta)
        field = self._padded_field(source)
        batch, below, _, width = field.shape
        matrix = weight.transpose(1, 2, 0, 3).reshape(below * self.kernel, -1)
        shares = np.matmul(matrix, self._shifted(delta, width, self.kernel))
        shares = shares.reshape(batch, below, self.kernel, -1)
        found = np.zeros_like(field)
        flat, length = found.reshape(batch, below, -1), shares.shape[3]
        for row in range(self.kernel):
            read = flat[:, :, row * width : row * width + length]
            np.add(read, shares[:, :, row], out=read)
        p, (rows, columns) = self.padding, source.shape[2:]
        return found[:, :, p : p + rows, p : p + columns]

    def weight_gradients(
        self, weights: Mapping[str, FloatArray], source: FloatArray, delta: FloatArray
    ) -> dict[str, FloatArray]:
        """Return dE/dw of each parameter from dE/da of this layer: sums of delta times input."""
        if self._is_full(source):
            found = FullConnection(self.maps).weight_gradients(weights, source, delta)
        else:
            found = self._gradients_by_taps(source, delta)
        dense = found["weight"].reshape(self.maps, source.shape[1], self.kernel, self.kernel)
        kernels = dense if self.table is None else dense[self.table_indices()]
        return {"weight": kernels, "bias": found["bias"]}

    def _gradients_by_taps(self, source: FloatArray, delta: FloatArray) -> dict[str, FloatArray]:
        """Return the gradients by one matrix product: deltas by what each tap of kernels reads."""
        field = self._padded_field(source)
        batch, below, _, width = field.shape
        spread = self._shifted(delta, width, 1)
        flat, length = field.reshape(batch, below, -1), spread.shape[2] - self.kernel + 1
        read = np.empty((batch, below, self.kernel**2, length), source.dtype)
        for tap in range(self.kernel**2):
            row, column = divmod(tap, self.kernel)
            start = row * width + column
            read[:, :, tap] = flat[:, :, start : start + length]
        by_taps = read.reshape(batch, -1, length).swapaxes(1, 2)
        weight = np.matmul(spread[:, :, :length], by_taps).sum(axis=0)
        return {"weight": weight, "bias": delta.sum(axis=(0, 2, 3))}

    def _padded_field(self, source: FloatArray) -> FloatArray:
        edge = (self.padding, self.padding)
        return np.pad(source, ((0, 0), (0, 0), edge, edge)) if self.padding else source

    def _shifted(self, delta: FloatArray, width: int, times: int) -> FloatArray:
        """Return the deltas in rows of a padded source, moved by 0, 1, ... ``times`` - 1 columns.

        (batch, maps * times, length): the rows of ``width`` numbers lie one after the other. Zeros
        stand between windows that are further apart, and at the ends of the rows.
        """
        batch, maps, rows, columns = delta.shape
        covered, end = (rows - 1) * self.stride + 1, (columns - 1) * self.stride + 1
        shifted = np.empty((batch, maps, times, covered * width), delta.dtype)
        first = shifted.reshape(batch, maps, times, covered, width)[:, :, 0]
        if self.stride > 1:
            first.fill(0.0)
        first[..., end:] = 0.0
        first[:, :, :: self.stride, : end : self.stride] = delta
        for column in range(1, times):
            shifted[:, :, column, column:] = shifted[:, :, 0, :-column]
            shifted[:, :, column, :column] = 0.0
        return shifted.reshape(batch, maps * times, -1)

    def _is_full(self, source: FloatArray) -> bool:
        """Return whether each map is a single unit that reads whole maps below."""
        return source.shape[2:] == (self.kernel, self.kernel) and not self.padding

    def _windows(self, source: FloatArray, rows: int, columns: int) -> FloatArray:
        """Return a view of what each tap of the kernels reads in a padded source.

        (batch, maps below, kernel, kernel, rows, columns); the last two are those of the result.
        """
        step = self.stride
        covered = ((rows - 1) * step + 1, (columns - 1) * step + 1)  # by one tap of all windows
        windows = np.lib.stride_tricks.sliding_window_view(source, covered, axis=(2, 3))
        return windows[:, :, : self.kernel, : self.kernel, ::step, ::step]
