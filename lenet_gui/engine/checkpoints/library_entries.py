"""Entries of the library: a checkpoint's description, read from its header alone; allowed names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.printable import is_printable
from lenet_gui.engine.checkpoints.checkpoint import architecture_in, read_metadata
from lenet_gui.engine.checkpoints.checkpoint_metadata import (
    class_names_in,
    evaluation_in,
    json_entry,
)
from lenet_gui.engine.networks.architecture import Architecture

# 50 letters of 4 bytes, the suffix, and what temporary files add stay below the 255 bytes that
# file systems allow.
MAX_NAME_LENGTH = 50
MAX_NOTE_LENGTH = 2000  # letters
MAX_TRAINING_SECONDS = 1e9  # seconds: 30 years
_FORBIDDEN = '/\\:*?"<>|'  # in file names, by one operating system or another
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10)}
)


@dataclass(frozen=True, slots=True, eq=False)
class NetworkEntry:
    """A network as a list shows it: from the library, or shipped with the program.

    errors, error_rate 0..1, interval (95 %), data, part, loss: of its evaluation; None or empty
    if unknown.
    trained: the time. seconds: duration of the training. training: as in ``Checkpoint``. note:
    the user's. shipped: it came with the program and cannot be changed.
    """

    name: str
    path: Path
    architecture: Architecture
    class_names: tuple[str, ...]
    note: str = ""
    errors: int | None = None
    error_rate: float | None = None
    interval: tuple[float, float] | None = None
    data: str = ""
    part: str = ""
    loss: float | None = None
    trained: datetime | None = None
    seconds: float | None = None
    training: Mapping[str, Any] = field(default_factory=dict)
    shipped: bool = False


def read_entry(path: Path, shipped: bool = False) -> NetworkEntry:
    """Read the entry of a checkpoint. Raises BadInput if the file is no checkpoint."""
    metadata = read_metadata(path)
    training = json_entry(metadata, "training", dict)
    evaluation = evaluation_in(metadata)
    interval = evaluation.get("interval")
    return NetworkEntry(
        name=path.stem,
        path=path,
        architecture=architecture_in(metadata),
        class_names=class_names_in(metadata),
        note=metadata.get("note", "")[:MAX_NOTE_LENGTH],
        errors=evaluation.get("errors"),
        error_rate=evaluation.get("error_rate"),
        interval=None if interval is None else (interval[0], interval[1]),
        data=evaluation.get("data", ""),
        part=evaluation.get("part", ""),
        loss=evaluation.get("loss"),
        trained=_moment(metadata.get("trained", "")),
        seconds=_duration(training.get("seconds")),
        training=training,
        shipped=shipped,
    )


def checked_name(name: str) -> str:
    """Return a name as it is kept: without spaces around it, in Unicode's composed form (NFC).

    Raises BadChoice if it cannot be a file name on every operating system.
    """
    name = unicodedata.normalize("NFC", name).strip()
    if not name:
        raise BadChoice("Enter a name for the network.")
    if len(name) > MAX_NAME_LENGTH:
        raise BadChoice(
            "The name is too long: it can have {most} characters, not {count}.",
            most=MAX_NAME_LENGTH,
            count=len(name),
        )
    wrong = next((c for c in name if c in _FORBIDDEN or not _is_seen(c)), "")
    if wrong:
        shown = wrong if wrong in _FORBIDDEN else f"U+{ord(wrong):04X}"
        raise BadChoice("A name cannot contain {wrong}.", wrong=shown)
    if not is_printable(name):  # marks are piled up on a letter
        raise BadChoice("A name cannot contain {wrong}.", wrong=name)
    if name[0] in ".-" or name[-1] == ".":
        raise BadChoice("A name cannot begin with a dot or a hyphen, or end with a dot.")
    if name.casefold().partition(".")[0] in _DEVICES:
        raise BadChoice("{name} is a reserved name on Windows. Choose another name.", name=name)
    return name


def file_stem(architecture: str) -> str:
    """Return an architecture's name, which a file may bring, as the beginning of a file's name."""
    try:
        return checked_name(architecture)
    except BadChoice:
        return "network"


def _is_seen(character: str) -> bool:
    return character.isprintable() and is_printable(character)


def _duration(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if 0 <= value < MAX_TRAINING_SECONDS else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
