"""A video opened as a source: where it is, and the way to another place of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from lenet_gui.gui.appearance import reduced_motion
from lenet_gui.gui.feed_controls.seek_bar import SeekBar, time_text
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.sources.camera import CameraSource
from tests.gui.helpers import click, idle
from tests.gui.sources.test_camera import camera, look, pytestmark, read, until, wait_for_lines
from tests.gui.streams import page_of, write_video

__all__ = ["camera", "pytestmark"]

FIRST, SECOND = "3322/7337", "7337/3322"
RATE = 25


@pytest.fixture(scope="module")
def video(tmp_path_factory) -> Path:
    """Two seconds; another page comes after the first."""
    pages = [page_of(FIRST)] * RATE + [page_of(SECOND)] * RATE
    return write_video(tmp_path_factory.mktemp("video") / "pages.avi", pages, RATE)


@pytest.fixture
def held(camera, video: Path, qtbot) -> CameraSource:
    """Opened, and held on the first page."""
    camera.bar.choose("video")
    camera.bar.file.setText(str(video))
    click(camera.bar.start)
    camera.viewer.toggle_hold()  # at once: two seconds may be over on a busy machine
    assert camera.feed is not None
    until(qtbot, camera.viewer.seek_bar.isVisible)
    go_to(camera, 0.1)
    wait_for_lines(qtbot, camera, FIRST)
    return camera


def place(source: CameraSource, part: float) -> QPoint:
    """On the slider, 0 is its left end and 1 its right."""
    slider = source.viewer.seek_bar.slider
    return QPoint(round(part * (slider.width() - 1)), slider.height() // 2)


def go_to(source: CameraSource, part: float) -> None:
    QTest.mouseClick(
        source.viewer.seek_bar.slider, Qt.MouseButton.LeftButton, pos=place(source, part)
    )


def test_a_held_video_shows_and_reads_what_is_sought(held, qtbot) -> None:
    bar = held.viewer.seek_bar
    assert bar.play.text() == "Play"
    assert not held.viewer.freeze.isVisible()  # two buttons for one thing are one too many
    go_to(held, 0.75)
    assert bar.time.text() == "0:01 / 0:02"
    assert bar.slider.accessibleDescription() == "0:01 of 0:02"
    wait_for_lines(qtbot, held, SECOND)
    QTest.keyClick(bar.slider, Qt.Key.Key_Home)
    assert bar.time.text() == "0:00 / 0:02"
    wait_for_lines(qtbot, held, FIRST)
    QTest.mousePress(bar.slider, Qt.MouseButton.LeftButton, pos=place(held, 0.2))
    for part in (0.3, 0.5, 0.7, 0.8):
        QTest.mouseMove(bar.slider, place(held, part))
    wait_for_lines(qtbot, held, SECOND)  # before it is let go
    QTest.mouseRelease(bar.slider, Qt.MouseButton.LeftButton, pos=place(held, 0.8))
    assert 1500 < bar.moment.at < 1700
    before = bar.moment.at
    QTest.keyClick(bar.slider, Qt.Key.Key_Left)
    assert bar.moment.at == before - 100  # a second is a large part of so short a video
    assert bar.play.text() == "Play"
    assert held.feed is not None


def test_at_its_end_and_stopped_it_can_be_sought(held, qtbot) -> None:
    go_to(held, 0.9)
    QTest.keyClick(held.viewer.seek_bar.slider, Qt.Key.Key_Space)
    assert held.viewer.seek_bar.play.text() == "Pause"
    until(qtbot, lambda: held.feed is None)  # at its end
    assert held.viewer.seek_bar.time.text() == "0:02 / 0:02"
    assert held.bar.start.text() == "&Start"
    go_to(held, 0.2)
    wait_for_lines(qtbot, held, FIRST)
    assert held.viewer.seek_bar.play.text() == "Play"
    click(held.bar.start)  # which says Stop
    assert held.feed is None
    go_to(held, 0.9)
    wait_for_lines(qtbot, held, SECOND)
    click(held.bar.start)
    click(held.viewer.seek_bar.play)  # from where it was stopped
    until(qtbot, lambda: held.feed is None)
    click(held.viewer.seek_bar.play)  # from the beginning
    assert held.viewer.seek_bar.play.text() == "Pause"
    wait_for_lines(qtbot, held, FIRST)


def test_only_where_it_can_be_sought(held, qtbot) -> None:
    look(qtbot, held, "127.0.0.1:1")
    assert not held.viewer.seek_bar.isVisible()
    assert held.viewer.freeze.isVisible()
    held.bar.choose("video")
    assert not held.viewer.seek_bar.isVisible()


def test_another_language_keeps_the_place(window, held, qtbot) -> None:
    go_to(held, 0.75)
    wait_for_lines(qtbot, held, SECOND)
    click(held.bar.start)
    shown = held.viewer.seek_bar.moment
    window.retranslate()
    made = window.sources.source("camera")
    assert made is not held
    assert made.viewer.seek_bar.isVisible()
    assert made.viewer.seek_bar.moment == shown
    assert not made.viewer.freeze.isVisible()
    go_to(made, 0.1)
    until(qtbot, lambda: read(made) == FIRST)


def test_little_moves_by_itself_if_that_is_wanted(qtbot) -> None:
    bar = SeekBar()
    qtbot.addWidget(bar)
    bar.show_playing(True)
    reduced_motion.be_still(True)
    try:
        seen = []
        for at in range(0, 3001, 100):
            bar.show_moment(Moment(at, 60_000))
            seen.append(bar.slider.value())
    finally:
        reduced_motion.be_still(False)
    idle()
    assert sorted(set(seen)) == [0, 1000, 2000, 3000]
    bar.show_playing(False)
    bar.show_moment(Moment(3100, 60_000))  # where it was held, exactly
    assert bar.slider.value() == 3100


def test_times_as_people_write_them() -> None:
    assert [time_text(each) for each in (0, 7_999, 92_000, 3_725_000)] == [
        "0:00", "0:07", "1:32", "1:02:05",
    ]  # fmt: skip
