"""The networks shipped with the program, one checkpoint file each under resources/."""

from __future__ import annotations

from pathlib import Path

from lenet_gui.common.assets import resource
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX
from lenet_gui.engine.networks.architectures import ARCHITECTURES


def shipped_names() -> list[str]:
    """Return the names of the shipped networks, in the order of the table of architectures."""
    found = {path.stem for path in resource("checkpoints").glob(f"*{CHECKPOINT_SUFFIX}")}
    order = {name: place for place, name in enumerate(ARCHITECTURES)}
    return sorted(found, key=lambda name: (order.get(name.removesuffix("-pen"), 99), name))


def shipped_path(name: str) -> Path:
    """Return the checkpoint file of a shipped network."""
    return resource("checkpoints", name + CHECKPOINT_SUFFIX)
