"""Image files, decoded within limits, to grey photographs and to pictures of ink."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image, UnidentifiedImageError

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.decoding.bounds import MAX_MEMORY, SMALL_MEMORY
from lenet_gui.engine.decoding.image_cost import image_cost
from lenet_gui.engine.decoding.jpeg_headers import JPEG_SIGNATURE, repaired
from lenet_gui.engine.ink.colour_pictures import colours_of_image
from lenet_gui.engine.ink.grey_conversion import WIDE_MODES, grey_of_image, orientation_of
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.storage.files import read_limited
from lenet_gui.engine.storage.foreign_files import HEAD, foreign_kind

MAX_IMAGE_FILE = 100_000_000  # bytes
MAX_PIXELS = 60_000_000
MAX_HEAVY_PIXELS = 30_000_000  # of kinds whose pixels take several bytes until they are grey
# The formats that Pillow decodes itself; for some others it starts programs.
IMAGE_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "PPM", "TIFF", "WEBP", "AVIF")

Wanted = Literal["grey", "brightness", "colours"]
_HEAVY_FORMATS = ("TIFF", "WEBP")
_ANIMATED_FORMATS = ("GIF", "PNG", "WEBP", "AVIF")
_DAMAGED = QT_TRANSLATE_NOOP("BadInput", "{file} is damaged: {why}.")

# Our own limit is checked instead. Catching the warning around each picture would change the
# filters of all threads, and pictures are read in several.
warnings.simplefilter("ignore", Image.DecompressionBombWarning)
# Pillow warns of oddities in files that it can read all the same.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


@dataclass(frozen=True, slots=True, eq=False)
class GreyPhotograph:
    """A grey picture, uint8 (rows, columns), upright.

    orientation: EXIF's number 1..8 of how the file stores it. stored: (width, height) there.
    notes: sentences about what is not in it of the file, which was no reason to refuse that.
    rgb: its colours, uint8 (rows, columns, 3), upright, reduced (``colour_pictures``); None unless
    they were asked for.
    """

    grey: ByteArray
    orientation: int
    stored: tuple[int, int]
    notes: tuple[BadInput, ...] = ()
    rgb: ByteArray | None = None

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

    EXIF orientation is obeyed, the first page or frame is taken, transparency becomes paper.
    Raises BadInput if the file cannot be read.
    """
    return photograph_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name)


def photograph_of_bytes(data: bytes, name: str, colours: bool = False) -> GreyPhotograph:
    """Read an encoded image in memory as ``read_photograph`` does; errors call it ``name``.

    colours: return them beside the grey values.
    """
    return _decoded(data, name, "colours" if colours else "grey")


def grey_of_bytes(data: bytes, name: str) -> ByteArray:
    """Decode an encoded image in memory to grey, uint8 (rows, columns), upright.

    The colours of a JPEG are not decoded, which is faster. Raises BadInput, which calls the image
    ``name``, if it cannot be read.
    """
    return _decoded(data, name, "brightness").grey


def read_picture(path: Path) -> Picture:
    """Read the ink of an image file, as ``read_photograph`` reads it. Raises BadInput."""
    return picture_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name)


def read_colours(path: Path) -> ByteArray:
    """Read the colours of an image file, uint8 (rows, columns, 3), reduced. Raises BadInput."""
    return colours_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name)


def colours_of_bytes(data: bytes, name: str) -> ByteArray:
    """Decode an encoded image in memory as ``read_colours`` does; errors call it ``name``."""
    found = photograph_of_bytes(data, name, colours=True).rgb
    assert found is not None
    return found


def picture_of_bytes(data: bytes, name: str, colours: bool = False) -> Picture:
    """Read the ink of an encoded image in memory; errors call it ``name``.

    colours: the picture has them, too.
    """
    photograph = photograph_of_bytes(data, name, colours)
    return picture_of_photograph(photograph)


def picture_of_photograph(photograph: GreyPhotograph) -> Picture:
    """Return the ink of a photograph, and its colours if they are known."""
    return replace(picture_of_grey(photograph.grey), rgb=photograph.rgb)


def _decoded(data: bytes, name: str, wanted: Wanted) -> GreyPhotograph:
    """Decode an image in this process if that is cheap, else in the helper process.

    wanted: as for ``decode_image``. Where colours take too much memory, grey is of brightness.
    """
    cost = image_cost(data)
    if cost is not None and cost.small:
        return decode_image(data, name, wanted)
    memory = 0 if cost is None else cost.memory
    try:
        dear = wanted == "grey" and memory > SMALL_MEMORY
        return _decoded_elsewhere(data, name, "brightness" if dear else wanted)
    except BadInput as error:
        if memory > MAX_MEMORY and error.template == _DAMAGED:
            raise _too_large(name) from None  # as some decoders say when they get no memory
        raise


