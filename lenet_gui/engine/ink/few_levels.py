"""Pictures of so few grey levels that their ink can hardly be seen: told from noise, stretched.

Ten bits in the low end of sixteen, or the 0 and 1 of a mask, look like one shade on a screen. What
is drawn in them is flat and hangs together; the noise of an empty page is neither.

The numbers below are hand-set.
"""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import ByteArray

VISIBLE_CONTRAST = 20  # of 255: pictures with as much are left as they are
NOISE_SPREADS = 8.0  # standard deviations of the rim that the ink must differ from the paper
LEAST_INK, MOST_INK = 0.002, 0.45  # fractions of a picture that something drawn covers
LEAST_NEIGHBOURS = 1.0  # inked pixels right of and below an inked one; noise has fewer


def stretched(grey: ByteArray) -> ByteArray:
    """Return grey values, uint8 (rows, columns), over the whole range if few levels draw ink."""
    low, high = (int(grey.min()), int(grey.max())) if grey.size else (0, 0)
    if not 0 < high - low < VISIBLE_CONTRAST or not _is_drawn(grey, low):
        return grey
    levels = np.clip((np.arange(256) - low) * (255.0 / (high - low)) + 0.5, 0, 255)
    table: ByteArray = levels.astype(np.uint8)
    return table.take(grey)


def _is_drawn(grey: ByteArray, low: int) -> bool:
    """Return whether a picture of few levels has ink rather than noise."""
    paper = low + int(np.bincount((grey - low).reshape(-1)).argmax())
    deviation = grey.astype(np.int16) - paper
    lighter, darker = int(deviation.max()), -int(deviation.min())
    contrast = max(lighter, darker)
    ink = 2 * (deviation if lighter > darker else -deviation) > contrast
    rim = np.zeros_like(ink)
    rim[[0, -1]] = rim[:, [0, -1]] = True
    noise = deviation[rim & ~ink].astype(np.float64)
    if not noise.size or contrast < NOISE_SPREADS * float(np.sqrt((noise**2).mean())):
        return False
    count = int(ink.sum())
    neighbours = int((ink[1:] & ink[:-1]).sum() + (ink[:, 1:] & ink[:, :-1]).sum())
    inside = LEAST_INK * ink.size <= count <= MOST_INK * ink.size
    return inside and neighbours >= LEAST_NEIGHBOURS * count
