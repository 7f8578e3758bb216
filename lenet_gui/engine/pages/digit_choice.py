"""Decides which candidates are digits: how surely each is read, and how like the others it is.

All of a page's digits come from one pen and one hand. The pieces that are read surely tell what
to expect of the others; each way to differ from that counts against a piece, as evidence that is
added up. The weights and the constant were fitted with the default network to 180 composed
photographs (``tests/photographs/fitting.py``); the other numbers are hand-set.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.pages.components import SMALLEST_DIGIT
from lenet_gui.engine.pages.joins import Candidate
from lenet_gui.engine.pages.pieces import Piece
from lenet_gui.engine.pages.values import Verdict

BAR_ASPECT = 0.35  # width by height: what is narrower is a bar, which networks take for a 1
NEIGHBOUR_DISTANCE = 3.0  # heights from one digit of a line to the next
LEAST_DIGIT_SIZE = 0.25  # usual sizes
# Measured on composed pages that the weights had not been fitted to, and lowered from 0.35 when
# fewer false digits were left to compete.
LIKELY = 0.3  # a probability that is enough to be read
DOUBTED = 0.2  # enough to be shown as a digit that is not read

TERMS: tuple[tuple[str, float, Verdict], ...] = (
    ("doubt", 0.14, "unsure"),
    ("not a digit", 0.57, "unsure"),
    ("high", 1.70, "size"),
    ("bar high", 0.80, "size"),
    ("pen", 0.92, "shape"),
    ("faint", 1.06, "faint"),
    ("bar", 0.49, "shape"),
    ("bar alone", 0.38, "alone"),
    ("alone", 0.90, "alone"),
    ("text", 0.74, "alone"),
    ("rough", 0.41, "shape"),
    ("edge", 0.26, "edge"),
    ("outside", 1.07, "outside"),
    ("cut", 0.48, "edge"),
    ("flat", 0.10, "shape"),
    ("crowd", 0.43, "alone"),
)
"""Evidence: its name, its weight, and the verdict on a piece that it weighs most against."""

CONSTANT = 1.21


def choose(
    candidates: Sequence[Candidate], lines: list[list[int]], usual: float, others: int = 0
) -> list[Verdict]:
    """Return the verdict on each candidate.

    lines: indices of the candidates of each line. usual: the usual size in pixels. others: how
    many other components of a digit's size there are in the picture.
    """
    if not candidates:
        return []
    terms = evidence(candidates, lines, usual, others)
    weighed = terms * np.array([weight for _, weight, _ in TERMS])
    supported = _supported(candidates, lines)
    likely = 1.0 / (1.0 + np.exp(-(weighed.sum(axis=1) + CONSTANT)))
    verdicts = [
        _verdict(one, float(p), parts, usual, number in supported)
        for number, (one, p, parts) in enumerate(zip(candidates, likely, weighed, strict=True))
    ]
    return _without_strangers(candidates, lines, verdicts)


def _without_strangers(
    candidates: Sequence[Candidate], lines: list[list[int]], verdicts: list[Verdict]
) -> list[Verdict]:
    """Refuse doubtful digits where others are read, unless they lie on the sheet and beside one.

    A doubtful digit beside the sheet, or in a line where nothing is read, is not part of what is
    written.
    """
    if "read" not in verdicts:
        return verdicts
    kept = list(verdicts)
    for line in lines:
        empty = all(verdicts[index] != "read" for index in line)
        for index in line:
            if verdicts[index] == "unsure" and not candidates[index].piece.on_sheet:
                kept[index] = "outside"
            elif verdicts[index] == "unsure" and empty:
                kept[index] = "alone"
    return kept


def _supported(candidates: Sequence[Candidate], lines: list[list[int]]) -> set[int]:
    """Return the indices of lines at least half of which the reject rule accepts, and two.

    Among digits, a doubtful one is more likely a digit than it is anywhere else.
    """
    supported: set[int] = set()
    for line in lines:
        accepted = sum(candidates[index].accepted for index in line)
        if accepted >= 2 and accepted >= 0.5 * len(line):
            supported.update(line)
    return supported


def _verdict(
    one: Candidate, likely: float, weighed: NDArray[np.float64], usual: float, supported: bool
) -> Verdict:
    recognition = one.recognition
    if one.piece.side < max(SMALLEST_DIGIT, LEAST_DIGIT_SIZE * usual):
        return "speck"
    if recognition.blank or recognition.doubt == "dot":
        return "shape"
    if likely >= LIKELY and (one.accepted or supported):
        return "read"
    if likely >= DOUBTED:
        return "unsure"
    return TERMS[int(weighed.argmin())][2]


def evidence(
    candidates: Sequence[Candidate], lines: list[list[int]], usual: float, others: int
) -> NDArray[np.float64]:
    """Return float64 (candidates, terms): evidence for a digit and, mostly, against it."""
    pieces = [one.piece for one in candidates]
    height, strength, stroke, width = (
        np.maximum([getattr(piece, what) for piece in pieces], 1.0)
        for what in ("height", "strength", "stroke", "width")
    )
    sure = np.clip([one.sure for one in candidates], 0.0, 1.0)  # margins of penalties are larger
    kept = np.clip([one.recognition.confidence for one in candidates], 0.0, 1.0)
    doubt = np.log(np.maximum(sure, 1e-3) / np.maximum(1.0 - sure, 1e-4))
    bar = np.array([_is_bar(one) for one in candidates], np.float64)
    accepted = np.array([one.accepted for one in candidates], np.float64)
    weight = sure**4 * accepted * (1.0 - 0.9 * bar)
    usual_height, usual_strength, usual_stroke = (
        _median(values, weight) for values in (height, strength, stroke)
    )
    tall = np.log(height / usual_height)
    wide = np.log(stroke / usual_stroke)
    faint = np.log(strength / usual_strength)
    alike = sure * np.exp(-np.abs(tall) * 2) * accepted
    company, part = _company(candidates, lines, alike)
    columns = {
        **_of_pieces(pieces, height, width),
        "doubt": doubt,
        "not a digit": np.clip(np.log(np.maximum(kept, 1e-4) / np.maximum(1 - kept, 1e-4)), -7, 7),
        "high": -np.minimum(np.abs(tall), 2.0),
        "bar high": -np.minimum(np.abs(tall), 2.0) * bar,
        "pen": -np.minimum(np.abs(wide), 2.0),
        "faint": np.clip(faint, -2.0, 0.0),
        "bar": -bar,
        "bar alone": -bar * (1.0 - np.minimum(company, 2.0) / 2),
        "alone": -(1.0 - np.minimum(company, 2.0) / 2),
        "text": -(1.0 - part),
        "crowd": -np.full(len(pieces), _crowd(sure, others)),
    }
    return np.stack([columns[name] for name, _, _ in TERMS], axis=1)


def _of_pieces(
    pieces: Sequence[Piece], height: NDArray[np.float64], width: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    """Return the evidence against each piece, whatever the others are like.

    height, width: (pieces,), in pixels.
    """
    return {
        "rough": -np.minimum([piece.rough for piece in pieces], 0.6),
        "edge": -np.array([1.0 - piece.steady for piece in pieces]),
        "outside": -np.array([not piece.on_sheet for piece in pieces], np.float64),
        "cut": -np.array([piece.cut for piece in pieces], np.float64),
        "flat": -np.maximum(np.log(width / height), 0.0),
    }


def _crowd(sure: NDArray[np.float64], others: int) -> float:
    """Return the fraction of all pieces of a digit's size that is not read surely."""
    return float(1.0 - (sure > 0.9).sum() / (len(sure) + others))


