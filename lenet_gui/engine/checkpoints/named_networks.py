"""Networks by name: those shipped with the program, and those of the user's library."""

from __future__ import annotations

from pathlib import Path

from lenet_gui.common.bad_input import BadChoice, no_such
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names, shipped_path
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.recognition.recognizer import Recognizer

DEFAULT_NETWORK = "lenet-5-modern-pen"


def network_names() -> list[str]:
    """Return the names of all networks: the shipped ones in the order of the table of
    architectures, then those of the library."""
    return [*shipped_names(), *Library().names()]


def network_paths() -> dict[str, Path]:
    """Return the files of all networks by their names, in the order of ``network_names``."""
    shipped = {name: shipped_path(name) for name in shipped_names()}
    return shipped | Library().paths()


def load_checkpoint(name: str) -> Checkpoint:
    """Read the checkpoint of a network. Raises BadChoice, with the nearest name, if unknown."""
    return read_checkpoint(network_path(name))


def network_path(name: str) -> Path:
    """Return the file of a network's checkpoint. Raises BadChoice as ``load_checkpoint`` does."""
    if name in shipped_names():
        return shipped_path(name)
    library = Library()
    if name in library.names():
        return library.path(name)
    if name in ARCHITECTURES:
        raise BadChoice(
            "{name} has no trained weights. Train it with 'lenet-gui train --architecture "
            "{name}', then use it with '--checkpoint'.",
            name=name,
        )
    raise no_such("network", name, network_names())


def load_recognizer(name: str = DEFAULT_NETWORK) -> Recognizer:
    """Make a recognizer of a network. Raises BadChoice if unknown, BadInput if damaged."""
    return Recognizer(name, load_checkpoint(name))
