"""Reading of untrusted files within limits, and atomic writing."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from lenet_gui.common.bad_input import BadInput

PARTIAL_SUFFIX = ".part"  # of files that are being written
ABANDONED_AFTER_S = 3600.0  # an older one is not being written any more
_READ_CHUNK = 1 << 20  # bytes


def read_limited(path: Path, limit: int) -> bytes:
    """Read a file. Raises BadInput if it cannot be read or has more than ``limit`` bytes."""
    try:
        with open_ordinary(path) as file:
            data = b"".join(_chunks(file, limit))
    except OSError as error:
        raise cannot_read(path, error) from None
    if len(data) > limit:
        raise BadInput(
            "{file} is larger than {limit} MB, the limit for this kind of file.",
            file=path.name,
            limit=limit // 1_000_000,
        )
    return data


def _chunks(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield at most ``limit`` + 1 bytes, in chunks: a small file needs little memory."""
    left = limit + 1
    while left > 0 and (piece := file.read(min(left, _READ_CHUNK))):
        left -= len(piece)
        yield piece


def open_ordinary(path: Path) -> BinaryIO:
    """Open an ordinary file for reading bytes.

    Raises BadInput for anything else: reading a pipe could wait forever. Raises OSError if it
    cannot be opened.
    """
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
    """Return the error that a file cannot be read."""
    return BadInput("{file} cannot be read: {why}.", file=path.name, why=error.strerror or error)


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file of any size, in hex. Raises OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_atomically(path: Path, data: bytes, replace: bool = True, private: bool = False) -> None:
    """Write a file whole or not at all. Raises BadInput if that fails.

    private: only the user may ever read it. Otherwise a file that is replaced keeps its
    rights, and a new one has those of all new files of the user.

    Without ``replace`` it fails if a file of that name exists. With ``replace``, a symbolic link
    is followed; what is no ordinary file (a device, say) is never replaced.
    """
    temporary: Path | None = None
    try:
        path = Path(os.path.realpath(path)) if replace and path.is_symlink() else path
        if replace and path.exists() and not path.is_file():
            raise _no_file(path)
        name = path.parent / f".{path.name}.{os.urandom(4).hex()}{PARTIAL_SUFFIX}"
        kept = None if private or not path.exists() else stat.S_IMODE(path.stat().st_mode)
        with open(name, "xb", opener=_opener(0o600 if private else kept or 0o666)) as file:
            temporary = name
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if kept is not None and os.name == "posix":  # elsewhere only "read-only" is known
            os.chmod(temporary, kept)
        if replace:
            os.replace(temporary, path)
        else:
            move_new(temporary, path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise BadInput("{file} already exists.", file=path.name) from None
        raise BadInput(
            "{file} cannot be written: {why}.", file=path, why=error.strerror or error
        ) from None


def remove_abandoned(folder: Path) -> None:
    """Remove partial files that programs left in a folder when they were killed while writing."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f".*{PARTIAL_SUFFIX}"):
            if time.time() - path.stat().st_mtime > ABANDONED_AFTER_S:
                path.unlink()


def move_new(path: Path, target: Path) -> None:
    """Rename a file without ever replacing one.

    Raises FileExistsError if there is one; FileNotFoundError if ``path`` is gone, and then leaves
    no file at ``target``, either.
    """
    try:
        os.link(path, target)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):
        _move_without_links(path, target)
        return
    try:
        path.unlink()
    except FileNotFoundError:  # another program was quicker, and has moved it elsewhere
        target.unlink(missing_ok=True)
        raise


def _move_without_links(path: Path, target: Path) -> None:
    """Rename on file systems without hard links; on Windows, rename itself never replaces."""
    if target.exists():
        raise FileExistsError(target)
    os.rename(path, target)


def _opener(rights: int) -> Callable[[str, int], int]:
    """Return what ``open`` calls for a new file that has no more than those rights, ever."""
    return lambda path, flags: os.open(path, flags, rights | 0o600)
