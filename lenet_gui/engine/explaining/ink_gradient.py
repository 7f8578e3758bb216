"""Gradient times input: which ink the lead of a class rests on, judged by its slope.

After Shrikumar et al., "Not just a black box", 2016. The input is counted from the paper, so that
a place without ink has no part in the answer.
"""

from __future__ import annotations

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.explaining.pixels import paper_of
from lenet_gui.engine.explaining.slopes import evidence_slope, lead_weighting
from lenet_gui.engine.recognition.recognizer import Recognizer


def gradient_times_ink(
    recognizer: Recognizer, pixels: FloatArray, answer: int, rival: int
) -> FloatArray:
    """Return (rows, columns): the slope of the lead at each pixel, times the ink there.

    Above 0 it speaks for class ``answer``, below 0 for ``rival``; planes of colour are added.
    pixels: as ``pixels_of`` returns them.
    """
    _, gradient = evidence_slope(recognizer, pixels, lead_weighting(answer, rival))
    by_plane: FloatArray = gradient * (pixels - paper_of(recognizer.architecture, pixels))
    total: FloatArray = by_plane.sum(axis=0)
    return total
