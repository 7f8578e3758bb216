"""The table of export formats: ONNX, safetensors, and a PyTorch script that trains again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import no_such
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, checkpoint_bytes
from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_bytes
from lenet_gui.engine.checkpoints.exports.training_script import training_script
from lenet_gui.engine.storage.files import write_atomically


@dataclass(frozen=True)
class ExportFormat:
    """An export format.

    name: for the command line. title: for display, translated in context "Export". make: returns
    the file's content from a network's name and checkpoint; raises BadInput if the result does not
    answer as the network does.
    """

    name: str
    suffix: str
    title: str
    make: Callable[[str, Checkpoint], bytes]


EXPORT_FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("onnx", ".onnx", QT_TRANSLATE_NOOP("Export", "ONNX model"), onnx_bytes),
    ExportFormat(
        "safetensors",
        CHECKPOINT_SUFFIX,
        QT_TRANSLATE_NOOP("Export", "Weights and metadata (safetensors)"),
        lambda _, checkpoint: checkpoint_bytes(checkpoint),
    ),
    ExportFormat(
        "script",
        ".py",
        QT_TRANSLATE_NOOP("Export", "PyTorch script that repeats its training"),
        lambda name, checkpoint: training_script(name, checkpoint).encode(),
    ),
)


def export_format(name: str) -> ExportFormat:
    """Return the format of a name. Raises BadChoice, with the nearest name, if unknown."""
    for found in EXPORT_FORMATS:
        if found.name == name:
            return found
    raise no_such("format", name, [one.name for one in EXPORT_FORMATS])


def export_network(
    name: str, checkpoint: Checkpoint, form: ExportFormat, path: Path, replace: bool = False
) -> None:
    """Write a network to a file atomically; without ``replace``, never over an existing file.

    Raises BadInput if that fails.
    """
    write_atomically(path, form.make(name, checkpoint), replace)
