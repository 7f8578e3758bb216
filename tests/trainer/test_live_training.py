"""A running training as the window sees it: weights, validation, ticks, changes, errors."""

import errno
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, write_checkpoint
from lenet_gui.engine.checkpoints.unfinished_trainings import discard, last_path, unfinished
from lenet_gui.trainer import loop
from lenet_gui.trainer.data.batches import Batches
from lenet_gui.trainer.learner import Learner
from lenet_gui.trainer.saved_training import SavedTraining
from lenet_gui.trainer.training import PreparedTraining, train
from tests.helpers import untrained
from tests.trainer.small_data import finished, trained, write_digits

SMALL = TrainingConfig("lenet-5-modern").with_fields(epochs=3, batch=32, validation=60, average=0.9)


@pytest.fixture
def config(tmp_path: Path) -> TrainingConfig:
    return SMALL.with_fields(sources=(write_digits(tmp_path, 400),))


@pytest.fixture
def ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Report every piece of a validation, however fast it is."""
    monkeypatch.setattr(loop, "TICKS_EVERY", 0.0)
    monkeypatch.setattr("lenet_gui.trainer.learner.VALIDATED_AT_ONCE", 20)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock: [now, seconds that it advances each time it is read]."""
    now = [0.0, 0.0]

    def look() -> float:
        now[0] += now[1]
        return now[0]

    monkeypatch.setattr(loop.time, "monotonic", look)
    return now


def same_weights(one: Checkpoint, other: Checkpoint) -> bool:
    return all(np.array_equal(values, other.weights[name]) for name, values in one.weights.items())


# ---- what is shown


def test_weights_come_five_times_a_second(config: TrainingConfig, clock: list[float]) -> None:
    clock[1] = 0.01  # each time the clock is read
    steps, checkpoint = finished(train(config))
    shown = [step.seconds for step in steps if step.weights is not None]
    assert steps[0].weights is not None
    assert steps[-1].weights is not None
    learning = [step.seconds for step in steps if not step.validating]
    longest = max(np.diff(learning))
    assert max(np.diff(shown)) <= 0.2 + longest
    assert len(shown) < len(steps)
    assert all(np.array_equal(steps[-1].weights[k], v) for k, v in checkpoint.weights.items())


