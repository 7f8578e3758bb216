"""What a kept checkpoint says of itself, read from its header alone; and what it may be called."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.engine.checkpoints.checkpoint import (
    described,
    described_classes,
    described_evaluation,
    read_metadata,
)
from lenet_gui.engine.networks.architectures import ARCHITECTURES

LONGEST_NAME = 50  # letters; 4 bytes each, a suffix and what a temporary file adds are below 255
LONGEST_NOTE = 2000
LONGEST_TRAINING = 1e9  # seconds: 30 years
_FORBIDDEN = '/\\:*?"<>|'  # some system or other does not want them in a file's name
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{i}" for port in ("com", "lpt") for i in range(1, 10)}
)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A reader as it stands in a list: one of the library, or one of the program.

    errors, error_rate 0..1, interval (95 %), data: of its evaluation; None and empty if unknown.
    trained: when. seconds: of training. training: as in ``Checkpoint``. note: of its owner.
    shipped: it came with the program and cannot be changed.
    """

    name: str
    path: Path
    architecture: str
    class_names: tuple[str, ...]
    note: str = ""
    errors: int | None = None
    error_rate: float | None = None
    interval: tuple[float, float] | None = None
    data: str = ""
    trained: datetime | None = None
    seconds: float | None = None
    training: Mapping[str, Any] = field(default_factory=dict)
    shipped: bool = False


def read_entry(path: Path, shipped: bool = False) -> Entry:
    """Raises BadInput if the file is no checkpoint of this program."""
    metadata = read_metadata(path)
    architecture = metadata["architecture"]
    if architecture not in ARCHITECTURES:
        raise BadChoice("There is no architecture named {name}.", name=architecture[:100])
    training = described(metadata, "training", dict)
    evaluation = described_evaluation(metadata)
    interval = evaluation.get("interval")
    return Entry(
        name=path.stem,
        path=path,
        architecture=architecture,
        class_names=described_classes(metadata),
        note=metadata.get("note", "")[:LONGEST_NOTE],
        errors=evaluation.get("errors"),
        error_rate=evaluation.get("error_rate"),
        interval=None if interval is None else (interval[0], interval[1]),
        data=evaluation.get("data", ""),
        trained=_moment(metadata.get("trained", "")),
        seconds=_duration(training.get("seconds")),
        training=training,
        shipped=shipped,
    )


def checked_name(name: str) -> str:
    """The name as it is kept: without spaces around it, composed. Raises BadChoice if it cannot
    be the name of a file on every system."""
    name = unicodedata.normalize("NFC", name).strip()
    if not name:
        raise BadChoice("Enter a name for the network.")
    if len(name) > LONGEST_NAME:
        raise BadChoice(
            "The name is too long: it can have {most} characters, not {count}.",
            most=LONGEST_NAME,
            count=len(name),
        )
    wrong = next((c for c in name if c in _FORBIDDEN or not c.isprintable()), "")
    if wrong:
        shown = wrong if wrong.isprintable() else f"U+{ord(wrong):04X}"
        raise BadChoice("A name cannot contain {wrong}.", wrong=shown)
    if name[0] in ".-" or name[-1] == ".":
        raise BadChoice("A name cannot begin with a dot or a hyphen, or end with a dot.")
    if name.casefold().partition(".")[0] in _DEVICES:
        raise BadChoice("{name} is a reserved name on Windows. Choose another name.", name=name)
    return name


def _duration(value: object) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if 0 <= value < LONGEST_TRAINING else None


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
