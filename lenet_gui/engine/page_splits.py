"""Touching digits split: where little ink lies in the way, if the reader reads the parts better.

Cuts are candidates, what lies between two of them may be a digit, and the best way from one end
to the other is taken (1998 paper, section V, heuristic over-segmentation).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.page_joins import Candidate, Read, candidates_of
from lenet_gui.engine.page_pieces import Piece, part_of, parts_of

WIDEST = 1.5  # part, for its height
WIDE = 1.1  # wider than this for its height: two digits, or none
RATHER_WIDE = 0.9  # two digits, if they are read without doubt
UNREAD_WIDE = 0.6  # looked at if the reader refuses it
HIGH = 1.6  # higher than this, in usual sizes: two lines that touch
NARROWEST = 0.12  # part, for its height
MOST_PARTS = 8
SEAM_HEIGHT = 40  # pixels of a digit in which cuts are looked for
APART = 0.13  # of the digit's height from one cut to the next
LEEWAY = 0.16  # how far a cut may wander to each side
CUT_COST = 0.5  # of a cut through one stroke, as a logarithm
LOOP_COST = 4.0  # of each stroke more
LOOP_INK = 0.6  # the paper in a loop costs as much as ink to go through
LEAST_LOOP = 0.008  # of the piece's box
DOUBT = 3e-3  # what the best confidence still leaves open


def split_touching(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    """The candidates with those split that are too wide, too high, or not read.

    usual: the usual size of digits in pixels.
    """
    return _split(_blocks_split(candidates, read, usual), read, usual)


def _split(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    plans = [_plan(one, usual) for one in candidates]
    answers = iter(candidates_of([p for plan in plans if plan for p in plan.parts.values()], read))
    found: list[Candidate] = []
    for one, plan in zip(candidates, plans, strict=True):
        if plan is None:
            found.append(one)
        else:
            found += _best_path(one, plan, {key: next(answers) for key in plan.parts})
    return found


# ---- lines that touch


def _blocks_split(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    """Digits of two lines in one piece: cut between the lines, if that gives many digits."""
    if len(candidates) < 4:
        return candidates  # nobody knows what is usual
    found: list[Candidate] = []
    for one in candidates:
        piece = one.piece
        block = piece.height > HIGH * usual and piece.width > 1.3 * usual
        found += (_block(one, read, usual) if block else None) or [one]
    return found


def _block(one: Candidate, read: Read, usual: float) -> list[Candidate] | None:
    cuts = _cuts(one.piece.ink.T, usual, one.piece.stroke)
    count = max(2, round(one.piece.height / (1.3 * usual)))
    best = sorted(cuts, key=lambda cut: cut.cost)[: count - 1]
    bands = _bands(one.piece.ink.T.shape, sorted(best, key=lambda cut: cut.middle)).T
    rows = [parts_of(one.piece, bands == band) for band in range(len(best) + 1)]
    parts = _split(candidates_of([part for row in rows for part in row], read), read, usual)
    sure = [part.sure for part in parts if part.accepted]
    return parts if len(sure) > 2 and len(sure) > 0.7 * len(parts) else None


# ---- digits that touch


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """A way from top to bottom: the column for each row; the strokes that it crosses."""

    way: NDArray[np.intp]
    cost: float

    @property
    def middle(self) -> float:
        return float(self.way.mean())


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """Where a piece may be cut, and the part between each two of the cuts, ends included."""

    cuts: list[_Cut]
    parts: dict[tuple[int, int], Piece]
    high: bool


def _plan(one: Candidate, usual: float) -> _Plan | None:
    """None if the piece is a digit as it is."""
    piece = one.piece
    aspect = piece.width / piece.height
    if piece.height < max(12.0, 0.35 * usual) or piece.width > 12 * piece.height:
        return None
    high = piece.height > HIGH * usual and aspect < 0.75 and not one.accepted
    if not high and aspect < (RATHER_WIDE if one.accepted else UNREAD_WIDE):
        return None
    ink = piece.ink.T if high else piece.ink
    size = min(usual, float(ink.shape[0])) if high else float(ink.shape[0])
    cuts = _cuts(ink, size, piece.stroke)
    bands = _bands(ink.shape, cuts)
    parts = {}
    for first in range(len(cuts) + 1):
        for last in range(first + 1, len(cuts) + 2):
            if not _near(cuts, first, last, ink.shape[1], size):
                continue
            inside = (bands >= first) & (bands < last)
            part = part_of(piece, inside.T if high else inside)
            if part is not None and _plausible(part, size, high):
                parts[first, last] = part
    return _Plan(cuts, parts, high) if parts else None


def _near(cuts: Sequence[_Cut], first: int, last: int, width: int, size: float) -> bool:
    """Whether there is a digit's width between two cuts, and not all of the piece."""
    left = cuts[first - 1].middle if first else 0.0
    right = cuts[last - 1].middle if last <= len(cuts) else float(width)
    whole = first == 0 and last == len(cuts) + 1
    return not whole and NARROWEST * size < right - left < WIDEST * size


def _plausible(part: Piece, size: float, high: bool) -> bool:
    along, across = (part.height, part.width) if high else (part.width, part.height)
    return along < WIDEST * max(across, 0.6 * size) and across > 0.35 * size


