"""The process itself: one reader for each kind of file, with limits of memory and time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.decoding.helper import serve
from lenet_gui.engine.importing.foreign_kinds import ForeignKind
from lenet_gui.engine.importing.steps import ForeignNetwork, as_message

SECONDS = 15.0  # of processor time that one file may take
MEMORY = 600_000_000  # bytes, more than the process has with the reader's libraries

Reader = Callable[[bytes, str], ForeignNetwork]


def run(kind: ForeignKind) -> None:
    """Read files of a kind for the program until it has gone."""
    try:
        reader = _reader(kind)
    except ImportError:
        reader = _without_torch

    def work(header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        name = str(header["name"])
        try:
            return as_message(reader(body, name))
        except (MemoryError, RecursionError):
            raise BadInput(
                "{file} takes more memory than a network of its kind.", file=name
            ) from None

    serve(work, SECONDS, MEMORY)


def _without_torch(data: bytes, file: str) -> ForeignNetwork:
    raise BadInput(
        "{file} is a PyTorch file. To read it, install PyTorch: pip install torch", file=file
    )


def _reader(kind: ForeignKind) -> Reader:
    """Return the reader of a kind, with its libraries, whose memory does not count."""
    if kind == "PyTorch":
        from lenet_gui.trainer.importing.torch_file import read_torch

        return read_torch
    if kind == "ONNX":
        from lenet_gui.engine.importing.readers.onnx_file import read_onnx

        return read_onnx
    if kind in ("HDF5", "Keras"):
        from lenet_gui.engine.importing.readers.keras_files import read_hdf5, read_keras

        return read_hdf5 if kind == "HDF5" else read_keras
    from lenet_gui.engine.importing.readers.array_files import read_npz, read_safetensors

    return read_npz if kind == "NumPy" else read_safetensors
