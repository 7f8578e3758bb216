"""The headers of a JPEG file: what decoding it costs, and where it breaks off."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from lenet_gui.engine.decoding.bounds import MAX_HEADER_PARTS, Cost

JPEG_SIGNATURE = b"\xff\xd8\xff"
END_MARKER = b"\xff\xd9"

# A marker that is not a stuffed byte (00), a restart within a scan (D0..D7) or a filling byte (FF).
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_SIGNATURE, _END, _SCAN, _APP1 = 0xD8, 0xD9, 0xDA, 0xE1
_FRAMES = (0xC0, 0xC1, 0xC2)  # Huffman-coded, 8 or 12 bits; decoders of others are slow or missing
_OTHER_FRAMES = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = 0xC2
_EXIF = b"Exif\0\0"
MAX_EXIF_SEGMENTS = 16  # Pillow joins them one by one
MAX_HEADER_BYTES = 20_000_000  # before the first scan
MAX_MARKER_SHARE = 0.05  # of bytes FF in a file; one in 256 is usual, and each is looked at
MAX_JUNK = 10_000  # bytes between segments, which Pillow skips one by one

SCAN_NANOSECONDS = 2.0  # for each sample of a scan, however little the scan says about it
PIXEL_NANOSECONDS = 20.0  # inverse transform, colours, grey
_BYTE_NANOSECONDS = (15.0, 90.0)  # to unpack a byte of a scan: of a plain one, of a progressive one


def segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the marker of each segment up to the end marker, and its first and last + 1 byte.

    The bytes of a scan between segments are skipped. The place behind the last whole segment is
    where a file is cut off that has no end marker.
    """
    place = 2
    while (found := _MARKER.search(data, place)) is not None:
        marker, place = data[found.start() + 1], found.end()
        if marker == _END:
            yield marker, found.start(), place
            return
        if marker not in (0x01, _SIGNATURE):  # these two have no content
            place += int.from_bytes(data[place : place + 2])
            if place > len(data):
                return
        yield marker, found.start(), place


def repaired(data: bytes) -> bytes | None:
    """Return a JPEG file with an end marker behind its last whole part, or None if it has one."""
    if data.endswith(END_MARKER):
        return None
    scanned, last = False, 0
    for marker, _start, end in segments(data):
        if marker == _END:
            return None
        scanned, last = scanned or marker == _SCAN, end
    if not scanned:
        return None  # nothing can be seen of it
    cut = _MARKER.search(data, last)  # a segment that breaks off
    return data[: cut.start() if cut else len(data)] + END_MARKER


def jpeg_cost(data: bytes) -> Cost | None:
    """Return an upper bound of the cost of decoding, or None if the headers do not tell it."""
    if data.count(b"\xff") > MAX_MARKER_SHARE * len(data) + MAX_JUNK:
        return None
    samples: dict[int, int] = {}  # of each component, by its number
    scanned = pixels = exifs = scans = header = junk = 0
    progressive = False
    behind = 2
    for parts, (marker, start, end) in enumerate(segments(data)):
        if not scans:
            junk += start - behind
            header = start
        behind = end
        if parts > MAX_HEADER_PARTS or marker in _OTHER_FRAMES:
            return None
        if marker == _APP1 and data[start + 4 : start + 10] == _EXIF:
            exifs += 1
        elif marker in _FRAMES:
            pixels, samples = _samples(data, start + 4)
            progressive = progressive or marker == _PROGRESSIVE
        elif marker == _SCAN:
            scans += 1
            named = data[start + 5 : start + 5 + 2 * data[start + 4] : 2]
            scanned += sum(samples.get(number, sum(samples.values())) for number in named)
    if exifs > MAX_EXIF_SEGMENTS or header > MAX_HEADER_BYTES or junk > MAX_JUNK:
        return None
    nanoseconds = SCAN_NANOSECONDS * scanned + PIXEL_NANOSECONDS * pixels
    nanoseconds += _BYTE_NANOSECONDS[progressive] * len(data)
    kept = (
        2 * sum(samples.values()) if progressive or scans > 1 else 0
    )  # till the last scan is read
    return Cost(nanoseconds * 1e-9, kept + 5 * pixels + len(data))


def _samples(data: bytes, place: int) -> tuple[int, dict[int, int]]:
    """Return the pixels of a frame, and the samples of its components in whole blocks."""
    _bits, rows, columns, count = struct.unpack_from(">BHHB", data, place)
    components = [data[place + 6 + 3 * i : place + 8 + 3 * i] for i in range(count)]
    across = [max(factors >> 4, 1) for _, factors in components]
    down = [max(factors & 15, 1) for _, factors in components]
    blocks_across = -(-columns // (8 * max(across)))
    blocks_down = -(-rows // (8 * max(down)))
    samples = {
        number: 64 * blocks_across * blocks_down * h * v
        for (number, _), h, v in zip(components, across, down, strict=True)
    }
    return rows * columns, samples
