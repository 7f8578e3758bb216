"""A convolution and the subsampling above it as one matrix product, for training on a CPU.

Activations are (maps, rows, columns, batch): the batch is the innermost axis, so that copies and
sums run along whole rows of memory. A subsampling unit reads ``size`` squared units of the
convolution, which together read one window of the activations below. These windows, each copied
once, make a matrix that is multiplied by all kernels, each kernel at each of its places in the
window. That costs some products with 0 and saves most of the copying and of the calls: with so few
maps a step takes half the time of torch's convolutions.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, Subsampling
from lenet_gui.trainer.network.gradients import where_positive


def fit_together(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Return whether ``Blocks`` can compute two layers: a convolution and a subsampling."""
    convolution, pooled = below.layer.operation, above.layer.operation
    return (
        isinstance(convolution, Convolution)
        and isinstance(pooled, Subsampling)
        and convolution.stride == 1
        and (convolution.kernel - 1) % pooled.size == 0
        and not any(side % pooled.size for side in below.shape[1:])
    )


@dataclass(frozen=True)
class _Windows:
    """Square windows of ``side`` rows and columns, ``step`` apart, which divides ``side``."""

    side: int
    step: int

    def of(self, x: Tensor) -> Tensor:
        """Return copies: (maps, rows, columns, batch) -> (maps * side², windows * batch)."""
        maps, rows, columns, batch = x.shape
        above = [(length - self.side) // self.step + 1 for length in (rows, columns)]
        one, row, column, _ = x.stride()
        shape = (maps, self.side, self.side, *above, batch)
        strides = (one, row, column, self.step * row, self.step * column, 1)
        return x.as_strided(shape, strides).reshape(maps * self.side**2, -1)

    def back(self, windows: Tensor, shape: torch.Size) -> Tensor:
        """Return the sum over all windows for each unit, (maps, rows, columns, batch)."""
        maps, rows, columns, batch = shape
        step, cells = self.step, self.side // self.step
        down, across = rows // step, columns // step
        total = windows.new_zeros(maps, down, step, across, step, batch)
        above = down - cells + 1, across - cells + 1
        parts = windows.view(maps, cells, step, cells, step, *above, batch)
        parts = parts.permute(1, 3, 0, 5, 2, 6, 4, 7)
        for i in range(cells):
            for j in range(cells):
                total[:, i : i + above[0], :, j : j + above[1]].add_(parts[i, j])
        return total.view(shape)


class _Product(torch.autograd.Function):
    """The product of the kernels at all their places and all windows."""

    @staticmethod
    def forward(
        ctx: Any, x: Tensor, weight: Tensor, places: Tensor, inverse: Tensor, windows: _Windows
    ) -> Tensor:
        taps = torch.cat([weight.flatten(), weight.new_zeros(1)])
        kernels = taps.index_select(0, places.flatten()).view_as(places)
        gathered = windows.of(x)
        ctx.save_for_backward(gathered, kernels, inverse)
        ctx.windows, ctx.below, ctx.shape = windows, x.shape, weight.shape
        return kernels @ gathered

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor | None, ...]:
        gathered, kernels, inverse = ctx.saved_tensors
        below = None
        if ctx.needs_input_grad[0]:
            below = ctx.windows.back(kernels.t() @ gradients[0], ctx.below)
        taps = (gathered @ gradients[0].t()).flatten()
        weight = taps.index_select(0, inverse.flatten()).view_as(inverse).sum(0)
        return below, weight.view(ctx.shape), None, None, None


class _RectifiedLargest(torch.autograd.Function):
    """The function ``rectified_largest`` and its gradient."""

    @staticmethod
    def forward(ctx: Any, units: Tensor, bias: Tensor) -> Tensor:
        largest = [units[0]]
        for unit in units[1:]:
            largest.append(torch.maximum(largest[-1], unit))
        result = (largest[-1] + bias[:, None, None, None]).relu_()
        ctx.save_for_backward(result, units, *largest[1:-1])
        return result

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor]:
        result, units, *largest = ctx.saved_tensors
        shared = torch.empty_like(units)
        left = where_positive(gradients[0], result, 0.0, grad_input=shared[0])
        bias = left.flatten(1).sum(1)
        for place in range(len(units) - 1, 0, -1):
            before = largest[place - 2] if place > 1 else units[0]
            part = torch.sub(units[place], before, out=shared[place])
            left.sub_(where_positive(left, part, 0.0, grad_input=part))
        return shared, bias


