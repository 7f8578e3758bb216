"""The parser of camera streams: whole pictures, whatever the pieces in which they come."""

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds import mjpeg_parser
from lenet_gui.gui.feeds.mjpeg_parser import MultipartParser, boundary_of

BODIES = [b"one", b"\r\n--two\r\n--fram", b"\xff\xd8" + bytes(range(256)) * 3, b""]


def stream(bodies: list[bytes], length: bool, end: str = "\r\n") -> bytes:
    whole = b"HTTP preamble\r\n"
    for body in bodies:
        head = f"--frame{end}Content-Type: image/jpeg{end}"
        head += f"Content-LENGTH:  {len(body)} {end}" if length else ""
        whole += head.encode() + end.encode() + body + b"\r\n"
    return whole + b"--frame--\r\n"


@pytest.mark.parametrize("piece", [1, 2, 7, 64, 10_000])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_pictures_come_whole(piece: int, end: str) -> None:
    data = stream(BODIES, True, end)
    parts = MultipartParser(b"frame")
    found = [b for start in range(0, len(data), piece) for b in parts.feed(data[start:][:piece])]
    assert found == BODIES


@pytest.mark.parametrize("piece", [1, 5, 10_000])
def test_without_lengths_the_next_mark_ends_a_picture(piece: int) -> None:
    bodies = [b"one", b"\xff\xd8" + bytes(100), b"three"]
    data = stream(bodies, False)
    parts = MultipartParser(b"frame")
    found = [b for start in range(0, len(data), piece) for b in parts.feed(data[start:][:piece])]
    assert found == bodies


def test_what_is_no_stream_is_refused() -> None:
    parts = MultipartParser(b"frame")
    parts.feed(bytes(1000))
    with pytest.raises(BadInput, match="not send a stream"):
        parts.feed(bytes(mjpeg_parser.MAX_PART_HEADER))


@pytest.mark.parametrize("length", [True, False])
def test_pictures_without_end_are_refused(monkeypatch, length: bool) -> None:
    monkeypatch.setattr(mjpeg_parser, "MAX_PART", 5000)
    parts = MultipartParser(b"frame")
    head = b"--frame\r\n" + (b"Content-Length: 5001\r\n" if length else b"") + b"\r\n"
    with pytest.raises(BadInput, match="more than"):
        parts.feed(head + bytes(5001))


@pytest.mark.parametrize(
    ("kind", "boundary"),
    [
        ("multipart/x-mixed-replace; boundary=frame", b"frame"),
        ('multipart/x-mixed-replace;boundary="--my frame"', b"my frame"),
        ("Multipart/X-Mixed-Replace; Boundary=--B", b"B"),
        ("multipart/x-mixed-replace", None),
        ("image/jpeg", None),
        ("", None),
        ("text/html; boundary=frame", None),
    ],
)
def test_boundary(kind: str, boundary: bytes | None) -> None:
    assert boundary_of(kind) == boundary
