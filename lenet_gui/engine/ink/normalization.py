"""Brings a picture of ink into the form of MNIST, so that networks see what they learned.

The order is that of the original preprocessing (1998 paper, section III-A, and its
reconstruction by the QMNIST project): bounding box, square, area resampling to 20x20, peak 255,
centre of mass to the middle of 28x28 by whole pixels, border to 32x32.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, FloatArray, Normalized, Picture

BLOCK = 20  # the longer side of the digit
DIGIT = 28
FIELD = 32
CENTRE = 14  # the pixel index that the centre of mass is moved to

EDGE_LEVEL = 0.05
"""Ink below this part of the peak does not widen the bounding box.

MNIST's boxes were those of black-and-white scans; the faint rim of an enlarged or antialiased
picture lies outside of them and would make every digit smaller.
"""

DOT_SPREAD = 1.06
"""Ink whose spread around its middle is below this times a disc's of the same area is a dot.

A disc has 1, a square 1.05, a tap that slipped by a quarter of its width 1.04; of all MNIST digits
the most compact, two filled zeros, have 1.08.
"""

DOT_GRAIN = 21.0
"""Added to it for a dot of few pixels, whose grey rim counts: this over its side cubed."""

DOT_ROOM = 3.0
"""A dot gets a square this many times its size, so that it is not blown up to a blob."""

LARGEST_DOT = 10  # pixels of the digit: more than a third of the block, less than any digit


def normalize(picture: Picture) -> Normalized:
    """All stages from ``picture`` to the 32x32 field; a blank picture gives empty stages."""
    ink = picture.ink
    peak = int(ink.max()) if ink.size else 0
    if peak == 0:
        return _blank()
    box = ink_box(ink, max(1, math.ceil(peak * EDGE_LEVEL)))
    crop = ink[box[0] : box[2], box[1] : box[3]]
    square = _square(box, 1.0)
    block = _resample(crop, box, square)
    dot = _is_dot(block, box)
    if dot:
        square = _square(box, DOT_ROOM)
        block = _resample(crop, box, square)
    digit, shift = _centre(block)
    field = np.zeros((FIELD, FIELD), np.uint8)
    margin = (FIELD - DIGIT) // 2
    field[margin:-margin, margin:-margin] = digit
    return Normalized(box, square, block, shift, digit, field, dot)


def ink_box(ink: ByteArray, level: int) -> tuple[int, int, int, int]:
    """(top, left, bottom, right) of the pixels of at least ``level``, end exclusive."""
    rows = np.flatnonzero(ink.max(axis=1) >= level)
    columns = np.flatnonzero(ink[rows[0] : rows[-1] + 1].max(axis=0) >= level)
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def ink_extents(digits: ByteArray) -> NDArray[np.int64]:
    """int64 (samples,): the longer side of the ink in each of uint8 (samples, rows, columns).

    Normalised digits have about 20, blanks 0, and dots no more than ``LARGEST_DOT``.
    """
    sides = []
    for axis in (1, 2):
        inked = digits.any(axis=axis)
        places = np.arange(inked.shape[1])
        last = np.where(inked, places, -1).max(axis=1)
        first = np.where(inked, places, inked.shape[1]).min(axis=1)
        sides.append(np.maximum(last - first + 1, 0))
    longer: NDArray[np.int64] = np.maximum(*sides)
    return longer


def field_to_picture(normalized: Normalized, x: float, y: float) -> tuple[float, float]:
    """The point of the picture that lies at (x, y) of the 32x32 field."""
    top, left, side = normalized.square
    margin = (FIELD - DIGIT) // 2
    middle = (DIGIT - BLOCK) // 2
    rows, columns = normalized.shift
    step = side / BLOCK
    return left + (x - margin - middle - columns) * step, top + (y - margin - middle - rows) * step


def _blank() -> Normalized:
    empty = [np.zeros((side, side), np.uint8) for side in (BLOCK, DIGIT, FIELD)]
    return Normalized(None, (0.0, 0.0, 0.0), empty[0], (0, 0), empty[1], empty[2])


def _square(box: tuple[int, int, int, int], room: float) -> tuple[float, float, float]:
    """The square on the longer side, content in its middle.

    It begins with a whole pixel, like MNIST's: half a pixel would smear small pictures.
    """
    top, left, bottom, right = box
    side = max(bottom - top, right - left) * room
    return math.floor((top + bottom - side) / 2), math.floor((left + right - side) / 2), side


def _resample(
    crop: ByteArray, box: tuple[int, int, int, int], square: tuple[float, float, float]
) -> ByteArray:
    """The square averaged into 20x20 cells, scaled so that the darkest is 255."""
    top, left, side = square
    down = _coverage(box[0] - top, crop.shape[0], side)
    across = _coverage(box[1] - left, crop.shape[1], side)
    cells = down @ crop.astype(np.float32) @ across.T
    peak = float(cells.max())
    scaled = cells * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _coverage(offset: float, pixels: int, side: float) -> FloatArray:
    """(20, pixels): the part of each cell that each pixel covers along one axis."""
    starts = (offset + np.arange(pixels)) * (BLOCK / side)
    cells = np.arange(BLOCK)[:, None]
    upper = np.minimum(starts + BLOCK / side, cells + 1)
    lower = np.maximum(starts, cells)
    covered: FloatArray = np.maximum(upper - lower, 0.0)
    return covered.astype(np.float32)


def _is_dot(block: ByteArray, box: tuple[int, int, int, int]) -> bool:
    """By the second moment, which does not change with the place between the pixels."""
    ink = block / 255.0
    mass = float(ink.sum())
    along = np.arange(BLOCK)
    moment = mass / 6.0  # of the cells themselves
    for sums in (ink.sum(axis=1), ink.sum(axis=0)):
        middle = float(sums @ along) / mass
        moment += float(sums @ (along - middle) ** 2)
    spread = 2.0 * math.pi * moment / mass**2
    side = max(box[2] - box[0], box[3] - box[1])
    return spread < DOT_SPREAD + DOT_GRAIN / side**3


def _centre(block: ByteArray) -> tuple[ByteArray, tuple[int, int]]:
    """``block`` in 28x28 with its centre of mass at pixel index 14; what sticks out is cut."""
    weights = block.astype(np.float64)
    total = weights.sum()
    along = np.arange(BLOCK)
    tops = [
        math.floor(CENTRE - float(sums @ along) / total + 0.5)
        for sums in (weights.sum(axis=1), weights.sum(axis=0))
    ]
    digit = np.zeros((DIGIT, DIGIT), np.uint8)
    to, taken = zip(*(_overlap(start) for start in tops), strict=True)
    digit[to] = block[taken]
    middle = (DIGIT - BLOCK) // 2
    return digit, (tops[0] - middle, tops[1] - middle)


def _overlap(start: int) -> tuple[slice, slice]:
    """Where a block of 20 that starts at ``start`` lies in 28, and which part of it does."""
    first, last = max(start, 0), min(start + BLOCK, DIGIT)
    return slice(first, last), slice(first - start, last - start)
