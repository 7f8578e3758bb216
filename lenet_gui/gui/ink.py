"""A stroke while it grows, and a raster that keeps up with a drawing at the least cost."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from lenet_gui.engine.strokes import Raster
from lenet_gui.values import Stroke


class LiveStroke:
    """Points as they come from a pointer, in page units."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._points: list[tuple[float, float]] = []
        self._pressures: list[float] = []
        self._times: list[int] = []

    def __len__(self) -> int:
        return len(self._points)

    def append(self, x: float, y: float, pressure: float = math.nan, time: int = -1) -> None:
        self._points.append((x, y))
        self._pressures.append(pressure)
        self._times.append(time)

    def stroke(self, start: int = 0) -> Stroke:
        """The points from ``start`` on as a value."""
        return Stroke(
            np.array(self._points[start:], np.float32),
            np.array(self._pressures[start:], np.float32),
            np.array(self._times[start:], np.int32),
            self.width,
        )


class InkFollower:
    """Keeps a raster equal to strokes that are added, taken back and replaced.

    Only what is new is drawn, unless something was taken away.
    """

    def __init__(self, raster: Raster) -> None:
        self.raster = raster
        self._strokes: tuple[Stroke, ...] = ()
        self._live: LiveStroke | None = None
        self._live_points = 0

    def follow(
        self, strokes: Sequence[Stroke], live: LiveStroke | None
    ) -> tuple[int, int, int, int]:
        """Bring the raster up to date; returns what changed as (top, left, bottom, right)."""
        strokes = tuple(strokes)
        known = len(self._strokes)
        grown = len(strokes) >= known and all(
            old is new for old, new in zip(self._strokes, strokes, strict=False)
        )
        drawn = 0  # points of the next stroke that are there already, from when it was live
        if self._live is not None and live is not self._live:
            drawn = self._live_points
            grown = grown and len(strokes) == known + 1
            self._live, self._live_points = None, 0
        if not grown:
            self.raster.clear()
            known = drawn = 0
        boxes = []
        for stroke in strokes[known:]:
            boxes.append(self.raster.add(stroke, drawn))
            drawn = 0
        self._strokes = strokes
        if live is not None and len(live) > self._live_points:
            boxes.append(self.raster.add(live.stroke(max(self._live_points - 1, 0))))
            self._live, self._live_points = live, len(live)
        return _around(boxes) if grown else (0, 0, *self.raster.ink.shape)


def _around(boxes: list[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    """The smallest box around those that are not empty."""
    boxes = [box for box in boxes if box[2] > box[0]]
    if not boxes:
        return (0, 0, 0, 0)
    tops, lefts, bottoms, rights = zip(*boxes, strict=True)
    return min(tops), min(lefts), max(bottoms), max(rights)
