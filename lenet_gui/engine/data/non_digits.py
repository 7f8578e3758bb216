"""Draws what is not a digit: scribbles, and two digits at once.

A network that has only ever seen digits answers 4 to a scribble, and is sure of it. These
drawings teach it the not-a-digit class, and test whether it has learned it.

All numbers are hand-set; none was fitted. The shipped networks learned with them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from lenet_gui.common.values import FloatArray

LIKE_DIGITS = frozenset("OoDQIli|/\\!1',.()SsZzBbgqG")
"""Letters and signs that cannot be told from digits without their neighbours."""

_UNIT = 1.0  # the side of the square that scribbles lie in, roughly


def scribbles(count: int, seed: int) -> list[list[FloatArray]]:
    """Return aimless drawings: the points of each stroke, float (points, 2), y downward.

    The same seed gives the same drawings.
    """
    generator = np.random.default_rng(seed)
    return [scribble(generator) for _ in range(count)]


def scribble(generator: Generator) -> list[FloatArray]:
    """Return one aimless drawing of a random kind, as ``scribbles`` does."""
    kind = _SCRIBBLE_KINDS[int(generator.integers(len(_SCRIBBLE_KINDS)))]
    return kind(generator)


def _zigzag(generator: Generator) -> list[FloatArray]:
    turns = int(generator.integers(4, 14))
    along = np.linspace(0, generator.uniform(0.3, 1.2), turns)
    across = np.where(np.arange(turns) % 2, 1, -1) * generator.uniform(0.2, 0.6)
    across = across * generator.uniform(0.5, 1.2, turns)
    corners = np.stack([along, across], axis=1) + generator.normal(0, 0.05, (turns, 2))
    return [_turned(_dense(corners), generator)]


def _walk(generator: Generator) -> list[FloatArray]:
    """Draw a path that goes anywhere and changes its direction slowly."""
    steps = int(generator.integers(40, 220))
    bends = np.cumsum(generator.normal(0, generator.uniform(0.05, 0.5), steps))
    angles = generator.uniform(0, 2 * math.pi) + np.cumsum(bends * 0.2)
    heading = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    return [np.cumsum(heading, axis=0) * 0.02]


def _corners(generator: Generator) -> list[FloatArray]:
    """Draw straight lines between random points."""
    count = int(generator.integers(5, 16))
    return [_dense(generator.uniform(0, _UNIT, (count, 2)))]


def _curve(generator: Generator) -> list[FloatArray]:
    """Draw a smooth curve: waves of several lengths added."""
    along = np.linspace(0, 1, 160)[:, None]
    line = np.zeros((160, 2))
    for wave in range(1, int(generator.integers(4, 8))):
        phases, amounts = generator.uniform(0, 2 * math.pi, 2), generator.normal(0, 1, 2)
        line = line + np.sin(2 * math.pi * wave * along + phases) * amounts / math.sqrt(wave)
    return [line * 0.3]


def _spiral(generator: Generator) -> list[FloatArray]:
    turns = generator.uniform(2.0, 5.0)
    angle = np.linspace(0, 2 * math.pi * turns, 200)
    radius = np.linspace(generator.uniform(0.02, 0.2), 0.5, 200)
    line = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return [_turned(line * (1, generator.uniform(0.5, 1.0)), generator)]


def _hatching(generator: Generator) -> list[FloatArray]:
    """Draw several strokes that do not belong together."""
    strokes = []
    for _ in range(int(generator.integers(3, 9))):
        start = generator.uniform(0, _UNIT, 2)
        end = start + generator.normal(0, 0.4, 2)
        middle = (start + end) / 2 + generator.normal(0, 0.1, 2)
        strokes.append(_dense(np.stack([start, middle, end])))
    return strokes


def _filling(generator: Generator) -> list[FloatArray]:
    """Draw to and fro over one place."""
    turns = int(generator.integers(10, 40))
    across = np.where(np.arange(turns) % 2, 1.0, -1.0) * generator.uniform(0.3, 0.6)
    along = np.cumsum(generator.normal(0.03, 0.05, turns))
    corners = np.stack([across * generator.uniform(0.7, 1.1, turns), along], axis=1)
    return [_turned(_dense(corners), generator)]


_SCRIBBLE_KINDS: tuple[Callable[[Generator], list[FloatArray]], ...] = (
    _zigzag, _walk, _walk, _corners, _curve, _curve, _spiral, _hatching, _filling,
)  # fmt: skip


def side_by_side(
    left: Sequence[FloatArray], right: Sequence[FloatArray], generator: Generator
) -> list[FloatArray]:
    """Return two drawings as one, about equally high, side by side or overlapping a little."""
    first, second = _of_height_one(left), _of_height_one(right)
    size = math.exp(generator.normal(0, 0.15))
    second = [line * size for line in second]
    gap = generator.uniform(-0.1, 0.35)
    edge = max(line[:, 0].max() for line in first) - min(line[:, 0].min() for line in second)
    offset = np.array([edge + gap, generator.normal(0, 0.1)])
    return [*first, *(line + offset for line in second)]


def _dense(corners: FloatArray) -> FloatArray:
    """Return points along straight lines between corners, (corners, 2)."""
    parts = [
        start + np.linspace(0, 1, 10, endpoint=False)[:, None] * (end - start)
        for start, end in pairwise(corners)
    ]
    return np.concatenate([*parts, corners[-1:]])


def _turned(line: FloatArray, generator: Generator) -> FloatArray:
    angle = generator.uniform(0, 2 * math.pi)
    cos, sin = math.cos(angle), math.sin(angle)
    turned: FloatArray = line @ np.array([[cos, sin], [-sin, cos]])
    return turned


def _of_height_one(lines: Sequence[FloatArray]) -> list[FloatArray]:
    points = np.concatenate(lines)
    low = points.min(axis=0)
    extent = np.ptp(points, axis=0)
    height = max(float(extent[1]), float(extent[0]) / 2, 1e-9)
    return [(line - low) / height for line in lines]
