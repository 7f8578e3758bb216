"""The formats of a camera: one for each size, and which of them suits reading."""

from __future__ import annotations

from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QVideoFrameFormat

ENOUGH = (1280, 720)  # pixels; a page is read at about this size
FAST = 24  # frames a second that look smooth


def formats_of(device: QCameraDevice) -> list[QCameraFormat]:
    """The fastest of each size and kind of pixel, the largest sizes first."""
    fastest: dict[tuple[int, int, int], QCameraFormat] = {}
    for form in device.videoFormats():
        size = form.resolution()
        key = (size.width(), size.height(), form.pixelFormat().value)
        known = fastest.get(key)
        if known is None or known.maxFrameRate() < form.maxFrameRate():
            fastest[key] = form
    return sorted(fastest.values(), key=_area, reverse=True)


def best_of(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The smallest that is large enough and fast; else the largest; None leaves it to Qt."""
    large = [form for form in formats if _area(form) >= ENOUGH[0] * ENOUGH[1]]
    fast = [form for form in large if form.maxFrameRate() >= FAST]
    if fast or large:
        return min(fast or large, key=_area)
    return max(formats, key=_area, default=None)


def format_text(form: QCameraFormat) -> str:
    """Size, frames a second, kind of pixel."""
    size = form.resolution()
    kind = QVideoFrameFormat.pixelFormatToString(form.pixelFormat())
    return f"{size.width()} × {size.height()} · {form.maxFrameRate():.0f}/s · {kind}"


def _area(form: QCameraFormat) -> int:
    return form.resolution().width() * form.resolution().height()
