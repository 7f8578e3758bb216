"""Samples of data sets as pictures: ink, or pictures in their colours."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.ink_extraction import picture_of_grey


def colours_of_sample(pixels: ByteArray) -> ByteArray:
    """Return the colours of a picture of 1 or 3 channels, uint8 (channels, rows, columns).

    The result is uint8 (rows, columns, 3).
    """
    rgb = pixels.transpose(1, 2, 0)
    return np.ascontiguousarray(np.broadcast_to(rgb, (*rgb.shape[:2], 3)))


def picture_of_sample(pixels: ByteArray) -> Picture:
    """Return a sample as it is put onto the page.

    pixels: ink, uint8 (28, 28), or a picture, uint8 (channels, rows, columns).
    """
    if pixels.ndim == 2:
        return Picture(pixels.copy())
    rgb = colours_of_sample(pixels)
    return replace(picture_of_grey(np.asarray(Image.fromarray(rgb).convert("L"))), rgb=rgb)
