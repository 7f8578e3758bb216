"""Reads input files; "-" stands for the standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.cli.output import warn
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.ink import drawing_files, image_files
from lenet_gui.engine.storage.file_kinds import DRAWING, kind_of
from lenet_gui.engine.storage.files import read_limited

STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "The standard input"  # of BadInput: it begins a sentence


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a file. name: for errors; drawing: whether it is a drawing, not an image."""

    data: bytes
    name: str
    drawing: bool


def content_of(file: str) -> Content:
    """Read a file. Raises BadInput if that is not possible, or it is too large."""
    if file == STANDARD_INPUT:
        data = _standard_input(image_files.MAX_IMAGE_FILE)
        return Content(data, _STANDARD_INPUT_NAME, data.lstrip()[:1] == b"{")
    path = Path(file)
    drawing = kind_of(path) is DRAWING
    limit = drawing_files.MAX_DRAWING_FILE if drawing else image_files.MAX_IMAGE_FILE
    return Content(read_limited(path, limit), path.name, drawing)


def tell_notes(file: str, notes: Iterable[BadInput]) -> None:
    """Say on the standard error what of a file could not be used."""
    for note in notes:
        warn(f"{file}: {note}")


def _standard_input(limit: int) -> bytes:
    """Read the standard input. Raises BadInput if it has more than ``limit`` bytes."""
    if sys.stdin is None:  # it was closed
        raise BadInput("{file} is closed.", file=_STANDARD_INPUT_NAME)
    try:
        data = sys.stdin.buffer.read(limit + 1)
    except OSError as error:
        raise BadInput(
            "{file} cannot be read: {why}.", file=_STANDARD_INPUT_NAME, why=error.strerror or error
        ) from None
    if len(data) > limit:
        raise BadInput(
            "{file} is larger than {limit} MB, the limit for this kind of file.",
            file=_STANDARD_INPUT_NAME,
            limit=limit // 1_000_000,
        )
    return data
