"""Printed lines are taken from the mask; small pages of squared paper."""

import cv2
import numpy as np
import pytest

from lenet_gui.engine.pages.ruled_lines import ruled_lines_of, without_ruled_lines
from lenet_gui.engine.pages.threshold import ink_masks


def squares(pitch: int, tilt: float = 0.0) -> np.ndarray:
    """Ink of squared paper, 0..255, lines two pixels thick, at an angle in degrees."""
    paper = np.zeros((900, 1200), np.uint8)
    paper[::pitch] = paper[1::pitch] = 60
    paper[:, ::pitch] = np.maximum(paper[:, ::pitch], 60)
    paper[:, 1::pitch] = np.maximum(paper[:, 1::pitch], 60)
    matrix = cv2.getRotationMatrix2D((600, 450), tilt, 1.3)
    return np.asarray(cv2.warpAffine(paper, matrix, (1200, 900), flags=cv2.INTER_LINEAR))


@pytest.mark.parametrize("tilt", [0.0, 9.0, -17.0])
def test_squares_leave_nothing_behind(tilt: float) -> None:
    ink = squares(36, tilt)
    mask, _, trace = ink_masks(ink)
    ruled = ruled_lines_of(trace)
    assert ruled.angle == pytest.approx(tilt, abs=0.7)
    left = cv2.countNonZero(without_ruled_lines(mask, trace, ink, ruled))
    assert left < 0.03 * cv2.countNonZero(mask)
