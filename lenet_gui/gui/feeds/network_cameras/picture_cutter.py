"""Cutting of a camera's stream into pictures, by the structure of the pictures themselves.

Devices send boundaries that their header announces, others or none, and lengths that are wrong. A
JPEG says where it ends: segments with a length each, then the data of a scan, in which a marker is
a byte 0xFF that is followed by something else than 0 or a restart. A PNG is chunks with a length
each, up to its IEND. What lies between two pictures is skipped. Each byte is searched once.
"""

from __future__ import annotations

import re

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras.whole_picture import MAX_PICTURE, too_large

MAX_BETWEEN = 1_000_000  # bytes without the beginning of a picture; a part's header has some 100

_PNG = b"\x89PNG\r\n\x1a\n"
# A JPEG's start of image and the first byte of its next marker, or a PNG's signature.
_START = re.compile(rb"\xff\xd8\xff|" + re.escape(_PNG))
_UNDECIDED = len(_PNG) - 1  # bytes at the end that may be the beginning of either
_CHUNK_FRAME = 12  # bytes of a PNG's chunk beside its data: length, type and checksum
_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
_RESTARTS = range(0xD0, 0xD8)
# Markers that may follow the data of a scan: tables, another scan, the end, the next picture.
_AFTER_DATA = re.compile(rb"\xff[\xc4\xcc\xd8-\xdd\xdf-\xef\xfe]")


class PictureCutter:
    """A cutter that is fed by ``push`` and works in steps of bounded work.

    picture: the newest picture, from its first to its last byte, or None; the caller that takes it
    sets it to None. A picture that breaks off counts, too: its decoder says what is wrong.
    searched: bytes that were looked at so far.
    """

    def __init__(self) -> None:
        self.picture: bytes | None = None
        self.searched = 0
        self._bytes = bytearray()
        self._place = 0  # within ``_bytes``, where the next step looks; may lie behind their end
        self._between = 0  # bytes skipped since the last picture
        self._step = self._find_start

    def push(self, data: bytes) -> None:
        """Add bytes of the stream."""
        self._bytes += data

    def step(self) -> bool:
        """Do the next step; return False if it takes more bytes.

        Raises BadInput if a picture, or what is between two of them, is too large.
        """
        return self._step()

    def finish(self) -> None:
        """Take what there is of a picture that has begun: the stream has ended."""
        if self._step != self._find_start:
            self._end(len(self._bytes))

    def _find_start(self) -> bool:
        found = _START.search(self._bytes)
        skipped = found.start() if found else max(len(self._bytes) - _UNDECIDED, 0)
        self.searched += skipped
        self._between += skipped
        del self._bytes[:skipped]
        if self._between > MAX_BETWEEN:
            raise BadInput("The address does not send a stream of pictures.")
        if found is None:
            return False
        self._between = 0
        if self._bytes.startswith(_PNG):
            self._place, self._step = len(_PNG), self._read_chunk
        else:
            self._place, self._step = 2, self._read_marker
        return True

    def _read_chunk(self) -> bool:
        """Skip the chunk of a PNG at ``_place``; IEND is the last one."""
        place = self._place
        if place + _CHUNK_FRAME > len(self._bytes):  # every chunk has as many, IEND no more
            return self._wait()
        self.searched += 8
        length, kind = self._bytes[place : place + 4], self._bytes[place + 4 : place + 8]
        if not kind.isalpha():
            return self._end(place)  # broken off
        self._place += _CHUNK_FRAME + int.from_bytes(length, "big")
        if kind == b"IEND":
            return self._end(self._place)
        return True

    def _read_marker(self) -> bool:
        """Look at the marker at ``_place``, and skip its segment."""
        place = self._place
        if place + 4 > len(self._bytes) and not self._ends_at(place):
            return self._wait()
        mark, marker = self._bytes[place], self._bytes[place + 1]
        self.searched += 1 if marker == 0xFF else 2
        if mark != 0xFF or marker in (0, _SOI):
            return self._end(place)  # broken off; here another one may begin
        if marker == _EOI:
            return self._end(place + 2)
        if marker == 0xFF:
            self._place += 1
        elif marker == _TEM or marker in _RESTARTS:
            self._place += 2
        else:
            length = int.from_bytes(self._bytes[place + 2 : place + 4], "big")
            if length < 2:
                return self._end(place + 2)
            self._place += 2 + length
            if marker == _SOS:
                self._step = self._skip_data
        return True

    def _ends_at(self, place: int) -> bool:
        """Return whether the picture ends with the last two bytes that are there."""
        return len(self._bytes) >= place + 2 and self._bytes[place + 1] in (_EOI, _SOI, 0)

    def _skip_data(self) -> bool:
        """Find the marker behind the data of a scan."""
        if self._place >= len(self._bytes):
            return self._wait()
        found = _AFTER_DATA.search(self._bytes, self._place)
        last = len(self._bytes) - (self._bytes[-1] == 0xFF)  # a marker may be cut in two
        place = last if found is None else found.start()
        self.searched += place - self._place
        self._place = place
        if found is None:
            return self._wait()
        self._step = self._read_marker
        return True

    def _wait(self) -> bool:
        if len(self._bytes) > MAX_PICTURE:
            raise too_large()
        return False

    def _end(self, end: int) -> bool:
        """Take the picture out that ends before ``end``."""
        with memoryview(self._bytes) as whole:
            self.picture = bytes(whole[:end])
        del self._bytes[:end]
        self._step = self._find_start
        return True
