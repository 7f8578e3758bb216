"""Parsing of an MJPEG stream (multipart/x-mixed-replace), as network cameras send it."""

from __future__ import annotations

from email.message import Message

from lenet_gui.common.bad_input import BadInput

MAX_PART_HEADER = 16_384  # bytes; a header has few short lines, more is another kind of stream
MAX_PART = 30_000_000  # bytes of one picture


def boundary_of(content_type: str) -> bytes | None:
    """Return the boundary of a multipart stream without its two dashes; None for other types."""
    message = Message()
    message["Content-Type"] = content_type
    boundary = message.get_boundary()
    if message.get_content_maintype() != "multipart" or not boundary:
        return None
    # Some cameras write the dashes into the header, against RFC 2046; others do not.
    return boundary.removeprefix("--").encode("latin-1", "replace")


class MultipartParser:
    """A parser of multipart streams: fed with bytes, it returns complete bodies.

    boundary: without the two dashes.
    """

    def __init__(self, boundary: bytes) -> None:
        self._mark = b"--" + boundary
        self._waiting = bytearray()
        self._length: int | None = None  # of the next body; None without Content-Length
        self._in_body = False
        self._seen = 0  # bytes of the body already searched for the mark

    def feed(self, data: bytes) -> list[bytes]:
        """Return the bodies that ``data`` completes.

        Raises BadInput if the bytes are no such stream or a part is too large.
        """
        self._waiting += data
        bodies = []
        while True:
            if not self._in_body and not self._take_header():
                break
            body = self._take_body()
            if body is None:
                break
            bodies.append(body)
        return bodies

    def _take_header(self) -> bool:
        start = self._waiting.find(self._mark)
        ends = [
            (place, len(blank))
            for blank in (b"\r\n\r\n", b"\n\n")
            if start >= 0 and (place := self._waiting.find(blank, start)) >= 0
        ]
        if not ends:
            if len(self._waiting) > MAX_PART_HEADER:
                raise BadInput("The address does not send a stream of pictures.")
            return False
        end, blank = min(ends)
        self._length = _length(bytes(self._waiting[start:end]))
        if self._length is not None and self._length > MAX_PART:
            raise _too_large()
        del self._waiting[: end + blank]
        self._in_body, self._seen = True, 0
        return True

    def _take_body(self) -> bytes | None:
        if self._length is not None:
            end = self._length if len(self._waiting) >= self._length else -1
        else:
            end = self._waiting.find(self._mark, self._seen)
            self._seen = max(len(self._waiting) - len(self._mark), 0)
        if end < 0:
            if len(self._waiting) > MAX_PART:
                raise _too_large()
            return None
        body = bytes(self._waiting[:end])
        del self._waiting[:end]
        self._in_body = False
        return body if self._length is not None else body.rstrip(b"\r\n")


def _length(header: bytes) -> int | None:
    """Return the Content-Length of a part's header, or None."""
    for line in header.splitlines():
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value.strip()[:12])  # enough digits to exceed MAX_PART
    return None


def _too_large() -> BadInput:
    return BadInput(
        "The address sent a picture of more than {most} MB.",
        most=MAX_PART // 1_000_000,
    )
