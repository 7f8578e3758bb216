"""Pictures of ink from what a caller has: a path, a Pillow image or an array."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.drawing_files import is_drawing, read_drawing
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.image_files import MAX_PIXELS, read_photograph
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.ink.rasterizer import drawing_picture

Paper = Literal["white", "black"]
ImageLike = str | os.PathLike[str] | Image.Image | NDArray[Any]

_ARRAY = "The array"  # of BadInput: it begins a sentence
_IMAGE = "The image"
_SHAPE = QT_TRANSLATE_NOOP(
    "BadInput",
    "{file} has the shape {shape}. A picture has rows and columns, and perhaps 3 or 4 channels "
    "behind them.",
)
_VALUES = QT_TRANSLATE_NOOP(
    "BadInput",
    "{file} has values that are no shades: whole numbers from 0 to 255 are, and fractions from 0 "
    "to 1.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "BadInput", "{file} has too many pixels; at most {most} million are supported."
)


def picture_of(image: ImageLike, paper: Paper | None = None) -> Picture:
    """Return the ink of one picture.

    image: the path of an image or of a drawing (.json); a Pillow image; or an array, (rows,
    columns) of greys, or (rows, columns, 3 or 4) of red, green, blue and perhaps opacity. In an
    array, whole numbers are shades from 0, black, to 255, white, and fractions from 0.0 to 1.0.

    paper: None finds out what is ink, dark on light or light on dark, as the window does with a
    file. "white" or "black" takes that for paper and its opposite for the strongest ink, every
    shade between them counts; MNIST has black paper. Drawings have no paper.

    Raises BadInput if there is no such file, or the image or the array cannot be read.
    """
    if isinstance(image, str | os.PathLike):
        path = Path(image)
        if is_drawing(path):
            return drawing_picture(read_drawing(path))
        grey = read_photograph(path).grey
    else:
        pixels = image if isinstance(image, Image.Image) else Image.fromarray(_bytes_of(image))
        grey = _grey_of(pixels)
    if paper is None:
        return picture_of_grey(grey)
    return Picture(grey if paper == "black" else 255 - grey)


def _grey_of(image: Image.Image) -> ByteArray:
    """Convert an image in memory to grey as a file of it would be; ``image`` stays as it is."""
    _check_pixels(_IMAGE, image.width * image.height)
    try:
        return grey_of_image(image.copy())  # which closes what it converts
    except Exception as error:  # its pixels may still lie in a damaged file
        raise BadInput(
            "{file} is damaged: {why}.", file=_IMAGE, why=str(error)[:100] or type(error)
        ) from None


def _bytes_of(image: NDArray[Any]) -> ByteArray:
    """Return an array's shades as bytes. Raises BadInput if it is no picture."""
    try:
        values = np.asarray(image)
    except Exception as error:  # arrays of other libraries may say no, and lists be ragged
        raise BadInput("{file} cannot be read: {why}.", file=_ARRAY, why=str(error)[:100]) from None
    rows_and_columns, channels = values.shape[:2], values.shape[2:]
    if len(rows_and_columns) < 2 or 0 in values.shape or channels not in ((), (1,), (3,), (4,)):
        shape = " x ".join(map(str, values.shape)) or "()"
        raise BadInput(_SHAPE, file=_ARRAY, shape=shape)
    _check_pixels(_ARRAY, values.shape[0] * values.shape[1])
    if channels == (1,):
        values = values[:, :, 0]
    if values.dtype == np.uint8:
        return np.ascontiguousarray(values)
    kind = values.dtype.kind
    if kind not in "biuf":
        raise BadInput(_VALUES, file=_ARRAY)
    highest = 255 if kind in "iu" else 1
    if not (values.min() >= 0 and values.max() <= highest):  # nor not-a-number
        raise BadInput(_VALUES, file=_ARRAY)
    return np.round(values.astype(np.float32) * (255 / highest)).astype(np.uint8)


def _check_pixels(name: str, pixels: int) -> None:
    if pixels > MAX_PIXELS:
        raise BadInput(_TOO_MANY, file=name, most=MAX_PIXELS // 1_000_000)
