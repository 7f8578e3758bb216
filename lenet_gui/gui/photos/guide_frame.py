"""The frame in which is read: it can be moved and resized by mouse and by keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from lenet_gui.gui.photos.photo_painter import Place, guide_rect
from lenet_gui.gui.photos.photo_reading import Part

FIRST: Part = (0.2, 0.2, 0.8, 0.8)
SMALLEST = 0.05  # part of the picture
REACH = 10.0  # pixels around an edge that take hold of it
STEP = 0.02  # part of the picture, of a key

_EDGES = {(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)}
_KEYS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class GuideFrame:
    """``part``: where it is, as parts of the picture."""

    def __init__(self) -> None:
        self.part: Part = FIRST
        self._held: tuple[int, int] | None = None  # which edges; (0, 0) is all of it
        self._from = (0.0, 0.0)
        self._before = FIRST

    @property
    def dragged(self) -> bool:
        return self._held is not None

    def edges_at(self, place: Place, point: QPointF) -> tuple[int, int] | None:
        """-1, 0 or 1 across and down: the edges under a point; None where there are none."""
        rect = guide_rect(place, self.part)
        if not rect.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
            return None
        across = _side(point.x(), rect.left(), rect.right())
        down = _side(point.y(), rect.top(), rect.bottom())
        if place.mirrored:
            across = -across
        return (across, down) if (across, down) in _EDGES else None

    def take_hold(self, place: Place, point: QPointF) -> bool:
        """Hold the edges under a point; are there any?"""
        self._held = self.edges_at(place, point)
        self._from, self._before = place.to_picture(point), self.part
        return self.dragged

    def drag(self, place: Place, point: QPointF) -> None:
        """The held edges follow the point."""
        if self._held is None:
            return
        x, y = place.to_picture(point)
        across = (x - self._from[0]) / place.size[0]
        down = (y - self._from[1]) / place.size[1]
        self.part = _resized(self._before, self._held, across, down)

    def let_go(self) -> None:
        self._held = None

    def span(self, place: Place, start: QPointF, end: QPointF) -> None:
        """A new frame from corner to corner."""
        rect = QRectF(start, end).normalized().intersected(place.rect)
        if rect.width() < REACH or rect.height() < REACH:
            return
        ends = [place.to_picture(corner) for corner in (rect.topLeft(), rect.bottomRight())]
        across = sorted(x / place.size[0] for x, _ in ends)
        down = sorted(y / place.size[1] for _, y in ends)
        whole = (across[0], down[0], across[1], down[1])
        self.part = _resized(whole, (1, 1), 0.0, 0.0)

    def press_key(self, key: Qt.Key, resize: bool, mirrored: bool) -> bool:
        """Arrow keys move it, or its lower right corner; is it such a key?"""
        if key not in _KEYS:
            return False
        across, down = _KEYS[key]
        across = -across if mirrored else across
        if resize:
            self.part = _resized(self.part, (1, 1), across, down)
        else:
            left, top, right, bottom = self.part
            across = min(max(across, -left), 1 - right)
            down = min(max(down, -top), 1 - bottom)
            self.part = (left + across, top + down, right + across, bottom + down)
        return True


def _side(value: float, low: float, high: float) -> int:
    if abs(value - low) <= REACH:
        return -1
    return 1 if abs(value - high) <= REACH else 0


def _resized(part: Part, edges: tuple[int, int], across: float, down: float) -> Part:
    left, top, right, bottom = part
    if edges[0] < 0:
        left = min(max(left + across, 0.0), right - SMALLEST)
    elif edges[0] > 0:
        right = max(min(right + across, 1.0), left + SMALLEST)
    if edges[1] < 0:
        top = min(max(top + down, 0.0), bottom - SMALLEST)
    elif edges[1] > 0:
        bottom = max(min(bottom + down, 1.0), top + SMALLEST)
    # At the rim the least size may push beyond it.
    left, top = min(left, 1 - SMALLEST), min(top, 1 - SMALLEST)
    return (
        max(left, 0.0),
        max(top, 0.0),
        min(max(right, SMALLEST), 1.0),
        min(max(bottom, SMALLEST), 1.0),
    )
