"""Image files and grey arrays to pictures of ink, dark on light or light on dark.

Images are decoded within limits; what in them is ink is decided by ``ink_of``.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from PIL import ExifTags, Image, UnidentifiedImageError

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, FloatArray, Picture
from lenet_gui.engine.storage.files import read_limited

MAX_IMAGE_FILE = 100_000_000  # bytes
MAX_PIXELS = 60_000_000
MAX_HEAVY_PIXELS = 30_000_000  # of kinds whose pixels take several bytes until they are grey
# The formats that Pillow decodes itself; for some others it starts programs.
IMAGE_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "PPM", "TIFF", "WEBP")
INK_WORKING_SIDE = 1200  # pixels; larger pictures are averaged down by a whole factor
MIN_CONTRAST = 20  # of 255: less contrast than this is blank paper
NOISE_SPREADS = 5.0  # standard deviations that count as paper; noise exceeds them once in 3e6
MAD_TO_DEVIATION = 1.4826  # standard deviation over median absolute deviation, normal distribution

_HEAVY_FORMATS = ("TIFF", "WEBP")
_WIDE_MODES = ("I", "F")  # 32 bits per pixel, or 16 as in "I;16"
_EXIF_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # by EXIF's orientation number

Result = TypeVar("Result")

# Our own limit is checked instead. Catching the warning around each picture would change the
# filters of all threads, and pictures are read in several.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
# Pillow warns of oddities in files that it can read all the same.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


@dataclass(frozen=True, slots=True, eq=False)
class GreyPhotograph:
    """A grey picture, uint8 (rows, columns), upright.

    orientation: EXIF's number 1..8 of how the file stores it. stored: (width, height) there.
    """

    grey: ByteArray
    orientation: int
    stored: tuple[int, int]

    def box_in_file(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """Map a box (x, y, width, height) of the upright picture to pixels as stored."""
        x, y, width, height = box
        columns, rows = self.stored
        if self.orientation >= 5:  # stored on its side
            x, y, width, height = y, x, height, width
        if self.orientation in (2, 3, 7, 8):
            x = columns - x - width
        if self.orientation in (3, 4, 6, 7):
            y = rows - y - height
        return x, y, width, height


def read_photograph(path: Path) -> GreyPhotograph:
    """Read an image file as grey, at full resolution, without deciding what is ink.

    EXIF orientation, animations and transparency are treated as in ``read_picture``. Raises
    BadInput if the file cannot be read.
    """
    return photograph_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name)


def photograph_of_bytes(data: bytes, name: str) -> GreyPhotograph:
    """Read an encoded image in memory as ``read_photograph`` does; errors call it ``name``."""
    return _decoded(data, name, _photograph_of)


def grey_of_bytes(data: bytes, name: str) -> ByteArray:
    """Decode an encoded image in memory to grey, uint8 (rows, columns), upright.

    Raises BadInput, which calls the image ``name``, if it cannot be read.
    """

    def convert(image: Image.Image) -> ByteArray:
        image.draft("L", image.size)  # the colours of a JPEG need not be decoded
        return grey_of_image(image)

    return _decoded(data, name, convert)


def read_picture(path: Path) -> Picture:
    """Read the ink of an image file. Raises BadInput if the file cannot be read.

    EXIF orientation is obeyed, the first frame of an animation is taken, transparency becomes
    paper. The picture's coordinates are those of the upright image.
    """
    return picture_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name)


def picture_of_bytes(data: bytes, name: str) -> Picture:
    """Read the ink of an encoded image in memory; errors call it ``name``."""
    return _decoded(data, name, picture_of_image)


def _photograph_of(image: Image.Image) -> GreyPhotograph:
    stored = image.size
    orientation = _orientation(image)
    return GreyPhotograph(grey_of_image(image), orientation, stored)


def _decoded(data: bytes, name: str, convert: Callable[[Image.Image], Result]) -> Result:
    """Decode an image within the limits, and return what ``convert`` makes of it.

    Raises BadInput if the data is no image, damaged, or too large.
    """
    try:
        image = Image.open(io.BytesIO(data), formats=IMAGE_FORMATS)
        most = _most_pixels(image)
        if image.width * image.height > most:
            raise BadInput(
                "{file} has {pixels} million pixels; at most {most} million are supported.",
                file=name,
                pixels=image.width * image.height // 1_000_000,
                most=most // 1_000_000,
            )
        image.seek(0)
        return convert(image)
    except BadInput:
        raise
    except UnidentifiedImageError:
        raise BadInput("{file} is not an image of a supported kind.", file=name) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadInput(
            "{file} has too many pixels; at most {most} million are supported.",
            file=name,
            most=MAX_PIXELS // 1_000_000,
        ) from None
    except Exception as error:  # decoders raise whatever a damaged file leads to
        raise BadInput(
            "{file} is damaged: {why}.", file=name, why=str(error)[:100] or type(error)
        ) from None


def grey_of_image(image: Image.Image) -> ByteArray:
    """Convert an image to grey, uint8 (rows, columns), upright; transparency becomes paper."""
    return np.array(_grey(image))


def _most_pixels(image: Image.Image) -> int:
    """Return the largest number of pixels to decode, by the memory that its format needs."""
    heavy = (
        image.format in _HEAVY_FORMATS
        or image.mode.partition(";")[0] in _WIDE_MODES
        or "A" in image.getbands()
        or "transparency" in image.info
    )
    return min(MAX_HEAVY_PIXELS, MAX_PIXELS) if heavy else MAX_PIXELS


def picture_of_image(image: Image.Image) -> Picture:
    """Return the ink of an image."""
    return picture_of_grey(grey_of_image(image))


def picture_of_grey(values: ByteArray) -> Picture:
    """Return the ink of a grey picture, uint8 (rows, columns), averaged to the working side."""
    grey = Image.fromarray(values)
    factor = max(1, -(-max(grey.size) // INK_WORKING_SIDE))
    if factor > 1:
        grey = grey.reduce(factor)
    return Picture(ink_of(np.asarray(grey)), (0.0, 0.0), float(factor))


def _grey(image: Image.Image) -> Image.Image:
    """Convert to grey and turn upright; turned last, when a pixel is one byte."""
    turn = _EXIF_TURNS.get(_orientation(image))
    grey = _grey_as_stored(image)
    return grey if turn is None else grey.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """Return EXIF's orientation number, 1..8; 1 if it is missing or odd."""
    said = image.getexif().get(ExifTags.Base.Orientation, 1)
    return int(said) if said in range(1, 9) else 1


