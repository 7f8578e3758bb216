"""Grey pictures of video frames, whatever their kind of pixel."""

import io

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from lenet_gui.gui.feeds.frame_decoding import decoded, grey_of
from tests.gui.streams import jpeg

Kind = QVideoFrameFormat.PixelFormat
ROWS, COLUMNS = 6, 10
GREY = np.arange(ROWS * COLUMNS, dtype=np.uint8).reshape(ROWS, COLUMNS) * 4

BYTES = {  # of a line of grey values in the first plane
    "Y8": lambda line: line,
    "YUV420P": lambda line: line,
    "NV12": lambda line: line,
    "NV21": lambda line: line,
    "YV12": lambda line: line,
    "YUV422P": lambda line: line,
    "Y16": lambda line: (line.astype("<u2") << 8).view(np.uint8),
    "P010": lambda line: (line.astype("<u2") << 8).view(np.uint8),
    "YUV420P10": lambda line: (line.astype("<u2") << 2).view(np.uint8),
    "AYUV": lambda line: np.dstack(
        [np.full_like(line, 255), line, *[np.full_like(line, 128)] * 2]
    ).ravel(),
    "YUYV": lambda line: np.dstack([line, np.full_like(line, 128)]).ravel(),
    "UYVY": lambda line: np.dstack([np.full_like(line, 128), line]).ravel(),
    "BGRA8888": lambda line: np.dstack([line, line, line, np.full_like(line, 9)]).ravel(),
    "RGBX8888": lambda line: np.dstack([line, line, line, np.full_like(line, 9)]).ravel(),
    "ARGB8888": lambda line: np.dstack([np.full_like(line, 9), line, line, line]).ravel(),
    "XBGR8888": lambda line: np.dstack([np.full_like(line, 9), line, line, line]).ravel(),
}


def frame_of(kind: Kind, grey: np.ndarray, line_bytes) -> QVideoFrame:
    form = QVideoFrameFormat(QSize(COLUMNS, ROWS), kind)
    frame = QVideoFrame(form)
    fill(frame, grey, line_bytes)
    return frame


def fill(frame: QVideoFrame, grey: np.ndarray, line_bytes) -> None:
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    plane = np.frombuffer(frame.bits(0), np.uint8)
    for row, line in enumerate(grey):
        data = line_bytes(line)
        start = row * frame.bytesPerLine(0)
        plane[start : start + len(data)] = data
    frame.unmap()


@pytest.mark.parametrize("name", sorted(BYTES.keys() - {"AYUV"}))  # whose values Qt stretches
def test_brightness_of_every_kind(name: str) -> None:
    frame = frame_of(getattr(Kind, f"Format_{name}"), GREY, BYTES[name])
    assert np.array_equal(grey_of(frame), GREY)


def test_colours_become_grey() -> None:
    red = frame_of(
        Kind.Format_BGRX8888,
        GREY,
        lambda line: np.tile(np.array([0, 0, 200, 0], np.uint8), len(line)),
    )
    assert np.all(np.abs(grey_of(red).astype(int) - 60) <= 1)


@pytest.mark.parametrize(("turn", "quarters"), [(90, 1), (180, 2), (270, 3)])
def test_frames_are_turned_as_they_say(turn: int, quarters: int) -> None:
    frame = frame_of(Kind.Format_Y8, GREY, BYTES["Y8"])
    frame.setRotation(QtVideo.Rotation(turn))
    assert np.array_equal(grey_of(frame), np.rot90(GREY, -quarters))
    frame.setMirrored(True)
    assert np.array_equal(grey_of(frame), np.rot90(GREY, -quarters)[:, ::-1])


