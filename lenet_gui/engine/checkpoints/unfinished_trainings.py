"""Trainings on disk that await a decision, found by the headers of their files, without torch.

They are stopped trainings, which can be resumed, and finished ones, whose network has neither been
kept nor discarded.
"""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.checkpoint import CHECKPOINT_SUFFIX, header_metadata
from lenet_gui.engine.checkpoints.library_entries import (
    MAX_TRAINING_SECONDS,
    NetworkEntry,
    read_entry,
)
from lenet_gui.engine.storage.files import cannot_read

MAX_STATE_FILE = 200_000_000  # bytes
MAX_STEPS = 10**12  # more than any training takes
_LAST, _STATE = f".last{CHECKPOINT_SUFFIX}", f".resume{CHECKPOINT_SUFFIX}"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Unfinished:
    """A stopped training that can be resumed.

    output: path of its checkpoint. seconds: trained so far. progress: 0..1. steps: in all, an
    estimate if a time limit decides. best_error: lowest validation error, 0..1, None before the
    first. saved_at: seconds since 1970.
    """

    output: Path
    config: TrainingConfig
    seconds: float
    progress: float
    step: int
    steps: int
    best_error: float | None
    saved_at: float


@dataclass(frozen=True)
class Undecided:
    """A finished training whose network has been neither kept nor discarded.

    saved_at: seconds since 1970.
    """

    entry: NetworkEntry
    saved_at: float

    @property
    def output(self) -> Path:
        return self.entry.path


def last_path(output: Path) -> Path:
    """Return the file of the newest checkpoint of a training whose checkpoint is ``output``."""
    return output.with_name(f"{output.stem}{_LAST}")


def state_path(output: Path) -> Path:
    """Return the file of the state from which a training is resumed."""
    return output.with_name(f"{output.stem}{_STATE}")


def unfinished(folder: Path) -> list[Unfinished]:
    """Return the stopped trainings in a folder, the newest first; log and skip unreadable ones."""
    found = []
    for name in _names(folder):
        if name.endswith(_STATE):
            try:
                output = folder / f"{name.removesuffix(_STATE)}{CHECKPOINT_SUFFIX}"
                found.append(_read_unfinished(output, folder / name))
            except BadInput as error:
                log.warning("A stopped training is left out: %s", error)
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def undecided(folder: Path) -> list[Undecided]:
    """Return the finished trainings in a folder, the newest first; log and skip unreadable ones."""
    found = []
    names = _names(folder)
    for name in names:
        stem = name.removesuffix(CHECKPOINT_SUFFIX)
        if not name.endswith((_STATE, _LAST)) and not {stem + _STATE, stem + _LAST} & set(names):
            path = folder / name
            try:
                found.append(Undecided(read_entry(path), path.stat().st_mtime))
            except (BadInput, OSError) as error:
                log.warning("A finished training is left out: %s", error)
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def _names(folder: Path) -> list[str]:
    """Return the file names of the checkpoints and states in a folder."""
    try:
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
    except OSError as error:
        log.warning("%s", cannot_read(folder, error))
        return []
    return [name for name in names if name.endswith(CHECKPOINT_SUFFIX) and not name.startswith(".")]


def discard(output: Path) -> None:
    """Remove all files of a stopped training. Raises BadInput if that fails."""
    for path in (state_path(output), last_path(output), output):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise BadInput(
                "{file} cannot be removed: {why}.", file=path.name, why=error.strerror or error
            ) from None


def _read_unfinished(output: Path, state: Path) -> Unfinished:
    try:
        values = {name: json.loads(text) for name, text in header_metadata(state).items()}
        json.dumps(
            values, ensure_ascii=False, allow_nan=False
        ).encode()  # raises for NaN and lone surrogates
        best = values["best"]
        return Unfinished(
            output,
            TrainingConfig.from_json(values["config"]),
            _within(float(values["seconds"]), MAX_TRAINING_SECONDS),
            _within(float(values["progress"]), 1.0),
            int(_within(values["step"], MAX_STEPS)),
            int(_within(values["steps"], MAX_STEPS)),
            None if best is None else _within(float(best), 1.0),
            state.stat().st_mtime,
        )
    except OSError as error:
        raise cannot_read(state, error) from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise BadInput(
            "{file} is damaged, so this training cannot be resumed.", file=state.name
        ) from None


def _within(value: float, most: float) -> float:
    """Return the value. Raises ValueError unless it is 0..most."""
    if not 0 <= value <= most:
        raise ValueError
    return value
