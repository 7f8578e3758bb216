"""Previews of the image augmentation, and the choices of a stopped training."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import (
    ImageAugmentation,
    TrainingConfig,
    image_augmentation_from_json,
)
from lenet_gui.common.values import ByteArray
from lenet_gui.common.wire.frames import Frame, garbled
from lenet_gui.engine.checkpoints.unfinished_trainings import unfinished
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.ink.normalization import FIELD_SIDE

MAX_PREVIEWS = 100


def saved_config(output: Path) -> TrainingConfig:
    """Return the choices of a stopped training. Raises BadInput if there is none."""
    for one in unfinished(output.parent):
        if one.output == output:
            return one.config
    raise BadInput("There is no training of {file} to resume.", file=output.name)


def previewed(frame: Frame) -> Frame:
    """Return digits of a source as they are, uint8 (n, 28, 28), and augmented, uint8 (n, 32, 32).

    Raises BadInput if the command makes no sense or the source cannot be read.
    """
    source, seed, count = (frame.values.get(name) for name in ("source", "seed", "count"))
    if not (isinstance(source, str) and type(seed) is int and type(count) is int):
        raise garbled()
    ranges = image_augmentation_from_json(frame.values.get("distortions"))
    digits = some_of_each_class(load_dataset(source), min(max(count, 1), MAX_PREVIEWS))
    arrays = {"digits": digits, "distorted": augmented(digits, ranges, seed)}
    return Frame("previewed", {"source": source, "seed": seed}, arrays)


def some_of_each_class(data: Dataset, count: int) -> ByteArray:
    """Return ``count`` digits of all classes in turn, the same ones each time."""
    names = data.class_names()
    labels = data.indices(names)
    chosen = []
    for place in range(min(count, len(data))):
        round_, label = divmod(place, len(names))
        samples = np.flatnonzero(labels == label)
        # strides without common divisors: neighbours in a file are often by one writer
        chosen.append(samples[(37 * round_ + 11 * label) % len(samples)])
    return data.images[np.array(chosen, np.int64)]


def augmented(digits: ByteArray, ranges: ImageAugmentation | None, seed: int) -> ByteArray:
    """Return digits as the trainer would augment them, uint8 (n, 32, 32)."""
    import torch

    from lenet_gui.trainer.data.image_augmentation import augment

    margin = (FIELD_SIDE - digits.shape[-1]) // 2
    padded = np.pad(digits, ((0, 0), (margin, margin), (margin, margin)))
    if ranges is None:
        return padded
    fields = torch.from_numpy(padded)[:, None].float().div_(255.0)
    with torch.no_grad():
        found = augment(fields, ranges, torch.Generator().manual_seed(seed % (1 << 63)))
    return found[:, 0].mul(255.0).round_().to(torch.uint8).numpy()