@pytest.mark.qt_log_ignore("No RHI backend")
@pytest.mark.parametrize("kind", ["Y8", "AYUV"])  # AYUV is decoded by Qt, which turns it as well
@pytest.mark.parametrize("bottom_up", [False, True])
@pytest.mark.parametrize("mirrored", [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("turns", [(0, 0), (90, 0), (180, 0), (270, 0), (0, 90), (90, 180)])
def test_the_turns_of_stream_and_frame(
    turns: tuple[int, int], mirrored: tuple[bool, bool], bottom_up: bool, kind: str
) -> None:
    """A phone's video says how it is turned in its format, for all of its frames."""
    form = QVideoFrameFormat(QSize(COLUMNS, ROWS), getattr(Kind, f"Format_{kind}"))
    form.setRotation(QtVideo.Rotation(turns[0]))
    form.setMirrored(mirrored[0])
    if bottom_up:
        form.setScanLineDirection(QVideoFrameFormat.Direction.BottomToTop)
    frame = QVideoFrame(form)
    fill(frame, GREY, BYTES[kind])
    frame.setRotation(QtVideo.Rotation(turns[1]))
    frame.setMirrored(mirrored[1])
    expected = GREY[::-1] if bottom_up else GREY
    for turn, mirror in zip(turns, mirrored, strict=True):
        expected = np.rot90(expected, -turn // 90)
        expected = expected[:, ::-1] if mirror else expected
    shown = grey_of(frame)
    assert shown.shape == expected.shape
    assert np.abs(shown.astype(int) - expected).max() <= (0 if kind == "Y8" else 20)


def test_frames_that_are_jpeg_files() -> None:
    page = np.kron(GREY, np.ones((20, 20), np.uint8))
    rows, columns = page.shape
    frame = QVideoFrame(QVideoFrameFormat(QSize(columns, rows), Kind.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    file = jpeg(page)
    np.frombuffer(frame.bits(0), np.uint8)[: len(file)] = np.frombuffer(file, np.uint8)
    frame.unmap()
    shown = grey_of(frame)
    assert shown.shape == page.shape
    assert np.abs(shown.astype(int) - page).mean() < 4  # what JPEG leaves out


# ---- colours, for networks that see pictures

RED = np.array([0, 0, 200, 0], np.uint8)  # of BGRX


@pytest.mark.qt_log_ignore("No RHI backend")
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_colours_are_decoded_where_they_are_wanted(turn: int) -> None:
    """Red in the first column alone, so that it can be seen how the frame is turned."""

    def line(values: np.ndarray) -> np.ndarray:
        pixels = np.zeros((len(values), 4), np.uint8)
        pixels[0] = RED
        return pixels.ravel()

    frame = frame_of(Kind.Format_BGRX8888, GREY, line)
    frame.setRotation(QtVideo.Rotation(turn))
    assert decoded(frame).ndim == 2
    wanted = np.zeros((ROWS, COLUMNS, 3), int)
    wanted[:, 0, 0] = 200
    wanted = np.rot90(wanted, -turn // 90)
    rgb = decoded(frame, colours=True)
    assert rgb.shape == wanted.shape
    assert np.abs(rgb - wanted).max() <= 2


@pytest.mark.qt_log_ignore("No RHI backend")
def test_planes_of_brightness_and_colour_become_rgb() -> None:
    """A camera's NV12: brightness 81, and the two colour differences of pure red (Rec. 601)."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(16, 16), Kind.Format_NV12))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    np.frombuffer(frame.bits(0), np.uint8)[:] = 81
    differences = np.frombuffer(frame.bits(1), np.uint8)
    differences[0::2], differences[1::2] = 90, 240
    frame.unmap()
    red, green, blue = decoded(frame, colours=True)[8, 8].tolist()
    assert red > 200
    assert green < 60
    assert blue < 60


def test_colours_of_frames_that_are_jpeg_files() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (160, 120), (10, 20, 220)).save(buffer, "jpeg", quality=95)
    frame = QVideoFrame(QVideoFrameFormat(QSize(160, 120), Kind.Format_Jpeg))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    file = buffer.getvalue()
    np.frombuffer(frame.bits(0), np.uint8)[: len(file)] = np.frombuffer(file, np.uint8)
    frame.unmap()
    rgb = decoded(frame, colours=True)
    assert rgb.shape == (120, 160, 3)
    assert np.abs(rgb.astype(int) - (10, 20, 220)).max() < 12
