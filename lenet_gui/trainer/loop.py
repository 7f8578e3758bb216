"""A training between its first and its last step."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig, TrainingStep
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.trainer.config_checks import check_changes
from lenet_gui.trainer.data.batches import Batches
from lenet_gui.trainer.learner import Learner
from lenet_gui.trainer.network.modules import to_arrays
from lenet_gui.trainer.optimizing.learning_rate import PUBLISHED_PASSES, rate_at
from lenet_gui.trainer.parallel import Processes
from lenet_gui.trainer.saved_training import SavedProgress, SavedState, SavedTraining, parts

WEIGHTS_EVERY = 0.15  # seconds; whoever watches wants them 5 times a second
TICKS_EVERY = 0.05  # seconds, while something else than learning goes on
VALIDATED_AFTER = 1.0  # seconds from one validation to the next, at least
VALIDATION_SHARE = 10  # and this many times what the last one took
MOST_CHANGES = 200  # that are remembered, the newest

Steps = Generator[TrainingStep, TrainingChanges | None, None]
_UNVALIDATED = ("epoch", "progress", "loss", "rate")  # of a step that was not handed out


class Clock:
    """Seconds of training: the time that the generator waits is not counted."""

    def __init__(self, seconds: float) -> None:
        self._before, self._since = seconds, time.monotonic()
        self._running = True

    @property
    def seconds(self) -> float:
        return self._before + (time.monotonic() - self._since if self._running else 0.0)

    def stop(self) -> None:
        self._before, self._running = self.seconds, False

    def start(self) -> None:
        self._since, self._running = time.monotonic(), True


class TrainingLoop:
    """Learns, judges and saves, and hands out a step each time."""

    def __init__(
        self,
        config: TrainingConfig,
        learner: Learner,
        learning: Batches,
        validation: Batches,
        processes: Processes,
        saved: SavedTraining | None,
        facts: Mapping[str, object],
        class_names: tuple[str, ...],
    ) -> None:
        self._config, self._learner, self._processes = config, learner, processes
        self._learning, self._validation, self._saved = learning, validation, saved
        self._facts, self._class_names = facts, class_names
        self._how = config.learning
        self._per_epoch = len(learning) // self._how.batch
        self._now = TrainingChanges(self._how.rate, self._how.image_augmentation)
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
        """Of training so far."""
        return self._clock.seconds

    def go_on(self, state: SavedState) -> None:
        """Take up what lay on disk. Raises BadInput if it does not fit."""
        try:
            self._learner.restore(parts(state.tensors, "learner."))
            self._learning.restore(parts(state.tensors, "batches."))
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
        done = self._learner.steps >= self._per_epoch * self._how.epochs
        budget = self._how.seconds
        self._over = state.seconds >= budget if budget > 0 else done

    def steps(self) -> Steps:
        """Learn until the epochs or the seconds are over."""
        self._clock = Clock(self._clock.seconds)
        try:
            if self._unvalidated is not None:
                yield from self._handed_out(self._unvalidated)
            while not self._over:
                yield from self._handed_out(self._step())
        except (GeneratorExit, BadChoice):
            self._save(None)
            raise

    def _step(self) -> TrainingStep:
        learner, ranges = self._learner, self._now.image_augmentation
        epoch = learner.steps // self._per_epoch
        progress = self._next_progress()
        batch = self._learning.next(self._how.batch, ranges)
        if batch is None:  # the pass is over, another begins
            batch = self._learning.next(self._how.batch, ranges)
            assert batch is not None
        rate = self._rate(progress, epoch)
        torch.set_flush_denormal(True)  # gradients through exp(-penalty) underflow and cost x4
        try:
            learner.measure_curvature(self._learning, self._per_epoch)
            loss = learner.learn(*batch, rate)
        finally:
            torch.set_flush_denormal(False)  # it is a state of the whole thread
        if self._how.seconds > 0:
            progress = self._elapsed()
            self._over = progress >= 1.0
        else:
            self._over = learner.steps >= self._per_epoch * self._how.epochs
        return self._described(epoch, progress, loss, rate)

    def _described(self, epoch: int, progress: float, loss: float, rate: float) -> TrainingStep:
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
        how = self._how
        if how.seconds > 0:
            epoch = int(progress * PUBLISHED_PASSES)
        return rate_at(how.schedule, progress, epoch, self._now.rate, how.warmup)

    def _next_progress(self) -> float:
        """0..1 of the step that comes next."""
        if self._how.seconds > 0:
            return self._elapsed()
        return (self._learner.steps + 1) / (self._per_epoch * self._how.epochs)

    def _elapsed(self) -> float:
        """Part of the time that is spent, 0..1."""
        return self._processes.agree(min(self.seconds / self._how.seconds, 1.0))

    def _handed_out(self, step: TrainingStep) -> Steps:
        """Judge and save if it is time, and yield the step; the others wait for the first."""
        self._newest = step
        ends = step.step % self._per_epoch == 0
        if self._processes.first and (ends or self._over or self._validation_is_due()):
            self._unvalidated = step
            error = yield from self._evaluate(step)
            self._unvalidated = None
            step = replace(step, validation_error=error, seconds=self.seconds)
        if step.validation_error is not None or self._shown + WEIGHTS_EVERY <= self.seconds:
            step = replace(step, weights=self.weights())
            self._shown = self.seconds
        elif step.step == 1:
            step = replace(step, weights=self.weights())
        if ends or self._saving_is_due():
            self._save(step.validation_error)
        yield from self._wait(step)

    def _wait(self, step: TrainingStep) -> Steps:
        """Yield, and take what comes back."""
        self._clock.stop()
        changes = yield step
        self._clock.start()
        self._ticked = self.seconds
        if changes is not None:
            self._change(changes)

    def _evaluate(
        self, step: TrainingStep
    ) -> Generator[TrainingStep, TrainingChanges | None, float]:
        before = self.seconds
        judging = self._learner.evaluate(self._validation)
        while True:
            try:
                next(judging)
            except StopIteration as end:
                self._validated, self._validation_took = self.seconds, self.seconds - before
                error: float = end.value
                return error
            yield from self.tick(step)

    def tick(self, step: TrainingStep | None = None) -> Steps:
        """Say that work goes on that is no learning, if nothing was said for a while."""
        step = step or self._newest
        if step is not None and self.seconds - self._ticked >= TICKS_EVERY:
            yield from self._wait(
                replace(step, validating=True, seconds=self.seconds, weights=None)
            )

    def _validation_is_due(self) -> bool:
        pause = max(VALIDATED_AFTER, VALIDATION_SHARE * self._validation_took)
        return self.seconds - self._validated >= pause

    def _change(self, changes: TrainingChanges) -> None:
        check_changes(changes)
        entry = {"step": self._learner.steps, **changes.as_json()}
        same = [old for old in self._changes if old["step"] != entry["step"]]
        self._changes = [*same, entry][-MOST_CHANGES:]
        self._now = changes

    def weights(self) -> dict[str, FloatArray]:
        """The averaged ones, copied."""
        return to_arrays(self._learner.averaged())

    def _saving_is_due(self) -> bool:
        return self._saved is not None and self._saved.due(self.seconds)

    def _save(self, validation_error: float | None) -> None:
        if self._saved is None or self._newest is None:
            return
        state: dict[str, Tensor] = {f"learner.{k}": v for k, v in self._learner.state().items()}
        state |= {f"batches.{k}": v for k, v in self._learning.state().items()}
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
        """Of this process, and of those before that it went on from."""
        return self._cpu_before + time.process_time()

    def checkpoint(self) -> Checkpoint:
        """The averaged weights and how they came about."""
        training = {
            "config": _without_folders(self._config).as_json(),
            **({"changes": self._changes} if self._changes else {}),
            **self._facts,
            "samples": len(self._learning),
            "validation_samples": len(self._validation),
            "seconds": round(self.seconds, 1),
            "cpu_seconds": round(self._cpu_seconds(), 1),
            "torch": torch.__version__,
        }
        return Checkpoint(
            self._config.architecture, self._class_names, self.weights(), training=training
        )


def _without_folders(config: TrainingConfig) -> TrainingConfig:
    """Return ``config`` with the names of files, since where they lay says nothing elsewhere."""
    several = {
        name: tuple(Path(file).name for file in config.field(name))
        for name in ("sources", "non_digits", "teachers")
    }
    single = {name: Path(config.field(name)).name for name in ("test", "start", "held_out")}
    return config.with_fields(**several, **single)
