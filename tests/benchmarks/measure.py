"""Timing, and rows of the table."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

ROUNDS = 5
IN_README = 1 / 20  # ms for one digit: "about a twentieth of a millisecond"

Action = Callable[[], object]


@dataclass(frozen=True)
class Row:
    """One figure and its bar; ``most``: the figure must not be larger.

    unit: "x" is a ratio to other work of the same run. against: that work, where ``what`` does not
    name it. seconds: how long the measured work itself took, which no bar judges: it is printed
    beside, and compared with another commit.
    """

    what: str
    figure: float
    most: float
    unit: str
    note: str = ""
    against: str = ""
    seconds: float | None = None

    @property
    def holds(self) -> bool:
        return self.figure <= self.most


@dataclass(frozen=True)
class Measurement:
    """Rows that are measured together.

    names: what the rows are called, known before they are measured. timed: whether rows are
    compared with those of another commit; what takes minutes or counts errors is not.
    """

    names: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]
    timed: bool = True

    def measured(self) -> Iterator[Row]:
        """Yield the rows. Raises ValueError at one that ``names`` lacks: none could choose it."""
        for row in self.rows():
            if row.what not in self.names:
                raise ValueError(f"{row.what!r} is not among the names of its measurement")
            yield row

    def is_chosen(self, only: Sequence[str]) -> bool:
        """Tell whether one of the rows is chosen by ``only``."""
        return any(chosen(name, only) for name in self.names)


def chosen(name: str, only: Sequence[str]) -> bool:
    """Tell whether a name contains one of ``only``, in any case; nothing chooses all."""
    return not only or any(part.casefold() in name.casefold() for part in only)


def beside(
    what: str,
    own: Sequence[float],
    against: str,
    reference: Sequence[float],
    most: float,
    note: str = "",
) -> Row:
    """Judge ``own`` by ``reference``, seconds that were measured alternately.

    Each pair was measured in the same moment, so that a busy one hits both: the median of their
    ratios is the figure.
    """
    ratio = statistics.median(a / b for a, b in zip(own, reference, strict=True))
    notes = f"there {in_words(statistics.median(reference))}", note
    note = "; ".join(filter(None, notes))
    return Row(what, ratio, most, "x", note, against, statistics.median(own))


def in_words(seconds: float) -> str:
    """Write a time in s, ms or us, with three digits."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} us"


def best_medians(actions: Sequence[Action], repeats: int) -> list[float]:
    """Seconds of one call of each: the smallest of the medians of ROUNDS rounds."""
    return [min(values) for values in round_medians(actions, repeats)]


def round_medians(actions: Sequence[Action], repeats: int) -> list[list[float]]:
    """Measure several programs in turn, so that a busy moment hits all of them.

    Return for each action ROUNDS medians of ``repeats`` calls, in seconds.
    """
    medians: list[list[float]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            medians[place].append(statistics.median(_times(action, repeats)))
    return medians


def _times(action: Action, repeats: int) -> list[float]:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return times