def _cuts(ink: NDArray[np.uint8], size: float, stroke: float) -> list[_Cut]:
    """Every so often the way with the least ink, as drop fall goes, but the best one."""
    factor = max(1, round(size / SEAM_HEIGHT))
    small = ink[::factor, ::factor]
    height, width = small.shape
    step, reach = max(2.0, APART * size / factor), max(2, round(LEEWAY * size / factor))
    margin = max(2.0, NARROWEST * size / factor)
    middles = np.round(np.arange(margin, width - margin + 0.5, step)).astype(np.intp)
    if not len(middles):
        return []
    columns = middles[:, None] + np.arange(-reach, reach + 1)
    outside = (columns < 1) | (columns >= width - 1)
    # (rows, cuts, columns near each); a way along the digit's outline is no cut.
    cost = small[:, np.clip(columns, 0, width - 1)].astype(np.float32) / 255.0
    cost += np.float32(0.03) + np.where(outside, np.float32(9.0), np.float32(0.0))
    inside = np.where(_loops(small)[:, np.clip(columns, 0, width - 1)], LOOP_INK, 0.0)
    ways, sums = _cheapest_ways(cost + inside.astype(np.float32))
    absolute = columns[np.arange(len(middles))[:, None], ways]
    crossed = sums * factor / max(stroke, 1.0)
    rows = np.minimum(np.arange(len(ink)) // factor, height - 1)
    cuts = [
        _Cut(way[rows] * factor, float(strokes))
        for way, strokes in zip(absolute, crossed, strict=True)
    ]
    return _different(sorted(cuts, key=lambda cut: cut.middle), 0.6 * APART * size)


def _loops(ink: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """The paper that strokes enclose; crumbs of it are nothing."""
    paper = np.pad((ink < 100).astype(np.uint8), 1, constant_values=1)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
    inner = stats[:, cv2.CC_STAT_AREA] >= max(3.0, LEAST_LOOP * ink.size)
    inner[0] = inner[labels[0, 0]] = False
    loops: NDArray[np.bool_] = inner[labels][1:-1, 1:-1]
    return loops


def _cheapest_ways(cost: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """For cost (rows, cuts, columns): ways (cuts, rows) in columns, and their ink (cuts,)."""
    total = cost[0].copy()
    steps = np.zeros(cost.shape, np.int8)
    for row in range(1, len(cost)):
        padded = np.pad(total, ((0, 0), (1, 1)), constant_values=np.inf)
        choices = np.stack([padded[:, 1:-1], padded[:, :-2] + 0.05, padded[:, 2:] + 0.05])
        best = choices.argmin(axis=0)
        steps[row] = np.array([0, -1, 1], np.int8)[best]
        total = choices.min(axis=0) + cost[row]
    place = total.argmin(axis=1)
    every = np.arange(cost.shape[1])
    sums = total[every, place] - np.float32(0.03 * len(cost))
    ways = np.empty((cost.shape[1], len(cost)), np.intp)
    for row in range(len(cost) - 1, -1, -1):
        ways[:, row] = place
        place = place + steps[row, every, place]
    return ways, sums


def _different(cuts: list[_Cut], apart: float) -> list[_Cut]:
    """Of cuts that are nearly the same, the cheapest."""
    chosen: list[_Cut] = []
    for cut in cuts:
        if chosen and cut.middle - chosen[-1].middle < apart:
            if cut.cost < chosen[-1].cost:
                chosen[-1] = cut
        else:
            chosen.append(cut)
    return chosen


def _bands(shape: tuple[int, ...], cuts: Sequence[_Cut]) -> NDArray[np.intp]:
    """int (rows, columns): how many cuts lie to the left of each pixel."""
    columns = np.arange(shape[1])
    bands = np.zeros(shape, np.intp)
    for cut in cuts:
        bands += columns[None] > cut.way[:, None]
    return bands


def _best_path(
    one: Candidate, plan: _Plan, parts: dict[tuple[int, int], Candidate]
) -> list[Candidate]:
    """The parts from end to end that are read with the least doubt, or the piece itself."""
    ends = len(plan.cuts) + 1
    best: list[tuple[float, list[Candidate]] | None] = [None] * (ends + 1)
    best[0] = (0.0, [])
    for last in range(1, ends + 1):
        for first in range(last):
            before, part = best[first], parts.get((first, last))
            if before is None or part is None or len(before[1]) >= MOST_PARTS:
                continue
            score = before[0] + _log(part) - (_cost(plan.cuts[last - 1]) if last < ends else 0.0)
            here = best[last]
            if here is None or score > here[0]:
                best[last] = (score, [*before[1], part])
    path = best[ends]
    if path is None or path[0] - _prior(one, path[1], plan.high) <= _log(one):
        return [one]
    return path[1]


def _cost(cut: _Cut) -> float:
    """Digits touch at one place; who cuts a loop cuts two strokes."""
    return CUT_COST * cut.cost + LOOP_COST * max(0.0, cut.cost - 1.3)


def _prior(one: Candidate, path: list[Candidate], high: bool) -> float:
    """What more digits have to be better by: little for a piece that is too wide for one."""
    aspect = one.piece.width / one.piece.height
    if not one.accepted:
        return 0.3 + max(0.0, 4.0 * (RATHER_WIDE - aspect))
    if high:
        return 3.0
    if aspect < WIDE:
        bars = sum(part.piece.width < 0.35 * part.piece.height for part in path)
        return 0.2 + 8.0 * (WIDE - aspect) + bars
    return -12.0 * (aspect - WIDE) - 0.5


def _log(candidate: Candidate) -> float:
    """The logarithm of the confidence; a refusal weighs more."""
    sure = min(max(candidate.sure, 1e-3), 1.0 - DOUBT)
    return math.log(sure) + (0.0 if candidate.accepted else math.log(0.3))
