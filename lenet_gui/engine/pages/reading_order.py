"""Finds where lines of digits run: the page's tilt, and which digit stands in which line.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

FEWEST_DIGITS = 6  # digits, and pairs of them, that tell a direction
NEIGHBOURS = 2  # of a digit: those before and after it in its line
FARTHEST_NEIGHBOUR = 4  # usual sizes from a digit to a neighbour in its line
STEEPEST_TILT = 45  # degrees: beyond that, the other direction at right angles is nearer
NEIGHBOUR_SPREAD = 6.0  # degrees, standard deviation of the directions of neighbours
TILT_AGREED = 0.45  # of the pairs agree on a tilt that counts ...
RATHER_TILTED = 1.15  # ... and that many times as many as on none
REFINED = 7  # degrees to each side of the voted tilt: about NEIGHBOUR_SPREAD
SHARP = 0.3  # usual sizes, standard deviation of heights in a row
SAME_LINE = 0.35  # of the lower height, shared with the end of a line
CONTINUED = 0.6  # of the larger height: then a line goes on after a gap
LINE_END = 3  # boxes at the end of a line that tell its height


def tilt_of(centres: NDArray[np.floating], sizes: NDArray[np.floating]) -> float:
    """Return the degrees, -45..45, by which lines rise (anticlockwise); 0 if no tilt shows.

    centres: (digits, 2), x and y. sizes: (digits,), their longer sides.

    Digits stand nearest to their neighbours in the line. Which of the two directions at right
    angles is the line's is left to the recognizer.
    """
    if len(centres) < FEWEST_DIGITS:
        return 0.0
    apart = centres[None] - centres[:, None]
    distance = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(centres)) * 1e9
    nearest = np.argsort(distance, axis=1)[:, :NEIGHBOURS]
    rows = np.arange(len(centres))[:, None]
    pairs = apart[rows, nearest].reshape(-1, 2)
    far = distance[rows, nearest].ravel() > FARTHEST_NEIGHBOUR * np.median(sizes)
    angles = np.degrees(np.arctan2(-pairs[:, 1], pairs[:, 0]))[~far]
    if len(angles) < FEWEST_DIGITS:
        return 0.0
    tried = np.arange(-STEEPEST_TILT, STEEPEST_TILT, 1.0)
    off = (angles[None] - tried[:, None] + 45) % 90 - 45
    votes = np.exp(-((off / NEIGHBOUR_SPREAD) ** 2) / 2).sum(axis=1)
    best = int(votes.argmax())
    # Neighbours stand a little higher or lower: a tilt shows only if many agree on it, and more
    # than on none (votes[STEEPEST_TILT] are those for 0 degrees).
    if (
        votes[best] < TILT_AGREED * len(angles)
        or votes[best] < RATHER_TILTED * votes[STEEPEST_TILT]
    ):
        return 0.0
    return _refined(centres, float(np.median(sizes)), float(tried[best]))


def _refined(centres: NDArray[np.floating], size: float, angle: float) -> float:
    """Return the angle near ``angle`` at which the centres lie in the sharpest rows."""
    found, most = angle, -1.0
    for tried in np.arange(angle - REFINED, angle + REFINED + 0.5, 1.0):
        turn = np.radians(tried)
        for heights in (
            centres[:, 0] * np.sin(turn) + centres[:, 1] * np.cos(turn),
            centres[:, 0] * np.cos(turn) - centres[:, 1] * np.sin(turn),
        ):
            gaps = (heights[:, None] - heights[None]) / (SHARP * size)
            sharp = float(np.exp(-(gaps**2) / 2).sum())
            if sharp > most + 1e-9:
                found, most = float(tried), sharp
    return found


def in_lines(boxes: Sequence[tuple[float, float, float, float]]) -> list[list[int]]:
    """Return the indices of boxes line by line, from top to bottom, each from left to right.

    boxes: left, top, right, bottom. A box belongs to the line whose last boxes it overlaps most
    in height; lines may therefore rise and fall.
    """
    order = sorted(range(len(boxes)), key=lambda index: boxes[index][0] + boxes[index][2])
    lines: list[list[int]] = []
    for index in order:
        best, most = None, SAME_LINE
        for line in lines:
            overlap = _overlap(boxes, line, index)
            if overlap > most:
                best, most = line, overlap
        if best is None:
            lines.append([index])
        else:
            best.append(index)
    lines = _merged(boxes, lines)
    return sorted(lines, key=lambda line: median(_middle(boxes[i]) for i in line))


def _middle(box: tuple[float, float, float, float]) -> float:
    return (box[1] + box[3]) / 2


def _overlap(
    boxes: Sequence[tuple[float, float, float, float]], line: list[int], index: int
) -> float:
    """Return the fraction of the lower of two heights that a box shares with a line's end."""
    recent = [boxes[i] for i in line[-LINE_END:]]
    top = sum(box[1] for box in recent) / len(recent)
    bottom = sum(box[3] for box in recent) / len(recent)
    box = boxes[index]
    shared = min(bottom, box[3]) - max(top, box[1])
    return shared / max(min(bottom - top, box[3] - box[1]), 1.0)


def _merged(
    boxes: Sequence[tuple[float, float, float, float]], lines: list[list[int]]
) -> list[list[int]]:
    """Put together lines that a gap broke apart: they overlap in height and not in width."""
    lines = [list(line) for line in lines]
    again = True
    while again:
        again = False
        for first in lines:
            for second in lines:
                if first is not second and _continues(boxes, first, second):
                    first.extend(second)
                    lines.remove(second)
                    again = True
                    break
            if again:
                break
    return lines


def _continues(
    boxes: Sequence[tuple[float, float, float, float]], first: list[int], second: list[int]
) -> bool:
    before, after = boxes[first[-1]], boxes[second[0]]
    if after[0] < before[2]:
        return False
    shared = min(before[3], after[3]) - max(before[1], after[1])
    return shared > CONTINUED * max(before[3] - before[1], after[3] - after[1])
