"""Several processes that train one network together, as torchrun starts them.

``torchrun --nproc-per-node N -m lenet_gui train ...`` gives each process its rank and their number
in the environment. Each process takes its part of each batch; the gradients are averaged, and all
take the same step. Only the first process validates, writes files and prints.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch
import torch.distributed as dist
from torch import Tensor

from lenet_gui.common.bad_input import BadInput
from lenet_gui.trainer.launch import MOST_REASON, launched


class Processes:
    """This process among ``count``; a single one communicates with none."""

    def __init__(self, rank: int = 0, count: int = 1) -> None:
        self.rank, self.count = rank, count

    @property
    def first(self) -> bool:
        """Return whether this process is the one that validates, writes and prints."""
        return self.rank == 0

    def part(self, size: int) -> slice:
        """Return this process's part of a batch; parts differ by one sample at most."""
        return slice(size * self.rank // self.count, size * (self.rank + 1) // self.count)

    def average(
        self, gradient: Tensor, loss: Tensor, wrong: float, samples: int
    ) -> tuple[float, float]:
        """Average over all samples of the batch: ``gradient`` in place; return (loss, error rate).

        loss, wrong (an error rate, 0..1): of this process's ``samples``.
        """
        if self.count == 1:
            return float(loss), wrong
        figures = torch.stack([loss, loss.new_tensor(wrong), loss.new_ones(())])
        everything = torch.cat([gradient, figures.to(gradient.dtype)]) * samples
        dist.all_reduce(everything)
        *_, total = everything.tolist()[-3:]
        everything /= total
        gradient.copy_(everything[:-3])
        return float(everything[-3]), float(everything[-2])

    def agree(self, value: float) -> float:
        """Return the first process's value in every process, so that all see the same clock."""
        if self.count == 1:
            return value
        shared = torch.tensor(value, dtype=torch.float64)
        if dist.get_backend() == "nccl":
            shared = shared.float().cuda()
        dist.broadcast(shared, 0)
        return float(shared)


def own_device(device: torch.device) -> torch.device:
    """Return the accelerator of this process where torchrun gives each its own, else ``device``."""
    place = os.environ.get("LOCAL_RANK")
    if place is None or device.type == "cpu" or ":" in str(device):
        return device
    return torch.device(device.type, int(place))


@contextmanager
def processes(device: torch.device) -> Iterator[Processes]:
    """Join the processes that torchrun started, and yield this one; it waits for the others."""
    _, count = launched()
    if count == 1:
        yield Processes()
        return
    if device.type == "cuda":
        torch.cuda.set_device(device)
    try:
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    except (RuntimeError, ValueError) as error:  # torch's own errors are RuntimeErrors
        raise BadInput(
            "The {count} processes of this training do not find each other: {why}.",
            count=count,
            why=str(error).partition("\n")[0].rstrip(".")[:MOST_REASON],
        ) from None
    try:
        yield Processes(dist.get_rank(), count)
    finally:
        dist.destroy_process_group()
