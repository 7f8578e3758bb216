"""Estimates from its headers what decoding a picture will cost at most, for each kind."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable

from lenet_gui.engine.decoding.bounds import MAX_BLOCKS, MAX_HEADER_PARTS, Cost, picture_cost
from lenet_gui.engine.decoding.jpeg_headers import JPEG_SIGNATURE, jpeg_cost
from lenet_gui.engine.decoding.tiff_headers import tiff_cost

PYTHON_NANOSECONDS = 400.0  # of a step of those decoders of Pillow that are written in Python

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_BANDS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_PACKED_CHUNKS = (b"zTXt", b"iTXt", b"iCCP")
_MAX_UNPACKED_CHUNK = 1 << 20  # bytes; Pillow unpacks no more of one
_MOST_PACKED = 1032  # times: deflate cannot pack better

_PPM_HEADER = re.compile(
    rb"P([1-6])" + 2 * rb"(?:\s|#[^\r\n]*[\r\n])+(\d+)" + rb"(?:(?:\s|#[^\r\n]*[\r\n])+(\d+))?"
)
_PPM_READ = 1000  # bytes that a header may have
_PPM_BANDS = {1: 1, 2: 1, 3: 3, 4: 1, 5: 1, 6: 3}

# A WebP's decoder keeps two canvases and hands a copy of one to Pillow, which copies it.
_WEBP_BYTES, _WEBP_NANOSECONDS = 17, 30.0


def image_cost(data: bytes) -> Cost | None:
    """Return an upper bound of the cost of decoding an image; None if its headers do not tell.

    Data of no known kind costs nothing, since nothing decodes it.
    """
    for begins, cost_of in _KINDS:
        if begins(data):
            try:
                return cost_of(data)
            except (struct.error, IndexError, ValueError, KeyError):  # cut off or damaged
                return None
    return Cost(0.0, 0)


def _png(data: bytes) -> Cost | None:
    place, parts, inflated, columns, rows, row_bytes = 8, 0, 0, 0, 0, 0
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        parts += 1
        if parts > MAX_HEADER_PARTS:
            return None
        if kind == b"IHDR":
            columns, rows, depth, colours = struct.unpack_from(">IIBB", data, place + 8)
            row_bytes = -(-columns * depth * _PNG_BANDS[colours] // 8)
        elif kind in _PACKED_CHUNKS:
            inflated += min(length * _MOST_PACKED, _MAX_UNPACKED_CHUNK)
        elif kind == b"IEND":
            break
        place += 12 + length
    cost = picture_cost(data, columns, rows, 4.0, 7 if row_bytes > columns else 4)
    return Cost(cost.seconds + 10e-9 * (rows * row_bytes + inflated), cost.memory)


def _gif(data: bytes) -> Cost | None:
    columns, rows, flags = struct.unpack_from("<HHB", data, 6)
    steps, place = 0, 13 + _colour_table(flags)
    while place < len(data) and data[place] != 0x3B:
        steps += 1
        if data[place] == 0x2C:  # a picture
            left, top, width, height, flags = struct.unpack_from("<HHHHB", data, place + 1)
            columns, rows = max(columns, left + width), max(rows, top + height)
            place += 11 + _colour_table(flags)
        elif data[place] == 0x21:  # an extension
            place += 2
        else:
            place += 1
            continue
        while place < len(data) and data[place]:
            place += data[place] + 1
            steps += 1
            if steps > MAX_BLOCKS:
                return None
        place += 1
        if steps > MAX_BLOCKS:
            return None
    return picture_cost(data, columns, rows, 15.0, 5)


def _colour_table(flags: int) -> int:
    """Return the bytes of a GIF's colour table, by the flags before it."""
    return 6 << (flags & 7) if flags & 0x80 else 0


def _webp(data: bytes) -> Cost | None:
    kind = data[12:16]
    if kind == b"VP8X":
        columns, rows = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif kind == b"VP8L":
        sides = int.from_bytes(data[21:25], "little")
        columns, rows = (sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1
    else:
        columns, rows = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    cost = picture_cost(data, columns, rows, _WEBP_NANOSECONDS, _WEBP_BYTES)
    return Cost(cost.seconds + 1.0 * (kind != b"VP8 "), cost.memory + len(data))


def _bmp(data: bytes) -> Cost | None:
    (size,) = struct.unpack_from("<I", data, 14)
    if size == 12:
        (columns, rows), packing = struct.unpack_from("<HH", data, 18), 0
    else:
        columns, rows, packing = struct.unpack_from("<ii4xI", data, 18)
    if packing in (1, 2):
        return picture_cost(data, abs(columns), abs(rows), PYTHON_NANOSECONDS, 6)
    return picture_cost(data, abs(columns), abs(rows), 6.0, 5)


def _ppm(data: bytes) -> Cost | None:
    found = _PPM_HEADER.match(data[:_PPM_READ])
    if found is None:
        return None
    kind, columns, rows, most = (int(part or 255) for part in found.groups())
    if kind in (4, 5, 6) and (kind == 4 or most in (255, 65535)):
        return picture_cost(data, columns, rows, 6.0, 5)
    return picture_cost(data, columns * _PPM_BANDS[kind], rows, PYTHON_NANOSECONDS, 16)


def _unknown(data: bytes) -> None:
    """Return no cost: the headers are too many things to look at here."""


_KINDS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Cost | None]], ...] = (
    (lambda data: data.startswith(JPEG_SIGNATURE), jpeg_cost),
    (lambda data: data.startswith(_PNG_SIGNATURE), _png),
    (lambda data: data.startswith((b"GIF87a", b"GIF89a")), _gif),
    (lambda data: data.startswith(b"RIFF") and data[8:12] == b"WEBP", _webp),
    (lambda data: data.startswith((b"II", b"MM")), tiff_cost),
    (lambda data: data.startswith(b"BM"), _bmp),
    (lambda data: data[:1] == b"P" and data[1:2] in b"0123456fy", _ppm),
    (lambda data: data[4:8] == b"ftyp", _unknown),
)
