"""Trainings that somebody must still decide on: stopped ones, which can go on, and finished ones
that were neither kept nor discarded. Found by the headers of their files, without torch."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.checkpoint import SUFFIX, header_metadata
from lenet_gui.engine.checkpoints.library_entries import LONGEST_TRAINING, Entry, read_entry
from lenet_gui.engine.storage.files import cannot_read

MAX_FILE = 200_000_000
MOST_STEPS = 10**12
_LAST, _STATE = f".last{SUFFIX}", f".resume{SUFFIX}"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Unfinished:
    """A training that can go on.

    output: path of the checkpoint that it is to become. seconds: trained so far; progress: 0..1;
    steps: in all, an estimate where time decides. best_error: lowest validation error, 0..1, None
    before the first. saved_at: seconds since 1970.
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
    """A training that came to its end, and whose network is neither in the library nor away.

    entry: what the checkpoint says of itself. saved_at: seconds since 1970.
    """

    entry: Entry
    saved_at: float

    @property
    def output(self) -> Path:
        return self.entry.path


def last_path(output: Path) -> Path:
    """Where the last checkpoint of a running training lies."""
    return output.with_name(f"{output.stem}{_LAST}")


def state_path(output: Path) -> Path:
    """Where the state lies that a training goes on from."""
    return output.with_name(f"{output.stem}{_STATE}")


def unfinished(folder: Path) -> list[Unfinished]:
    """Those of a folder, the newest first; what cannot be read is left out with a line in the
    log."""
    found = []
    for name in _names(folder):
        if name.endswith(_STATE):
            try:
                output = folder / f"{name.removesuffix(_STATE)}{SUFFIX}"
                found.append(_described(output, folder / name))
            except BadInput as error:
                log.warning("A stopped training is left out: %s", error)
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def undecided(folder: Path) -> list[Undecided]:
    """Those of a folder, the newest first; what cannot be read is left out."""
    found = []
    names = _names(folder)
    for name in names:
        stem = name.removesuffix(SUFFIX)
        if not name.endswith((_STATE, _LAST)) and not {stem + _STATE, stem + _LAST} & set(names):
            path = folder / name
            try:
                found.append(Undecided(read_entry(path), path.stat().st_mtime))
            except (BadInput, OSError) as error:
                log.warning("A finished training is left out: %s", error)
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def _names(folder: Path) -> list[str]:
    """Of the checkpoints and states in a folder."""
    try:
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
    except OSError as error:
        log.warning("%s", cannot_read(folder, error))
        return []
    return [name for name in names if name.endswith(SUFFIX) and not name.startswith(".")]


def discard(output: Path) -> None:
    """Remove all that a stopped training left. Raises BadInput if that is not possible."""
    for path in (state_path(output), last_path(output), output):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise BadInput(
                "{file} cannot be removed: {why}.", file=path.name, why=error.strerror or error
            ) from None


def _described(output: Path, state: Path) -> Unfinished:
    try:
        values = {name: json.loads(text) for name, text in header_metadata(state).items()}
        json.dumps(values, ensure_ascii=False, allow_nan=False).encode()  # numbers and letters
        best = values["best"]
        return Unfinished(
            output,
            TrainingConfig.from_json(values["config"]),
            _within(float(values["seconds"]), LONGEST_TRAINING),
            _within(float(values["progress"]), 1.0),
            int(_within(values["step"], MOST_STEPS)),
            int(_within(values["steps"], MOST_STEPS)),
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
    """Raises ValueError unless it is 0..most."""
    if not 0 <= value <= most:
        raise ValueError
    return value
