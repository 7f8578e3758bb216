"""Finds what surrounds a single digit, and takes it for paper: frames, circles, sheets, edges.

A picture of one digit is read from its rim inwards. What is found first may surround the digit:

* an **edge**: ink that runs along the rim, or from one place of the rim to another;
* a **frame**: ink that lies around other ink, closed but for gaps, with no digit behind it: one
  of several on a page may be circled;
* a **sheet**: a filled shape with a convex outline, with ink of its own on it.

Then what lies inside is the picture, with its own shade of paper, until nothing surrounds the
ink any more. A zero stays one: what lies in it is paper, a dot or a slash. So does every other
digit, since nothing of a digit's size lies in its loops.

The numbers are hand-set, on pictures of tests/pictures and on MNIST, of which hardly any digit
may change; none was fitted.
"""

from __future__ import annotations

import numpy as np

from lenet_gui.engine.ink.ink_pieces import Field, InkPieces
from lenet_gui.engine.ink.masks import Floats

MOST_LAYERS = 6  # around a digit: a window, its border, a sheet, its frame, and one to spare
LEVELS = (0.06, 0.25, 0.5)  # of the peak: a blurred digit hangs together with a frame at the first
LEAST_LEVEL = 8.0  # grey levels
LEAST_STEP = 1.2  # from one level to the next


def field_within(deviation: Floats, noise: float) -> Field | None:
    """Return the field inside all that surrounds the ink; None if nothing does.

    deviation: float32 (rows, columns), of each pixel from the paper's shade. noise: what
    deviates less is paper.
    """
    whole = Field(deviation, noise, np.ones(deviation.shape, np.bool_))
    field = whole
    for _ in range(MOST_LAYERS):
        inner = _inside(field)
        if inner is None:
            break
        field = inner
    return None if field is whole else field


def _inside(field: Field) -> Field | None:
    """Return the field inside the outermost thing that surrounds others; None without one."""
    peak = float(np.abs(field.deviation).max())
    last = 0.0
    for part in LEVELS:
        level = max(field.noise, part * peak, LEAST_LEVEL)
        ink = InkPieces(field, level) if level > LEAST_STEP * last else None
        last = level
        if ink is not None and ink.is_plain:
            return None
        if ink is not None and not ink.is_grain:
            inner = ink.inside_sheet() or ink.inside_frame() or ink.inside_edges()
            if inner is not None:
                return inner
    return None
