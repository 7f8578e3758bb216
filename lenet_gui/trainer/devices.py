"""Finds the device to train on, and reports when its memory is too small."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from lenet_gui.common.bad_input import BadChoice, BadInput


def device_names() -> list[str]:
    """Return the devices that torch offers, the fastest kind first; "cpu" is always there."""
    accelerator = torch.accelerator.current_accelerator(check_available=True)
    names = [] if accelerator is None else [accelerator.type]
    if accelerator is not None and torch.accelerator.device_count() > 1:
        names += [f"{accelerator.type}:{i}" for i in range(torch.accelerator.device_count())]
    return [*names, "cpu"]


def find_device(name: str) -> torch.device:
    """Return the device of that name, the fastest for "auto". Raises BadChoice if there is none."""
    names = device_names()
    if name == "auto":
        return torch.device(names[0])
    if name not in names:
        raise BadChoice(
            "There is no device {name} here. Available: {names}.", name=name, names=", ".join(names)
        )
    return torch.device(name)


@contextmanager
def enough_memory(batch: int, device: torch.device) -> Iterator[None]:
    """Turn all errors by which torch and Python report a lack of memory into one BadInput."""
    try:
        yield
    except (torch.OutOfMemoryError, MemoryError, RuntimeError) as error:
        said = str(error).lower()
        if type(error) is RuntimeError and not any(
            words in said for words in ("allocate", "out of memory", "not enough memory")
        ):
            raise
        raise BadInput(
            "There is not enough memory for a batch of {batch} on {device}. Try a smaller batch. "
            "What was saved before is kept.",
            batch=batch,
            device=device,
        ) from None
