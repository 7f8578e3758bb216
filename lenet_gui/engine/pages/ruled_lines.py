"""Takes the printed lines of ruled and squared paper, tables and boxes from the mask.

A printed line is thin across and straight for long. Where a digit crosses it or stands on it,
the ink is thicker across the line than the line is: that stays.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.printed_boxes import ADJACENT, thickest_line
from lenet_gui.engine.pages.ruling import ruling_of

ACROSS = 7  # pixels across a line in which its middle is the darkest
# A pen is darker than the lines usually are by both of these.
VARIES = 5.0  # median deviations of the lines' darkness
LEAST_DARKER = 15.0  # of 255
CROSSED = 1.6  # times as dark as a line: two of them where they cross
BRIDGE = 7  # pixels of the working copy: strokes go on across a line that is no thicker
SQUARED = 0.06  # of the page: the crossings of squared paper; those of a table cover less
FEWEST_LINES = 4  # that tell how the paper lies
SAME_ANGLE, MOST_AGREE = 4.0, 0.6  # degrees; fraction of the lines' length within them


@dataclass(frozen=True, slots=True, eq=False)
class RuledLines:
    """Where printed lines lie.

    angle: of the lines in degrees from the nearest axis, -45..45, anticlockwise positive; None
    without lines. level, upright, frames: 255 where lines along the rows, along
    the columns and around boxes lie; None if there are none. thickness: pixels across a line.
    """

    angle: float | None = None
    level: ByteArray | None = None
    upright: ByteArray | None = None
    frames: ByteArray | None = None
    thickness: int = 0

    @property
    def squared(self) -> bool:
        """Return whether lines both ways cover much of the page: squared paper, not a table."""
        if self.level is None or self.upright is None:
            return False
        both = cv2.countNonZero(cv2.bitwise_and(self.level, self.upright))
        return both > SQUARED * self.level.size

    @property
    def zones(self) -> ByteArray | None:
        """255 where any lie; None if there are none."""
        some = [zone for zone in (self.level, self.upright, self.frames) if zone is not None]
        return np.bitwise_or.reduce(some) if some else None


def ruled_lines_of(trace: ByteArray) -> RuledLines:
    """Find the printed lines of a page, but for boxes that stand by themselves.

    trace: uint8 (rows, columns), 255 where there is at least a trace of ink; lines may be too
    faint for the mask.
    """
    small = cv2.resize(trace, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ruling = ruling_of(np.asarray(small, np.uint8))
    if ruling is None:
        return RuledLines()
    level, upright = (_full_size(zone, trace.shape) for zone in (ruling.level, ruling.upright))
    thickness = min(math.ceil(2 * ruling.thickness) + 1, thickest_line(trace))
    angle = _angle(ruling.slopes, ruling.lengths)
    return RuledLines(angle, level, upright, thickness=thickness)


def without_ruled_lines(
    mask: ByteArray, trace: ByteArray, ink: ByteArray, ruled: RuledLines
) -> ByteArray:
    """Return the mask without ruled lines; the same array if there are none."""
    if ruled.level is None or ruled.upright is None:
        return mask
    removed = _of_lines(mask, ruled.level, ruled.upright, ruled.thickness)
    return _bridged(mask, removed & ~_pen(ink, trace, ruled.level, ruled.upright))


def without_frames(mask: ByteArray, frames: ByteArray | None) -> ByteArray:
    """Return the mask without the lines around boxes."""
    return mask if frames is None else _bridged(mask, frames)


def _bridged(mask: ByteArray, removed: ByteArray) -> ByteArray:
    """Remove a part of the mask, but let strokes go on through it from one side to the other."""
    cleaned = mask & ~removed
    bridge = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((BRIDGE, BRIDGE), np.uint8))
    cleaned |= np.asarray(bridge, np.uint8) & removed & mask
    return cleaned


def _full_size(lines: ByteArray, shape: tuple[int, ...]) -> ByteArray:
    larger = cv2.resize(cv2.dilate(lines, ADJACENT), shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(larger, np.uint8)


def _of_lines(mask: ByteArray, level: ByteArray, upright: ByteArray, thickness: int) -> ByteArray:
    """Return 255 where the mask has ink in a line's place that is no thicker than the line."""
    removed = level & upright  # where lines cross they are thick both ways
    for zone, shape in ((level, (thickness + 1, 1)), (upright, (1, thickness + 1))):
        thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        removed |= zone & ~np.asarray(thick, np.uint8)
    return removed


def _pen(ink: ByteArray, trace: ByteArray, level: ByteArray, upright: ByteArray) -> ByteArray:
    """Return 255 where the ink is so much darker than the lines that it is a pen's, and its rim."""
    crest = np.zeros_like(ink)
    for zone, shape in ((level, (ACROSS, 1)), (upright, (1, ACROSS))):
        highest = cv2.dilate(ink, np.ones(shape, np.uint8))
        crest |= trace & zone & np.asarray(cv2.compare(ink, highest, cv2.CMP_GE), np.uint8)
    crossings = np.asarray(cv2.dilate(level & upright, ADJACENT), np.uint8)
    once, twice = (_darkest(ink[(crest & where) > 0]) for where in (~crossings, crossings))
    # Where lines cross, two of them lie on each other.
    pen = (ink > once) & (crossings == 0) | (ink > max(twice, CROSSED * once))
    return np.asarray(cv2.dilate(np.where(pen, np.uint8(255), np.uint8(0)), ADJACENT), np.uint8)


def _darkest(crest: NDArray[np.uint8]) -> float:
    """Return how dark lines are at most, by their usual darkness and how much that varies."""
    if not len(crest):
        return 255.0
    usual = float(np.median(crest))
    spread = float(np.median(np.abs(crest.astype(np.float32) - usual)))
    return usual + max(VARIES * spread, LEAST_DARKER)


def _angle(slopes: NDArray[np.float64], lengths: NDArray[np.float64]) -> float | None:
    """Return the median direction in degrees; None unless most lines run that way.

    A few lines may be edges of things and shadows.
    """
    if len(slopes) < FEWEST_LINES:
        return None
    angles, order = np.degrees(np.arctan(slopes)), np.argsort(slopes)
    sums = np.cumsum(lengths[order])
    middle = float(angles[order][int(np.searchsorted(sums, sums[-1] / 2))])
    agreed = float(lengths[np.abs(angles - middle) < SAME_ANGLE].sum())
    return middle if agreed > MOST_AGREE * sums[-1] else None
