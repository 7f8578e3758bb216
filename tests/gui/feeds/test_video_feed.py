"""Video files: turned as a phone has written them, and those that show no picture."""

import struct
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

from lenet_gui.gui.feeds import qt_multimedia
from lenet_gui.gui.sources.camera import CameraSource
from tests.gui.helpers import click, finish_work
from tests.gui.sources.test_camera import (
    LINES,
    camera,
    pytestmark,
    read,
    until,
    wait_for_lines,
    wait_for_sentence,
)
from tests.gui.streams import page_of

__all__ = ["camera", "pytestmark"]

# (a, b, c, d) of the matrix in a track's header: x' = ax + cy, y' = bx + dy.
MATRICES = {
    "upright": (1, 0, 0, 1),
    "90": (0, 1, -1, 0),
    "180": (-1, 0, 0, -1),
    "270": (0, -1, 1, 0),
    "mirrored": (-1, 0, 0, 1),
}


def write_mp4(path: Path, pages: list[np.ndarray], matrix: str = "upright") -> Path:
    """Write a video of MPEG-4 pictures, ten a second, whose header turns it by a matrix."""
    rows, columns = pages[0].shape
    video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (columns, rows))
    assert video.isOpened()
    for page in pages:
        video.write(cv2.cvtColor(page, cv2.COLOR_GRAY2BGR))
    video.release()
    data = path.read_bytes()
    a, b, c, d = MATRICES[matrix]
    one = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    other = struct.pack(">9i", a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30)
    track = data.index(b"tkhd")
    place = data.index(one, track)
    assert place < track + 60
    path.write_bytes(data[:place] + other + data[place + len(one) :])
    return path


def stored(page: np.ndarray, matrix: str) -> np.ndarray:
    """Return the page as it is stored, so that the matrix makes it upright again."""
    if matrix == "mirrored":
        return np.ascontiguousarray(page[:, ::-1])
    return np.ascontiguousarray(np.rot90(page, 0 if matrix == "upright" else int(matrix) // 90))


def play(source: CameraSource, path: Path) -> None:
    source.bar.choose("video")
    source.bar.file.setText(str(path))
    click(source.bar.start)


@pytest.mark.parametrize("matrix", MATRICES)
def test_phone_videos_are_turned(camera, qtbot, tmp_path: Path, matrix: str) -> None:
    page = page_of(LINES)
    path = write_mp4(tmp_path / "phone.mp4", [stored(page, matrix)] * 10, matrix)
    play(camera, path)
    wait_for_lines(qtbot, camera)
    assert camera.viewer.photo.size == (page.shape[1], page.shape[0])
    shown = camera.viewer.photo.shown
    assert np.corrcoef(shown.ravel(), page.ravel())[0, 1] > 0.98  # its brightness is another


def undecodable(path: Path) -> Path:
    """A video whose pictures are of no kind that there is a decoder for."""
    write_mp4(path, [page_of(LINES)] * 5)
    data = path.read_bytes()
    start = data.index(b"stsd")
    entry = data[start:].replace(b"mp4v", b"av01", 1).replace(b"esds", b"free", 1)
    path.write_bytes(data[:start] + entry)
    return path


def test_a_video_that_cannot_be_decoded(camera, qtbot, tmp_path: Path, monkeypatch) -> None:
    """It says so, and nothing of the former source is left."""
    from lenet_gui.gui.feeds import video_feed

    play(camera, write_mp4(tmp_path / "good.mp4", [page_of(LINES)] * 50))
    wait_for_lines(qtbot, camera)
    bad = undecodable(tmp_path / "bad.mp4")
    for name in ("FIRST_FRAME_TIMEOUT_MS", "LAST_CHANCE_MS"):
        monkeypatch.setattr(video_feed, name, 100)
    camera.bar.file.setText(str(bad))
    camera.start()
    assert camera.viewer.photo is None  # at once
    assert not camera.viewer.text.text()
    assert camera.window().session.watched is None
    assert "bad.mp4" in wait_for_sentence(qtbot, camera)
    finish_work()
    assert not read(camera)
    assert not camera.viewer.seek_bar.isVisible()
    assert camera.feed is None


class SilentPlayer(QMediaPlayer):
    """Plays, but shows no frame, like one that decodes a picture for minutes."""

    def setVideoSink(self, sink: QVideoSink) -> None:
        self.sink = sink

    def videoSink(self) -> QVideoSink:
        return self.sink


def test_a_video_without_a_frame_in_time(camera, qtbot, tmp_path: Path, monkeypatch) -> None:
    """Its player is let go without waiting for it."""
    qt_multimedia.load()
    from lenet_gui.gui.feeds import video_feed

    waited: list[str] = []
    monkeypatch.setattr(video_feed, "QMediaPlayer", SilentPlayer)
    monkeypatch.setattr(video_feed, "FIRST_FRAME_TIMEOUT_MS", 100)
    monkeypatch.setattr(video_feed, "BUSY_S", 0)
    for name in ("stop", "setSource", "deleteLater"):
        monkeypatch.setattr(SilentPlayer, name, lambda *_, name=name: waited.append(name))
    path = write_mp4(tmp_path / "slow.mp4", [page_of(LINES)] * 5)
    play(camera, path)
    assert "slow.mp4" in wait_for_sentence(qtbot, camera)
    assert waited == ["setSource"]  # to open the file, and nothing that waits for a frame
    assert camera.feed is None


def test_the_clock_of_the_first_frame_rests_while_hidden(
    window, camera, qtbot, tmp_path: Path, monkeypatch
) -> None:
    qt_multimedia.load()
    from lenet_gui.gui.feeds import video_feed

    monkeypatch.setattr(video_feed, "QMediaPlayer", SilentPlayer)
    play(camera, write_mp4(tmp_path / "slow.mp4", [page_of(LINES)] * 5))
    assert camera.feed._first_frame.isActive()
    window.sources.bring("drawing")
    assert not camera.feed._first_frame.isActive()
    window.sources.bring("camera")
    assert camera.feed._first_frame.isActive()
    click(camera.bar.start)
    until(qtbot, lambda: camera.feed is None)
