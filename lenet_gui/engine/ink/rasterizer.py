"""The rasterizer: strokes to ink, the same for the screen, for recognition and for training.

A stroke is a chain of capsules: the points within reach of a segment, the reach changing with
the pressure from one end to the other. A pixel's ink is the part of it that is covered, taken
from the distance of its centre, so lines are antialiased at any size. A curved stroke is flattened
to such a chain, as finely as the pixels are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from lenet_gui.common.values import ByteArray, Drawing, FloatArray, Picture, Stroke
from lenet_gui.engine.ink.curves import flattened

PAGE_SIDE = 560.0  # side of the page to draw on, in page units
PEN_WIDTH = 36.0  # default width of the pen in page units
RECOGNITION_SCALE = 0.5  # pixels per page unit, for recognition
MIN_SEGMENT = 1e-3  # pixels; a shorter segment has no direction and is drawn as a point
NEAR_ENOUGH = 0.5  # page units that the eraser may be off on a curve
FLATNESS = 0.15  # pixels that a flattened curve may be off
MIN_PRESSURE_WIDTH = 0.4  # width at pressure 0, as a fraction of the full width

PixelBox: TypeAlias = tuple[int, int, int, int]
"""Top, left, bottom, right in pixels, ends exclusive."""
NO_PIXELS: PixelBox = (0, 0, 0, 0)
_Chain: TypeAlias = tuple[list[float], list[float], list[float]]


class Raster:
    """A growing picture of strokes: uint8 ``ink`` (rows, columns), 255 = covered.

    Pixel (row, column) covers page units from ``origin + (column, row) / scale`` on.
    """

    def __init__(
        self,
        rows: int,
        columns: int,
        scale: float,
        origin: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.ink = np.zeros((rows, columns), np.uint8)
        self.scale = scale
        self.origin = origin
        self._below: tuple[PixelBox, ByteArray] | None = None  # ink under what may be taken back

    @classmethod
    def of_page(cls, size: tuple[float, float], scale: float) -> Raster:
        """Make an empty raster of a page, size (width, height), ``scale`` pixels per unit."""
        return cls(math.ceil(size[1] * scale), math.ceil(size[0] * scale), scale)

    def put(self, picture: Picture | None) -> None:
        """Replace all ink by a picture fitted into the page, or by nothing."""
        self.keep()
        self.ink[:] = 0
        if picture is None or not picture.ink.size:
            return
        put_fitted(picture.ink, self.ink)

    def add(self, stroke: Stroke, start: int = 0, stop: int | None = None) -> PixelBox:
        """Ink a stroke from the point with index ``start`` on, and the segment before it.

        stop: index of the first point that is not reached; it shapes the curve before it all the
        same. Return the box of the pixels that may have changed, clipped.
        """
        chain = self._chain(stroke, start, stop)
        self._ink(chain)
        return self._box(chain)

    def add_for_now(self, stroke: Stroke, start: int) -> PixelBox:
        """Ink a stroke as ``add`` does; what was below its ink comes back by ``take_back``."""
        chain = self._chain(stroke, start, None)
        box = top, left, bottom, right = self._box(chain)
        self._below = box, self.ink[top:bottom, left:right].copy()
        self._ink(chain)
        return box

    def take_back(self) -> PixelBox:
        """Remove what was added for now, if anything was, and return the box of its pixels."""
        if self._below is None:
            return NO_PIXELS
        box, ink = self._below
        self._below = None
        top, left, bottom, right = box
        self.ink[top:bottom, left:right] = ink
        return box

    def keep(self) -> None:
        """Keep what was added for now."""
        self._below = None

    def picture(self) -> Picture:
        """Return a copy of the ink as a picture."""
        return Picture(self.ink.copy(), self.origin, 1.0 / self.scale)

    def _chain(self, stroke: Stroke, start: int, stop: int | None) -> _Chain:
        """Return x, y and radius of the ends of straight segments in pixels: lists of one length.

        They are the ends of capsules, or one point, which is a dot; or there are none.
        """
        stop = len(stroke.points) if stop is None else stop
        if start >= stop or (stop == 1 and len(stroke.points) > 1):
            return [], [], []
        outline, reach = line_of(stroke, FLATNESS / self.scale, max(start - 1, 0), stop)
        points = (outline - self.origin) * self.scale
        return points[:, 0].tolist(), points[:, 1].tolist(), (reach * self.scale).tolist()

    def _ink(self, chain: _Chain) -> None:
        if len(chain[0]) == 1:
            x, y, radius = chain[0][0], chain[1][0], chain[2][0]
            self._capsule(x, y, radius, x, y, radius)
        for begin, end in pairwise(zip(*chain, strict=True)):
            self._capsule(*begin, *end)

    def _box(self, chain: _Chain) -> PixelBox:
        """Return the smallest box around the ink of a chain, clipped to the raster."""
        if not chain[0]:
            return NO_PIXELS
        x, y, radii = map(np.array, chain)
        left, top = (max(math.floor((v - radii).min() - 0.5), 0) for v in (x, y))
        right = min(math.ceil((x + radii).max() + 0.5), self.ink.shape[1])
        bottom = min(math.ceil((y + radii).max() + 0.5), self.ink.shape[0])
        return NO_PIXELS if left >= right or top >= bottom else (top, left, bottom, right)

    def _capsule(self, x0: float, y0: float, r0: float, x1: float, y1: float, r1: float) -> None:
        left = max(math.floor(min(x0 - r0, x1 - r1) - 0.5), 0)
        top = max(math.floor(min(y0 - r0, y1 - r1) - 0.5), 0)
        right = min(math.ceil(max(x0 + r0, x1 + r1) + 0.5), self.ink.shape[1])
        bottom = min(math.ceil(max(y0 + r0, y1 + r1) + 0.5), self.ink.shape[0])
        if left >= right or top >= bottom:
            return
        x = np.arange(left, right, dtype=np.float32) + np.float32(0.5 - x0)
        y = (np.arange(top, bottom, dtype=np.float32) + np.float32(0.5 - y0))[:, None]
        dx, dy = x1 - x0, y1 - y0
        length = dx * dx + dy * dy
        if length > MIN_SEGMENT**2:
            along = np.clip(
                x * np.float32(dx / length) + y * np.float32(dy / length),
                np.float32(0),
                np.float32(1),
            )
            distance = np.hypot(x - along * np.float32(dx), y - along * np.float32(dy))
            inside = along * np.float32(r1 - r0) + np.float32(r0 + 0.5) - distance
        else:
            inside = np.float32(max(r0, r1) + 0.5) - np.hypot(x, y)
        covered = (np.clip(inside, 0, 1) * np.float32(255) + np.float32(0.5)).astype(np.uint8)
        patch = self.ink[top:bottom, left:right]
        np.maximum(patch, covered, out=patch)


def put_fitted(image: ByteArray, page: ByteArray) -> None:
    """Put an image into the middle of a page, as large as it fits.

    image, page: uint8 (rows, columns), or (rows, columns, 3) both.
    """
    from PIL import Image  # imported late: it costs start-up time, and only pictures need it

    rows, columns = page.shape[:2]
    factor = min(rows / image.shape[0], columns / image.shape[1])
    height, width = (max(1, round(side * factor)) for side in image.shape[:2])
    # Enlarged MNIST digits keep their square pixels; photographs are smoothed.
    kind = Image.Resampling.NEAREST if factor > 4 else Image.Resampling.BILINEAR
    fitted = np.asarray(Image.fromarray(image).resize((width, height), kind))
    top, left = (rows - height) // 2, (columns - width) // 2
    page[top : top + height, left : left + width] = fitted


def line_of(
    stroke: Stroke, tolerance: float, start: int = 0, stop: int | None = None
) -> tuple[FloatArray, FloatArray]:
    """Return a stroke as straight segments: float (M, 2), page units, and the radius there, (M,).

    tolerance: how far the line of a curved stroke may be off, in page units. start, stop: indices
    of the points between which the line is returned. Unknown pressure counts as full.
    """
    pressures = np.where(np.isnan(stroke.pressures), 1.0, stroke.pressures)
    radii = stroke.width / 2 * (MIN_PRESSURE_WIDTH + (1 - MIN_PRESSURE_WIDTH) * pressures)
    if stroke.curved:
        return flattened(stroke.points, radii, tolerance, start, stop)
    return stroke.points[start:stop], radii[start:stop]


def drawing_picture(drawing: Drawing, scale: float = RECOGNITION_SCALE) -> Picture:
    """Return what is recognized of a drawing: the page at ``scale`` pixels per unit.

    A drawing with a picture and no strokes is recognized by that picture, unresampled.
    """
    if drawing.picture is not None and not drawing.strokes:
        return drawing.picture
    raster = Raster.of_page(drawing.size, scale)
    raster.put(drawing.picture)
    for stroke in drawing.strokes:
        raster.add(stroke)
    return raster.picture()


def ink_picture(strokes: Sequence[Stroke], scale: float = RECOGNITION_SCALE) -> Picture:
    """Rasterize only the part of the page with ink: recognized alike, at less cost."""
    points = np.concatenate([line_of(stroke, FLATNESS / scale)[0] for stroke in strokes])
    room = max(stroke.width for stroke in strokes) / 2 + 2 / scale
    low, high = points.min(axis=0) - room, points.max(axis=0) + room
    low = np.floor(low * scale) / scale  # align with the pixels of the whole page
    columns, rows = np.ceil((high - low) * scale).astype(int)
    raster = Raster(int(rows), int(columns), scale, (float(low[0]), float(low[1])))
    for stroke in strokes:
        raster.add(stroke)
    return raster.picture()


def fit_to_page(lines: Sequence[np.ndarray], part: float = 0.65) -> list[np.ndarray]:
    """Move and scale lines of points, (N, 2) each in any units, onto the page.

    The longer side of their bounding box becomes ``part`` of the page's side, in its middle.
    """
    points = np.concatenate(lines).astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    extent = float((high - low).max())
    factor = part * PAGE_SIDE / extent if extent > 0 else 1.0
    middle = (low + high) / 2
    return [((line - middle) * factor + PAGE_SIDE / 2).astype(np.float32) for line in lines]


def drawn(lines: Sequence[np.ndarray], width: float = PEN_WIDTH) -> Drawing:
    """Make a drawing from lines of points, (N, 2) each in any units."""
    return Drawing(tuple(make_stroke(line, width) for line in fit_to_page(lines)))


def touched_by(strokes: Sequence[Stroke], x: float, y: float, reach: float) -> list[int]:
    """Return the indices of the strokes whose ink comes within ``reach`` of (x, y), page units."""
    return [
        index
        for index, stroke in enumerate(strokes)
        if _may_touch(stroke, x, y, reach)
        and _distance_to_line(line_of(stroke, NEAR_ENOUGH)[0], x, y) <= reach + stroke.width / 2
    ]


def _may_touch(stroke: Stroke, x: float, y: float, reach: float) -> bool:
    """Return whether (x, y) is near the box around a stroke; no more can be said without its line.

    A curve leaves the box around its points by less than the longest of its segments.
    """
    room = reach + stroke.width / 2
    if stroke.curved and len(stroke.points) > 2:
        steps = np.diff(stroke.points, axis=0)
        room += float(np.hypot(steps[:, 0], steps[:, 1]).max())
    low, high = stroke.points.min(axis=0), stroke.points.max(axis=0)
    return bool((low - room <= (x, y)).all() and ((x, y) <= high + room).all())


def _distance_to_line(points: np.ndarray, x: float, y: float) -> float:
    """Return the distance of (x, y) from the line through the points (N, 2)."""
    starts = points.astype(np.float64) - (x, y)
    if len(points) == 1:
        return float(np.hypot(*starts[0]))
    steps = np.diff(starts, axis=0)
    lengths = (steps**2).sum(axis=1)
    along = -(starts[:-1] * steps).sum(axis=1) / np.where(lengths > 0, lengths, 1.0)
    nearest = starts[:-1] + np.clip(along, 0, 1)[:, None] * steps
    return float(np.hypot(nearest[:, 0], nearest[:, 1]).min())


def thin_points(points: np.ndarray, apart: float = 1.5) -> np.ndarray:
    """Return the indices of points to keep, int64: both ends, and each ``apart`` from the last one.

    Tablets send many points per page unit; closer ones cost time and change nothing.
    """
    kept = [0]
    for here, (x, y) in enumerate(points.tolist()):
        last_x, last_y = points[kept[-1]].tolist()
        if abs(x - last_x) + abs(y - last_y) >= apart:
            kept.append(here)
    if len(points) > 1 and kept[-1] != len(points) - 1:
        kept.append(len(points) - 1)
    return np.array(kept)


def make_stroke(
    points: Sequence[Sequence[float]] | np.ndarray,
    width: float = PEN_WIDTH,
    pressures: Sequence[float] | np.ndarray | None = None,
    times: Sequence[int] | np.ndarray | None = None,
    curved: bool = False,
) -> Stroke:
    """Make a stroke of points (N, 2); pressures and times are unknown unless given."""
    array = np.asarray(points, np.float32).reshape(-1, 2)
    count = len(array)
    return Stroke(
        array,
        np.full(count, np.nan, np.float32)
        if pressures is None
        else np.asarray(pressures, np.float32),
        np.full(count, -1, np.int32) if times is None else np.asarray(times, np.int32),
        float(width),
        curved,
    )
