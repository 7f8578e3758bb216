"""Normalization: how ink becomes MNIST's 20x20 digit in 28x28, as networks have learned it.

The order is that of the original preprocessing (1998 paper, section III-A, and its
reconstruction by the QMNIST project): bounding box, square, area resampling to 20x20, peak 255,
centre of mass to the middle of 28x28 by whole pixels, border to 32x32.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, FloatArray, Normalized, Picture

BLOCK_SIDE = 20  # pixels: the longer side of the digit's ink
DIGIT_SIDE = 28  # of MNIST's images
FIELD_SIDE = 32  # of the input of LeNet-5
CENTRE_PIXEL = 14  # the index of the pixel to which the centre of mass is moved

BOX_EDGE_LEVEL = 0.05
"""The fraction of the peak below which ink does not widen the bounding box.

MNIST's boxes are those of black-and-white scans; the faint rim of an enlarged or antialiased
picture would widen the box and make every digit smaller.
"""

DOT_SPREAD = 1.06
"""The spread of ink, relative to a disc of the same area, below which it is a dot.

A disc has 1, a square 1.05, a tap that slipped by a quarter of its width 1.04; the most compact
MNIST digits, two filled zeros, have 1.08.
"""

DOT_GRAIN = 21.0
"""Added to DOT_SPREAD, over the cube of the dot's side: the grey rim of small dots spreads."""

DOT_ROOM = 3.0
"""The side of a dot's square, in sides of the dot, so that it is not blown up to a blob."""

MAX_DOT_SIDE = 10  # pixels: above a third of the block (DOT_ROOM), below any digit's ink


def normalize(picture: Picture) -> Normalized:
    """Normalize a picture: all stages up to the 32x32 field; empty stages for a blank picture."""
    ink = picture.ink
    peak = int(ink.max()) if ink.size else 0
    if peak == 0:
        return _blank()
    box = ink_box(ink, max(1, math.ceil(peak * BOX_EDGE_LEVEL)))
    crop = ink[box[0] : box[2], box[1] : box[3]]
    square = _square(box, 1.0)
    block = _resample(crop, box, square)
    dot = _is_dot(block, box)
    if dot:
        square = _square(box, DOT_ROOM)
        block = _resample(crop, box, square)
    digit, shift = _centre(block)
    field = np.zeros((FIELD_SIDE, FIELD_SIDE), np.uint8)
    margin = (FIELD_SIDE - DIGIT_SIDE) // 2
    field[margin:-margin, margin:-margin] = digit
    return Normalized(box, square, block, shift, digit, field, dot)


def ink_box(ink: ByteArray, level: int) -> tuple[int, int, int, int]:
    """Return (top, left, bottom, right) of the pixels of at least ``level``, ends exclusive.

    Raises IndexError if there are none.
    """
    rows = np.flatnonzero(ink.max(axis=1) >= level)
    columns = np.flatnonzero(ink[rows[0] : rows[-1] + 1].max(axis=0) >= level)
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def ink_extents(digits: ByteArray) -> NDArray[np.int64]:
    """Return the longer side of the ink in pixels, int64 (samples,).

    digits: uint8 (samples, rows, columns). Normalized digits have about 20, blanks 0, and dots at
    most ``MAX_DOT_SIDE``.
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
    """Map a point of the 32x32 field back to pixels of the picture."""
    top, left, side = normalized.square
    margin = (FIELD_SIDE - DIGIT_SIDE) // 2
    middle = (DIGIT_SIDE - BLOCK_SIDE) // 2
    rows, columns = normalized.shift
    step = side / BLOCK_SIDE
    return left + (x - margin - middle - columns) * step, top + (y - margin - middle - rows) * step


def _blank() -> Normalized:
    empty = [np.zeros((side, side), np.uint8) for side in (BLOCK_SIDE, DIGIT_SIDE, FIELD_SIDE)]
    return Normalized(None, (0.0, 0.0, 0.0), empty[0], (0, 0), empty[1], empty[2])


def _square(box: tuple[int, int, int, int], room: float) -> tuple[float, float, float]:
    """Return (top, left, side) of the square around a box, ``room`` times its longer side.

    It begins at a whole pixel, like MNIST's: half a pixel would smear small pictures.
    """
    top, left, bottom, right = box
    side = max(bottom - top, right - left) * room
    return math.floor((top + bottom - side) / 2), math.floor((left + right - side) / 2), side


def _resample(
    crop: ByteArray, box: tuple[int, int, int, int], square: tuple[float, float, float]
) -> ByteArray:
    """Average the square into 20x20 cells, scaled so that the darkest is 255."""
    top, left, side = square
    down = _coverage(box[0] - top, crop.shape[0], side)
    across = _coverage(box[1] - left, crop.shape[1], side)
    cells = down @ crop.astype(np.float32) @ across.T
    peak = float(cells.max())
    scaled = cells * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _coverage(offset: float, pixels: int, side: float) -> FloatArray:
    """Return the part of each cell that each pixel covers along one axis, float32 (20, pixels)."""
    starts = (offset + np.arange(pixels)) * (BLOCK_SIDE / side)
    cells = np.arange(BLOCK_SIDE)[:, None]
    upper = np.minimum(starts + BLOCK_SIDE / side, cells + 1)
    lower = np.maximum(starts, cells)
    covered: FloatArray = np.maximum(upper - lower, 0.0)
    return covered.astype(np.float32)


def _is_dot(block: ByteArray, box: tuple[int, int, int, int]) -> bool:
    """Return whether the ink is a dot, by its second moment.

    Unlike a count of pixels, it does not change with the position relative to the pixel grid.
    """
    ink = block / 255.0
    mass = float(ink.sum())
    along = np.arange(BLOCK_SIDE)
    moment = mass / 6.0  # of the cells themselves: 1/12 along each axis
    for sums in (ink.sum(axis=1), ink.sum(axis=0)):
        middle = float(sums @ along) / mass
        moment += float(sums @ (along - middle) ** 2)
    spread = 2.0 * math.pi * moment / mass**2
    side = max(box[2] - box[0], box[3] - box[1])
    return spread < DOT_SPREAD + DOT_GRAIN / side**3


def _centre(block: ByteArray) -> tuple[ByteArray, tuple[int, int]]:
    """Return a block in 28x28 with its centre of mass at pixel 14, clipped, and its shift."""
    weights = block.astype(np.float64)
    total = weights.sum()
    along = np.arange(BLOCK_SIDE)
    tops = [
        math.floor(CENTRE_PIXEL - float(sums @ along) / total + 0.5)
        for sums in (weights.sum(axis=1), weights.sum(axis=0))
    ]
    digit = np.zeros((DIGIT_SIDE, DIGIT_SIDE), np.uint8)
    to, taken = zip(*(_overlap(start) for start in tops), strict=True)
    digit[to] = block[taken]
    middle = (DIGIT_SIDE - BLOCK_SIDE) // 2
    return digit, (tops[0] - middle, tops[1] - middle)


def _overlap(start: int) -> tuple[slice, slice]:
    """Return the slice of 28 that a block of 20 from ``start`` on covers, and the block's part."""
    first, last = max(start, 0), min(start + BLOCK_SIDE, DIGIT_SIDE)
    return slice(first, last), slice(first - start, last - start)
