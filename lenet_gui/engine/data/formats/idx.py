"""Reads IDX, the file format of MNIST: a magic number, the sides, then values; gzipped or not."""

from __future__ import annotations

import gzip
import math
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.storage.packed_files import (
    UnpackedFile,
    check_unpacked,
    cut_off,
    open_unpacked,
)

MAX_BYTES = 1_000_000_000
MAX_IDX_SIDE = 2000  # pixels of a picture
ReadingProgress = Callable[[int, int], None]
"""Called with what is done and the total; an exception that it raises ends the reading."""
_CHUNK = 1 << 22
_BYTES, _INTEGERS = 8, 12  # the kinds of values, by their codes: uint8, int32


def read_idx(path: Path, axes: int, progress: ReadingProgress | None = None) -> ByteArray:
    """Read the uint8 array of an IDX file with ``axes`` axes (3 for images, 1 for labels).

    Raises BadInput if the file is something else, is cut off, or claims more than MAX_BYTES.
    """
    with open_unpacked(path) as (file, _):
        kind, found = _kind_and_axes(path, file)
        if kind != _BYTES:
            raise _not_idx(path)
        if found != axes:
            raise BadInput(
                "{file} contains an array with {found} axes; {wanted} are needed (3 for images, "
                "1 for labels).",
                file=path.name,
                found=found,
                wanted=axes,
            )
        shape = _shape(path, file, axes, 1)
        if max(shape[1:], default=0) > MAX_IDX_SIDE:
            raise BadInput(
                "{file} contains pictures of {rows} x {columns} pixels; at most {most} per side "
                "are supported.",
                file=path.name,
                rows=shape[1],
                columns=shape[2],
                most=MAX_IDX_SIDE,
            )
        return np.frombuffer(_exactly(path, file, math.prod(shape), progress), np.uint8).reshape(
            shape
        )


def read_idx_labels(path: Path) -> NDArray[np.int64]:
    """Read int64 (samples, columns): labels in the first column.

    Bytes have one column; QMNIST's 32-bit numbers have eight, the third of which is the writer.
    Raises BadInput as ``read_idx`` does.
    """
    with open_unpacked(path) as (file, _):
        kind, axes = _kind_and_axes(path, file)
        if (kind, axes) not in ((_BYTES, 1), (_INTEGERS, 1), (_INTEGERS, 2)):
            raise BadInput("{file} contains no labels.", file=path.name)
        width = 1 if kind == _BYTES else 4
        shape = _shape(path, file, axes, 8)  # as they will be in memory
        data = _exactly(path, file, math.prod(shape) * width, None)
        values = np.frombuffer(data, np.uint8 if width == 1 else ">i4")
        return values.astype(np.int64).reshape(shape[0], -1)


def _kind_and_axes(path: Path, file: UnpackedFile) -> tuple[int, int]:
    head = file.read(4)
    if len(head) < 4 or head[:2] != b"\0\0" or head[2] not in (_BYTES, 9, 11, _INTEGERS, 13, 14):
        raise _not_idx(path)
    return head[2], head[3]


def _shape(path: Path, file: UnpackedFile, axes: int, width: int) -> tuple[int, ...]:
    """Read the sides of an array whose values take ``width`` bytes each in memory."""
    sides = file.read(4 * axes)
    if len(sides) < 4 * axes:
        raise cut_off(path)
    shape = struct.unpack(f">{axes}I", sides)
    if math.prod(shape) * width > MAX_BYTES or min(shape) == 0:
        raise BadInput(
            "{file} claims to contain {shape} bytes, which is nothing or too much.",
            file=path.name,
            shape=" x ".join(map(str, shape)),
        )
    return shape


def _exactly(
    path: Path, file: UnpackedFile, size: int, progress: ReadingProgress | None
) -> bytearray:
    """Read ``size`` bytes in pieces, so that a file that only claims them takes no memory."""
    if isinstance(file, gzip.GzipFile):
        check_unpacked(path, size)
    data, left = bytearray(), size
    while left > 0:
        piece = file.read(min(left, _CHUNK))
        if not piece:
            raise cut_off(path)
        data += piece
        left -= len(piece)
        if progress is not None:
            progress(size - left, size)
    if file.read(1):
        raise BadInput("{file} is longer than its header says.", file=path.name)
    return data


def _not_idx(path: Path) -> BadInput:
    return BadInput("{file} is not an IDX file of bytes.", file=path.name)
