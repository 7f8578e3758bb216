"""Heads and bodies of responses, in whatever pieces they come."""

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras.http_response import (
    MAX_HEAD,
    BodyReader,
    HeadReader,
    ResponseHead,
)


def pieces(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


def head_of(data: bytes, size: int) -> tuple[ResponseHead | None, bytes]:
    reader, rest = HeadReader(), b""
    head: ResponseHead | None = None
    for piece in pieces(data, size):
        if head is None:
            reader.push(piece)
            head = reader.step()
            rest = b"" if head is None else reader.rest()
        else:
            rest += piece
    assert reader.searched <= len(data)
    return head, rest


def body_of(head: ResponseHead, data: bytes, size: int) -> tuple[bytes, bool]:
    reader, body = BodyReader(head), b""
    for piece in pieces(data, size):
        reader.push(piece)
        while (part := reader.step()) is not None:
            body += part
    return body, reader.ended


@pytest.mark.parametrize("size", [1, 5, 1000])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_heads(size: int, end: str) -> None:
    lines = ["HTTP/1.1 200 OK", "Content-TYPE:  image/jpeg ", "A: 1", "a: 2", "none", "", ""]
    head, rest = head_of(end.join(lines).encode() + b"body\r\n\r\n", size)
    assert head is not None
    assert head.status == 200
    assert head.value("content-type") == "image/jpeg"
    assert head.values("a") == ["1", "2"]
    assert head.value("b") == ""
    assert rest == b"body\r\n\r\n"


@pytest.mark.parametrize("size", [1, 1000])
def test_interim_responses_are_skipped(size: int) -> None:
    head, rest = head_of(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.0 404 No\r\n\r\n", size)
    assert head == ResponseHead(404, ())
    assert rest == b""


@pytest.mark.parametrize(
    "data",
    [
        b"RTSP/1.0 200 OK\r\n\r\n",
        b"\n\n",
        b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * MAX_HEAD,
        b"HTTP/1.1 102 Processing\r\n\r\n" * MAX_HEAD,
        bytes(MAX_HEAD + 1),
    ],
)
def test_what_is_no_head(data: bytes) -> None:
    with pytest.raises(BadInput, match="not answer as a web server"):
        head_of(data, 1000)


CHUNKED = ResponseHead(200, (("transfer-encoding", "Chunked"),))


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_bodies(size: int) -> None:
    chunks = b"3\r\nabc\r\n" + b"A ; name=value\r\n0123456789\r\n" + b"0\r\nTrailer: x\r\n\r\n"
    assert body_of(CHUNKED, chunks, size) == (b"abc0123456789", True)
    assert body_of(CHUNKED, chunks[:20], size)[1] is False
    measured = ResponseHead(200, (("content-length", "4"),))
    assert body_of(measured, b"abcdef", size) == (b"abcd", True)
    for length in ("", "-5", "many", "9" * 20):
        unmeasured = ResponseHead(200, (("content-length", length),))
        assert body_of(unmeasured, b"abcdef", size) == (b"abcdef", False)
    assert BodyReader(ResponseHead(200, (("content-length", "0"),))).ended


@pytest.mark.parametrize("data", [b"x\r\n", b"-5\r\n", b"123456789\r\n", b"1" * 2000])
def test_what_is_no_chunk(data: bytes) -> None:
    with pytest.raises(BadInput):
        body_of(CHUNKED, data, 100)
