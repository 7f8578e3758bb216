"""Labelled pictures as a file stores them, before they are normalized."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray

MOST_LEVEL = 127  # values that end below are stretched: MNIST's end at 255


@dataclass(frozen=True, slots=True, eq=False)
class PixelSet:
    """The contents of a set.

    kind: of ``Dataset``. images: uint8 (samples, rows, columns), or (samples, rows, columns, 3) in
    colour. labels: class names. writers: empty if unknown. files: all files that were read.
    """

    kind: str
    images: ByteArray
    labels: tuple[str, ...]
    writers: tuple[str, ...]
    files: tuple[Path, ...]


def stretched(images: ByteArray) -> tuple[ByteArray, tuple[BadInput, ...]]:
    """Return pictures whose values reach 255, and a remark if they had to be stretched for that.

    Some files store ink as 1, or as 15 or 16.
    """
    most = int(images.max(initial=0))
    if not 0 < most <= MOST_LEVEL:
        return images, ()
    table = np.minimum(np.round(np.arange(256) * (255 / most)), 255).astype(np.uint8)
    remark = BadInput(
        "The values of the pixels end at {most}; they were stretched to 0 to 255.", most=most
    )
    return table[images], (remark,)
