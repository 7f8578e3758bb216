"""The readers that come with the program: one checkpoint file each under resources/."""

from __future__ import annotations

from pathlib import Path

from lenet_gui.common.assets import resource
from lenet_gui.engine.checkpoints.checkpoint import SUFFIX
from lenet_gui.engine.networks.architectures import ARCHITECTURES


def shipped_names() -> list[str]:
    """Their names, in the order of the table of architectures."""
    found = {path.stem for path in resource("checkpoints").glob(f"*{SUFFIX}")}
    order = {name: place for place, name in enumerate(ARCHITECTURES)}
    return sorted(found, key=lambda name: (order.get(name.removesuffix("-pen"), 99), name))


def shipped_path(name: str) -> Path:
    """Where the checkpoint of that reader lies."""
    return resource("checkpoints", name + SUFFIX)
