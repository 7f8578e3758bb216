"""A stroke in progress, and a raster that keeps up with a drawing and draws only what is new."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.rasterizer import Raster

PixelBox = tuple[int, int, int, int]  # top, left, bottom, right in pixels, end exclusive


class LiveStroke:
    """A stroke in progress: points as they come from a pointer, in page units."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.cuts = 0  # how often ``cut`` was called
        self._points: list[tuple[float, float]] = []
        self._pressures: list[float] = []
        self._times: list[int] = []

    def __len__(self) -> int:
        return len(self._points)

    def append(self, x: float, y: float, pressure: float = math.nan, time: int = -1) -> None:
        """Add a point. pressure: 0 to 1, or NaN if it is unknown; time: ms, or -1."""
        self._points.append((x, y))
        self._pressures.append(pressure)
        self._times.append(time)

    def cut(self, count: int) -> None:
        """Keep only the first ``count`` points."""
        for values in (self._points, self._pressures, self._times):
            del values[count:]
        self.cuts += 1

    def stroke(self, start: int = 0) -> Stroke:
        """Return the points from ``start`` on as a value."""
        return Stroke(
            np.array(self._points[start:], np.float32),
            np.array(self._pressures[start:], np.float32),
            np.array(self._times[start:], np.int32),
            self.width,
        )


class InkFollower:
    """Keeps a raster equal to a drawing that grows, is undone and is replaced.

    Only what is new is drawn, unless something was removed.
    """

    def __init__(self, raster: Raster) -> None:
        self.raster = raster
        self._drawing = Drawing()
        self._live: LiveStroke | None = None
        self._live_points = 0
        self._live_cuts = 0
        self._without_live = raster.ink

    def follow(self, drawing: Drawing, live: LiveStroke | None) -> PixelBox:
        """Bring the raster up to date, and return the box of the pixels that may have changed."""
        whole = (0, 0, *self.raster.ink.shape)
        known, strokes = self._drawing.strokes, drawing.strokes
        ended = self._live is not None and live is not self._live
        # undo and redo can come while a stroke is in progress
        changed_below = live is not None and live is self._live and drawing is not self._drawing
        grown = (
            not changed_below
            and drawing.picture is self._drawing.picture
            and len(strokes) >= len(known)
            and all(old is new for old, new in zip(known, strokes, strict=False))
            and not (ended and not self._kept(strokes[len(known) :]))
        )
        drawn = self._live_points if ended else 0
        if ended or changed_below:
            self._live, self._live_points = None, 0
        if not grown:
            self.raster.put(drawing.picture)
            known, drawn = (), 0
        boxes = []
        for stroke in strokes[len(known) :]:
            boxes.append(self.raster.add(stroke, drawn))
            drawn = 0
        self._drawing = drawing
        if live is not None:
            grown = self._follow_live(live, boxes) and grown
        return _around(boxes) if grown else whole

    def _kept(self, new: Sequence[Stroke]) -> bool:
        """Return whether the new strokes are one, the stroke that was in progress and is drawn."""
        if self._live is None or len(new) != 1:
            return False
        if self._live.cuts != self._live_cuts:
            return False  # points that were cut since then are still in the raster
        live = self._live.stroke()
        if self._live_points == 1 and len(live.points) > 1:
            return False  # only its dot was drawn
        return (
            new[0].width == live.width
            and np.array_equal(new[0].points, live.points)
            and np.array_equal(new[0].pressures, live.pressures, equal_nan=True)
        )

    def _follow_live(self, live: LiveStroke, boxes: list[PixelBox]) -> bool:
        """Draw the new points of the stroke in progress. Return False if some were cut."""
        if live is not self._live:
            self._live, self._live_points, self._live_cuts = live, 0, live.cuts
            self._without_live = self.raster.ink.copy()
        cut = live.cuts != self._live_cuts
        if cut:
            self.raster.ink[:] = self._without_live
            self._live_points, self._live_cuts = 0, live.cuts
        if self._live_points == 1 and len(live) > 1:
            self.raster.ink[:] = (
                self._without_live
            )  # the dot, whose rounding differs from a line's end
            self._live_points = 0
        if len(live) > self._live_points:
            boxes.append(self.raster.add(live.stroke(max(self._live_points - 1, 0))))
            self._live_points = len(live)
        return not cut


def _around(boxes: list[PixelBox]) -> PixelBox:
    """Return the smallest box around those that are not empty."""
    boxes = [box for box in boxes if box[2] > box[0]]
    if not boxes:
        return (0, 0, 0, 0)
    tops, lefts, bottoms, rights = zip(*boxes, strict=True)
    return min(tops), min(lefts), max(bottoms), max(rights)
