"""A training on disk: the best and the last checkpoint, and what is needed to go on exactly."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import safetensors.torch
from torch import Tensor

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import class_names_in, write_checkpoint
from lenet_gui.engine.checkpoints.unfinished_trainings import MAX_STATE_FILE, last_path, state_path
from lenet_gui.engine.storage.files import read_limited, write_atomically

SAVING_INTERVAL = 8.0  # seconds; with the step and the writing, a sudden end costs 10 at most
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@dataclass(frozen=True)
class SavedProgress:
    """How far a training was: seconds of training and of the processor; progress 0..1."""

    seconds: float
    cpu_seconds: float
    progress: float
    step: int
    steps: int


@dataclass(frozen=True, eq=False)
class SavedState:
    """What lay on disk. now: the newest changes, None if there were none."""

    name: str
    tensors: dict[str, Tensor]
    seconds: float
    cpu_seconds: float
    class_names: tuple[str, ...]
    changes: list[dict[str, Any]]
    now: TrainingChanges | None


class SavedTraining:
    """The files of the training whose result will be ``output``.

    ``output`` itself holds the best checkpoint so far, by validation error, and in the end the
    result; beside it lie the last one and the state, until ``finish``.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.last, self.state = last_path(output), state_path(output)
        self._best: float | None = None
        self._saved_at = 0.0

    def due(self, seconds: float) -> bool:
        """Whether ``save`` must be called after that many seconds of training."""
        return seconds - self._saved_at >= SAVING_INTERVAL

    def save(
        self,
        config: TrainingConfig,
        checkpoint: Checkpoint,
        state: Mapping[str, Tensor],
        progress: SavedProgress,
        changes: list[dict[str, Any]],
        validation_error: float | None,
    ) -> None:
        """Write the last checkpoint and the state, and the best one if this is it.

        Raises BadInput if that is not possible; the files from before stay whole.
        """
        if validation_error is not None and (self._best is None or validation_error <= self._best):
            _written(lambda: write_checkpoint(self.output, checkpoint))
            self._best = validation_error
        _written(lambda: write_checkpoint(self.last, checkpoint))
        metadata = {
            "config": json.dumps(config.as_json()),
            "class_names": json.dumps(checkpoint.class_names),
            "best": json.dumps(self._best),
            "changes": json.dumps(changes),
            **{name: json.dumps(value) for name, value in asdict(progress).items()},
        }
        tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
        data = safetensors.torch.save(tensors, metadata)
        _written(lambda: write_atomically(self.state, data))
        self._saved_at = progress.seconds

    def load(self, config: TrainingConfig) -> SavedState:
        """Raises BadInput if there is none to go on with, or if it is of a training with other
        choices."""
        if not self.state.exists():
            raise BadInput(
                "There is no stopped training to resume: {file} does not exist.",
                file=self.state.name,
            )
        data = read_limited(self.state, MAX_STATE_FILE)
        try:
            length = int.from_bytes(data[:8], "little")
            texts = json.loads(data[8 : 8 + length])["__metadata__"]
            values = {name: json.loads(text) for name, text in texts.items()}
            before = TrainingConfig.from_json(values["config"])
            best, self._best = values["best"], None
            self._best = None if best is None else float(best)
            state = SavedState(
                self.state.name,
                safetensors.torch.load(data),
                float(values["seconds"]),
                float(values["cpu_seconds"]),
                class_names_in({"class_names": texts["class_names"]}),
                list(values["changes"]),
                _newest(values["changes"]),
            )
        except Exception:
            raise BadInput(
                "{file} is damaged, so this training cannot be resumed.", file=self.state.name
            ) from None
        now = config.as_json()
        other = [name for name, value in before.as_json().items() if value != now[name]]
        if other:
            raise BadInput(
                "{file} belongs to a training with another {what}. Resume with the same settings.",
                file=self.state.name,
                what=", ".join(sorted(other)),
            )
        self._saved_at = state.seconds
        return state

    def finish(self, checkpoint: Checkpoint) -> None:
        """Write the result and take away what was needed on the way."""
        _written(lambda: write_checkpoint(self.output, checkpoint))
        for path in (self.last, self.state):
            path.unlink(missing_ok=True)


def _newest(changes: list[dict[str, Any]]) -> TrainingChanges | None:
    return TrainingChanges.from_json(changes[-1]) if changes else None


def _written(write: Callable[[], None]) -> None:
    """Write; a full disk is said so that it is clear what is lost and what is not."""
    try:
        write()
    except BadInput as error:
        cause = error.__context__
        if isinstance(cause, OSError) and cause.errno in _FULL:
            raise BadInput(
                "The disk is full, so the training stopped. What was saved before is kept. Free "
                "some space, then resume the training."
            ) from None
        raise


def parts(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """The entries under a prefix, without it."""
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in state.items()
        if name.startswith(prefix)
    }
