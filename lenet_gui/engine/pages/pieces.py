"""Pieces of ink: one component or several, turned upright.

The *upright frame* is the working copy turned by the page's angle around its origin: lines of
digits run along it. Pieces keep their place in it, so that joining is laying one on another.

The numbers are hand-set; none was fitted.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.pages.components import Components

RIM = 40  # of 255: paler ink is the rim of a stroke, and connects nothing
LEAST_SHARE = 0.35  # of the largest part's area: a smaller part is a crumb that a cut left over
# Width of strokes as a fraction of the digit's longer side: thinner strokes are widened to
# MNIST's, which are about 2 of 20 pixels wide.
THIN, WANTED = 1 / 12.0, 1 / 10.0
FULL_INK = 0.8  # quantile of a component's ink that tells its strength: strokes have pale rims
PALE = 0.25  # of that strength: paler is paper


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A piece of ink, tightly cut.

    ink: uint8 (rows, columns), 255 = the strongest. x, y: its upper left corner in the upright
    frame. strength: contrast with the paper, 0..255. cut: it touches the picture's edge.
    stroke: width of its strokes in pixels. rough: how uneven the paper around it is, as a fraction
    of its contrast; a part cut out of a piece keeps the value of the whole. steady: the darkest
    paper around it, as a fraction of the lightest. on_sheet: it does not lie beside the sheet.
    """

    ink: ByteArray
    x: int
    y: int
    strength: float
    cut: bool
    stroke: float
    rough: float
    steady: float
    on_sheet: bool = True

    @property
    def width(self) -> int:
        return int(self.ink.shape[1])

    @property
    def height(self) -> int:
        return int(self.ink.shape[0])

    @property
    def side(self) -> int:
        return max(self.width, self.height)

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def picture(self) -> Picture:
        """Return the ink to be recognized, thin lines widened to MNIST's so that they hold."""
        pad = max(2, round(self.side * WANTED))
        ink = np.zeros((self.height + 2 * pad, self.width + 2 * pad), np.uint8)
        ink[pad:-pad, pad:-pad] = self.ink
        if self.stroke < THIN * self.side:
            width = 1 + round(self.side * WANTED - self.stroke)
            if width > 1:
                shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (width, width))
                ink = cv2.dilate(ink, shape)  # type: ignore[assignment]
        return Picture(ink, (float(self.x - pad), float(self.y - pad)), 1.0)


