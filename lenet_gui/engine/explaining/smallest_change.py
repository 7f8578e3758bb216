"""The smallest change of a field, found by search, that makes it another class.

A search near the border between the classes, as FAB does it (Croce and Hein, "Minimally distorted
adversarial examples with a fast adaptive boundary attack", ICML 2020): the lead is taken for
linear, and a step goes to the nearest point of its border within the box of possible pixels, drawn
a little towards the original. What is found is short, but nothing proves that it is the shortest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.explaining.pixels import WHITEST, inputs_of
from lenet_gui.engine.explaining.slopes import evidence_slope
from lenet_gui.engine.recognition.recognizer import Recognizer

STEPS = 100
PATIENCE, WORTH = 15, 0.997  # steps without a change that is so much shorter, and the search ends
BEHIND = 0.002  # pixels behind the border that a step aims at, or it would end before it for ever
BEYOND = 1.05  # a step goes this much farther than the border, so that it is crossed
LONGEST = 0.15  # pixels of the first step; far from the border the slope misleads
GROWTH = 30  # steps after which one may be twice as long, until the border is crossed
# Part of the former directions in each, until the border is crossed: several rivals in turn would
# hold the way up. The second is for where the first finds nothing.
MOMENTA = 0.7, 0.9
MOST_HOMEWARD = 0.1  # part of each step that is taken from the original, once one was found
BACK = 0.9  # part of the way from the original that is kept when the border was crossed
TINY = 1e-12
ALONG = 13  # parts of a change per forward pass
HALVINGS = 8  # of the way back to the border at the end
ROUNDINGS = 10  # at most, until whole bytes are across the border


@dataclass(frozen=True, slots=True, eq=False)
class SmallestChange:
    """A changed field that is the rival class.

    before, after: uint8 (planes, rows, columns), the pixels that the network reads, in bytes.
    """

    before: ByteArray
    after: ByteArray

    @property
    def length(self) -> float:
        """The Euclidean length of the change, in pixels from paper to full ink."""
        return float(np.linalg.norm((self.after.astype(float) - self.before) / WHITEST))

    def at(self, part: float) -> FloatArray:
        """Return the pixels with a part of the change, 0..1, as floats 0..1."""
        before, after = (values.astype(np.float32) for values in (self.before, self.after))
        mixed: FloatArray = (before + np.float32(part) * (after - before)) / np.float32(WHITEST)
        return mixed


def smallest_change(
    recognizer: Recognizer, pixels: FloatArray, rival: int
) -> SmallestChange | None:
    """Return the smallest change found that makes class ``rival`` the best, or None.

    pixels: as ``pixels_of`` returns them. The same pixels have the same change.
    """
    search = _Search(recognizer, pixels, rival)
    for momentum in MOMENTA:
        found = search.run(momentum)
        change = None if found is None else search.in_bytes(found)
        if change is not None:
            return change
    return None


def scores_along(recognizer: Recognizer, change: SmallestChange, steps: int) -> FloatArray:
    """Return the scores with none of a change, with all of it, and between, (steps + 1, classes).

    They are penalties or probabilities; the parts of the change are evenly spaced.
    """
    shown = np.stack([change.at(step / steps) for step in range(steps + 1)])
    return recognizer.network.scores(inputs_of(recognizer.architecture, shown), ALONG)


class _Search:
    """One search: the original, the rival, and the margin by which points are beyond the border."""

    def __init__(self, recognizer: Recognizer, original: FloatArray, rival: int) -> None:
        self._recognizer, self._rival = recognizer, rival
        self._original: FloatArray = original.astype(np.float64)

    def run(self, momentum: float) -> FloatArray | None:
        """Return the nearest point found where the rival is the best class; None without any."""
        original = self._original
        point: FloatArray = original
        best: FloatArray | None = None
        heading: FloatArray = np.zeros_like(original)
        shortest, newest = np.inf, 0
        for step in range(STEPS):
            margin, slope = self._margin(point)
            if not slope.any():
                break
            length = _distance(point, original)
            if margin > 0 and length < shortest:
                newest = step if length < WORTH * shortest else newest
                best, shortest = point, length
            if best is not None and step - newest > PATIENCE:
                break
            # The border is where slope * point is this; aim a little behind it.
            height = float((slope * point).sum()) - margin + BEHIND * float(np.linalg.norm(slope))
            near = _nearest(point, slope, height)
            if best is None:
                way = _distance(near, point)
                heading = momentum * heading + (near - point) / (way + TINY)
                pace = min(BEYOND * way, LONGEST * (1 + step / GROWTH))
                point = point + heading * (pace / (float(np.linalg.norm(heading)) + TINY))
            else:
                point = self._homeward(point, near, _nearest(original, slope, height))
            point = np.clip(point, 0, 1)
            if margin > 0:
                point = original + BACK * (point - original)
        return None if best is None else self._back_to_border(best)

    def _homeward(self, point: FloatArray, near: FloatArray, home: FloatArray) -> FloatArray:
        """Return a point over the border, between those nearest to here and to the original."""
        way, way_home = _distance(near, point), _distance(home, self._original)
        part = min(way / (way + way_home + TINY), MOST_HOMEWARD)
        here = point + BEYOND * (near - point)
        there = self._original + BEYOND * (home - self._original)
        return here + part * (there - here)

    def _back_to_border(self, best: FloatArray) -> FloatArray:
        """Halve the part of the change that is beyond the border, a few times."""
        low, high = 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self._is_rival(self._original + middle * (best - self._original)):
                high = middle
            else:
                low = middle
        return self._original + high * (best - self._original)

    def in_bytes(self, found: FloatArray) -> SmallestChange | None:
        """Round to whole bytes; what that took from the change is added again, a little more."""
        before, point = np.rint(self._original * WHITEST).astype(np.uint8), found
        for attempt in range(1, ROUNDINGS + 1):
            after = np.rint(point * WHITEST).astype(np.uint8)
            margin, slope = self._margin(after / WHITEST)
            if margin > 0:
                return SmallestChange(before, after)
            more = attempt * BEHIND * float(np.linalg.norm(slope)) - margin
            point = _nearest(point, slope, float((slope * point).sum()) + more)
        return None

    def _margin(self, point: FloatArray) -> tuple[float, FloatArray]:
        """Return how far the rival is ahead of the best other class, and the slope of that."""
        evidence, slope = evidence_slope(self._recognizer, point, self._weighting)
        return _ahead(evidence, self._rival), slope.astype(np.float64)

    def _weighting(self, evidence: FloatArray) -> FloatArray:
        delta = np.zeros_like(evidence)
        delta[self._rival] = 1
        delta[_best_other(evidence, self._rival)] = -1
        return delta

    def _is_rival(self, point: FloatArray) -> bool:
        inputs = inputs_of(self._recognizer.architecture, point)
        return _ahead(self._recognizer.network.activations_and_evidence(inputs)[1], self._rival) > 0


def _distance(one: FloatArray, other: FloatArray) -> float:
    return float(np.linalg.norm(one - other))


def _ahead(evidence: FloatArray, rival: int) -> float:
    return float(evidence[rival]) - float(evidence[_best_other(evidence, rival)])


def _best_other(evidence: FloatArray, rival: int) -> int:
    others = evidence.copy()
    others[rival] = -np.inf
    return int(others.argmax())


def _nearest(point: FloatArray, slope: FloatArray, height: float) -> FloatArray:
    """Return the point nearest to ``point`` in 0..1 whose product with ``slope`` is ``height``.

    Only the way up the slope is gone; where the box has no such point, to its end. Pixels move in
    proportion to the slope until they reach 0 or 1: sorted by when they do, the product is a
    broken line.
    """
    missing = height - float((slope * point).sum())
    if missing <= 0:
        return point
    flat, w = point.ravel(), slope.ravel()
    with np.errstate(divide="ignore", invalid="ignore"):
        ends = np.where(w > 0, (1 - flat) / w, np.where(w < 0, -flat / w, 0.0))
    order = np.argsort(ends, kind="stable")
    ends, squares = ends[order], (w * w)[order]
    reached = np.cumsum(squares * ends)
    moving = squares.sum() - np.cumsum(squares)
    products = reached + ends * moving  # gained when each pixel reaches its end
    place = int(np.searchsorted(products, missing))
    if place == len(products):
        return np.clip(point + slope * float(ends[-1]), 0, 1)
    before, rate = (reached[place - 1], moving[place - 1]) if place else (0.0, squares.sum())
    found: FloatArray = np.clip(point + slope * ((missing - before) / rate), 0, 1)
    return found
