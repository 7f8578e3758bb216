"""Masks of ink: their outlines, hulls and boxes, and which are a dot, a slash or a bar.

A mask is an array (rows, columns) of 0 and 1 or of bools.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray

ALL_AROUND = 0.72  # of the directions from the digit meet a frame
SECTORS = 72
COMPACT = 0.85  # of its hull is filled by a dot, a bar, or the loop of a digit; of a digit less
BAR = 2.0  # length by width of a bar, at least
SLASH = 0.4  # of the height of a zero: its slash is longer ...
SLANT = 12.0  # ... and leans to the right by more degrees
ROUND = 0.86  # width by height of a circle, at least: narrower is a zero
NEAREST = 0.5  # of the directions in which it lies, a part of a frame is the nearest ink
# Of the longer side of a digit in a frame: as long is another digit beyond it, and ends as far
# from it. A second frame around the first is closer.
LONG, FAR = 0.3, 0.5

Mask = NDArray[np.generic]
Floats = NDArray[np.float32]
Labels = NDArray[np.int32]


def lies_around(beyond: NDArray[np.bool_], middle: tuple[float, float]) -> bool:
    """Return whether ink is seen in most directions from a point, x and y."""
    rows, columns = np.nonzero(beyond)
    turn = np.arctan2(rows - middle[1], columns - middle[0])
    sectors = np.unique(((turn + np.pi) / (2 * np.pi) * SECTORS).astype(np.intp) % SECTORS)
    return len(sectors) > ALL_AROUND * SECTORS


def has_ink_behind(pieces: Labels, middle: tuple[float, float], side: int) -> bool:
    """Return whether a frame around a digit has other ink behind it that is like a digit.

    pieces: the labels of the frame and of what lies behind; 0 elsewhere. middle: of the digit, x
    and y. side: the longer one of the digit. What leaves the picture is not counted.
    """
    rows, columns = np.nonzero(pieces)
    labels, y, x = pieces[rows, columns], rows - middle[1], columns - middle[0]
    count = np.bincount(labels)
    if np.count_nonzero(count) < 2:
        return False
    sector = ((np.arctan2(y, x) + np.pi) / (2 * np.pi) * SECTORS).astype(np.intp) % SECTORS
    order = np.lexsort((np.hypot(x, y), sector))
    _, first = np.unique(sector[order], return_index=True)
    nearest = np.bincount(labels[order][first], minlength=len(count))
    met = np.unique(sector + SECTORS * labels.astype(np.intp)) // SECTORS
    frame = nearest > NEAREST * np.bincount(met, minlength=len(count))
    behind = np.setdiff1d(np.flatnonzero(~frame & (count > 0)), rim_of(pieces))
    if not len(behind) or not frame.any():
        return False
    far = distance_from(frame[pieces])[rows, columns] > FAR * side
    return any(
        max(np.ptp(rows[labels == one]), np.ptp(columns[labels == one])) > LONG * side
        for one in np.intersect1d(behind, labels[far])
    )


def is_dot_or_slash(within: NDArray[np.bool_], outer: tuple[int, int, int, int]) -> bool:
    """Return whether ink within other ink, whose box is given, is the dot or slash of a zero."""
    x, y, wide, high = box_of(within)
    part = within[y : y + high, x : x + wide].astype(np.uint8)
    if int(part.sum()) < COMPACT * hull_area(part):
        return False
    rows, columns = np.nonzero(part)
    spread, axes = np.linalg.eigh(np.cov(np.stack([columns, rows])))
    if spread[1] < BAR**2 * spread[0]:
        return True  # a dot, or another blob
    across, down = axes[:, 1] * np.sign(axes[1, 1])
    lean = float(np.degrees(np.arctan2(-across, down)))  # to the right, as a slash does
    return outer[2] < ROUND * outer[3] and lean > SLANT and high > SLASH * outer[3]


def rim_of(labels: Labels) -> Labels:
    """Return the labels along the rim, clockwise from the upper left."""
    return np.concatenate([labels[0], labels[1:, -1], labels[-1, -2::-1], labels[-2:0:-1, 0]])


def distance_from(mask: NDArray[np.bool_]) -> Floats:
    """Return how far each pixel is from the nearest one of a mask, in pixels."""
    return np.asarray(cv2.distanceTransform((~mask).astype(np.uint8), cv2.DIST_L2, 5), np.float32)


def box_of(mask: Mask) -> tuple[int, int, int, int]:
    """Return x, y, width and height of what a mask holds."""
    x, y, wide, high = cv2.boundingRect(mask.astype(np.uint8))
    return x, y, wide, high


def hull_area(mask: ByteArray) -> float:
    """Return the pixels within the convex hull of a mask, their outer edges included."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    hull = cv2.convexHull(np.concatenate(outlines))
    return float(cv2.contourArea(hull)) + cv2.arcLength(hull, True) / 2 + 1


def eroded(mask: Mask, by: int) -> NDArray[np.bool_]:
    """Return a mask without its outermost pixels; beyond the array there is nothing."""
    kernel = np.ones((2 * by + 1, 2 * by + 1), np.uint8)
    smaller = cv2.erode(
        mask.astype(np.uint8), kernel, borderType=cv2.BORDER_CONSTANT, borderValue=0
    )
    return np.asarray(smaller, np.bool_)


def filled(mask: Mask) -> ByteArray:
    """Return a mask of one component with its holes filled."""
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = np.zeros(mask.shape, np.uint8)
    return np.asarray(cv2.drawContours(whole, outlines, -1, (1,), -1), np.uint8)