def piece_of(components: Components, ink: ByteArray, label: int, angle: float) -> Piece | None:
    """Return a component's ink turned by ``angle`` degrees anticlockwise; None if none is left.

    ink: uint8 (rows, columns), of the whole page.
    """
    x, y, width, height = (int(value) for value in components.boxes[label])
    top, left = max(y - 1, 0), max(x - 1, 0)
    region = np.s_[top : y + height + 1, left : x + width + 1]
    labels = components.labels[region]
    own = labels == label
    # Its own antialiased rim belongs to it; other components are not as near.
    around = cv2.dilate(own.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    values = np.where(around, ink[region], np.uint8(0))
    inside = ink[region][own]
    place = int(FULL_INK * (len(inside) - 1))
    strength = float(np.partition(inside, place)[place])
    cut = bool(components.border[label])
    rough = _roughness(components, ink, label) / max(strength, 1.0)
    stroke = _stroke_width(own)
    low = PALE * strength
    scaled = (values.astype(np.float32) - low) * np.float32(255.0 / max(strength - low, 1.0))
    grey = np.clip(scaled, 0, 255).astype(np.uint8)
    corner = (left, top)
    if angle:
        grey, corner = _turned(grey, left, top, angle)
    steady = components.steadiness(label)
    on_sheet = components.on_sheet(label)
    piece = Piece(grey, corner[0], corner[1], strength, cut, stroke, rough, steady, on_sheet)
    return _trimmed(piece)


def _roughness(components: Components, ink: ByteArray, label: int) -> float:
    """Return the standard deviation of the ink three to four pixels beside a component.

    Nearer lies its own blurred rim. 0 if there are hardly any such pixels.
    """
    x, y, width, height = components.box(label)
    top, left = max(y - 5, 0), max(x - 5, 0)
    region = np.s_[top : y + height + 5, left : x + width + 5]
    labels = components.labels[region]
    own = (labels == label).astype(np.uint8)
    anything = (labels > 0).astype(np.uint8)
    if components.ruling is not None:
        anything |= components.ruling[region] > 0
    anything = np.asarray(cv2.dilate(anything, np.ones((5, 5), np.uint8)), np.uint8)
    around = cv2.dilate(own, np.ones((9, 9), np.uint8)) > anything
    beside = ink[region][around]
    return float(beside.std()) if len(beside) > 8 else 0.0


def _turned(
    grey: ByteArray, left: int, top: int, angle: float
) -> tuple[ByteArray, tuple[int, int]]:
    height, width = grey.shape
    x = np.array([left, left + width, left, left + width]) - 0.5
    y = np.array([top, top, top + height, top + height]) - 0.5
    u, v = to_upright(x, y, angle)
    corner = math.floor(float(u.min())), math.floor(float(v.min()))
    size = math.ceil(float(u.max())) - corner[0] + 1, math.ceil(float(v.max())) - corner[1] + 1
    cos, sin = _turn(angle)
    u0, v0 = to_upright(np.array([left]), np.array([top]), angle)
    matrix = np.array([[cos, sin, float(u0[0]) - corner[0]], [-sin, cos, float(v0[0]) - corner[1]]])
    turned = cv2.warpAffine(grey, matrix, size, flags=cv2.INTER_LINEAR)
    return turned, corner  # type: ignore[return-value]


def _turn(angle: float) -> tuple[float, float]:
    return math.cos(math.radians(angle)), math.sin(math.radians(angle))


def to_upright(
    x: NDArray[np.floating], y: NDArray[np.floating], angle: float
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Return points of the working copy in the upright frame; with ``-angle`` the way back."""
    cos, sin = _turn(angle)
    return x * cos + y * sin, -x * sin + y * cos


def _stroke_width(own: NDArray[np.bool_]) -> float:
    """Return the width of strokes: twice the area by the outline, since a line has two sides."""
    mask = own.astype(np.uint8)
    area = cv2.countNonZero(mask)
    inner = cv2.countNonZero(
        cv2.erode(mask, np.ones((3, 3), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0)
    )
    outline = area - inner
    return 2.0 * area / max(outline, 1) if inner else 1.0


def _trimmed(piece: Piece) -> Piece | None:
    """Cut off the paper around the ink; None if there is no ink."""
    left, top, width, height = cv2.boundingRect(piece.ink)
    if not width:
        return None
    ink = piece.ink[top : top + height, left : left + width]
    return replace(piece, ink=ink, x=piece.x + left, y=piece.y + top)


def joined(pieces: list[Piece]) -> Piece:
    """Return several pieces as one; what is not added up is that of the largest."""
    left, top = min(piece.x for piece in pieces), min(piece.y for piece in pieces)
    right = max(piece.x + piece.width for piece in pieces)
    bottom = max(piece.y + piece.height for piece in pieces)
    ink = np.zeros((bottom - top, right - left), np.uint8)
    for piece in pieces:
        part = np.s_[
            piece.y - top : piece.y - top + piece.height,
            piece.x - left : piece.x - left + piece.width,
        ]
        np.maximum(ink[part], piece.ink, out=ink[part])
    largest = max(pieces, key=lambda piece: piece.side)
    cut = any(piece.cut for piece in pieces)
    return replace(largest, ink=ink, x=left, y=top, cut=cut)


def part_of(piece: Piece, inside: NDArray[np.bool_]) -> Piece | None:
    """Return the part of a piece's ink where ``inside`` is true, without crumbs.

    inside: bool (rows, columns). None unless the ink there is one connected part: a cut that
    leaves several does not run between two digits.
    """
    parts = parts_of(piece, inside)
    return parts[0] if len(parts) == 1 else None


def parts_of(piece: Piece, inside: NDArray[np.bool_]) -> list[Piece]:
    """Return the connected parts of a piece where ``inside`` is true, without crumbs.

    inside: bool (rows, columns).
    """
    ink = np.where(inside, piece.ink, np.uint8(0))
    left, top, width, height = cv2.boundingRect(ink)
    ink = np.ascontiguousarray(ink[top : top + height, left : left + width])
    if not ink.size:
        return []
    mask = (ink > RIM).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    areas = stats[:, cv2.CC_STAT_AREA]
    least = LEAST_SHARE * max(areas[1:], default=0)
    found = []
    for label in range(1, count):
        if areas[label] > least:
            x, y, across, down = stats[label, :4].tolist()
            part = np.s_[y : y + down, x : x + across]
            own = np.where(labels[part] == label, ink[part], np.uint8(0))
            found.append(replace(piece, ink=own, x=piece.x + left + x, y=piece.y + top + y))
    return found
