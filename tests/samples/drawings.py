"""Sample drawings: points set by hand along each stroke, joined by smooth curves, at a hand's pace.

Coordinates are page units, 0 to 560 from the upper left corner.
"""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import Drawing, Stroke
from lenet_gui.engine.ink.rasterizer import make_stroke

Line = tuple[tuple[int, int], ...]

LINES: dict[str, tuple[Line, ...]] = {
    "zero": (
        (
            (300, 112), (248, 122), (204, 174), (180, 262), (194, 366), (248, 436), (318, 428),
            (372, 352), (388, 250), (366, 164), (326, 118), (292, 106),
        ),
    ),
    "one": (((214, 178), (254, 148), (288, 108), (284, 210), (276, 330), (270, 452)),),
    "three": (
        (
            (176, 152), (226, 112), (300, 104), (352, 142), (344, 204), (286, 246), (238, 262),
            (306, 268), (370, 316), (374, 386), (314, 442), (234, 446), (172, 408),
        ),
    ),
    "five": (
        (
            (218, 122), (208, 190), (198, 254), (252, 234), (318, 244), (366, 300), (362, 376),
            (306, 436), (230, 446), (170, 418),
        ),
        ((212, 122), (282, 124), (372, 112)),
    ),
    "six": (
        (
            (350, 104), (282, 150), (220, 236), (188, 336), (212, 418), (274, 450), (340, 428),
            (372, 368), (344, 308), (284, 294), (226, 328), (200, 378),
        ),
    ),
    "eight": (
        (
            (352, 150), (302, 108), (232, 120), (204, 176), (246, 234), (318, 284), (360, 350),
            (338, 424), (266, 454), (200, 418), (200, 346), (256, 284), (322, 234), (360, 184),
            (356, 140),
        ),
    ),
    "nine": (
        (
            (362, 176), (312, 122), (238, 130), (200, 194), (222, 258), (288, 270), (346, 226),
            (366, 158), (364, 240), (350, 340), (332, 446),
        ),
    ),
    # A 4 whose top is almost closed, as of a 9; a 7 with a short roof, as of a 1.
    "four-or-nine": (
        ((276, 126), (228, 168), (206, 228), (216, 272), (286, 278), (360, 256)),
        ((346, 112), (344, 220), (336, 330), (328, 452)),
    ),
    "one-or-seven": (((196, 196), (246, 160), (320, 118), (318, 206), (292, 322), (262, 452)),),
    "scribble": (
        (
            (96, 330), (150, 170), (236, 300), (150, 372), (170, 216), (290, 150), (330, 300),
            (230, 396), (236, 250), (370, 160), (424, 296), (320, 400), (316, 262), (462, 196),
            (480, 330), (400, 420),
        ),
    ),
}  # fmt: skip
SAMPLE_INTERVAL_MS = 8  # between two points, as a tablet with 125 points a second sends them
SPEED = 0.62  # page units per ms in a straight line
TURN_SLOWS = 0.55  # of the speed is lost where a stroke turns sharply
PAUSE_MS = 250  # between two strokes


def sample_drawing(name: str) -> Drawing:
    """Return the drawing of that name in ``LINES``."""
    strokes: list[Stroke] = []
    start = 0
    for line in LINES[name]:
        points = _paced(_curve(np.array(line, np.float64)))
        times = start + SAMPLE_INTERVAL_MS * np.arange(len(points))
        strokes.append(make_stroke(points, times=times))
        start = int(times[-1]) + PAUSE_MS
    return Drawing(tuple(strokes))


def _curve(points: np.ndarray, steps: int = 40) -> np.ndarray:
    """Return points (M, 2) along a centripetal Catmull-Rom curve through ``points`` (N, 2)."""
    before, after = 2 * points[0] - points[1], 2 * points[-1] - points[-2]
    whole = np.vstack([before, points, after])
    made = [points[:1]]
    for place in range(1, len(points)):
        p = whole[place - 1 : place + 3]
        knots = np.concatenate([[0], np.cumsum(np.sqrt(np.hypot(*np.diff(p, axis=0).T)))])
        t = np.linspace(knots[1], knots[2], steps + 1)[1:, None]
        a = [_between(p[i], p[i + 1], knots[i], knots[i + 1], t) for i in range(3)]
        b = [_between(a[i], a[i + 1], knots[i], knots[i + 2], t) for i in range(2)]
        made.append(_between(b[0], b[1], knots[1], knots[2], t))
    return np.concatenate(made)


def _between(a: np.ndarray, b: np.ndarray, at_a: float, at_b: float, t: np.ndarray) -> np.ndarray:
    part = (t - at_a) / (at_b - at_a)
    return np.asarray(a + (b - a) * part)


def _paced(curve: np.ndarray) -> np.ndarray:
    """Return points of a curve at equal intervals of time: slower at its ends and in its turns."""
    steps = np.diff(curve, axis=0)
    lengths = np.hypot(*steps.T)
    turns = np.abs(np.diff(np.unwrap(np.arctan2(*steps.T[::-1])), prepend=0.0)) / lengths
    turns[0] = 0.0
    turns = np.convolve(np.pad(turns, 12, mode="edge"), np.ones(25) / 25, "valid")
    along = np.linspace(0, 1, len(lengths))
    ends = np.clip(np.minimum(along, 1 - along) * 8 + 0.4, 0, 1)
    speed = SPEED * ends * (1 - TURN_SLOWS * np.clip(turns * 60, 0, 1))
    clock = np.concatenate([[0.0], np.cumsum(lengths / speed)])
    wanted = np.arange(0, clock[-1], SAMPLE_INTERVAL_MS)
    points = np.stack([np.interp(wanted, clock, curve[:, axis]) for axis in (0, 1)], 1)
    return np.vstack([points, curve[-1:]])
