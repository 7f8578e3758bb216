"""The library: the networks that a user has kept, a checkpoint each in the user's data folder.

Two programs may use it at once: every change is one atomic step of the file system, and a change
that the other program has overtaken raises BadInput with a sentence.
"""

from __future__ import annotations

import contextlib
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.printable import is_printable
from lenet_gui.engine.checkpoints.checkpoint import (
    CHECKPOINT_SUFFIX,
    MAX_CHECKPOINT_FILE,
    read_checkpoint,
    with_metadata,
)
from lenet_gui.engine.checkpoints.library_entries import (
    MAX_NOTE_LENGTH,
    NetworkEntry,
    checked_name,
    read_entry,
)
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.storage.data_folders import library_path, make_folder
from lenet_gui.engine.storage.files import (
    PARTIAL_SUFFIX,
    cannot_read,
    move_new,
    read_limited,
    write_atomically,
)

log = logging.getLogger(__name__)


class Library:
    """The checkpoints in a folder; by default, in the user's library."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = library_path() if folder is None else folder

    # ---- reading

    def names(self) -> list[str]:
        """Return the names of the checkpoints in alphabetical order, by one look at the folder.

        Files named like a shipped network or an architecture are left out: the shipped one wins.
        """
        try:
            found = os.listdir(self.folder)
        except OSError:
            return []
        taken = {name.casefold() for name in (*shipped_names(), *ARCHITECTURES)}
        names = (file.removesuffix(CHECKPOINT_SUFFIX) for file in found if _is_kept(file))
        return sorted((name for name in names if name.casefold() not in taken), key=str.casefold)

    def paths(self) -> dict[str, Path]:
        """Return the files of the checkpoints by their names, in alphabetical order."""
        return {name: self.folder / f"{name}{CHECKPOINT_SUFFIX}" for name in self.names()}

    def path(self, name: str) -> Path:
        """Return the file of a checkpoint. Raises BadInput if there is none of that name."""
        path = self.folder / f"{name}{CHECKPOINT_SUFFIX}"
        if name not in self.names():
            raise _gone(name)
        return path

    def entry(self, name: str) -> NetworkEntry:
        """Read the entry of a checkpoint. Raises BadInput if there is none or it cannot be read."""
        return read_entry(self.path(name))

    def entries(self) -> list[NetworkEntry]:
        """Read the entries of all checkpoints; log and skip those that cannot be read."""
        found = []
        for path in self.paths().values():
            try:
                found.append(read_entry(path))
            except BadInput as error:
                log.warning("A file in the library is left out: %s", error)
        return found

    def free_name(self, wanted: str) -> str:
        """Return ``wanted`` as an allowed name that is not taken, with a number if needed."""
        try:
            base = checked_name(wanted[:40])
        except BadChoice:
            base = "network"
        taken, number = self._taken(), 1
        name = base
        while name.casefold() in taken:
            number += 1
            name = f"{base} {number}"
        return name

    # ---- changing

    def keep(self, checkpoint: Path, name: str, note: str = "") -> NetworkEntry:
        """Move a trained checkpoint into the library, and return its entry.

        If its training can still be resumed, it is copied instead. Raises BadInput for a bad or a
        taken name, and if the file is no checkpoint or cannot be written.
        """
        name = self._new_name(name)
        read_checkpoint(checkpoint)  # raises BadInput if it could not be read later
        entries = {"note": checked_note(note), "trained": _time_of(checkpoint)}
        data = with_metadata(checkpoint, entries)
        target = make_folder(self.folder) / f"{name}{CHECKPOINT_SUFFIX}"
        unnamed = self.folder / f".{os.getpid()}-keeping{PARTIAL_SUFFIX}"
        write_atomically(unnamed, data)
        try:
            _move(unnamed, target)
        finally:
            unnamed.unlink(missing_ok=True)
        if not state_path(checkpoint).exists():
            with contextlib.suppress(OSError):  # it is kept, even if the original cannot be removed
                checkpoint.unlink()
        return read_entry(target)

    def rename(self, name: str, new: str) -> NetworkEntry:
        """Rename a checkpoint. Raises BadInput for a bad or taken name, or if ``name`` is gone."""
        path = self.path(name)
        new = checked_name(new)
        if new == name:
            return read_entry(path)
        if new.casefold() != name.casefold():
            new = self._new_name(new)
        target = self.folder / f"{new}{CHECKPOINT_SUFFIX}"
        if new.casefold() == name.casefold():  # only its case changes: target may be path
            try:
                os.rename(path, target)
            except OSError as error:
                raise _cannot(path, error) from None
        else:
            _move(path, target)
        return read_entry(target)

    def set_note(self, name: str, note: str) -> NetworkEntry:
        """Write a note into a checkpoint's metadata.

        Raises BadInput if the note is too long, or the file is gone or cannot be written.
        """
        path = self.path(name)
        entries = {"note": checked_note(note)}
        if read_entry(path).trained is None:  # writing changes the file's time
            entries["trained"] = _time_of(path)
        write_atomically(path, with_metadata(path, entries))
        return read_entry(path)

    def delete(self, name: str) -> None:
        """Delete a checkpoint for good. Raises BadInput if it is gone or cannot be removed."""
        path = self.path(name)
        try:
            path.unlink()
        except OSError as error:
            raise _cannot(path, error) from None

    def _new_name(self, name: str) -> str:
        name = checked_name(name)
        if name.casefold() in self._taken():
            raise BadChoice(
                "There is already a network named {name}. Choose another name.", name=name
            )
        return name

    def _taken(self) -> set[str]:
        names = (*shipped_names(), *ARCHITECTURES, *self.names())
        return {name.casefold() for name in names}


def export(path: Path, target: Path) -> None:
    """Copy a checkpoint to another file, and check the copy. Raises BadInput if that fails."""
    write_atomically(target, read_limited(path, MAX_CHECKPOINT_FILE))
    read_checkpoint(target)


def checked_note(note: str) -> str:
    """Return a note without spaces around it. Raises BadChoice if it is too long."""
    note = note.strip()
    if len(note) > MAX_NOTE_LENGTH:
        raise BadChoice(
            "The note is too long: it can have {most} characters, not {count}.",
            most=MAX_NOTE_LENGTH,
            count=len(note),
        )
    return note.encode(errors="replace").decode()  # lone surrogates cannot be written


def _time_of(path: Path) -> str:
    """Return when a file was written, in ISO format, as metadata holds it."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise cannot_read(path, error) from None
    return moment.isoformat(timespec="seconds")


def _is_kept(file: str) -> bool:
    """Return whether a file name may be a kept checkpoint's; hidden files are half written."""
    whole = file.endswith(CHECKPOINT_SUFFIX) and not file.startswith(".")
    return whole and file.isprintable() and is_printable(file)


def _move(path: Path, target: Path) -> None:
    """Rename a file, never replacing one. Raises BadInput if there is one or ``path`` is gone."""
    try:
        move_new(path, target)
    except FileExistsError:
        raise BadChoice(
            "There is already a network named {name}. Choose another name.", name=target.stem
        ) from None
    except FileNotFoundError:
        raise _gone(path.stem) from None
    except OSError as error:
        raise _cannot(path, error) from None


def _gone(name: str) -> BadInput:
    return BadChoice("The network {name} is no longer in the library.", name=name)


def _cannot(path: Path, error: OSError) -> BadInput:
    return BadInput("{file} cannot be changed: {why}.", file=path.name, why=error.strerror or error)
