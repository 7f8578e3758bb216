"""Hostile servers: each feed ends in a picture or a sentence, and no turn does much work.

The work is counted: bytes received and searched, steps of a turn. Nothing here takes the time.
"""

from collections.abc import Iterator

import pytest

from lenet_gui.gui.feeds.network_cameras import http_connection, network_camera_feed
from lenet_gui.gui.feeds.network_cameras.http_connection import (
    TURN_BYTES,
    TURN_STEPS,
    HttpConnection,
)
from lenet_gui.gui.feeds.network_cameras.http_response import MAX_HEAD
from lenet_gui.gui.feeds.network_cameras.network_camera_feed import NetworkCameraFeed
from lenet_gui.gui.feeds.network_cameras.picture_cutter import PictureCutter
from tests.gui.hostile_servers import (
    HOSTILE,
    WITH_PICTURES,
    WITHOUT_PICTURES,
    HostileServer,
    hostile_server,
)
from tests.gui.streams import jpeg, page_of

PICTURE = jpeg(page_of("37"))
MANY_BAD = 10  # pictures that cannot be read, after which the window gives up
SHORT = 300  # ms for a picture from servers that send none


@pytest.fixture(scope="module")
def server() -> Iterator[HostileServer]:
    with hostile_server(lambda name: HOSTILE[name](PICTURE)) as server:
        yield server


@pytest.fixture
def connections(monkeypatch) -> list[HttpConnection]:
    """Those that a feed makes."""
    made: list[HttpConnection] = []

    class Noted(HttpConnection):
        def __init__(self, *arguments) -> None:
            super().__init__(*arguments)
            made.append(self)

    monkeypatch.setattr(network_camera_feed, "HttpConnection", Noted)
    return made


class Outcome:
    """Pictures and sentences of a feed."""

    def __init__(self, feed: NetworkCameraFeed) -> None:
        self.pictures: list[tuple[int, ...]] = []
        self.bad = 0
        self.sentences: list[str] = []
        feed.framed.connect(self._decode)
        feed.failed.connect(lambda error: self.sentences.append(str(error)))

    def _decode(self, decode_frame) -> None:
        try:
            self.pictures.append(decode_frame().shape)
        except ValueError:
            self.bad += 1

    def over(self) -> bool:
        return bool(self.pictures or self.sentences) or self.bad >= MANY_BAD


def check_work(connection: HttpConnection) -> None:
    """No turn has done more than its share, and all of them little for what has come."""
    assert 0 < connection.most_steps <= TURN_STEPS
    assert connection.received <= connection.turns * TURN_BYTES
    cutter = connection.consumer
    if isinstance(cutter, PictureCutter):
        assert cutter.searched <= connection.received
    reader = connection._head_reader
    if reader is not None:
        assert reader.searched <= min(connection.received, MAX_HEAD + TURN_BYTES)


@pytest.mark.parametrize("name", WITH_PICTURES)
def test_pictures_are_found_behind_lies(server, connections, qtbot, name: str) -> None:
    feed = NetworkCameraFeed(f"{server.address}/{name}")
    outcome = Outcome(feed)
    feed.start()
    qtbot.waitUntil(lambda: len(outcome.pictures) >= 3)
    feed.stop()
    assert set(outcome.pictures) == {page_of("37").shape}
    assert not outcome.bad
    assert not outcome.sentences
    check_work(connections[0])
    assert len(outcome.pictures) <= connections[0].turns  # only the newest of each


@pytest.mark.parametrize("name", WITHOUT_PICTURES)
def test_the_others_end_in_a_sentence(server, connections, qtbot, monkeypatch, name: str) -> None:
    monkeypatch.setattr(network_camera_feed, "PICTURE_TIMEOUT_MS", SHORT)
    feed = NetworkCameraFeed(f"{server.address}/{name}")
    outcome = Outcome(feed)
    feed.start()
    qtbot.waitUntil(outcome.over)
    feed.stop()
    assert not outcome.pictures
    for sentence in outcome.sentences:
        assert sentence.endswith(".")
        assert len(sentence) < 200
    if connections[0].turns:
        check_work(connections[0])


@pytest.mark.parametrize("name", ["chunks of a byte", "headers without end", "drops"])
def test_leaving_is_at_once(server, connections, qtbot, name: str) -> None:
    """However the server pours: nothing waits for it, and nothing is heard of it."""
    feed = NetworkCameraFeed(f"{server.address}/{name}")
    feed.start()
    qtbot.waitUntil(lambda: connections[0].turns > 0)
    outcome = Outcome(feed)
    feed.stop()
    connection, turns = connections[0], connections[0].turns
    assert connection._socket is None
    other = NetworkCameraFeed(f"{server.address}/pictures at full speed")
    seen = Outcome(other)
    other.start()
    qtbot.waitUntil(lambda: bool(seen.pictures))
    other.stop()
    assert connection.turns == turns
    assert not outcome.over()


def test_a_turn_ends_although_more_could_be_done(server, connections, qtbot, monkeypatch) -> None:
    """With few steps a turn, the same pictures come in more turns."""
    monkeypatch.setattr(http_connection, "TURN_STEPS", 5)
    feed = NetworkCameraFeed(f"{server.address}/pictures at full speed")
    outcome = Outcome(feed)
    feed.start()
    qtbot.waitUntil(lambda: len(outcome.pictures) >= 3)
    feed.stop()
    assert connections[0].most_steps == 5
