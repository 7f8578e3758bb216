"""Splits touching digits where little ink lies in the way, if the parts are recognized better.

Cuts are candidates, the ink between two of them may be a digit, and the best path from one end
to the other is taken (1998 paper, section V, heuristic over-segmentation).

All numbers are hand-set, changed while composed pages with touching digits were looked at; none
was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lenet_gui.engine.pages.cut_candidates import NARROWEST_PART, Cut, Row, bands_between, cuts_of
from lenet_gui.engine.pages.joins import Candidate, Read, candidates_of
from lenet_gui.engine.pages.pieces import Piece, part_of, parts_of

# Widths by heights.
WIDEST_PART = 1.5  # of a part
LOWEST_PART = 0.6  # heights of the piece: lower parts are measured as if they were that high
THINNEST_PART = 0.35  # of the height of the piece across the way that is cut
WIDE = 1.1  # of a piece: wider ones are two digits, or none
RATHER_WIDE = 0.9  # of a piece that is two digits if they are read without doubt
SURELY_WIDE = 1.05  # the same, if the whole is read without doubt, too: with this lead
NO_DOUBT = 0.9995
UNREAD_WIDE = 0.6  # of a piece that is looked at if it is refused
TWO = 1.3  # of at most two digits
LONGEST = 12.0  # of a piece: longer ones are lines
BAR = 0.35  # of a part that is a 1, or no digit
# Which pieces, and how many parts.
ROUGH = 0.22  # a piece without clean paper around it is not worth splitting
HIGH = 1.6  # usual sizes: higher pieces are two lines that touch
UPRIGHT = 4 / 3  # height by width: higher pieces are digits above one another
LOWEST_PIXELS, LOWEST = 12.0, 0.35  # pixels, usual sizes: lower pieces are no digits
BLOCK_WIDTH = 1.3  # usual sizes: wider pieces that are high hold several digits a line
LINE_HEIGHT = 1.3  # usual sizes from one line to the next that touches it
BLOCK_READ = 0.7  # of the parts of a block that must be read
MOST_PARTS = 8
MOST_SPLIT = 40  # pieces of a picture
# Cuts.
DEAREST = 2.5  # strokes that a cut through a piece that is read may cross
DEAREST_UNREAD = 5.0  # through one that is not
NARROWEST_OF_TWO = 0.18  # of the width of the piece
# Costs, as natural logarithms of confidence.
CUT_COST = 0.5  # of a cut through one stroke
LOOP_COST = 4.0  # of each stroke beyond ONE_STROKE
ONE_STROKE = 1.3  # strokes: a blurred one costs more than 1
SLIVER = 0.2  # of the height: ink that two digits may share or leave out
SLIVER_COST = 1.0  # of a sliver as wide as the digit is high
DOUBT = 3e-3  # confidence counts as no nearer to 1 ...
LEAST_SURE = 1e-3  # ... and as no smaller
REFUSAL = 0.3  # confidence of a refused digit counts as that fraction
# What several digits have to be better by than the piece as one, in the same logarithms. The
# slopes are for each width by height that the piece is narrower or wider than the width named.
REFUSED_LEAD, REFUSED_SLOPE = 0.3, 4.0  # a piece that is refused, below RATHER_WIDE
HIGH_LEAD = 3.0  # a high piece
NARROW_LEAD, NARROW_SLOPE = 0.2, 8.0  # a piece that is read, below WIDE, and 1 for each bar
WIDE_LEAD, WIDE_SLOPE = -0.5, 12.0  # a piece that is read, above WIDE


def split_touching(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    """Split the candidates that are too wide, too high, or refused.

    usual: the usual size of digits in pixels.
    """
    return _split(_blocks_split(candidates, read, usual), read, usual)


def _split(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    doubtful = [one for one in candidates if _is_doubtful(one, usual)]
    # More than that is texture; what is on the sheet and of a digit's size comes first.
    likely = sorted(
        doubtful, key=lambda one: (not one.piece.on_sheet, abs(one.piece.height / usual - 1.0))
    )
    chosen = {id(one) for one in likely[:MOST_SPLIT]}
    doubtful = [one for one in doubtful if id(one) in chosen]
    cuts = cuts_of([_across(one.piece, usual) for one in doubtful])
    plans = {id(one): _plan(one, ways, usual) for one, ways in zip(doubtful, cuts, strict=True)}
    parts = [part for plan in plans.values() for part in plan.parts.values()]
    answers = iter(candidates_of(parts, read))
    found: list[Candidate] = []
    for one in candidates:
        plan = plans.get(id(one))
        if plan is None:
            found.append(one)
        else:
            found += _best_path(one, plan, {key: next(answers) for key in plan.parts})
    return found


# ---- lines that touch


def _blocks_split(candidates: list[Candidate], read: Read, usual: float) -> list[Candidate]:
    """Cut pieces that hold digits of two lines between the lines, if that gives many digits."""
    if len(candidates) < 4:
        return candidates  # too few to tell the usual size
    found: list[Candidate] = []
    for one in candidates:
        piece = one.piece
        block = piece.height > HIGH * usual and piece.width > BLOCK_WIDTH * usual
        found += (_block(one, read, usual) if block else None) or [one]
    return found


def _block(one: Candidate, read: Read, usual: float) -> list[Candidate] | None:
    (cuts,) = cuts_of([Row(one.piece.ink.T, usual, one.piece.stroke)])
    count = max(2, round(one.piece.height / (LINE_HEIGHT * usual)))
    best = sorted(cuts, key=lambda cut: cut.cost)[: count - 1]
    bands = bands_between(one.piece.ink.T.shape, sorted(best, key=lambda cut: cut.middle)).T
    rows = [parts_of(one.piece, bands == band) for band in range(len(best) + 1)]
    parts = _split(candidates_of([part for row in rows for part in row], read), read, usual)
    sure = [part.sure for part in parts if part.accepted]
    return parts if len(sure) > 2 and len(sure) > BLOCK_READ * len(parts) else None


# ---- digits that touch


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """Where a piece may be cut, and the part between each two of the cuts, ends included."""

    cuts: list[Cut]
    parts: dict[tuple[int, int], Piece]
    high: bool
    width: float
    size: float


def _is_high(one: Candidate, usual: float) -> bool:
    piece = one.piece
    return piece.height > max(HIGH * usual, piece.width * UPRIGHT) and not one.accepted


def _is_doubtful(one: Candidate, usual: float) -> bool:
    """Return whether a candidate may be more than one digit."""
    piece = one.piece
    if piece.height < max(LOWEST_PIXELS, LOWEST * usual) or piece.width > LONGEST * piece.height:
        return False
    if piece.rough > ROUGH:
        return False
    aspect = piece.width / piece.height
    least = UNREAD_WIDE if not one.accepted else RATHER_WIDE
    if one.sure > NO_DOUBT:
        least = SURELY_WIDE
    return _is_high(one, usual) or aspect >= least


def _across(piece: Piece, usual: float) -> Row:
    if piece.height > max(HIGH * usual, piece.width * UPRIGHT):
        return Row(piece.ink.T, min(usual, float(piece.width)), piece.stroke)
    return Row(piece.ink, float(piece.height), piece.stroke)


def _plan(one: Candidate, cuts: list[Cut], usual: float) -> _Plan:
    """Return the parts between each two cuts that may be digits."""
    piece, high = one.piece, _is_high(one, usual)
    row = _across(piece, usual)
    cuts = _worth_trying(cuts, one, row.ink.shape[1])
    two = piece.width < TWO * piece.height and not high
    bands = bands_between(row.ink.shape, cuts)
    parts = {}
    for first in range(len(cuts) + 1):
        for last in range(first + 1, len(cuts) + 2):
            middle = first > 0 and last <= len(cuts)
            if (two and middle) or not _near(cuts, first, last, row.ink.shape[1], row.size):
                continue
            inside = (bands >= first) & (bands < last)
            part = part_of(piece, inside.T if high else inside)
            if part is not None and _plausible(part, row.size, high):
                parts[first, last] = part
    return _Plan(cuts, parts, high, float(row.ink.shape[1]), row.size)


def _worth_trying(cuts: list[Cut], one: Candidate, width: int) -> list[Cut]:
    """Return the cuts that may lie between two digits; few where one digit is recognized."""
    dearest = DEAREST if one.accepted else DEAREST_UNREAD
    if one.piece.width >= TWO * one.piece.height:
        return [cut for cut in cuts if cut.cost < dearest]
    margin = NARROWEST_OF_TWO * width
    inner = [cut for cut in cuts if cut.cost < dearest and margin < cut.middle < width - margin]
    cheapest = sorted(inner, key=lambda cut: cut.cost)[: 2 if one.accepted else 4]
    return sorted(cheapest, key=lambda cut: cut.middle)


def _near(cuts: Sequence[Cut], first: int, last: int, width: int, size: float) -> bool:
    """Return whether there is a digit's width between two cuts, and not all of the piece."""
    left = cuts[first - 1].middle if first else 0.0
    right = cuts[last - 1].middle if last <= len(cuts) else float(width)
    whole = first == 0 and last == len(cuts) + 1
    return not whole and NARROWEST_PART * size < right - left < WIDEST_PART * size


