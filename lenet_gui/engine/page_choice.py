"""Which candidates are digits: shape, company and the reader's own reject rule."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lenet_gui.engine.page_components import SMALLEST
from lenet_gui.engine.page_joins import Candidate
from lenet_gui.engine.page_values import Fate

WIDEST = 2.0  # for its height
ROUGH = 0.19  # what is beside it, in parts of its contrast; paper has 0.05
ROUGHEST = 0.35
THICKEST = 0.44  # strokes, in parts of the longer side
SURE = 0.985  # confidence among company that is no digits
SUREST = 0.9995  # confidence among very much of it
CLUTTER = 3  # times as much that is none as digits is very much
SURER = 0.998  # confidence without paper around it
FEW = 5  # pieces of a picture: bars may be a row of 1s
COMPANY = 2  # digits of a line
DOUBTED = 0.25  # confidence that is enough between digits
FAINT = 0.45  # of the usual contrast
BAR = 0.3  # narrower for its height is a bar, which the reader takes for a 1
FAINT_BAR = 0.65
FAINT_EDGE = 0.75  # at the edge of a sheet or a shadow
STEADY = 0.75  # paper whose darkest is less than this part of its lightest is such an edge


def choose(
    candidates: Sequence[Candidate], lines: list[list[int]], usual: float, others: int = 0
) -> list[Fate]:
    """What becomes of each candidate.

    lines: indices of the candidates of each line. usual: the usual size. others: how much else
    of a digit's size there is in the picture.
    """
    fates: list[Fate] = [_alone(one, usual) for one in candidates]
    size = _usual_size(candidates, fates, usual)
    for line in lines:
        _by_line(candidates, line, fates, size)
    _lone_bars(candidates, lines, fates, others)
    _by_page(candidates, fates, others, _in_company(candidates, lines, fates))
    for line in lines:
        _by_company(candidates, line, fates)
    return fates


def _alone(one: Candidate, usual: float) -> Fate:
    """By its own shape and reading."""
    piece = one.piece
    if piece.side < SMALLEST or piece.side < 0.25 * usual:
        return "speck"
    if piece.width > WIDEST * piece.height or piece.stroke > THICKEST * piece.side:
        return "shape"
    if one.recognition.normalized.dot or one.recognition.normalized.blank:
        return "shape"
    if not one.accepted:
        return "shape" if piece.rough > ROUGH else "unsure"
    doubtful = _is_bar(one) or one.sure < SURER
    rough = ROUGH if piece.steady >= STEADY else ROUGH / 2
    if piece.rough > ROUGHEST or (piece.rough > rough and doubtful):
        return "shape"
    if piece.cut and one.sure < SURE:
        return "edge"
    return "read"


def _usual_size(candidates: Sequence[Candidate], fates: list[Fate], usual: float) -> float:
    heights = [c.piece.height for c, fate in zip(candidates, fates, strict=True) if fate == "read"]
    return float(np.median(heights)) if heights else usual


def _by_line(
    candidates: Sequence[Candidate], line: list[int], fates: list[Fate], size: float
) -> None:
    """Within a line digits are about equally high; one that stands alone is like the page's."""
    read = [i for i in line if fates[i] == "read"]
    own = float(np.median([candidates[i].piece.height for i in read])) if len(read) > 2 else size
    for index in line:
        height = candidates[index].piece.height
        fits = 0.45 * own < height < 2.2 * own
        if fates[index] == "read" and not fits and candidates[index].sure < SURE:
            fates[index] = "size"
        # A bar is a 1 only if it is as high as a digit here.
        bar = _is_bar(candidates[index])
        if fates[index] == "read" and bar and not 0.55 * own < height < 1.9 * own:
            fates[index] = "size"
        if fates[index] == "unsure" and not 0.6 * own < height < 1.7 * own:
            fates[index] = "size"


def _lone_bars(
    candidates: Sequence[Candidate], lines: list[list[int]], fates: list[Fate], others: int
) -> None:
    """A stroke by itself is a 1 only if it is like the digits of the page, or nearly alone."""
    digits = [
        candidates[i].piece
        for i, fate in enumerate(fates)
        if fate == "read" and not _is_bar(candidates[i])
    ]
    if len(fates) + others <= FEW and not digits:
        return
    height, strength, stroke = (
        float(np.median([getattr(piece, what) for piece in digits])) if digits else 0.0
        for what in ("height", "strength", "stroke")
    )
    for line in lines:
        read = [i for i in line if fates[i] == "read"]
        if len(read) > 1 and not all(_is_bar(candidates[i]) for i in read):
            continue
        for index in read:
            piece = candidates[index].piece
            alike = (
                len(digits) > 1
                and 0.7 < piece.height / height < 1.4
                and piece.strength > FAINT_BAR * strength
                and 0.6 < piece.stroke / stroke < 1.7
                and piece.rough < ROUGH / 2
            )
            if _is_bar(candidates[index]) and not alike:
                fates[index] = "alone"


def _in_company(
    candidates: Sequence[Candidate], lines: list[list[int]], fates: list[Fate]
) -> set[int]:
    """Those in a line of several digits that are no bars: they need no page of digits."""
    safe: set[int] = set()
    for line in lines:
        read = [i for i in line if fates[i] == "read" and not _is_bar(candidates[i])]
        if len(read) >= COMPANY and len(read) >= 0.5 * len(line):
            safe.update(line)
    return safe


def _by_page(
    candidates: Sequence[Candidate], fates: list[Fate], others: int, safe: set[int]
) -> None:
    """Faint ink beside strong is from the page's back; what is read among much that is not is
    texture or text."""
    read = [i for i, fate in enumerate(fates) if fate == "read"]
    if not read:
        return
    bars = {i for i in read if _is_bar(candidates[i])}
    strokes = [i for i in read if i not in bars] or read
    strength = float(np.median([candidates[i].piece.strength for i in strokes]))
    for index in read:
        one, least = candidates[index], FAINT_BAR if index in bars else FAINT
        edge = one.piece.steady < STEADY
        if one.piece.strength < (FAINT_EDGE if edge else least) * strength and (
            edge or index in bars or one.sure < SURE
        ):
            fates[index] = "faint"
    read = [i for i in read if fates[i] == "read"]
    unread = others + sum(fate in ("unsure", "shape", "size", "faint") for fate in fates)
    if unread > len(read):
        least = SURE if unread < CLUTTER * len(read) else SUREST
        for index in read:
            if index not in safe and (index in bars or candidates[index].sure < least):
                fates[index] = "alone"
        for index, fate in enumerate(fates):
            if fate == "unsure" and index not in safe:
                fates[index] = "alone"


def _by_company(candidates: Sequence[Candidate], line: list[int], fates: list[Fate]) -> None:
    """The reader's reject rule is for a digit out of nowhere; among digits, more is one."""
    read = [i for i in line if fates[i] == "read"]
    if len(read) < 2 or len(read) < 0.6 * len(line):
        return
    stroke = float(np.median([candidates[i].piece.stroke for i in read]))
    for index in line:
        one = candidates[index]
        alike = 0.5 * stroke < one.piece.stroke < 2.0 * stroke
        if fates[index] == "unsure" and one.sure > DOUBTED and alike and not one.piece.cut:
            fates[index] = "read"


def _is_bar(one: Candidate) -> bool:
    """Whether it is a mere stroke: narrow, or read as a 1, as nearly any stroke is."""
    narrow = one.piece.width < BAR * one.piece.height
    ranking = one.recognition.ranking
    return narrow or (bool(ranking) and one.recognition.class_names[ranking[0]] == "1")
