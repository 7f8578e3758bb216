"""Opens files that may be gzipped, whatever their names are; what they unpack to is bounded."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.files import cannot_read, open_ordinary

MOST_PACKED = 100  # times the size of what is packed, at most; pictures are packed 3 to 10 times
ALWAYS_UNPACKED = 50_000_000  # bytes that are unpacked however well they are packed
_GZIP = b"\x1f\x8b"

UnpackedFile = BinaryIO | gzip.GzipFile


@contextmanager
def open_unpacked(path: Path) -> Iterator[tuple[UnpackedFile, BinaryIO]]:
    """Open a file, unpacked if it is gzipped; yield it, and the file on disk that it comes from.

    How far the second one was read tells the progress. Raises BadInput, also while the file is
    read: if it cannot be read, if it is damaged or cut off, or if it is no ordinary file.
    """
    try:
        with open_ordinary(path) as raw:
            packed = raw.read(len(_GZIP)) == _GZIP
            raw.seek(0)
            if not packed:
                yield raw, raw
                return
            with gzip.GzipFile(fileobj=raw) as file:
                yield file, raw
    except EOFError:
        raise cut_off(path) from None
    except (gzip.BadGzipFile, zlib.error):
        raise BadInput("{file} is a damaged gzip file.", file=path.name) from None
    except OSError as error:
        raise cannot_read(path, error) from None


def check_unpacked(path: Path, size: int, packed: int | None = None) -> None:
    """Raise BadInput if ``size`` bytes are far more than data of its size unpacks to.

    packed: its size; None: that of the file.
    """
    if size > ALWAYS_UNPACKED:
        whole = path.stat().st_size if packed is None else packed
        if size > MOST_PACKED * whole:
            raise BadInput(
                "{file} unpacks to far more data than pictures of its size do.", file=path.name
            )


def cut_off(path: Path) -> BadInput:
    """Return the error that a file ends too early."""
    return BadInput("{file} is incomplete: it ends before all of its data.", file=path.name)
