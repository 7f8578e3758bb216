"""Grey pictures of video frames, from the plane that holds the brightness."""

from __future__ import annotations

import cv2
import numpy as np
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray

Kind = QVideoFrameFormat.PixelFormat

_PLANES = {
    Kind.Format_Y8, Kind.Format_YUV420P, Kind.Format_YUV422P, Kind.Format_YV12, Kind.Format_NV12,
    Kind.Format_NV21, Kind.Format_IMC1, Kind.Format_IMC2, Kind.Format_IMC3, Kind.Format_IMC4,
}  # fmt: skip
_WIDE = {  # 16 bits a pixel, and how far to the right 8 of them are
    Kind.Format_Y16: 8, Kind.Format_P010: 8, Kind.Format_P016: 8, Kind.Format_YUV420P10: 2,
}  # fmt: skip
_EVERY_OTHER = {Kind.Format_YUYV: 0, Kind.Format_UYVY: 1}
_COLOURS = {
    Kind.Format_BGRA8888: cv2.COLOR_BGRA2GRAY,
    Kind.Format_BGRA8888_Premultiplied: cv2.COLOR_BGRA2GRAY,
    Kind.Format_BGRX8888: cv2.COLOR_BGRA2GRAY,
    Kind.Format_RGBA8888: cv2.COLOR_RGBA2GRAY,
    Kind.Format_RGBX8888: cv2.COLOR_RGBA2GRAY,
}
_ALPHA_FIRST = {
    Kind.Format_ARGB8888: cv2.COLOR_RGB2GRAY,
    Kind.Format_ARGB8888_Premultiplied: cv2.COLOR_RGB2GRAY,
    Kind.Format_XRGB8888: cv2.COLOR_RGB2GRAY,
    Kind.Format_ABGR8888: cv2.COLOR_BGR2GRAY,
    Kind.Format_XBGR8888: cv2.COLOR_BGR2GRAY,
}


def grey_of(frame: QVideoFrame) -> ByteArray:
    """uint8 (rows, columns), upright. Raises BadInput if the frame cannot be looked into."""
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        raise BadInput("The frames of this video cannot be read.")
    try:
        grey = _mapped(frame)
    finally:
        frame.unmap()
    if frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat.Direction.BottomToTop:
        grey = grey[::-1]
    if frame.rotation().value:  # degrees, clockwise
        grey = np.rot90(grey, -frame.rotation().value // 90)
    if frame.mirrored():
        grey = grey[:, ::-1]
    return np.ascontiguousarray(grey)


def _mapped(frame: QVideoFrame) -> ByteArray:
    """An array of its own: the frame's bytes belong to the frame."""
    kind, line = frame.pixelFormat(), frame.bytesPerLine(0)
    if kind == Kind.Format_Jpeg:
        return _of_jpeg(bytes(frame.bits(0)))
    rows, columns = frame.height(), frame.width()
    flat = np.frombuffer(frame.bits(0), np.uint8)
    if line * (rows - 1) > flat.size or rows < 1:
        raise BadInput("The frames of this video cannot be read.")
    whole = np.zeros((rows, line), np.uint8) if flat.size < rows * line else flat[: rows * line]
    if flat.size < rows * line:  # the last line may end early
        whole.reshape(-1)[: flat.size] = flat
    lines = whole.reshape(rows, line)
    if kind in _PLANES:
        return lines[:, :columns].copy()
    if kind in _WIDE:
        return (lines[:, : 2 * columns].copy().view("<u2") >> _WIDE[kind]).astype(np.uint8)
    if kind in _EVERY_OTHER:
        return lines[:, _EVERY_OTHER[kind] : 2 * columns : 2].copy()
    if kind in _COLOURS or kind in _ALPHA_FIRST:
        pixels = lines[:, : 4 * columns].reshape(rows, columns, 4)
        if kind in _COLOURS:
            return np.asarray(cv2.cvtColor(pixels, _COLOURS[kind]), np.uint8)
        opaque = np.ascontiguousarray(pixels[:, :, 1:])
        return np.asarray(cv2.cvtColor(opaque, _ALPHA_FIRST[kind]), np.uint8)
    return _by_qt(frame)


def _of_jpeg(data: bytes) -> ByteArray:
    from lenet_gui.engine.ink.image_files import grey_of_bytes

    return grey_of_bytes(data, "camera")


def _by_qt(frame: QVideoFrame) -> ByteArray:
    """Whatever else there is; takes ten times as long."""
    from PySide6.QtGui import QImage

    image = frame.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        raise BadInput("The frames of this video cannot be read.")
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return lines[:, : image.width()].copy()
