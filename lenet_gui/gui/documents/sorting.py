"""Sorts files by who opens them; their first bytes are read, so it runs in a thread."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.checkpoint import is_foreign
from lenet_gui.engine.importing.npz_weights import is_npz_of_weights
from lenet_gui.engine.storage.file_kinds import (
    CHECKPOINT,
    STROKE_SET,
    Opener,
    kind_by_name,
    kind_of,
)
from lenet_gui.engine.storage.files import cannot_read

if TYPE_CHECKING:
    from lenet_gui.common.values import Drawing
    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.photos.photo_files import Photograph

MOST_LOOKED_AT = 5000  # entries of a folder; a class folder shows at once that it is one
MOST_NAMED = 4  # files that a sentence names


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files and folders by who opens them, and why the others cannot be opened."""

    pages: list[Path] = field(default_factory=list)
    networks: list[Path] = field(default_factory=list)
    imports: list[Path] = field(default_factory=list)
    videos: list[Path] = field(default_factory=list)
    data: list[Path] = field(default_factory=list)
    refused: list[tuple[Path, BadInput]] = field(default_factory=list)

    def refuse(self, path: Path, error: BadInput) -> None:
        self.refused.append((path, error))

    def put(self, path: Path, opener: Opener) -> None:
        """Add a file for its opener."""
        lists = {
            "page": self.pages, "network": self.networks, "foreign network": self.imports,
            "video": self.videos, "data": self.data,
        }  # fmt: skip
        lists[opener].append(path)

    @property
    def error(self) -> BadInput | None:
        """Return one sentence about all that cannot be opened; None if there is nothing."""
        if not self.refused:
            return None
        _, why = self.refused[0]
        if len(self.refused) == 1:
            return why
        return BadInput(
            "{count} of these files cannot be opened: {files}. {why}",
            count=len(self.refused),
            files=_names(path for path, _ in self.refused),
            why=why,
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """The contents of files that were opened together.

    page: the drawing or the image, if it is one alone; others, and whole folders, are read by who
    shows them.
    """

    files: Sorted
    networks: list[tuple[Path, Recognizer]] = field(default_factory=list)
    page: Drawing | Photograph | None = None


def sort_out(paths: Sequence[Path]) -> Sorted:
    """Find out who opens each of the files and folders, or why none can."""
    found = Sorted()
    for path in paths:
        try:
            if path.is_dir():
                _sort_folder(path, found)
            else:
                found.put(path, _opener(path))
        except BadInput as error:
            found.refuse(path, error)
        except OSError as error:
            found.refuse(path, cannot_read(path, error))
    return _one_at_a_time(found)


def _opener(path: Path) -> Opener:
    """Return who opens a file; weights that do not say of which network are imported."""
    kind = kind_of(path)
    if kind is CHECKPOINT and is_foreign(path):
        return "foreign network"
    if kind is STROKE_SET and is_npz_of_weights(path):
        return "foreign network"
    return kind.opens


def _sort_folder(folder: Path, found: Sorted) -> None:
    """Take a folder as labelled data, or else the pictures in it."""
    inside = sorted(islice(folder.iterdir(), MOST_LOOKED_AT))
    visible = [path for path in inside if not path.name.startswith((".", "__"))]
    kinds = [(path, kind_by_name(path)) for path in visible if path.is_file()]
    data = any(kind is not None and kind.opens == "data" for _, kind in kinds)
    pictures = [path for path, kind in kinds if kind is not None and kind.opens == "page"]
    if data or any(path.is_dir() for path in visible):
        found.put(folder, "data")
    elif pictures:
        found.pages.extend(pictures)
    else:
        raise BadInput(
            "{folder} contains nothing that this program can open.", folder=folder.name or folder
        )


def are_pages(paths: Sequence[Path]) -> bool:
    """Return whether all paths are of drawings and images, by their names."""
    return all((kind := kind_by_name(path)) is not None and kind.opens == "page" for path in paths)


def _one_at_a_time(found: Sorted) -> Sorted:
    """Leave one video, one network to import and one set of data; labels come with their images,
    and pages go first."""
    images = [path for path in found.data if "label" not in path.name.lower()]
    data = images or found.data
    spare = [*data[1:], *found.imports[1:], *(found.videos if found.pages else found.videos[1:])]
    for path in spare:
        found.refuse(
            path,
            BadInput("{file} was not opened, since others were opened with it.", file=path.name),
        )
    videos = [] if found.pages else found.videos[:1]
    return Sorted(found.pages, found.networks, found.imports[:1], videos, data[:1], found.refused)


def _names(paths: Iterable[Path]) -> str:
    names = [path.name or str(path) for path in paths]
    return ", ".join((*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else [])))
