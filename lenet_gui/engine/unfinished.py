"""Trainings that were stopped and can go on: found by the headers of their files, without torch."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.engine.checkpoint import SUFFIX
from lenet_gui.engine.files import cannot_read
from lenet_gui.training_values import TrainingConfig
from lenet_gui.values import BadInput

MAX_FILE = 200_000_000
MAX_HEADER = 1_000_000

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


def last_path(output: Path) -> Path:
    """Where the last checkpoint of a running training lies."""
    return output.with_name(f"{output.stem}.last{SUFFIX}")


def state_path(output: Path) -> Path:
    """Where the state lies that a training goes on from."""
    return output.with_name(f"{output.stem}.resume{SUFFIX}")


def unfinished(folder: Path) -> list[Unfinished]:
    """Those of a folder, the newest first; what cannot be read is left out with a line in the
    log."""
    end = f".resume{SUFFIX}"
    found = []
    try:
        names = sorted(os.listdir(folder)) if folder.is_dir() else []
    except OSError as error:
        log.warning("%s", cannot_read(folder, error))
        names = []
    for name in names:
        if name.endswith(end) and not name.startswith("."):
            try:
                output = folder / f"{name.removesuffix(end)}{SUFFIX}"
                found.append(_described(output, folder / name))
            except BadInput as error:
                log.warning("A stopped training is left out: %s", error)
    return sorted(found, key=lambda one: one.saved_at, reverse=True)


def discard(output: Path) -> None:
    """Remove all that a stopped training left. Raises BadInput if that is not possible."""
    for path in (state_path(output), last_path(output), output):
        _removed(path)


def keep_last(output: Path) -> Path:
    """End a stopped training with what it learned: the best checkpoint, or the last one if none
    was judged, stays as ``output``. Raises BadInput if there is neither."""
    if not output.is_file():
        try:
            os.replace(last_path(output), output)
        except FileNotFoundError:
            raise BadInput("{file}: nothing was learned yet.", file=output.name) from None
        except OSError as error:
            raise _not_removed(last_path(output), error) from None
    for path in (state_path(output), last_path(output)):
        _removed(path)
    return output


def _described(output: Path, state: Path) -> Unfinished:
    try:
        with state.open("rb") as file:
            length = int.from_bytes(file.read(8), "little")
            if length > MAX_HEADER:
                raise ValueError
            texts = json.loads(file.read(length))["__metadata__"]
        values = {name: json.loads(text) for name, text in texts.items()}
        best = values["best"]
        return Unfinished(
            output,
            TrainingConfig.from_json(values["config"]),
            float(values["seconds"]),
            float(values["progress"]),
            int(values["step"]),
            int(values["steps"]),
            None if best is None else float(best),
            state.stat().st_mtime,
        )
    except OSError as error:
        raise cannot_read(state, error) from None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        raise BadInput("{file} is damaged: this training cannot go on.", file=state.name) from None


def _removed(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _not_removed(path, error) from None


def _not_removed(path: Path, error: OSError) -> BadInput:
    return BadInput("{file} cannot be removed: {why}.", file=path.name, why=error.strerror or error)
