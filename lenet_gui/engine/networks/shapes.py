"""Shapes of layers, and what a unit reads of the layer below. All without batch axis."""

from __future__ import annotations

Shape = tuple[int, ...]
"""(maps, rows, columns) or (units,)."""

Place = tuple[int, int, int]
"""Of a unit: its map (or its number, in a row of units), row, column."""

Region = tuple[tuple[int, ...], tuple[int, int, int, int]]
"""Maps; top, left, bottom, right, the ends exclusive."""


def clipped(source: Shape, top: int, left: int, side: int) -> tuple[int, int, int, int]:
    """The part of a square that lies in the maps of ``source``: top, left, bottom, right."""
    _, rows, columns = source
    return max(top, 0), max(left, 0), min(top + side, rows), min(left + side, columns)


def everything(source: Shape) -> Region:
    """All units of a layer; a row of units counts as so many maps of one unit each."""
    maps, rows, columns = source if len(source) == 3 else (source[0], 1, 1)
    return tuple(range(maps)), (0, 0, rows, columns)
