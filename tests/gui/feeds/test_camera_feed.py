"""What can be wrong with a camera, played by a device that is not there; the rest is Qt's."""

from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QVideoFrame,
    QVideoFrameFormat,
    QVideoSink,
)

from lenet_gui.gui.feeds import camera_errors, camera_feed, qt_multimedia
from lenet_gui.gui.feeds.camera_feed import CameraFeed
from lenet_gui.gui.feeds.camera_formats import best_of, format_text, formats_of
from lenet_gui.gui.sources import camera as camera_source
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import click, idle

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Device:
    """As QCameraDevice."""

    def __init__(self, name: str = "Webcam", formats: tuple = ()) -> None:
        self._name, self._formats = name, formats

    def id(self) -> str:
        return self._name

    def description(self) -> str:
        return self._name

    def isDefault(self) -> bool:
        return self._name == "Webcam"

    def videoFormats(self) -> list:
        return list(self._formats)


class Format:
    """As QCameraFormat."""

    def __init__(self, width: int, height: int, rate: float) -> None:
        self._size, self._rate = QSize(width, height), rate

    def resolution(self) -> QSize:
        return self._size

    def maxFrameRate(self) -> float:
        return self._rate

    def pixelFormat(self) -> QVideoFrameFormat.PixelFormat:
        return QVideoFrameFormat.PixelFormat.Format_YUYV


class Camera(QObject):
    """As QCamera; ``newest`` is the one that was opened last."""

    Error = QCamera.Error
    errorOccurred = Signal(QCamera.Error, str)  # noqa: N815
    newest: "Camera"

    def __init__(self, device: Device, parent: QObject) -> None:
        super().__init__(parent)
        self.form: Format | None = None
        self.running = False
        Camera.newest = self

    def setCameraFormat(self, form: Format) -> None:
        self.form = form

    def start(self) -> None:
        self.running = True

    def stop(self) -> None:
        self.running = False


class Capture(QObject):
    """As QMediaCaptureSession."""

    sink: QVideoSink

    def setVideoSink(self, sink: QVideoSink) -> None:
        Capture.sink = sink

    def setCamera(self, camera: Camera | None) -> None: ...


class Devices(QObject):
    """As QMediaDevices; ``there`` are those that are plugged in."""

    videoInputsChanged = Signal()  # noqa: N815
    there: list[Device]
    made: "list[Devices]"

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Devices.made.append(self)

    @staticmethod
    def videoInputs() -> list[Device]:
        return Devices.there


@pytest.fixture
def device(monkeypatch) -> Device:
    qt_multimedia.load()
    device = Device()
    Devices.there, Devices.made = [device], []
    monkeypatch.setattr(camera_feed, "QCamera", Camera)
    monkeypatch.setattr(camera_feed, "QMediaCaptureSession", Capture)
    monkeypatch.setattr(camera_feed, "QMediaDevices", Devices)
    return device


@pytest.fixture
def feed(device: Device, qapp) -> CameraFeed:
    return CameraFeed(cast(QCameraDevice, device), None)


def sentences(feed: CameraFeed) -> list[str]:
    said: list[str] = []
    feed.failed.connect(lambda error: said.append(str(error)))
    return said


def test_frames_come_while_it_runs(feed: CameraFeed) -> None:
    frames: list[Callable[[], np.ndarray]] = []
    feed.framed.connect(frames.append)
    feed.start()
    assert Camera.newest.running
    form = QVideoFrameFormat(QSize(8, 8), QVideoFrameFormat.PixelFormat.Format_Y8)
    Capture.sink.setVideoFrame(QVideoFrame(form))
    assert len(frames) == 1
    assert frames[0]().shape == (8, 8)
    camera = Camera.newest
    feed.stop()
    assert not camera.running
    Capture.sink.setVideoFrame(QVideoFrame(form))
    assert len(frames) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Camera is in use", "Another program is using the camera Webcam"),
        ("Device or resource busy", "Another program is using the camera Webcam"),
        ("Access denied", "does not let this program use the camera"),
        ("Cannot start: I/O error.", "The camera Webcam does not work: Cannot start: I/O error."),
        ("", "The camera Webcam does not work"),
    ],
)
def test_trouble_is_told_in_a_sentence(feed: CameraFeed, words: str, expected: str) -> None:
    said = sentences(feed)
    feed.start()
    camera = Camera.newest
    camera.errorOccurred.emit(QCamera.Error.CameraError, words)
    assert expected in said[0]
    assert len(said) == 1
    assert not camera.running
    assert not feed.active()


def test_unplugged(feed: CameraFeed) -> None:
    said = sentences(feed)
    feed.start()
    Devices.made[0].videoInputsChanged.emit()  # another one came
    assert not said
    Devices.there = []
    Devices.made[0].videoInputsChanged.emit()
    assert "unplugged" in said[0]
    assert not Camera.newest.running


