"""The screen as a source: of its many frames, only those that are read are mapped."""

import threading
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QScreenCapture, QVideoFrame, QVideoFrameFormat, QVideoSink

from lenet_gui.gui.feeds import qt_multimedia, screen_feed, video_sink_feed
from lenet_gui.gui.feeds.screen_feed import ScreenFeed
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import finish_work
from tests.gui.streams import page_of

RATE = 60  # frames per second
MOST_RATE = 15  # that are passed on; a camera sends 15 to 30


class Capture(QObject):
    """As QScreenCapture."""

    Error = QScreenCapture.Error
    errorOccurred = Signal(QScreenCapture.Error, str)  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._active = False

    def setScreen(self, screen: object) -> None: ...

    def setActive(self, active: bool) -> None:
        self._active = active

    def isActive(self) -> bool:
        return self._active


class CaptureSession(QObject):
    """As QMediaCaptureSession."""

    sink: QVideoSink

    def setScreenCapture(self, capture: object) -> None: ...

    def setVideoSink(self, sink: QVideoSink) -> None:
        CaptureSession.sink = sink


class Screen:
    """A screen that sends frames with other digits; ``mapped`` are those that were looked at."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.mapped: list[int] = []
        self.sent = 0

    def monotonic(self) -> float:
        return self.now

    def send(self, count: int) -> None:
        """Send frames at RATE; each is as many pixels wide as its number says."""
        for _ in range(count):
            self.now += 1 / RATE
            self.sent += 1
            size = QSize(8 + self.sent, 8)
            form = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_Y8)
            CaptureSession.sink.setVideoFrame(QVideoFrame(form))

    def grey_of(self, frame: QVideoFrame) -> np.ndarray:
        self.mapped.append(frame.width() - 8)
        return page_of("37")


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Screen:
    qt_multimedia.load()
    screen = Screen()
    monkeypatch.setattr(screen_feed, "QScreenCapture", Capture)
    monkeypatch.setattr(screen_feed, "QMediaCaptureSession", CaptureSession)
    monkeypatch.setattr(screen_feed, "time", screen)
    monkeypatch.setattr(video_sink_feed, "decoded", screen.grey_of)
    return screen


@pytest.fixture
def feed(screen: Screen, qapp) -> ScreenFeed:
    feed = ScreenFeed(QGuiApplication.primaryScreen())
    feed.start()
    return feed


def test_no_more_frames_are_passed_on_than_a_camera_sends(screen: Screen, feed: ScreenFeed) -> None:
    frames: list[Callable[[], np.ndarray]] = []
    feed.framed.connect(frames.append)
    screen.send(10 * RATE)
    assert 50 <= len(frames) <= 10 * MOST_RATE
    assert not screen.mapped
    feed.stop()
    screen.send(RATE)
    assert len(frames) <= 10 * MOST_RATE


def test_frames_that_come_during_a_reading_are_not_mapped(
    screen: Screen, feed: ScreenFeed, session: Session, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest waits, and is looked at when it is read."""
    begun, go_on = threading.Event(), threading.Event()
    decode = screen.grey_of

    def slow(frame: QVideoFrame) -> np.ndarray:
        begun.set()
        assert go_on.wait(60)
        return decode(frame)

    monkeypatch.setattr(video_sink_feed, "decoded", slow)
    background = BackgroundRecognition(session)
    read: list[PhotoReading] = []
    background.read.connect(read.append)
    feed.framed.connect(background.show)
    screen.send(1)
    qtbot.waitUntil(begun.is_set)
    screen.send(10 * RATE)
    newest = screen.sent
    assert not screen.mapped
    go_on.set()
    qtbot.waitUntil(lambda: len(read) == 2 and not background.busy)
    finish_work()
    assert len(screen.mapped) == 2
    assert screen.mapped[0] == 1
    assert newest - screen.mapped[1] < RATE / 12 + 1  # the newest that was passed on
    assert read[1].reading.lines[0].text == "37"
