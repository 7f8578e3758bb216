"""Evaluation of a network on labelled data, with the uncertainty of its error rate."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.values import DataPart, Evaluation, FloatArray
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.ink.normalization import MAX_DOT_SIDE, ink_extents
from lenet_gui.engine.recognition.calibration_curve import (
    calibration_bins,
    calibration_curve,
    calibration_error,
)
from lenet_gui.engine.recognition.class_figures import class_figures
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_rule import rankings
from lenet_gui.engine.recognition.wilson import wilson_interval

_ROWS_AT_ONCE = 10_000  # of evidence, in float64


def evaluate(recognizer: Recognizer, dataset: Dataset, part: DataPart = "") -> Evaluation:
    """Evaluate a recognizer on every sample, with its reject rule, as the window reads.

    part: what ``dataset`` is of its source. Labels that are no class of the network count as
    non-digits.
    """
    names = recognizer.checkpoint.class_names
    evidence = recognizer.evidence(dataset.images)
    answers = rankings(evidence)[:, 0] if len(evidence) else np.empty(0, int)
    labels = dataset.indices(names)
    known = labels >= 0
    correct = answers == labels
    accepted = recognizer.accepts(evidence)
    if recognizer.architecture.sees == "ink":
        accepted &= ink_extents(dataset.images) > MAX_DOT_SIDE
    labelled, errors = int(known.sum()), int((known & ~correct).sum())
    accepted_known = int((accepted & known).sum())
    confusion = np.zeros((len(names), len(names)), np.int64)
    np.add.at(confusion, (labels[known], answers[known]), 1)
    confidences, losses = _confidences_and_losses(evidence[known], labels[known])
    return Evaluation(
        network=recognizer.name,
        data=dataset.name,
        count=len(dataset),
        labelled=labelled,
        errors=errors,
        error_rate=errors / labelled if labelled else None,
        interval=wilson_interval(errors, labelled) if labelled else None,
        rejected=int((~accepted).sum()),
        accepted_error_rate=(
            int((accepted & known & ~correct).sum()) / accepted_known if accepted_known else None
        ),
        confusion=confusion,
        class_names=names,
        misread=np.flatnonzero(known & ~correct),
        labels=labels,
        answers=answers.astype(np.int64),
        part=part,
        loss=_finite_mean(losses),
        calibration=calibration_curve(confidences, correct[known]),
    )


def _confidences_and_losses(
    evidence: FloatArray, labels: NDArray[np.int64]
) -> tuple[FloatArray, FloatArray]:
    """Return the probability of the best class and -ln of the label's, float64 (samples,) each.

    evidence: (samples, classes); labels: class indices.
    """
    best, losses = np.zeros(len(labels)), np.zeros(len(labels))
    for start in range(0, len(labels), _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        wide = evidence[rows].astype(np.float64)
        highest = wide.max(axis=1)
        log_sum = np.log(np.exp(wide - highest[:, None]).sum(axis=1))
        best[rows] = np.exp(-log_sum)
        losses[rows] = log_sum + highest - wide[np.arange(len(wide)), labels[rows]]
    return np.nan_to_num(best), losses


def _finite_mean(losses: FloatArray) -> float | None:
    """Return the mean; None without any, or if weights are too large for finite numbers."""
    mean = float(losses.mean()) if len(losses) else math.nan
    return mean if math.isfinite(mean) else None


def record_of(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures that a checkpoint's ``evaluation`` keeps, as JSON values: no arrays."""
    return {
        "network": evaluation.network,
        "data": evaluation.data,
        "part": evaluation.part,
        "count": evaluation.count,
        "errors": evaluation.errors,
        "error_rate": evaluation.error_rate,
        "interval": None if evaluation.interval is None else list(evaluation.interval),
        "accuracy": evaluation.accuracy,
        "loss": evaluation.loss,
        "calibration_error": calibration_error(evaluation.calibration),
        "rejected": evaluation.rejected,
        "accepted_error_rate": evaluation.accepted_error_rate,
    }


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Convert an evaluation to JSON values: its record, and what has a row for each class or bin.

    Rates are 0..1; those without samples are None.
    """
    classes = [
        {"class": each.name, "count": each.count, "answered": each.answered,
         "precision": each.precision, "recall": each.recall}
        for each in class_figures(evaluation)
    ]  # fmt: skip
    calibration = [
        {"low": each.low, "high": each.high, "count": each.count, "confidence": each.confidence,
         "accuracy": each.accuracy, "interval": list(each.interval)}
        for each in calibration_bins(evaluation.calibration)
    ]  # fmt: skip
    return record_of(evaluation) | {
        "confusion": evaluation.confusion.tolist(),
        "classes": classes,
        "calibration": calibration,
    }
