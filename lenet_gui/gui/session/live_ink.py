"""A stroke in progress, and a raster that keeps up with a drawing and draws only what is new."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lenet_gui.common.values import BLACK, Colour, Drawing, Stroke
from lenet_gui.engine.ink.rasterizer import NO_PIXELS, PixelBox, Raster

SHAPING = 2  # points before the first new one: the segment to it, and the curve's direction there


class LiveStroke:
    """A stroke in progress: points as they come from a pointer, in page units."""

    def __init__(self, width: float, colour: Colour = BLACK) -> None:
        self.width, self.colour = width, colour
        self.cuts = 0  # how often points were removed
        self._points: list[tuple[float, float]] = []
        self._pressures: list[float] = []
        self._times: list[int] = []
        self._ends_straight = False

    def __len__(self) -> int:
        return len(self._points)

    def append(
        self,
        x: float,
        y: float,
        pressure: float = math.nan,
        time: int = -1,
        straight_from: int | None = None,
    ) -> None:
        """Add a point. pressure: 0 to 1, or NaN if it is unknown; time: ms, or -1.

        straight_from: how many points stay; this one replaces the others, and the line to it is
        straight.
        """
        if straight_from is not None:
            for values in (self._points, self._pressures, self._times):
                del values[straight_from:]
            self.cuts += 1
            self._make_corner()
        elif self._ends_straight and (x, y) != self._points[-1]:
            self._make_corner()
        self._ends_straight = straight_from is not None
        self._add(x, y, pressure, time)

    def _make_corner(self) -> None:
        """Double the last point, unless it is a corner already: the curve ends its bend there."""
        if len(self._points) > 1 and self._points[-1] != self._points[-2]:
            self._add(*self._points[-1], self._pressures[-1], self._times[-1])

    def _add(self, x: float, y: float, pressure: float, time: int) -> None:
        self._points.append((x, y))
        self._pressures.append(pressure)
        self._times.append(time)

    def stroke(self, start: int = 0) -> Stroke:
        """Return the points from ``start`` on as a value."""
        return Stroke(
            np.array(self._points[start:], np.float32),
            np.array(self._pressures[start:], np.float32),
            np.array(self._times[start:], np.int32),
            self.width,
            True,
            self.colour,
        )


class InkFollower:
    """Keeps a raster equal to a drawing that grows, is undone and is replaced.

    Only what is new is drawn, unless something was removed.
    """

    def __init__(self, raster: Raster) -> None:
        self.raster = raster
        self._drawing = Drawing()
        self._live: LiveStroke | None = None
        self._inked = 0  # points of the live stroke that the finished ink reaches
        self._followed = 0  # points of it that the raster shows
        self._cuts = 0
        self._without_live = raster.ink

    def follow(self, drawing: Drawing, live: LiveStroke | None) -> PixelBox:
        """Bring the raster up to date, and return the box of the pixels that may have changed."""
        boxes: list[PixelBox] = []
        known, strokes = self._drawing.strokes, drawing.strokes
        same_below = (
            drawing.picture is self._drawing.picture
            and len(strokes) >= len(known)
            and all(old is new for old, new in zip(known, strokes, strict=False))
        )
        ended = self._live is not None and live is not self._live
        kept = ended and same_below and self._kept(strokes[len(known) :])
        # undo and redo can come while a stroke is in progress
        changed_below = live is not None and live is self._live and drawing is not self._drawing
        grown = same_below and not changed_below and (kept or not ended)
        whole = not grown
        if kept and self._live is not None:
            whole = self._follow_live(self._live, boxes)
            known = strokes
        if ended or changed_below:
            self._live = None
            self.raster.keep()
        if not grown:
            self.raster.put(drawing.picture)
            known = ()
        boxes += [self.raster.add(stroke) for stroke in strokes[len(known) :]]
        self._drawing = drawing
        if live is not None:
            whole = self._follow_live(live, boxes) or whole
        return (0, 0, *self.raster.ink.shape) if whole else around(boxes)

    def _kept(self, new: Sequence[Stroke]) -> bool:
        """Return whether the new strokes are one: that which was in progress."""
        if self._live is None or len(new) != 1:
            return False
        live = self._live.stroke()
        return (
            new[0].width == live.width
            and new[0].curved == live.curved
            and new[0].colour == live.colour
            and np.array_equal(new[0].points, live.points)
            and np.array_equal(new[0].pressures, live.pressures, equal_nan=True)
        )

    def _follow_live(self, live: LiveStroke, boxes: list[PixelBox]) -> bool:
        """Draw the new points of the stroke in progress. Return True if some were removed.

        The segment to the newest point is drawn for now: its curve changes with the next point. A
        dot is, too, since the rounding of its edge differs from that of a line's end.
        """
        if live is not self._live:
            self._live, self._inked, self._followed, self._cuts = live, 0, 0, live.cuts
            self._without_live = self.raster.ink.copy()
        cut = live.cuts != self._cuts
        if cut:
            self.raster.take_back()
            self.raster.ink[:] = self._without_live
            self._inked, self._followed, self._cuts = 0, 0, live.cuts
        if len(live) > self._followed:
            first = max(self._inked - SHAPING, 0)
            end = live.stroke(first)
            boxes.append(self.raster.take_back())
            boxes.append(self.raster.add(end, self._inked - first, len(live) - 1 - first))
            boxes.append(self.raster.add_for_now(end, len(live) - 1 - first))
            self._inked, self._followed = len(live) - 1, len(live)
        return cut


def around(boxes: list[PixelBox]) -> PixelBox:
    """Return the smallest box around those that are not empty."""
    boxes = [box for box in boxes if box[2] > box[0]]
    if not boxes:
        return NO_PIXELS
    tops, lefts, bottoms, rights = zip(*boxes, strict=True)
    return min(tops), min(lefts), max(bottoms), max(rights)
