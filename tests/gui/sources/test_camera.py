"""The camera source, from real streams: addresses, a video file, the screen; and no camera."""

import operator
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from lenet_gui.gui.feeds import camera_errors
from lenet_gui.gui.feeds.network_cameras import network_camera_feed
from lenet_gui.gui.feeds.network_cameras.camera_address import without_password
from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.sources.camera import CameraSource
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.digits import grey_image
from tests.gui.helpers import FOUR, click, draw, finish_work, idle, pixels, source_of
from tests.gui.streams import (
    camera_server,
    closed_port,
    jpeg,
    page_of,
    write_video,
)

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "Could not open media")

LINES = "3322/7337"


@pytest.fixture(scope="module")
def server() -> Iterator:
    with camera_server(jpeg(page_of(LINES))) as server:
        yield server


@pytest.fixture(scope="module")
def video(tmp_path_factory) -> Path:
    return write_video(tmp_path_factory.mktemp("video") / "page.avi", [page_of(LINES)] * 12)


@pytest.fixture
def camera(window: MainWindow, qtbot) -> CameraSource:
    """The source in its window, loaded."""
    window.sources.bring("camera")
    source = source_of(window, "camera", CameraSource)
    until(qtbot, lambda: not source._cameras.busy)
    idle()
    return source


def until(qtbot, seen: Callable[[], bool]) -> None:
    qtbot.waitUntil(seen)


def button(source: CameraSource, name: str) -> QPushButton:
    found = source.findChild(QPushButton, name)
    assert found is not None
    return found


def look(qtbot, source: CameraSource, address: str) -> None:
    """Type an address and press Start."""
    source.bar.choose("address")
    source.bar.address.setText(address)
    click(button(source, "feed-start"))
    idle()


def read(source: CameraSource) -> str:
    photo = source.viewer.photo
    return "" if photo is None else "/".join(line.text for line in photo.reading.lines)


def wait_for_lines(qtbot, source: CameraSource, lines: str = LINES) -> None:
    until(qtbot, lambda: read(source) == lines or bool(said(source)))
    assert read(source) == lines, said(source)


def wait_for_another(qtbot, source: CameraSource, last: PhotoReading) -> None:
    until(qtbot, lambda: source.viewer.photo is not last)
    assert source.viewer.photo is not None, said(source)


def said(source: CameraSource) -> str:
    return source.notice.text.text() if source.notice.isVisible() else ""


def wait_for_sentence(qtbot, source: CameraSource) -> str:
    until(qtbot, lambda: bool(said(source)))
    sentence = said(source)
    assert sentence.endswith((".", "…"))
    assert "\n" not in sentence
    assert len(sentence) < 300
    assert source.notice.again.isVisible()
    assert sum(way.isVisible() for way in source.notice.ways.values()) >= 2
    assert source.bar.start.text() == "&Start"
    return sentence


# ---- streams that work


@pytest.mark.parametrize("path", ["stream", "unmeasured", "still", "moved", "secret"])
def test_an_address_is_read_live(camera, server, qtbot, path: str) -> None:
    known = server.address.replace("http://", "http://name:password@")
    look(qtbot, camera, f"{known if path == 'secret' else server.address}/{path}")
    wait_for_lines(qtbot, camera)
    assert camera.bar.start.text() == "&Stop"
    assert not said(camera)
    if path == "still":  # one picture is asked for again and again
        until(qtbot, lambda: server.asked.count("/still") >= 3)
    click(camera.bar.start)
    assert camera.bar.start.text() == "&Start"
    assert not read(camera)
    assert not camera.viewer.text.text()
    camera.bar.address.setText(f"{server.address}/stream".removeprefix("http://"))
    QTest.keyClick(camera.bar.address, Qt.Key.Key_Return)
    until(qtbot, lambda: camera.feed is not None)


def test_passwords_are_not_remembered(camera, qtbot) -> None:
    look(qtbot, camera, "http://me:secret@127.0.0.1:1/video?size=2")
    assert Settings().text("camera_address", "") == "http://127.0.0.1:1/video?size=2"
    for typed, kept in (
        (" 127.0.0.1:1/video ", "127.0.0.1:1/video"),
        ("me:se@cret@camera.local/a@b", "camera.local/a@b"),
        ("", ""),
        ("http://[::1", ""),
    ):
        assert without_password(typed) == kept


