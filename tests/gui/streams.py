"""Pages, videos of pages, and a web server that does as cameras do, and as they should not."""

import base64
import hashlib
import io
import re
import select
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PIL import Image

from tests.gui.digits import DIGITS
from tests.helpers import mnist_test

CELL = 90


@cache
def page_of(lines: str, shape: tuple[int, int] = (360, 480), paper: int = 230) -> np.ndarray:
    """uint8 (rows, columns): lines of digits, written dark on paper."""
    page = np.full(shape, paper, np.uint8)
    rows = lines.split("/")
    top = (shape[0] - CELL * len(rows)) // 2
    for row, line in enumerate(rows):
        left = (shape[1] - CELL * len(line)) // 2
        for column, label in enumerate(line):
            ink = cv2.resize(mnist_test().images[DIGITS[label]], (70, 70)).astype(int)
            y, x = top + row * CELL + 10, left + column * CELL + 10
            page[y : y + 70, x : x + 70] = paper - ink * (paper - 40) // 255
    return page


def jpeg(grey: np.ndarray) -> bytes:
    file = io.BytesIO()
    Image.fromarray(grey).save(file, "JPEG", quality=90)
    return file.getvalue()


def write_video(path: Path, pages: list[np.ndarray], rate: float = 25) -> Path:
    """A video of Motion JPEG pictures, which every system's Qt can play."""
    rows, columns = pages[0].shape
    video = cv2.VideoWriter(
        str(path), cv2.VideoWriter.fourcc(*"MJPG"), rate, (columns, rows), isColor=True
    )
    assert video.isOpened()
    for page in pages:
        video.write(cv2.cvtColor(page, cv2.COLOR_GRAY2BGR))
    video.release()
    return path


class _Camera(BaseHTTPRequestHandler):
    """Each address is one kind of camera."""

    protocol_version = "HTTP/1.1"
    server: "_Server"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.open.append(self.path)
        self.close_connection = True
        try:
            with suppress(OSError):  # the window has closed the connection
                getattr(self, "do_" + self.path.strip("/").partition("?")[0])()
        finally:
            self.server.open.remove(self.path)

    def log_message(self, *_: object) -> None: ...

    def answer(self, kind: str, status: int = 200, **more: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()

    def parts(self, bodies: Iterable[bytes], length: bool = True, kind: str = "image/jpeg") -> None:
        self.answer("multipart/x-mixed-replace; boundary=frame")
        for body in bodies:
            head = f"--frame\r\nContent-Type: {kind}\r\n"
            head += f"Content-Length: {len(body)}\r\n" if length else ""
            self.wfile.write(head.encode() + b"\r\n" + body + b"\r\n")
            if self.server.ends.wait(0.02):
                return

    def wait(self) -> None:
        """Until the window hangs up."""
        while not self.server.ends.is_set():
            if select.select([self.connection], [], [], 0.02)[0]:
                return

    def do_stream(self) -> None:
        self.parts(repeat(self.server.picture))

    def do_unmeasured(self) -> None:
        self.parts(repeat(self.server.picture), length=False)

    def do_still(self) -> None:
        self.answer("image/jpeg", 200, **{"Content-Length": str(len(self.server.picture))})
        self.wfile.write(self.server.picture)

    def do_page(self) -> None:
        self.answer("text/html; charset=utf-8")
        self.wfile.write(b"<html>a camera</html>")

    def do_moved(self) -> None:
        self.answer("text/plain", 302, Location="/stream")

    def do_loop(self) -> None:
        self.answer("text/plain", 302, Location="/loop")

    def do_silent(self) -> None:
        self.wait()

    def do_stops(self) -> None:
        self.parts([self.server.picture] * 3)

    def do_stalls(self) -> None:
        self.parts([self.server.picture] * 3)
        self.wait()

    def do_rubbish(self) -> None:
        self.parts(repeat(b"not a picture"))

    def do_cut(self) -> None:
        self.parts(repeat(self.server.picture[:200]))

    def do_endless(self) -> None:
        self.answer("multipart/x-mixed-replace; boundary=frame")
        while not self.server.ends.is_set():
            self.wfile.write(bytes(10_000))

    def do_huge(self) -> None:
        self.answer("multipart/x-mixed-replace; boundary=frame")
        self.wfile.write(b"--frame\r\nContent-Length: 3000000000\r\n\r\n")
        self.wait()

    def do_locked(self) -> None:
        self.answer("text/plain", 401)

    def do_secret(self) -> None:
        """For somebody who knows name and password."""
        given = self.headers.get("Authorization", "")
        if given == "Basic " + base64.b64encode(b"name:password").decode():
            self.do_stream()
        else:
            self.answer("text/plain", 401, **{"WWW-Authenticate": 'Basic realm="camera"'})

    def digest(self, hashed: Callable[[bytes], Any], algorithm: str) -> None:
        """For the same somebody, who does not send the password itself."""
        given = dict(re.findall(r'(\w+)="?([^",]*)"?', self.headers.get("Authorization", "")))

        def of(*words: str) -> str:
            return str(hashed(":".join(words).encode()).hexdigest())

        secret, request = of("name", "camera", "p@ss#w/rd"), of("GET", self.path)
        between = (given.get("nc", ""), given.get("cnonce", ""), "auth")
        nonce = self.server.nonce
        right = of(secret, nonce, *between, request)
        if given.get("response") == right:
            self.do_stream()
            return
        stale = given.get("nonce") not in (None, nonce)
        self.answer(
            "text/plain",
            401,
            **{
                "WWW-Authenticate": f'Digest realm="camera", qop="auth", nonce="{nonce}", '
                f"algorithm={algorithm}, stale={str(stale).lower()}"
            },
        )

    def do_sha256(self) -> None:
        self.digest(hashlib.sha256, "SHA-256")

    def do_md5(self) -> None:
        self.digest(hashlib.md5, "MD5")

    def do_expired(self) -> None:
        """The nonce of the first challenge is too old when it is answered."""
        if "Authorization" in self.headers:
            self.server.nonce = "new"
        self.do_sha256()

    def do_strange(self) -> None:
        self.answer("text/plain", 401, **{"WWW-Authenticate": "Negotiate"})

    def do_bold(self) -> None:
        """A kind that would be markup, and long."""
        self.answer("<b>bold</b>\x07" + "x" * 1000)

    def do_gone(self) -> None:
        self.answer("text/plain", 404)

    def do_empty(self) -> None:
        self.answer("image/jpeg", 200, **{"Content-Length": "0"})


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # closing waits for them

    def __init__(self, picture: bytes) -> None:
        super().__init__(("127.0.0.1", 0), _Camera)
        self.picture = picture
        self.ends = threading.Event()
        self.nonce = "old"
        self.asked: list[str] = []
        self.open: list[str] = []  # what it is answering now

    scheme = "http"

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"


class _SecureServer(_Server):
    """As _Server, over TLS. certificate: a file with a certificate and its key."""

    scheme = "https"

    def __init__(self, picture: bytes, certificate: Path) -> None:
        super().__init__(picture)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Greet in the thread of the request."""
        with suppress(OSError), self._tls.wrap_socket(request, server_side=True) as secure:
            super().finish_request(secure, client_address)


@contextmanager
def camera_server(picture: bytes, certificate: Path | None = None) -> Iterator[_Server]:
    """Runs in a thread until the block ends. certificate: as _SecureServer takes it."""
    server = _Server(picture) if certificate is None else _SecureServer(picture, certificate)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.ends.set()
        server.shutdown()
        thread.join()
        server.server_close()


def closed_port() -> int:
    """A port at which nobody answers."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Camera) as server:
        return int(server.server_address[1])
