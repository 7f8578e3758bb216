"""Joins broken strokes: pieces that one digit explains better than two.

What could be a digit is a candidate, the recognizer scores all candidates at once, and the best
explanation is taken, as in the paper's heuristic over-segmentation (1998, section V).

All numbers are hand-set; none was fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import Recognition
from lenet_gui.engine.pages.pieces import Piece, joined

Read = Callable[[Sequence[Piece]], list[Recognition]]

# In longer sides of the larger part unless the comment says otherwise.
WIDEST_GAP = 0.4  # the widest gap between parts of one digit
TINY = 0.12  # the gap of a stroke that a ruled line cut
DOT = 0.22  # a smaller part belongs to a digit only if it nearly touches it
DOT_NEAR = 0.06  # the gap of such a part
BESIDE_NEAR = 0.15  # the gap between parts side by side
SHARED = 0.3  # fraction of the smaller part beside the larger one, or above it
LARGEST_WHOLE, GROWN, STACKED_HEIGHT = 1.4, 1.2, 2.2  # the first in usual sizes
WIDEST_WHOLE = 1.15  # width by height
# Parts by their size: fractions of the larger part.
ALIKE, SMALL_PART = 0.6, 0.45
# Leads of the best class, 0..1, and what is added to them.
STACKED_LEAD, HALVES_LEAD = 0.5, 0.97  # a whole must lead by more
NEAR_BONUS, SMALL_BONUS = 0.3, 0.25
STACKED_NEAR, HALVES_NEAR = 0.35, 0.3  # gaps, as fractions of WIDEST_GAP


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A piece and its recognition."""

    piece: Piece
    recognition: Recognition

    @property
    def sure(self) -> float:
        """How far the best class is ahead, 0..1."""
        return self.recognition.lead

    @property
    def accepted(self) -> bool:
        """Return whether the reject rule accepts it."""
        return self.recognition.label is not None


def candidates_of(pieces: Sequence[Piece], read: Read) -> list[Candidate]:
    """Recognize pieces, all at once."""
    return [Candidate(p, r) for p, r in zip(pieces, read(pieces), strict=True)]


def join_broken(
    single: list[Candidate], read: Read, usual: float, again: bool = True
) -> list[Candidate]:
    """Join pairs of pieces that are one digit; leave the others as they are.

    usual: the usual size of digits in pixels.
    """
    pairs = _pairs([one.piece for one in single], usual)
    unions = [joined([single[a].piece, single[b].piece]) for a, b, _ in pairs]
    together = candidates_of(unions, read)
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
        return join_broken(found + rest, read, usual, again=False)
    return found + rest


def _pairs(pieces: list[Piece], usual: float) -> list[tuple[int, int, float]]:
    """Return the indices of pieces that may be parts of one digit, and how near they are.

    The larger one comes first. Near is 0 where they touch and 1 where they are too far apart.
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
    grown = np.maximum(width, height) < np.maximum(LARGEST_WHOLE * usual, GROWN * largest)
    broken = (down > -0.1 * largest) & (gap < TINY) & (height < STACKED_HEIGHT * largest)
    fits = (width < WIDEST_WHOLE * height) & (grown | broken) & (gap < WIDEST_GAP)
    first, second = np.nonzero(np.triu(fits, 1))
    pairs = []
    for a, b in zip(first.tolist(), second.tolist(), strict=True):
        large, small = (a, b) if side[a] >= side[b] else (b, a)
        if _could_be_parts(pieces[large], pieces[small], float(across[a, b]), float(down[a, b])):
            pairs.append((large, small, float(gap[a, b]) / WIDEST_GAP))
    return pairs


def _could_be_parts(large: Piece, small: Piece, across: float, down: float) -> bool:
    """Return whether two pieces lie as parts of one digit do.

    Side by side, parts lie close; one above the other or inside, they may lie further apart.
    across, down: the gaps between them in pixels, negative where they overlap.
    """
    size = large.side
    if small.side < DOT * size and max(across, down) > DOT_NEAR * size:
        return False
    if across <= 0:  # they share columns
        shared = -across / min(large.width, small.width)
        return shared > SHARED and down < WIDEST_GAP * size
    return across < BESIDE_NEAR * size and -down > SHARED * min(large.height, small.height)


def _gain(large: Candidate, small: Candidate, whole: Candidate, near: float) -> float:
    """Return how much better one digit explains both than two do; at most 0: they stay apart."""
    parts = small.piece.side / large.piece.side
    if not whole.accepted:
        return 0.0
    if _stacked(large.piece, small.piece) and near < STACKED_NEAR:
        return whole.sure - STACKED_LEAD  # lines of a page lie further apart
    alike = parts > ALIKE and small.accepted and large.accepted
    if alike:  # two digits close together, unless they are halves of one
        return 0.0 if near > HALVES_NEAR or not _halves(large, small) else whole.sure - HALVES_LEAD
    second = small.sure if small.accepted and parts > SMALL_PART else 0.0
    bonus = NEAR_BONUS * (1 - near) + (SMALL_BONUS if parts < SMALL_PART else 0.0)
    return whole.sure + bonus - max(large.sure if large.accepted else 0.0, second)


def _stacked(a: Piece, b: Piece) -> bool:
    """Return whether two pieces lie one above the other, not beside each other."""
    shared = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    return shared > 0.5 * min(a.width, b.width)


def _halves(large: Candidate, small: Candidate) -> bool:
    """Return whether two pieces, one of them read as a 1, lie on each other.

    They may be bars or bows that are halves of a digit: no digit but a 1 looks like half of one.
    """
    return "1" in (large.recognition.label, small.recognition.label) and (
        abs(large.piece.centre[0] - small.piece.centre[0])
        < 0.3 * abs(large.piece.centre[1] - small.piece.centre[1])
    )