def test_silent_camera(feed: CameraFeed, qtbot) -> None:
    said = sentences(feed)
    feed._first_frame_timer.setInterval(10)
    feed.start()
    qtbot.waitUntil(lambda: bool(said))
    assert "sends no picture" in said[0]


def ask(monkeypatch, *answers: Qt.PermissionStatus, late: list | None = None) -> None:
    """A system that lets the camera be used as ``answers`` say, of which a question takes the
    first away; with ``late`` the answer is put there, and comes when it is called.
    """
    said = list(answers)

    class Application:
        def checkPermission(self, _: object) -> Qt.PermissionStatus:
            return said[0]

        def requestPermission(self, permission: object, context: object, then) -> None:
            del said[0]
            if late is None:
                then(permission)
            else:
                late.append(lambda: then(permission))

    class Core:
        @staticmethod
        def instance() -> Application:
            return Application()

    monkeypatch.setattr(camera_feed, "QCoreApplication", Core)


@pytest.mark.parametrize("answer", [Qt.PermissionStatus.Denied, Qt.PermissionStatus.Granted])
def test_permission_is_asked_for(feed: CameraFeed, monkeypatch, answer) -> None:
    """As on macOS, where the system asks at the first time."""
    ask(monkeypatch, Qt.PermissionStatus.Undetermined, answer)
    said = sentences(feed)
    feed.start()
    assert feed.active() == (answer == Qt.PermissionStatus.Granted)
    assert bool(said) == (answer == Qt.PermissionStatus.Denied)
    feed.stop()
    feed.start()  # it does not ask again
    assert feed.active() == (answer == Qt.PermissionStatus.Granted)


def test_permission_that_comes_after_stop(feed: CameraFeed, monkeypatch) -> None:
    """The camera was hidden meanwhile: it stays shut until it is wanted again."""
    late: list = []
    granted = Qt.PermissionStatus.Granted
    ask(monkeypatch, Qt.PermissionStatus.Undetermined, granted, late=late)
    feed.start()
    feed.stop()
    late.pop()()
    assert not feed.active()
    feed.start()
    assert feed.active()


def test_no_permission_for_the_device(monkeypatch, tmp_path) -> None:
    """On Linux, a user outside of the group video sees no camera at all."""
    (tmp_path / "video0").write_bytes(b"")
    monkeypatch.setattr(camera_errors, "DEVICES", tmp_path)
    monkeypatch.setattr(camera_errors.sys, "platform", "linux")
    monkeypatch.setattr(camera_errors.os, "access", lambda *_: False)
    assert "group video" in str(camera_errors.no_camera())
    monkeypatch.setattr(camera_errors.os, "access", lambda *_: True)
    assert "No camera" in str(camera_errors.no_camera())


def qt_format(width: int, height: int, rate: float) -> QCameraFormat:
    """Return a stand-in for a format, as Qt's own cannot be made with values."""
    return cast(QCameraFormat, Format(width, height, rate))


def test_formats() -> None:
    """One of each size, the fastest; that which suits reading is the smallest that is enough."""
    slow, fast = qt_format(1280, 720, 10), qt_format(1280, 720, 30)
    small, large = qt_format(640, 480, 60), qt_format(1920, 1080, 30)
    device = Device(formats=(small, slow, fast, large))
    formats = formats_of(cast(QCameraDevice, device))
    assert formats == [large, fast, small]
    assert best_of(formats) is fast
    assert best_of([small]) is small
    assert best_of([]) is None
    assert format_text(fast).startswith("1280 × 720 · 30/s")


def test_cameras_come_and_go(window: MainWindow, device: Device, qtbot, monkeypatch) -> None:
    """The list follows, and what is plugged in can be started."""
    there: list[Device] = []
    monkeypatch.setattr(camera_source, "connected_cameras", lambda: there)
    window.sources.bring("camera")
    source = window.sources.source("camera")
    qtbot.waitUntil(lambda: not source._cameras.busy)
    idle()
    assert source.notice.isVisible()
    there.append(Device(formats=(Format(640, 480, 30),)))
    source._cameras._devices.videoInputsChanged.emit()
    assert source.bar.kind.itemText(0) == "Webcam"
    assert not source.notice.isVisible()
    assert source.bar.format_box.isVisible()
    click(source.bar.start)
    assert Camera.newest.running
    assert Camera.newest.form is source.bar._formats[0]
    Devices.there, there[:] = [], []
    Devices.made[-1].videoInputsChanged.emit()
    source._cameras._devices.videoInputsChanged.emit()
    assert "unplugged" in source.notice.text.text()
    assert source.notice.isVisible()
    assert source.bar.kind.itemText(0) == "Camera"
