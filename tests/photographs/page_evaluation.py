"""Compares a page's reading with what was written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lenet_gui.engine.pages.values import PageReading
from tests.photographs.composer import Truth


@dataclass(frozen=True)
class PageEvaluation:
    """Counts of a page.

    digits: written. found: located, whatever was read. right: located and read right.
    false: answers where no digit is, or a second one on the same digit.
    """

    digits: int
    found: int
    right: int
    false: int


def overlap(a: Sequence[float], b: Sequence[float]) -> float:
    """Return the intersection over union of two boxes x, y, width, height."""
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0.0
    shared = width * height
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def evaluate(reading: PageReading, truths: list[Truth], least: float = 0.4) -> PageEvaluation:
    """Match answers with what was written, the best overlaps first."""
    answers = [found for found in reading.digits if found.label is not None]
    pairs = sorted(
        (
            (overlap(found.box, truth.box), i, k)
            for i, found in enumerate(answers)
            for k, truth in enumerate(truths)
        ),
        reverse=True,
    )
    used: set[int] = set()
    matched: dict[int, int] = {}
    for part, i, k in pairs:
        if part < least:
            break
        if i not in used and k not in matched:
            used.add(i)
            matched[k] = i
    right = sum(answers[i].label == str(truths[k].digit) for k, i in matched.items())
    return PageEvaluation(len(truths), len(matched), right, len(answers) - len(matched))