def _grey_as_stored(image: Image.Image) -> Image.Image:
    if image.mode.partition(";")[0] in _WIDE_MODES:
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


def ink_of(grey: ByteArray) -> ByteArray:
    """Convert grey values, uint8 (rows, columns), to ink: 0 = paper, 255 = the strongest ink.

    The paper's shade is the median of the picture's rim. Of darker and lighter pixels, those that
    deviate more are the ink. Deviations that the rim's noise could explain are paper.
    Antialiased edges are kept.
    """
    rim = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]]).astype(np.float32)
    paper = float(np.median(rim))
    spread = _spread(rim, paper)
    deviation = grey.astype(np.float32) - np.float32(paper)
    lighter, darker = np.maximum(deviation, 0), np.maximum(-deviation, 0)
    ink = darker if float((darker**2).sum()) >= float((lighter**2).sum()) else lighter
    ink[ink <= NOISE_SPREADS * spread] = 0
    peak = float(ink.max())
    if peak < MIN_CONTRAST:
        return np.zeros_like(grey)
    scaled: FloatArray = ink * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _spread(rim: FloatArray, paper: float) -> float:
    """Estimate the standard deviation of the paper from the median absolute deviation of the rim.

    Grey values are integers: each stands for half a level to either side. Otherwise noise of a
    level or two would count as none, and then be taken for ink all over the page.
    """
    deviations = np.abs(rim - np.float32(paper))
    middle = float(np.median(deviations))
    low, high = max(middle - 0.5, 0.0), middle + 0.5
    below = float((deviations < middle).mean())
    same = float((np.abs(deviations - middle) < 0.5).mean())
    return MAD_TO_DEVIATION * (low + (high - low) * (0.5 - below) / max(same, 0.01))
