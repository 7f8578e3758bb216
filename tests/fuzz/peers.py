"""Network cameras: what a server sends, cut into pieces and repeated by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, repeat
from pathlib import Path
from random import Random

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras import network_camera_feed
from lenet_gui.gui.feeds.network_cameras.network_camera_feed import NetworkCameraFeed
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated
from tests.gui.hostile_servers import HOSTILE, Pieces, hostile_server
from tests.gui.streams import jpeg

PATIENCE_MS = 300  # for a picture from a server that sends none
MOST_SENT, MOST_PIECES = 3_000_000, 10_000  # bytes and pieces of them, by hand


@cache
def _picture() -> bytes:
    return jpeg(np.random.default_rng(0).integers(0, 256, (48, 64), np.uint8))


def _corpus() -> Files:
    """Each with a suffix that says what the server does at its end."""
    picture = _picture()
    part = b"--x\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n%b\r\n"
    parts = part % (len(picture), picture) * 3
    stream = b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n"
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (parts[:999], parts[999:]))
    still = b"HTTP/1.0 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
    login = b'HTTP/1.1 401 No\r\nWWW-Authenticate: Digest realm="x", nonce="y", qop="auth"\r\n\r\n'
    return {
        "stream.held": stream + b"\r\n" + parts,
        "stream.repeated": stream + b"\r\n" + parts,
        "chunks.closed": stream + b"Transfer-Encoding: chunked\r\n\r\n" + chunks,
        "still.closed": still % len(picture) + picture,
        "login.closed": login,
        "moved.closed": b"HTTP/1.1 302 Moved\r\nLocation: /\r\n\r\n",
    }


def _by_hand(heavy: bool) -> Files:
    """The servers of the tests, as far as they send at all."""
    return {
        f"{name.replace(' ', '_')}.closed": _first_bytes(pieces(_picture()), heavy)
        for name, pieces in HOSTILE.items()
    }


def _first_bytes(pieces: Pieces, heavy: bool) -> bytes:
    most, sent = MOST_SENT if heavy else MOST_SENT // 30, bytearray()
    for piece in islice(pieces, MOST_PIECES):
        if piece is None or len(sent) > most:
            break
        sent += piece
    return bytes(sent)


def _mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    return mutated(data, others, chance)


def _use(path: Path) -> None:
    """Show what a server sends, until a picture, or a sentence, which is raised."""
    data, chance = path.read_bytes(), Random(path.name + str(path.stat().st_size))
    with hostile_server(lambda _: _sent(data, path.suffix[1:], chance)) as server:
        error = _seen(f"http://name:password@127.0.0.1:{server.server_address[1]}/")
    if error is not None:
        raise error


def _sent(data: bytes, end: str, chance: Random) -> Iterator[bytes | None]:
    """Cut the bytes of a file into pieces, few or many."""
    size = chance.choice((1 + len(data) // 20, len(data) + 1))
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    if end == "repeated" and pieces:
        return chain(pieces, chain.from_iterable(repeat(pieces[-3:])))
    return chain(pieces, [None] if end == "held" else [])


def _seen(address: str) -> BadInput | None:
    """Run a feed until a picture, which gives None, or return its error."""
    network_camera_feed.PICTURE_TIMEOUT_MS = PATIENCE_MS
    loop, feed, errors = QEventLoop(), NetworkCameraFeed(address), list[BadInput]()
    feed.framed.connect(lambda _: loop.quit())
    feed.failed.connect(errors.append)
    feed.failed.connect(lambda _: loop.quit())
    QTimer.singleShot(0, feed.start)
    QTimer.singleShot(100 * PATIENCE_MS, loop, lambda: loop.exit(1))
    code = loop.exec()
    feed.stop()
    feed.deleteLater()
    if code:
        raise TimeoutError("neither a picture nor a sentence")
    return errors[0] if errors else None


KIND = Kind("peers", _corpus, _mutate, _use, _by_hand)
