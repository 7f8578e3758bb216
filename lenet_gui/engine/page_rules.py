"""Ruled and squared paper, tables and boxes: finds printed lines and takes them from the mask.

A printed line is thin across and straight for long. Where a digit crosses it or stands on it,
the ink is thicker across the line than the line is: that stays.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.values import ByteArray

LONG = 0.1  # of the picture's longer side: straight ink that long is a printed line
PIECE = 0.02  # a piece that long is part of one if it continues one
THICKEST = 0.006  # of the longer side, across a line
STRAIGHT = 0.012  # of its length: how far a line may bend
LEAST_BOX = 14  # pixels of the working copy, and of the longer side: smaller are digits' loops
LEAST_BOX_PART = 0.012
LARGEST_BOX = 0.5
SQUARE = 0.9  # of what a frame encloses lies in the quadrangle of its corners; of a 0's loop less
HOLLOW = 0.4  # of it is paper
DARKER = 1.4  # times as dark as the lines is pen
BRIDGE = 7  # pixels of the working copy: a line that is thicker cuts the strokes across it
FEWEST_RUNGS = 4  # one stroke between two lines may be a 1
NEAR = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """angle: of the printed lines in degrees from the nearest axis, -45..45, anticlockwise
    positive; None without lines. zones: 255 where they lie; None if there are none.
    """

    angle: float | None = None
    zones: ByteArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Lines near one axis, where they lie (255), and the slope and length of each.

    labels: of all that is thin. others: labels of shorter straight pieces; their ends, (N, 2, 2)
    columns and rows.
    """

    zone: ByteArray
    slopes: NDArray[np.float64]
    lengths: NDArray[np.float64]
    labels: NDArray[np.int32]
    others: NDArray[np.intp]
    ends: NDArray[np.intp]

    def with_rungs(self, across: ByteArray) -> _Lines:
        """With the straight pieces that end at lines across them, as sides of boxes do."""
        reach = max(3, _thickest(across) + 1)
        near = cv2.dilate(across, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)) > 0
        rungs = self.others[near[self.ends[..., 1], self.ends[..., 0]].all(axis=1)]
        if len(rungs) < FEWEST_RUNGS:
            return self
        chosen = np.zeros(int(self.labels.max()) + 1, np.uint8)
        chosen[rungs] = 255
        return replace(self, zone=np.asarray(cv2.bitwise_or(self.zone, chosen[self.labels])))


def without_rules(mask: ByteArray, trace: ByteArray, ink: ByteArray) -> tuple[ByteArray, Rules]:
    """The mask without printed lines, and what they are. Without any it is the same array.

    trace: 255 where there is at least a trace of ink; lines may be too faint for the mask.
    """
    half = cv2.resize(trace, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    half = np.asarray(cv2.threshold(half, 20, 255, cv2.THRESH_BINARY)[1], np.uint8)
    level, upright = _lines(half), _lines(np.ascontiguousarray(half.T))
    level, upright = (
        level.with_rungs(np.ascontiguousarray(upright.zone.T)),
        upright.with_rungs(np.ascontiguousarray(level.zone.T)),
    )
    frames = _frames(mask)
    lined = len(level.lengths) or len(upright.lengths)
    if not lined and frames is None:
        return mask, Rules()
    size, thickest = (mask.shape[1], mask.shape[0]), _thickest(mask)
    zones, removed = np.zeros_like(mask), np.zeros_like(mask)
    for lines, shape in (level, (thickest + 1, 1)), (upright, (1, thickest + 1)):
        zone = lines.zone if lines is level else np.ascontiguousarray(lines.zone.T)
        zone = cv2.resize(cv2.dilate(zone, NEAR), size, interpolation=cv2.INTER_NEAREST)
        thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        removed |= cv2.bitwise_and(zone, cv2.bitwise_not(thick))
        removed |= cv2.bitwise_and(zone, zones)  # where lines cross they are thick both ways
        zones |= zone
    if lined:
        removed = cv2.bitwise_and(removed, cv2.bitwise_not(_darker(ink, trace, zones)))
    if frames is not None:
        zones |= frames
        removed |= frames
    cleaned = cv2.bitwise_and(mask, cv2.bitwise_not(removed))
    # Strokes on both sides of a line go on through it.
    bridge = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((BRIDGE, BRIDGE), np.uint8))
    cleaned |= cv2.bitwise_and(cv2.bitwise_and(bridge, removed), mask)
    slopes = np.concatenate([-level.slopes, upright.slopes])
    lengths = np.concatenate([level.lengths, upright.lengths])
    return np.asarray(cleaned, np.uint8), Rules(_angle(slopes, lengths) if lined else None, zones)


def _darker(ink: ByteArray, trace: ByteArray, zones: ByteArray) -> ByteArray:
    """Where ink is so much darker than the lines that it is a pen's, and its rim."""
    usual = float(np.percentile(ink[cv2.bitwise_and(trace, zones) > 0], 75))
    pen = cv2.compare(ink, min(254.0, max(DARKER * usual, usual + 25)), cv2.CMP_GT)
    return np.asarray(cv2.dilate(pen, NEAR), np.uint8)


