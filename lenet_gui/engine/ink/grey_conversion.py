"""Conversion of decoded images to grey: orientation, wide values, transparency."""

from __future__ import annotations

import numpy as np
from PIL import ExifTags, Image

from lenet_gui.common.values import ByteArray, FloatArray

WIDE_MODES = ("I", "F")  # 32 bits per pixel, or 16 as in "I;16"
_EXIF_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # by EXIF's orientation number


def grey_of_image(image: Image.Image) -> ByteArray:
    """Convert an image to grey, uint8 (rows, columns), upright; transparency becomes paper."""
    return np.array(_grey(image))


def _grey(image: Image.Image) -> Image.Image:
    """Convert to grey and turn upright; turned last, when a pixel is one byte."""
    turn = _EXIF_TURNS.get(orientation_of(image))
    grey = _grey_as_stored(image)
    return grey if turn is None else grey.transpose(turn)


def orientation_of(image: Image.Image) -> int:
    """Return EXIF's orientation number, 1..8; 1 if it is missing or odd."""
    said = image.getexif().get(ExifTags.Base.Orientation, 1)
    return int(said) if said in range(1, 9) else 1


def _grey_as_stored(image: Image.Image) -> Image.Image:
    if image.mode.partition(";")[0] in WIDE_MODES:
        return _stretched(np.array(image, np.float32))
    if image.mode == "P" and "transparency" in image.info:
        image = image.convert("RGBA")
    if "A" in image.getbands():
        return _on_paper(image)
    return image.convert("L")


def _stretched(values: FloatArray) -> Image.Image:
    """Map the range of 16-bit and float pictures to 0..255. Overwrites ``values``."""
    finite = np.isfinite(values)
    low = min(float(values.min(where=finite, initial=np.inf)), 0.0)
    high = max(float(values.max(where=finite, initial=-np.inf)), 0.0)
    # 16-bit files that only use the low end are dark pictures; only tiny ranges are stretched.
    top = 65535.0 if low >= 0 and 255 < high <= 65535 else max(high, 1.0)
    factor = 255.0 / (top - low)
    values *= np.float32(factor)
    values -= np.float32(low * factor)
    np.nan_to_num(values, copy=False)
    return Image.fromarray(np.clip(values, 0, 255, out=values).astype(np.uint8))


def _on_paper(image: Image.Image) -> Image.Image:
    """Put an image with transparency on paper, black or white, from which its ink stands out."""
    grey, alpha = image.convert("L"), image.getchannel("A")
    shades, weights = np.asarray(grey), np.asarray(alpha)
    total = float(weights.sum(dtype=np.float64))
    ink = float(np.einsum("ij,ij->", shades, weights, dtype=np.float64))
    mean = ink / total if total else 0.0
    paper = Image.new("L", image.size, 255 if mean < 128 else 0)
    paper.paste(grey, mask=alpha)
    return paper
