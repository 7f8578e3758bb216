"""Training data as tensors on the device, shuffled and cut into batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.common.training_values import ImageAugmentation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.ink.normalization import FIELD_SIDE
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.trainer.data.image_augmentation import Draws, augmented
from lenet_gui.trainer.parallel import Processes

MEASURED = 500  # samples for second derivatives (1998 paper, section III-B)


@dataclass(frozen=True, slots=True)
class Pool:
    """Samples start..stop, of which each pass takes ``per_pass`` at random."""

    start: int
    stop: int
    per_pass: int


class Batches:
    """A dataset on the device, in batches. Labels that are no class become -1, non-digits.

    pools: the samples that a pass takes, if not all. ``len`` is the number of samples per pass. The
    order and the image augmentation depend on ``seed`` alone, not on the device.
    """

    def __init__(
        self,
        dataset: Dataset,
        architecture: Architecture,
        class_names: tuple[str, ...],
        device: torch.device,
        seed: int,
        processes: Processes | None = None,
        pools: tuple[Pool, ...] = (),
    ) -> None:
        self.architecture, self._seed = architecture, seed
        self._pools = pools or (Pool(0, len(dataset), len(dataset)),)
        self._processes = processes or Processes()
        self._pictures = architecture.sees == "picture"
        self._images = torch.from_numpy(np.ascontiguousarray(dataset.images)).to(device)
        self._labels = torch.from_numpy(dataset.indices(class_names)).to(device)
        self._generator = torch.Generator().manual_seed(seed)
        self._order: Tensor | None = None
        self._position = 0

    def __len__(self) -> int:
        return sum(pool.per_pass for pool in self._pools)

    def next(self, size: int, ranges: ImageAugmentation | None) -> tuple[Tensor, Tensor] | None:
        """Return (inputs, labels) of the next batch of a pass in random order, None at its end.

        Several processes draw the same random numbers, and each gets its part of the same batch. A
        last batch smaller than ``size`` is dropped; the call after None begins another pass.
        """
        if self._order is None:
            self._order = self._shuffled()
            self._position = 0
        if self._position + size > len(self):
            self._order = None
            return None
        chosen = self._order[self._position : self._position + size].to(self._labels.device)
        self._position += size
        part = self._processes.part(size)
        fields = self._fields(chosen[part])
        if ranges is not None:
            draws = Draws.draw(size, fields.shape[-1], ranges, self._generator)
            fields = augmented(fields, ranges, draws.part(part), self._pictures)
        return network_inputs(self.architecture, fields), self._labels[chosen[part]]

    def _shuffled(self) -> Tensor:
        """Return the indices of the samples of a pass, int64, in random order."""
        chosen = [
            pool.start
            + torch.randperm(pool.stop - pool.start, generator=self._generator)[: pool.per_pass]
            for pool in self._pools
        ]
        if len(chosen) == 1:
            return chosen[0]
        every = torch.cat(chosen)
        return every[torch.randperm(len(every), generator=self._generator)]

    def sample(self, number: int, count: int = MEASURED) -> tuple[Tensor, Tensor]:
        """Return (inputs, labels) of ``count`` random samples without augmentation.

        They depend on the seed and ``number`` alone, and the order of the pass is not touched.
        """
        generator = torch.Generator().manual_seed(self._seed + number)
        chosen = torch.randperm(len(self._labels), generator=generator)[:count].to(
            self._labels.device
        )
        return network_inputs(self.architecture, self._fields(chosen)), self._labels[chosen]

    def epoch(self, size: int, ranges: ImageAugmentation | None) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield the batches of the rest of this pass, or of a new one."""
        while (batch := self.next(size, ranges)) is not None:
            yield batch

    def state(self) -> dict[str, Tensor]:
        """Return all that the coming batches depend on."""
        order = torch.empty(0, dtype=torch.int64) if self._order is None else self._order
        return {
            "order": order,
            "position": torch.tensor(self._position),
            "generator": self._generator.get_state(),
        }

    def restore(self, state: Mapping[str, Tensor]) -> None:
        """Continue where ``state`` was taken.

        Raises ValueError, KeyError or RuntimeError if it belongs to other samples.
        """
        order, position = state["order"], int(state["position"])
        if order.dtype != torch.int64 or order.ndim != 1:
            raise ValueError("order")
        if len(order) and not (
            0 <= position <= len(order)
            and 0 <= int(order.min()) <= int(order.max()) < len(self._labels)
        ):
            raise ValueError("order")
        self._order = order if len(order) else None
        self._position = position
        self._generator.set_state(state["generator"])

    def in_order(self, size: int) -> Iterator[tuple[Tensor, Tensor]]:
        """Yield (inputs, labels) of all samples, in order and without augmentation."""
        every = torch.arange(len(self._labels), device=self._labels.device)
        for chosen in every.split(size):
            yield network_inputs(self.architecture, self._fields(chosen)), self._labels[chosen]

    def _fields(self, chosen: Tensor) -> Tensor:
        """Return samples as float in 0..1.

        Ink is (chosen, 1, 32, 32), with paper around it; pictures are (chosen, channels, rows,
        columns).
        """
        side = self._images.shape[-1]
        flat = self._images.view(len(self._images), -1).index_select(0, chosen)
        fields = flat.view(len(chosen), -1, side, side).float().div_(255.0)
        return fields if self._pictures else functional.pad(fields, [(FIELD_SIDE - side) // 2] * 4)


def network_inputs(architecture: Architecture, fields: Tensor) -> Tensor:
    """Return inputs of the network from float in 0..1, like ``Architecture.input_from``.

    fields: ink (batch, 1, 32, 32), or pictures (batch, channels, rows, columns) of the input's
    shape. The batch is the innermost axis in memory, as ``LeNet.forward`` wants it.
    """
    channels, side, _ = architecture.input_shape
    margin = (fields.shape[-1] - side) // 2
    low, high = architecture.input_range
    inside = fields[..., margin : margin + side, margin : margin + side]
    beside = inside.permute(1, 2, 3, 0).contiguous()
    if (low, high) != (0.0, 1.0):
        beside.mul_(high - low).add_(low)
    return beside.expand(channels, -1, -1, -1).permute(3, 0, 1, 2)


def inputs_for(other: Architecture, inputs: Tensor, network: Architecture) -> Tensor:
    """Return inputs of ``network`` as inputs of another architecture."""
    if (other.input_shape, other.input_range) == (network.input_shape, network.input_range):
        return inputs
    low, high = network.input_range
    fields = (inputs - low) / (high - low)
    if network.sees == "ink":
        margin = (FIELD_SIDE - fields.shape[-1]) // 2
        fields = functional.pad(fields[:, :1], [margin] * 4)
    return network_inputs(other, fields)
