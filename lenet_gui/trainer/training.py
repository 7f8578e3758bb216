"""Training as a generator: progress is what it yields, the checkpoint is what it returns."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import asdict, replace
from pathlib import Path

import torch
from torch import Tensor

from lenet_gui.engine.architectures import architecture
from lenet_gui.engine.datasets import Dataset
from lenet_gui.engine.recognizer import Recognizer
from lenet_gui.engine.rejection import confidences, rankings, threshold_for
from lenet_gui.trainer.batches import Batches
from lenet_gui.trainer.configuration import check_config
from lenet_gui.trainer.data import class_names_of, training_data
from lenet_gui.trainer.devices import find_device
from lenet_gui.trainer.learner import Learner
from lenet_gui.trainer.modules import to_arrays
from lenet_gui.trainer.optimizers import rate_at
from lenet_gui.trainer.saved_training import SavedTraining, parts
from lenet_gui.training_values import TrainingConfig, TrainingStep
from lenet_gui.values import BadInput, Checkpoint, RejectRule

ACCEPTED_ERROR = 0.002  # of validation digits: the threshold lets 2 wrong answers in 1,000 pass


def train(
    config: TrainingConfig, output: Path | None = None, resume: bool = False
) -> Generator[TrainingStep, None, Checkpoint]:
    """Train from random weights; closing the generator cancels.

    With ``output`` the best and the last checkpoint and the state are on disk at the end of each
    epoch, at least every 10 seconds, and when it is closed; with ``resume`` it goes on from there
    exactly as if it had never stopped. Time that the generator waits is not counted.

    Raises BadInput for a choice that makes no sense or for data that cannot be read.
    """
    check_config(config)
    torch.set_num_threads(config.threads)
    (learning, validation), hashes = training_data(config)
    class_names = class_names_of(learning)
    network = architecture(config.architecture).for_classes(len(class_names))
    device = find_device(config.device)
    if len(learning) < config.batch:
        raise BadInput(
            "There are {count} training samples, fewer than a batch of {batch}.",
            count=len(learning),
            batch=config.batch,
        )
    run = _Run(
        config,
        Learner(config, network, device),
        Batches(learning, network, class_names, device, config.seed),
        Batches(validation, network, class_names, device, config.seed),
        {"data": hashes, "device": str(device)},
        class_names,
        None if output is None else SavedTraining(output),
    )
    if resume:
        run.go_on()
    yield from run.steps()
    checkpoint = run.checkpoint()
    result = replace(checkpoint, rejection=_reject_rule(checkpoint, validation, config.j))
    if run.saved is not None:
        run.saved.finish(result)
    return result


class _Run:
    """A training between its first and its last step."""

    def __init__(
        self,
        config: TrainingConfig,
        learner: Learner,
        learning: Batches,
        validation: Batches,
        facts: dict[str, object],
        class_names: tuple[str, ...],
        saved: SavedTraining | None,
    ) -> None:
        self._config, self._learner = config, learner
        self._learning, self._validation = learning, validation
        self._facts, self._class_names, self.saved = facts, class_names, saved
        self._per_epoch = len(learning) // config.batch
        self._cpu_before = time.process_time()
        self._seconds = 0.0  # of training, without the time that the generator waits

    def go_on(self) -> None:
        """Take up the state on disk. Raises BadInput if there is none that fits."""
        if self.saved is None:
            raise BadInput("Without a file to write there is no training to go on with.")
        state, self._seconds = self.saved.load(self._config)
        try:
            self._learner.restore(parts(state, "learner."))
            self._learning.restore(parts(state, "batches."))
        except (KeyError, RuntimeError, ValueError):
            raise BadInput(
                "{file} does not fit this training.", file=self.saved.state.name
            ) from None

    def steps(self) -> Generator[TrainingStep, None, None]:
        """Learn until the epochs or the seconds are over."""
        started = time.monotonic() - self._seconds
        try:
            while (progress := self._progress()) is not None:
                step = self._step(progress, started)
                self._seconds = step.seconds
                if step.weights is not None or self._save_is_due():
                    self._save(step.validation_error)
                waiting = time.monotonic()
                yield step
                started += time.monotonic() - waiting
        except GeneratorExit:
            self._save(None)
            raise

    def _progress(self) -> float | None:
        """0..1 of the step that comes next, None if there is none."""
        config, done = self._config, self._learner.steps
        if config.seconds > 0:
            part = self._seconds / config.seconds
            return part if part < 1.0 else None
        steps = self._per_epoch * config.epochs
        return (done + 1) / steps if done < steps else None

    def _step(self, progress: float, started: float) -> TrainingStep:
        config, learner = self._config, self._learner
        ranges = config.distortions
        batch = self._learning.next(config.batch, ranges)
        if batch is None:  # the pass is over, another begins
            batch = self._learning.next(config.batch, ranges)
            assert batch is not None
        epoch = learner.steps // self._per_epoch
        rate = rate_at(progress, config.rate, config.warmup)
        torch.set_flush_denormal(True)  # gradients through exp(-penalty) underflow and cost x4
        loss = learner.learn(*batch, rate)
        torch.set_flush_denormal(False)  # it is a state of the whole thread
        spent = time.monotonic() - started
        ends = learner.steps % self._per_epoch == 0
        if config.seconds > 0:
            progress = min(spent / config.seconds, 1.0)
            ends = ends or progress >= 1.0
        return TrainingStep(
            epoch=epoch,
            step=learner.steps,
            steps=max(learner.steps, round(learner.steps / max(progress, 1e-6))),
            progress=progress,
            loss=loss,
            rate=rate,
            train_error=learner.train_error,
            seconds=spent,
            validation_error=learner.error_rate(self._validation) if ends else None,
            weights=to_arrays(learner.average.values) if ends else None,
        )

    def _save_is_due(self) -> bool:
        return self.saved is not None and self.saved.due(self._seconds)

    def _save(self, validation_error: float | None) -> None:
        if self.saved is None:
            return
        state: dict[str, Tensor] = {f"learner.{k}": v for k, v in self._learner.state().items()}
        state |= {f"batches.{k}": v for k, v in self._learning.state().items()}
        checkpoint = self.checkpoint()
        self.saved.save(self._config, checkpoint, state, self._seconds, validation_error)

    def checkpoint(self) -> Checkpoint:
        """The averaged weights and how they came about."""
        names = [Path(source).name for source in self._config.data]
        training = {
            "config": asdict(self._config) | {"data": names},
            **self._facts,
            "samples": len(self._learning),
            "validation_samples": len(self._validation),
            "seconds": round(self._seconds, 1),
            "cpu_seconds": round(time.process_time() - self._cpu_before, 1),
            "torch": torch.__version__,
        }
        weights = to_arrays(self._learner.average.values)
        return Checkpoint(self._config.architecture, self._class_names, weights, training=training)


def _reject_rule(checkpoint: Checkpoint, validation: Dataset, j: float) -> RejectRule:
    """The threshold that lets ACCEPTED_ERROR of the validation digits pass wrongly."""
    reader = Recognizer("", checkpoint)
    kind = reader.architecture.score_kind
    rule = RejectRule("posterior", 0.0, j) if kind == "penalty" else RejectRule("margin", 0.0)
    scores = reader.scores(validation.images)
    correct = rankings(scores, kind)[:, 0] == validation.indices(checkpoint.class_names)
    threshold, rejected = threshold_for(confidences(scores, kind, rule), correct, ACCEPTED_ERROR)
    chosen = (
        f"at most {ACCEPTED_ERROR:.1%} wrong among accepted validation digits; "
        f"{rejected:.2%} of them are rejected"
    )
    return replace(rule, threshold=threshold, chosen=chosen)
