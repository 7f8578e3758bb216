"""Where lines of digits run: the page's tilt, and which digit stands in which line."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray

FEWEST = 6  # digits that tell a direction
NEIGHBOURS = 2
STEEPEST = 45


def tilt_of(centres: NDArray[np.floating], sizes: NDArray[np.floating]) -> float:
    """Degrees, -45..45, by which lines rise (anticlockwise), from where the digits stand.

    0 if it does not show.
    Digits stand nearest to their neighbours in the line. Which of the two directions at right
    angles is the line's does not matter here, and is left to the reader.
    """
    if len(centres) < FEWEST:
        return 0.0
    apart = centres[None] - centres[:, None]
    distance = np.hypot(apart[..., 0], apart[..., 1]) + np.eye(len(centres)) * 1e9
    nearest = np.argsort(distance, axis=1)[:, :NEIGHBOURS]
    rows = np.arange(len(centres))[:, None]
    pairs = apart[rows, nearest].reshape(-1, 2)
    far = distance[rows, nearest].ravel() > 4 * np.median(sizes)
    angles = np.degrees(np.arctan2(-pairs[:, 1], pairs[:, 0]))[~far]
    if len(angles) < FEWEST:
        return 0.0
    tried = np.arange(-STEEPEST, STEEPEST, 1.0)
    off = (angles[None] - tried[:, None] + 45) % 90 - 45
    votes = np.exp(-((off / 6.0) ** 2) / 2).sum(axis=1)
    best = int(votes.argmax())
    # Neighbours stand a little higher or lower: a tilt shows only if most agree on it.
    if votes[best] < 0.45 * len(angles) or votes[best] < 1.15 * votes[STEEPEST]:
        return 0.0
    return _refined(centres, float(np.median(sizes)), float(tried[best]))


def _refined(centres: NDArray[np.floating], size: float, angle: float) -> float:
    """The angle near ``angle`` at which the centres lie in the sharpest rows."""
    found, most = angle, -1.0
    for tried in np.arange(angle - 7, angle + 7.5, 1.0):
        turn = np.radians(tried)
        for heights in (
            centres[:, 0] * np.sin(turn) + centres[:, 1] * np.cos(turn),
            centres[:, 0] * np.cos(turn) - centres[:, 1] * np.sin(turn),
        ):
            gaps = (heights[:, None] - heights[None]) / (0.3 * size)
            sharp = float(np.exp(-(gaps**2) / 2).sum())
            if sharp > most + 1e-9:
                found, most = float(tried), sharp
    return found


def in_lines(boxes: Sequence[tuple[float, float, float, float]]) -> list[list[int]]:
    """Indices of boxes (left, top, right, bottom) line by line, each from left to right.

    A box belongs to the line whose last boxes it overlaps most in height; lines may therefore
    rise and fall. Lines are ordered from top to bottom.
    """
    order = sorted(range(len(boxes)), key=lambda index: boxes[index][0] + boxes[index][2])
    lines: list[list[int]] = []
    for index in order:
        best, most = None, 0.35
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
    """The part of the lower of the two heights that a box shares with the end of a line."""
    recent = [boxes[i] for i in line[-3:]]
    top = sum(box[1] for box in recent) / len(recent)
    bottom = sum(box[3] for box in recent) / len(recent)
    box = boxes[index]
    shared = min(bottom, box[3]) - max(top, box[1])
    return shared / max(min(bottom - top, box[3] - box[1]), 1.0)


def _merged(
    boxes: Sequence[tuple[float, float, float, float]], lines: list[list[int]]
) -> list[list[int]]:
    """Lines that a gap broke apart: they overlap in height and not in width."""
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
    return shared > 0.6 * max(before[3] - before[1], after[3] - after[1])
