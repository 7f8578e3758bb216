"""Training as a generator, which yields each step and returns the checkpoint."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.class_lists import check_continued
from lenet_gui.common.training_reports import TrainingStep
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint, FloatArray, RejectRule
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, checkpoint_of, read_checkpoint
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_architecture
from lenet_gui.engine.data.augmented_sets import Attend
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import calibrated_rule
from lenet_gui.trainer.config_checks import check_config
from lenet_gui.trainer.data.batches import Batches
from lenet_gui.trainer.data.sources import PreparedData, training_data
from lenet_gui.trainer.devices import enough_memory, find_device
from lenet_gui.trainer.learner import Learner
from lenet_gui.trainer.loop import TrainingLoop
from lenet_gui.trainer.parallel import Processes, own_device, processes
from lenet_gui.trainer.saved_training import SavedState, SavedTraining
from lenet_gui.trainer.teachers import make_teachers

_SCORED_AT_ONCE = 500  # samples between two ticks

Trained = Generator[TrainingStep, TrainingChanges | None, Checkpoint]


def train(config: TrainingConfig, output: Path | None = None, resume: bool = False) -> Trained:
    """Train a network, and yield each step; closing the generator cancels.

    Changes that are sent apply from the next step on. With ``output`` the best and the last
    checkpoint and the state are saved at the end of each epoch, at least every 10 seconds, and when
    the generator is closed; with ``resume`` the training continues from there exactly as if it had
    never stopped. The time that the generator is suspended does not count.

    Raises BadInput for a choice that makes no sense, for data that cannot be read, and if memory or
    disk are full; what was saved before stays.
    """
    device = own_device(find_device(config.run.device))
    with processes(device) as group:
        return (yield from PreparedTraining(config, output, resume, group).steps())


class PreparedTraining:
    """A training that is ready to begin or to resume. Raises BadInput as ``train`` does.

    attend: called every few milliseconds while data is augmented; it may raise. class_names,
    samples (per pass), validation_samples: of its data; device: its name. specification: of the
    architecture, as in ``Checkpoint``.
    """

    def __init__(
        self,
        config: TrainingConfig,
        output: Path | None = None,
        resume: bool = False,
        group: Processes | None = None,
        attend: Attend | None = None,
    ) -> None:
        group = group or Processes()
        self.config = config
        self._device = own_device(find_device(config.run.device))
        self._saved = None if output is None else SavedTraining(output)
        state = self._saved.load(config) if self._saved is not None and resume else None
        if resume and state is None:
            raise BadInput("Only a training with an output file can be resumed.")
        self._architecture = _architecture(config, state)
        check_config(config, self._architecture)
        torch.set_num_threads(config.run.threads)
        shape = self._architecture.picture_shape
        learned = training_data(config.data, config.run.seed, attend, shape)
        self._validation, self._non_digits = learned.validation, learned.non_digits
        self.samples = sum(pool.per_pass for pool in learned.pools)
        self.validation_samples = len(self._validation)
        _check_batch(config.learning.batch, self.samples, group)
        if state is None:
            self.class_names, weights = _beginning(config, learned.class_names)
        else:
            self.class_names, weights = state.class_names, None
            if not set(learned.class_names) <= set(state.class_names):
                raise BadInput("{file} does not fit this training.", file=state.name)
        self._group = group
        facts = {"data": learned.hashes, "device": self.device, **_before(config.learning.start)}
        with enough_memory(config.learning.batch, self._device):
            self._loop = self._make_loop(learned, weights, facts)
            if state is not None:
                self._loop.go_on(state)

    def _make_loop(
        self,
        learned: PreparedData,
        weights: Mapping[str, FloatArray] | None,
        facts: Mapping[str, object],
    ) -> TrainingLoop:
        config, group = self.config, self._group
        network = self._architecture
        if network.classes != len(self.class_names):
            network = network.for_classes(len(self.class_names))
        self.specification = checkpoint_of(network, self.class_names, {}).specification
        made = self.class_names, self._device, config.run.seed
        weights = weights or initial_weights(network, config.run.seed)
        teachers = make_teachers(config.learning, network, self.class_names, self._device)
        if teachers is not None:
            facts = {**facts, "teachers": teachers.facts}
        return TrainingLoop(
            config,
            network,
            Learner(config.learning, network, self._device, weights, group, teachers),
            Batches(learned.samples, network, *made, group, learned.pools),
            Batches(self._validation, network, *made),
            group,
            self._saved if group.first else None,
            facts,
            self.class_names,
        )

    @property
    def device(self) -> str:
        """Return the name of the device."""
        return str(self._device)

    @property
    def picture_shape(self) -> Shape | None:
        """Return the shape of the pictures that the network sees; None if it sees ink."""
        return self._architecture.picture_shape

    def weights(self) -> dict[str, FloatArray]:
        """Return a copy of the averaged weights, by name."""
        return self._loop.weights()

    def steps(self) -> Trained:
        """Learn to the end; yield and return what ``train`` does."""
        with enough_memory(self.config.learning.batch, self._device):
            yield from self._loop.steps()
            checkpoint = self._loop.checkpoint()
            if not self._group.first:
                return checkpoint
            rule = yield from self._reject_rule(checkpoint)
            result = replace(checkpoint, rejection=rule)
        if self._saved is not None:
            self._saved.finish(result)
        return result

    def _reject_rule(
        self, checkpoint: Checkpoint
    ) -> Generator[TrainingStep, TrainingChanges | None, RejectRule]:
        """Return the reject rule chosen by the validation digits and the non-digits set aside."""
        recognizer = Recognizer("", checkpoint)
        validation = [self._validation]
        if self._non_digits is not None:
            validation.append(self._non_digits)
        images = np.concatenate([part.images for part in validation])
        read = []
        for start in range(0, len(images), _SCORED_AT_ONCE):
            read.append(recognizer.evidence(images[start : start + _SCORED_AT_ONCE]))
            yield from self._loop.tick()
        labels = np.concatenate([part.indices(checkpoint.class_names) for part in validation])
        learning = self.config.learning
        j = learning.j if learning.loss == "map" else None
        return calibrated_rule(
            np.concatenate(read), labels, recognizer.architecture.score_kind, j=j
        )


def _check_batch(batch: int, samples: int, group: Processes) -> None:
    """Raise BadInput if there are fewer samples than a batch, or fewer in it than processes."""
    if samples < batch:
        raise BadInput(
            "There are only {count} training samples, fewer than a batch of {batch}. Choose a "
            "smaller batch.",
            count=samples,
            batch=batch,
        )
    if batch < group.count:
        raise BadChoice(
            "A batch of {batch} cannot be divided evenly among {count} processes.",
            batch=batch,
            count=group.count,
        )


def _architecture(config: TrainingConfig, state: SavedState | None) -> Architecture:
    """Return the architecture to train; where the data decides its classes, with its own number.

    A resumed training does not need the checkpoint that it started from any more.
    """
    if state is None:
        return chosen_architecture(config)
    name, classes = config.architecture, state.class_names
    return architecture_of(Checkpoint(name, classes, {}, specification=state.specification))


def _before(start: str) -> dict[str, dict[str, object]]:
    """Return the record of the training whose checkpoint this one starts from; {} if it is gone."""
    try:
        record = read_checkpoint(Path(start)).training if start else {}
    except BadInput:
        record = {}
    kept = {name: record[name] for name in ("command", "cpu_seconds", "before") if name in record}
    return {"before": kept} if kept else {}


def _beginning(
    config: TrainingConfig, names: tuple[str, ...]
) -> tuple[tuple[str, ...], Mapping[str, FloatArray] | None]:
    """Return (class names, initial weights) of the checkpoint to start from, if there is one.

    Otherwise (``names``, None). Raises BadInput if the checkpoint does not fit.
    """
    if not config.learning.start:
        return names, None
    start = Path(config.learning.start)
    checkpoint = read_checkpoint(start)
    check_continued(start.name, checkpoint.class_names, names)
    return checkpoint.class_names, checkpoint.weights