def rectified_largest(units: Tensor, bias: Tensor) -> Tensor:
    """Return relu(maximum of n units + bias): (n, maps, ...) and (maps,) -> (maps, ...).

    The gradient goes to the first of equal maxima.
    """
    found: Tensor = _RectifiedLargest.apply(units, bias)  # type: ignore[no-untyped-call]
    return found


def whole_maps(units: Tensor) -> Tensor:
    """Return the result of ``Blocks`` as feature maps of the convolution.

    (size * size, maps, rows, columns, batch) -> (maps, size * rows, size * columns, batch).
    """
    parts, maps, rows, columns, batch = units.shape
    size = isqrt(parts)
    placed = units.view(size, size, maps, rows, columns, batch).permute(2, 3, 0, 4, 1, 5)
    return placed.reshape(maps, size * rows, size * columns, batch)


class Blocks:
    """A convolution, computed in the order in which the subsampling above it reads its units.

    It holds indices only; the weights are those of the convolution. See ``fit_together``.
    """

    def __init__(self, below: PlacedLayer, above: PlacedLayer) -> None:
        convolution, pooled = below.layer.operation, above.layer.operation
        assert isinstance(convolution, Convolution)
        assert isinstance(pooled, Subsampling)
        size, side = pooled.size, convolution.kernel + pooled.size - 1
        self._windows, self._padding = _Windows(side, size), convolution.padding
        self._shape = (size**2, *above.shape)
        numbers, none = _numbers(convolution, below.source[0])
        shape = (size, size, convolution.maps, below.source[0], side, side)
        places = torch.full(shape, none)
        end = convolution.kernel
        for i in range(size):
            for j in range(size):
                places[i, j, :, :, i : i + end, j : j + end] = numbers
        places = places.view(size**2 * convolution.maps, -1)
        found = places.flatten().view(size**2, -1)
        order = found.sort(dim=1, stable=True).indices[:, :none]
        inverse = order + torch.arange(size**2)[:, None] * found.shape[1]
        row, column = inverse // places.shape[1], inverse % places.shape[1]
        self._places, self._inverse = places, column * len(places) + row

    def __call__(self, x: Tensor, weight: Tensor) -> Tensor:
        """Return the sums w.x of the ``size`` squared units that each subsampling unit reads.

        x: (maps below, rows, columns, batch). The result is (size * size, maps, rows, columns,
        batch): first the units of a square row by row, then rows and columns of the subsampling.
        """
        if self._padding:
            edge = self._padding
            x = functional.pad(x, [0, 0, edge, edge, edge, edge])
        units: Tensor = _Product.apply(x, weight, self._places, self._inverse, self._windows)  # type: ignore[no-untyped-call]
        return units.view(*self._shape, -1)


def _numbers(convolution: Convolution, below: int) -> tuple[Tensor, int]:
    """Return the index of each tap in the flat weight, and the number of taps.

    int64 (maps, maps below, kernel, kernel); the number itself stands, as the index of a 0, where
    the table has no kernel.
    """
    square = (convolution.kernel, convolution.kernel)
    table = convolution.table or (tuple(range(below)),) * convolution.maps
    pairs = [(m, read) for m, row in enumerate(table) for read in row]
    count = len(pairs) * convolution.kernel**2
    numbers = torch.full((convolution.maps, below, *square), count)
    for place, (m, read) in enumerate(pairs):
        first = place * convolution.kernel**2
        numbers[m, read] = torch.arange(first, first + convolution.kernel**2).view(square)
    return numbers, count
