"""The table of export formats: ONNX, safetensors, and scripts of PyTorch and Keras.

Only names and titles, so that ``lenet-gui export --help`` comes at once; what makes a file is
imported when it is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lenet_gui.common.bad_input import no_such
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lenet_gui.common.values import Checkpoint


class ExportFormat(NamedTuple):  # dataclasses would double the time that this file takes to load
    """An export format.

    name: for the command line. title: for display, translated in context "Export". make: returns
    the file's content from a network's name and checkpoint; raises BadInput if that fails.
    """

    name: str
    suffix: str
    title: str
    make: Callable[[str, Checkpoint], bytes]


def _onnx(name: str, checkpoint: Checkpoint) -> bytes:
    from lenet_gui.engine.checkpoints.exports.onnx_model import onnx_bytes

    return onnx_bytes(name, checkpoint)


def _safetensors(name: str, checkpoint: Checkpoint) -> bytes:
    from lenet_gui.engine.checkpoints.checkpoint import checkpoint_bytes

    return checkpoint_bytes(checkpoint)


def _pytorch(name: str, checkpoint: Checkpoint) -> bytes:
    from lenet_gui.engine.checkpoints.exports.pytorch_script import pytorch_script

    return pytorch_script(name, checkpoint).encode()


def _keras(name: str, checkpoint: Checkpoint) -> bytes:
    from lenet_gui.engine.checkpoints.exports.keras_script import keras_script

    return keras_script(name, checkpoint).encode()


def _training(name: str, checkpoint: Checkpoint) -> bytes:
    from lenet_gui.engine.checkpoints.exports.training_script import training_script

    return training_script(name, checkpoint).encode()


EXPORT_FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("onnx", ".onnx", QT_TRANSLATE_NOOP("Export", "ONNX model"), _onnx),
    ExportFormat(
        "safetensors",
        ".safetensors",
        QT_TRANSLATE_NOOP("Export", "Weights and metadata (safetensors)"),
        _safetensors,
    ),
    ExportFormat(
        "pytorch", ".py", QT_TRANSLATE_NOOP("Export", "PyTorch network with its weights"), _pytorch
    ),
    ExportFormat(
        "keras", ".py", QT_TRANSLATE_NOOP("Export", "Keras network with its weights"), _keras
    ),
    ExportFormat(
        "script",
        ".py",
        QT_TRANSLATE_NOOP("Export", "PyTorch script that repeats its training"),
        _training,
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
    from lenet_gui.engine.storage.files import write_atomically

    write_atomically(path, form.make(name, checkpoint), replace)
