"""Decides which pixels of a grey picture are ink, dark on light or light on dark."""

from __future__ import annotations

import numpy as np
from PIL import Image

from lenet_gui.common.values import ByteArray, FloatArray, Picture

INK_WORKING_SIDE = 1200  # pixels; larger pictures are averaged down by a whole factor
MIN_CONTRAST = 20  # of 255: less contrast than this is blank paper
NOISE_SPREADS = 5.0  # standard deviations that count as paper; noise exceeds them once in 3e6
MAD_TO_DEVIATION = 1.4826  # standard deviation over median absolute deviation, normal distribution


def picture_of_grey(values: ByteArray) -> Picture:
    """Return the ink of a grey picture, uint8 (rows, columns), averaged to the working side."""
    grey = Image.fromarray(values)
    factor = max(1, -(-max(grey.size) // INK_WORKING_SIDE))
    if factor > 1:
        grey = grey.reduce(factor)
    return Picture(ink_of(np.asarray(grey)), (0.0, 0.0), float(factor))


def ink_of(grey: ByteArray) -> ByteArray:
    """Convert grey values, uint8 (rows, columns), to ink: 0 = paper, 255 = the strongest ink.

    The paper's shade is the median of the picture's rim. Of darker and lighter pixels, those that
    deviate more are the ink. Deviations that the rim's noise could explain are paper.
    Antialiased edges are kept.
    """
    rim = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]]).astype(np.float32)
    paper = float(np.median(rim))
    spread = _spread(rim, paper)
    deviation = grey.astype(np.float32) - np.float32(paper)
    lighter, darker = np.maximum(deviation, 0), np.maximum(-deviation, 0)
    ink = darker if float((darker**2).sum()) >= float((lighter**2).sum()) else lighter
    ink[ink <= NOISE_SPREADS * spread] = 0
    peak = float(ink.max())
    if peak < MIN_CONTRAST:
        return np.zeros_like(grey)
    scaled: FloatArray = ink * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _spread(rim: FloatArray, paper: float) -> float:
    """Estimate the standard deviation of the paper from the median absolute deviation of the rim.

    Grey values are integers: each stands for half a level to either side. Otherwise noise of a
    level or two would count as none, and then be taken for ink all over the page.
    """
    deviations = np.abs(rim - np.float32(paper))
    middle = float(np.median(deviations))
    low, high = max(middle - 0.5, 0.0), middle + 0.5
    below = float((deviations < middle).mean())
    same = float((np.abs(deviations - middle) < 0.5).mean())
    return MAD_TO_DEVIATION * (low + (high - low) * (0.5 - below) / max(same, 0.01))
