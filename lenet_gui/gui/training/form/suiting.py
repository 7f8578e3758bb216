"""Which settings of a training suit each other."""

from __future__ import annotations

from dataclasses import replace

from lenet_gui.common.training_values import LossName, TrainingConfig
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.training.form.fields import FIELDS

UNFIT_REASONS = {
    "j": QT_TRANSLATE_NOOP("TrainingField", "Only for the loss MAP."),
    "decay": QT_TRANSLATE_NOOP("TrainingField", "Only for AdamW."),
    "momentum": QT_TRANSLATE_NOOP("TrainingField", "Only for SGD."),
    "threads": QT_TRANSLATE_NOOP("TrainingField", "Only on a CPU."),
    "distillation": QT_TRANSLATE_NOOP("TrainingField", "Only with a teacher."),
    "teachers": QT_TRANSLATE_NOOP("TrainingField", "Not with squared error."),
    "stroke_augmentations": QT_TRANSLATE_NOOP("TrainingField", "Only for networks that see ink."),
    "non_digits": QT_TRANSLATE_NOOP("TrainingField", "Only for networks that see ink."),
    "sees": QT_TRANSLATE_NOOP("TrainingField", "Settled by the network that it starts from."),
    "first_weights": QT_TRANSLATE_NOOP("TrainingField", "Only for a training from random weights."),
    "classes": QT_TRANSLATE_NOOP("TrainingField", "Settled by the network that it starts from."),
}


def possible(config: TrainingConfig, architecture: Architecture, field: str) -> tuple[str, ...]:
    """Return the choices of a field that suit the other settings.

    architecture: that of ``config``.
    """
    choices = tuple(value for value, _ in FIELDS[field].choices)
    if field == "loss":
        unfit = "cross-entropy" if architecture.score_kind == "penalty" else ""
        return tuple(choice for choice in choices if choice != unfit)
    if field == "schedule" and config.learning.optimizer != "levenberg-marquardt":
        return tuple(choice for choice in choices if choice != "published")
    return choices


def why_not(config: TrainingConfig, field: str) -> str:
    """Return why a field has no effect with the other settings, to translate; empty if it has."""
    learning, pictures = config.learning, config.data.sees == "picture"
    unfit = {
        "j": learning.loss != "map",
        "decay": learning.optimizer != "adamw",
        "momentum": learning.optimizer != "sgd",
        "distillation": not learning.teachers,
        "teachers": learning.loss == "mse",
        "threads": config.run.device not in ("auto", "cpu"),
        "stroke_augmentations": pictures,
        "non_digits": pictures,
        "sees": bool(learning.start),
        "first_weights": bool(learning.start),
        "classes": bool(learning.start),
    }
    return UNFIT_REASONS[field] if unfit.get(field) else ""


def fitting(config: TrainingConfig, architecture: Architecture) -> TrainingConfig:
    """Return a configuration whose loss, schedule and data suit its network and optimiser.

    architecture: that of ``config``.
    """
    data, learning = config.data, config.learning
    if learning.loss not in possible(config, architecture, "loss"):
        penalties = architecture.score_kind == "penalty"
        loss: LossName = "map" if penalties else "cross-entropy"
        learning = replace(learning, loss=loss)
    if learning.schedule not in possible(config, architecture, "schedule"):
        learning = replace(learning, schedule="cosine")
    if learning.loss != "map":
        data = replace(data, non_digits=())
    if learning.loss == "mse":
        learning = replace(learning, teachers=())
    if data.sees == "picture":
        data = replace(data, non_digits=(), stroke_augmentations=0)
    return replace(config, data=data, learning=learning)
