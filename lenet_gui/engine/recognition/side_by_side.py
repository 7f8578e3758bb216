"""Tells whether strokes that a network declines are several digits side by side.

Strokes are put into groups from left to right. Each group must be about as high as the whole, and a
digit that the network accepts by itself. A digit of several strokes is safe since the network must
decline the whole: a 4 apart in its two strokes is read as 1 and 1, but as a 4 as a whole. How often
it is right is measured by ``python -m tests.benchmarks.results.two_digits --pens FILE``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from lenet_gui.common.values import Drawing, Recognition, Stroke
from lenet_gui.engine.ink.rasterizer import ink_picture
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.recognition.recognizer import Recognizer

# Chosen on pairs by UNIPEN writers that are not held out. Slanted digits overlap a little.
MOST_OVERLAP = 0.15  # of two digits, as a fraction of the height of all strokes
LEAST_HEIGHT = 0.55  # of each digit, likewise; parts of a broken digit are smaller
MOST_DIGITS = 6  # with more groups it is no row of digits, and reading them would take time
MOST_POINTS = 1500  # of all strokes; the groups are rasterized between two events of the window


def told_apart(recognition: Recognition, drawing: Drawing, by: Recognizer) -> Recognition:
    """Return the recognition of a drawing, with ``side_by_side`` if it is several digits.

    by: the recognizer that the recognition is of.
    """
    declined = recognition.reason == "unsure" and recognition.doubt != "dot"
    if recognition.normalized is None:
        return recognition  # what sees the page as a picture sees no digits in it
    if not declined or drawing.picture is not None or len(drawing.strokes) < 2:
        return recognition
    if sum(len(stroke.points) for stroke in drawing.strokes) > MOST_POINTS:
        return recognition
    groups = groups_of(drawing.strokes)
    if not 2 <= len(groups) <= MOST_DIGITS or not _are_high(groups):
        return recognition
    labels = [by.recognize(ink_picture(group)).label for group in groups]
    digits = tuple(label for label in labels if label in DIGITS)
    return replace(recognition, side_by_side=digits) if len(digits) == len(groups) else recognition


def groups_of(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return the strokes in groups that follow each other from left to right."""
    spans = [(stroke.points.min(axis=0), stroke.points.max(axis=0)) for stroke in strokes]
    lows, highs = (np.array(ends, np.float64) for ends in zip(*spans, strict=True))
    overlap = MOST_OVERLAP * (highs[:, 1].max() - lows[:, 1].min())
    groups: list[list[Stroke]] = []
    right = 0.0
    for index in np.argsort(lows[:, 0], kind="stable").tolist():
        if groups and lows[index, 0] <= right - overlap:
            groups[-1].append(strokes[index])
            right = max(right, highs[index, 0])
        else:
            groups.append([strokes[index]])
            right = highs[index, 0]
    return groups


def _are_high(groups: Sequence[Sequence[Stroke]]) -> bool:
    """Return whether each group is nearly as high as all together."""
    rows = [np.concatenate([stroke.points[:, 1] for stroke in group]) for group in groups]
    least = LEAST_HEIGHT * float(np.ptp(np.concatenate(rows)))
    return all(float(np.ptp(some)) >= least for some in rows)
