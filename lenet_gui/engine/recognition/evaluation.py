"""Evaluation of a network on labelled data, with the uncertainty of its error rate."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.ink.normalization import MAX_DOT_SIDE, ink_extents
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_rule import rankings

Z_95 = 1.959964  # the 97.5 % quantile of the normal distribution: a 95 % interval


def wilson_interval(errors: int, count: int, z: float = Z_95) -> tuple[float, float]:
    """Return Wilson's interval (1927) of an error rate of ``count`` > 0 samples, within 0..1.

    Unlike the normal approximation, it is right for few errors, too.
    """
    rate = errors / count
    middle = (rate + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(rate * (1 - rate) / count + (z / (2 * count)) ** 2)
    return max(0.0, middle - half), min(1.0, middle + half)


def evaluate(recognizer: Recognizer, dataset: Dataset) -> Evaluation:
    """Evaluate a recognizer on every sample, with its reject rule, as the window reads.

    Labels that are no class of the network count as non-digits.
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
    )


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """Convert an evaluation to JSON values, as a checkpoint's ``evaluation`` holds them."""
    return {
        "network": evaluation.network,
        "data": evaluation.data,
        "count": evaluation.count,
        "errors": evaluation.errors,
        "error_rate": evaluation.error_rate,
        "interval": None if evaluation.interval is None else list(evaluation.interval),
        "rejected": evaluation.rejected,
        "accepted_error_rate": evaluation.accepted_error_rate,
        "confusion": evaluation.confusion.tolist(),
    }