def _decoded_elsewhere(data: bytes, name: str, wanted: Wanted) -> GreyPhotograph:
    """Decode an image in the helper process. Raises BadInput."""
    from lenet_gui.engine.decoding.helper_process import HELPER  # only where it is needed
    from lenet_gui.engine.decoding.messages import error_from_json

    header, body = HELPER.ask({"name": name, "wanted": wanted}, data, name)
    try:
        if "error" in header:
            raise error_from_json(header["error"])
        rows, columns = header["shape"]
        values = np.frombuffer(body, np.uint8)
        grey = values[: rows * columns].reshape(rows, columns)
        rgb = values[rows * columns :].reshape(header["rgb"]) if "rgb" in header else None
        width, height = map(int, header["stored"])
        notes = tuple(map(error_from_json, header["notes"]))
        return GreyPhotograph(grey, int(header["orientation"]), (width, height), notes, rgb)
    except BadInput:
        raise
    except (LookupError, TypeError, ValueError):  # a decoder that was misled may write anything
        raise BadInput("{file} is damaged: decoding it failed.", file=name) from None


def decode_image(data: bytes, name: str, wanted: Wanted) -> GreyPhotograph:
    """Decode an image in this process, however long that takes.

    wanted: "grey" values, told apart by colour where they must be; "brightness": the same, but the
    colours of a JPEG are not decoded; "colours" beside the grey. Raises BadInput if the data is no
    image, damaged, has too many pixels, or needs more memory than there is.
    """
    notes = []
    if data.startswith(JPEG_SIGNATURE) and (whole := repaired(data)) is not None:
        data = whole
        notes.append(BadInput("{file} is incomplete: its end is missing.", file=name))
    try:
        image = Image.open(io.BytesIO(data), formats=IMAGE_FORMATS)
        _check_pixels(image, name)
        image.seek(0)
        if wanted == "brightness":
            image.draft("L", image.size)
        orientation, pages = orientation_of(image), _pages(image, name)
        rgb = colours_of_image(image) if wanted == "colours" else None
        grey = grey_of_image(image)
    except BadInput:
        raise
    except MemoryError:
        raise _too_large(name) from None
    except UnidentifiedImageError:
        unknown = BadInput("{file} is not an image of a supported kind.", file=name)
        raise foreign_kind(data[:HEAD], name) or unknown from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise BadInput(
            "{file} has too many pixels; at most {most} million are supported.",
            file=name,
            most=MAX_PIXELS // 1_000_000,
        ) from None
    except Exception as error:  # decoders raise whatever a damaged file leads to
        raise BadInput(_DAMAGED, file=name, why=str(error)[:100] or type(error)) from None
    rows, columns = grey.shape
    stored = (rows, columns) if orientation >= 5 else (columns, rows)
    return GreyPhotograph(grey, orientation, stored, (*notes, *pages), rgb)


def _too_large(name: str) -> BadInput:
    return BadInput(
        "{file} takes more memory to decode than {most} MB, the limit.",
        file=name,
        most=MAX_MEMORY // 1_000_000,
    )


def _pages(image: Image.Image, name: str) -> list[BadInput]:
    """Return a note that only the first of several pages or frames is read."""
    if image.format not in (*_ANIMATED_FORMATS, "TIFF"):
        return []  # some photos of phones have a second picture, a preview or brightness
    count = int(getattr(image, "n_frames", 1))
    if count < 2:
        return []
    if image.format == "TIFF":
        return [BadInput("Page 1 of {count} of {file} was read.", count=count, file=name)]
    return [BadInput("Picture 1 of {count} of {file} was read.", count=count, file=name)]


def _check_pixels(image: Image.Image, name: str) -> None:
    """Raise BadInput if an image has more pixels than are decoded of its kind."""
    heavy = (
        image.format in _HEAVY_FORMATS
        or image.mode.partition(";")[0] in WIDE_MODES
        or "A" in image.getbands()
        or "transparency" in image.info
    )
    most = min(MAX_HEAVY_PIXELS, MAX_PIXELS) if heavy else MAX_PIXELS
    if image.width * image.height > most:
        raise BadInput(
            "{file} has {pixels} million pixels; at most {most} million are supported.",
            file=name,
            pixels=image.width * image.height // 1_000_000,
            most=most // 1_000_000,
        )
