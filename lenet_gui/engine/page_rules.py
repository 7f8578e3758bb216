"""Ruled and squared paper: finds the lines and takes them from the mask, but not the digits."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from lenet_gui.engine.page_threshold import reduced
from lenet_gui.values import ByteArray

LEAST_PART = 0.28  # a component that long, in parts of the picture's longer side, may be lines
SEGMENT_PART = 0.2  # a straight segment that long is one
HOUGH_SIDE = 360  # pixels: the directions need no more
KERNEL_PART = 0.05  # what is removed is straight for that long
THICKEST = 9  # pixels of the working copy
LEAST_SHARE = 0.2  # of what is straight has the lines' thickness
FEWEST = 0.2  # lines of another direction have that part of the pixels of the first
DARKER = 1.5  # ink that much darker than the lines is pen


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """directions: of the ruled lines in degrees, 0 = along the rows, anticlockwise positive.
    zones: 255 where they lie; None if there are none.
    """

    directions: tuple[float, ...]
    zones: ByteArray | None = None

    @property
    def angle(self) -> float | None:
        """By how much the paper is turned from the nearest right angle, -45..45; or None."""
        if not self.directions:
            return None
        first = self.directions[0]
        return (first + 45.0) % 90.0 - 45.0


def without_rules(mask: ByteArray, trace: ByteArray, ink: ByteArray) -> tuple[ByteArray, Rules]:
    """The mask without ruled lines, and what they are. Without any it is the same array.

    trace: 255 where there is at least a trace of ink; lines may be too faint for the mask.
    """
    cleaned, zones, found = mask, np.zeros_like(mask), list[float]()
    pixels: list[int] = []
    for direction in _directions(trace):
        zone = _zone(trace, direction)
        pixels.append(cv2.countNonZero(cv2.bitwise_and(trace, zone)))
        thickness = _thickness(trace, zone, direction)
        if thickness is not None and pixels[-1] > FEWEST * pixels[0]:
            cleaned = _without(cleaned, _Lines(trace, ink, zone, direction, thickness))
            zones = np.asarray(cv2.bitwise_or(zones, zone), np.uint8)
            found.append(direction)
    return cleaned, Rules(tuple(found), zones if found else None)


def _directions(mask: ByteArray) -> list[float]:
    """Of the long straight lines, the commonest first; those within 2 degrees are one."""
    small = cv2.threshold(reduced(mask, HOUGH_SIDE), 50, 255, cv2.THRESH_BINARY)[1]
    side = max(small.shape)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(small, connectivity=8)
    extent = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    long = extent >= LEAST_PART * side
    long[0] = False
    if count < 2 or not long.any():
        return []
    lines = np.where(long[labels], np.uint8(255), np.uint8(0))
    found = cv2.HoughLinesP(
        lines, 1, math.pi / 180, int(0.6 * SEGMENT_PART * side),
        minLineLength=int(SEGMENT_PART * side), maxLineGap=max(3, side // 100),
    )  # fmt: skip
    if found is None:
        return []
    segments = found.reshape(-1, 4)[:400].astype(np.float64)
    dx, dy = segments[:, 2] - segments[:, 0], segments[:, 3] - segments[:, 1]
    clusters = _clusters(np.degrees(np.arctan2(-dy, dx)) % 180.0, np.hypot(dx, dy))
    # Paper may be squared; in fine squares the lines of one direction hide the others.
    across = (clusters[0] + 90.0) % 180.0
    if all(abs((angle - across + 90) % 180 - 90) > 12 for angle in clusters):
        clusters.append(across)
    return clusters


def _clusters(angles: np.ndarray, lengths: np.ndarray) -> list[float]:
    clusters: list[float] = []
    left = np.ones(len(angles), bool)
    while left.any() and len(clusters) < 5:
        near = np.abs((angles[:, None] - angles[None, left] + 90) % 180 - 90) <= 1.0
        weights = (near * (lengths * left)[:, None]).sum(axis=0)
        middle = float(angles[left][int(weights.argmax())])
        apart = (angles - middle + 90) % 180 - 90
        mine = left & (np.abs(apart) <= 1.0)
        clusters.append(middle + float(np.average(apart[mine], weights=lengths[mine])))
        left &= np.abs(apart) > 1.0
    return clusters


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Lines of one direction: where there is a trace of ink, the ink, where lines lie, and how
    thick they are."""

    trace: ByteArray
    ink: ByteArray
    zone: ByteArray
    direction: float
    thickness: int


