"""The readers that come with the program: one checkpoint file each under resources/."""

from __future__ import annotations

from lenet_gui.assets import resource
from lenet_gui.engine.architectures import ARCHITECTURES
from lenet_gui.engine.checkpoint import SUFFIX, read_checkpoint
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.values import BadChoice, Checkpoint, no_such

DEFAULT_READER = "lenet-5-modern"


def reader_names() -> list[str]:
    """Names of the readers that are there, in the order of the table of architectures."""
    found = {path.stem for path in resource("checkpoints").glob(f"*{SUFFIX}")}
    order = {name: place for place, name in enumerate(ARCHITECTURES)}
    return sorted(found, key=lambda name: (order.get(name.removesuffix("-pen"), 99), name))


def load_checkpoint(name: str) -> Checkpoint:
    """The checkpoint of a reader. Raises BadChoice, with the nearest name, if there is none."""
    names = reader_names()
    if name not in names:
        if name in ARCHITECTURES:
            raise BadChoice(
                "{name} comes without trained weights: train it with "
                "'lenet-gui train --architecture {name}' and read with '--checkpoint'.",
                name=name,
            )
        raise no_such("network", name, names)
    return read_checkpoint(resource("checkpoints", name + SUFFIX))


def load_reader(name: str = DEFAULT_READER) -> Recognizer:
    return Recognizer(name, load_checkpoint(name))
