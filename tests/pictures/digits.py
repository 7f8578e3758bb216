"""Single digits, as ink: written by a pen or scanned, of a size and width of its own each.

Only digits that the program reads on plain white paper are taken: what the corpus measures is
how their ink is found, and not what the network has learned.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from lenet_gui.gui.photos.photo_files import photograph_of
from tests.helpers import default_recognizer
from tests.photographs.writing import glyph, hand

CHECKED_SIDE = 90  # pixels: large enough to tell


@dataclass(frozen=True)
class Written:
    """A digit on its way to a picture. ink: float32 (rows, columns), 0..1, tightly cut."""

    label: str
    ink: np.ndarray


def written(height: float, g: np.random.Generator) -> Written:
    """Return some digit at about that height in pixels."""
    while True:
        digit, ink = glyph(hand(g), height, g)
        if _is_read(ink, str(digit)):
            return Written(str(digit), np.clip(ink, 0, 1))


def _is_read(ink: np.ndarray, label: str) -> bool:
    """Return whether command and window read a digit on plain paper."""
    scale = min(1.0, CHECKED_SIDE / max(ink.shape))
    small = cv2.resize(ink, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    room = np.pad(np.clip(small, 0, 1), max(8, round(max(small.shape) / 3)))
    grey = np.round(255 * (1 - room)).astype(np.uint8)
    opened = photograph_of(label, grey, default_recognizer())
    return (
        opened.picture is not None and default_recognizer().recognize(opened.picture).label == label
    )


@dataclass(frozen=True)
class Placed:
    """A digit in its place. ink: float32 (rows, columns) of the picture, 0..1.

    box: left, top, right and bottom of the digit in pixels.
    """

    label: str
    ink: np.ndarray
    box: tuple[int, int, int, int]


SIZES = ((60, 60), (84, 64), (120, 160), (200, 200), (300, 240), (400, 400), (640, 480))
LARGE = ((900, 1200), (1280, 720), (1600, 1200), (2000, 1500))


def size_of(g: np.random.Generator) -> tuple[int, int]:
    """Return columns and rows of some picture; one of six is large."""
    sizes = LARGE if g.random() < 1 / 6 else SIZES
    return sizes[int(g.integers(len(sizes)))]


def placed(
    g: np.random.Generator, room: float = 0.1, size: tuple[int, int] | None = None
) -> Placed:
    """Put some digit near the middle of a picture, with at least ``room`` of its side around."""
    columns, rows = size or size_of(g)
    shorter = min(columns, rows)
    most = shorter * (1 - 2 * room)
    one = written(max(18.0, most * float(g.uniform(0.45, 0.95))), g)
    while max(one.ink.shape) > most + 4:
        one = written(max(18.0, most * 0.6), g)
    high, wide = one.ink.shape
    x = _near_middle(columns, wide, room * shorter, g)
    y = _near_middle(rows, high, room * shorter, g)
    ink = np.zeros((rows, columns), np.float32)
    ink[y : y + high, x : x + wide] = one.ink
    return Placed(one.label, ink, (x, y, x + wide, y + high))


def _near_middle(length: int, side: int, room: float, g: np.random.Generator) -> int:
    free = max(0.0, (length - side) / 2 - room)
    return round((length - side) / 2 + float(g.uniform(-0.7, 0.7)) * free)
