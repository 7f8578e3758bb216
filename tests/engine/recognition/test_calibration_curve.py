"""The calibration curve: bins, their intervals, and the expected calibration error."""

import numpy as np
import pytest

from lenet_gui.engine.recognition.calibration_curve import (
    BINS,
    calibration_bins,
    calibration_curve,
    calibration_error,
)
from lenet_gui.engine.recognition.wilson import wilson_interval

CONFIDENCES = np.array([0.05, 0.92, 0.96, 0.94, 0.98, 1.0, 0.55, 0.5])
CORRECT = np.array([False, True, True, False, True, True, True, False])


def test_answers_are_counted_by_their_confidence() -> None:
    first, middle, last = calibration_bins(calibration_curve(CONFIDENCES, CORRECT))
    assert (first.low, first.high, first.count, first.accuracy) == (0.0, 0.1, 1, 0.0)
    assert (middle.low, middle.high, middle.count, middle.accuracy) == (0.5, 0.6, 2, 0.5)
    assert middle.confidence == pytest.approx(0.525)
    assert (last.low, last.high, last.count, last.accuracy) == (0.9, 1.0, 5, 0.8)
    assert last.confidence == pytest.approx(0.96)
    assert last.interval == wilson_interval(4, 5)


def test_the_expected_calibration_error_by_hand() -> None:
    by_hand = (1 * 0.05 + 2 * 0.025 + 5 * 0.16) / 8
    assert calibration_error(calibration_curve(CONFIDENCES, CORRECT)) == pytest.approx(by_hand)


def test_sure_answers_that_are_right_have_no_error() -> None:
    curve = calibration_curve(np.ones(7), np.ones(7, bool))
    assert calibration_error(curve) == 0
    assert curve[-1].tolist() == [7, 1, 1]


def test_without_answers_there_is_no_error() -> None:
    curve = calibration_curve(np.empty(0), np.empty(0, bool))
    assert curve.shape == (BINS, 3)
    assert calibration_bins(curve) == []
    assert calibration_error(curve) is None
