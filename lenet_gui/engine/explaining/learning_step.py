"""One step of learning from one picture: the loss, its gradients, the weights after the step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import not_a_digit_penalty, recorded_recipe
from lenet_gui.common.training_values import LossName
from lenet_gui.common.values import ByteArray, Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.networks.backward import Gradients, backward
from lenet_gui.engine.networks.losses import Loss, make_loss
from lenet_gui.engine.networks.network import check_outputs, check_weights
from lenet_gui.engine.recognition.recognizer import Recognizer


@dataclass(frozen=True, slots=True)
class Criterion:
    """The loss that a network learns by.

    j: the constant penalty of the not-a-digit class, of the loss "map". recorded: whether the
    network's file says that it was trained so.
    """

    name: LossName
    j: float
    recorded: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """The lesson that one picture with its label would teach a network.

    label: index of the right class. evidence: float32 (classes,). activations, gradients: without
    a batch axis; activations have "INPUT", too. gradients: of the loss.
    """

    criterion: Criterion
    label: int
    loss: Loss
    evidence: FloatArray
    activations: Mapping[str, FloatArray]
    gradients: Gradients


def criterion_of(recognizer: Recognizer) -> Criterion:
    """Return the loss of the training that a network's file records.

    Without such a record, it is "map" where outputs are penalties, and cross-entropy otherwise.
    """
    checkpoint = recognizer.checkpoint
    penalties = recognizer.architecture.score_kind == "penalty"
    learning = recorded_recipe(checkpoint).learning
    said = checkpoint.training.get("config")
    recorded = isinstance(said, dict) and said.get("loss") == learning.loss
    if recorded and not (penalties and learning.loss == "cross-entropy"):
        return Criterion(learning.loss, learning.j, recorded=True)
    if penalties:
        return Criterion("map", not_a_digit_penalty("lenet-5"), recorded=False)
    return Criterion("cross-entropy", 0.0, recorded=False)


def lesson(recognizer: Recognizer, field: ByteArray, label: int) -> Lesson:
    """Return what a network would learn from the bytes of its input and the right class.

    field: as in ``Recognition``. Raises ValueError for a label that is no class.
    """
    network, architecture = recognizer.network, recognizer.architecture
    inputs = architecture.input_from(field)
    activations, evidence = network.activations_and_evidence(inputs)
    criterion = criterion_of(recognizer)
    loss = make_loss(criterion.name, architecture.score_kind, criterion.j)(evidence, label)
    weights = recognizer.checkpoint.weights
    found = backward(architecture, weights, inputs, activations, loss.evidence_delta)
    values = {"INPUT": inputs, **activations}
    return Lesson(criterion, label, loss, evidence, values, found)


def after_step(checkpoint: Checkpoint, gradients: Gradients, rate: float) -> Checkpoint:
    """Return the network after a plain gradient step: w - rate dE/dw for every weight.

    There is no momentum, no decay and no average. What the file says of errors is of the
    weights before and is left out. Raises BadInput if the weights become too large.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        weights = {
            name: np.asarray(values - rate * gradients.weights[name], np.float32)
            for name, values in checkpoint.weights.items()
        }
    try:
        check_weights(architecture_of(checkpoint), weights)
        check_outputs(architecture_of(checkpoint), weights)
    except BadInput:
        raise BadInput(
            "This step is too large: afterwards the answer would not be a number. Choose a smaller "
            "rate."
        ) from None
    return replace(checkpoint, weights=weights, evaluation={})
