"""Pictures of ink from what a caller has: a path, a Pillow image or an array."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.common.bad_input import BadInput, no_such
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray, Picture, Sees
from lenet_gui.engine.ink.colour_pictures import colours_of_image
from lenet_gui.engine.ink.drawing_files import is_drawing, read_drawing
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.image_files import MAX_IMAGE_FILE, MAX_PIXELS, photograph_of_bytes
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.ink.painting import painted_picture
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.storage.files import read_limited

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


def picture_of(image: ImageLike, paper: Paper | None = None, sees: Sees = "ink") -> Picture:
    """Return one picture, as a network sees it: its ink, or its colours as well.

    image, paper: as ``NamedNetwork.recognize`` takes them. Raises BadInput if there is no such
    file, or the image or the array cannot be read.
    """
    if paper not in (None, *get_args(Paper)):
        raise no_such("paper", str(paper), get_args(Paper))
    colours = sees == "picture"
    rgb: ByteArray | None = None
    if isinstance(image, str | os.PathLike):
        path = Path(image)
        if is_drawing(path):
            drawing = read_drawing(path)
            return painted_picture(drawing) if colours else drawing_picture(drawing)
        data = read_limited(path, MAX_IMAGE_FILE)
        photograph = photograph_of_bytes(data, path.name, colours)
        grey, rgb = photograph.grey, photograph.rgb
    else:
        pixels = image if isinstance(image, Image.Image) else Image.fromarray(_bytes_of(image))
        grey = _grey_of(pixels)
        if colours:
            rgb = colours_of_image(pixels)
    if paper is None:
        return replace(picture_of_grey(grey), rgb=rgb)
    return Picture(grey if paper == "black" else 255 - grey, rgb=rgb)


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
