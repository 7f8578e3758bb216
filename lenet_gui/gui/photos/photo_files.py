"""Opened images: one digit for the page, or a photograph of many digits for the photo viewer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.engine.ink.image_files import (
    MAX_IMAGE_FILE,
    GreyPhotograph,
    photograph_of_bytes,
    read_colours,
)
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.ink.painting import painting_of
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.pages.page_or_digit import is_one_digit
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.file_kinds import DRAWING, kind_of
from lenet_gui.engine.storage.files import read_limited
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.photos.whole_picture import read_whole


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """An opened image with its reading.

    name: for display; path: its file, or empty. grey: uint8 (rows, columns), upright.
    picture: its ink if it shows one digit, which then goes onto the page; else None. Networks that
    see pictures see each image as one.
    notes, rgb: as in ``GreyPhotograph``.
    """

    name: str
    path: str
    grey: ByteArray
    photo: PhotoReading
    picture: Picture | None
    notes: tuple[BadInput, ...] = ()
    rgb: ByteArray | None = None

    def decode_frame(self, colours: bool = False) -> ByteArray:
        """Return the picture as a feed's frame does (``feeds.feed.FrameDecoder``).

        Colours that are not known are read from the file, if there is one. Raises BadInput.
        """
        if not colours:
            return self.grey
        if self.rgb is not None:
            return self.rgb
        if self.path and kind_of(Path(self.path)) is not DRAWING:
            return read_colours(Path(self.path))
        return np.repeat(self.grey[:, :, None], 3, axis=2)


def read_image(path: Path, recognizer: Recognizer) -> Photograph:
    """Open an image file and read its digits.

    recognizer: copied, since recognizers are not thread-safe. Raises BadInput if the file cannot
    be read or has no ink.
    """
    read = read_file(path, recognizer.architecture.sees == "picture")
    found = photograph_of(path.name, read.grey, recognizer, read.rgb)
    return replace(found, path=str(path), notes=read.notes)


def read_file(path: Path, colours: bool) -> GreyPhotograph:
    """Read an image file, or a drawing file as dark ink on white paper. Raises BadInput.

    colours: read them, too; a drawing is a painting then.
    """
    if kind_of(path) is not DRAWING:
        return photograph_of_bytes(read_limited(path, MAX_IMAGE_FILE), path.name, colours)
    drawing = read_drawing(path)
    if colours:
        rgb = painting_of(drawing)
        grey = np.asarray(Image.fromarray(rgb).convert("L"))
        return GreyPhotograph(grey, 1, (grey.shape[1], grey.shape[0]), rgb=rgb)
    ink = drawing_picture(drawing).ink
    return GreyPhotograph(np.subtract(np.uint8(255), ink), 1, (ink.shape[1], ink.shape[0]))


def photograph_of(
    name: str, grey: ByteArray, recognizer: Recognizer, rgb: ByteArray | None = None
) -> Photograph:
    """Read the digits of a grey picture, uint8 (rows, columns), and tell one digit from a page.

    recognizer: copied, since recognizers are not thread-safe. rgb: the colours, uint8 (rows,
    columns, 3), where the recognizer sees pictures: then the image is one, whatever is on it.
    Raises BadInput if the picture has no ink.
    """
    recognizer = recognizer.copy()
    if rgb is not None:
        picture = replace(picture_of_grey(grey), rgb=rgb)
        return Photograph(name, "", grey, read_whole(rgb, recognizer), picture, rgb=rgb)
    picture, photo = picture_of_grey(grey), read_photo(grey, recognizer)
    if not picture.ink.any() and not photo.digits:
        raise BadInput("{file} has no ink: all of it has the same shade.", file=name)
    whole = recognizer.recognize(picture)
    one = picture.ink.any() and is_one_digit(photo.reading, picture, whole)
    return Photograph(name, "", grey, photo, picture if one else None)
