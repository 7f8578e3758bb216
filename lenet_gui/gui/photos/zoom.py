"""Zooming and panning of a picture in a widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from lenet_gui.gui.photos.photo_painter import PhotoPlacement, fitted_placement

MAX_ZOOM = 16.0  # single pixels of a photo become visible
ZOOM_STEP = 1.25  # factor per press of + or -, and per notch of the wheel


class Zoom:
    """A zoom factor (1 shows the whole picture) and the point of the picture in the middle.

    The point survives resizing of the widget, as far as the picture reaches.
    """

    def __init__(self) -> None:
        self.factor = 1.0
        self._middle = (0.5, 0.5)  # as fractions of the picture as painted

    def place(
        self, width: float, height: float, size: tuple[int, int], mirrored: bool
    ) -> PhotoPlacement:
        """Return the placement of the picture in a widget of that size in pixels."""
        whole = fitted_placement(width, height, size, mirrored)
        shown = QSizeF(whole.rect.width() * self.factor, whole.rect.height() * self.factor)
        left = _clamped(width / 2 - self._middle[0] * shown.width(), width, shown.width())
        top = _clamped(height / 2 - self._middle[1] * shown.height(), height, shown.height())
        return PhotoPlacement(QRectF(QPointF(left, top), shown), size, mirrored)

    def by(self, steps: float, at: QPointF, place: PhotoPlacement, size: QSizeF) -> None:
        """Zoom by a number of steps; the picture stays fixed at the point ``at`` of the widget."""
        before, self.factor = self.factor, min(max(self.factor * ZOOM_STEP**steps, 1.0), MAX_ZOOM)
        part = self.factor / before
        corner = at + (place.rect.topLeft() - at) * part
        self._keep(QRectF(corner, place.rect.size() * part), size)

    def move(self, by: QPointF, place: PhotoPlacement, size: QSizeF) -> None:
        """Pan the picture by a distance in pixels of the widget."""
        self._keep(place.rect.translated(by), size)

    def show(self, box: QRectF, place: PhotoPlacement, size: QSizeF) -> None:
        """Pan just far enough that a box, in pixels of the widget, is visible."""
        across = _into(box.left(), box.right(), size.width())
        down = _into(box.top(), box.bottom(), size.height())
        if across or down:
            self.move(QPointF(across, down), place, size)

    def reset(self) -> None:
        self.factor, self._middle = 1.0, (0.5, 0.5)

    def _keep(self, rect: QRectF, size: QSizeF) -> None:
        left = _clamped(rect.left(), size.width(), rect.width())
        top = _clamped(rect.top(), size.height(), rect.height())
        self._middle = (
            (size.width() / 2 - left) / rect.width(),
            (size.height() / 2 - top) / rect.height(),
        )


def _clamped(start: float, room: float, length: float) -> float:
    """Limit the start of a picture: centred if it is smaller than the room, else without gaps."""
    if length <= room:
        return (room - length) / 2
    return min(max(start, room - length), 0.0)


def _into(low: float, high: float, room: float) -> float:
    """Return the shift that brings low..high into 0..room."""
    if low < 0:
        return -low
    return min(room - high, 0.0)
