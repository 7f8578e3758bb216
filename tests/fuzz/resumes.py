"""States of stopped trainings that somebody goes on with: with torch."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path
from lenet_gui.trainer.training import train
from tests.fuzz.checkpoints import mutate
from tests.fuzz.kinds import Files, Kind
from tests.trainer.small_data import write_digits

_NAME = "some.resume.safetensors"


@cache
def _config() -> TrainingConfig:
    folder = Path(tempfile.gettempdir()) / "lenet_gui-fuzz-data"
    folder.mkdir(exist_ok=True)
    return TrainingConfig(
        "lenet-5-modern", (write_digits(folder, 60),), epochs=3, batch=8, validation=20
    )


@cache
def corpus() -> Files:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "some.safetensors")
        steps = train(_config(), output)
        for _ in range(4):
            next(steps)
        steps.close()
        return {_NAME: state_path(output).read_bytes()}


def use(path: Path) -> None:
    """Go on for some steps, past the end of a pass."""
    steps = train(_config(), path.with_name("some.safetensors"), resume=True)
    for _, step in zip(range(8), steps, strict=False):
        assert 0 <= step.progress <= 1
    steps.close()


KIND = Kind("resume files", corpus, mutate, use)
