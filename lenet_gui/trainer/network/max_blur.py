"""Rectified max blur pooling over squares of 2 x 2 (see ``Subsampling``), for training on a CPU.

The units of the convolution below come from ``Blocks`` as four arrays, for even and odd rows and
columns, with the batch as the innermost axis. So both units of each pair have the same index in
two arrays, and whole rows of memory are compared. Autograd would keep a truth value for each pair
and take six times as long.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from lenet_gui.trainer.network.gradients import where_positive

_DOWN, _ACROSS = 1, 2  # axes of (maps, rows, columns, batch)


def rectified_max_blur(units: Tensor, bias: Tensor) -> Tensor:
    """Return the average of relu(maximum + bias) of the four squares that each unit reads.

    units: (4, maps, rows, columns, batch) in the order of ``Blocks``; bias: (maps,). The result is
    (maps, rows, columns, batch). A gradient goes to the first of equal units.
    """
    found: Tensor = _RectifiedMaxBlur.apply(units, bias)  # type: ignore[no-untyped-call]
    return found


class _RectifiedMaxBlur(torch.autograd.Function):
    """The function ``rectified_max_blur`` and its gradient.

    Arrays are (odd row, odd column, maps, rows, columns, batch): the first two indices tell the
    parity of a unit, or of the first unit that a maximum is taken over.
    """

    @staticmethod
    def forward(ctx: Any, units: Tensor, bias: Tensor) -> Tensor:
        units = units.view(2, 2, *units.shape[1:])
        pairs, squares = torch.empty_like(units), torch.empty_like(units)
        for column in range(2):
            _largest(units[0, column], units[1, column], _DOWN, pairs[0, column], pairs[1, column])
        for row in range(2):
            _largest(pairs[row, 0], pairs[row, 1], _ACROSS, squares[row, 0], squares[row, 1])
        squares.add_(bias[:, None, None, None]).relu_()
        ctx.save_for_backward(units, pairs, squares)
        total = squares[0, 0] + squares[0, 1]
        return total.add_(squares[1, 0]).add_(squares[1, 1]).div_(4)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, Tensor]:
        units, pairs, squares = ctx.saved_tensors
        above, shared = gradients[0] / 4, torch.empty_like(units)
        for row in range(2):
            for column in range(2):
                where_positive(above, squares[row, column], 0.0, grad_input=shared[row, column])
        bias = torch.stack([part.flatten(1).sum(1) for part in shared.flatten(0, 1)]).sum(0)
        work = torch.empty_like(units[0])
        for row in range(2):
            _share(shared[row, 0], shared[row, 1], pairs[row, 0], pairs[row, 1], _ACROSS, work)
        for column in range(2):
            even, odd = units[0, column], units[1, column]
            _share(shared[0, column], shared[1, column], even, odd, _DOWN, work)
        return shared.flatten(0, 1), bias


def _largest(even: Tensor, odd: Tensor, axis: int, from_even: Tensor, from_odd: Tensor) -> None:
    """Write the maximum of each unit and the next one along an axis, given even and odd units.

    from_even, from_odd: the results of pairs that begin with an even or an odd unit. The last unit
    has no next one and is its own maximum.
    """
    count = odd.shape[axis] - 1
    torch.maximum(even, odd, out=from_even)
    before, after = odd.narrow(axis, 0, count), even.narrow(axis, 1, count)
    torch.maximum(before, after, out=from_odd.narrow(axis, 0, count))
    from_odd.narrow(axis, count, 1).copy_(odd.narrow(axis, count, 1))


def _share(
    from_even: Tensor, from_odd: Tensor, even: Tensor, odd: Tensor, axis: int, work: Tensor
) -> None:
    """Turn gradients of the maxima of ``_largest`` into those of even and odd units, in place.

    work: space for two arrays; with few arrays most of them stay in the processor's cache.
    """
    count = odd.shape[axis] - 1
    to_odd, to_even = work[0], work[1].narrow(axis, 0, count)  # from pairs that begin even, and odd
    torch.sub(odd, even, out=to_odd)
    where_positive(from_even, to_odd, 0.0, grad_input=to_odd)
    torch.sub(even.narrow(axis, 1, count), odd.narrow(axis, 0, count), out=to_even)
    early = from_odd.narrow(axis, 0, count)
    where_positive(early, to_even, 0.0, grad_input=to_even)
    from_odd.add_(to_odd)
    early.sub_(to_even)
    from_even.sub_(to_odd)
    from_even.narrow(axis, 1, count).add_(to_even)
