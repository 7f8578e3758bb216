"""Digits as a person would draw them or a camera see them: large, and anywhere on a page."""

from __future__ import annotations

import numpy as np
from PIL import Image

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.data.datasets import Dataset
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.recognition.recognizer import Recognizer

NEAREST, BILINEAR, BICUBIC, LANCZOS = (
    Image.Resampling.NEAREST,
    Image.Resampling.BILINEAR,
    Image.Resampling.BICUBIC,
    Image.Resampling.LANCZOS,
)
WAYS = (NEAREST, BILINEAR, BICUBIC, LANCZOS)
SIDE = 560


def enlarged(
    digit: ByteArray, factor: float, how: Image.Resampling, generator: np.random.Generator
) -> Picture:
    """The ink of a digit, enlarged, anywhere on the canvas."""
    side = round(28 * factor)
    large = np.asarray(Image.fromarray(digit).resize((side, side), how))
    rows, columns = np.flatnonzero(large.any(axis=1)), np.flatnonzero(large.any(axis=0))
    ink = large[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height, width = ink.shape
    top = int(generator.integers(SIDE - height + 1))
    left = int(generator.integers(SIDE - width + 1))
    page = np.zeros((SIDE, SIDE), np.uint8)
    page[top : top + height, left : left + width] = ink
    return Picture(page)


def errors_enlarged(data: Dataset, recognizer: Recognizer) -> tuple[int, int]:
    """How many are misread 10 to 20 times as large, by four ways in turn, and as they are."""
    labels = data.indices(recognizer.checkpoint.class_names)
    generator = np.random.default_rng(1998)
    found = np.array(
        [
            normalize(enlarged(digit, generator.uniform(10, 20), WAYS[index % 4], generator)).digit
            for index, digit in enumerate(data.images)
        ]
    )
    errors, originals = (
        int((recognizer.scores(images).argmax(axis=1) != labels).sum())
        for images in (found, data.images)
    )
    return errors, originals
