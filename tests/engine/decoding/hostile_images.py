"""Small files that take minutes or gigabytes to decode, made here."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def flat(columns: int, rows: int, mode: str = "L") -> Image.Image:
    return Image.new(mode, (columns, rows), "white")


# ---- JPEG


def repeated_scans(copies: int, columns: int = 6000, rows: int = 6000) -> bytes:
    """A progressive JPEG whose last scan comes again and again: each costs all of its blocks."""
    data = encoded(flat(columns, rows), "jpeg", progressive=True)
    scan = data.rfind(b"\xff\xda")
    return data[:scan] + data[scan:-2] * copies + data[-2:]


def scans_of_size(size: int) -> bytes:
    """So many repeated scans that the file has that size."""
    one, two = len(repeated_scans(1)), len(repeated_scans(2))
    return repeated_scans((size - one) // (two - one))


def _before_scans(segment: bytes, copies: int) -> bytes:
    data = encoded(flat(60, 40), "jpeg")
    return data[:2] + segment * copies + data[2:]


def comments() -> bytes:
    return _before_scans(b"\xff\xfe\0\2", 10_000_000)


def filling() -> bytes:
    return _before_scans(b"\xff", 60_000_000)


def joined_exif() -> bytes:
    """Pillow joins them one by one."""
    return _before_scans(b"\xff\xe1\xff\xff" + b"Exif\0\0".ljust(65533, b"x"), 1500)


# ---- PNG


def chunk(kind: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + check


def png(
    columns: int, rows: int, bits: int, colours: int, row_bytes: int, more: bytes = b""
) -> bytes:
    """A whole PNG of zeros. more: chunks between its header and its pixels."""
    packer, (megabytes, rest) = zlib.compressobj(1), divmod(rows * (1 + row_bytes), 1 << 20)
    body = b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes))
    body += packer.compress(bytes(rest)) + packer.flush()
    head = struct.pack(">IIBBBBB", columns, rows, bits, colours, 0, 0, 0)
    head = PNG_SIGNATURE + chunk(b"IHDR", head) + more
    return head + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def packed_texts() -> bytes:
    """Texts that Pillow unpacks, finds to be no UTF-8, and does not count."""
    text = chunk(b"iTXt", b"a\0\1\0\0\0" + zlib.compress(b"\xff" * 1_000_000, 9))
    return png(60, 40, 8, 0, 60, text * 20_000)


def profiles() -> bytes:
    return png(60, 40, 8, 0, 60, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(10**6), 9)) * 20_000)


def crumbs() -> bytes:
    """Millions of empty chunks of pixels."""
    data = encoded(flat(60, 40), "png")
    place = data.find(b"IDAT") - 4
    return data[:place] + chunk(b"IDAT", b"") * 5_000_000 + data[place:]


def many_rows() -> bytes:
    return png(1, 29_000_000, 8, 6, 4)


def deep_colours() -> bytes:
    return png(5400, 5400, 16, 6, 8 * 5400)


# ---- TIFF


def tiff(entries: dict[int, tuple[int, list[int]]], body: bytes) -> bytes:
    """A little-endian TIFF. entries: by tag, the type and the values; body begins at byte 8."""
    place = 8 + len(body)
    tables, directory = b"", struct.pack("<H", len(entries))
    for tag, (kind, values) in sorted(entries.items()):
        packed = np.array(values, {3: "<u2", 4: "<u4"}[kind]).tobytes()
        outside = struct.pack("<I", place + len(tables))
        directory += struct.pack("<HHI", tag, kind, len(values))
        directory += outside if len(packed) > 4 else packed.ljust(4, b"\0")
        tables += packed if len(packed) > 4 else b""
    head = b"II*\0" + struct.pack("<I", place + len(tables))
    return head + body + tables + directory + bytes(4)


def shared_strips() -> bytes:
    """Thousands of strips, each of which unpacks the same megabytes that hold nothing."""
    rows = 5000
    row = b"\1\x3c\0\xc3\xff" + bytes(60)
    empty = b"\x78\x01" + b"\0\0\0\xff\xff" * 400_000 + row
    entries = {256: (3, [60]), 257: (3, [rows]), 258: (3, [8]), 259: (3, [8]), 262: (3, [1])}
    entries |= {277: (3, [1]), 278: (3, [1]), 273: (4, [8] * rows), 279: (4, [len(empty)] * rows)}
    return tiff(entries, empty)


def many_pages() -> bytes:
    """The same page of a thousand unknown entries again and again, each in a place of its own."""
    entries = {256: (3, [60]), 257: (3, [40]), 258: (3, [8]), 262: (3, [1]), 278: (3, [40])}
    entries |= {277: (3, [1]), 273: (4, [8]), 279: (4, [2400])}
    entries |= {tag: (3, [0]) for tag in range(40_000, 41_000)}
    data = bytearray(tiff(entries, bytes(2400)))
    page = bytes(data[8 + 2400 :])
    for _ in range(4000):
        data[-4:] = struct.pack("<I", len(data))
        data += page
    return bytes(data)


def jpeg_in_tiff() -> bytes:
    inside = repeated_scans(1000, 5000, 5000)
    entries = {256: (3, [5000]), 257: (3, [5000]), 258: (3, [8]), 259: (3, [7]), 262: (3, [1])}
    entries |= {277: (3, [1]), 278: (3, [5000]), 273: (4, [8]), 279: (4, [len(inside)])}
    return tiff(entries, inside)


# ---- others


def blocks_of_a_byte() -> bytes:
    """A GIF with a comment in millions of blocks."""
    data = encoded(flat(60, 40), "gif")
    place = data.find(b"!\xf9") if b"!\xf9" in data else data.find(b",")
    return data[:place] + b"!\xfe" + b"\1x" * 20_000_000 + b"\0" + data[place:]


def large_webp() -> bytes:
    return encoded(flat(5400, 5400, "RGBA"), "webp", lossless=True, quality=0, method=0)


def line_ends() -> bytes:
    """A BMP of run lengths whose lines Pillow fills a byte at a time."""
    head = struct.pack("<IIIIiiHHIIiiII", 0, 0, 54 + 1024, 40, 7000, 8000, 1, 8, 1, 0, 0, 0, 256, 0)
    return b"BM" + head + bytes(1024) + b"\1\1\0\0" * 8000


def long_comment() -> bytes:
    return b"P5\n#" + b"x" * 60_000_000 + b"\n60 40\n255\n" + bytes(2400)


def plain_numbers() -> bytes:
    return b"P2 7000 7000 255\n" + b"1 " * 30_000_000


HOSTILE: dict[str, Callable[[], bytes]] = {
    "scans.jpg": lambda: repeated_scans(1000),
    "many scans.jpg": lambda: scans_of_size(5_700_000),
    "comments.jpg": comments,
    "filling.jpg": filling,
    "exif.jpg": joined_exif,
    "texts.png": packed_texts,
    "profiles.png": profiles,
    "crumbs.png": crumbs,
    "rows.png": many_rows,
    "deep.png": deep_colours,
    "strips.tif": shared_strips,
    "inside.tif": jpeg_in_tiff,
    "pages.tif": many_pages,
    "blocks.gif": blocks_of_a_byte,
    "large.webp": large_webp,
    "lines.bmp": line_ends,
    "comment.pgm": long_comment,
    "numbers.pgm": plain_numbers,
}
"""By file name; none of them may cost more than a helper process is allowed to."""
