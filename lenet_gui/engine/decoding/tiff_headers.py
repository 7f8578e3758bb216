"""The headers of a TIFF file: what decoding its first page costs."""

from __future__ import annotations

import math
import struct

import numpy as np
from numpy.typing import NDArray

from lenet_gui.engine.decoding.bounds import MAX_HEADER_PARTS, Cost, picture_cost

# Nothing, three kinds of fax, LZW, deflate (two numbers), PackBits. Others, above all JPEG inside
# of TIFF, can be packed so that unpacking takes any time.
_PLAIN_PACKINGS = (1, 2, 3, 4, 5, 8, 32773, 32946)
_WIDTHS = {1: "u1", 3: "u2", 4: "u4", 16: "u8"}  # types of numbers, by their codes
_COLUMNS, _ROWS, _BITS, _PACKING, _BANDS = 256, 257, 258, 259, 277
_STRIP_ROWS, _STRIP_BYTES = 278, 279
_TILE_COLUMNS, _TILE_ROWS, _TILE_BYTES = 322, 323, 325
_STRIP_NANOSECONDS = 10_000.0

_Entries = dict[int, tuple[int, int, int]]  # by tag: type, count, place of the values


def tiff_cost(data: bytes) -> Cost | None:
    """Return an upper bound of the cost of decoding, or None if the headers do not tell it."""
    order = "<" if data.startswith(b"II") else ">"
    big = struct.unpack_from(order + "H", data, 2)[0] == 43
    place = struct.unpack_from(order + ("Q" if big else "I"), data, 8 if big else 4)[0]
    entries, seen = 0, set[int]()
    following = place
    while following and following not in seen:
        seen.add(following)
        count, _, end = _directory(data, order, big, following)
        entries += count
        if entries > MAX_HEADER_PARTS:  # Pillow looks through all of them to count the pages
            return None
        (following,) = struct.unpack_from(order + ("Q" if big else "I"), data, end)
    first = _entries(data, order, big, place)

    def number(tag: int, default: int) -> int:
        return int(_values(data, order, first[tag]).max()) if tag in first else default

    if number(_PACKING, 1) not in _PLAIN_PACKINGS:
        return None
    columns, rows = number(_COLUMNS, 0), number(_ROWS, 0)
    sizes = _values(data, order, first[_TILE_BYTES if _TILE_BYTES in first else _STRIP_BYTES])
    if len(sizes) > MAX_HEADER_PARTS or int(sizes.sum(dtype=np.float64)) > 2 * len(data):
        return None  # parts that share their bytes
    if _TILE_BYTES in first:
        part = number(_TILE_COLUMNS, columns) * number(_TILE_ROWS, rows)
    else:
        part = columns * min(number(_STRIP_ROWS, rows), rows)
    part_bytes = math.ceil(part * number(_BANDS, 1) * number(_BITS, 1) / 8)
    cost = picture_cost(data, columns, rows, 10.0, 5)
    unpacked = len(sizes) * (part_bytes * 10.0 + _STRIP_NANOSECONDS)
    return Cost(cost.seconds + unpacked * 1e-9, cost.memory + part_bytes)


def _directory(data: bytes, order: str, big: bool, place: int) -> tuple[int, int, int]:
    """Return the number of entries of the page at a place, and where they begin and end.

    Raises struct.error if that is not in the file.
    """
    head, size = ("Q", 20) if big else ("H", 12)
    (count,) = struct.unpack_from(order + head, data, place)
    begin = place + struct.calcsize(order + head)
    return count, begin, begin + count * size


def _entries(data: bytes, order: str, big: bool, place: int) -> _Entries:
    """Return the entries of the page at a place. Raises struct.error if they are cut off."""
    entry, size, width = ("HHQ", 20, 8) if big else ("HHI", 12, 4)
    _count, begin, end = _directory(data, order, big, place)
    found: _Entries = {}
    for start in range(begin, end, size):
        tag, kind, length = struct.unpack_from(order + entry, data, start)
        inside = start + size - width
        if length * np.dtype(_WIDTHS.get(kind, "u8")).itemsize > width:
            (inside,) = struct.unpack_from(order + ("Q" if big else "I"), data, inside)
        found[tag] = kind, length, inside
    return found


def _values(data: bytes, order: str, entry: tuple[int, int, int]) -> NDArray[np.unsignedinteger]:
    """Return the numbers of an entry. Raises ValueError if they are not in the file, or none."""
    kind, length, place = entry
    found = np.frombuffer(data, order + _WIDTHS[kind], length, place)
    if not length:
        raise ValueError("no numbers")
    return found
