"""IDX, the file format of MNIST: a magic number, the sides, then bytes; gzipped or not."""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from pathlib import Path
from typing import BinaryIO

import numpy as np

from lenet_gui.engine.files import cannot_read
from lenet_gui.values import BadInput, ByteArray

MAX_BYTES = 1_000_000_000
_CHUNK = 1 << 22


def read_idx(path: Path, axes: int) -> ByteArray:
    """The uint8 array of an IDX file with ``axes`` axes (3 for images, 1 for labels).

    Raises BadInput if it is something else, is cut off, or claims more than MAX_BYTES.
    """
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as file:
            return _parse(path, file, axes)
    except EOFError:
        raise _cut_off(path) from None
    except (gzip.BadGzipFile, zlib.error):
        raise BadInput("{file} is a damaged gzip file.", file=path.name) from None
    except OSError as error:
        raise cannot_read(path, error) from None


def _parse(path: Path, file: BinaryIO | gzip.GzipFile, axes: int) -> ByteArray:
    head = file.read(4)
    if len(head) < 4 or head[:2] != b"\0\0" or head[2] != 8:
        raise BadInput("{file} is not an IDX file of bytes.", file=path.name)
    if head[3] != axes:
        raise BadInput(
            "{file} holds an array with {found} axes where {wanted} are needed "
            "(3 for images, 1 for labels).",
            file=path.name,
            found=head[3],
            wanted=axes,
        )
    sides = file.read(4 * axes)
    if len(sides) < 4 * axes:
        raise _cut_off(path)
    shape = struct.unpack(f">{axes}I", sides)
    size = math.prod(shape)
    if size > MAX_BYTES or min(shape) == 0:
        raise BadInput(
            "{file} says that it holds {shape} bytes: that is nothing, or too much.",
            file=path.name,
            shape=" x ".join(map(str, shape)),
        )
    return np.frombuffer(_exactly(path, file, size), np.uint8).reshape(shape)


def _exactly(path: Path, file: BinaryIO | gzip.GzipFile, size: int) -> bytes:
    """``size`` bytes, read in pieces: a file that only claims them costs nothing."""
    pieces = []
    while size > 0:
        piece = file.read(min(size, _CHUNK))
        if not piece:
            raise _cut_off(path)
        pieces.append(piece)
        size -= len(piece)
    if file.read(1):
        raise BadInput("{file} is longer than its header says.", file=path.name)
    return b"".join(pieces)


def _cut_off(path: Path) -> BadInput:
    return BadInput("{file} is cut off: it ends before all its data.", file=path.name)
