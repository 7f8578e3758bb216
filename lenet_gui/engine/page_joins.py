"""Pieces to digits: broken strokes joined, touching digits split, the reader choosing.

As in the paper's heuristic over-segmentation (1998, section V): what could be a digit is a
candidate, the reader scores all candidates at once, and the best way through them is taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.page_pieces import Piece, joined, part_of
from lenet_gui.values import FloatArray, Recognition

Read = Callable[[Sequence[Piece]], list[Recognition]]

NEAR = 0.4  # gap between parts of one digit, in parts of its size
WIDE = 1.1  # wider than this for its height: two digits, or none
NARROWEST = 0.12  # part of a split, for its height
MOST_PARTS = 6
MOST_CUTS = 9
SEAM_HEIGHT = 40  # pixels of a digit in which cuts are looked for


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A piece and what the reader says of it."""

    piece: Piece
    recognition: Recognition

    @property
    def sure(self) -> float:
        return self.recognition.confidence

    @property
    def accepted(self) -> bool:
        return self.recognition.label is not None


def read_pieces(pieces: Sequence[Piece], read: Read, usual: float) -> list[Candidate]:
    """Digits of pieces: single ones, joined ones, parts of split ones."""
    single = [Candidate(p, r) for p, r in zip(pieces, read(pieces), strict=True)]
    return _split_wide(_join_broken(single, read, usual), read, usual)


# ---- joining


def _join_broken(
    single: list[Candidate], read: Read, usual: float, again: bool = True
) -> list[Candidate]:
    pairs = _pairs([one.piece for one in single], usual)
    unions = [joined([single[a].piece, single[b].piece]) for a, b, _ in pairs]
    together = [Candidate(p, r) for p, r in zip(unions, read(unions), strict=True)]
    gains = [
        (_gain(single[a], single[b], whole, near), a, b, whole)
        for (a, b, near), whole in zip(pairs, together, strict=True)
    ]
    taken: set[int] = set()
    found: list[Candidate] = []
    for gain, a, b, whole in sorted(gains, key=lambda entry: -entry[0]):
        if gain <= 0 or a in taken or b in taken:
            continue
        taken |= {a, b}
        found.append(whole)
    rest = [one for index, one in enumerate(single) if index not in taken]
    if found and again:  # a stroke may be broken twice
        return _join_broken(found + rest, read, usual, again=False)
    return found + rest


def _pairs(pieces: list[Piece], usual: float) -> list[tuple[int, int, float]]:
    """Indices of pieces that may be parts of one digit, the larger first, and how near they are.

    Near is 0 where they touch and 1 where they are too far apart.
    """
    if len(pieces) < 2:
        return []
    left, top = (np.array([getattr(p, axis) for p in pieces], float) for axis in "xy")
    right = left + [p.width for p in pieces]
    bottom = top + [p.height for p in pieces]
    side = np.maximum(right - left, bottom - top)
    across = np.maximum(left[:, None], left) - np.minimum(right[:, None], right)
    down = np.maximum(top[:, None], top) - np.minimum(bottom[:, None], bottom)
    width = np.maximum(right[:, None], right) - np.minimum(left[:, None], left)
    height = np.maximum(bottom[:, None], bottom) - np.minimum(top[:, None], top)
    largest = np.maximum(side[:, None], side)
    gap = np.maximum(np.maximum(across, down), 0) / largest
    grown = np.maximum(width, height) < np.maximum(1.4 * usual, 1.2 * largest)
    fits = (width < 1.15 * height) & grown & (gap < NEAR)
    first, second = np.nonzero(np.triu(fits, 1))
    pairs = []
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        large, small = (a, b) if side[a] >= side[b] else (b, a)
        if _could_be_parts(pieces[large], pieces[small], float(across[a, b]), float(down[a, b])):
            pairs.append((large, small, float(gap[a, b]) / NEAR))
    return pairs


def _could_be_parts(large: Piece, small: Piece, across: float, down: float) -> bool:
    """Side by side, parts lie close; one above the other or inside, they may lie further apart."""
    size = large.side
    if across <= 0:  # they share columns
        shared = -across / min(large.width, small.width)
        return shared > 0.3 and down < NEAR * size
    return across < 0.15 * size and -down > 0.3 * min(large.height, small.height)


def _gain(large: Candidate, small: Candidate, whole: Candidate, near: float) -> float:
    """How much better one digit explains both than two do; not above 0: they stay apart."""
    parts = small.piece.side / large.piece.side
    if not whole.accepted:
        return 0.0
    if _stacked(large.piece, small.piece) and near < 0.35:
        return whole.sure - 0.5  # lines of a page lie further apart
    alike = parts > 0.6 and small.accepted and large.accepted
    if alike:  # two digits close together, unless they are halves of one
        return 0.0 if near > 0.3 or not _halves(large, small) else whole.sure - 0.97
    second = small.sure if small.accepted and parts > 0.45 else 0.0
    bonus = 0.3 * (1 - near) + (0.25 if parts < 0.45 else 0.0)
    return whole.sure + bonus - max(large.sure if large.accepted else 0.0, second)


def _stacked(a: Piece, b: Piece) -> bool:
    """One above the other, not beside each other."""
    shared = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    return shared > 0.5 * min(a.width, b.width)


def _halves(large: Candidate, small: Candidate) -> bool:
    """Bars, or bows, that the reader takes for a 1: no other digit looks like half of one."""
    return "1" in (large.recognition.label, small.recognition.label) and (
        abs(large.piece.centre[0] - small.piece.centre[0])
        < 0.3 * abs(large.piece.centre[1] - small.piece.centre[1])
    )


# ---- splitting


