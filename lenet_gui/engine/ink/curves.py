"""Smooth curves through the points of fast strokes, as chains of short straight pieces.

A fast pen leaves few points, and straight lines between them are not what the hand did. The curve
passes through each point. Its direction there is halfway between the directions to both
neighbours, unless the stroke turns sharply: then the point is a corner and stays one, as it does
where two points lie on each other. The piece between two points depends on these and on one more
at either side, so that a stroke which grows changes in its last piece only.

The numbers were chosen on 700 digits of UNIPEN writers that are not held out, by the distance of
all points from the curve through every fourth or so. It is 0.022 of the digit's side for straight
lines through 9 points, 0.017 for these curves. Directions weighted by distance (chordal and
centripetal Catmull-Rom) gave 0.018 and 0.017. Corners from 130 degrees on gave 0.016, but rounded
those of 7 and 4.
"""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray

ROUND_TURN, CORNER_TURN = math.radians(80), math.radians(105)  # a curve up to, a corner from
MOST_PIECES = 64  # for one segment: enough for half a page on a large screen

_Floats: TypeAlias = NDArray[np.float64]


def flattened(
    points: FloatArray,
    radii: _Floats,
    tolerance: float,
    start: int = 0,
    stop: int | None = None,
) -> tuple[_Floats, _Floats]:
    """Return the curve through points as a chain of pieces, with the radius at each end of them.

    points: (N, 2), N >= 1, any units. radii: (N,), interpolated linearly. tolerance: how far the
    chain may be from the curve, in the same units. start, stop: indices of the points between
    which the curve is returned, which all others shape. Returns float64 (M, 2) and (M,): the points
    themselves and what lies between. The values do not depend on where the returned part begins.
    """
    stop = len(points) if stop is None else min(stop, len(points))
    first = max(start - 1, 0)
    near = points[first : stop + 1].astype(np.float64)
    pieces = slice(start - first, stop - 1 - first)
    corners = [near[pieces.start : stop - first], radii[start:stop].astype(np.float64)]
    if stop - start < 2 or len(near) < 3:
        return corners[0], corners[1]
    begins, ends, leaving, arriving = (part[pieces] for part in _segments(near))
    counts = _counts(begins, ends, leaving, arriving, tolerance)
    if counts.max() == 1:
        return corners[0], corners[1]
    which = np.repeat(np.arange(len(counts)), counts)
    order = np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts, counts)
    part = order / counts[which]  # 0 at each point
    t, left = part[:, None], 1 - part[:, None]
    path = left * left * left * begins[which] + t * t * t * ends[which]
    path += 3 * left * t * (left * leaving[which] + t * arriving[which])
    before, after = corners[1][:-1], corners[1][1:]
    widths = before[which] + part * (after - before)[which]
    return np.concatenate([path, ends[-1:]]), np.concatenate([widths, corners[1][-1:]])


def piece_counts(points: FloatArray, tolerance: float) -> NDArray[np.int64]:
    """Return how many pieces ``flattened`` makes of each segment, (N - 1,), at that tolerance."""
    if len(points) < 3:
        return np.ones(len(points) - 1, np.int64)
    return _counts(*_segments(points.astype(np.float64)), tolerance)


def _segments(points: _Floats) -> tuple[_Floats, _Floats, _Floats, _Floats]:
    """Return the ends and the two inner control points of each segment's Bézier curve.

    points: (N, 2), N >= 3. Each result is (N - 1, 2): begin, end, control points after the begin
    and before the end.
    """
    chords = points[1:] - points[:-1]
    x, y = chords[:, 0], chords[:, 1]
    lengths = np.sqrt(x * x + y * y)[:, None]
    headings = chords / np.where(lengths > 0, lengths, 1)
    halfway = headings[:-1] + headings[1:]
    x, y = halfway[:, 0], halfway[:, 1]
    sums = (x * x + y * y)[:, None]  # 2 + 2 cos of the turn
    smooth = np.zeros((len(points), 1))  # 1: a curve, 0: a corner, as both ends are
    low, high = 2 + 2 * math.cos(CORNER_TURN), 2 + 2 * math.cos(ROUND_TURN)
    moving = (lengths[:-1] > 0) & (lengths[1:] > 0)
    smooth[1:-1] = np.clip((sums - low) / (high - low), 0, 1) * moving
    tangents = np.zeros_like(points)
    tangents[1:-1] = halfway / np.sqrt(np.where(sums > 0, sums, 1))
    leaving, arriving = tangents[:-1] * lengths, tangents[1:] * lengths
    out, in_ = smooth[:-1], smooth[1:]
    # At a corner the curve has no bend, which keeps it between the point and the next tangent.
    straight_out = (3 * chords - (in_ * arriving + (1 - in_) * chords)) / 2
    straight_in = (3 * chords - (out * leaving + (1 - out) * chords)) / 2
    leaving = out * leaving + (1 - out) * straight_out
    arriving = in_ * arriving + (1 - in_) * straight_in
    begins, ends = points[:-1], points[1:]
    return begins, ends, begins + leaving / 3, ends - arriving / 3


def _counts(
    begins: _Floats, ends: _Floats, leaving: _Floats, arriving: _Floats, tolerance: float
) -> NDArray[np.int64]:
    """Return how many equal steps keep each curve within the tolerance, (segments,), at least 1."""
    bends = np.maximum(
        np.abs(begins - 2 * leaving + arriving), np.abs(leaving - 2 * arriving + ends)
    )
    x, y = bends[:, 0], bends[:, 1]
    # A Bézier curve's second derivative is at most 6 times this; a chord misses by an eighth of it.
    counts = np.ceil(np.sqrt(0.75 * np.sqrt(x * x + y * y) / tolerance))
    pieces: NDArray[np.int64] = np.clip(counts, 1, MOST_PIECES).astype(np.int64)
    return pieces
