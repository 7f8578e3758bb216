"""Finds where a piece of ink may be cut: ways across it through little ink, as in drop fall.

All numbers are hand-set; none was fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

SEAM_HEIGHT = 40  # rows in which cuts are looked for
CUT_DISTANCE = 0.1  # of the digit's height from one cut to the next ...
LEAST_STEP = 1.5  # ... and at least that many of these rows' pixels
SAME_CUT = 0.6  # of CUT_DISTANCE: nearer cuts are the same one
LEEWAY = 7  # of these rows' pixels that a cut may wander to each side
LOOP_INK = 0.6  # paper in a loop costs as much to go through as that much ink, 0..1
LEAST_LOOP = 0.008  # of the piece's box: smaller loops are crumbs
NARROWEST_PART = 0.12  # width of a part by its height
STEP_COST, ASIDE_COST, OUTLINE_COST = 0.03, 0.05, 9  # of a row; of a column; along the outline


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A way from top to bottom.

    way: the column for each row. cost: strokes that it crosses. middle: the mean column.
    """

    way: NDArray[np.intp]
    cost: float
    middle: float


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A piece laid so that its digits stand side by side.

    size: their height in pixels. stroke: the width of its strokes in pixels.
    """

    ink: NDArray[np.uint8]
    size: float
    stroke: float


def cuts_of(rows: Sequence[Row]) -> list[list[Cut]]:
    """Return the cuts of each row: every CUT_DISTANCE the way through the least ink.

    Drop fall takes the first way down; this takes the best. All rows are brought to one height,
    so that all their ways are found at once.
    """
    if not rows:
        return []
    costs, columns = zip(*(_cost_of_ways(row) for row in rows), strict=True)
    ways, sums = _cheapest_ways(np.concatenate(costs, axis=1))
    found, start = [], 0
    for row, near in zip(rows, columns, strict=True):
        mine = slice(start, start + len(near))
        start += len(near)
        absolute = near[np.arange(len(near))[:, None], ways[mine]]
        scale = len(row.ink) / SEAM_HEIGHT
        strokes = sums[mine] * scale / max(row.stroke, 1.0)
        there = (np.arange(len(row.ink)) / scale).astype(np.intp)
        cuts = [
            Cut((way[there] * scale + scale / 2).astype(np.intp), float(cost), float(middle))
            for way, cost, middle in zip(
                absolute, strokes, absolute.mean(axis=1) * scale, strict=True
            )
        ]
        found.append(_different(sorted(cuts, key=lambda cut: cut.middle), row.size))
    return found


def _cost_of_ways(row: Row) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Return the cost of each pixel near each cut, (rows, cuts, columns near it); those columns."""
    scale = SEAM_HEIGHT / len(row.ink)
    width = max(3, round(row.ink.shape[1] * scale))
    small = np.asarray(cv2.resize(row.ink, (width, SEAM_HEIGHT), interpolation=cv2.INTER_AREA))
    step = max(LEAST_STEP, CUT_DISTANCE * row.size * scale)
    margin = max(1.0, NARROWEST_PART * row.size * scale)
    middles = np.round(np.arange(margin, width - margin + 0.5, step)).astype(np.intp)
    columns = middles[:, None] + np.arange(-LEEWAY, LEEWAY + 1)
    there = np.clip(columns, 0, width - 1)
    # A way along the digit's outline is no cut, and one through a loop cuts two strokes.
    outside = np.where(
        (columns < 1) | (columns >= width - 1), np.float32(OUTLINE_COST), np.float32(STEP_COST)
    )
    inside = np.where(_loops(small.astype(np.uint8))[:, there], np.float32(LOOP_INK), np.float32(0))
    return small[:, there] * np.float32(1 / 255) + outside + inside, columns


def _loops(ink: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return where strokes enclose paper, without crumbs of it."""
    paper = np.pad((ink < 100).astype(np.uint8), 1, constant_values=1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    inner = stats[:, cv2.CC_STAT_AREA] >= max(3.0, LEAST_LOOP * ink.size)
    inner[0] = inner[labels[0, 0]] = False
    loops: NDArray[np.bool_] = inner[labels][1:-1, 1:-1]
    return loops


def _cheapest_ways(cost: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return the cheapest way of each cut, (cuts, rows), in columns, and its ink, (cuts,).

    cost: (rows, cuts, columns).
    """
    total = cost[0].copy()
    steps = np.zeros(cost.shape, np.int8)
    aside = np.full((cost.shape[1], cost.shape[2] + 2), np.inf, np.float32)
    for row in range(1, len(cost)):
        aside[:, 1:-1] = total + np.float32(ASIDE_COST)
        left, right = aside[:, :-2], aside[:, 2:]
        nearest = np.minimum(left, right)
        steps[row] = np.where(nearest < total, np.where(left <= right, -1, 1), 0)
        total = np.minimum(total, nearest) + cost[row]
    place = total.argmin(axis=1)
    every = np.arange(cost.shape[1])
    sums = total[every, place] - np.float32(STEP_COST * len(cost))
    ways = np.empty((cost.shape[1], len(cost)), np.intp)
    for row in range(len(cost) - 1, -1, -1):
        ways[:, row] = place
        place = place + steps[row, every, place]
    return ways, sums


def _different(cuts: list[Cut], size: float) -> list[Cut]:
    """Keep the cheapest of cuts that are nearly the same."""
    chosen: list[Cut] = []
    for cut in cuts:
        if chosen and cut.middle - chosen[-1].middle < SAME_CUT * CUT_DISTANCE * size:
            if cut.cost < chosen[-1].cost:
                chosen[-1] = cut
        else:
            chosen.append(cut)
    return chosen


def bands_between(shape: tuple[int, ...], cuts: Sequence[Cut]) -> NDArray[np.intp]:
    """Return int (rows, columns): how many cuts lie to the left of each pixel."""
    columns = np.arange(shape[1])
    bands = np.zeros(shape, np.intp)
    for cut in cuts:
        bands += columns[None] > cut.way[:, None]
    return bands
