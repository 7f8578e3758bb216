"""Pictures that go to the input of a network as they are, without normalization."""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.colour_pictures import resized
from lenet_gui.engine.ink.normalization import FIELD_SIDE
from lenet_gui.engine.networks.architecture import Architecture


def field_picture(values: ByteArray) -> Picture:
    """Return the picture whose values go to the input as they are.

    values: uint8 (rows, columns), 0 is paper, 255 is ink, and to a network that sees pictures black
    and white; or colours (rows, columns, 3), whose grey by Rec. 601 is the ink.
    """
    if values.ndim == 2:
        return Picture(values, rgb=np.repeat(values[:, :, None], 3, axis=2), as_is=True)
    return Picture(resized(values, (1, *values.shape[:2]))[0], rgb=values, as_is=True)


def as_it_is(picture: Picture, architecture: Architecture) -> ByteArray:
    """Resize a picture to the bytes of a network's input, whatever its proportions.

    Returns uint8, (channels, rows, columns) for a network that sees pictures, and (FIELD_SIDE,
    FIELD_SIDE) for one that sees ink, with zeros around what a smaller input does not read.
    """
    shape = architecture.picture_shape
    if shape is not None:
        assert picture.rgb is not None
        return resized(picture.rgb, shape)
    _, rows, columns = architecture.input_shape
    ink, border = picture.ink, max(0, FIELD_SIDE - rows) // 2
    if ink.shape != (rows, columns):
        ink = resized(np.repeat(ink[:, :, None], 3, axis=2), (1, rows, columns))[0]
    return np.pad(ink, border)
