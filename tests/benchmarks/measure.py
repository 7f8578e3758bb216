"""Timing, and rows of the table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 5
IN_README = 1 / 20  # ms for one digit: "about a twentieth of a millisecond"


@dataclass(frozen=True)
class Row:
    """One figure and its bar; ``most``: the figure must not be larger."""

    what: str
    figure: float
    most: float
    unit: str
    note: str = ""

    @property
    def holds(self) -> bool:
        return self.figure <= self.most


def best_median(action: Callable[[], object], repeats: int) -> float:
    """Seconds of one call: the smallest of the medians of ROUNDS rounds of ``repeats`` calls."""
    return best_medians([action], repeats)[0]


def best_medians(actions: list[Callable[[], object]], repeats: int) -> list[float]:
    """The same for several programs in turn, so that a busy moment hits all of them."""
    medians: list[list[float]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            medians[place].append(statistics.median(_times(action, repeats)))
    return [min(values) for values in medians]


def _times(action: Callable[[], object], repeats: int) -> list[float]:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return times
