"""What is left when a source stops, fails or changes: nothing, unless its picture is frozen."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feed_controls import feed_viewer
from lenet_gui.gui.feeds.cameras import Cameras
from lenet_gui.gui.feeds.feed import Feed
from lenet_gui.gui.sources.camera import CameraSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import answer_of, click, finish_work, idle
from tests.gui.sources.test_camera import (
    LINES,
    camera,
    look,
    pytestmark,
    read,
    said,
    until,
    wait_for_lines,
    wait_for_sentence,
)
from tests.gui.streams import camera_server, jpeg, page_of
from tests.helpers import PATIENCE

__all__ = ["camera", "pytestmark"]


@pytest.fixture(scope="module")
def server() -> Iterator:
    with camera_server(jpeg(page_of(LINES))) as server:
        yield server


@pytest.fixture
def running(camera: CameraSource, server, qtbot) -> CameraSource:
    look(qtbot, camera, f"{server.address}/stream")
    wait_for_lines(qtbot, camera)
    return camera


def nothing_is_left(source: CameraSource) -> bool:
    window = source.window()
    assert isinstance(window, MainWindow)
    idle()  # the page is read when the event queue is empty
    return (
        source.viewer.photo is None
        and not source.viewer.text.text()
        and not source.viewer.copy.isEnabled()
        and window.session.watched is None
        and not answer_of(window)
    )


def stop(source: CameraSource) -> None:
    click(source.bar.start)


def change(source: CameraSource) -> None:
    source.bar.choose("video")


def fail(source: CameraSource) -> None:
    source.feed.failed.emit(BadInput("The camera has gone."))


@pytest.mark.parametrize("end", [stop, change, fail])
def test_nothing_is_left_at_once(running: CameraSource, end) -> None:
    """Not even of a frame that is being read."""
    gate = threading.Event()

    def late() -> np.ndarray:
        gate.wait(PATIENCE)
        return page_of(LINES)

    running.viewer.show_frame(late)
    end(running)
    assert running.viewer.photo is None
    assert nothing_is_left(running)
    gate.set()
    finish_work()
    assert nothing_is_left(running)
    assert not running.viewer.freeze.isEnabled()
    assert bool(said(running)) == (end is fail)
    assert bool(running.viewer.view.hint) == (end is not fail)


@pytest.mark.parametrize("end", [stop, fail])
def test_a_frozen_picture_stays_until_it_is_let_go(running: CameraSource, end) -> None:
    click(running.viewer.freeze)
    end(running)
    finish_work()
    assert read(running) == LINES
    assert running.feed is None
    assert running.viewer.freeze.isEnabled()
    click(running.viewer.freeze)
    assert nothing_is_left(running)
    assert not running.viewer.freeze.isEnabled()


def test_another_source_lets_a_frozen_picture_go(running: CameraSource, qtbot) -> None:
    click(running.viewer.freeze)
    change(running)
    assert nothing_is_left(running)
    assert not running.viewer.freeze.isChecked()


def bad_frame() -> np.ndarray:
    raise BadInput("The address sends a picture that cannot be read.")


@pytest.mark.parametrize(("good", "seconds", "most"), [(1, 0, 2), (0, 0, 1), (1, 1e9, 10)])
def test_bad_frames_end_a_feed_sooner_if_nothing_good_comes(
    camera: CameraSource, server, qtbot, monkeypatch, good: int, seconds: float, most: int
) -> None:
    """Like pictures that come in drops, or whose decoding is given up after seconds."""
    monkeypatch.setattr(feed_viewer, "MAX_BAD_S", seconds)
    feed = Feed()
    monkeypatch.setattr(feed, "start", lambda: None)
    monkeypatch.setattr(feed, "stop", lambda: None)
    camera.viewer.run(feed)
    for _ in range(good):
        feed.framed.emit(lambda: page_of(LINES))
        wait_for_lines(qtbot, camera)
    for number in range(1, most + 1):
        assert camera.feed is feed, number
        feed.framed.emit(bad_frame)
        until(qtbot, lambda: not camera.viewer.background.busy)
        idle()
    assert camera.feed is None
    assert "cannot be read" in said(camera)


def test_another_language_keeps_a_notice(window, camera: CameraSource, qtbot) -> None:
    look(qtbot, camera, "rtsp://192.168.1.5/")
    sentence = wait_for_sentence(qtbot, camera)
    window.retranslate()
    made = window.sources.source("camera")
    assert made is not camera
    assert said(made) == sentence
    assert not made.viewer.view.hint
    made.bar.choose("camera")
    window.retranslate()
    again = window.sources.source("camera")
    assert "camera" in said(again)
    assert not again.bar.start.isEnabled()


def test_a_choice_made_while_cameras_are_looked_for(window, qtbot, monkeypatch) -> None:
    """What is chosen then is not started by the answer."""
    loads: list = []
    monkeypatch.setattr(Cameras, "load", lambda self, done, failed: loads.append(done))
    window.sources.bring("camera")
    source = window.sources.source("camera")
    source.bar.choose("screen")
    source.start()
    source.bar.choose("address")
    monkeypatch.setattr(source, "_on_loaded", lambda: None)
    loads[-1]()
    until(qtbot, lambda: source.feed is None)
    assert not said(source)
