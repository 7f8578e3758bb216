"""Reading strangers' files within limits, and writing so that a stop leaves the old file whole."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lenet_gui.common.bad_input import BadInput

PART = ".part"  # how the name of a file ends that is not whole yet
LEFT_AFTER = 3600.0  # seconds; such a file is not being written any more
_PIECE = 1 << 20


def read_limited(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most ``limit`` bytes; BadInput, in a sentence, otherwise."""
    try:
        with open_ordinary(path) as file:
            data = b"".join(_pieces(file, limit))
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(data) > limit:
        raise BadInput(
            "{file} is larger than {limit} MB, the limit for this kind of file.",
            file=path.name,
            limit=limit // 1_000_000,
        )
    return data


def _pieces(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """At most ``limit`` + 1 bytes; a small file costs no memory for a large limit."""
    left = limit + 1
    while left > 0 and (piece := file.read(min(left, _PIECE))):
        left -= len(piece)
        yield piece


def open_ordinary(path: Path) -> BinaryIO:
    """To read bytes; BadInput if it is no ordinary file: a pipe would be waited for forever."""
    if not path.is_file():
        raise _no_file(path)
    return path.open("rb")


def _no_file(path: Path) -> BadInput:
    if path.is_dir():
        return BadInput("{file} is a folder, not a file.", file=path)
    if path.exists():
        return BadInput("{file} is not a regular file.", file=path)
    return BadInput("There is no file {file}.", file=path)


def cannot_read(path: Path, error: OSError) -> BadInput:
    return BadInput("{file} cannot be read: {why}.", file=path.name, why=error.strerror or error)


def sha256_of(path: Path) -> str:
    """Of the content of a file, which may be larger than memory; OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_atomically(path: Path, data: bytes, replace: bool = True) -> None:
    """Write a file whole or not at all; BadInput, in a sentence, if that fails.

    Without ``replace`` it fails if there is a file of that name. With it a link stays, and what
    it leads to is written; what is no file (a device, say) is never replaced.
    """
    temporary = None
    try:
        path = Path(os.path.realpath(path)) if replace and path.is_symlink() else path
        if replace and path.exists() and not path.is_file():
            raise _no_file(path)
        handle, temporary = tempfile.mkstemp(PART, f".{path.name}.", path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())  # mkstemp makes files that only the owner reads
        if replace:
            os.replace(temporary, path)
        else:
            move_new(Path(temporary), path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise BadInput("{file} already exists.", file=path.name) from None
        raise BadInput(
            "{file} cannot be written: {why}.", file=path, why=error.strerror or error
        ) from None


def sweep(folder: Path) -> None:
    """Remove what writing left in a folder when its program was ended in the middle of it."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f".*{PART}"):
            if time.time() - path.stat().st_mtime > LEFT_AFTER:
                path.unlink()


def move_new(path: Path, target: Path) -> None:
    """Rename without ever replacing a file: FileExistsError if there is one, FileNotFoundError if
    ``path`` is gone, which then is nowhere else, either."""
    try:
        os.link(path, target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):
        _move_without_links(path, target)
        return
    try:
        path.unlink()
    except FileNotFoundError:  # somebody else was quicker, and has it under another name
        target.unlink(missing_ok=True)
        raise


def _move_without_links(path: Path, target: Path) -> None:
    """For file systems that cannot give a file two names; Windows refuses to replace by itself."""
    if target.exists():
        raise FileExistsError(target)
    os.rename(path, target)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
