"""Where the sheet lies in a photograph, if it shows: the large even patch lighter than the rest.

A shadow may look like a table; that something lies outside is therefore no more than evidence.
"""

from __future__ import annotations

import cv2
import numpy as np

from lenet_gui.engine.page_threshold import reduced
from lenet_gui.values import ByteArray

SIDE = 160  # pixels: the outline needs no more
LEAST, MOST = 0.1, 0.95  # of the picture
CONVEX = 0.88  # of the outline's hull is sheet
BESIDE = 3  # of those pixels to each side of its edge ...
LIGHTER = 1.35  # ... it is so much lighter within than beyond: an edge is sharp
LIGHTER_SHEET = 1.12  # what has four corners is a sheet rather than light
BORDER = 0.4  # of its outline may be the picture's; a shadow leaves more
NEAR = np.ones((3, 3), np.uint8)


def sheet_of(paper: ByteArray) -> np.ndarray | None:
    """The outline, int32 (points, 1, 2) in pixels, of the sheet; None if none stands out.

    paper: its shade at each pixel, lighter than ink.
    """
    small = cv2.medianBlur(reduced(paper, SIDE), 5)
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    light = cv2.morphologyEx(light, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    largest = max(outlines, key=cv2.contourArea)
    hull = cv2.convexHull(largest)
    area = cv2.contourArea(hull)
    if not LEAST * small.size < area < MOST * small.size:
        return None
    if cv2.contourArea(largest) < CONVEX * area:
        return None
    inside = np.zeros_like(small)
    cv2.drawContours(inside, [hull], -1, (255,), -1)
    kernel = np.ones((2 * BESIDE + 1, 2 * BESIDE + 1), np.uint8)
    ring = cv2.bitwise_and(inside, cv2.bitwise_not(cv2.erode(inside, NEAR)))
    at_border = ring.copy()
    at_border[BESIDE:-BESIDE, BESIDE:-BESIDE] = 0
    if cv2.countNonZero(at_border) > BORDER * cv2.countNonZero(ring):
        return None
    ring = cv2.bitwise_and(ring, cv2.bitwise_not(at_border))
    within, beyond = cv2.dilate(small, kernel)[ring > 0], cv2.erode(small, kernel)[ring > 0]
    corners = cv2.approxPolyDP(hull, 0.04 * cv2.arcLength(hull, True), True)
    lighter = LIGHTER_SHEET if len(corners) == 4 else LIGHTER
    if float(np.median(within / np.maximum(beyond, 1.0))) < lighter:
        return None
    scale = np.array([paper.shape[1] / small.shape[1], paper.shape[0] / small.shape[0]])
    return np.asarray((hull + 0.5) * scale, np.int32)
