"""Shapes of layers, and regions of a layer that a unit of the next one reads. No batch axis."""

from __future__ import annotations

Shape = tuple[int, ...]
"""(maps, rows, columns) or (units,)."""

UnitIndex = tuple[int, int, int]
"""A unit's map (or its number, in a layer of single units), row, column."""

SourceRegion = tuple[tuple[int, ...], tuple[int, int, int, int]]
"""Maps; top, left, bottom, right, with exclusive ends."""


def clipped(source: Shape, top: int, left: int, side: int) -> tuple[int, int, int, int]:
    """Clip a square to the maps of ``source``. Return top, left, bottom, right."""
    _, rows, columns = source
    return max(top, 0), max(left, 0), min(top + side, rows), min(left + side, columns)


def whole_layer(source: Shape) -> SourceRegion:
    """Return the region of all units of a layer; single units count as maps of one unit each."""
    maps, rows, columns = source if len(source) == 3 else (source[0], 1, 1)
    return tuple(range(maps)), (0, 0, rows, columns)
