"""Training data as tensors on the device, shuffled and cut into batches."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.engine.architecture import Architecture
from lenet_gui.engine.datasets import Dataset
from lenet_gui.engine.normalization import FIELD
from lenet_gui.trainer.distortions import Distortions, distort


class Batches:
    """The whole of a dataset on the device; the labels must all be classes.

    The order and the distortions follow from ``seed`` alone, whatever the device.
    """

    def __init__(
        self,
        dataset: Dataset,
        architecture: Architecture,
        class_names: tuple[str, ...],
        device: torch.device,
        seed: int,
    ) -> None:
        self.architecture = architecture
        self._images = torch.from_numpy(np.ascontiguousarray(dataset.images)).to(device)
        self._labels = torch.from_numpy(dataset.indices(class_names)).to(device)
        self._generator = torch.Generator().manual_seed(seed)

    def __len__(self) -> int:
        return len(self._labels)

    def epoch(self, size: int, ranges: Distortions | None) -> Iterator[tuple[Tensor, Tensor]]:
        """(inputs, labels) of one pass in random order; the rest under ``size`` is left out."""
        order = torch.randperm(len(self), generator=self._generator).to(self._labels.device)
        for start in range(0, len(self) - size + 1, size):
            chosen = order[start : start + size]
            yield self._inputs(chosen, ranges), self._labels[chosen]

    def in_order(self, size: int) -> Iterator[tuple[Tensor, Tensor]]:
        """(inputs, labels) of all samples as they are."""
        every = torch.arange(len(self), device=self._labels.device)
        for chosen in every.split(size):
            yield self._inputs(chosen, None), self._labels[chosen]

    def _inputs(self, chosen: Tensor, ranges: Distortions | None) -> Tensor:
        fields = self._images[chosen][:, None].float().div_(255.0)
        margin = (FIELD - fields.shape[-1]) // 2
        fields = functional.pad(fields, [margin] * 4)
        if ranges is not None:
            fields = distort(fields, ranges, self._generator)
        return network_inputs(self.architecture, fields)


def network_inputs(architecture: Architecture, fields: Tensor) -> Tensor:
    """float (batch, 1, 32, 32) in 0..1 -> what the network reads, like Architecture.input_from."""
    channels, side, _ = architecture.input_shape
    margin = (FIELD - side) // 2
    low, high = architecture.input_range
    inputs = fields[..., margin : FIELD - margin, margin : FIELD - margin] * (high - low) + low
    return inputs.expand(-1, channels, -1, -1).contiguous(memory_format=torch.channels_last)
