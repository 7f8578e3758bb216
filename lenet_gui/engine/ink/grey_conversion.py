"""Conversion of decoded images to grey: orientation, wide values, transparency, few levels."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import ExifTags, Image

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.ink.colour_axis import grey_of_colours
from lenet_gui.engine.ink.few_levels import stretched
from lenet_gui.engine.ink.transparency import on_paper

WIDE_MODES = ("I", "F")  # 32 bits per pixel, or 16 as in "I;16"
_BAND = 1 << 20  # pixels of wide values that are converted at once
EXIF_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # by EXIF's orientation number


def grey_of_image(image: Image.Image) -> ByteArray:
    """Convert an image to grey, uint8 (rows, columns), upright; transparency becomes paper.

    Contrast too small to be seen is stretched where it cannot be noise. The pixels of ``image``
    are gone afterwards: a large picture in colours takes hundreds of megabytes.
    """
    image.load()
    # Asked only now: of TIFF files, Pillow has turned the pixels itself, and taken the number away.
    turn = EXIF_TURNS.get(orientation_of(image))
    grey = _grey_as_stored(image)
    image.close()
    if turn is not None:  # last, when a pixel is one byte
        grey = grey.transpose(turn)
    return stretched(np.array(grey))


def orientation_of(image: Image.Image) -> int:
    """Return EXIF's orientation number, 1..8; 1 if it is missing or odd."""
    said = image.getexif().get(ExifTags.Base.Orientation, 1)
    return int(said) if said in range(1, 9) else 1


def _grey_as_stored(image: Image.Image) -> Image.Image:
    if image.mode.partition(";")[0] in WIDE_MODES:
        return narrowed(image)
    if image.mode == "P" and "transparency" in image.info:
        image = image.convert("RGBA")
    if "A" in image.getbands():
        return on_paper(image)
    return grey_of_colours(image)


def narrowed(image: Image.Image) -> Image.Image:
    """Map the values of a 16-bit or float picture to 0..255.

    16-bit files of cameras and scanners use as many bits as their sensors have, from the lowest
    on: the largest value says how many. Values below 0 and above 65,535 are mapped by their range.
    """
    low = high = 0.0
    for _, values in _bands(image):
        finite = np.isfinite(values)
        low = min(low, float(values.min(where=finite, initial=np.inf)))
        high = max(high, float(values.max(where=finite, initial=-np.inf)))
    bits = int(high).bit_length() if low >= 0 and 255 < high <= 65535 else 0
    top = 2.0**bits - 1 if bits else max(high, 1.0)
    factor = 255.0 / (top - low)
    grey = Image.new("L", image.size)
    for upper, values in _bands(image):
        values *= np.float32(factor)
        values -= np.float32(low * factor)
        np.nan_to_num(values, copy=False)
        band = np.clip(values, 0, 255, out=values).astype(np.uint8)
        grey.paste(Image.fromarray(band), (0, upper))
    return grey


def _bands(image: Image.Image) -> Iterator[tuple[int, FloatArray]]:
    """Yield the rows of a picture in pieces, float32, each with the number of its first row."""
    columns, rows = image.size
    step = max(1, _BAND // columns)
    for upper in range(0, rows, step):
        piece = image.crop((0, upper, columns, min(upper + step, rows)))
        yield upper, np.array(piece, np.float32)
