"""The calibration curve: of the answers that are 90 % sure, are 90 % right?

Its picture is the reliability diagram (Guo et al., "On calibration of modern neural networks", ICML
2017). It has nothing to do with the reject rule, whose thresholds ``reject_calibration.py`` sets.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.recognition.wilson import wilson_interval

BINS = 10  # of confidence, equally wide


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """The answers with a confidence from ``low`` to ``high``.

    count: their number, > 0. confidence: their mean confidence; accuracy: the part that is right;
    interval: 95 % Wilson interval of that. All but ``count`` are 0..1.
    """

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float
    interval: tuple[float, float]


def calibration_curve(confidences: FloatArray, correct: NDArray[np.bool_]) -> FloatArray:
    """Return float64 (BINS, 3): number of answers, mean confidence, and accuracy of each bin.

    confidences: probability of each answer, (samples,), 0..1; correct: whether it is right. A bin
    without answers has zeros.
    """
    places = np.minimum((confidences * BINS).astype(np.int64), BINS - 1)
    counts, sums, right = (
        np.bincount(places, weights, BINS).astype(np.float64)
        for weights in (None, confidences, correct)
    )
    return np.stack([counts, sums / np.maximum(counts, 1), right / np.maximum(counts, 1)], axis=1)


def calibration_bins(curve: FloatArray) -> list[CalibrationBin]:
    """Return the bins of a curve that have answers, the least confident first."""
    return [
        CalibrationBin(
            place / len(curve),
            (place + 1) / len(curve),
            int(count),
            float(confidence),
            float(accuracy),
            wilson_interval(round(count * accuracy), int(count)),
        )
        for place, (count, confidence, accuracy) in enumerate(curve)
        if count
    ]


def calibration_error(curve: FloatArray) -> float | None:
    """Return the expected calibration error, 0..1; None without answers.

    That is the mean distance of confidence and accuracy of the bins, by their numbers of answers.
    """
    counts, confidences, accuracies = curve.T
    total = float(counts.sum())
    return float(counts @ np.abs(confidences - accuracies)) / total if total else None
