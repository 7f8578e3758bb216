"""The settings of a training as keyword arguments, for those who check types."""

from __future__ import annotations

from typing import TypedDict

from lenet_gui.common.training_values import (
    ImageAugmentation,
    LossName,
    OptimizerName,
    Schedule,
    ValidationPart,
)


class TrainingSettings(TypedDict, total=False):
    """The fields of ``TrainingData``, ``LearningConfig`` and ``RunConfig``, which explain them.

    A setting that is not given has the value of the preset.
    """

    # TrainingData
    test: str
    non_digits: tuple[str, ...]
    held_out: str
    stroke_augmentations: int
    validation: int
    validation_part: ValidationPart
    # LearningConfig
    start: str
    teachers: tuple[str, ...]
    distillation: float
    epochs: int
    seconds: float
    batch: int
    optimizer: OptimizerName
    rate: float
    schedule: Schedule
    warmup: float
    decay: float
    momentum: float
    average: float
    loss: LossName
    j: float
    image_augmentation: ImageAugmentation | None
    # RunConfig
    seed: int
    device: str
    threads: int
