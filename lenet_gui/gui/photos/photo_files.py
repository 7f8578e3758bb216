"""Opened images: one digit for the page, or a photograph of many digits for the photo viewer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Picture, Recognition
from lenet_gui.engine.ink.drawing_files import DRAWING_SUFFIX, read_drawing
from lenet_gui.engine.ink.image_files import GreyPhotograph, picture_of_grey, read_photograph
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.photos.background_recognition import read_photo
from lenet_gui.gui.photos.photo_reading import PhotoReading

CLUTTER = 8  # pieces that are no digits: more are a photograph
FRAGMENTS = 10  # that one digit may be taken for
WHOLE = 0.7  # part of the ink that belongs to one digit


@dataclass(frozen=True, slots=True, eq=False)
class Photograph:
    """An opened image with its reading.

    name: for display; path: its file, or empty. grey: uint8 (rows, columns), upright.
    picture: its ink if it shows one digit, which then goes onto the page; else None.
    """

    name: str
    path: str
    grey: ByteArray
    photo: PhotoReading
    picture: Picture | None

    def decode_frame(self) -> ByteArray:
        """Return the grey picture, as a feed's frame does (``feeds.feed.Develop``)."""
        return self.grey


def read_image(path: Path, recognizer: Recognizer) -> Photograph:
    """Open an image file and read its digits.

    recognizer: copied, since recognizers are not thread-safe. Raises BadInput if the file cannot
    be read or has no ink.
    """
    grey = grey_of_file(path).grey
    found = photograph_of(path.name, grey, recognizer)
    return replace(found, path=str(path))


def grey_of_file(path: Path) -> GreyPhotograph:
    """Read an image file, or a drawing file as dark ink on white paper. Raises BadInput."""
    if path.suffix.lower() != DRAWING_SUFFIX:
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
    one = picture.ink.any() and _is_one_digit(photo, picture, recognizer.recognize(picture))
    return Photograph(name, "", grey, photo, picture if one else None)


def _is_one_digit(photo: PhotoReading, picture: Picture, whole: Recognition) -> bool:
    found = [digit for digit in photo.digits if digit.label is not None]
    cluttered = len(photo.reading.rejected) + len(photo.digits) - len(found) > CLUTTER
    if not found:
        return whole.label is not None or not cluttered
    if len(found) == 1:
        return found[0].label == whole.label or _ink_in(picture, found[0].box) > WHOLE
    if whole.label is None or len(found) > FRAGMENTS:
        return False
    return _fragments(picture, [digit.box for digit in found])


def _ink_in(picture: Picture, box: tuple[int, int, int, int]) -> float:
    """Which part of all ink is in a box of the image's pixels."""
    ink = picture.ink > 127
    total = int(ink.sum())
    return float(ink[_slices(picture, box)].sum() / total) if total else 0.0


def _fragments(picture: Picture, boxes: list[tuple[int, int, int, int]]) -> bool:
    """Whether the ink in all boxes is mostly one piece: the strokes of one large digit have
    edges and bends that look like digits, too."""
    ink = (picture.ink > 127).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return False
    largest = labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    inside = np.zeros(ink.shape, bool)
    for box in boxes:
        inside[_slices(picture, box)] = True
    total = int((inside & (ink > 0)).sum())
    return total > 0 and int((inside & largest).sum()) > WHOLE * total


def _slices(picture: Picture, box: tuple[int, int, int, int]) -> tuple[slice, slice]:
    x, y, width, height = (round(value / picture.scale) for value in box)
    return slice(y, y + max(height, 1)), slice(x, x + max(width, 1))
