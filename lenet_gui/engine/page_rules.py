"""Ruled and squared paper, tables and boxes: finds printed lines and takes them from the mask.

A printed line is thin across and straight for long. Where a digit crosses it or stands on it,
the ink is thicker across the line than the line is: that stays.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.page_frames import NEAR, frames_of, thickest_line
from lenet_gui.values import ByteArray

LONG = 0.1  # of the picture's longer side: straight ink that long is a printed line
PIECE = 0.02  # a piece that long is part of one if it continues one
STRAIGHT = 0.012  # of its length: how far a line may bend
DARKER = 1.4  # times as dark as the lines is pen
BRIDGE = 7  # pixels of the working copy: a line that is thicker cuts the strokes across it
FEWEST_LINES = 4  # that tell how the paper lies
FEWEST_RUNGS = 4  # one stroke between two lines may be a 1


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """angle: of the printed lines in degrees from the nearest axis, -45..45, anticlockwise
    positive; None without lines. zones: 255 where they lie; None if there are none.
    """

    angle: float | None = None
    zones: ByteArray | None = None


class _Lines:
    """What is thin across one axis of a picture, and the lines among it.

    zone: 255 where they lie. slopes, lengths: of the long ones.
    """

    def __init__(self, ink: ByteArray) -> None:
        self.thickest, side = thickest_line(ink), max(ink.shape)
        kernel = np.ones((self.thickest + 1, 1), np.uint8)
        thin = cv2.subtract(ink, cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
        # Strokes and other lines that cross a line leave gaps in it.
        kernel = np.ones((1, 2 * self.thickest + 1), np.uint8)
        bridged = cv2.morphologyEx(thin, cv2.MORPH_CLOSE, kernel)
        _, labels, stats, _ = cv2.connectedComponentsWithStats(bridged, connectivity=8)
        self.labels: NDArray[np.int32] = np.asarray(labels, np.int32)
        self.stats = stats
        self.wide = stats[:, cv2.CC_STAT_WIDTH].astype(np.float64)
        self.wide[0] = 0
        self.least, self.long = PIECE * side, LONG * side
        self.zone = np.zeros_like(ink)
        self.pieces = np.empty(0, np.intp)
        self.slopes = self.lengths = np.empty(0)

    def find(self) -> bool:
        """Whether there are long lines."""
        if not len(self._fitted(self.long)[0]):
            return False
        some, fits = self._fitted(self.least)
        long = self.wide[some] >= self.long
        self._take(some[long | _continuing(fits, long, self.thickest)])
        self.slopes, self.lengths = fits[long, 0], self.wide[some][long]
        return True

    def find_rungs(self, across: ByteArray) -> None:
        """The straight pieces that end at lines across them, as sides of boxes do."""
        near = cv2.dilate(across, np.ones((5, 5), np.uint8)) > 0
        some, fits = self._fitted(self.least)
        half = self.wide[some, None] / 2 * [-1.0, 1.0]
        x, y = fits[:, 1:2] + half, fits[:, 2:3] + fits[:, :1] * half
        rows, columns = across.shape
        x, y = np.clip(np.round([x, y]), 0, [[[columns - 1]], [[rows - 1]]]).astype(np.intp)
        rungs = some[near[y, x].all(axis=1)]
        if len(rungs) >= FEWEST_RUNGS:
            self._take(rungs)

    def _fitted(self, least: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
        """Labels of the straight pieces; slope, column and row of the middle of each."""
        high, area = self.stats[:, cv2.CC_STAT_HEIGHT], self.stats[:, cv2.CC_STAT_AREA]
        thin = (high <= self.wide) & (area <= self.wide * (self.thickest + 2))
        pieces = [
            (label, fit)
            for label in np.flatnonzero(thin & (self.wide >= least)).tolist()
            if (fit := _fit(self.labels, self.stats[label], label)) is not None
        ]
        some = np.array([label for label, _ in pieces], np.intp)
        return some, np.array([fit for _, fit in pieces]).reshape(-1, 3)

    def _take(self, labels: NDArray[np.intp]) -> None:
        chosen = np.zeros(len(self.stats), np.uint8)
        chosen[labels] = 255
        self.zone = np.asarray(cv2.bitwise_or(self.zone, chosen[self.labels]), np.uint8)


def without_rules(mask: ByteArray, trace: ByteArray, ink: ByteArray) -> tuple[ByteArray, Rules]:
    """The mask without printed lines, and what they are. Without any it is the same array.

    trace: 255 where there is at least a trace of ink; lines may be too faint for the mask.
    """
    level, upright = _lines_both_ways(trace)
    lengths = np.concatenate([level.lengths, upright.lengths])
    frames = frames_of(mask)
    if not len(lengths) and frames is None:
        return mask, Rules()
    zones, removed = np.zeros_like(mask), np.zeros_like(mask)
    if len(lengths):
        zones, removed = _of_lines(mask, level.zone, np.ascontiguousarray(upright.zone.T))
        removed &= ~_darker(ink, trace, zones)
    if frames is not None:
        zones |= frames
        removed |= frames
    cleaned = mask & ~removed
    # Strokes on both sides of a line go on through it.
    bridge = cv2.morphologyEx(cleaned, cv2.MORPH_CLOSE, np.ones((BRIDGE, BRIDGE), np.uint8))
    cleaned |= np.asarray(bridge, np.uint8) & removed & mask
    slopes = np.concatenate([-level.slopes, upright.slopes])
    return cleaned, Rules(_angle(slopes, lengths), zones)


def _lines_both_ways(trace: ByteArray) -> tuple[_Lines, _Lines]:
    """Lines along the rows, and along the columns (transposed), at half the size."""
    small = cv2.resize(trace, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    half: ByteArray = np.where(small > 20, np.uint8(255), np.uint8(0))
    level, upright = _Lines(half), _Lines(np.ascontiguousarray(half.T))
    found = level.find(), upright.find()
    if found[0]:
        upright.find_rungs(np.ascontiguousarray(level.zone.T))
    if found[1]:
        level.find_rungs(np.ascontiguousarray(upright.zone.T))
    return level, upright


def _of_lines(mask: ByteArray, *both: ByteArray) -> tuple[ByteArray, ByteArray]:
    """255 where lines lie; and where they are what is in the mask."""
    size, thickest = (mask.shape[1], mask.shape[0]), thickest_line(mask)
    zones, removed = np.zeros_like(mask), np.zeros_like(mask)
    for lines, shape in zip(both, ((thickest + 1, 1), (1, thickest + 1)), strict=True):
        larger = cv2.resize(cv2.dilate(lines, NEAR), size, interpolation=cv2.INTER_NEAREST)
        zone = np.asarray(larger, np.uint8)
        thick = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8))
        removed |= zone & ~np.asarray(thick, np.uint8)
        removed |= zone & zones  # where lines cross they are thick both ways
        zones |= zone
    return zones, removed


def _darker(ink: ByteArray, trace: ByteArray, zones: ByteArray) -> ByteArray:
    """Where ink is so much darker than the lines that it is a pen's, and its rim."""
    there = ink[(trace & zones) > 0]
    usual = float(np.percentile(there, 75)) if len(there) else 255.0
    pen = cv2.threshold(ink, max(DARKER * usual, usual + 25), 255, cv2.THRESH_BINARY)[1]
    return np.asarray(cv2.dilate(pen, NEAR), np.uint8)


