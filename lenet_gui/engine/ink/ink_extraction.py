"""Decides which pixels of a grey picture are ink, dark on light or light on dark.

OpenCV is loaded with the first picture that is no plain stroke.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from lenet_gui.common.values import ByteArray, FloatArray, Picture
from lenet_gui.engine.ink.even_light import evenly_lit
from lenet_gui.engine.ink.one_piece import is_one_piece

if TYPE_CHECKING:
    from lenet_gui.engine.ink.ink_pieces import Field

INK_WORKING_SIDE = 1200  # pixels; larger pictures are averaged down by a whole factor
MIN_CONTRAST = 20  # of 255: less contrast than this is blank paper
NOISE_SPREADS = 5.0  # standard deviations that count as paper; noise exceeds them once in 3e6
MAD_TO_DEVIATION = 1.4826  # standard deviation over median absolute deviation, normal distribution
# A rim of several shades, where a frame or a window meets it, has this much more spread than
# grain. Paper then is the commonest of them.
GRAIN = 4.0
FAINTEST, FAINTEST_LEVEL = 0.06, 8.0  # of the strongest, and in grey levels: weaker is no piece
OPEN = 0.5  # of its box is ink: in a stroke less, in a sheet more
RESIDUE = 0.12  # of the strongest deviation: less may be left of light that was divided out
SHADE = 6.0  # of 255: as far apart lie two shades of paper


def picture_of_grey(values: ByteArray) -> Picture:
    """Return the ink of a grey picture, uint8 (rows, columns), averaged to the working side."""
    grey = Image.fromarray(values)
    factor = max(1, -(-max(grey.size) // INK_WORKING_SIDE))
    if factor > 1:
        grey = grey.reduce(factor)
    return Picture(ink_of(np.asarray(grey)), (0.0, 0.0), float(factor))


def ink_of(grey: ByteArray) -> ByteArray:
    """Convert grey values, uint8 (rows, columns), to ink: 0 = paper, 255 = the strongest ink.

    Light that falls off is divided out, and what surrounds a digit is taken for paper. The paper's
    shade is the median of the picture's rim, or the commonest where several shades meet there.
    Of darker and lighter pixels, those that deviate more are the ink. Deviations that the rim's
    noise could explain are paper. Antialiased edges are kept.
    """
    even = evenly_lit(grey)
    paper, spread = _paper(even)
    deviation = even.astype(np.float32) - np.float32(paper)
    noise = NOISE_SPREADS * spread
    if even is not grey:
        noise = max(noise, RESIDUE * float(np.abs(deviation).max()))
    field = None if _is_plain(deviation, noise) else _field_within(deviation, noise)
    if field is None:
        return _ink(deviation, noise)
    ink = np.zeros_like(grey)
    top, left = field.corner
    rows, columns = field.deviation.shape
    ink[top : top + rows, left : left + columns] = _ink(field.deviation, field.noise)
    return ink


def _is_plain(deviation: FloatArray, noise: float) -> bool:
    """Return whether there is one open stroke at most, away from the rim: nothing around it."""
    strength = np.abs(deviation)
    mask = strength > max(noise, FAINTEST * float(strength.max()), FAINTEST_LEVEL)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return True
    if rows[0] == 0 or columns[0] == 0 or rows[-1] + 1 == len(mask):
        return False
    box = mask[rows[0] - 1 : rows[-1] + 2, columns[0] - 1 : columns[-1] + 2]
    if columns[-1] + 1 == mask.shape[1] or box.mean() > OPEN:
        return False
    return is_one_piece(box) and is_one_piece(~box)


def _field_within(deviation: FloatArray, noise: float) -> Field | None:
    from lenet_gui.engine.ink.surrounds import field_within

    return field_within(deviation, noise)


def _ink(deviation: FloatArray, noise: float) -> ByteArray:
    """Scale the lighter or the darker deviations, of which there are more, to 0..255."""
    lighter, darker = np.maximum(deviation, 0), np.maximum(-deviation, 0)
    ink = darker if float((darker**2).sum()) >= float((lighter**2).sum()) else lighter
    ink[ink <= noise] = 0
    peak = float(ink.max())
    if peak < MIN_CONTRAST:
        return np.zeros(deviation.shape, np.uint8)
    scaled: FloatArray = ink * np.float32(255.0 / peak) + np.float32(0.5)
    return scaled.astype(np.uint8)


def _paper(grey: ByteArray) -> tuple[float, float]:
    """Return the shade of the paper at the rim, and the standard deviation of its noise."""
    rim = np.concatenate([grey[0], grey[-1], grey[1:-1, 0], grey[1:-1, -1]]).astype(np.float32)
    paper = float(np.median(rim))
    spread = _spread(rim, paper)
    grain = float(np.median(np.abs(np.diff(rim)))) if len(rim) > 1 else 0.0
    if spread <= GRAIN * max(grain, 1.0):
        return paper, spread
    counts = np.bincount(rim.astype(np.intp), minlength=256)
    near = np.convolve(counts, np.ones(2 * int(SHADE) + 1), mode="same")
    commonest = rim[np.abs(rim - np.argmax(near)) <= SHADE]
    paper = float(np.median(commonest))
    return paper, _spread(commonest, paper)


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