def test_a_video_is_read_while_it_plays(camera, video: Path, qtbot, monkeypatch, capfd) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(video), ""))
    camera.bar.choose("video")
    click(camera.bar.browse)
    wait_for_lines(qtbot, camera)
    assert camera.viewer.photo.size == (480, 360)
    until(qtbot, lambda: camera.feed is None)  # at its end
    assert read(camera) == LINES
    assert not said(camera)
    assert "mjpeg" not in capfd.readouterr().err  # FFmpeg keeps its thoughts to itself
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    camera.bar.file.clear()
    click(camera.bar.start)
    assert camera.feed is None


def test_a_region_of_the_screen_is_read(camera, qtbot) -> None:
    """A picture that another program shows, in a frame around it."""
    shown = QLabel(pixmap=QPixmap.fromImage(grey_image(page_of(LINES))))
    qtbot.addWidget(shown)
    shown.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    shown.move(0, 0)
    shown.show()
    screen = camera.screen().size() * camera.screen().devicePixelRatio()
    camera.viewer.view.guide.region = (0, 0, 480 / screen.width(), 360 / screen.height())
    click(camera.viewer.guide)
    camera.bar.choose("screen")
    click(camera.bar.start)
    until(qtbot, lambda: read(camera) == LINES or bool(said(camera)))
    if said(camera):
        pytest.skip(said(camera))
    assert camera.viewer.photo.size == (screen.width(), screen.height())


def test_a_screen_full_of_text_is_shown_but_read_only_in_a_frame(
    camera, qtbot, monkeypatch
) -> None:
    """To read all of it would take seconds, at every frame."""
    screen = camera.screen().size()
    text = np.full((screen.height(), screen.width()), 255, np.uint8)
    page = page_of(LINES, paper=255)
    for row in range(20, text.shape[0], 16):
        cv2.putText(text, "nm48 7" * 40, (0, row), cv2.FONT_HERSHEY_PLAIN, 0.8, 0)
    text[:500, :660] = 255  # a margin: around a frame some paper is looked at, too
    text[: page.shape[0], : page.shape[1]] = page
    camera.viewer.view.guide.region = (0, 0, 1, 1)
    click(camera.viewer.guide)  # now, since a click would bring the window to the front
    shown = QLabel(pixmap=QPixmap.fromImage(grey_image(text)))
    shown.setFixedSize(screen)
    qtbot.addWidget(shown)
    shown.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
    shown.move(0, 0)
    shown.show()
    camera.bar.choose("screen")
    click(camera.bar.start)
    until(qtbot, lambda: camera.viewer.photo is not None or bool(said(camera)))
    if said(camera):
        pytest.skip(said(camera))
    until(qtbot, lambda: "too much" in camera.viewer.text.text())
    assert not camera.viewer.photo.digits
    assert camera.viewer.photo.size == (screen.width(), screen.height())
    camera.viewer.view.guide.region = (
        0, 0, page.shape[1] / screen.width(), page.shape[0] / screen.height()
    )  # fmt: skip
    camera.viewer.view.region_changed.emit()
    wait_for_lines(qtbot, camera)
    assert "too much" not in camera.viewer.text.text()


# ---- what is seen in all panels


def test_all_panels_show_a_digit_of_the_live_picture(window, camera, server, qtbot) -> None:
    draw(window.session, FOUR)
    assert window.sources.currentWidget() is window.sources.source(
        "drawing"
    )  # what changes is seen
    window.sources.bring("camera")
    drawing = window.session.drawing
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    until(qtbot, lambda: window.session.recognition.label in set("327"))
    shown = camera.viewer.view.choice
    assert window.session.recognition.normalized.digit.any()
    assert "C3" in window.session.recognition.activations
    assert window.windowTitle().startswith(shown.label)
    assert window.session.drawing is drawing  # the page is what it was
    assert window.session.undo_stack.count() == len(FOUR)
    window.sources.bring("drawing")
    idle()
    assert window.windowTitle() == "4 – lenet_gui"


def test_a_click_takes_a_digit_onto_the_page(window, camera, server, qtbot) -> None:
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    seven = camera.viewer.photo.digits[4]
    at = camera.viewer.view.place().to_widget(seven.box).center().toPoint()
    QTest.mouseClick(camera.viewer.view, Qt.MouseButton.LeftButton, pos=at)
    idle()
    until(qtbot, lambda: window.session.recognition.label == "7")
    assert window.session.drawing.picture is seven.picture
    before = camera.viewer.photo
    wait_for_another(qtbot, camera, before)
    idle()
    assert window.session.recognition.label == "7"  # it is followed from frame to frame
    window.sources.bring("drawing")
    idle()
    assert window.windowTitle() == "7 – lenet_gui"
    window.session.undo_stack.undo()
    idle()
    assert window.windowTitle() == "lenet_gui"


