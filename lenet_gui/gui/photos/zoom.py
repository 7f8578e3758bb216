"""A closer look at a part of a picture."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from lenet_gui.gui.photos.photo_painter import Place, place_in

LARGEST = 16.0
STEP = 1.25  # of a key; a notch of the wheel is as much


class Zoom:
    """factor: 1 shows all of the picture. What is in the middle stays there, as far as the
    picture reaches."""

    def __init__(self) -> None:
        self.factor = 1.0
        self._middle = (0.5, 0.5)  # of the widget, as parts of the picture as it is painted

    def place(self, width: float, height: float, size: tuple[int, int], mirrored: bool) -> Place:
        """Where the picture lies in a widget of that size."""
        whole = place_in(width, height, size, mirrored)
        shown = QSizeF(whole.rect.width() * self.factor, whole.rect.height() * self.factor)
        left = _clamped(width / 2 - self._middle[0] * shown.width(), width, shown.width())
        top = _clamped(height / 2 - self._middle[1] * shown.height(), height, shown.height())
        return Place(QRectF(QPointF(left, top), shown), size, mirrored)

    def by(self, steps: float, at: QPointF, place: Place, size: QSizeF) -> None:
        """Closer or farther; what is at that point of the widget stays there."""
        before, self.factor = self.factor, min(max(self.factor * STEP**steps, 1.0), LARGEST)
        part = self.factor / before
        corner = at + (place.rect.topLeft() - at) * part
        self._keep(QRectF(corner, place.rect.size() * part), size)

    def move(self, by: QPointF, place: Place, size: QSizeF) -> None:
        """Pull the picture along."""
        self._keep(place.rect.translated(by), size)

    def show(self, box: QRectF, place: Place, size: QSizeF) -> None:
        """Move only as far as it takes to have that box of the widget in sight."""
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
    """No empty room beside a picture that is larger; a smaller one is in the middle."""
    if length <= room:
        return (room - length) / 2
    return min(max(start, room - length), 0.0)


def _into(low: float, high: float, room: float) -> float:
    if low < 0:
        return -low
    return min(room - high, 0.0)
