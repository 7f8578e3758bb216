"""Makes of stored pictures what networks see: digits in MNIST's form, or pictures as they are."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.data.colour_noticing import colour_remarks, sampled
from lenet_gui.engine.data.formats.idx import ReadingProgress
from lenet_gui.engine.data.formats.picture_forms import PictureForm
from lenet_gui.engine.ink.colour_pictures import colours_of_picture, resized
from lenet_gui.engine.ink.drawing_files import is_drawing, read_drawing
from lenet_gui.engine.ink.image_files import read_colours, read_picture
from lenet_gui.engine.ink.normalization import DIGIT_SIDE, normalize
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.shapes import Shape

MAX_SAMPLES = 1_000_000  # that are normalised one by one
MAX_PICTURE_BYTES = 1 << 30  # of all pictures of a source


def as_seen(
    pictures: Iterable[Picture | ByteArray | BadInput],
    count: int,
    progress: ReadingProgress | None,
    shape: Shape | None = None,
) -> tuple[ByteArray, dict[int, BadInput]]:
    """Return the pictures as a network sees them, and why some could not be read, by their places.

    uint8 (those that could be read, 28, 28) in MNIST's form, or resized to ``shape``. Raises
    BadInput if there are too many.
    """
    one = (DIGIT_SIDE, DIGIT_SIDE) if shape is None else shape
    if shape is not None and count * math.prod(shape) > MAX_PICTURE_BYTES:
        raise BadInput(
            "{count} pictures of {shape} take more memory than is supported.",
            count=count,
            shape=" x ".join(map(str, shape)),
        )
    images = np.zeros((min(count, MAX_SAMPLES), *one), np.uint8)
    errors: dict[int, BadInput] = {}
    for place, picture in enumerate(pictures):
        if progress is not None:
            progress(place, count)
        if isinstance(picture, BadInput):
            errors[place] = picture
        elif shape is None:
            assert isinstance(picture, Picture)
            images[place - len(errors)] = normalize(picture).digit
        else:
            colours = colours_of_picture(picture) if isinstance(picture, Picture) else picture
            images[place - len(errors)] = resized(colours, shape)
    return images[: count - len(errors)], errors


def pictures_of(
    images: ByteArray, shape: Shape, progress: ReadingProgress | None = None
) -> ByteArray:
    """Resize pictures as a file stores them to the input of a network that sees pictures.

    images: uint8 (samples, rows, columns), or (samples, rows, columns, 3). Returns uint8
    (samples, channels, rows, columns) of ``shape``. Raises BadInput if there are too many.
    """
    if images.ndim == 3:
        images = np.broadcast_to(images[..., None], (*images.shape, 3))
    return as_seen(images, len(images), progress, shape)[0]


def in_grey(images: ByteArray) -> ByteArray:
    """Return uint8 (samples, rows, columns) of pictures that may be in colour, (..., 3)."""
    if images.ndim == 3:
        return images
    return np.stack([np.asarray(Image.fromarray(image).convert("L")) for image in images])


def picture_in_folder(
    label: str, file: Path, form: PictureForm, shape: Shape | None
) -> Picture | ByteArray | BadInput:
    """Read a picture or drawing of a class folder.

    label: the class. form: how to read it. Returns a picture of ink; or with a ``shape`` the
    colours, uint8 (rows, columns, 3); or why it cannot be read.
    """
    try:
        if shape is not None:
            return form.applied(_colours(file))
        picture = drawing_picture(read_drawing(file)) if is_drawing(file) else read_picture(file)
    except BadInput as error:  # several folders may have a file of that name
        return BadInput(error.template, **error.details | {"file": f"{label}/{file.name}"})
    return Picture(form.applied(picture.ink))


def colours_of_folder(
    files: Sequence[tuple[str, Path]], shape: Shape | None
) -> tuple[BadInput, ...]:
    """Return ``colour_remarks`` about the pictures of class folders.

    files: the class and path of each. shape: as ``load_dataset`` takes it.
    """

    def seen() -> Iterator[ByteArray]:
        for at in sampled(len(files)):
            with contextlib.suppress(BadInput):  # another program may have changed it just now
                yield _colours(files[at][1])

    return colour_remarks(seen(), shape)


def _colours(file: Path) -> ByteArray:
    if is_drawing(file):
        return painting_of(read_drawing(file))
    return read_colours(file)
