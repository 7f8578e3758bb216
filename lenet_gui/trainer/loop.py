"""The loop of a training, from its first to its last step."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.trainer.config_checks import check_changes
from lenet_gui.trainer.data.batches import Batches
from lenet_gui.trainer.learner import Learner
from lenet_gui.trainer.network.modules import to_arrays
from lenet_gui.trainer.optimizing.learning_rate import PUBLISHED_PASSES, rate_at
from lenet_gui.trainer.parallel import Processes
from lenet_gui.trainer.saved_training import SavedProgress, SavedState, SavedTraining, parts

WEIGHTS_EVERY = 0.15  # seconds; the window shows them 5 times a second
TICKS_EVERY = 0.05  # seconds, while the loop does something other than learning
VALIDATED_AFTER = 1.0  # seconds from one validation to the next, at least
VALIDATION_SHARE = 10  # a validation may take 1/10 of the time, so pauses are 10 times as long
MAX_CHANGES = 200  # that are recorded, the newest; a slider can make thousands

Steps = Generator[TrainingStep, TrainingChanges | None, None]
_UNVALIDATED = ("epoch", "progress", "loss", "rate")  # saved of a step being validated


class Clock:
    """Counts the seconds of training, without the time that the generator is suspended."""

    def __init__(self, seconds: float) -> None:
        self._before, self._since = seconds, time.monotonic()
        self._running = True

    @property
    def seconds(self) -> float:
        """Return the seconds counted so far."""
        return self._before + (time.monotonic() - self._since if self._running else 0.0)

    def stop(self) -> None:
        """Stop counting."""
        self._before, self._running = self.seconds, False

    def start(self) -> None:
        """Go on counting."""
        self._since, self._running = time.monotonic(), True


class TrainingLoop:
    """Learns, validates and saves, and yields each step.

    facts: what the record in the checkpoint says besides: data, device, teachers.
    """

    def __init__(
        self,
        config: TrainingConfig,
        network: Architecture,
        learner: Learner,
        batches: Batches,
        validation: Batches,
        processes: Processes,
        saved: SavedTraining | None,
        facts: Mapping[str, object],
        class_names: tuple[str, ...],
    ) -> None:
        self._config, self._network = config, network
        self._learner, self._processes = learner, processes
        self._batches, self._validation, self._saved = batches, validation, saved
        self._facts, self._class_names = facts, class_names
        self._learning = config.learning
        self._per_epoch = len(batches) // self._learning.batch
        self._now = TrainingChanges(self._learning.rate, self._learning.image_augmentation)
        self._changes: list[dict[str, Any]] = []
        self._unvalidated: TrainingStep | None = None
        self._newest: TrainingStep | None = None
        self._cpu_before = -time.process_time()
        self._clock = Clock(0.0)
        self._shown = self._validated = self._ticked = 0.0  # when the last of its kind was
        self._validation_took = 0.0
        self._over = False

    @property
    def seconds(self) -> float:
        """Return the seconds of training so far."""
        return self._clock.seconds

    def go_on(self, state: SavedState) -> None:
        """Continue from a saved state. Raises BadInput if it does not fit."""
        try:
            self._learner.restore(parts(state.tensors, "learner."))
            self._batches.restore(parts(state.tensors, "batches."))
            unvalidated = parts(state.tensors, "unjudged.")
            if unvalidated:
                epoch, *rest = (float(unvalidated[name]) for name in _UNVALIDATED)
                self._unvalidated = self._described(int(epoch), *rest)
        except (IndexError, KeyError, OverflowError, RuntimeError, TypeError, ValueError):
            raise BadInput("{file} does not fit this training.", file=state.name) from None
        self._changes = state.changes
        if state.now is not None:
            self._now = state.now
        self._cpu_before += state.cpu_seconds
        self._clock = Clock(state.seconds)
        self._validated = self._ticked = state.seconds
        done = self._learner.steps >= self._per_epoch * self._learning.epochs
        budget = self._learning.seconds
        self._over = state.seconds >= budget if budget > 0 else done

    def steps(self) -> Steps:
        """Learn until the epochs or the seconds are over; save if the generator is closed."""
        self._clock = Clock(self._clock.seconds)
        try:
            if self._unvalidated is not None:
                yield from self._finished(self._unvalidated)
            while not self._over:
                yield from self._finished(self._step())
        except (GeneratorExit, BadChoice):
            self._save(None)
            raise

    def _step(self) -> TrainingStep:
        """Learn from the next batch."""
        learner, ranges = self._learner, self._now.image_augmentation
        epoch = learner.steps // self._per_epoch
        progress = self._next_progress()
        batch = self._batches.next(self._learning.batch, ranges)
        if batch is None:  # the pass is over, another begins
            batch = self._batches.next(self._learning.batch, ranges)
            assert batch is not None
        rate = self._rate(progress, epoch)
        torch.set_flush_denormal(True)  # gradients through exp(-penalty) underflow, 4 times slower
        try:
            learner.measure_curvature(self._batches, self._per_epoch)
            loss = learner.learn(*batch, rate)
        finally:
            torch.set_flush_denormal(False)  # it holds for the whole thread
        if self._learning.seconds > 0:
            progress = self._elapsed()
            self._over = progress >= 1.0
        else:
            self._over = learner.steps >= self._per_epoch * self._learning.epochs
        return self._described(epoch, progress, loss, rate)

    def _described(self, epoch: int, progress: float, loss: float, rate: float) -> TrainingStep:
        """Return the step that was just taken, as it is reported."""
        done = self._learner.steps
        return TrainingStep(
            epoch=epoch,
            step=done,
            steps=max(done, round(done / max(progress, 1e-6))),
            progress=progress,
            loss=loss,
            rate=rate,
            train_error=self._learner.train_error,
            seconds=self.seconds,
        )

    def _rate(self, progress: float, epoch: int) -> float:
        """Return the learning rate of the next step."""
        learning = self._learning
        if learning.seconds > 0:
            epoch = int(progress * PUBLISHED_PASSES)
        return rate_at(learning.schedule, progress, epoch, self._now.rate, learning.warmup)

    def _next_progress(self) -> float:
        """Return the progress of the next step, 0..1."""
        if self._learning.seconds > 0:
            return self._elapsed()
        return (self._learner.steps + 1) / (self._per_epoch * self._learning.epochs)

    def _elapsed(self) -> float:
        """Return the fraction of the time budget that is spent, 0..1."""
        return self._processes.agree(min(self.seconds / self._learning.seconds, 1.0))

    def _finished(self, step: TrainingStep) -> Steps:
        """Validate and save if it is due, and yield the step.

        Of several processes only the first does this; the others wait for it at their next step.
        """
        self._newest = step
        ends = step.step % self._per_epoch == 0
        if self._processes.first and (ends or self._over or self._validation_is_due()):
            self._unvalidated = step
            error, loss = yield from self._evaluate(step)
            self._unvalidated = None
            step = replace(step, validation_error=error, validation_loss=loss, seconds=self.seconds)
        if step.validation_error is not None or self._shown + WEIGHTS_EVERY <= self.seconds:
            step = replace(step, weights=self.weights())
            self._shown = self.seconds
        elif step.step == 1:
            step = replace(step, weights=self.weights())
        if ends or self._saving_is_due():
            self._save(step.validation_error)
        yield from self._wait(step)

    def _wait(self, step: TrainingStep) -> Steps:
        """Yield a step, and apply the changes that are sent back."""
        self._clock.stop()
        changes = yield step
        self._clock.start()
        self._ticked = self.seconds
        if changes is not None:
            self._change(changes)

    def _evaluate(
        self, step: TrainingStep
    ) -> Generator[TrainingStep, TrainingChanges | None, tuple[float, float]]:
        """Return validation error and loss of the averaged weights; yield ticks meanwhile."""
        before = self.seconds
        evaluation = self._learner.evaluate(self._validation)
        while True:
            try:
                next(evaluation)
            except StopIteration as end:
                self._validated, self._validation_took = self.seconds, self.seconds - before
                figures: tuple[float, float] = end.value
                return figures
            yield from self.tick(step)

    def tick(self, step: TrainingStep | None = None) -> Steps:
        """Yield the step again, as validating, if nothing was yielded for TICKS_EVERY.

        step: None for the newest one.
        """
        step = step or self._newest
        if step is not None and self.seconds - self._ticked >= TICKS_EVERY:
            yield from self._wait(
                replace(step, validating=True, seconds=self.seconds, weights=None)
            )

    def _validation_is_due(self) -> bool:
        """Return whether the last validation is long enough ago."""
        pause = max(VALIDATED_AFTER, VALIDATION_SHARE * self._validation_took)
        return self.seconds - self._validated >= pause

    def _change(self, changes: TrainingChanges) -> None:
        """Apply changes from the next step on, and record them. Raises BadChoice."""
        check_changes(changes)
        entry = {"step": self._learner.steps, **changes.as_json()}
        same = [old for old in self._changes if old["step"] != entry["step"]]
        self._changes = [*same, entry][-MAX_CHANGES:]
        self._now = changes

    def weights(self) -> dict[str, FloatArray]:
        """Return a copy of the averaged weights."""
        return to_arrays(self._learner.averaged())

    def _saving_is_due(self) -> bool:
        return self._saved is not None and self._saved.due(self.seconds)

    def _save(self, validation_error: float | None) -> None:
        """Write the checkpoint and the state, if there is a file and a step was taken."""
        if self._saved is None or self._newest is None:
            return
        state: dict[str, Tensor] = {f"learner.{k}": v for k, v in self._learner.state().items()}
        state |= {f"batches.{k}": v for k, v in self._batches.state().items()}
        if self._unvalidated is not None:
            for name in _UNVALIDATED:
                value = torch.tensor(getattr(self._unvalidated, name), dtype=torch.float64)
                state[f"unjudged.{name}"] = value
        newest = self._newest
        progress = SavedProgress(
            self.seconds, self._cpu_seconds(), newest.progress, newest.step, newest.steps
        )
        self._saved.save(
            self._config, self.checkpoint(), state, progress, self._changes, validation_error
        )

    def _cpu_seconds(self) -> float:
        """Return the processor time of this process and of those that it continues."""
        return self._cpu_before + time.process_time()

    def checkpoint(self) -> Checkpoint:
        """Return the averaged weights with the record of their training."""
        training = {
            "config": _without_folders(self._config).as_json(),
            **({"changes": self._changes} if self._changes else {}),
            **self._facts,
            "samples": len(self._batches),
            "validation_samples": len(self._validation),
            "seconds": round(self.seconds, 1),
            "cpu_seconds": round(self._cpu_seconds(), 1),
            "torch": torch.__version__,
        }
        return checkpoint_of(self._network, self._class_names, self.weights(), training=training)


def _without_folders(config: TrainingConfig) -> TrainingConfig:
    """Return ``config`` with the names of files, since where they lay says nothing elsewhere."""
    several = {
        name: tuple(Path(file).name for file in config.field(name))
        for name in ("sources", "non_digits", "teachers")
    }
    single = {name: Path(config.field(name)).name for name in ("test", "start", "held_out")}
    return config.with_fields(**several, **single)
