"""Image files and grey arrays to pictures of ink: dark on light and light on dark alike."""

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

MAX_FILE = 100_000_000
MAX_PIXELS = 60_000_000
LESS_PIXELS = 30_000_000  # where each of them takes more memory until it is a grey value
FORMATS = ("PNG", "JPEG", "BMP", "GIF", "PPM", "TIFF", "WEBP")  # some others start programs
WORKING_SIDE = 1200  # larger pictures are averaged down by a whole factor
FAINTEST_INK = 20  # of 255: less contrast than this is blank paper
NOISE_SPREADS = 5.0  # standard deviations of the paper that count as paper: one of 3 million

_HEAVY_FORMATS = ("TIFF", "WEBP")
_WIDE_MODES = ("I", "F")  # 32 bits a pixel, or 16
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # by EXIF's number

Result = TypeVar("Result")

# Our own limit follows. Catching the warning around each picture would change the filters of
# all threads, and pictures are read in several.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
# What is odd in a file that can be read all the same is nothing to tell.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


@dataclass(frozen=True, slots=True, eq=False)
class GreyPhotograph:
    """A picture as it was photographed: uint8 (rows, columns) grey, upright.

    orientation: EXIF's number 1..8 of how the file stores it; stored: its (width, height) there.
    """

    grey: ByteArray
    orientation: int
    stored: tuple[int, int]

    def box_in_file(self, box: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        """x, y, width, height of the upright picture, in the pixels of the file as stored."""
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
    """The grey picture of an image file. Raises BadInput with a sentence if it cannot be read.

    As ``read_picture``, but what is ink is left open, and every pixel stays.
    """
    return photograph_of_bytes(read_limited(path, MAX_FILE), path.name)


def photograph_of_bytes(data: bytes, name: str) -> GreyPhotograph:
    """As ``read_photograph``, of an image in memory; ``name`` stands in the sentences."""
    return _decoded(data, name, _photograph_of)


def grey_of_bytes(data: bytes, name: str) -> ByteArray:
    """uint8 (rows, columns) grey of an image in memory, upright. Raises BadInput as
    ``read_photograph``; ``name`` stands in its sentences."""

    def convert(image: Image.Image) -> ByteArray:
        image.draft("L", image.size)  # the colours of a JPEG need not be decoded
        return grey_of_image(image)

    return _decoded(data, name, convert)


def read_picture(path: Path) -> Picture:
    """The ink of an image file. Raises BadInput with a sentence if it cannot be read.

    EXIF orientation is obeyed, the first frame of an animation is taken, transparency becomes
    paper. The picture's coordinates are those of the upright image.
    """
    return picture_of_bytes(read_limited(path, MAX_FILE), path.name)


def picture_of_bytes(data: bytes, name: str) -> Picture:
    """As ``read_picture``, of an image in memory; ``name`` stands in the sentences."""
    return _decoded(data, name, picture_of_image)


def _photograph_of(image: Image.Image) -> GreyPhotograph:
    stored = image.size
    orientation = _orientation(image)
    return GreyPhotograph(grey_of_image(image), orientation, stored)


def _decoded(data: bytes, name: str, convert: Callable[[Image.Image], Result]) -> Result:
    """What ``convert`` makes of the image in the bytes of a file, within limits."""
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
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
    """uint8 (rows, columns) grey of an image in memory, upright; transparency becomes paper."""
    return np.array(_grey(image))


def _most_pixels(image: Image.Image) -> int:
    heavy = (
        image.format in _HEAVY_FORMATS
        or image.mode.partition(";")[0] in _WIDE_MODES
        or "A" in image.getbands()
        or "transparency" in image.info
    )
    return min(LESS_PIXELS, MAX_PIXELS) if heavy else MAX_PIXELS


def picture_of_image(image: Image.Image) -> Picture:
    """The ink of an image in memory."""
    return picture_of_grey(grey_of_image(image))


def picture_of_grey(values: ByteArray) -> Picture:
    """The ink of a grey picture, uint8 (rows, columns)."""
    grey = Image.fromarray(values)
    factor = max(1, -(-max(grey.size) // WORKING_SIDE))
    if factor > 1:
        grey = grey.reduce(factor)
    return Picture(ink_of(np.asarray(grey)), (0.0, 0.0), float(factor))


def _grey(image: Image.Image) -> Image.Image:
    """Upright; turned last, when a pixel is one byte."""
    turn = _TURNS.get(_orientation(image))
    grey = _grey_as_stored(image)
    return grey if turn is None else grey.transpose(turn)


def _orientation(image: Image.Image) -> int:
    """EXIF's number, 1..8."""
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
    """16-bit and float pictures keep their order; their range becomes 0..255. Writes to values."""
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
    """Transparency becomes paper of the shade that the ink stands out from."""
    grey, alpha = image.convert("L"), image.getchannel("A")
    shades, weights = np.asarray(grey), np.asarray(alpha)
    total = float(weights.sum(dtype=np.float64))
    ink = float(np.einsum("ij,ij->", shades, weights, dtype=np.float64))
    mean = ink / total if total else 0.0
    paper = Image.new("L", image.size, 255 if mean < 128 else 0)
    paper.paste(grey, mask=alpha)
    return paper


def ink_of(grey: ByteArray) -> ByteArray:
    """uint8 (rows, columns) grey values -> ink, 0 = paper, 255 = the strongest ink.

    The paper's shade is the median of the picture's rim; whichever side of it deviates more is
    ink. What the rim's noise could explain is paper. Antialiased edges are kept.
    """
    rim = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]]).astype(np.float32)
    paper = float(np.median(rim))
    spread = _spread(rim, paper)
    deviation = grey.astype(np.float32) - np.float32(paper)
    lighter, darker = np.maximum(deviation, 0), np.maximum(-deviation, 0)
    ink = darker if float((darker**2).sum()) >= float((lighter**2).sum()) else lighter
    ink[ink <= NOISE_SPREADS * spread] = 0
    peak = float(ink.max())
    if peak < FAINTEST_INK:
        return np.zeros_like(grey)
    scaled: FloatArray = ink * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _spread(rim: FloatArray, paper: float) -> float:
    """The standard deviation of the paper, from the median of the deviations.

    Grey values are whole numbers: a value stands for half a level to each side of it. Without
    that, noise of a level or two would count as none, and be ink over the whole page.
    """
    deviations = np.abs(rim - np.float32(paper))
    middle = float(np.median(deviations))
    low, high = max(middle - 0.5, 0.0), middle + 0.5
    below = float((deviations < middle).mean())
    same = float((np.abs(deviations - middle) < 0.5).mean())
    return 1.4826 * (low + (high - low) * (0.5 - below) / max(same, 0.01))
