"""The pen streams of UNIPEN files, and the parts of them that make up a segment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lenet_gui.common.values import FloatArray

_PART = re.compile(r"(\d{1,9})(?::(\d{1,9}))?-(\d{1,9})(?::(\d{1,9}))?|(\d{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """A pen-down or pen-up stream.

    xy: float64 (N, 2), y downward. t, pressure: (N,), or None if unknown.
    """

    down: bool
    xy: FloatArray
    t: FloatArray | None
    pressure: FloatArray | None
    writer: str
    source: str

    def cut(self, first: int, last: int) -> Component:
        """Return the points from ``first`` to ``last``, both included."""
        chosen = slice(first, last + 1)
        t = None if self.t is None else self.t[chosen]
        pressure = None if self.pressure is None else self.pressure[chosen]
        return Component(self.down, self.xy[chosen], t, pressure, self.writer, self.source)


class BadSegment(Exception):  # noqa: N818  it is the segment that is bad
    """Raised with a sentence if a segment cannot be used; the others of its file may be good."""


def delineated(components: Sequence[Component], delineation: str) -> Iterator[Component]:
    """Yield the parts that "3-5", "3", "3:10-5:2" and lists of these name.

    Numbers before a colon are components, numbers after it points, which are included. Raises
    BadSegment if there is no such part.
    """
    for part in delineation.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            raise BadSegment(f"'{part[:50]}' does not name components.")
        if match[5] is not None:
            first = last = int(match[5])
            start, stop = 0, None
        else:
            first, last = int(match[1]), int(match[3])
            start, stop = int(match[2] or 0), None if match[4] is None else int(match[4])
        if not first <= last < len(components):
            raise BadSegment(
                f"the segment names component {max(first, last)}; there are {len(components)}."
            )
        for number in range(first, last + 1):
            whole = components[number]
            begin = start if number == first else 0
            end = stop if number == last and stop is not None else len(whole.xy) - 1
            if not begin <= end < len(whole.xy):
                raise BadSegment(
                    f"the segment names points {begin} to {end} of component {number}, "
                    f"which has {len(whole.xy)}."
                )
            yield whole.cut(begin, end)
