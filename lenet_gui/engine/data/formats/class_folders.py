"""Finds the labelled pictures in a folder: a folder for each class, with pictures in it.

What lies there besides is counted and told, not read: files of other kinds, pictures whose class
is unknown, broken links, what operating systems leave behind. A folder that holds only another one
(archives are often unpacked so) stands for that one; one with a training part ("mnist_png") for
that part, and its test part is found beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.formats.idx_sets import training_sets_in
from lenet_gui.engine.storage.file_kinds import DRAWING, IMAGE

TRAINING_PARTS, TEST_PARTS = ("training", "train"), ("testing", "test")  # names of folders
DEEPEST = 4  # folders within each other on the way to the class folders
# What Windows, macOS and network drives put into folders.
_SYSTEM_NAMES = frozenset({"@eadir", "thumbs.db", "ehthumbs.db", "desktop.ini", "$recycle.bin",
                           "#recycle", "system volume information", "lost+found"})  # fmt: skip
_HIDDEN = (".", "__", "~$")  # beginnings of names; "__MACOSX" comes with archives


@dataclass(slots=True)
class LeftOut:
    """How much is not read, and the first of it, by the reason."""

    found: dict[str, tuple[int, str]] = field(default_factory=dict)

    def note(self, why: str, name: str) -> None:
        count, first = self.found.get(why, (0, name))
        self.found[why] = count + 1, first

    def remarks(self) -> tuple[BadInput, ...]:
        """Return a sentence for each reason."""
        return tuple(_remark(why, *seen) for why, seen in self.found.items())


@dataclass(frozen=True, slots=True)
class ClassFolders:
    """The pictures and drawings in class folders.

    files: the class and path of each, sorted. remarks: what else is there.
    """

    files: tuple[tuple[str, Path], ...]
    remarks: tuple[BadInput, ...]


def data_in(folder: Path, depth: int = 0) -> Path | None:
    """Return what a folder stands for: a folder of class folders, or a file; None if nothing.

    Raises BadInput if several files could be meant, OSError if the folder cannot be read.
    """
    inner = [Path(entry) for entry in _entries(folder) if _kind(entry) == "folder"]
    classes = sum(map(_has_pictures, inner))
    if classes and len(inner) > 1:
        return folder
    sets = training_sets_in(folder)
    if len(sets) > 1:
        raise BadInput(
            "{folder} has several data sets; choose one of them: {files}.",
            folder=folder.name or folder,
            files=", ".join(entry.name for entry in sets[:6]),
        )
    if sets:
        return sets[0]
    parts = [entry for entry in inner if entry.name.casefold() in TRAINING_PARTS]
    ways = parts if len(parts) == 1 else inner
    found = data_in(ways[0], depth + 1) if len(ways) == 1 and depth < DEEPEST else None
    if classes and (found is None or _count_classes(found) < 2):
        return folder  # a single class, perhaps with folders in it
    return found


def matching_test_folder(folder: Path) -> Path | None:
    """Return the folder of the test part beside that of a training part, or None."""
    if folder.name.casefold() not in TRAINING_PARTS:
        return None
    for entry in _entries(folder.parent):
        if entry.name.casefold() in TEST_PARTS and _count_classes(Path(entry)):
            return Path(entry)
    return None


def class_folders(asked: Path, folder: Path, most: int) -> ClassFolders:
    """List the pictures in the class folders of ``folder``.

    asked: the folder that stands for it (``data_in``); what lies on the way is told, too. Stops
    after more than ``most``. Raises OSError if a folder on the way or ``folder`` cannot be read.
    """
    files: list[tuple[str, Path]] = []
    left = LeftOut()
    _pass_by(asked, folder, left)
    for entry in _entries(folder):
        kind = _kind(entry)
        if kind == "folder":
            found = list(_pictures_in(Path(entry), left))
            files += ((entry.name, file) for file in found)
            if not found:
                left.note("folder", entry.name)
        else:
            left.note("above" if kind == "picture" else kind, entry.name)
        if len(files) > most:
            break
    return ClassFolders(tuple(files), left.remarks())


def _pass_by(asked: Path, folder: Path, left: LeftOut) -> None:
    """Note what lies beside the way from ``asked`` to ``folder``, but for the test part."""
    while folder != asked:
        passed = {folder, matching_test_folder(folder)}
        folder = folder.parent
        for entry in _entries(folder):
            kind = _kind(entry)
            if Path(entry) not in passed:
                left.note("above" if kind == "picture" else kind, entry.name)


def _pictures_in(folder: Path, left: LeftOut) -> Iterator[Path]:
    """Yield the pictures of a class, and note what else its folder has."""
    shown = folder.name
    folder = _undoubled(folder)
    for entry in _entries_or_none(folder):
        kind = _kind(entry)
        if kind == "picture":
            yield Path(entry)
        else:
            left.note(kind, f"{shown}/{entry.name}")


def _undoubled(folder: Path) -> Path:
    """Return the folder of the same name within a folder, if there is one and no picture."""
    inner = folder / folder.name
    doubled = inner.is_dir() and not _holds_picture(folder)
    return inner if doubled else folder


def _has_pictures(folder: Path) -> bool:
    return _holds_picture(_undoubled(folder))


def _count_classes(folder: Path) -> int:
    """Return how many folders with pictures a folder has; 0 for a file."""
    entries = _entries_or_none(folder)
    return sum(_has_pictures(Path(entry)) for entry in entries if _kind(entry) == "folder")


def _holds_picture(folder: Path) -> bool:
    return any(_kind(entry) == "picture" for entry in _entries_or_none(folder))


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder, sorted by name. Raises OSError if it cannot be read."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _entries_or_none(folder: Path) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing if it cannot be read, as it then has no pictures."""
    try:
        return _entries(folder)
    except OSError:
        return []


def _kind(entry: os.DirEntry[str]) -> str:
    """Return "picture", "folder", or why something is not read."""
    if entry.name.startswith(_HIDDEN) or entry.name.casefold() in _SYSTEM_NAMES:
        return "system"
    try:
        if entry.is_dir():
            return "folder"
        if not entry.is_file():
            return "link" if entry.is_symlink() else "other"
    except OSError:  # a link to itself, say
        return "link"
    path = Path(entry.name)
    return "picture" if IMAGE.has_name(path) or DRAWING.has_name(path) else "other"


def _remark(why: str, count: int, name: str) -> BadInput:
    if why == "other":
        return BadInput("Files of other kinds, not read: {count}, such as {file}.",
                        count=count, file=name)  # fmt: skip
    if why == "above":
        return BadInput("Pictures outside of the class folders, not read: {count}, such as {file}.",
                        count=count, file=name)  # fmt: skip
    if why == "link":
        return BadInput("Broken links: {count}, such as {file}.", count=count, file=name)
    if why == "system":
        return BadInput("Files of the operating system, not read: {count}, such as {file}.",
                        count=count, file=name)  # fmt: skip
    return BadInput("Folders that are no classes, not read: {count}, such as {file}.",
                    count=count, file=name)  # fmt: skip