def _plausible(part: Piece, size: float, high: bool) -> bool:
    along, across = (part.height, part.width) if high else (part.width, part.height)
    return along < WIDEST_PART * max(across, LOWEST_PART * size) and across > THINNEST_PART * size


def _best_path(
    one: Candidate, plan: _Plan, parts: dict[tuple[int, int], Candidate]
) -> list[Candidate]:
    """Return the parts from end to end that are read with the least doubt, or the piece itself.

    A part may begin at the cut beside the one where the last part ended: two digits share the
    sliver between, or neither has it.
    """
    middles = [0.0, *(cut.middle for cut in plan.cuts), plan.width]
    ends = len(middles) - 1
    costs = [0.0, *(_cost(cut) for cut in plan.cuts), 0.0]
    paths: list[tuple[float, list[Candidate]] | None] = [None] * (ends + 1)
    paths[0] = (0.0, [])
    for (first, last), part in sorted(parts.items(), key=lambda item: item[0][1]):
        for before in (first - 1, first, first + 1):
            if not 0 <= before < last or (path := paths[before]) is None:
                continue
            apart = abs(middles[before] - middles[first])
            if apart > SLIVER * plan.size or len(path[1]) >= MOST_PARTS:
                continue
            # Each cut is paid for by half from both of its sides.
            cut = (costs[before] + costs[first]) / 2 if path[1] else 0.0
            score = path[0] + _log(part) - cut - SLIVER_COST * apart / plan.size
            here = paths[last]
            if here is None or score > here[0]:
                paths[last] = (score, [*path[1], part])
    last_cut = ends - 1 if middles[-1] - middles[-2] < SLIVER * plan.size else ends
    finished = [path for path in (paths[ends], paths[last_cut]) if path and len(path[1]) > 1]
    best = max(finished, key=lambda path: path[0], default=None)
    if best is None or best[0] - _prior(one, best[1], plan.high) <= _log(one):
        return [one]
    return best[1]


def _cost(cut: Cut) -> float:
    """Return the cost of a cut: digits touch at one place, and a cut through a loop cuts two."""
    return CUT_COST * cut.cost + LOOP_COST * max(0.0, cut.cost - ONE_STROKE)


def _prior(one: Candidate, path: list[Candidate], high: bool) -> float:
    """Return what several digits have to be better by: little for a piece too wide for one."""
    aspect = one.piece.width / one.piece.height
    if not one.accepted:
        return REFUSED_LEAD + max(0.0, REFUSED_SLOPE * (RATHER_WIDE - aspect))
    if high:
        return HIGH_LEAD
    if aspect < WIDE:
        bars = sum(part.piece.width < BAR * part.piece.height for part in path)
        return NARROW_LEAD + NARROW_SLOPE * (WIDE - aspect) + bars
    return WIDE_LEAD - WIDE_SLOPE * (aspect - WIDE)


def _log(candidate: Candidate) -> float:
    """Return the logarithm of the lead, less what a refusal costs."""
    sure = min(max(candidate.sure, LEAST_SURE), 1.0 - DOUBT)
    return math.log(sure) + (0.0 if candidate.accepted else math.log(REFUSAL))