def _frames(ink: ByteArray) -> ByteArray | None:
    """255 where the lines around quadrangles lie, as of boxes in forms; None if there are none.

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
        _, _, width, height = cv2.boundingRect(outline)
        least, longest = min(width, height), max(width, height)
        if least < max(LEAST_BOX, LEAST_BOX_PART * max(ink.shape)):
            continue
        if longest > LARGEST_BOX * max(ink.shape):
            continue
        hull = cv2.convexHull(outline)
        corners = cv2.approxPolyDP(hull, 0.04 * cv2.arcLength(hull, True), True)
        area = cv2.contourArea(hull)
        if len(corners) != 4 or cv2.contourArea(corners) < SQUARE * area:
            continue
        paper = cv2.contourArea(outline) if parent >= 0 else _holes(outlines, tree[0], hole)
        if paper > HOLLOW * area:
            (inside if parent >= 0 else outside).append(hull)
    if not inside and not outside:
        return None
    return _around(ink, inside, outside)


def _holes(outlines: Sequence[np.ndarray], tree: NDArray[np.int32], first: int) -> float:
    area = 0.0
    while first >= 0:
        area += cv2.contourArea(outlines[first])
        first = int(tree[first, 0])
    return area


def _around(ink: ByteArray, inside: list[np.ndarray], outside: list[np.ndarray]) -> ByteArray:
    """255 in the lines around what they enclose, and within what encloses them."""
    thickest = _thickest(ink)
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
            line = cv2.bitwise_and(line, cv2.bitwise_not(cv2.erode(within, NEAR)))
        part |= line
    return bands


def _thickest(picture: ByteArray) -> int:
    return max(2, round(THICKEST * max(picture.shape)))


def _angle(slopes: NDArray[np.float64], lengths: NDArray[np.float64]) -> float:
    order = np.argsort(slopes)
    sums = np.cumsum(lengths[order])
    return math.degrees(math.atan(slopes[order][int(np.searchsorted(sums, sums[-1] / 2))]))


def _lines(ink: ByteArray) -> _Lines:
    """The lines that run more along the rows than across them."""
    side, thickest = max(ink.shape), _thickest(ink)
    thick = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((thickest + 1, 1), np.uint8))
    thin = np.asarray(cv2.subtract(ink, thick), np.uint8)
    # Strokes and other lines that cross a line leave gaps in it.
    bridged = cv2.morphologyEx(thin, cv2.MORPH_CLOSE, np.ones((1, 2 * thickest + 1), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(bridged, connectivity=8)
    wide = stats[:, cv2.CC_STAT_WIDTH].astype(np.float64)
    wide[0] = 0
    pieces = [
        (label, fit)
        for label in np.flatnonzero(wide >= PIECE * side).tolist()
        if (fit := _fit(labels, stats[label], label, thickest)) is not None
    ]
    some = np.array([label for label, _ in pieces], np.intp)
    fits = np.array([fit for _, fit in pieces]).reshape(-1, 3)
    lengths = wide[some]
    long = lengths >= LONG * side
    mine = (long | _continuing(fits, long, thickest)) if long.any() else long
    chosen = np.zeros(len(stats), np.uint8)
    chosen[some[mine]] = 255
    rest, half = fits[~mine], lengths[~mine, None] / 2 * [-1.0, 1.0]
    ends = np.stack([rest[:, 1:2] + half, rest[:, 2:3] + rest[:, :1] * half], axis=2)
    inside = np.clip(np.round(ends), 0, (ink.shape[1] - 1, ink.shape[0] - 1)).astype(np.intp)
    return _Lines(chosen[labels], fits[long, 0], lengths[long], labels, some[~mine], inside)


def _fit(
    labels: NDArray[np.int32], stats: NDArray[np.int32], label: int, thickest: int
) -> tuple[float, float, float] | None:
    """Slope, and column and row of the middle; None if the piece is not straight and thin."""
    x, y, width, height, area = stats.tolist()
    if height > width or area > width * (thickest + 2):
        return None
    own = labels[y : y + height, x : x + width] == label
    thick = own.sum(axis=0)
    there = np.flatnonzero(thick)
    rows = (own * np.arange(height)[:, None]).sum(axis=0)[there] / thick[there]
    slope, first = np.polyfit(there, rows, 1)
    off = float(np.abs(rows - slope * there - first).mean())
    if off > max(1.0, STRAIGHT * width):
        return None
    middle = width / 2
    return float(slope), x + middle, y + float(first + slope * middle)


def _continuing(
    fits: NDArray[np.float64], long: NDArray[np.bool_], thickest: int
) -> NDArray[np.bool_]:
    """Which pieces lie on the way of a long line, and run along with it."""
    slope, column, row = fits[long].T
    apart = fits[:, 1, None] - column
    off = np.abs(row + slope * apart - fits[:, 2, None])
    along = np.abs(fits[:, 0, None] - slope) < 0.06
    return np.asarray(((off <= 0.5 * thickest + 0.01 * np.abs(apart)) & along).any(axis=1))