def _median(values: NDArray[np.float64], weight: NDArray[np.float64]) -> float:
    """Return the weighted median."""
    order = np.argsort(values)
    sums = np.cumsum(weight[order] + 1e-6)
    return float(values[order][int(np.searchsorted(sums, sums[-1] / 2))])


def _company(
    candidates: Sequence[Candidate], lines: list[list[int]], alike: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, for each candidate, its near neighbours that look like digits, and its line's share.

    Two arrays, (candidates,): a sum of ``alike``, and a fraction of the line, 0..1.
    """
    company, part = np.zeros(len(candidates)), np.zeros(len(candidates))
    for line in lines:
        for place, index in enumerate(line):
            piece = candidates[index].piece
            for other in line[max(0, place - 2) : place] + line[place + 1 : place + 3]:
                apart = abs(candidates[other].piece.centre[0] - piece.centre[0])
                if apart < NEIGHBOUR_DISTANCE * max(piece.height, candidates[other].piece.height):
                    company[index] += alike[other]
            part[index] = (alike[line].sum() - alike[index] + 1.0) / (len(line) + 1e-9)
    return company, np.minimum(part, 1.0)


def _is_bar(one: Candidate) -> bool:
    """Return whether it is a mere stroke: narrow, or read as a 1, as nearly any stroke is."""
    narrow = one.piece.width < BAR_ASPECT * one.piece.height
    ranking = one.recognition.ranking
    return narrow or (bool(ranking) and one.recognition.class_names[ranking[0]] == "1")
