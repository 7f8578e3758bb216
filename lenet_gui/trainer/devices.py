"""Which device trains, asked of torch itself."""

from __future__ import annotations

import torch

from lenet_gui.values import BadChoice


def device_names() -> list[str]:
    """The devices that torch offers here, the fastest kind first; "cpu" is always there."""
    accelerator = torch.accelerator.current_accelerator(check_available=True)
    names = [] if accelerator is None else [accelerator.type]
    if accelerator is not None and torch.accelerator.device_count() > 1:
        names += [f"{accelerator.type}:{i}" for i in range(torch.accelerator.device_count())]
    return [*names, "cpu"]


def find_device(name: str) -> torch.device:
    """The device of that name, or the best one for "auto". Raises BadChoice if it is not there."""
    names = device_names()
    if name == "auto":
        return torch.device(names[0])
    if name not in names:
        raise BadChoice(
            "There is no device {name} here. There is: {names}.", name=name, names=", ".join(names)
        )
    return torch.device(name)
