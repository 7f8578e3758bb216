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
from lenet_gui.engine.networks.shapes import Shape

MAX_PREVIEWS = 100
MAX_SIDE = 128  # pixels of pictures


def saved_config(output: Path) -> TrainingConfig:
    """Return the choices of a stopped training. Raises BadInput if there is none."""
    for one in unfinished(output.parent):
        if one.output == output:
            return one.config
    raise BadInput("There is no training of {file} to resume.", file=output.name)


def previewed(frame: Frame) -> Frame:
    """Return digits of a source as they are, uint8 (n, 28, 28), and augmented, uint8 (n, 32, 32).

    For a network that sees pictures both are (n, channels, rows, columns), the ``shape`` of its
    input. Raises BadInput if the command makes no sense or the source cannot be read.
    """
    source, seed, count = (frame.values.get(name) for name in ("source", "seed", "count"))
    if not (isinstance(source, str) and type(seed) is int and type(count) is int):
        raise garbled()
    ranges = image_augmentation_from_json(frame.values.get("distortions"))
    dataset = load_dataset(source, shape=_shape_of(frame))
    digits = some_of_each_class(dataset, min(max(count, 1), MAX_PREVIEWS))
    arrays = {"digits": digits, "distorted": augmented(digits, ranges, seed)}
    return Frame("previewed", {"source": source, "seed": seed}, arrays)


def _shape_of(frame: Frame) -> Shape | None:
    """Return the shape of the pictures to show, or None for digits. Raises BadInput."""
    sides = frame.values.get("shape")
    if sides is None:
        return None
    if not isinstance(sides, list) or not all(type(side) is int for side in sides):
        raise garbled()
    if len(sides) != 3 or sides[0] not in (1, 3) or not all(0 < s <= MAX_SIDE for s in sides[1:]):
        raise garbled()
    return tuple(sides)


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
    """Return samples as the trainer would augment them, uint8 (n, 32, 32), or as pictures are."""
    import torch

    from lenet_gui.trainer.data.image_augmentation import Draws
    from lenet_gui.trainer.data.image_augmentation import augmented as as_trained

    pictures = digits.ndim == 4
    margin = 0 if pictures else (FIELD_SIDE - digits.shape[-1]) // 2
    padded = np.pad(digits, [(0, 0)] * (digits.ndim - 2) + [(margin, margin)] * 2)
    if ranges is None:
        return padded
    fields = torch.from_numpy(padded).float().div_(255.0)
    fields = fields if pictures else fields[:, None]
    generator = torch.Generator().manual_seed(seed % (1 << 63))
    draws = Draws.draw(len(fields), fields.shape[-1], ranges, generator)
    with torch.no_grad():
        found = as_trained(fields, ranges, draws, pictures).mul(255.0).round_()
    found = found.to(torch.uint8)
    return (found if pictures else found[:, 0]).numpy()
