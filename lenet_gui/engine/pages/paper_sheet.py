"""Finds the sheet of paper in a photograph: four straight sharp sides, lighter within.

A shadow has no straight sides, and where it falls across a sheet's edge, the sheet is still
lighter than what lies beside it.

The numbers are hand-set, unchanged since sheets are found by their sides; none was fitted.
tests/engine/pages/test_paper_sheet.py shows what some of them let pass.
"""

from __future__ import annotations

from itertools import product

import cv2
import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.pages.threshold import reduced

# Lengths are in pixels of a small copy unless the comment says otherwise.
SMALL_SIDE = 200  # the longer side of that copy; an outline needs no more
STROKE = 7  # strokes are narrower, so that a closing of this size removes them
DARKEST = 8  # of 255: added before the logarithm, so that noise in the dark makes no steps

# Edges. A step of 0.07 is 7 % more light on the sheet than beside it.
LIGHT_STEP = 0.07  # of the logarithm of the light
STEP_REACH = 2.0  # to each side of the edge, where the step is measured
DIRECTIONS = 120  # of 3 degrees, all around
ASTRAY = 2  # directions that the gradient of a single pixel may be off by
SUPPRESSED_DIRECTIONS, SUPPRESSED_DISTANCE = 3, 6  # around a line: votes for the same one
SHORTEST_SIDE = 0.25  # of the picture's shorter side

# Quadrangles.
SKEW = 25.0  # degrees that perspective turns a side by
BEST_LINES = 3  # lines for each side that are tried: 4 ** 4 combinations with the picture's border
SAMPLES = 24  # points of a side
HELD = 0.8  # fraction of them that has the step
LEAST_SHEET, MOST_SHEET = 0.1, 0.97  # area, as a fraction of the picture
CORNER_MARGIN = 0.3  # of the picture: how far outside a corner may lie

SEEN_EDGE = 0.008  # of the picture's longer side: how wide the sheet's edge shows

Floats = NDArray[np.float64]


def sheet_of(grey: ByteArray) -> NDArray[np.int32] | None:
    """Return the outline of the sheet, int32 (4, 1, 2) in pixels; None if none stands out.

    grey: uint8 (rows, columns), ink darker than the sheet.
    """
    small = cv2.medianBlur(reduced(grey, SMALL_SIDE), 3)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((STROKE, STROKE), np.uint8))
    shade = np.log(paper.astype(np.float32) + DARKEST)
    edges = _edges(shade)
    if edges is None:
        return None
    lines = _lines(edges, min(small.shape))
    if len(lines) < 2:
        return None
    corners = _best(lines, shade)
    if corners is None:
        return None
    scale = np.array([grey.shape[1] / small.shape[1], grey.shape[0] / small.shape[0]])
    return np.asarray((corners + 0.5) * scale, np.int32)[:, None]


def beside(sheet: NDArray[np.int32], shape: tuple[int, ...]) -> tuple[ByteArray, ByteArray]:
    """Return two masks of that shape, uint8: 255 beside the sheet, and 255 along its edge."""
    off, edge = np.full(shape, 255, np.uint8), np.zeros(shape, np.uint8)
    cv2.fillPoly(off, [sheet], (0,))
    cv2.polylines(edge, [sheet], True, (255,), max(2, round(SEEN_EDGE * max(shape))))
    return off, edge


def _edges(shade: NDArray[np.float32]) -> Floats | None:
    """Return (count, 3): x, y and direction towards the light, in radians, of each edge pixel.

    None with fewer than ten of them.
    """
    across, down = cv2.Sobel(shade, cv2.CV_32F, 1, 0), cv2.Sobel(shade, cv2.CV_32F, 0, 1)
    strength = cv2.magnitude(across, down)
    # Of an edge only the crest, across its direction.
    level = np.abs(across) >= np.abs(down)
    crest = np.where(
        level,
        strength >= cv2.dilate(strength, np.ones((1, 3), np.uint8)),
        strength >= cv2.dilate(strength, np.ones((3, 1), np.uint8)),
    )
    crest &= strength > 4 * LIGHT_STEP  # Sobel weighs 1, 2, 1: a step is four times as strong
    crest[:2] = crest[-2:] = False
    crest[:, :2] = crest[:, -2:] = False
    rows, columns = np.nonzero(crest)
    if len(rows) < 10:
        return None
    turn = np.arctan2(down[rows, columns], across[rows, columns])
    return np.stack([columns, rows, turn], 1).astype(np.float64)


def _lines(edges: Floats, shorter: int) -> Floats:
    """Return (count, 3): direction, distance from the origin and votes of straight edges.

    A Hough transform, the lines with the most votes first.
    """
    x, y, turn = edges.T
    own = np.round(turn / (2 * np.pi) * DIRECTIONS).astype(np.intp)
    bins = (own[:, None] + np.arange(-ASTRAY, ASTRAY + 1)) % DIRECTIONS
    angle = bins * (2 * np.pi / DIRECTIONS)
    far = x[:, None] * np.cos(angle) + y[:, None] * np.sin(angle)
    reach = int(np.abs(far).max()) + 3
    size = 2 * reach
    votes = (
        np.bincount(
            (bins * size + np.round(far).astype(np.intp) + reach).ravel(),
            minlength=DIRECTIONS * size,
        )
        .reshape(DIRECTIONS, size)
        .astype(np.float32)
    )
    votes = votes + np.roll(votes, 1, 1) + np.roll(votes, -1, 1)
    found = []
    for _ in range(4 * BEST_LINES):
        best = int(votes.argmax())
        turned, place = divmod(best, size)
        most = votes[turned, place]
        if most < SHORTEST_SIDE * shorter:
            break
        found.append((turned * 2 * np.pi / DIRECTIONS, place - reach, most))
        around = np.arange(-SUPPRESSED_DIRECTIONS, SUPPRESSED_DIRECTIONS + 1)
        first, last = max(0, place - SUPPRESSED_DISTANCE), place + SUPPRESSED_DISTANCE
        votes[(turned + around) % DIRECTIONS, first : last + 1] = 0
    return np.array(found).reshape(-1, 3)