def _split_wide(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    """Split what is too wide, too high, or not read, if its parts are read better."""
    plans = [_plan(one, usual) for one in candidates]
    parts = [part for plan in plans if plan for part in plan.parts.values()]
    answers = iter(read(parts))
    found: list[Candidate] = []
    for one, plan in zip(candidates, plans, strict=True):
        if plan is None:
            found.append(one)
            continue
        read_parts = {key: Candidate(p, next(answers)) for key, p in plan.parts.items()}
        found += _best_path(one, plan, read_parts)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """Cuts 0..count, the piece's ends included, and the part between two of them."""

    count: int
    parts: dict[tuple[int, int], Piece]
    extents: dict[tuple[int, int], float]


def _plan(one: Candidate, usual: float) -> _Plan | None:
    """Where a piece may be cut; None if it is a digit as it is."""
    piece = one.piece
    aspect = piece.width / piece.height
    if piece.side < 14 or piece.width > 12 * piece.height:
        return None
    high = piece.height > 1.6 * usual and aspect < 0.75 and not one.accepted
    if not high and (aspect < 0.6 or (one.accepted and aspect < WIDE)):
        return None
    ink = piece.ink.T if high else piece.ink
    size = usual if high and usual < ink.shape[0] * 3 else float(ink.shape[0])
    cuts = _cuts(ink, size)
    if not cuts:
        return None
    bands = _bands(ink.shape, cuts)
    parts, extents = {}, {}
    for first in range(len(cuts) + 1):
        for last in range(first + 1, len(cuts) + 2):
            inside = (bands >= first) & (bands < last)
            part = part_of(piece, inside.T if high else inside)
            whole = first == 0 and last == len(cuts) + 1
            if part is None or whole or not _plausible(part, size, high):
                continue
            parts[first, last] = part
            extents[first, last] = float(part.height if high else part.width)
    return _Plan(len(cuts) + 1, parts, extents)


def _plausible(part: Piece, size: float, high: bool) -> bool:
    along, across = (part.height, part.width) if high else (part.width, part.height)
    return (
        along > NARROWEST * size and along < WIDE * max(across, 0.6 * size) and across > 0.35 * size
    )


def _cuts(ink: NDArray[np.uint8], size: float) -> list[NDArray[np.intp]]:
    """Ways from top to bottom through little ink: for each row the column of the cut.

    Every column's cheapest way is found at once, row by row (drop fall as a shortest way); the
    local minima are the candidates.
    """
    factor = max(1, round(size / SEAM_HEIGHT))
    if factor > 1:
        small = ink[: len(ink) // factor * factor, : ink.shape[1] // factor * factor]
        small = small.reshape(len(small) // factor, factor, -1, factor).max(axis=(1, 3))
        ways = _cuts(small, size / factor)
        rows = np.minimum(np.arange(len(ink)) // factor, len(small) - 1)
        return [way[rows] * factor + factor // 2 for way in ways]
    height, width = ink.shape
    cost = ink.astype(np.float64) / 255.0 + 0.03
    total = cost[0].copy()
    steps = np.zeros((height, width), np.int8)
    for row in range(1, height):
        padded = np.pad(total, 1, constant_values=np.inf)
        choices = np.stack([padded[1:-1], padded[:-2] + 0.02, padded[2:] + 0.02])
        best = choices.argmin(axis=0)
        steps[row] = np.array([0, -1, 1], np.int8)[best]
        total = choices.min(axis=0) + cost[row]
    order = np.argsort(total, kind="stable")
    margin = NARROWEST * size
    chosen: list[NDArray[np.intp]] = []
    for column in order.tolist():
        way = _way(steps, column)
        middle = float(way.mean())
        if not margin < middle < width - margin:
            continue
        if all(abs(float(other.mean()) - middle) > 0.16 * size for other in chosen):
            chosen.append(way)
        if len(chosen) == min(MOST_CUTS, math.ceil(width / (0.3 * size))):
            break
    return sorted(chosen, key=lambda way: float(way.mean()))


def _way(steps: NDArray[np.int8], column: int) -> NDArray[np.intp]:
    way = np.empty(len(steps), np.intp)
    for row in range(len(steps) - 1, -1, -1):
        way[row] = column
        column += int(steps[row, column])
    return way


def _bands(shape: tuple[int, ...], cuts: list[NDArray[np.intp]]) -> NDArray[np.intp]:
    """int (rows, columns): how many cuts lie to the left of each pixel."""
    columns = np.arange(shape[1])
    bands = np.zeros(shape, np.intp)
    for way in cuts:
        bands += columns[None] > way[:, None]
    return bands


def _best_path(
    one: Candidate, plan: _Plan, parts: dict[tuple[int, int], Candidate]
) -> list[Candidate]:
    """The parts from end to end with the largest product of confidences, or the piece itself."""
    best: list[tuple[float, list[Candidate]] | None] = [None] * (plan.count + 1)
    best[0] = (0.0, [])
    for last in range(1, plan.count + 1):
        for first in range(last):
            before, part = best[first], parts.get((first, last))
            if before is None or part is None or len(before[1]) >= MOST_PARTS:
                continue
            score = before[0] + _log(part)
            here = best[last]
            if here is None or score > here[0]:
                best[last] = (score, [*before[1], part])
    path = best[plan.count]
    if path is None:
        return [one]
    aspect = one.piece.width / one.piece.height
    whole = _log(one) if aspect < WIDE else _log(one) + math.log(0.02) * (aspect - WIDE + 0.3)
    prior = math.log(0.5) * (len(path[1]) - 1)  # two digits are rarer than one
    return path[1] if path[0] + prior > whole else [one]


def _log(candidate: Candidate) -> float:
    scores: FloatArray = np.asarray([candidate.sure])
    sure = max(float(scores[0]), 1e-3)
    return math.log(sure) + (0.0 if candidate.accepted else math.log(0.3))
