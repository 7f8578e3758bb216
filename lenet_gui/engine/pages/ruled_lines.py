"""Ruled and squared paper, tables and boxes: finds printed lines and takes them from the mask.

A printed line is thin across and straight for long. Where a digit crosses it or stands on it,
the ink is thicker across the line than the line is: that stays.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.printed_boxes import NEAR, thickest_line
from lenet_gui.engine.pages.ruling import ruling_of

ACROSS = 7  # pixels across a line in which its middle is the darkest
VARIES = 5.0  # median deviations from the lines' usual darkness, and
LEAST_DARKER = 15.0  # of 255: darker by both is pen
CROSSED = 1.6  # times as dark are lines where they cross
BRIDGE = 7  # pixels of the working copy: a line that is thicker cuts the strokes across it
SQUARED = 0.06  # of the page: the crossings of squared paper; those of a table are fewer
FEWEST_LINES = 4  # that tell how the paper lies


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """angle: of the printed lines in degrees from the nearest axis, -45..45, anticlockwise
    positive; None without lines. level, upright, frames: 255 where lines along the rows, along
    the columns and around boxes lie; None if there are none. thickness: pixels across a line.
    """

    angle: float | None = None
    level: ByteArray | None = None
    upright: ByteArray | None = None
    frames: ByteArray | None = None
    thickness: int = 0

    @property
    def squared(self) -> bool:
        """Whether lines both ways cover much of the page, as on squared paper; a table does not."""
        if self.level is None or self.upright is None:
            return False
        both = cv2.countNonZero(cv2.bitwise_and(self.level, self.upright))
        return both > SQUARED * self.level.size

    @property
    def zones(self) -> ByteArray | None:
        """255 where any lie; None if there are none."""
        some = [zone for zone in (self.level, self.upright, self.frames) if zone is not None]
        return np.bitwise_or.reduce(some) if some else None


def rules_of(trace: ByteArray) -> Rules:
    """The printed lines of a page; boxes that stand by themselves are left out.

    trace: 255 where there is at least a trace of ink; lines may be too faint for the mask.
    """
    small = cv2.resize(trace, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ruling = ruling_of(np.asarray(small, np.uint8))
    if ruling is None:
        return Rules()
    level, upright = (_full_size(zone, trace.shape) for zone in (ruling.level, ruling.upright))
    thickness = min(math.ceil(2 * ruling.thickness) + 1, thickest_line(trace))
    angle = _angle(ruling.slopes, ruling.lengths)
    return Rules(angle, level, upright, thickness=thickness)


def without_rules(mask: ByteArray, trace: ByteArray, ink: ByteArray, rules: Rules) -> ByteArray:
    """The mask without ruled lines. Without any it is the same array."""
    if rules.level is None or rules.upright is None:
        return mask
    removed = _of_lines(mask, rules.level, rules.upright, rules.thickness)
    return _bridged(mask, removed & ~_pen(ink, trace, rules.level, rules.upright))


def without_frames(mask: ByteArray, frames: ByteArray | None) -> ByteArray:
    """The mask without the lines around boxes."""
    return mask if frames is None else _bridged(mask, frames)


def _bridged(mask: ByteArray, removed: ByteArray) -> ByteArray:
    """Strokes on both sides of what is removed go on through it."""
    cleaned = mask & ~removed
    bridge = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((BRIDGE, BRIDGE), np.uint8))
    cleaned |= np.asarray(bridge, np.uint8) & removed & mask
    return cleaned


def _full_size(lines: ByteArray, shape: tuple[int, ...]) -> ByteArray:
    larger = cv2.resize(cv2.dilate(lines, NEAR), shape[::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(larger, np.uint8)


def _of_lines(mask: ByteArray, level: ByteArray, upright: ByteArray, thickness: int) -> ByteArray:
    """What is in the mask where lines lie, and no thicker than they are."""
    removed = level & upright  # where lines cross they are thick both ways
    for zone, shape in ((level, (thickness + 1, 1)), (upright, (1, thickness + 1))):
        thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        removed |= zone & ~np.asarray(thick, np.uint8)
    return removed


def _pen(ink: ByteArray, trace: ByteArray, level: ByteArray, upright: ByteArray) -> ByteArray:
    """Where ink is so much darker than the lines usually are that it is a pen's, and its rim."""
    crest = np.zeros_like(ink)
    for zone, shape in ((level, (ACROSS, 1)), (upright, (1, ACROSS))):
        highest = cv2.dilate(ink, np.ones(shape, np.uint8))
        crest |= trace & zone & np.asarray(cv2.compare(ink, highest, cv2.CMP_GE), np.uint8)
    crossings = np.asarray(cv2.dilate(level & upright, NEAR), np.uint8)
    once, twice = (_darkest(ink[(crest & where) > 0]) for where in (~crossings, crossings))
    # Where lines cross two of them lie.
    pen = (ink > once) & (crossings == 0) | (ink > max(twice, CROSSED * once))
    return np.asarray(cv2.dilate(np.where(pen, np.uint8(255), np.uint8(0)), NEAR), np.uint8)


def _darkest(crest: NDArray[np.uint8]) -> float:
    """How dark lines are at most, by their usual darkness and how much that varies."""
    if not len(crest):
        return 255.0
    usual = float(np.median(crest))
    spread = float(np.median(np.abs(crest.astype(np.float32) - usual)))
    return usual + max(VARIES * spread, LEAST_DARKER)


def _angle(slopes: NDArray[np.float64], lengths: NDArray[np.float64]) -> float | None:
    """The median direction, if most lines run that way; edges of things and shadows may be few."""
    if len(slopes) < FEWEST_LINES:
        return None
    angles, order = np.degrees(np.arctan(slopes)), np.argsort(slopes)
    sums = np.cumsum(lengths[order])
    middle = float(angles[order][int(np.searchsorted(sums, sums[-1] / 2))])
    agreed = float(lengths[np.abs(angles - middle) < 4.0].sum())
    return middle if agreed > 0.6 * sums[-1] else None
