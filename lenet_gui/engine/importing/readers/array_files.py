"""Arrays by name: safetensors and npz."""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Sequence

import numpy as np
import safetensors

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.importing.steps import (
    Budget,
    ForeignNetwork,
    Tensor,
    checked_tensors,
)
from lenet_gui.engine.storage.npz_entries import open_array

_FLOATS = {"F16": "<f2", "BF16": "<u2", "F32": "<f4", "F64": "<f8"}  # by safetensors' names


def read_safetensors(data: bytes, file: str) -> ForeignNetwork:
    """Read a state dict, without the entries that count instead of weighing. Raises BadInput."""
    budget, tensors = Budget(file), []
    try:
        found = safetensors.deserialize(data)  # type: ignore[no-untyped-call]
    except Exception as error:  # safetensors raises its own errors, KeyError, ValueError
        raise BadInput("it is incomplete or damaged ({why}).", why=str(error)[:100]) from None
    for name, tensor in found:
        if tensor["dtype"] in _FLOATS:
            budget.take(tensor["shape"])
            tensors.append(Tensor(name, _float32(tensor["dtype"], tensor["data"], tensor["shape"])))
        elif math.prod(tensor["shape"]) > 1:  # one number: how many batches were seen
            raise _no_numbers(name)
    return ForeignNetwork("safetensors", checked_tensors(tensors, file))


def _float32(kind: str, data: bytes, shape: Sequence[int]) -> FloatArray:
    values = np.frombuffer(data, _FLOATS[kind]).reshape(shape)
    if kind == "BF16":  # the upper half of a float32
        return (values.astype(np.uint32) << 16).view(np.float32)
    with np.errstate(over="ignore"):  # float64 beyond float32 becomes infinite, which is refused
        return values.astype(np.float32)


def read_npz(data: bytes, file: str) -> ForeignNetwork:
    """Read the arrays of an npz file in their order there. Raises BadInput."""
    budget, tensors = Budget(file), []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                tensor = _npz_array(archive, entry, budget)
                if tensor is not None:
                    tensors.append(tensor)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, KeyError, NotImplementedError,
            RuntimeError, OSError, OverflowError) as error:  # fmt: skip
        if isinstance(error, BadInput):
            raise
        raise BadInput("{file} is damaged ({why}).", file=file, why=str(error)[:100]) from None
    return ForeignNetwork("NumPy", checked_tensors(tensors, file))


def _npz_array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> Tensor | None:
    """Return an array; None for a single integer, which counts instead of weighing."""
    name = entry.filename.removesuffix(".npy")
    with open_array(archive, entry) as (header, stream):
        budget.take(header.shape)
        if header.dtype.kind not in "fiu" or header.dtype.itemsize > 8:
            raise _no_numbers(name)
        if header.dtype.kind in "iu" and math.prod(header.shape) <= 1:
            return None
        values = np.frombuffer(stream.read(header.size), header.dtype)
    with np.errstate(over="ignore"):
        array = values.reshape(header.shape, order="F" if header.by_column else "C")
        return Tensor(name, array.astype(np.float32))


def _no_numbers(name: str) -> BadInput:
    return BadInput("the weights {weights} have an unknown number type.", weights=name[:50])
