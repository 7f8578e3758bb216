"""Layers and activation functions of exported PyTorch scripts."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class TableConvolution(nn.Module):
    """A convolution whose maps read only the maps below that a table names, a row for each map.

    weight: (kernels, side, side), in the order of the table.
    """

    def __init__(
        self,
        below: int,
        table: tuple[tuple[int, ...], ...],
        side: int,
        padding: int = 0,
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.padding, self.stride = padding, stride
        self.shape = (len(table), below, side, side)
        pairs = [number * below + read for number, row in enumerate(table) for read in row]
        self.register_buffer("pairs", torch.tensor(pairs), persistent=False)
        self.weight = nn.Parameter(torch.empty(len(pairs), side, side))
        self.bias = nn.Parameter(torch.empty(len(table)))

    def forward(self, x: Tensor) -> Tensor:
        maps, below, *side = self.shape
        every = self.weight.new_zeros(maps * below, *side).index_copy(0, self.pairs, self.weight)
        weight = every.view(self.shape)
        return F.conv2d(x, weight, self.bias, self.stride, self.padding)


class TrainableSubsampling(nn.Module):
    """coefficient * (sum of a square) + bias; each map has one coefficient and one bias."""

    def __init__(self, maps: int, side: int) -> None:
        super().__init__()
        self.side = side
        self.coefficient = nn.Parameter(torch.empty(maps))
        self.bias = nn.Parameter(torch.empty(maps))

    def forward(self, x: Tensor) -> Tensor:
        scale = self.coefficient * self.side**2
        return F.avg_pool2d(x, self.side) * scale[:, None, None] + self.bias[:, None, None]


class MaxBlurPool(nn.AvgPool2d):
    """Max pooling with blur (Zhang 2019).

    A unit is the average of several maxima, one for each unit of its square; each maximum is of the
    square that begins there, cut off at the edge of the map.
    """

    def forward(self, x: Tensor) -> Tensor:
        beyond = [0, self.kernel_size - 1] * 2
        ahead = F.pad(x, beyond, value=-torch.inf)
        return super().forward(F.max_pool2d(ahead, self.kernel_size, 1))


class FullConnection(nn.Linear):
    """A layer in which every unit reads every unit below."""

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.flatten(1))


class EuclideanRBF(nn.Module):
    """Squared distances from the drawn code of each class: penalties, so that small is good."""

    def __init__(self) -> None:
        super().__init__()
        rows = [line.split() for line in CODES.strip().splitlines()]
        codes = [[1.0 if mark == "#" else -1.0 for row in rows for mark in row[digit]]
                 for digit in range(len(rows[0]))]  # fmt: skip
        self.register_buffer("codes", torch.tensor(codes), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return (x.flatten(1)[:, None, :] - self.codes).square().sum(2)


def scaled_tanh(x: Tensor) -> Tensor:
    return 1.7159 * torch.tanh(2 / 3 * x)


def softmax(x: Tensor) -> Tensor:
    return x.softmax(1)
