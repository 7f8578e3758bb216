"""How well a reader does on labelled data, said with its uncertainty."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from lenet_gui.common.values import Evaluation
from lenet_gui.engine.data.datasets import Dataset
from lenet_gui.engine.ink.normalization import LARGEST_DOT, ink_extents
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_rule import rankings

Z_95 = 1.959964


def wilson_interval(errors: int, count: int, z: float = Z_95) -> tuple[float, float]:
    """Interval of a rate (Wilson 1927) of ``count`` > 0 samples: honest for few errors, never
    below 0 or above 1."""
    rate = errors / count
    middle = (rate + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(rate * (1 - rate) / count + (z / (2 * count)) ** 2)
    return max(0.0, middle - half), min(1.0, middle + half)


def evaluate(recognizer: Recognizer, dataset: Dataset) -> Evaluation:
    """Read every sample as the window would; labels that are no class count as non-digits."""
    names = recognizer.checkpoint.class_names
    evidence = recognizer.evidence(dataset.images)
    answers = rankings(evidence)[:, 0] if len(evidence) else np.empty(0, int)
    labels = dataset.indices(names)
    known = labels >= 0
    correct = answers == labels
    accepted = ink_extents(dataset.images) > LARGEST_DOT
    accepted &= recognizer.accepts(evidence)
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
    """As plain JSON values, as a checkpoint's ``evaluation`` holds them."""
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
