"""Decoding of video frames to grey, where possible from the plane that holds the brightness.

Turning a frame into a QImage first takes twenty times as long. That is done for colours, which only
networks that see pictures need.
"""

from __future__ import annotations

import cv2
import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.image_files import colours_of_bytes, grey_of_bytes

_Pixels = QVideoFrameFormat.PixelFormat

_BRIGHTNESS_PLANES = {
    _Pixels.Format_Y8,
    _Pixels.Format_YUV420P,
    _Pixels.Format_YUV422P,
    _Pixels.Format_YV12,
    _Pixels.Format_NV12,
    _Pixels.Format_NV21,
    _Pixels.Format_IMC1,
    _Pixels.Format_IMC2,
    _Pixels.Format_IMC3,
    _Pixels.Format_IMC4,
}
_WIDE_SHIFTS = {  # 16 bits per pixel: how many bits the upper 8 are shifted
    _Pixels.Format_Y16: 8,
    _Pixels.Format_P010: 8,
    _Pixels.Format_P016: 8,
    _Pixels.Format_YUV420P10: 2,
}
_BRIGHTNESS_OFFSETS = {_Pixels.Format_YUYV: 0, _Pixels.Format_UYVY: 1}
_ALPHA_LAST = {
    _Pixels.Format_BGRA8888: cv2.COLOR_BGRA2GRAY,
    _Pixels.Format_BGRA8888_Premultiplied: cv2.COLOR_BGRA2GRAY,
    _Pixels.Format_BGRX8888: cv2.COLOR_BGRA2GRAY,
    _Pixels.Format_RGBA8888: cv2.COLOR_RGBA2GRAY,
    _Pixels.Format_RGBX8888: cv2.COLOR_RGBA2GRAY,
}
_ALPHA_FIRST = {
    _Pixels.Format_ARGB8888: cv2.COLOR_RGB2GRAY,
    _Pixels.Format_ARGB8888_Premultiplied: cv2.COLOR_RGB2GRAY,
    _Pixels.Format_XRGB8888: cv2.COLOR_RGB2GRAY,
    _Pixels.Format_ABGR8888: cv2.COLOR_BGR2GRAY,
    _Pixels.Format_XBGR8888: cv2.COLOR_BGR2GRAY,
}


def decoded(frame: QVideoFrame, colours: bool = False) -> ByteArray:
    """Return the grey picture of a frame, or its colours; as ``grey_of`` and ``colours_of``."""
    return colours_of(frame) if colours else grey_of(frame)


def colours_of(frame: QVideoFrame) -> ByteArray:
    """Return the colours of a frame, uint8 (rows, columns, 3), upright.

    Raises BadInput if the frame cannot be mapped or decoded.
    """
    if frame.pixelFormat() == _Pixels.Format_Jpeg:
        if not frame.map(QVideoFrame.MapMode.ReadOnly):
            raise BadInput("The frames of this video cannot be read.")
        try:
            data = bytes(frame.bits(0))
        finally:
            frame.unmap()
        rgb = _as_in_stream(colours_of_bytes(data, "camera"), frame.surfaceFormat())
    else:
        rgb = _by_qt(frame, QImage.Format.Format_RGB888)
    return np.ascontiguousarray(_turned(rgb, frame.rotation(), frame.mirrored()))


def grey_of(frame: QVideoFrame) -> ByteArray:
    """Return the grey picture of a frame, uint8 (rows, columns), upright.

    Raises BadInput if the frame cannot be mapped or decoded.
    """
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        raise BadInput("The frames of this video cannot be read.")
    try:
        grey = _mapped(frame)
    finally:
        frame.unmap()
    if grey is None:
        grey = _by_qt(frame, QImage.Format.Format_Grayscale8)
    else:
        grey = _as_in_stream(grey, frame.surfaceFormat())
    return np.ascontiguousarray(_turned(grey, frame.rotation(), frame.mirrored()))


def _as_in_stream(grey: ByteArray, stream: QVideoFrameFormat) -> ByteArray:
    """Turn and mirror a picture as the format says for all frames: phones film on their side.

    What a single frame says of itself comes on top of that.
    """
    if stream.scanLineDirection() == QVideoFrameFormat.Direction.BottomToTop:
        grey = grey[::-1]
    return _turned(grey, stream.rotation(), stream.isMirrored())


def _turned(grey: ByteArray, turn: QtVideo.Rotation, mirrored: bool) -> ByteArray:
    grey = np.rot90(grey, -turn.value // 90)  # degrees, clockwise
    return grey[:, ::-1] if mirrored else grey


def _mapped(frame: QVideoFrame) -> ByteArray | None:
    """Decode a mapped frame; None if only Qt can decode its pixel format.

    The array is a copy, since the bytes belong to the frame.
    """
    kind, line = frame.pixelFormat(), frame.bytesPerLine(0)
    if kind == _Pixels.Format_Jpeg:
        return _of_jpeg(bytes(frame.bits(0)))
    rows, columns = frame.height(), frame.width()
    flat = np.frombuffer(frame.bits(0), np.uint8)
    if line * (rows - 1) > flat.size or rows < 1:
        raise BadInput("The frames of this video cannot be read.")
    whole = np.zeros((rows, line), np.uint8) if flat.size < rows * line else flat[: rows * line]
    if flat.size < rows * line:  # the last line may end early
        whole.reshape(-1)[: flat.size] = flat
    lines = whole.reshape(rows, line)
    if kind in _BRIGHTNESS_PLANES:
        return lines[:, :columns].copy()
    if kind in _WIDE_SHIFTS:
        return (lines[:, : 2 * columns].copy().view("<u2") >> _WIDE_SHIFTS[kind]).astype(np.uint8)
    if kind in _BRIGHTNESS_OFFSETS:
        return lines[:, _BRIGHTNESS_OFFSETS[kind] : 2 * columns : 2].copy()
    if kind in _ALPHA_LAST or kind in _ALPHA_FIRST:
        pixels = lines[:, : 4 * columns].reshape(rows, columns, 4)
        if kind in _ALPHA_LAST:
            return np.asarray(cv2.cvtColor(pixels, _ALPHA_LAST[kind]), np.uint8)
        opaque = np.ascontiguousarray(pixels[:, :, 1:])
        return np.asarray(cv2.cvtColor(opaque, _ALPHA_FIRST[kind]), np.uint8)
    return None


def _of_jpeg(data: bytes) -> ByteArray:
    return grey_of_bytes(data, "camera")


def _by_qt(frame: QVideoFrame, kind: QImage.Format) -> ByteArray:
    """Convert a frame of any pixel format with Qt, ten times as slowly, to grey or to RGB.

    The picture is turned as the stream says, not as the frame itself says.
    """
    image = frame.toImage().convertToFormat(kind)
    if image.isNull():
        raise BadInput("The frames of this video cannot be read.")
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    channels = image.depth() // 8
    pixels = lines[:, : channels * image.width()].copy()
    return pixels.reshape(image.height(), -1, 3) if channels == 3 else pixels
