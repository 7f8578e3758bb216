"""A training on disk: the best and the last checkpoint, and what is needed to go on exactly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import safetensors.torch
from torch import Tensor

from lenet_gui.engine.checkpoint import SUFFIX, write_checkpoint
from lenet_gui.engine.files import read_limited, write_atomically
from lenet_gui.training_values import TrainingConfig
from lenet_gui.values import BadInput, Checkpoint

INTERVAL = 10.0  # the most seconds of training that a sudden end may cost
MAX_FILE = 200_000_000


class SavedTraining:
    """The files of the training whose result will be ``output``.

    ``output`` itself holds the best checkpoint so far, by validation error, and in the end the
    result; beside it lie the last one and the state, until ``finish``.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.last = output.with_name(f"{output.stem}.last{SUFFIX}")
        self.state = output.with_name(f"{output.stem}.resume{SUFFIX}")
        self._best = 1.0
        self._saved_at = 0.0

    def due(self, seconds: float) -> bool:
        """Whether ``save`` must be called after that many seconds of training."""
        return seconds - self._saved_at >= INTERVAL

    def save(
        self,
        config: TrainingConfig,
        checkpoint: Checkpoint,
        state: Mapping[str, Tensor],
        seconds: float,
        validation_error: float | None,
    ) -> None:
        """Write the last checkpoint and the state, and the best one if this is it."""
        if validation_error is not None and validation_error <= self._best:
            self._best = validation_error
            write_checkpoint(self.output, checkpoint)
        write_checkpoint(self.last, checkpoint)
        metadata = {
            "config": json.dumps(asdict(config)),
            "seconds": str(seconds),
            "best": str(self._best),
        }
        tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in state.items()}
        write_atomically(self.state, safetensors.torch.save(tensors, metadata))
        self._saved_at = seconds

    def load(self, config: TrainingConfig) -> tuple[dict[str, Tensor], float]:
        """(state, seconds of training so far). Raises BadInput if there is none to go on with,
        or if it is of a training with other choices."""
        data = read_limited(self.state, MAX_FILE)
        try:
            length = int.from_bytes(data[:8], "little")
            metadata = json.loads(data[8 : 8 + length])["__metadata__"]
            before = json.loads(metadata["config"])
            seconds, self._best = float(metadata["seconds"]), float(metadata["best"])
            state = safetensors.torch.load(data)
        except Exception:
            raise BadInput(
                "{file} is damaged: this training cannot go on.", file=self.state.name
            ) from None
        now = json.loads(json.dumps(asdict(config)))
        other = sorted(key for key, value in now.items() if before.get(key) != value)
        if other:
            raise BadInput(
                "{file} is of a training with another {what}; go on with the same choices.",
                file=self.state.name,
                what=", ".join(other),
            )
        self._saved_at = seconds
        return state, seconds

    def finish(self, checkpoint: Checkpoint) -> None:
        """Write the result and take away what was needed on the way."""
        write_checkpoint(self.output, checkpoint)
        for path in (self.last, self.state):
            path.unlink(missing_ok=True)


def parts(state: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """The entries under a prefix, without it."""
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in state.items()
        if name.startswith(prefix)
    }
