"""The table of forms in which a network leaves the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import no_such
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import SUFFIX, checkpoint_bytes
from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_bytes
from lenet_gui.engine.checkpoints.exports.training_script import training_script
from lenet_gui.engine.storage.files import write_atomically


@dataclass(frozen=True)
class Format:
    """name: for the command line; title: for people, translated in context "Export".

    make: the bytes of the file, from the network's name and checkpoint; it raises BadInput if what
    it has made does not read as the network does.
    """

    name: str
    suffix: str
    title: str
    make: Callable[[str, Checkpoint], bytes]


FORMATS: tuple[Format, ...] = (
    Format("onnx", ".onnx", QT_TRANSLATE_NOOP("Export", "ONNX model"), onnx_bytes),
    Format(
        "safetensors",
        SUFFIX,
        QT_TRANSLATE_NOOP("Export", "Weights and metadata (safetensors)"),
        lambda _, checkpoint: checkpoint_bytes(checkpoint),
    ),
    Format(
        "script",
        ".py",
        QT_TRANSLATE_NOOP("Export", "PyTorch script that repeats its training"),
        lambda name, checkpoint: training_script(name, checkpoint).encode(),
    ),
)


def export_format(name: str) -> Format:
    """Raises BadChoice, with the nearest name, if there is none of that name."""
    for found in FORMATS:
        if found.name == name:
            return found
    raise no_such("format", name, [one.name for one in FORMATS])


def export_network(
    name: str, checkpoint: Checkpoint, form: Format, path: Path, replace: bool = False
) -> None:
    """Write a network to a file, whole or not at all; without ``replace`` never over another one.

    Raises BadInput.
    """
    write_atomically(path, form.make(name, checkpoint), replace)
