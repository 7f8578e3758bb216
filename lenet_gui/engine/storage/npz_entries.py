"""Looks at the arrays of an npz file before any of them is unpacked."""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

import numpy as np


@dataclass(frozen=True, slots=True)
class ArrayHeader:
    """The claims of an array about itself. by_column: stored in Fortran's order."""

    shape: tuple[int, ...]
    by_column: bool
    dtype: np.dtype[Any]

    @property
    def size(self) -> int:
        """Bytes of its values."""
        return math.prod(self.shape) * self.dtype.itemsize


@contextmanager
def open_array(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo
) -> Iterator[tuple[ArrayHeader, IO[bytes]]]:
    """Open an array; yield its header, and the file behind it, where its values begin.

    Raises ValueError if it is damaged, or packed in another way than npz files are.
    """
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ValueError("other kinds of compression can take any amount of memory")
    with archive.open(entry) as file:
        version = np.lib.format.read_magic(file)
        read_header = (
            np.lib.format.read_array_header_1_0
            if version == (1, 0)
            else np.lib.format.read_array_header_2_0
        )
        yield ArrayHeader(*read_header(file)), file
