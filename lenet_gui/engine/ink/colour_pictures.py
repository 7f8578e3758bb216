"""Pictures in their own colours, for networks that see pictures and not ink alone.

Pillow is imported late: it costs start-up time, and networks that see ink do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lenet_gui.common.values import WHITE, ByteArray, Picture

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_COLOUR_SIDE = 512  # pixels; the largest input of a network has 128


def colours_of_image(image: Image) -> ByteArray:
    """Return the colours of an image, uint8 (rows, columns, 3), upright, on white paper.

    Larger images are averaged down to MAX_COLOUR_SIDE pixels. The image is left as it was.
    """
    from PIL.Image import new

    from lenet_gui.engine.ink.grey_conversion import (
        EXIF_TURNS,
        WIDE_MODES,
        narrowed,
        orientation_of,
    )

    image.load()
    turn = EXIF_TURNS.get(orientation_of(image))
    if image.mode.partition(";")[0] in WIDE_MODES:
        image = narrowed(image)
    if image.mode == "P":  # numbers of colours, which have no average
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    factor = -(-max(image.size) // MAX_COLOUR_SIDE)
    small = image.reduce(factor) if factor > 1 else image
    if "A" in small.getbands() or "transparency" in small.info:
        seen = small.convert("RGBA")
        paper = new("RGB", seen.size, WHITE)
        paper.paste(seen, mask=seen.getchannel("A"))
        small = paper
    small = small.convert("RGB")
    return np.array(small if turn is None else small.transpose(turn))


def colours_of_picture(picture: Picture) -> ByteArray:
    """Return the colours of a picture, uint8 (rows, columns, 3); ink alone is black on white."""
    if picture.rgb is not None:
        return picture.rgb
    return np.repeat((255 - picture.ink)[:, :, None], 3, axis=2)


def colours_of_planes(planes: ByteArray) -> ByteArray:
    """Return what a network sees, uint8 (channels, rows, columns), as colours (rows, columns, 3).

    One channel is grey.
    """
    return np.ascontiguousarray(np.broadcast_to(planes, (3, *planes.shape[1:])).transpose(1, 2, 0))


def sample_picture(image: ByteArray) -> Picture:
    """Return a sample of a data set as a picture: its ink, and in colours as it is stored.

    image: uint8 (rows, columns), light ink on black as MNIST has it, or what a network that sees
    pictures reads, (channels, rows, columns).
    """
    if image.ndim == 2:
        return Picture(image.copy(), rgb=np.repeat(image[:, :, None], 3, axis=2))
    from lenet_gui.engine.ink.ink_extraction import picture_of_grey

    rgb = colours_of_planes(image)
    grey = resized(rgb, (1, *image.shape[1:]))[0]
    return Picture(picture_of_grey(grey).ink, rgb=rgb)


def resized(rgb: ByteArray, shape: tuple[int, ...]) -> ByteArray:
    """Resize a picture to the input of a network, whatever its proportions.

    rgb: uint8 (rows, columns, 3). shape: (channels, rows, columns); with one channel the result is
    grey by Rec. 601, as Pillow and torchvision have it. Returns uint8 of ``shape``.
    """
    from PIL.Image import Resampling, fromarray

    channels, rows, columns = shape
    image = fromarray(rgb)
    if channels == 1:
        image = image.convert("L")
    values = np.asarray(image.resize((columns, rows), Resampling.BILINEAR))
    return np.ascontiguousarray(values.reshape(rows, columns, channels).transpose(2, 0, 1))
