"""Arrays of colours as images to paint."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QImage

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.colour_pictures import colours_of_planes


def colour_image(rgb: ByteArray) -> QImage:
    """Return colours, uint8 (rows, columns, 3), as an image that owns its pixels."""
    rgb = np.ascontiguousarray(rgb)
    rows, columns, _ = rgb.shape
    return QImage(rgb.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888).copy()


def sample_image(sample: ByteArray, ink_table: Sequence[int]) -> QImage:
    """Return a sample of a data set as an image.

    sample: a digit, uint8 (rows, columns), shown in the 256 colours of ink; or what a network that
    sees pictures reads, (channels, rows, columns), in its own.
    """
    if sample.ndim == 3:
        return colour_image(colours_of_planes(sample))
    sample = np.ascontiguousarray(sample)
    rows, columns = sample.shape
    image = QImage(sample.data, columns, rows, columns, QImage.Format.Format_Indexed8).copy()
    image.setColorTable(ink_table)
    return image


def tinted(planes: ByteArray) -> ByteArray:
    """Return the planes of a picture in red, green and blue, uint8 (3, rows, columns, 3).

    planes: uint8 (3, rows, columns).
    """
    return planes[..., None] * np.eye(3, dtype=np.uint8)[:, None, None]