def _angle(slopes: NDArray[np.float64], lengths: NDArray[np.float64]) -> float | None:
    """The median direction, if most lines run that way; edges of things and shadows may be few."""
    if len(slopes) < FEWEST_LINES:
        return None
    angles, order = np.degrees(np.arctan(slopes)), np.argsort(slopes)
    sums = np.cumsum(lengths[order])
    middle = float(angles[order][int(np.searchsorted(sums, sums[-1] / 2))])
    agreed = float(lengths[np.abs(angles - middle) < 4.0].sum())
    return middle if agreed > 0.6 * sums[-1] else None


def _fit(
    labels: NDArray[np.int32], stats: NDArray[np.int32], label: int
) -> tuple[float, float, float] | None:
    """Slope, and column and row of the middle; None if the piece is not straight."""
    x, y, width, height, _ = stats.tolist()
    own = labels[y : y + height, x : x + width] == label
    thick = own.sum(axis=0)
    there = np.flatnonzero(thick)
    rows = (own * np.arange(height)[:, None]).sum(axis=0)[there] / thick[there]
    apart = there - there.mean()
    slope = float(apart @ rows) / max(float(apart @ apart), 1e-9)
    first = float(rows.mean()) - slope * float(there.mean())
    off = float(np.abs(rows - slope * there - first).mean())
    if off > max(1.0, STRAIGHT * width):
        return None
    middle = width / 2
    return slope, x + middle, y + first + slope * middle


def _continuing(
    fits: NDArray[np.float64], long: NDArray[np.bool_], thickest: int
) -> NDArray[np.bool_]:
    """Which pieces lie on the way of a long line, and run along with it."""
    slope, column, row = fits[long].T
    apart = fits[:, 1, None] - column
    off = np.abs(row + slope * apart - fits[:, 2, None])
    along = np.abs(fits[:, 0, None] - slope) < 0.06
    return np.asarray(((off <= 0.5 * thickest + 0.01 * np.abs(apart)) & along).any(axis=1))
