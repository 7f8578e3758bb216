"""A stopped training resumes as if it had never stopped; one with a budget ends on time."""

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint
from lenet_gui.engine.checkpoints.unfinished_trainings import undecided
from lenet_gui.trainer.saved_training import SavedProgress, SavedTraining
from lenet_gui.trainer.training import train
from tests.helpers import untrained
from tests.trainer.small_data import trained, write_digits

SMALL = TrainingConfig("lenet-5-modern").with_fields(
    epochs=4, batch=32, validation=100, average=0.9
)


@pytest.fixture
def config(tmp_path: Path) -> TrainingConfig:
    return SMALL.with_fields(sources=(write_digits(tmp_path, 400),))


def finish(
    config: TrainingConfig, output: Path | None, resume: bool = False
) -> tuple[list[TrainingStep], Checkpoint]:
    return trained(train(config, output, resume))


def stop_after(config: TrainingConfig, output: Path, count: int) -> list[TrainingStep]:
    generator = train(config, output)
    steps: list[TrainingStep] = []
    while len(steps) < count:
        step = next(generator)
        if not step.validating:
            steps.append(step)
    generator.close()
    return steps


@pytest.mark.parametrize("architecture", ["lenet-5-modern", "lenet-5"])
@pytest.mark.parametrize(
    "count", [1, 8, 13, 31]
)  # an epoch has 8 steps: within it, at its end, later
def test_resuming_gives_the_same_curve_and_weights(
    config: TrainingConfig, tmp_path: Path, architecture: str, count: int
) -> None:
    if architecture == "lenet-5":
        config = config.with_fields(architecture=architecture, loss="map")
    whole, wanted = finish(config, None)
    output = tmp_path / "out.safetensors"
    first = stop_after(config, output, count)
    rest, found = finish(config, output, resume=True)
    assert [step.loss for step in first + rest] == [step.loss for step in whole]
    ends = slice(7, None, 8)  # between them, time decides when to validate
    assert [s.validation_error for s in (first + rest)[ends]] == [
        s.validation_error for s in whole[ends]
    ]
    for name, weights in wanted.weights.items():
        np.testing.assert_array_equal(found.weights[name], weights)


@pytest.mark.parametrize("optimizer", ["adam", "sgd", "levenberg-marquardt"])
def test_every_optimizer_goes_on_exactly(
    config: TrainingConfig, tmp_path: Path, optimizer: Any
) -> None:
    config = config.with_fields(
        architecture="lenet-5", loss="map", optimizer=optimizer, rate=1e-5, schedule="published",
        epochs=3, image_augmentation=None,
    )  # fmt: skip
    whole, wanted = finish(config, None)
    output = tmp_path / "out.safetensors"
    first = stop_after(config, output, 11)
    rest, found = finish(config, output, resume=True)
    assert [step.loss for step in first + rest] == [step.loss for step in whole]
    assert whole[-1].loss < whole[0].loss
    for name, weights in wanted.weights.items():
        np.testing.assert_array_equal(found.weights[name], weights)


def test_best_and_last_are_readable_while_it_runs_and_only_the_result_stays(
    config: TrainingConfig, tmp_path: Path
) -> None:
    output = tmp_path / "out.safetensors"
    stop_after(config, output, 20)
    saved = SavedTraining(output)
    for path in (output, saved.last):
        assert read_checkpoint(path).architecture == "lenet-5-modern"
    assert saved.state.is_file()
    assert undecided(tmp_path) == []  # it can go on
    finish(config, output, resume=True)
    assert [one.output for one in undecided(tmp_path)] == [output]
    assert read_checkpoint(output).rejection is not None
    assert not saved.last.exists()
    assert not saved.state.exists()


def test_the_best_by_validation_stays_and_the_last_lies_beside_it(
    config: TrainingConfig, tmp_path: Path
) -> None:
    output = tmp_path / "out.safetensors"
    saved = SavedTraining(output)
    for number, error in enumerate((0.3, 0.1, 0.2, None)):
        saved.save(
            config, replace(untrained(), training={"number": number}),
            {"a": torch.zeros(1)}, SavedProgress(1.0, 1.0, 0.5, number, 9), [], error,
        )  # fmt: skip
    assert read_checkpoint(output).training == {"number": 1}
    assert read_checkpoint(saved.last).training == {"number": 3}
    again = SavedTraining(output)
    again.load(config)
    best = replace(untrained(), training={"number": 4})
    # no better than before
    again.save(config, best, {}, SavedProgress(2.0, 2.0, 0.6, 4, 9), [], 0.15)
    assert read_checkpoint(output).training == {"number": 1}


def test_going_on_with_other_choices_or_a_damaged_state_is_refused(
    config: TrainingConfig, tmp_path: Path
) -> None:
    output = tmp_path / "out.safetensors"
    with pytest.raises(BadInput, match="no stopped training to resume"):
        finish(config, output, resume=True)
    stop_after(config, output, 3)
    with pytest.raises(BadInput, match="another rate"):
        finish(config.with_fields(rate=0.01), output, resume=True)
    state = SavedTraining(output).state
    state.write_bytes(state.read_bytes()[:500])
    with pytest.raises(BadInput, match="damaged"):
        finish(config, output, resume=True)


def test_a_budget_of_time_ends_on_time_and_annealed(
    config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    from lenet_gui.trainer import loop

    clock = itertools.count(0.0, 0.01)  # each look at it
    monkeypatch.setattr(loop.time, "monotonic", lambda: next(clock))
    steps, _ = finish(config.with_fields(seconds=1.5), None)
    last = steps[-1]
    learning = [step.seconds for step in steps if not step.validating]
    longest = max(np.diff(learning))
    assert 1.5 <= last.seconds <= 1.5 + 2 * longest
    assert last.progress == 1.0
    assert last.rate < 0.1 * config.learning.rate
    assert last.validation_error is not None
    assert [step.progress for step in steps] == sorted(step.progress for step in steps)
    assert max(step.rate for step in steps) > 0.9 * config.learning.rate


def test_time_that_nobody_asks_for_steps_is_not_counted(
    config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paused training is a generator that is not advanced."""
    from lenet_gui.trainer import loop

    clock = [0.0]
    monkeypatch.setattr(loop.time, "monotonic", lambda: clock[0])
    generator = train(config.with_fields(seconds=1000.0), None)
    first = next(generator)
    clock[0] += 500.0  # a long pause
    second = next(generator)
    assert first.seconds == second.seconds == 0.0
    generator.close()


@pytest.mark.parametrize(
    ("name", "value"),
    [("batches.order", 10**6), ("batches.position", -5), ("learner.weights", float("nan"))],
)
def test_a_state_that_would_fail_later_is_refused_at_once(
    config: TrainingConfig, tmp_path: Path, name: str, value: float
) -> None:
    output = tmp_path / "out.safetensors"
    stop_after(config, output, 2)
    path = SavedTraining(output).state
    with safe_open(path, "pt") as file:
        metadata, tensors = file.metadata(), {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
    tensors[name].view(-1)[0] = value
    save_file(tensors, path, metadata)
    with pytest.raises(BadInput, match="does not fit"):
        finish(config, output, resume=True)


def test_a_state_of_other_classes_is_refused(config: TrainingConfig, tmp_path: Path) -> None:
    output = tmp_path / "out.safetensors"
    stop_after(config, output, 2)
    path = SavedTraining(output).state
    path.write_bytes(path.read_bytes().replace(b'\\"7\\"', b'\\"x\\"'))
    with pytest.raises(BadInput, match="does not fit"):
        finish(config, output, resume=True)
