"""The library: the checkpoints that a user keeps, one file each in the folder of the user's data.

Two programs may work on it at once: every change is one step of the file system, and what the
other one did meanwhile is said in a sentence.
"""

from __future__ import annotations

import contextlib
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.engine.checkpoints.checkpoint import MAX_FILE, SUFFIX, read_checkpoint, with_metadata
from lenet_gui.engine.checkpoints.library_entries import (
    LONGEST_NOTE,
    Entry,
    checked_name,
    read_entry,
)
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.storage.data_folders import library_path, made
from lenet_gui.engine.storage.files import (
    PART,
    cannot_read,
    move_new,
    read_limited,
    write_atomically,
)

log = logging.getLogger(__name__)


class Library:
    """The checkpoints in one folder; without ``folder`` those of the user."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = library_path() if folder is None else folder

    # ---- looking

    def names(self) -> list[str]:
        """Names of the checkpoints, in the order of the alphabet; one look at the folder."""
        try:
            found = os.listdir(self.folder)
        except OSError:
            return []
        taken = {name.casefold() for name in (*shipped_names(), *ARCHITECTURES)}
        names = (file.removesuffix(SUFFIX) for file in found if _is_kept(file))
        return sorted((name for name in names if name.casefold() not in taken), key=str.casefold)

    def path(self, name: str) -> Path:
        """Where the checkpoint of that name lies. Raises BadInput if there is none."""
        path = self.folder / f"{name}{SUFFIX}"
        if name not in self.names():
            raise _gone(name)
        return path

    def entry(self, name: str) -> Entry:
        """Raises BadInput if there is none, or it cannot be read."""
        return read_entry(self.path(name))

    def entries(self) -> list[Entry]:
        """All that can be read; of others there is a line in the log."""
        found = []
        for name in self.names():
            try:
                found.append(read_entry(self.folder / f"{name}{SUFFIX}"))
            except BadInput as error:
                log.warning("A file in the library is left out: %s", error)
        return found

    def free_name(self, wanted: str) -> str:
        """``wanted``, made a name that can be taken and that is free: with a number, if needed."""
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

    def keep(self, checkpoint: Path, name: str, note: str = "") -> Entry:
        """Take a trained checkpoint into the library; the file moves there.

        Of a training that can still go on it is a copy, and the training stays. Raises BadInput
        for a bad or a taken name, and if the file is no checkpoint or cannot be written.
        """
        name = self._new_name(name)
        read_checkpoint(checkpoint)  # what cannot be read is not kept
        entries = {"note": checked_note(note), "trained": _time_of(checkpoint)}
        data = with_metadata(checkpoint, entries)
        target = made(self.folder) / f"{name}{SUFFIX}"
        unnamed = self.folder / f".{os.getpid()}-keeping{PART}"
        write_atomically(unnamed, data)
        try:
            _move(unnamed, target)
        finally:
            unnamed.unlink(missing_ok=True)
        if not state_path(checkpoint).exists():
            with contextlib.suppress(OSError):  # kept all the same, if its first place cannot
                checkpoint.unlink()  # be cleared
        return read_entry(target)

    def rename(self, name: str, new: str) -> Entry:
        """Raises BadInput for a bad or a taken name, and if ``name`` is not there any more."""
        path = self.path(name)
        new = checked_name(new)
        if new == name:
            return read_entry(path)
        if new.casefold() != name.casefold():
            new = self._new_name(new)
        target = self.folder / f"{new}{SUFFIX}"
        if new.casefold() == name.casefold():  # only the case changes: it is its own neighbour
            try:
                os.rename(path, target)
            except OSError as error:
                raise _cannot(path, error) from None
        else:
            _move(path, target)
        return read_entry(target)

    def set_note(self, name: str, note: str) -> Entry:
        """Write a note into the checkpoint's metadata. Raises BadInput."""
        path = self.path(name)
        entries = {"note": checked_note(note)}
        if read_entry(path).trained is None:  # writing gives the file another time
            entries["trained"] = _time_of(path)
        write_atomically(path, with_metadata(path, entries))
        return read_entry(path)

    def delete(self, name: str) -> None:
        """For good. Raises BadInput if it is not there or cannot be removed."""
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
    """Copy a checkpoint to another file, which is read again. Raises BadInput."""
    write_atomically(target, read_limited(path, MAX_FILE))
    read_checkpoint(target)


def checked_note(note: str) -> str:
    """Raises BadChoice if it is too long."""
    note = note.strip()
    if len(note) > LONGEST_NOTE:
        raise BadChoice(
            "The note is too long: it can have {most} characters, not {count}.",
            most=LONGEST_NOTE,
            count=len(note),
        )
    return note.encode(errors="replace").decode()  # half a letter cannot be written


def _time_of(path: Path) -> str:
    """When a file was written, as it is put into metadata."""
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise cannot_read(path, error) from None
    return moment.isoformat(timespec="seconds")


def _is_kept(file: str) -> bool:
    """Hidden files are half written ones; names that cannot be are not made by this program."""
    return file.endswith(SUFFIX) and not file.startswith(".") and file.isprintable()


def _move(path: Path, target: Path) -> None:
    """Rename without ever replacing a file; BadInput if there is one, or ``path`` is gone."""
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