def _without(mask: ByteArray, lines: _Lines) -> ByteArray:
    """The mask without the thin straight lines of one direction.

    Where a stroke crosses a line, the mask is thicker across the line than elsewhere: kept.
    """
    inside = cv2.bitwise_and(lines.trace, lines.zone)
    usual = float(np.median(lines.ink[inside > 0]))
    strong = min(254.0, max(usual * DARKER, usual + 20))
    pen = cv2.threshold(lines.ink, strong, 255, cv2.THRESH_BINARY)[1]
    kept = cv2.bitwise_or(
        _thick(mask, lines.thickness + 2, lines.direction),
        cv2.dilate(pen, np.ones((3, 3), np.uint8)),
    )
    removed = cv2.bitwise_and(lines.zone, cv2.bitwise_not(kept))
    return np.asarray(cv2.bitwise_and(mask, cv2.bitwise_not(removed)), np.uint8)


def _thickness(trace: ByteArray, zone: ByteArray, direction: float) -> int | None:
    """Of the lines, in pixels across; None if there are none, or strokes of large digits."""
    # Every fourth row or column across the lines tells as much.
    some = np.s_[::4, :] if _is_upright(direction) else np.s_[:, ::4]
    trace, zone = np.ascontiguousarray(trace[some]), np.ascontiguousarray(zone[some])
    pixels = cv2.countNonZero(cv2.bitwise_and(trace, zone))
    if not pixels:
        return None
    left = [1.0] + [
        cv2.countNonZero(cv2.bitwise_and(_thick(trace, least, direction), zone)) / pixels
        for least in range(2, THICKEST + 2)
    ]
    drops = -np.diff(left)
    most = last = int(drops.argmax())
    while last + 1 < len(drops) and drops[last + 1] > 0.25 * drops[most]:
        last += 1  # slanted and blurred lines are not of one thickness
    return last + 1 if drops[most : last + 1].sum() > LEAST_SHARE else None


def _is_upright(direction: float) -> bool:
    return 45.0 < direction < 135.0


def _thick(mask: ByteArray, thickness: int, direction: float) -> ByteArray:
    """Where the mask is at least so thick across the direction."""
    shape = (1, thickness) if _is_upright(direction) else (thickness, 1)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones(shape, np.uint8)), np.uint8)


def _zone(mask: ByteArray, direction: float) -> ByteArray:
    """255 where the mask is straight for long; at half the size, since the kernel is long."""
    half = cv2.resize(mask, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    half = cv2.threshold(half, 20, 255, cv2.THRESH_BINARY)[1]
    half = cv2.dilate(half, np.ones((2, 2), np.uint8))
    reach = max(8, int(KERNEL_PART * max(half.shape) / 2))
    turn = math.radians(direction)
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.uint8)
    dx, dy = round(reach * math.cos(turn)), round(-reach * math.sin(turn))
    cv2.line(kernel, (reach - dx, reach - dy), (reach + dx, reach + dy), (1,), 1)
    kernel = kernel[np.flatnonzero(kernel.any(axis=1))][:, np.flatnonzero(kernel.any(axis=0))]
    opened = cv2.morphologyEx(half, cv2.MORPH_OPEN, np.ascontiguousarray(kernel))
    opened = cv2.dilate(opened, np.ones((3, 3), np.uint8))
    size = mask.shape[1], mask.shape[0]
    return np.asarray(cv2.resize(opened, size, interpolation=cv2.INTER_NEAREST), np.uint8)
