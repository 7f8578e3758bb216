"""What a digit lies on: paper in uneven light, a frame, a circle, a sheet, an application.

Each kind is a function of a generator that returns the label of the digit and the picture, uint8
(rows, columns), or (rows, columns, 3) in colours.
"""

from __future__ import annotations

import cv2
import numpy as np

from tests.pictures.digits import Placed, placed, size_of, written

Made = tuple[str, np.ndarray]


def light_gradient(g: np.random.Generator) -> Made:
    """Make a digit in light that falls off to a side, from a point, or into a corner."""
    one = placed(g)
    rows, columns = one.ink.shape
    light = 1 - float(g.uniform(0.15, 0.6)) * _falloff(rows, columns, g)
    paper, part = float(g.uniform(170, 255)), float(g.uniform(0.12, 0.6))
    if g.random() < 0.2:  # a dark board: the light falls on it as well
        shade, ink = float(g.uniform(35, 80)), float(g.uniform(170, 250))
        grey = (shade + (ink - shade) * one.ink) * light
    else:
        grey = paper * light * (1 - (1 - part) * one.ink)
    return one.label, _grained(grey, g)


def _falloff(rows: int, columns: int, g: np.random.Generator) -> np.ndarray:
    """Return how the light falls off, float (rows, columns), from 0 to 1."""
    y, x = np.mgrid[0 : 1 : rows * 1j, 0 : 1 : columns * 1j]
    kind = int(g.integers(4))
    if kind == 0:  # along a line
        turn = float(g.uniform(0, 2 * np.pi))
        far = x * np.cos(turn) + y * np.sin(turn)
    elif kind == 1:  # from a lamp
        far = np.hypot(x - g.uniform(0, 1), y - g.uniform(0, 1))
    elif kind == 2:  # of a lens
        far = np.hypot(x - 0.5, y - 0.5) ** 2
    else:  # into a corner
        far = np.hypot(x - g.integers(2), y - g.integers(2))
        far = -np.clip(far / float(g.uniform(0.5, 1.1)), 0, 1)
        far = -far * far * (3 + 2 * far) * -1.0
    far = (far - far.min()) / np.ptp(far)
    return np.asarray(far if g.random() < 0.5 or kind == 2 else 1 - far)


# ---- lines around a digit


def frame(g: np.random.Generator) -> Made:
    """Make a digit in a drawn box: straight, rounded, double, broken, by hand, or cut off."""
    return _surrounded(g, _box)


def circle(g: np.random.Generator) -> Made:
    """Make a digit in a drawn circle or ellipse: even, double, broken, by hand, or cut off."""
    return _surrounded(g, _oval)


def _surrounded(g: np.random.Generator, shape: object) -> Made:
    distance, width = float(g.uniform(3, 60)), int(g.integers(1, 13))
    height = float(np.exp(g.uniform(np.log(28), np.log(500))))
    width = max(1, min(width, round(height / 6)))
    one = written(height, g)
    high, wide = one.ink.shape
    outline = shape(wide, high, distance + width / 2, g)  # type: ignore[operator]
    corner = outline.min(axis=0) - width / 2
    extent = np.ptp(outline, axis=0) + width
    room = [float(g.choice([0, 2, 8, 30, 80])) for _ in range(4)]
    if g.random() < 0.12:  # a side or two lie beyond the picture
        for side in range(int(g.integers(1, 3))):
            room[side] = -width - 1.0
    columns, rows = (int(np.ceil(extent[k] + room[k] + room[k + 2])) for k in (0, 1))
    origin = np.array(room[:2]) - corner
    ink, drawn = (np.zeros((max(rows, 20), max(columns, 20)), np.float32) for _ in range(2))
    left, top = np.round(origin).astype(int)
    _put(ink, one.ink, left, top)
    for ring in _rings(outline, width, distance, g):
        _draw(drawn, ring + origin, width, g)
    paper, black = float(g.uniform(190, 255)), float(g.uniform(0, 110))
    line = float(g.choice([0, 40, 90, 130, 160, 190]))
    line = min(line, paper - 25)
    grey = np.minimum(paper + (black - paper) * ink, paper + (line - paper) * drawn)
    if g.random() < 0.25:
        grey = 255 - grey
    return one.label, _grained(grey, g, most=2.0)


def _put(to: np.ndarray, what: np.ndarray, left: int, top: int) -> None:
    first_row, first_column = max(0, -top), max(0, -left)
    part = what[first_row:, first_column:]
    there = to[max(0, top) :, max(0, left) :][: part.shape[0], : part.shape[1]]
    np.maximum(there, part[: there.shape[0], : there.shape[1]], out=there)


