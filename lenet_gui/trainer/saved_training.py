"""The files of a training: the best and the last checkpoint, and the state to resume exactly."""

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
from lenet_gui.engine.checkpoints.checkpoint import write_checkpoint
from lenet_gui.engine.checkpoints.checkpoint_metadata import class_names_in
from lenet_gui.engine.checkpoints.unfinished_trainings import MAX_STATE_FILE, last_path, state_path
from lenet_gui.engine.storage.files import read_limited, write_atomically

SAVING_INTERVAL = 8.0  # seconds; with a step and the writing, a crash loses at most 10
_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@dataclass(frozen=True)
class SavedProgress:
    """How far a training was when it was saved.

    seconds: of training; cpu_seconds: of the processor; progress: 0..1; step, steps: done, in all.
    """

    seconds: float
    cpu_seconds: float
    progress: float
    step: int
    steps: int


@dataclass(frozen=True, eq=False)
class SavedState:
    """A saved state.

    changes: all, as in the checkpoint; now: the newest, None without any. specification: as in
    ``Checkpoint``.
    """

    name: str
    tensors: dict[str, Tensor]
    seconds: float
    cpu_seconds: float
    class_names: tuple[str, ...]
    changes: list[dict[str, Any]]
    now: TrainingChanges | None
    specification: Mapping[str, Any]


class SavedTraining:
    """The files of the training whose result will be ``output``.

    ``output`` itself is the best checkpoint so far, by validation error, and in the end the result.
    The last checkpoint and the state lie beside it until ``finish``.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.last, self.state = last_path(output), state_path(output)
        self._best: float | None = None
        self._saved_at = 0.0

    def due(self, seconds: float) -> bool:
        """Return whether it is time to save after that many seconds of training."""
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
        """Write the checkpoint as the last one, as the best one if it is, and the state.

        validation_error: 0..1, or None if it was not measured. Raises BadInput if a file cannot be
        written; its former version stays whole.
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
        if checkpoint.specification:
            metadata["specification"] = json.dumps(dict(checkpoint.specification))
        tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
        data = safetensors.torch.save(tensors, metadata)
        _written(lambda: write_atomically(self.state, data))
        self._saved_at = progress.seconds

    def load(self, config: TrainingConfig) -> SavedState:
        """Return the saved state.

        Raises BadInput if there is none, if it is damaged, or if the choices of its training are
        not those of ``config``.
        """
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
                dict(values.get("specification", {})),
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
        """Write the result, and remove the last checkpoint and the state."""
        _written(lambda: write_checkpoint(self.output, checkpoint))
        for path in (self.last, self.state):
            path.unlink(missing_ok=True)


def _newest(changes: list[dict[str, Any]]) -> TrainingChanges | None:
    return TrainingChanges.from_json(changes[-1]) if changes else None


def _written(write: Callable[[], None]) -> None:
    """Call ``write``; raise an error of its own for a full disk, which says what is kept."""
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
    """Return the entries whose names begin with ``prefix``, without it."""
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in state.items()
        if name.startswith(prefix)
    }
