"""A photo reading: a photograph with the digits found in it; which of them is selected next."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.pages.values import Box, FoundDigit, PageLine, PageReading, Verdict

MAX_SHOWN_SIDE = 1600  # pixels: a window on a large screen shows no more, and scaling costs time
# The square around a region whose pixels are searched, as a multiple of its longer side: printed
# lines and thresholds need some paper beside the digits.
REGION_CONTEXT = 1.25
PhotoRegion = tuple[float, float, float, float]
"""left, top, right, bottom as fractions of a picture, 0..1."""


@dataclass(frozen=True, slots=True, eq=False)
class PhotoReading:
    """One frame with its reading.

    shown: the whole picture, averaged down to what a screen shows: uint8 (rows, columns), or of
    networks that see pictures (rows, columns, 3).
    size: (width, height) of the picture in its own pixels. origin: the (x, y) where the region
    begins that was read, in its pixels; the boxes of ``reading`` count from there. crowded: there
    was too much in it to read it live.
    """

    shown: ByteArray
    size: tuple[int, int]
    origin: tuple[int, int]
    reading: PageReading
    crowded: bool = False

    @property
    def whole(self) -> bool:
        """Whether the picture was read as one, by a network that sees pictures."""
        return self.shown.ndim == 3

    @property
    def digits(self) -> tuple[FoundDigit, ...]:
        return self.reading.digits

    def box(self, box: Box) -> Box:
        """Convert a box of the reading to pixels of the whole picture."""
        x, y, width, height = box
        return x + self.origin[0], y + self.origin[1], width, height

    def middle(self, found: FoundDigit) -> tuple[float, float]:
        """Return the middle (x, y) of a digit in pixels of the whole picture."""
        x, y, width, height = self.box(found.box)
        return x + width / 2, y + height / 2

    def rejected_at(self, x: float, y: float) -> tuple[Box, Verdict] | None:
        """Return the smallest rejected piece under a point of the whole picture, or None."""
        hits = [
            (box, verdict)
            for box, verdict in self.reading.rejected
            if 0 <= x - self.origin[0] - box[0] < box[2]
            and 0 <= y - self.origin[1] - box[1] < box[3]
        ]
        return min(hits, key=lambda hit: hit[0][2] * hit[0][3], default=None)

    def ink_in(self, box: Box) -> Picture:
        """Return the ink in a box of the reading, not turned upright, at full contrast."""
        stages = self.reading.stages
        left, top = (int(value / stages.scale) for value in box[:2])
        right = max(math.ceil((box[0] + box[2]) / stages.scale), left + 1)
        bottom = max(math.ceil((box[1] + box[3]) / stages.scale), top + 1)
        ink = np.where(stages.mask, stages.ink, 0)[top:bottom, left:right]
        peak = max(int(ink.max(initial=0)), 1)
        return Picture(
            (ink.astype(np.uint16) * 255 // peak).astype(np.uint8),
            (left * stages.scale, top * stages.scale),
            stages.scale,
        )

    def digit_at(self, x: float, y: float) -> FoundDigit | None:
        """Return the digit whose box contains a point of the whole picture, or None."""
        return self.reading.digit_at(x - self.origin[0], y - self.origin[1])


def averaged_down(pixels: ByteArray, most: int) -> ByteArray:
    """Return a picture, averaged down if its longer side exceeds ``most`` pixels."""
    factor = most / max(pixels.shape[:2])
    if factor >= 1:
        return pixels
    rows, columns = (max(1, round(side * factor)) for side in pixels.shape[:2])
    return np.asarray(cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)


def cut_region(grey: ByteArray, region: PhotoRegion) -> tuple[ByteArray, tuple[int, int]]:
    """Cut a region with some context out of a picture. Return it and the (x, y) of its corner.

    Context matters where the region is narrow: page reading tells digits from clutter by their
    size relative to the picture.
    """
    rows, columns = grey.shape
    left, top, right, bottom = region_in_pixels(region, grey.shape)
    side = max(right - left, bottom - top) * REGION_CONTEXT
    across, down = max(side - (right - left), 0) / 2, max(side - (bottom - top), 0) / 2
    left, right = max(math.floor(left - across), 0), min(math.ceil(right + across), columns)
    top, bottom = max(math.floor(top - down), 0), min(math.ceil(bottom + down), rows)
    return grey[top:bottom, left:right], (left, top)


def keep_inside(
    reading: PageReading, origin: tuple[int, int], region: PhotoRegion, grey: ByteArray
) -> PageReading:
    """Drop the digits and rejected pieces whose middle lies outside a region of ``grey``."""
    left, top, right, bottom = region_in_pixels(region, grey.shape)

    def inside(box: Box) -> bool:
        x, y = origin[0] + box[0] + box[2] / 2, origin[1] + box[1] + box[3] / 2
        return left <= x < right and top <= y < bottom

    lines = [tuple(d for d in line.digits if inside(d.box)) for line in reading.lines]
    return replace(
        reading,
        lines=tuple(PageLine(digits) for digits in lines if digits),
        rejected=tuple((box, verdict) for box, verdict in reading.rejected if inside(box)),
    )


def region_in_pixels(region: PhotoRegion, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of a region of a picture of that shape, at least a pixel."""
    rows, columns = shape
    left, top = math.floor(region[0] * columns), math.floor(region[1] * rows)
    right, bottom = math.ceil(region[2] * columns), math.ceil(region[3] * rows)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def follow_digit(
    before: tuple[PhotoReading, FoundDigit] | None, photo: PhotoReading
) -> FoundDigit | None:
    """Return the digit to select in a new reading, or None if it has no digits.

    before: the previous reading and its selected digit. The selection follows that digit while it
    moves by less than its own size; else the largest digit near the middle is selected.
    """
    if not photo.digits:
        return None
    if before is not None:
        old, digit = before
        x, y = old.middle(digit)
        near = min(photo.digits, key=lambda found: math.dist((x, y), photo.middle(found)))
        if math.dist((x, y), photo.middle(near)) < max(digit.box[2:]):
            return near
    return max(photo.digits, key=lambda found: _prominence(photo, found))


def _prominence(photo: PhotoReading, found: FoundDigit) -> float:
    """Return the height of a digit, reduced by its distance from the middle.

    Digits without an answer come last (a tenth).
    """
    x, y = photo.middle(found)
    off = math.hypot(x / photo.size[0] - 0.5, y / photo.size[1] - 0.5)
    return found.box[3] * (1 - off) * (1.0 if found.label is not None else 0.1)