def _box(wide: float, high: float, off: float, g: np.random.Generator) -> np.ndarray:
    """Return the corners and rounded corners of a box around a digit, float (points, 2)."""
    left, top, right, bottom = -off, -off, wide + off, high + off
    if g.random() < 0.5:  # not always as narrow as the digit
        more = max(0.0, (high - wide) / 2)
        left, right = left - more, right + more
    round_by = float(g.choice([0.0, 0.0, 0.5, 0.9])) * off
    points = []
    for x, y, start in (
        (right, bottom, 0),
        (left, bottom, 90),
        (left, top, 180),
        (right, top, 270),
    ):
        middle = x - np.sign(x - wide / 2) * round_by, y - np.sign(y - high / 2) * round_by
        for degrees in np.linspace(start, start + 90, 7):
            turn = np.radians(degrees)
            points.append(
                (middle[0] + round_by * np.cos(turn), middle[1] + round_by * np.sin(turn))
            )
    turned = float(g.normal(0, 2.5)) * (g.random() < 0.4)
    return _turned(np.array(points), turned)


def _oval(wide: float, high: float, off: float, g: np.random.Generator) -> np.ndarray:
    """Return the points of a circle or ellipse around a digit, float (points, 2)."""
    half = np.hypot(wide, high) / 2 + off
    radii = (half, half)
    if g.random() < 0.4:  # an ellipse through the corners of the digit's box
        radii = (wide / np.sqrt(2) + off, high / np.sqrt(2) + off)
    turn = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    return np.stack([wide / 2 + radii[0] * np.cos(turn), high / 2 + radii[1] * np.sin(turn)], 1)


def _turned(points: np.ndarray, degrees: float) -> np.ndarray:
    middle, turn = points.mean(axis=0), np.radians(degrees)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return np.asarray((points - middle) @ matrix.T + middle)


def _rings(
    outline: np.ndarray, width: int, distance: float, g: np.random.Generator
) -> list[np.ndarray]:
    """Return the outline, and now and then a second one around it."""
    if g.random() > 0.15:
        return [outline]
    middle = (outline.min(axis=0) + outline.max(axis=0)) / 2
    half = np.ptp(outline, axis=0) / 2
    return [outline, middle + (outline - middle) * (1 + (width + 3.0) / half.min())]


def _draw(drawn: np.ndarray, ring: np.ndarray, width: int, g: np.random.Generator) -> None:
    """Draw a closed outline: straight, by hand, or broken."""
    points = _dense(ring)
    kind = g.choice(["even", "even", "hand", "broken"])
    if kind == "hand":
        phase, length = g.uniform(0, 2 * np.pi, 2), len(points)
        way = np.arange(length) / length * 2 * np.pi
        wobble = np.sin(2 * way + phase[0]) + 0.6 * np.sin(5 * way + phase[1])
        middle = points.mean(axis=0)
        points = middle + (points - middle) * (1 + 0.012 * wobble)[:, None]
        points = points[: int(length * g.uniform(0.93, 1.0))]
    start = int(g.integers(len(points)))
    points = np.roll(points, start, axis=0) if kind == "broken" else points
    lines = [points]
    if kind == "broken":
        parts = np.array_split(points, int(g.integers(1, 6)))
        lines = [part[: max(2, int(len(part) * g.uniform(0.85, 0.97)))] for part in parts]
    canvas = np.zeros(drawn.shape, np.uint8)
    for line in lines:
        eighths = np.round(line * 8).astype(np.int32)[:, None]
        cv2.polylines(canvas, [eighths], kind == "even", (255,), width, cv2.LINE_AA, 3)
    np.maximum(drawn, canvas.astype(np.float32) / 255, out=drawn)


def _dense(ring: np.ndarray) -> np.ndarray:
    """Return the outline with a point at every pixel."""
    closed = np.concatenate([ring, ring[:1]])
    lengths = np.hypot(*np.diff(closed, axis=0).T)
    ends = np.concatenate([[0.0], np.cumsum(lengths)])
    at = np.arange(0.0, ends[-1], 1.0)
    return np.stack([np.interp(at, ends, closed[:, k]) for k in (0, 1)], 1)


# ---- a sheet, an application


