"""How a picture is kept in a file: turned, with more bits or fewer levels, without its end.

Each kind is a function of a generator that returns the label of the digit, the suffix of the
file, and its bytes.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import cv2
import numpy as np
from PIL import Image

from tests.pictures import papers
from tests.pictures.digits import placed

File = tuple[str, str, bytes]
ORIENTATION = 0x0112
"""The number of the tag in TIFF and EXIF."""


def plain(g: np.random.Generator) -> tuple[str, np.ndarray]:
    """Return the label and the picture of a digit, float (rows, columns), ink 0 on paper 1."""
    one = placed(g)
    return one.label, 1 - float(g.uniform(0.6, 1.0)) * one.ink


def turned_tiff(g: np.random.Generator) -> File:
    """Keep a picture turned or mirrored in a TIFF file, whose tag says how."""
    label, picture = plain(g)
    orientation = int(g.integers(1, 9))
    undo: dict[int, Callable[[np.ndarray], np.ndarray]] = {
        1: lambda a: a, 2: np.fliplr, 3: lambda a: np.rot90(a, 2), 4: np.flipud,
        5: lambda a: a.T, 6: lambda a: np.rot90(a, 1), 7: lambda a: np.rot90(a, 2).T,
        8: lambda a: np.rot90(a, 3),
    }  # fmt: skip
    grey = np.ascontiguousarray(undo[orientation](np.round(255 * picture).astype(np.uint8)))
    image = Image.fromarray(grey)
    image = image.convert("RGB") if g.random() < 0.3 else image
    data = io.BytesIO()
    packed = str(g.choice(["raw", "tiff_lzw", "tiff_deflate"]))
    image.save(data, "TIFF", compression=packed, tiffinfo={ORIENTATION: orientation})
    return label, ".tif", data.getvalue()


def more_bits(g: np.random.Generator) -> File:
    """Keep a picture of 10 to 16 bits in 16-bit pixels, grey or coloured, PNG or TIFF."""
    label, picture = plain(g)
    bits = int(g.choice([10, 12, 14, 16]))
    wide = np.round(picture * float(g.uniform(0.8, 1.0)) * (2**bits - 1)).astype(np.uint16)
    if g.random() < 0.4:
        wide = np.repeat(wide[..., None], 3, axis=2)
    suffix = str(g.choice([".png", ".tif"]))
    done, data = cv2.imencode(suffix, wide)
    assert done
    return label, suffix, data.tobytes()


def few_levels(g: np.random.Generator) -> File:
    """Keep a picture of 2 to 16 levels as the numbers 0, 1, 2 ... in pixels of 8 bits."""
    label, picture = plain(g)
    levels = int(g.choice([2, 3, 4, 8, 16]))
    grey = np.round((picture - picture.min()) / np.ptp(picture) * (levels - 1)).astype(np.uint8)
    if g.random() < 0.3:
        grey = (levels - 1 - grey).astype(np.uint8)
    suffix, name = ((".png", "PNG"), (".tif", "TIFF"), (".bmp", "BMP"))[int(g.integers(3))]
    return label, suffix, encoded(Image.fromarray(grey), name)


def missing_end(g: np.random.Generator) -> File:
    """Keep a picture in a JPEG file that lacks its last bytes, with the digit in what is there."""
    label, picture = plain(g)
    image = Image.fromarray(np.round(255 * picture).astype(np.uint8))
    image = image.convert("RGB") if g.random() < 0.5 else image
    data = encoded(image, "JPEG", quality=int(g.integers(70, 96)))
    return label, ".jpg", data[: -int(g.integers(2, 9))]


def encoded(image: Image.Image, name: str, **options: int) -> bytes:
    """Return the bytes of an image in a format of Pillow's."""
    data = io.BytesIO()
    image.save(data, name, **options)
    return data.getvalue()


def of_paper(make: Callable[[np.random.Generator], papers.Made]) -> Callable[..., File]:
    """Return a kind of file for a kind of paper: PNG or a good JPEG."""

    def kept(g: np.random.Generator) -> File:
        label, picture = make(g)
        image = Image.fromarray(picture)
        if g.random() < 0.3 and image.mode != "RGBA":
            quality = int(g.integers(80, 96))
            return label, ".jpg", encoded(image, "JPEG", quality=quality)
        return label, ".png", encoded(image, "PNG")

    return kept


KINDS: dict[str, Callable[[np.random.Generator], File]] = {
    "turned TIFF": turned_tiff,
    "more bits": more_bits,
    "few grey levels": few_levels,
    "missing end": missing_end,
    "light gradient": of_paper(papers.light_gradient),
    "frame": of_paper(papers.frame),
    "circle": of_paper(papers.circle),
    "white rim": of_paper(papers.white_rim),
    "dark application": of_paper(papers.dark_application),
    "equal grey": of_paper(papers.equal_grey),
}
"""The kinds of pictures, by name."""
