"""Opened images: one digit for the page, or a photograph of many digits for the photo viewer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.engine.ink.image_files import GreyPhotograph, read_photograph
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.pages.page_or_digit import is_one_digit
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.file_kinds import DRAWING, kind_of
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.photo_reading import PhotoReading


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """An opened image with its reading.

    name: for display; path: its file, or empty. grey: uint8 (rows, columns), upright.
    picture: its ink if it shows one digit, which then goes onto the page; else None.
    notes: as in ``GreyPhotograph``.
    """

    name: str
    path: str
    grey: ByteArray
    photo: PhotoReading
    picture: Picture | None
    notes: tuple[BadInput, ...] = ()

    def decode_frame(self) -> ByteArray:
        """Return the grey picture, as a feed's frame does (``feeds.feed.FrameDecoder``)."""
        return self.grey


def read_image(path: Path, recognizer: Recognizer) -> Photograph:
    """Open an image file and read its digits.

    recognizer: copied, since recognizers are not thread-safe. Raises BadInput if the file cannot
    be read or has no ink.
    """
    read = grey_of_file(path)
    found = photograph_of(path.name, read.grey, recognizer)
    return replace(found, path=str(path), notes=read.notes)


def grey_of_file(path: Path) -> GreyPhotograph:
    """Read an image file, or a drawing file as dark ink on white paper. Raises BadInput."""
    if kind_of(path) is not DRAWING:
        return read_photograph(path)
    ink = drawing_picture(read_drawing(path)).ink
    return GreyPhotograph(np.subtract(np.uint8(255), ink), 1, (ink.shape[1], ink.shape[0]))


def photograph_of(name: str, grey: ByteArray, recognizer: Recognizer) -> Photograph:
    """Read the digits of a grey picture, uint8 (rows, columns), and tell one digit from a page.

    recognizer: copied, since recognizers are not thread-safe. Raises BadInput if the picture has
    no ink.
    """
    recognizer = recognizer.copy()
    picture, photo = picture_of_grey(grey), read_photo(grey, recognizer)
    if not picture.ink.any() and not photo.digits:
        raise BadInput("{file} has no ink: all of it has the same shade.", file=name)
    whole = recognizer.recognize(picture)
    one = picture.ink.any() and is_one_digit(photo.reading, picture, whole)
    return Photograph(name, "", grey, photo, picture if one else None)
