"""A picture with what was read in it, and the digit in it that is looked at."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.pages.values import Box, FoundDigit, PageLine, PageReading, Verdict

LARGEST_SHOWN = 1600  # pixels on the longer side of what is painted; a screen shows no more
CONTEXT = 1.25  # of the longer side of the part that is read, so much is looked at
Part = tuple[float, float, float, float]
"""left, top, right, bottom as parts of a picture, 0..1."""


@dataclass(frozen=True, slots=True, eq=False)
class PhotoReading:
    """What was seen at one moment.

    grey: the whole picture, uint8 (rows, columns), averaged down to what a screen shows.
    size: (width, height) of the picture in its own pixels. origin: where in it the part begins
    that was read, in its pixels; the boxes of ``reading`` count from there.
    """

    grey: ByteArray
    size: tuple[int, int]
    origin: tuple[int, int]
    reading: PageReading

    @property
    def digits(self) -> tuple[FoundDigit, ...]:
        return self.reading.digits

    def box(self, box: Box) -> Box:
        """A box of the reading in pixels of the whole picture."""
        x, y, width, height = box
        return x + self.origin[0], y + self.origin[1], width, height

    def middle(self, found: FoundDigit) -> tuple[float, float]:
        """Where a digit is, in pixels of the whole picture."""
        x, y, width, height = self.box(found.box)
        return x + width / 2, y + height / 2

    def rejected_at(self, x: float, y: float) -> tuple[Box, Verdict] | None:
        """Ink that was rejected, under a point of the whole picture; of several the smallest."""
        hits = [
            (box, verdict)
            for box, verdict in self.reading.rejected
            if 0 <= x - self.origin[0] - box[0] < box[2]
            and 0 <= y - self.origin[1] - box[1] < box[3]
        ]
        return min(hits, key=lambda hit: hit[0][2] * hit[0][3], default=None)

    def ink_in(self, box: Box) -> Picture:
        """What is taken for ink in a box of the reading, as it lies there."""
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
        """The digit whose box contains a point of the whole picture."""
        return self.reading.digit_at(x - self.origin[0], y - self.origin[1])


def shown_copy(grey: ByteArray) -> ByteArray:
    """The picture, or one with fewer pixels."""
    factor = LARGEST_SHOWN / max(grey.shape)
    if factor >= 1:
        return grey
    rows, columns = (max(1, round(side * factor)) for side in grey.shape)
    return np.asarray(cv2.resize(grey, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8)


def cut_out(grey: ByteArray, part: Part) -> tuple[ByteArray, tuple[int, int]]:
    """The pixels in a part of a picture and around it, and the (x, y) of the first.

    A digit is told from clutter by its size beside the picture's, and the frame may be narrow.
    """
    rows, columns = grey.shape
    left, top, right, bottom = _in_pixels(part, grey.shape)
    side = max(right - left, bottom - top) * CONTEXT
    across, down = max(side - (right - left), 0) / 2, max(side - (bottom - top), 0) / 2
    left, right = max(math.floor(left - across), 0), min(math.ceil(right + across), columns)
    top, bottom = max(math.floor(top - down), 0), min(math.ceil(bottom + down), rows)
    return grey[top:bottom, left:right], (left, top)


def within(
    reading: PageReading, origin: tuple[int, int], part: Part, grey: ByteArray
) -> PageReading:
    """Without what has its middle outside that part of the picture ``grey``."""
    left, top, right, bottom = _in_pixels(part, grey.shape)

    def inside(box: Box) -> bool:
        x, y = origin[0] + box[0] + box[2] / 2, origin[1] + box[1] + box[3] / 2
        return left <= x < right and top <= y < bottom

    lines = [tuple(d for d in line.digits if inside(d.box)) for line in reading.lines]
    return replace(
        reading,
        lines=tuple(PageLine(digits) for digits in lines if digits),
        rejected=tuple((box, verdict) for box, verdict in reading.rejected if inside(box)),
    )


def _in_pixels(part: Part, shape: tuple[int, ...]) -> tuple[int, int, int, int]:
    rows, columns = shape
    left, top = math.floor(part[0] * columns), math.floor(part[1] * rows)
    right, bottom = math.ceil(part[2] * columns), math.ceil(part[3] * rows)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def followed(
    before: tuple[PhotoReading, FoundDigit] | None, photo: PhotoReading
) -> FoundDigit | None:
    """The digit that is looked at now: the one from before if it is still about there, else
    the largest near the middle."""
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
    """Height, less the farther from the middle; the unread come last."""
    x, y = photo.middle(found)
    off = math.hypot(x / photo.size[0] - 0.5, y / photo.size[1] - 0.5)
    return found.box[3] * (1 - off) * (1.0 if found.label is not None else 0.1)