def _best(lines: Floats, shade: NDArray[np.float32]) -> Floats | None:
    """Return the corners, (4, 2), of the quadrangle whose sides are edges for longest; or None.

    The border of the picture may stand in for a side: a sheet may go on beyond it.
    """
    rows, columns = shade.shape
    border = {0: 2.0, 1: 2.0, 2: 3.0 - columns, 3: 3.0 - rows}
    groups = []
    first = lines[0, 0] % (np.pi / 2)
    first -= np.pi / 2 * round(first / (np.pi / 2))  # sides are numbered from the left, clockwise
    for side in range(4):
        apart = np.degrees(lines[:, 0] - first - side * np.pi / 2)
        apart = (apart + 180) % 360 - 180
        mine = [(float(a), float(d), 1.0) for a, d, _ in lines[np.abs(apart) < SKEW][:BEST_LINES]]
        groups.append([*mine, (side * np.pi / 2, border[side], 0.0)])
    every = np.array(list(product(*groups)))
    every = every[every[:, :, 2].sum(axis=1) >= 2]  # sides that are lines
    if not len(every):
        return None
    corners = _crossings(every)
    good = _plausible(every, corners, (rows, columns))
    every, corners = every[good], corners[good]
    if not len(every):
        return None
    held, length = _support(corners, every[:, :, 0], shade)
    real = every[:, :, 2] > 0
    fine = (~real | (held > HELD)).all(axis=1)
    score = (length * real * (2 * held - 1)).sum(axis=1)
    score[~fine] = 0
    best = int(score.argmax())
    return corners[best] if score[best] > 0 else None


def _crossings(every: Floats) -> Floats:
    """Return (count, 4, 2): where each side meets the next."""
    angle, far = every[:, :, 0], every[:, :, 1]
    cos, sin = np.cos(angle), np.sin(angle)
    cos2, sin2, far2 = np.roll(cos, -1, 1), np.roll(sin, -1, 1), np.roll(far, -1, 1)
    whole = cos * sin2 - sin * cos2
    whole = np.where(np.abs(whole) < 0.1, 0.1, whole)  # nearly parallel: far away, not infinite
    return np.stack([(far * sin2 - sin * far2) / whole, (cos * far2 - far * cos2) / whole], 2)


def _plausible(every: Floats, corners: Floats, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Return which quadrangles are convex, of a sheet's size, and lighter within than beyond.

    every: (count, 4, 3), the sides. corners: (count, 4, 2).
    """
    size = np.array([shape[1], shape[0]])
    near = (corners > -CORNER_MARGIN * size) & (corners < (1 + CORNER_MARGIN) * size)
    inside = near.all(axis=(1, 2))
    x, y = np.clip(corners, 0, size - 1).transpose(2, 0, 1)
    area = 0.5 * (x * np.roll(y, -1, 1) - y * np.roll(x, -1, 1)).sum(axis=1) / size.prod()
    along = np.roll(corners, -1, 1) - corners
    after = np.roll(along, -1, 1)
    convex = (along[..., 0] * after[..., 1] - along[..., 1] * after[..., 0] > 0).all(axis=1)
    x, y = corners.mean(axis=1).T[..., None]
    within = (x * np.cos(every[:, :, 0]) + y * np.sin(every[:, :, 0]) > every[:, :, 1]).all(axis=1)
    return np.asarray(inside & convex & within & (area > LEAST_SHEET) & (area < MOST_SHEET))


def _support(corners: Floats, angle: Floats, shade: NDArray[np.float32]) -> tuple[Floats, Floats]:
    """Return two arrays, (count, 4): the fraction of each side that is an edge, and its length.

    Only the part of a side that lies in the picture counts.
    """
    rows, columns = shade.shape
    start, end = np.roll(corners, 1, 1), corners
    part = (np.arange(SAMPLES) + 0.5) / SAMPLES
    points = start[:, :, None] + (end - start)[:, :, None] * part[:, None]
    x, y = points[..., 0], points[..., 1]
    there = (x >= 3) & (x < columns - 3) & (y >= 3) & (y < rows - 3)
    towards = np.stack([np.cos(angle), np.sin(angle)], -1)[:, :, None] * STEP_REACH
    within, beyond = np.round(points + towards), np.round(points - towards)
    limit = np.array([columns - 1, rows - 1])
    light, dark = (
        shade[where[..., 1], where[..., 0]]
        for where in (np.clip(w, 0, limit).astype(np.intp) for w in (within, beyond))
    )
    steps = (light - dark > LIGHT_STEP) & there
    count = np.maximum(there.sum(axis=2), 1)
    length = np.hypot(*(end - start).transpose(2, 0, 1)) * there.mean(axis=2)
    return steps.sum(axis=2) / count, length