def test_long_epochs_are_validated_in_between_for_a_tenth_of_the_time(
    config: TrainingConfig, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock[1] = 0.1
    monkeypatch.setattr(loop, "VALIDATED_AFTER", 1.0)

    def evaluated(epochs: int) -> list[TrainingStep]:
        steps, _ = trained(train(config.with_fields(epochs=epochs, batch=8)))
        assert steps[-1].validation_error is not None
        found = [step for step in steps if step.validation_error is not None]
        assert all(step.weights is not None for step in found)
        return [step for step in found if step.step % 35]

    assert len(evaluated(4)) >= 3
    monkeypatch.setattr(loop, "VALIDATION_SHARE", 10_000)
    assert len(evaluated(1)) <= 1  # before its duration is known


@pytest.mark.usefixtures("ticking")
def test_while_it_validates_it_says_so_and_the_step_follows(config: TrainingConfig) -> None:
    steps, _ = finished(train(config))
    ticks = [place for place, step in enumerate(steps) if step.validating]
    assert len(ticks) >= 3 * 3  # 60 digits in pieces of 20, at the end of each epoch
    for place in ticks[:-1]:
        tick, after = steps[place], next(s for s in steps[place:] if not s.validating)
        assert (tick.step, tick.loss, tick.rate) == (after.step, after.loss, after.rate)
        assert (tick.weights, tick.validation_error) == (None, None)
        assert after.validation_error is not None
    learned = [step.step for step in steps if not step.validating]
    assert learned == list(range(1, 25))


@pytest.mark.usefixtures("ticking")
@pytest.mark.parametrize("which", [0, 1, -1])
def test_stopping_while_it_validates_loses_nothing(
    config: TrainingConfig, tmp_path: Path, which: int
) -> None:
    whole, wanted = finished(train(config))
    learned = [step for step in whole if not step.validating]
    output = tmp_path / "out.safetensors"
    ticks = [place for place, step in enumerate(whole) if step.validating and step.step == 16]
    generator = train(config, output)
    first = [next(generator) for _ in range(ticks[which] + 1)]
    assert first[-1].validating
    generator.close()
    steps, found = finished(train(config, output, resume=True))
    both = [step for step in first + steps if not step.validating]
    assert [step.step for step in both] == [step.step for step in learned]
    assert [step.loss for step in both] == [step.loss for step in learned]
    assert [s.validation_error for s in both[7::8]] == [s.validation_error for s in learned[7::8]]
    assert both[15].validation_error is not None
    assert same_weights(found, wanted)


# ---- curvature


def test_curvature_is_measured_before_each_pass_and_often_in_the_first(
    config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured, sample = [], Batches.sample

    def noted(self: Batches, number: int) -> tuple[torch.Tensor, torch.Tensor]:
        measured.append(number)
        return sample(self, number, 20)

    monkeypatch.setattr(Batches, "sample", noted)
    slow = config.with_fields(optimizer="levenberg-marquardt", rate=1e-6, epochs=2)
    steps, _ = trained(train(slow))
    assert len(steps) == 16
    assert measured == [0, 1, 2, 4, 8]


# ---- changes


GENTLE = TrainingChanges(1e-3, ImageAugmentation(rotation=2.0, elastic=0.0))


def test_changes_count_from_the_next_step_on(config: TrainingConfig) -> None:
    plain, _ = finished(train(config))
    generator = train(config)
    steps = [next(generator), next(generator)]
    steps.append(generator.send(GENTLE))
    more, checkpoint = finished(generator)
    steps = [step for step in steps + more if not step.validating]
    plain = [step for step in plain if not step.validating]
    assert [step.rate for step in steps[:2]] == [step.rate for step in plain[:2]]
    assert [s.rate for s in steps[2:]] == pytest.approx([s.rate / 3 for s in plain[2:]])
    assert steps[2].loss != plain[2].loss  # the same digits, augmented differently
    assert checkpoint.training["changes"] == [
        {
            "step": 2,
            "rate": 1e-3,
            "distortions": asdict(GENTLE.image_augmentation or ImageAugmentation()),
        }
    ]
    assert checkpoint.training["config"]["rate"] == config.learning.rate


def test_changes_survive_a_stop(config: TrainingConfig, tmp_path: Path) -> None:
    def changed(output: Path, stop: int) -> Checkpoint:
        generator = train(config, output)
        step = next(generator)
        while step.step < stop:
            step = generator.send(GENTLE) if step.step == 3 else next(generator)
        generator.close()
        return finished(train(config, output, resume=True))[1]

    one, other = (changed(tmp_path / f"{stop}.safetensors", stop) for stop in (5, 12))
    assert same_weights(one, other)
    assert one.training["changes"] == other.training["changes"] != []


def test_the_last_of_two_changes_at_once_counts(config: TrainingConfig) -> None:
    generator = train(config)
    next(generator)
    generator.send(GENTLE)
    generator.send(TrainingChanges(2e-3, None))
    _, checkpoint = finished(generator)
    assert [change["step"] for change in checkpoint.training["changes"]] == [1, 2]
    assert checkpoint.training["changes"][-1]["distortions"] is None


def test_changes_that_make_no_sense_stop_with_a_sentence_and_lose_nothing(
    config: TrainingConfig, tmp_path: Path
) -> None:
    output = tmp_path / "out.safetensors"
    generator = train(config, output)
    next(generator)
    with pytest.raises(BadChoice, match="rate must be"):
        generator.send(TrainingChanges(-1.0, None))
    assert same_weights(finished(train(config, output, resume=True))[1], finished(train(config))[1])


# ---- beginning with trained weights


def test_it_begins_with_the_weights_of_a_checkpoint(config: TrainingConfig, tmp_path: Path) -> None:
    start = tmp_path / "start.safetensors"
    write_checkpoint(start, untrained())
    training = PreparedTraining(config.with_fields(start=str(start)))
    assert same_weights(untrained(), replace(untrained(), weights=training.weights()))
    assert (training.samples, training.validation_samples) == (283, 60)
    generator = training.steps()
    next(generator)
    generator.close()
    assert not same_weights(untrained(), replace(untrained(), weights=training.weights()))


def test_going_on_needs_the_start_no_more(config: TrainingConfig, tmp_path: Path) -> None:
    start, output = tmp_path / "start.safetensors", tmp_path / "out.safetensors"
    write_checkpoint(start, untrained())
    further = config.with_fields(start=str(start))
    _, wanted = finished(train(further))
    generator = train(further, output)
    next(generator)
    generator.close()
    start.unlink()
    _, found = finished(train(further, output, resume=True))
    assert same_weights(found, wanted)
    assert found.training["config"]["start"] == "start.safetensors"


@pytest.mark.parametrize(
    ("checkpoint", "sentence"),
    [
        (untrained("lenet-5-tanh"), "has the architecture lenet-5-tanh, not lenet-5-modern"),
        (untrained(class_names=("0", "1", "x")), "has no class 2, 3, 4"),
    ],
)
def test_weights_that_do_not_fit_get_a_sentence(
    config: TrainingConfig, tmp_path: Path, checkpoint: Checkpoint, sentence: str
) -> None:
    start = tmp_path / "start.safetensors"
    write_checkpoint(start, checkpoint)
    with pytest.raises(BadInput, match=sentence):
        next(train(config.with_fields(start=str(start))))


# ---- trouble


def test_a_full_disk_is_said_and_what_was_saved_stays(
    config: TrainingConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out.safetensors"
    generator = train(config, output)
    step = next(generator)
    while step.step < 9:
        step = next(generator)

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("lenet_gui.engine.storage.files.os.fsync", full)
        with pytest.raises(BadInput, match=r"disk is full.*is kept"):
            finished(generator)
    assert read_checkpoint(output).architecture == "lenet-5-modern"
    assert same_weights(finished(train(config, output, resume=True))[1], finished(train(config))[1])


@pytest.mark.parametrize(
    "error",
    [
        torch.OutOfMemoryError("CUDA out of memory."),
        RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried ..."),
        MemoryError(),
    ],
)
def test_too_little_memory_is_said(
    config: TrainingConfig, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*arguments: Any) -> float:
        raise error

    monkeypatch.setattr(Learner, "learn", fail)
    with pytest.raises(BadInput, match="not enough memory for a batch of 32 on cpu"):
        next(train(config.with_fields(device="cpu")))


def test_other_errors_are_not_called_memory(
    config: TrainingConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: Any) -> float:
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(Learner, "learn", fail)
    with pytest.raises(RuntimeError, match="mat1"):
        next(train(config))


# ---- what was stopped


def test_stopped_trainings_are_found_without_torch(config: TrainingConfig, tmp_path: Path) -> None:
    output = tmp_path / "out.safetensors"
    generator = train(config, output)
    for _ in range(20):
        step = next(generator)
    generator.close()
    (tmp_path / "broken.resume.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0{}")
    (tmp_path / "empty.resume.safetensors").write_bytes(b"")
    (found,) = unfinished(tmp_path)
    assert found.output == output
    assert found.config == config
    assert (found.step, found.steps) == (step.step, 24)
    assert found.progress == pytest.approx(step.step / 24)
    assert found.seconds > 0
    assert found.best_error is not None
    assert found.saved_at == SavedTraining(output).state.stat().st_mtime
    assert unfinished(tmp_path / "none") == []


def test_what_was_stopped_can_be_thrown_away(config: TrainingConfig, tmp_path: Path) -> None:
    output, other = tmp_path / "out.safetensors", tmp_path / "outer.safetensors"
    other.write_bytes(b"another")
    for steps in (1, 14):  # before and after a validation
        generator = train(config, output)
        for _ in range(steps):
            next(generator)
        generator.close()
        assert last_path(output).is_file()
        assert output.is_file() == (steps > 1)
        discard(output)
        assert list(tmp_path.glob("out*")) == [other]
    discard(output)  # nothing is there, which is the wanted result
