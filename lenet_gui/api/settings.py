"""The settings of a training as keyword arguments, for those who check types."""

from __future__ import annotations

import os
from typing import TypedDict

from lenet_gui.common.training_values import (
    FirstWeights,
    ImageAugmentation,
    LossName,
    OptimizerName,
    Schedule,
    ValidationPart,
)
from lenet_gui.common.values import Sees

Source = str | os.PathLike[str]


class TrainingSettings(TypedDict, total=False):
    """The fields of ``TrainingData``, ``LearningConfig`` and ``RunConfig``, which explain them.

    A setting that is not given has the value of the preset.
    """

    # TrainingData
    test: Source
    non_digits: tuple[Source, ...]
    held_out: Source
    stroke_augmentations: int
    validation: int
    validation_part: ValidationPart
    sees: Sees
    classes: tuple[str, ...]
    # LearningConfig
    start: Source
    first_weights: FirstWeights
    teachers: tuple[Source, ...]
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
