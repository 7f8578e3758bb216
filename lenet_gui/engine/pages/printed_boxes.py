"""Finds printed boxes and tables: where the lines around quadrangles lie.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray

# Fractions are of the picture's longer side unless the comment says otherwise.
THICKEST_LINE = 0.009  # across a printed line
THICKEST_FRAME = 0.006  # across a side of a box
LEAST_BOX = 14  # pixels of the working copy: a smaller outline is the loop of a digit, ...
LEAST_BOX_PART = 0.012  # ... and so is one that is smaller than this fraction
LARGEST_BOX = 0.5
CORNER = 0.04  # of the outline's length: how far a side may bend
SQUARE = 0.9  # of the area in a frame lies in the quadrangle of its corners; of a 0's loop less
HOLLOW = 0.4  # of the area in a frame is paper
ADJACENT = np.ones((3, 3), np.uint8)


def thickest_line(picture: ByteArray) -> int:
    """Return the pixels across a printed line at most, and never less than 3."""
    side: int = max(picture.shape)
    return max(3, round(THICKEST_LINE * side))


def frames_of(ink: ByteArray) -> ByteArray | None:
    """Return a mask of the lines around quadrangles, as of boxes in forms; None without any.

    ink: uint8 (rows, columns), nonzero where there is ink. The mask is 255 where lines lie.

    A box that stands by itself shows from outside, whatever is in it and touches it; a cell of a
    table from inside.
    """
    outlines, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outside, inside = list[np.ndarray](), list[np.ndarray]()
    for outline, (_, _, hole, parent) in zip(outlines, tree[0].tolist(), strict=True):
        if parent < 0 and hole < 0:
            continue
        hull = _quadrangle(outline, max(ink.shape))
        if hull is None:
            continue
        paper = cv2.contourArea(outline) if parent >= 0 else _holes(outlines, tree[0], hole)
        if paper > HOLLOW * cv2.contourArea(hull):
            (inside if parent >= 0 else outside).append(hull)
    return _around(ink, inside, outside) if inside or outside else None


def _quadrangle(outline: np.ndarray, side: int) -> np.ndarray | None:
    """Return the hull of an outline with four corners and a box's size; None for any other."""
    _, _, width, height = cv2.boundingRect(outline)
    if min(width, height) < max(LEAST_BOX, LEAST_BOX_PART * side):
        return None
    if max(width, height) > LARGEST_BOX * side:
        return None
    hull = cv2.convexHull(outline)
    corners = cv2.approxPolyDP(hull, CORNER * cv2.arcLength(hull, True), True)
    filled = cv2.contourArea(corners) >= SQUARE * cv2.contourArea(hull)
    return hull if len(corners) == 4 and filled else None


def _holes(outlines: Sequence[np.ndarray], tree: NDArray[np.int32], first: int) -> float:
    area = 0.0
    while first >= 0:
        area += cv2.contourArea(outlines[first])
        first = int(tree[first, 0])
    return area


def _around(ink: ByteArray, inside: list[np.ndarray], outside: list[np.ndarray]) -> ByteArray:
    """Return a mask, 255 in the lines around holes and within outer outlines.

    inside, outside: hulls of the outlines of holes and of what stands by itself.
    """
    thickest = max(3, round(THICKEST_FRAME * max(ink.shape)))
    band = _bands(ink.shape, inside, outside, thickest)
    length = sum(cv2.arcLength(hull, True) for hull in (*inside, *outside))
    thickness = math.ceil(cv2.countNonZero(cv2.bitwise_and(band, ink)) / length)
    return _bands(ink.shape, inside, outside, min(thickest, thickness) + 1)


def _bands(
    shape: tuple[int, ...], inside: list[np.ndarray], outside: list[np.ndarray], reach: int
) -> ByteArray:
    bands = np.zeros(shape, np.uint8)
    for number, hull in enumerate((*inside, *outside)):
        x, y, width, height = cv2.boundingRect(hull)
        left, top = max(0, x - reach), max(0, y - reach)
        part = bands[top : y + height + reach, left : x + width + reach]
        line, moved = np.zeros_like(part), [hull - (left, top)]
        cv2.drawContours(line, moved, -1, (255,), 2 * reach - 1)
        if number < len(inside):  # a hole's outline is ink, what lies within is not
            within = np.zeros_like(part)
            cv2.drawContours(within, moved, -1, (255,), -1)
            line &= ~np.asarray(cv2.erode(within, ADJACENT), np.uint8)
        part |= line
    return bands
