"""The formats of a camera: one for each size, and the choice of the best one for reading."""

from __future__ import annotations

from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QVideoFrameFormat

READING_SIZE = (1280, 720)  # pixels; page reading scales larger pictures down to about this size
SMOOTH_FRAME_RATE = 24  # frames per second, as in films


def formats_of(device: QCameraDevice) -> list[QCameraFormat]:
    """Return the fastest format of each size and pixel format, the largest sizes first."""
    fastest: dict[tuple[int, int, int], QCameraFormat] = {}
    for camera_format in device.videoFormats():
        size = camera_format.resolution()
        key = (size.width(), size.height(), camera_format.pixelFormat().value)
        known = fastest.get(key)
        if known is None or known.maxFrameRate() < camera_format.maxFrameRate():
            fastest[key] = camera_format
    return sorted(fastest.values(), key=_area, reverse=True)


def best_of(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """Return the smallest format that is large and fast enough, else the smallest large one, else
    the largest. None (no formats) leaves the choice to Qt."""
    large = [
        camera_format
        for camera_format in formats
        if _area(camera_format) >= READING_SIZE[0] * READING_SIZE[1]
    ]
    fast = [
        camera_format
        for camera_format in large
        if camera_format.maxFrameRate() >= SMOOTH_FRAME_RATE
    ]
    if fast or large:
        return min(fast or large, key=_area)
    return max(formats, key=_area, default=None)


def format_text(camera_format: QCameraFormat) -> str:
    """Describe a format: size, frames per second, pixel format."""
    size = camera_format.resolution()
    kind = QVideoFrameFormat.pixelFormatToString(camera_format.pixelFormat())
    return f"{size.width()} × {size.height()} · {camera_format.maxFrameRate():.0f}/s · {kind}"


def _area(camera_format: QCameraFormat) -> int:
    return camera_format.resolution().width() * camera_format.resolution().height()
