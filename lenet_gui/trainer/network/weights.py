"""All weights of a network in one row of memory.

An optimizer's step, the average and the sum over processes are then one operation each instead of
one per layer.
"""

from __future__ import annotations

import torch
from torch import Tensor

from lenet_gui.trainer.network.modules import LeNet


class FlatWeights:
    """The parameters of ``model`` as views of one row, and their gradients as views of another.

    values, gradient: float (parameters,). The first ``decayed`` numbers are those of kernels and
    matrices; then follow biases and coefficients.
    """

    def __init__(self, model: LeNet) -> None:
        named = model.named_weights()
        self._names = list(named)
        order = sorted(named, key=lambda name: not name.endswith(".weight"))
        sizes = [named[name].numel() for name in order]
        self.decayed = sum(named[name].numel() for name in order if name.endswith(".weight"))
        first = next(iter(named.values()))
        self.values = torch.empty(sum(sizes), dtype=first.dtype, device=first.device)
        self.gradient = torch.zeros_like(self.values)
        self._places: dict[str, tuple[torch.Size, tuple[int, ...], int]] = {}
        start = 0
        for name, size in zip(order, sizes, strict=True):
            parameter = named[name]
            self._places[name] = (parameter.shape, parameter.stride(), start)
            part = self._part(self.values, name)
            part.copy_(parameter.detach())
            parameter.data = part
            parameter.grad = self._part(self.gradient, name)
            start += size

    def _part(self, row: Tensor, name: str) -> Tensor:
        """Return the view of one parameter in a row."""
        return row.as_strided(*self._places[name])

    def parts(self, row: Tensor) -> dict[str, Tensor]:
        """Return the views of a row in this order, by their names in a checkpoint."""
        return {name: self._part(row, name) for name in self._names}

    def row(self, parts: dict[str, Tensor]) -> Tensor:
        """Return a new row in this order, copied from tensors by name."""
        row = torch.empty_like(self.values)
        for name, part in self.parts(row).items():
            part.copy_(parts[name])
        return row