def white_rim(g: np.random.Generator) -> Made:
    """Make a digit on a sheet with a rim of another shade: a print, a card, a label."""
    one = placed(g, room=float(g.uniform(0.12, 0.25)))
    if g.random() < 0.25:
        return one.label, _sticker(one, g)
    rows, columns = one.ink.shape
    light, dark = float(g.uniform(215, 255)), float(g.uniform(10, 90))
    grey = np.where(one.ink >= 0, dark + (light - dark) * one.ink, 0)
    rim = np.ones_like(one.ink)
    room = min(one.box[0], one.box[1], columns - one.box[2], rows - one.box[3])
    wide = max(1, round(room * float(g.uniform(0.1, 0.75))))
    rim[wide : rows - wide, wide : columns - wide] = 0
    if g.random() < 0.4:  # a sticker lies on something, and may be round at its corners
        sheet = np.zeros((rows, columns), np.uint8)
        off = max(1, wide // 2)
        _rounded(sheet, (off, off, columns - off, rows - off), round(float(g.uniform(0, 3)) * off))
        back = float(g.choice([dark, (dark + light) / 2, dark / 2]))
        grey = grey + (light - grey) * rim
        part = sheet.astype(np.float32) / 255
        grey = back + (grey - back) * part
    else:
        grey = grey + (light - grey) * rim
    if g.random() < 0.35:
        grey = 255 - grey
    return one.label, _grained(grey, g, most=3.0)


def _sticker(one: Placed, g: np.random.Generator) -> np.ndarray:
    """Return a digit with a rim around its strokes, and nothing around that, as RGBA."""
    reach = max(2, round(min(one.ink.shape) * float(g.uniform(0.015, 0.09))))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    seen = cv2.dilate(one.ink, kernel)
    light, dark = float(g.uniform(215, 255)), float(g.uniform(0, 60))
    rim, ink = (light, dark) if g.random() < 0.7 else (dark, light)
    grey = rim + (ink - rim) * one.ink
    grey = np.where(seen > 0, grey, float(g.choice([0, 255])))
    layers = [grey, grey, grey, 255 * seen]
    return np.asarray(np.round(np.stack(layers, axis=2)), np.uint8)


def dark_application(g: np.random.Generator) -> Made:
    """Make a light drawing area with a digit in the window of a dark application."""
    columns, rows = size_of(g)
    columns, rows = max(columns, 160), max(rows, 160)
    app = float(g.uniform(15, 60))
    grey = np.full((rows, columns), app, np.float32)
    unit = max(4, min(rows, columns) // 30)
    if g.random() < 0.6:  # a title bar
        grey[: 2 * unit] = app + float(g.choice([-12, 15, 35]))
        for place in range(3):
            middle = (columns - unit - place * 2 * unit, unit)
            cv2.circle(grey, middle, max(1, unit // 3), (app + 120.0,), -1, cv2.LINE_AA)
    if g.random() < 0.4:  # tools at the left
        grey[2 * unit :, : 2 * unit] = app + float(g.choice([-8, 12, 25]))
        for place in range(int(g.integers(2, 6))):
            y = 4 * unit + place * 3 * unit
            cv2.rectangle(grey, (unit // 2, y), (unit // 2 + unit, y + unit), (app + 90.0,), 1)
    edges = g.uniform(0.5, 5, 4) * unit
    left, top = int(2 * unit + edges[0]), int(2 * unit + edges[1])
    right, bottom = int(columns - edges[2]), int(rows - edges[3])
    light_area = g.random() < 0.6
    area = float(g.uniform(200, 255)) if light_area else app + float(g.choice([-10, 0, 12, 25]))
    ink = float(g.uniform(0, 90)) if light_area else float(g.uniform(170, 255))
    cv2.rectangle(grey, (left, top), (right - 1, bottom - 1), (area,), -1)
    if not light_area:
        cv2.rectangle(grey, (left, top), (right - 1, bottom - 1), (app + 60.0,), 1)
    inner = placed(g, 0.12, (right - left, bottom - top))
    there = grey[top:bottom, left:right]
    there += (ink - there) * inner.ink
    return inner.label, _grained(grey, g, most=1.0)


def _rounded(to: np.ndarray, box: tuple[int, int, int, int], by: int) -> None:
    left, top, right, bottom = box
    by = max(0, min(by, (right - left) // 2 - 1, (bottom - top) // 2 - 1))
    cv2.rectangle(to, (left + by, top), (right - by - 1, bottom - 1), (255,), -1)
    cv2.rectangle(to, (left, top + by), (right - 1, bottom - by - 1), (255,), -1)
    for x in (left + by, right - by - 1):
        for y in (top + by, bottom - by - 1):
            cv2.circle(to, (x, y), by, (255,), -1, cv2.LINE_AA)


def _grained(grey: np.ndarray, g: np.random.Generator, most: float = 4.0) -> np.ndarray:
    """Return bytes, with a camera's noise in every second picture."""
    spread = float(g.uniform(0, most)) * (g.random() < 0.5)
    noise = g.normal(0, 1, grey.shape).astype(np.float32) * spread
    return np.asarray(np.clip(np.round(grey + noise), 0, 255), np.uint8)


# ---- colours

# Rec. 601, as the conversion to grey weighs red, green and blue.
WEIGHTS = np.array([0.299, 0.587, 0.114])


def equal_grey(g: np.random.Generator) -> Made:
    """Make a digit in coloured ink on coloured paper that is as light as the ink."""
    one: Placed = placed(g)
    while True:
        paper, ink = g.uniform(20, 235, 3), g.uniform(20, 235, 3)
        ink = ink + (paper - ink) @ WEIGHTS
        if ((ink >= 0) & (ink <= 255)).all() and np.linalg.norm(ink - paper) > 110:
            break
    ink = np.clip(ink + g.uniform(-6, 6), 0, 255)
    picture = paper + (ink - paper) * one.ink[..., None]
    spread = float(g.uniform(0, 3)) * (g.random() < 0.5)
    picture = picture + g.normal(0, 1, picture.shape) * spread
    return one.label, np.asarray(np.clip(np.round(picture), 0, 255), np.uint8)
