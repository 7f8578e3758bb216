"""Finds where printed lines run: ink that is thin across and straight for long.

The numbers are hand-set, changed while composed pages on ruled and squared paper were looked
at; none was fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.components import boxes_of
from lenet_gui.engine.pages.printed_boxes import thickest_line

LONG_LINE = 0.1  # of the picture's longer side: straight ink that long is a printed line
LINE_PIECE = 0.02  # of the picture's longer side: a piece that long may continue a line
RUN = 5  # pixels that a line goes on along its axis; grain does not
STRAIGHT = 0.012  # of its length: how far a line may bend
FEWEST_RUNGS = 4  # strokes between two lines that are rungs; a single one may be a 1
TRACE_AREA = 20  # of 255: the fraction of a pixel that has ink
SAME_SLOPE = 0.06  # tangent: pieces of a line run along with it ...
OFF_LINE = 0.01  # ... and lie on its way, within that fraction of the distance to its middle

# The direction in which most edges run.
STEEPEST_LINE = 36  # degrees from the nearest axis: corners of squares are edges at 45
RATHER_TURNED = 1.15  # times as many edges run that way as along the axes
STEEP = 4.0  # degrees: beyond that the picture is turned before lines are looked for
CLEAR, MOST_EDGES = 100, 20_000  # strength of edges that tell a direction; so many are enough
FEWEST_EDGES = 50
DIRECTION_AGREED = 0.03  # of the edges run along the lines or across them, beyond chance


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """The printed lines of a picture.

    level, upright: uint8 (rows, columns) of the picture, 255 where lines along the rows and along
    the columns lie. slopes: of the long lines, as tangents of the angle from the nearest axis,
    anticlockwise positive. lengths: theirs, in pixels. thickness: pixels across a line.
    """

    level: ByteArray
    upright: ByteArray
    slopes: NDArray[np.float64]
    lengths: NDArray[np.float64]
    thickness: float


def ruling_of(trace: ByteArray) -> Ruling | None:
    """Return the printed lines of a picture; None if there are none.

    trace: uint8 (rows, columns), how much of each pixel's area has at least a trace of ink.
    """
    angle = _direction(trace)
    turned, back = _turned(trace, angle)
    ink = np.where(turned > TRACE_AREA, np.uint8(255), np.uint8(0))
    level, upright = _Lines(ink), _Lines(np.ascontiguousarray(ink.T))
    found = level.find(), upright.find()
    if not any(found):
        return None
    if found[0]:
        upright.find_rungs(np.ascontiguousarray(level.zone.T))
    if found[1]:
        level.find_rungs(np.ascontiguousarray(upright.zone.T))
    slopes = np.concatenate([-level.slopes, upright.slopes])
    if angle:
        slopes = np.tan(np.arctan(slopes) + math.radians(angle))
    lengths = np.concatenate([level.lengths, upright.lengths])
    zones = [_placed(zone, trace, back) for zone in (level.zone, upright.zone.T)]
    thickness = float(np.median(np.concatenate([level.across, upright.across])))
    return Ruling(zones[0], zones[1], slopes, lengths, thickness)


def _direction(trace: ByteArray) -> float:
    """Return the direction of most edges in degrees, -45..45, anticlockwise.

    Edges at right angles count for the same direction. 0 if it is nearly that, or if no direction
    stands out.
    """
    smooth = cv2.GaussianBlur(trace, (7, 7), 1.5)
    across, down = cv2.spatialGradient(smooth)
    strength = cv2.max(cv2.convertScaleAbs(across), cv2.convertScaleAbs(down))
    some = np.flatnonzero(np.asarray(strength) > CLEAR)  # of bytes it takes three times as long
    some = some[:: len(some) // MOST_EDGES + 1]
    degrees = np.degrees(np.arctan2(-down.ravel()[some], across.ravel()[some])) % 90.0
    counts = np.bincount(degrees.astype(np.intp) % 90, minlength=90).astype(np.float64)
    if counts.sum() < FEWEST_EDGES:
        return 0.0
    around = np.stack([np.roll(counts, shift) for shift in (-2, -1, 0, 1, 2)]).sum(axis=0)
    around[STEEPEST_LINE : 90 - STEEPEST_LINE + 1] = 0
    best = int(around.argmax())
    if (
        around[best] < (5 / 90 + DIRECTION_AGREED) * counts.sum()
        or around[best] < RATHER_TURNED * around[[0, -1]].max()
    ):
        return 0.0
    near = np.arange(best - 2, best + 3)
    angle = float((counts[near % 90] @ near) / around[best]) + 0.5
    angle -= 90.0 * round(angle / 90.0)
    return angle if abs(angle) > STEEP else 0.0


Matrix = NDArray[np.float64]


def _turned(picture: ByteArray, angle: float) -> tuple[ByteArray, Matrix | None]:
    """Turn a picture so that lines of that angle lie level. Return it and the way there.

    The matrix is None if nothing is turned.
    """
    if not angle:
        return picture, None
    rows, columns = picture.shape
    matrix = cv2.getRotationMatrix2D((columns / 2, rows / 2), -angle, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = math.ceil(columns * cos + rows * sin), math.ceil(columns * sin + rows * cos)
    matrix[:, 2] += [(size[0] - columns) / 2, (size[1] - rows) / 2]
    turned = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR)
    return np.asarray(turned, np.uint8), np.asarray(matrix, np.float64)


def _placed(zone: ByteArray, picture: ByteArray, matrix: Matrix | None) -> ByteArray:
    if matrix is None:
        return np.ascontiguousarray(zone)
    flags = cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP
    size = picture.shape[::-1]
    return np.asarray(cv2.warpAffine(np.ascontiguousarray(zone), matrix, size, flags=flags))


class _Lines:
    """The ink that is thin across one axis of a picture, and the lines among it.

    zone: 255 where they lie. slopes, lengths, across: of the long ones.
    """

    def __init__(self, ink: ByteArray) -> None:
        self.thickest, side = thickest_line(ink), max(ink.shape)
        kernel = np.ones((self.thickest + 1, 1), np.uint8)
        thin = cv2.subtract(ink, cv2.morphologyEx(ink, cv2.MORPH_OPEN, kernel))
        # Grain is short; it must not hang lines together.
        thin = cv2.morphologyEx(thin, cv2.MORPH_OPEN, np.ones((1, RUN), np.uint8))
        # Strokes and other lines that cross a line leave gaps in it.
        kernel = np.ones((1, 2 * self.thickest + 1), np.uint8)
        bridged = cv2.morphologyEx(thin, cv2.MORPH_CLOSE, kernel)
        count, labels = cv2.connectedComponents(bridged, connectivity=8)
        self.labels: NDArray[np.int32] = np.asarray(labels, np.int32)
        self.boxes = boxes_of(np.asarray(bridged, np.uint8), self.labels, count)
        self.areas = np.bincount(self.labels[bridged > 0], minlength=count)
        self.wide = self.boxes[:, 2].astype(np.float64)
        self.least, self.long = LINE_PIECE * side, LONG_LINE * side
        self.zone = np.zeros_like(ink)
        self.slopes = self.lengths = self.across = np.empty(0)

    def find(self) -> bool:
        """Find the lines along the rows. Return whether there are long ones."""
        if not len(self._fitted(self.long)[0]):
            return False
        some, fits = self._fitted(self.least)
        long = self.wide[some] >= self.long
        on = _continuing(fits, long, self.thickest)
        self._take(some[long | on.any(axis=1)])
        self._draw(some, fits, on)
        self.slopes, self.lengths = fits[long, 0], self.wide[some][long]
        self.across = self.areas[some][long] / self.lengths
        return True

    def find_rungs(self, across: ByteArray) -> None:
        """Add the straight pieces that end at lines across them, as sides of boxes do.

        across: 255 where lines across them lie.
        """
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
        """Return the labels of the straight pieces, and slope, column and row of each middle.

        least: pixels along the axis.
        """
        thin = self.boxes[:, 3] <= self.wide
        thin &= self.areas <= self.wide * (self.thickest + 2)
        pieces = [
            (label, fit)
            for label in np.flatnonzero(thin & (self.wide >= least)).tolist()
            if (fit := _fit(self.labels, self.boxes[label], label)) is not None
        ]
        some = np.array([label for label, _ in pieces], np.intp)
        return some, np.array([fit for _, fit in pieces]).reshape(-1, 3)

    def _take(self, labels: NDArray[np.intp]) -> None:
        chosen = np.zeros(len(self.boxes), np.uint8)
        chosen[labels] = 255
        self.zone = np.asarray(cv2.bitwise_or(self.zone, chosen[self.labels]), np.uint8)

    def _draw(
        self, some: NDArray[np.intp], fits: NDArray[np.float64], on: NDArray[np.bool_]
    ) -> None:
        """Draw each line from its first piece to its last: it goes on where it is too faint to see.

        on: (pieces, lines), which piece belongs to which line.
        """
        slopes, columns, rows = fits.T
        half = self.wide[some] / 2
        drawn = np.zeros(len(some), np.bool_)
        for line in on.T:
            mine = np.flatnonzero(line)
            if drawn[mine].all():
                continue
            drawn[mine] = True
            mine = mine[np.argsort(columns[mine])]
            apart = half[mine, None] * [-1.0, 1.0]
            x = columns[mine, None] + apart
            y = rows[mine, None] + slopes[mine, None] * apart
            x[0, 0], y[0, 0] = x[0, 0] - self.least, y[0, 0] - slopes[mine[0]] * self.least
            x[-1, 1], y[-1, 1] = x[-1, 1] + self.least, y[-1, 1] + slopes[mine[-1]] * self.least
            points = np.round(np.stack([x.ravel(), y.ravel()], 1)).astype(np.int32)
            thick = self.areas[some[mine]].sum() / (2 * half[mine].sum())
            cv2.polylines(self.zone, [points[:, None]], False, (255,), max(1, round(float(thick))))


def _fit(
    labels: NDArray[np.int32], box: NDArray[np.int32], label: int
) -> tuple[float, float, float] | None:
    """Return slope, and column and row of the middle; None if the piece is not straight."""
    x, y, width, height = box.tolist()
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
    """Return bool (pieces, long lines): which piece lies on the way of which line and along it."""
    slope, column, row = fits[long].T
    apart = fits[:, 1, None] - column
    off = np.abs(row + slope * apart - fits[:, 2, None])
    along = np.abs(fits[:, 0, None] - slope) < SAME_SLOPE
    return np.asarray((off <= 0.5 * thickest + OFF_LINE * np.abs(apart)) & along)
