"""Ticks of a logarithmic axis."""

from __future__ import annotations

import math


def log_ticks(low: float, high: float, room: int) -> list[float]:
    """Return the ticks between ``low`` and ``high``; all are decimal logarithms.

    They are whole powers of ten, with 3, or 2 and 5, or more between them, as long as there is
    ``room`` for that many ticks (at least 2).
    """
    most = max(2, room)
    powers = range(math.floor(low) - 1, math.ceil(high) + 1)
    seen: list[float] = []
    for steps in ((1,), (1, 3), (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9)):
        values = [power + math.log10(step) for power in powers for step in steps]
        inside = [value for value in values if low <= value <= high]
        if not seen or len(inside) <= most:
            seen = inside
    return seen[:: max(1, -(-len(seen) // most))]
