"""The kinds of files that networks of other programs come in, told by their content."""

from __future__ import annotations

import re
from typing import Literal, get_args

from lenet_gui.common.bad_input import BadInput

ForeignKind = Literal["safetensors", "PyTorch", "ONNX", "Keras", "HDF5", "NumPy"]
FOREIGN_KINDS: tuple[ForeignKind, ...] = get_args(ForeignKind)

# The first one that matches counts.
_CONTENT: tuple[tuple[ForeignKind, bytes], ...] = (
    ("safetensors", rb".{3}\0{5}\{"),
    ("HDF5", rb"\x89HDF\r\n"),
    ("PyTorch", rb"PK\x03\x04.{26}[^\0]{1,200}/(?:data\.pkl|\.format_version)|\x80[\x02-\x05]"
              rb"|PK\x03\x04.*?data\.pkl|c[\w.]+\n|.{257}ustar"),
    ("Keras", rb"PK\x03\x04.{26}(?:metadata|config)\.json|PK\x03\x04.{26}model\.weights\.h5"),
    ("NumPy", rb"PK\x03\x04.{26}[^\0]{1,200}\.npy"),
    ("ONNX", rb"\x08[\x01-\x20][\x12\x1a\x22\x2a\x32\x3a\x42]"),
)  # fmt: skip
_SUFFIXES: dict[str, ForeignKind] = {
    ".pt": "PyTorch", ".pth": "PyTorch", ".bin": "PyTorch", ".ckpt": "PyTorch", ".onnx": "ONNX",
    ".keras": "Keras", ".h5": "HDF5", ".hdf5": "HDF5", ".npz": "NumPy",
    ".safetensors": "safetensors",
}  # fmt: skip


def foreign_network_kind(data: bytes, name: str) -> ForeignKind:
    """Return the kind of a file by its bytes, else by its name. Raises BadInput if it has none."""
    for kind, pattern in _CONTENT:
        if re.match(pattern, data, re.DOTALL):
            return kind
    for suffix, named in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return named
    raise BadInput(
        "{file} is no network that this program can import. It imports PyTorch, safetensors, "
        "ONNX, Keras and NumPy files.",
        file=name,
    )
