"""Web servers that answer as nobody should: without end, in drops, in floods, with rubbish.

Each is a function from a JPEG picture to the pieces that it sends; None: it sends nothing more, and
waits until the other side hangs up. Else it closes the connection after the last piece.
"""

from __future__ import annotations

import select
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, repeat

Pieces = Iterator[bytes | None]

STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n"
HEAD = STREAM + b"\r\n"
CHUNKED = STREAM + b"Transfer-Encoding: chunked\r\n\r\n"
START = b"\xff\xd8\xff\xe0\x00\x02"  # of a picture: a segment without content
SCAN = START + b"\xff\xda\x00\x02"  # and the data of a scan follow
BLOCK = 65_536  # bytes sent at once


def _flood(head: bytes, unit: bytes) -> Callable[[bytes], Pieces]:
    """Send one thing without end, as fast as the other side takes it."""
    return lambda _: chain([head], repeat(unit * max(BLOCK // len(unit), 1)))


def _drops(head: bytes, unit: bytes) -> Callable[[bytes], Pieces]:
    """Send byte after byte, each by itself."""
    return lambda _: chain([head], (bytes([byte]) for byte in unit), repeat(b"a"))


def _pictures(header: str, count: int = 100_000) -> Callable[[bytes], Pieces]:
    """Send pictures at full speed. header: of each; a length fills the gap."""

    def pieces(picture: bytes) -> Pieces:
        part = f"--x\r\n{header}\r\n\r\n".format(len(picture)).encode() + picture + b"\r\n"
        yield HEAD
        yield from repeat(part, count)

    return pieces


def _then_silence(*pieces: bytes) -> Callable[[bytes], Pieces]:
    return lambda _: chain(pieces, [None])


# Those that hide pictures behind lies, and those that have none.
WITH_PICTURES = {
    "pictures at full speed": _pictures("Content-Length: {}"),
    "a negative length": _pictures("Content-Length: -5"),
    "a length of zero": _pictures("Content-Length: 0"),
    "a huge length": _pictures("Content-Length: 3000000000"),
    "a length in words": _pictures("Content-Length: many"),
    "several lengths": _pictures("Content-Length: 3\r\nContent-Length: {}\r\nContent-Length: -1"),
    "a header without colons": _pictures("frame"),
}
WITHOUT_PICTURES = {
    "marks": _flood(HEAD, b"--x\n\n"),
    "empty parts": _flood(HEAD, b"--x\r\nContent-Length: 0\r\n\r\n\r\n"),
    "negative lengths": _flood(HEAD, b"--x\r\nContent-Length: -5\r\n\r\n"),
    "a header without end": _flood(HEAD + b"--x\r\n", b"X-Header: value\r\n"),
    "headers without end": _flood(STREAM, b"X-Header: value\r\n"),
    "a header line without end": _flood(STREAM, b"value"),
    "answers before the answer": _flood(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "no web server": _flood(b"RTSP/1.0 400 Bad Request\r\n\r\n", b"\0"),
    "chunks of a byte": _flood(CHUNKED, b"1\r\nx\r\n"),
    "empty lines for chunks": _flood(CHUNKED, b"\r\n"),
    "a chunk size without end": _flood(CHUNKED, b"0"),
    "starts of pictures": _flood(HEAD, START[:2]),
    "segments without end": _flood(HEAD + START, b"\xff\xe0\x00\x02"),
    "fill bytes without end": _flood(HEAD + START, b"\xff"),
    "restarts without end": _flood(HEAD + START, b"\xff\xd0"),
    "a scan of stuffing": _flood(HEAD + SCAN, b"\xff\x00"),
    "a scan of false ends": _flood(HEAD + SCAN, b"\xff\xff\x00"),
    "scans without end": _flood(HEAD + SCAN, b"\xff\xda\x00\x02"),
    "pictures that break off": _flood(HEAD, START + b"\xff\x00"),
    "drops": _drops(HEAD, START),
    "drops in the head": _drops(b"HTTP/1.1 200 OK\r\n", b"X-Header: "),
    "a picture that stays away": _then_silence(HEAD, b"--x\r\nContent-Length: 50000\r\n\r\n", SCAN),
    "nothing": _then_silence(),
    "nothing, and closed": lambda _: iter([b""]),
}
HOSTILE = WITH_PICTURES | WITHOUT_PICTURES


class _Handler(socketserver.BaseRequestHandler):
    server: HostileServer

    def handle(self) -> None:
        with suppress(OSError):  # the other side has hung up
            request = self.request.recv(BLOCK).decode("latin-1")
            name = request.split(" ")[1].strip("/").replace("%20", " ")
            for piece in self.server.pieces_of(name):
                if self.server.ends.is_set():
                    return
                if piece is None:
                    self._wait()
                    return
                self.request.sendall(piece)

    def _wait(self) -> None:
        while not self.server.ends.is_set():
            if select.select([self.request], [], [], 0.02)[0]:
                return


class HostileServer(socketserver.ThreadingTCPServer):
    """Answers each path by the pieces of that name."""

    daemon_threads = False  # closing waits for them

    def __init__(self, pieces_of: Callable[[str], Pieces]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pieces_of = pieces_of
        self.ends = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def hostile_server(pieces_of: Callable[[str], Pieces]) -> Iterator[HostileServer]:
    """Run a server in threads until the block ends. pieces_of: what to send for a path."""
    server = HostileServer(pieces_of)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.ends.set()
        server.shutdown()
        thread.join()
        server.server_close()
