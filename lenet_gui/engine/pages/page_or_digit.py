"""Decides whether an image shows one digit or a page to look around in.

The window puts one digit onto its canvas and opens anything else as a photograph; the command
line suggests ``--many`` for what the window would open as a photograph.

The numbers are hand-set, from the day images could be opened; none was fitted.
"""

from __future__ import annotations

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray, Picture, Recognition
from lenet_gui.engine.pages.plain_digits import is_plain_digit, strong_ink
from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.values import Box, FoundDigit, PageReading
from lenet_gui.engine.recognition.recognizer import Recognizer

MOST_CLUTTER = 8  # pieces that are no digits; a picture with more is a photograph
MOST_FRAGMENTS = 10  # digits that may be found in the strokes of a single large one
OWN = 0.1  # of the ink in its box is a digit's own, at least, and of no smaller one
WHOLE = 0.7  # fraction of the ink that makes up the one digit


def is_one_digit(reading: PageReading, picture: Picture, whole: Recognition) -> bool:
    """Return whether an image shows a single digit.

    reading: the image read as a page. picture: all ink of the same image. whole: ``picture``
    recognized as one digit.
    """
    found = [digit for digit in reading.digits if digit.label is not None]
    inked = _with_ink_of_their_own(found, picture)
    if inked or whole.label is not None:
        found = inked
    if not found:
        clutter = len(reading.rejected) + len(reading.digits)
        return whole.label is not None or clutter <= MOST_CLUTTER
    if len(found) == 1:
        return found[0].label == whole.label or _ink_in(picture, found[0].box) > WHOLE
    if whole.label is None or len(found) > MOST_FRAGMENTS:
        return False
    return _are_fragments(picture, [digit.box for digit in found])


def looks_like_page(grey: ByteArray, picture: Picture, whole: Recognition, by: Recognizer) -> bool:
    """Return whether a grey image, uint8 (rows, columns), shows digits that are not one digit.

    picture, whole: as in ``is_one_digit``. by: the recognizer that reads the page. What is plainly
    a digit is not looked at again.
    """
    if not picture.ink.any() or is_plain_digit(picture, whole):
        return False
    reading = read_page(grey, by)
    found = any(digit.label is not None for digit in reading.digits)
    return found and not is_one_digit(reading, picture, whole)


def _with_ink_of_their_own(found: list[FoundDigit], picture: Picture) -> list[FoundDigit]:
    """Return the found digits that hold ink of a picture which no smaller one holds.

    The others were found in what surrounds the one digit: a frame looks like a 0, its sides like 1.
    """
    ink = strong_ink(picture)
    left, inked = ink.copy(), []
    for digit in sorted(found, key=lambda one: one.box[2] * one.box[3]):
        there = _slices(picture, digit.box)
        if int(left[there].sum()) > OWN * int(ink[there].sum()):
            inked.append(digit)
        left[there] = False
    return inked


def _ink_in(picture: Picture, box: Box) -> float:
    """Return the fraction of all ink that lies in a box of the image's pixels."""
    ink = strong_ink(picture)
    total = int(ink.sum())
    return float(ink[_slices(picture, box)].sum() / total) if total else 0.0


def _are_fragments(picture: Picture, boxes: list[Box]) -> bool:
    """Return whether the ink in all boxes is mostly one connected piece.

    The edges and bends of one large digit's strokes look like digits, too.
    """
    ink = strong_ink(picture)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink.view(np.uint8), connectivity=8)
    if count < 2:
        return False
    largest = labels == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
    inside = np.zeros(ink.shape, bool)
    for box in boxes:
        inside[_slices(picture, box)] = True
    total = int((inside & ink).sum())
    return total > 0 and int((inside & largest).sum()) > WHOLE * total


def _slices(picture: Picture, box: Box) -> tuple[slice, slice]:
    x, y, width, height = (round(value / picture.scale) for value in box)
    return slice(y, y + max(height, 1)), slice(x, x + max(width, 1))
