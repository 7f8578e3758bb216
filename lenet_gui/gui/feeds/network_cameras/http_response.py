"""The head and the body of an HTTP response, read from pieces in steps of bounded work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

MAX_HEAD = 16_384  # bytes, with the interim responses (100 Continue) before it
MAX_SIZE_LINE = 1_024  # bytes of the line before a chunk; it is a number of a few digits
MAX_VALUE = 2_000  # characters of a header that are used

_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS_LINE = re.compile(rb"HTTP/1\.\d (\d{3})\b", re.IGNORECASE)
_CHUNK_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,8})\s*(;.*)?\r?\n", re.DOTALL)

NOT_HTTP = QT_TRANSLATE_NOOP(
    "BadInput",
    "The server does not answer as a web server does. Check the port in the address.",
)


@dataclass(frozen=True)
class ResponseHead:
    """Status and headers; the names of these in small letters."""

    status: int
    headers: tuple[tuple[str, str], ...]

    def values(self, name: str) -> list[str]:
        """Return the values of a header, its name in small letters."""
        return [value for key, value in self.headers if key == name]

    def value(self, name: str) -> str:
        """Return the first value of a header, or "" without one."""
        return next(iter(self.values(name)), "")


class HeadReader:
    """Reads the head of a response. searched: bytes that were looked at so far."""

    def __init__(self) -> None:
        self.searched = 0
        self._bytes = bytearray()
        self._skipped = 0  # bytes of interim responses
        self._seen = 0

    def push(self, data: bytes) -> None:
        """Add bytes of the response."""
        self._bytes += data

    def step(self) -> ResponseHead | None:
        """Return the head, or None if that takes more bytes.

        Raises BadInput if it is too long or none of HTTP.
        """
        while True:
            end = _END_OF_HEAD.search(self._bytes, max(self._seen - 3, 0))
            looked = len(self._bytes) if end is None else end.end()
            self.searched += looked - self._seen
            size = self._skipped + looked
            if size > MAX_HEAD:
                raise BadInput(NOT_HTTP)
            if end is None:
                self._seen = len(self._bytes)
                return None
            head = _head_of(bytes(self._bytes[: end.start()]))
            del self._bytes[: end.end()]
            self._seen, self._skipped = 0, size
            if head.status >= 200:
                return head

    def rest(self) -> bytes:
        """Return the bytes behind the head."""
        return bytes(self._bytes)


def _head_of(data: bytes) -> ResponseHead:
    status = _STATUS_LINE.match(data)
    if status is None:
        raise BadInput(NOT_HTTP)
    lines = data.decode("latin-1").replace("\r", "").split("\n")[1:]
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name.strip().lower(), value.strip()[:MAX_VALUE]) for name, _, value in pairs)
    return ResponseHead(int(status[1]), headers)


class BodyReader:
    """Takes a body out of its chunks, or out of all that follows the head.

    ended: whether the body is complete. Without chunks and without a length only the end of the
    connection tells.
    """

    def __init__(self, head: ResponseHead) -> None:
        self._bytes = bytearray()
        self._chunked = "chunked" in head.value("transfer-encoding").lower()
        length = head.value("content-length")
        # Of the body, or of the chunk; None: whatever comes.
        self._left = int(length) if re.fullmatch(r"[0-9]{1,12}", length) else None
        if self._chunked:
            self._left = 0
        self.ended = self._left == 0 and not self._chunked

    def push(self, data: bytes) -> None:
        """Add bytes of the response."""
        self._bytes += data

    def step(self) -> bytes | None:
        """Return the next piece of the body, empty between two chunks; None: more bytes are needed.

        Raises BadInput if the chunks are none.
        """
        if self.ended or not self._bytes:
            return None
        if self._chunked and not self._left:
            return self._read_size()
        most = len(self._bytes) if self._left is None else min(self._left, len(self._bytes))
        piece = bytes(self._bytes[:most])
        del self._bytes[:most]
        if self._left is not None:
            self._left -= most
            self.ended = not self._chunked and self._left == 0
        return piece

    def _read_size(self) -> bytes | None:
        """Read the line before a chunk, or the end of line behind one."""
        end = self._bytes.find(b"\n", 0, MAX_SIZE_LINE)
        if end < 0:
            if len(self._bytes) >= MAX_SIZE_LINE:
                raise BadInput(NOT_HTTP)
            return None
        line = bytes(self._bytes[: end + 1])
        del self._bytes[: end + 1]
        if line.strip():
            size = _CHUNK_SIZE.fullmatch(line)
            if size is None:
                raise BadInput(NOT_HTTP)
            self._left = int(size[1], 16)
            self.ended = self._left == 0
        return b""
