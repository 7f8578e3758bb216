"""The guide frame: only what lies in it is read. Mouse and keys move and resize it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from lenet_gui.gui.photos.photo_painter import PhotoPlacement, guide_rect
from lenet_gui.gui.photos.photo_reading import PhotoRegion

# Large enough for a page held freely, small enough that the desk around it is left out.
DEFAULT_REGION: PhotoRegion = (0.2, 0.2, 0.8, 0.8)
MIN_FRAME_SIDE = 0.05  # of the picture's side: a frame this small can still be grabbed
GRAB_DISTANCE = 10.0  # pixels between the pointer and an edge that it grabs
KEY_STEP = 0.02  # of the picture's side, per press of an arrow key

_EDGES = {(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (1, 1), (-1, 1), (1, -1)}
_KEYS = {
    Qt.Key.Key_Left: (-KEY_STEP, 0.0),
    Qt.Key.Key_Right: (KEY_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -KEY_STEP),
    Qt.Key.Key_Down: (0.0, KEY_STEP),
}


class GuideFrame:
    """A rectangle over a picture; ``region`` is its place as fractions of the picture."""

    def __init__(self) -> None:
        self.region: PhotoRegion = DEFAULT_REGION
        self._held: tuple[int, int] | None = None  # the grabbed edges, as edges_at returns them
        self._from = (0.0, 0.0)
        self._before = DEFAULT_REGION

    @property
    def dragged(self) -> bool:
        return self._held is not None

    def edges_at(self, place: PhotoPlacement, point: QPointF) -> tuple[int, int] | None:
        """Return the edges near a point of the widget, or None.

        The first number is -1 for the left edge, 1 for the right one; the second is -1 for the
        top, 1 for the bottom; 0 is neither. In a mirrored picture left and right are the
        picture's own.
        """
        rect = guide_rect(place, self.region)
        if not rect.adjusted(-GRAB_DISTANCE, -GRAB_DISTANCE, GRAB_DISTANCE, GRAB_DISTANCE).contains(
            point
        ):
            return None
        across = _side(point.x(), rect.left(), rect.right())
        down = _side(point.y(), rect.top(), rect.bottom())
        if place.mirrored:
            across = -across
        return (across, down) if (across, down) in _EDGES else None

    def take_hold(self, place: PhotoPlacement, point: QPointF) -> bool:
        """Grab the edges near a point of the widget. Return whether there are any."""
        self._held = self.edges_at(place, point)
        self._from, self._before = place.to_picture(point), self.region
        return self.dragged

    def drag(self, place: PhotoPlacement, point: QPointF) -> None:
        """Move the grabbed edges along with the pointer."""
        if self._held is None:
            return
        x, y = place.to_picture(point)
        across = (x - self._from[0]) / place.size[0]
        down = (y - self._from[1]) / place.size[1]
        self.region = _resized(self._before, self._held, across, down)

    def let_go(self) -> None:
        self._held = None

    def span(self, place: PhotoPlacement, start: QPointF, end: QPointF) -> None:
        """Draw a new frame from corner to corner, unless it is too small to be meant."""
        rect = QRectF(start, end).normalized().intersected(place.rect)
        if rect.width() < GRAB_DISTANCE or rect.height() < GRAB_DISTANCE:
            return
        ends = [place.to_picture(corner) for corner in (rect.topLeft(), rect.bottomRight())]
        across = sorted(x / place.size[0] for x, _ in ends)
        down = sorted(y / place.size[1] for _, y in ends)
        whole = (across[0], down[0], across[1], down[1])
        self.region = _resized(whole, (1, 1), 0.0, 0.0)

    def press_key(self, key: Qt.Key, resize: bool, mirrored: bool) -> bool:
        """Move the frame, or its lower right corner, by an arrow key.

        Return whether the key is an arrow key.
        """
        if key not in _KEYS:
            return False
        across, down = _KEYS[key]
        across = -across if mirrored else across
        if resize:
            self.region = _resized(self.region, (1, 1), across, down)
        else:
            left, top, right, bottom = self.region
            across = min(max(across, -left), 1 - right)
            down = min(max(down, -top), 1 - bottom)
            self.region = (left + across, top + down, right + across, bottom + down)
        return True


def _side(value: float, low: float, high: float) -> int:
    if abs(value - low) <= GRAB_DISTANCE:
        return -1
    return 1 if abs(value - high) <= GRAB_DISTANCE else 0


def _resized(
    region: PhotoRegion, edges: tuple[int, int], across: float, down: float
) -> PhotoRegion:
    left, top, right, bottom = region
    if edges[0] < 0:
        left = min(max(left + across, 0.0), right - MIN_FRAME_SIDE)
    elif edges[0] > 0:
        right = max(min(right + across, 1.0), left + MIN_FRAME_SIDE)
    if edges[1] < 0:
        top = min(max(top + down, 0.0), bottom - MIN_FRAME_SIDE)
    elif edges[1] > 0:
        bottom = max(min(bottom + down, 1.0), top + MIN_FRAME_SIDE)
    # Near the rim of the picture the minimum size may have pushed an edge beyond it.
    left, top = min(left, 1 - MIN_FRAME_SIDE), min(top, 1 - MIN_FRAME_SIDE)
    return (
        max(left, 0.0),
        max(top, 0.0),
        min(max(right, MIN_FRAME_SIDE), 1.0),
        min(max(bottom, MIN_FRAME_SIDE), 1.0),
    )
