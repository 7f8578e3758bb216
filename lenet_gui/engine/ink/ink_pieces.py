"""The pieces of ink in a field, and which of them surround others: sheets, frames, edges.

``surrounds.py`` says what these are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.masks import (
    BAR,
    COMPACT,
    ROUND,
    Floats,
    box_of,
    distance_from,
    eroded,
    filled,
    has_ink_behind,
    hull_area,
    is_dot_or_slash,
    lies_around,
    rim_of,
)

MOST_PIECES = 300  # more pieces are the grain of paper that is no darker
INK_LEVEL = 0.25  # of the peak: stronger deviations are ink on a sheet
# Lengths that are fractions are of the longer side of what surrounds.
SPECK = 0.04  # smaller than that is dust
LEAST_INSIDE = 0.14  # the longer side of the ink within
LEAST_PIXELS = 8  # of the same
GAPS = (0.02, 0.06, 0.14, 0.22, 0.34, 0.46)  # of a frame: how wide; the smallest that encloses
WIDE = 0.3  # with a gap wider than that, a frame is of one piece, whose box holds the ink within
CENTRAL = 0.2  # of each side of the picture: so far from it lies the middle of a digit with edges

HOLLOW = 0.7  # of its hull: a frame is, with a digit that hangs together with it
FILLED = 0.5  # of its hull: a sheet is
CONVEX = 0.96  # of its hull: a sheet with its holes is
GRAIN = 7.4  # median deviations that count as paper: 5 standard deviations of normal noise
MOST_GRAIN = 0.3  # of its deviation from the paper: a sheet's edge is sharp, and even along it
LEAST_SHEET = 0.12  # of the picture
LEAST_SHEET_SIDE = 24  # pixels
TWIN = 0.4  # of a sheet: another piece as large as that is a sheet, too
SHEET_EDGE = 0.012  # of the shorter side of a sheet: how wide its edge shows
INK_OF_SHEET = 0.5  # at most
SPAN = 0.9  # of a side of the picture: an edge runs along it


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """The part of a picture that a digit lies on.

    deviation: float32 (rows, columns), from the paper's shade, 0 beyond the field. noise: what
    deviates less is paper. zone: where the field is. corner: its first row and column in the
    picture that was handed in.
    """

    deviation: Floats
    noise: float
    zone: NDArray[np.bool_]
    corner: tuple[int, int] = (0, 0)


class InkPieces:
    """All that deviates from the paper of a field, by its connected components."""

    def __init__(self, field: Field, level: float) -> None:
        self._field = field
        self._level = level
        mask = (np.abs(field.deviation) > level).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
        self._mask, self._labels, self._stats = mask, np.asarray(labels, np.int32), stats
        self._count = count

    @property
    def is_grain(self) -> bool:
        """Whether there are more pieces than a digit and its surroundings have."""
        return self._count > MOST_PIECES

    @property
    def is_plain(self) -> bool:
        """Whether no piece can surround others: all are small, or the only one has no hollow."""
        if self._count < 2 or rim_of(self._labels).any():
            return self._count < 2
        if bool((self._stats[1:, 2:4].min(axis=1) < LEAST_SHEET_SIDE).all()):
            return True
        shape = self._component(1)
        return self._count == 2 and float(filled(shape).sum()) < HOLLOW * hull_area(shape)

    # ---- sheets

    def inside_sheet(self) -> Field | None:
        """Return the field on the largest component if it is a sheet with ink on it.

        Of several sheets of some size, such as cards side by side, none is the one.
        """
        if self._count < 2:
            return None
        sizes = self._stats[1:, 2].astype(np.int64) * self._stats[1:, 3]
        label = 1 + int(np.argmax(sizes))
        if np.count_nonzero(sizes > TWIN * sizes.max()) > 1 or not self._may_be_sheet(label):
            return None
        left, top, wide, high, _ = self._stats[label].tolist()
        there = slice(top, top + high), slice(left, left + wide)
        whole = filled(self._component(label))
        edge = max(1, round(SHEET_EDGE * min(wide, high)))
        return self._on_sheet(there, eroded(whole, edge), edge)

    def _may_be_sheet(self, label: int) -> bool:
        _, _, wide, high, area = self._stats[label].tolist()
        if min(wide, high) < LEAST_SHEET_SIDE or wide * high < LEAST_SHEET * self._mask.size:
            return False
        shape = self._component(label)
        hull = hull_area(shape)
        return bool(area > FILLED * hull and float(filled(shape).sum()) > CONVEX * hull)

    def _on_sheet(
        self, there: tuple[slice, slice], zone: NDArray[np.bool_], edge: int
    ) -> Field | None:
        """Return the field of a sheet unless it is blank, or a digit whose loops are its ink."""
        old = self._field
        deviation = old.deviation[there]
        band = deviation[zone & ~eroded(zone, edge + 1)]
        if not len(band):
            return None
        paper = float(np.median(band))
        noise = max(old.noise, GRAIN * float(np.median(np.abs(band - paper))))
        if noise > MOST_GRAIN * abs(paper):
            return None
        moved = np.where(zone, deviation - np.float32(paper), np.float32(0))
        corner = old.corner[0] + there[0].start, old.corner[1] + there[1].start
        inner = Field(np.asarray(moved, np.float32), noise, zone, corner)
        peak = float(np.abs(moved).max())
        ink = InkPieces(inner, max(self._level, noise, INK_LEVEL * peak))
        return ink.inside_sheet() or (inner if ink.is_written(zone) else None)

    def is_written(self, sheet: NDArray[np.bool_]) -> bool:
        """Return whether there is ink like a digit's on a sheet, and not the loops of one."""
        if self._count < 2:
            return False
        label = 1 + int(np.argmax(self._stats[1:, cv2.CC_STAT_AREA]))
        _, _, wide, high, area = self._stats[label].tolist()
        rows, columns = sheet.shape
        if max(box_of(self._mask)[2:]) < max(LEAST_PIXELS, LEAST_INSIDE * max(sheet.shape)):
            return False
        if int(self._mask.sum()) > INK_OF_SHEET * int(sheet.sum()):
            return False
        if area < COMPACT * hull_area(self._component(label)):
            return True
        # A bar is a 1, or the loop of a bold 0.
        return bool(high > BAR * wide and wide < 0.25 * columns and columns > ROUND * rows)

    # ---- edges and frames

    def inside_edges(self) -> Field | None:
        """Return the field without ink that runs along the rim, if other ink remains."""
        edges = self._edges()
        if not edges.any():
            return None
        rest = ~edges & ~self._specks
        touching = np.zeros(self._count, np.bool_)
        touching[rim_of(self._labels)] = True
        return self._without(edges | touching, rest & ~touching, closed=False)

    def _edges(self) -> NDArray[np.bool_]:
        """Return which components, (count,), run along the rim or lead from it and back to it.

        So does what covers a corner: a file without its end has a grey block in the last one.
        """
        found = np.zeros(self._count, np.bool_)
        found[self._labels[[0, 0, -1, -1], [0, -1, 0, -1]]] = True
        sides = (self._labels[0], self._labels[-1], self._labels[:, 0], self._labels[:, -1])
        for side in sides:
            covered = np.bincount(side, minlength=self._count)
            found |= covered > SPAN * len(side)
        rim = rim_of(self._labels)
        begins = rim[rim != np.roll(rim, 1)]
        found |= np.bincount(begins, minlength=self._count) > 1
        found[0] = False
        return found

    def inside_frame(self) -> Field | None:
        """Return the field inside ink that lies around other ink; None without any."""
        if not self._may_enclose():
            return None
        side = float(self._sides.max())
        padded = np.pad(self._mask, 2)
        apart = cv2.distanceTransform(1 - padded, cv2.DIST_L2, 3)
        for gap in GAPS:
            seen = self._seen_from_outside(np.asarray(apart), max(2.0, gap * side))
            inside = ~seen & ~self._specks
            if gap > WIDE and not self._is_in_largest(inside):
                return None
            field = self._without(seen, inside, closed=True)
            if field is not None:
                return field
        return None

    def _may_enclose(self) -> bool:
        """Return whether a component of some size lies within the box of all others together."""
        corners = self._stats[~self._specks, :2]
        ends = corners + self._stats[~self._specks, 2:4]
        if len(corners) < 2:
            return False
        inner = (corners > corners.min(axis=0)) & (ends < ends.max(axis=0))
        return bool(inner.all(axis=1).any())

    def _is_in_largest(self, inside: NDArray[np.bool_]) -> bool:
        """Return whether components, (count,), lie within the box of the one that is largest."""
        corners, ends = self._stats[:, :2], self._stats[:, :2] + self._stats[:, 2:4]
        largest = int(np.argmax(self._sides))
        within = (corners[inside] > corners[largest]) & (ends[inside] < ends[largest])
        return bool(within.all())

    def _seen_from_outside(self, apart: Floats, gap: float) -> NDArray[np.bool_]:
        """Return which components, (count,), a ball as wide as a gap touches from outside."""
        free = (apart > gap / 2).astype(np.uint8)
        free[[0, -1]] = free[:, [0, -1]] = 1
        _, spaces = cv2.connectedComponents(free, connectivity=4)
        outside = (np.asarray(spaces) == spaces[0, 0]).astype(np.uint8)
        reach = cv2.distanceTransform(1 - outside, cv2.DIST_L2, 3)
        near = (reach <= gap / 2 + 2)[2:-2, 2:-2]
        seen = np.zeros(self._count, np.bool_)
        seen[np.unique(self._labels[near])] = True
        return seen

    # ---- what both have in common

    def _without(
        self, around: NDArray[np.bool_], inside: NDArray[np.bool_], closed: bool
    ) -> Field | None:
        """Return the field nearer to some components than to those around; None if that is none.

        around, inside: which components, (count,). closed: ink lies around in most directions.
        """
        around = around.copy()
        around[0] = False
        if not inside.any() or not around.any():
            return None
        within, beyond = inside[self._labels], around[self._labels]
        if not self._is_digit_inside(within, beyond, closed):
            return None
        nearer = distance_from(within) < distance_from(beyond)
        zone = self._field.zone & nearer
        between = self._field.deviation[zone & (self._mask == 0)]
        paper = np.float32(np.median(between)) if len(between) else np.float32(0)
        deviation = np.where(zone, self._field.deviation - paper, np.float32(0))
        return Field(deviation, self._field.noise, zone, self._field.corner)

    def _is_digit_inside(
        self, within: NDArray[np.bool_], beyond: NDArray[np.bool_], closed: bool
    ) -> bool:
        """Return whether some ink is as large as a digit, with other ink around it."""
        (x, y, wide, high), outer = box_of(within), box_of(beyond)
        if max(wide, high) < max(LEAST_PIXELS, LEAST_INSIDE * max(outer[2:])):
            return False
        middle = x + wide / 2, y + high / 2
        if not (lies_around(beyond, middle) if closed else self._is_central(middle)):
            return False
        pieces = np.where(beyond, self._labels, np.int32(0))
        if closed and has_ink_behind(pieces, middle, max(wide, high)):
            return False
        return not is_dot_or_slash(within, outer)

    def _is_central(self, middle: tuple[float, float]) -> bool:
        """Return whether a point, x and y, is far from the sides of the picture."""
        rows, columns = self._mask.shape
        return all(
            CENTRAL * length < place < (1 - CENTRAL) * length
            for place, length in zip(middle, (columns, rows), strict=True)
        )

    @cached_property
    def _specks(self) -> NDArray[np.bool_]:
        """Which components, (count,), are dust beside the largest; the paper is, too."""
        return np.asarray(self._sides < max(3.0, SPECK * float(self._sides.max())))

    @cached_property
    def _sides(self) -> NDArray[np.int32]:
        """The longer side of each component, (count,); 0 of the paper."""
        sides = self._stats[:, 2:4].max(axis=1)
        sides[0] = 0
        return np.asarray(sides, np.int32)

    def _component(self, label: int) -> ByteArray:
        left, top, wide, high, _ = self._stats[label].tolist()
        there = self._labels[top : top + high, left : left + wide] == label
        return np.asarray(there, np.uint8)