def test_start_and_freeze_by_the_menu(window, camera, server, qtbot) -> None:
    camera.bar.choose("address")
    camera.bar.address.setText(f"{server.address}/stream")
    window.sources.bring("drawing")
    window.menus.actions["camera"].trigger()
    assert window.sources.currentWidget() is camera
    wait_for_lines(qtbot, camera)
    window.menus.actions["freeze"].trigger()
    assert camera.viewer.freeze.isChecked()
    window.menus.actions["camera"].trigger()
    assert camera.feed is None


def test_another_language_goes_on(window, camera, server, qtbot) -> None:
    """The stream is not opened anew, and what was shown is shown."""
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    asked = server.asked.count("/stream")
    window.retranslate()
    made = window.sources.source("camera")
    assert made is not camera
    assert read(made) == LINES
    last = made.viewer.photo
    wait_for_another(qtbot, made, last)
    assert server.asked.count("/stream") == asked
    assert window.session.watched is made.viewer.view.choice.picture


def test_freeze_holds_the_picture(camera, server, qtbot) -> None:
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    QTest.keyClick(camera.viewer.view, Qt.Key.Key_Space)
    assert camera.viewer.freeze.isChecked()
    until(qtbot, lambda: not camera.viewer.background.busy)
    held = camera.viewer.photo
    frames: list[object] = []
    camera.feed.framed.connect(frames.append)
    until(qtbot, lambda: len(frames) >= 3)
    finish_work()
    assert camera.viewer.photo is held
    QTest.keyClick(camera.viewer.view, Qt.Key.Key_Space)
    wait_for_another(qtbot, camera, held)


def test_mirror_turns_what_is_shown_and_not_what_is_read(camera, server, qtbot) -> None:
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    click(camera.viewer.freeze)
    until(qtbot, lambda: not camera.viewer.background.busy)
    view = camera.viewer.view
    first = camera.viewer.photo.digits[0]
    left = view.place().to_widget(first.box).center()
    before = pixels(view)
    click(camera.viewer.mirror)
    assert not np.array_equal(before, pixels(view))
    right = view.place().to_widget(first.box).center()
    assert abs(left.x() + right.x() - view.width()) < 2
    assert view.text_at(right).startswith("3")
    assert read(camera) == LINES


def test_in_the_frame_only(camera, server, qtbot) -> None:
    look(qtbot, camera, f"{server.address}/still")
    wait_for_lines(qtbot, camera)
    view = camera.viewer.view
    view.guide.region = (0.0, 0.0, 1.0, 0.5)
    click(camera.viewer.guide)
    wait_for_lines(qtbot, camera, "3322")
    lower = view.place().rect.center().toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=lower)  # its lower edge
    QTest.mouseMove(view, lower + view.rect().bottomLeft() / 2)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=lower)
    wait_for_lines(qtbot, camera, LINES)


# ---- off whenever it is hidden


def test_off_whenever_hidden(window, camera, server, qtbot) -> None:
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    for leave, back in (
        (lambda: window.sources.bring("drawing"), lambda: window.sources.bring("camera")),
        (window.showMinimized, window.showNormal),
    ):
        leave()
        finish_work()
        last, asked = camera.viewer.photo, server.asked.count("/stream")
        assert camera.feed._connection is None
        until(qtbot, lambda: "/stream" not in server.open)  # it has noticed, too
        assert camera.viewer.photo is last
        back()
        wait_for_another(qtbot, camera, last)
        assert server.asked.count("/stream") == asked + 1


# ---- what can be wrong


def test_no_camera(camera) -> None:
    """What a test machine always has: one notice, and nothing that could be pressed in vain."""
    camera.bar.choose("camera")
    idle()
    assert "camera" in said(camera)
    assert not camera.viewer.view.hint
    assert not camera.bar.start.isEnabled()
    assert not camera.viewer.freeze.isEnabled()
    assert camera.notice.again.isVisible()
    for way in ("address", "video", "picture"):
        assert camera.notice.ways[way].isVisible()
    camera.window().menus.actions["freeze"].trigger()
    assert not camera.viewer.freeze.isChecked()
    click(camera.notice.ways["address"])
    assert camera.bar.name == "address"
    assert not said(camera)
    assert "address" in camera.viewer.view.hint
    assert camera.bar.start.isEnabled()
    assert not camera.viewer.freeze.isEnabled()
    camera.bar.choose("camera")
    camera.window().menus.actions["camera"].trigger()
    assert "camera" in said(camera)
    assert camera.feed is None


