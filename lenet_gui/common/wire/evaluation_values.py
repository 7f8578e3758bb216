"""Turns evaluations into the values and arrays of a frame and back."""

from __future__ import annotations

from typing import Any, get_args

import numpy as np

from lenet_gui.common.values import DataPart, Evaluation
from lenet_gui.common.wire.checked_values import (
    array_in,
    count_in,
    number_or_none_in,
    text_in,
    texts_in,
)
from lenet_gui.common.wire.frames import Frame

_ARRAYS = {
    "confusion": ("int64", 2),
    "misread": ("int64", 1),
    "labels": ("int64", 1),
    "answers": ("int64", 1),
    "calibration": ("float64", 2),
}  # types, numbers of dimensions
_COUNTS = ("count", "labelled", "errors", "rejected")


def evaluation_parts(
    evaluation: Evaluation, prefix: str
) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Return the values and, by name behind ``prefix``, the arrays of an evaluation."""
    names = [name for name in Evaluation.__slots__ if name not in _ARRAYS]
    return {name: getattr(evaluation, name) for name in names}, {
        prefix + name: np.asarray(getattr(evaluation, name), kind)
        for name, (kind, _) in _ARRAYS.items()
    }


def evaluation_in(frame: Frame, key: str) -> Evaluation:
    """Return the evaluation under ``key`` of a frame.

    Raises LookupError, TypeError or ValueError if it is malformed.
    """
    values = frame.values[key]
    interval, names = values["interval"], texts_in(values, "class_names")
    found: dict[str, Any] = {name: count_in(values, name) for name in _COUNTS}
    for name, form in _ARRAYS.items():
        found[name] = array_in(frame, f"{key}/{name}", *form)
    for name in ("error_rate", "accepted_error_rate", "loss"):
        found[name] = number_or_none_in(values, name)
    for name in ("network", "data", "part"):
        found[name] = text_in(values, name)
    found["interval"] = None if interval is None else (float(interval[0]), float(interval[1]))
    evaluation = Evaluation(class_names=names, **found)
    _check_sizes(evaluation)
    return evaluation


def _check_sizes(evaluation: Evaluation) -> None:
    """Raise ValueError if an index is out of range or an array has another length."""
    classes, count = len(evaluation.class_names), evaluation.count
    limits = (
        (evaluation.labels, -1, classes),
        (evaluation.answers, 0, classes),
        (evaluation.misread, 0, count),
    )
    if any(((array < low) | (array >= high)).any() for array, low, high in limits):
        raise ValueError
    if not len(evaluation.labels) == len(evaluation.answers) == count:
        raise ValueError
    if evaluation.confusion.shape != (classes, classes) or evaluation.calibration.shape[1] != 3:
        raise ValueError
    if evaluation.part not in get_args(DataPart) or not np.isfinite(evaluation.calibration).all():
        raise ValueError
