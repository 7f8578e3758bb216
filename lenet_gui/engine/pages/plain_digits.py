"""Tells what is plainly one digit, without OpenCV, which takes a tenth of a second to load."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import Picture, Recognition
from lenet_gui.engine.ink.one_piece import is_one_piece


def is_plain_digit(picture: Picture, whole: Recognition) -> bool:
    """Return whether an image is a single piece of ink that is accepted as a digit.

    Networks that see pictures see each image as one, whatever is on it.

    picture: all ink of the image. whole: ``picture`` recognized as one digit. There is no need to
    read it as a page, which takes a hundred times as long as reading a small digit.
    """
    if whole.normalized is None:
        return True
    return whole.label is not None and is_one_piece(strong_ink(picture))


def strong_ink(picture: Picture) -> NDArray[np.bool_]:
    """Return where a picture has ink of more than half its strength."""
    return picture.ink > 127