def test_five_sentences_for_five_troubles() -> None:
    camera_error = camera_errors.camera_error
    in_use = camera_error("Cam", "Camera is in use")
    refused = camera_error("Cam", "Permission denied")
    other = camera_error("Cam", "I/O error.")
    unplugged = camera_errors.CAMERA_UNPLUGGED.format(camera="Cam")
    sentences = {str(e) for e in (in_use, refused, other, camera_errors.no_camera())} | {unplugged}
    assert len(sentences) == 5
    assert "Another program" in str(in_use)
    assert "I/O error" in str(other)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("libpulse.so.0: cannot open shared object file", "libpulse"),
        ("libfoo.so: cannot open shared object file", "libfoo"),
    ],
)
def test_library_is_missing(window, qtbot, monkeypatch, why: str, words: str) -> None:
    """The addresses work, and Retry finds a library that was installed meanwhile."""

    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "PySide6.QtMultimedia":
                raise ImportError(why)

    with monkeypatch.context() as patch:
        patch.delitem(sys.modules, "PySide6.QtMultimedia", raising=False)
        patch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
        window.sources.bring("camera")
        source = window.sources.source("camera")
        assert words in wait_for_sentence(qtbot, source)
    click(source.notice.again)
    until(qtbot, lambda: not source._cameras.busy)
    idle()
    assert words not in said(source)


DEAD = {
    "page": "text/html",
    "loop": "without end",
    "rubbish": "no whole picture",
    "cut": "cannot be read",
    "endless": "not send a stream",
    "huge": "no whole picture",
    "locked": "password",
    "gone": "nothing at this address",
    "empty": "no picture",
    "silent": "does not answer",
}
SILENT = ("rubbish", "huge", "silent")  # that are heard of when patience is over


@contextmanager
def impatient(source: CameraSource) -> Iterator[None]:
    """From now on no picture of a network camera comes in time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network_camera_feed, "PICTURE_TIMEOUT_MS", 1)
        source.feed._patience.start(1)
        yield


def answered(source: CameraSource) -> bool:
    """Whether the head of a reply has come."""
    return source.feed._connection.consumer is not None


def test_dead_addresses(camera, server, qtbot) -> None:
    for path, words in DEAD.items():
        look(qtbot, camera, f"{server.address}/{path}")
        if path in SILENT:
            until(qtbot, partial(operator.contains, server.open, f"/{path}"))
            if path != "silent":
                until(qtbot, partial(answered, camera))
            with impatient(camera):
                until(qtbot, lambda: bool(said(camera)))
        assert words in wait_for_sentence(qtbot, camera), path
        assert camera.viewer.photo is None
    port = closed_port()
    for address, words in (
        ("", "not an address"),
        ("file:///etc/passwd", "not an address"),
        ("http://", "not an address"),
        ("no.such.host.invalid/video", "No computer"),
        (f"127.0.0.1:{port}", str(port)),
    ):
        look(qtbot, camera, address)
        assert words in wait_for_sentence(qtbot, camera), address


@pytest.mark.parametrize("path", ["stops", "stalls"])
def test_a_stream_that_stops_leaves_nothing_behind(camera, server, qtbot, path: str) -> None:
    look(qtbot, camera, f"{server.address}/{path}")
    if path == "stalls":
        wait_for_lines(qtbot, camera)
        with impatient(camera):
            until(qtbot, lambda: bool(said(camera)))
    assert "stopped" in wait_for_sentence(qtbot, camera)
    finish_work()
    assert camera.viewer.photo is None
    assert camera.window().session.watched is None
    asked = server.asked.count(f"/{path}")
    click(camera.notice.again)
    until(qtbot, lambda: server.asked.count(f"/{path}") > asked)


CAMERA_BROKEN = {
    "text.avi": b"no video",
    "empty.mp4": b"",
    "cut.avi": b"RIFF\xff\xff\xff\xffAVI LIST",
    "gone.avi": None,
}


def test_broken_videos(camera, qtbot, tmp_path: Path) -> None:
    for name, data in CAMERA_BROKEN.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        camera.bar.choose("video")
        camera.bar.file.setText(str(tmp_path / name))
        click(camera.bar.start)
        assert name in wait_for_sentence(qtbot, camera)
