"""Image files, decoded within limits, to grey photographs and to pictures of ink."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import Image, UnidentifiedImageError

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.grey_conversion import WIDE_MODES, grey_of_image, orientation_of
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.storage.files import read_limited

MAX_IMAGE_FILE = 100_000_000  # bytes
MAX_PIXELS = 60_000_000
MAX_HEAVY_PIXELS = 30_000_000  # of kinds whose pixels take several bytes until they are grey
# The formats that Pillow decodes itself; for some others it starts programs.
IMAGE_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "PPM", "TIFF", "WEBP")

_HEAVY_FORMATS = ("TIFF", "WEBP")

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
    orientation = orientation_of(image)
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


def _most_pixels(image: Image.Image) -> int:
    """Return the largest number of pixels to decode, by the memory that its format needs."""
    heavy = (
        image.format in _HEAVY_FORMATS
        or image.mode.partition(";")[0] in WIDE_MODES
        or "A" in image.getbands()
        or "transparency" in image.info
    )
    return min(MAX_HEAVY_PIXELS, MAX_PIXELS) if heavy else MAX_PIXELS


def picture_of_image(image: Image.Image) -> Picture:
    """Return the ink of an image."""
    return picture_of_grey(grey_of_image(image))
