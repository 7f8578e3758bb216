"""Turns the values of a training into frames and back.

Types and sizes are checked on the way back: ``X_of`` raises BadInput for a frame that does not hold
an X.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import (
    TrainingChanges,
    TrainingConfig,
    TrainingProgress,
    TrainingReport,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.common.values import ByteArray, Evaluation, FloatArray
from lenet_gui.common.wire.frames import Frame, FrameKind, garbled

_Value = TypeVar("_Value")

_WEIGHTS = "weights/"
MAX_NESTED_ERRORS = 3  # an error can be a detail of another one


def _checked(convert: Callable[[Frame], _Value]) -> Callable[[Frame], _Value]:
    """Decorate ``convert``, so that it raises nothing but BadInput for a malformed frame."""

    @wraps(convert)
    def checked(frame: Frame) -> _Value:
        try:
            return convert(frame)
        except BadInput:
            raise
        except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
            raise garbled() from None

    return checked


def error_frame(error: BadInput, trace: str = "", **values: str) -> Frame:
    """Return an error as a frame. trace: the traceback, for a report of the error."""
    return Frame("failed", _error_values(error) | {"trace": trace} | values)


def _error_values(error: BadInput) -> dict[str, Any]:
    """Return template and details as JSON values; details are texts or errors again."""
    details = {
        name: _error_values(value) if isinstance(value, BadInput) else str(value)
        for name, value in error.details.items()
    }
    return {"template": error.template, "details": details}


@_checked
def error_of(frame: Frame) -> BadInput:
    """Return the error; its ``__notes__`` hold the traceback, if there is one."""
    error = _error_from(frame.values)
    if trace := _text(frame.values, "trace"):
        error.add_note(trace)
    return error


def _error_from(values: Mapping[str, Any], depth: int = 0) -> BadInput:
    template, details = values["template"], values["details"]
    texts = [template, *(text for text in details.values() if not isinstance(text, dict))]
    if depth > MAX_NESTED_ERRORS or not all(isinstance(text, str) for text in texts):
        raise ValueError
    filled = {
        name: _error_from(value, depth + 1) if isinstance(value, dict) else value
        for name, value in details.items()
    }
    return BadInput(template, **filled)


def config_frame(kind: FrameKind, config: TrainingConfig, **values: Any) -> Frame:
    """Return a frame with a training, and other values beside it."""
    return Frame(kind, {"config": config.as_json(), **values})


@_checked
def config_of(frame: Frame) -> TrainingConfig:
    """Return the training that a frame holds."""
    return TrainingConfig.from_json(frame.values["config"])


def changes_frame(changes: TrainingChanges) -> Frame:
    """Return the command to change a running training."""
    return Frame("change", changes.as_json())


@_checked
def changes_of(frame: Frame) -> TrainingChanges:
    """Return the changes that a frame holds."""
    return TrainingChanges.from_json(frame.values)


@_checked
def preview_of(frame: Frame) -> tuple[ByteArray, ByteArray]:
    """Return samples as they are and augmented.

    Both uint8 (n, side, side), or (n, channels, side, side) of pictures.
    """
    digits, augmented = (_array(frame, name, "uint8", 3, 4) for name in ("digits", "distorted"))
    if len(digits) != len(augmented):
        raise ValueError
    return digits, augmented


def start_frame(start: TrainingStart) -> Frame:
    """Return the message that a training has started."""
    names = ("samples", "validation_samples", "test_samples", "device", "output")
    values = {name: getattr(start, name) for name in names}
    values["class_names"] = list(start.class_names)
    values["specification"] = dict(start.specification)
    arrays = _with_prefix(start.weights)
    return Frame("started", values | {"config": start.config.as_json()}, arrays)


@_checked
def start_of(frame: Frame) -> TrainingStart:
    """Return the start that a frame holds."""
    values = frame.values
    return TrainingStart(
        config_of(frame),
        _texts(values, "class_names"),
        _count(values, "samples"),
        _count(values, "validation_samples"),
        _count(values, "test_samples"),
        _text(values, "device"),
        _text(values, "output"),
        _without_prefix(frame),
        dict(values["specification"]),
    )


def progress_frame(progress: TrainingProgress) -> Frame:
    """Return the message about new steps."""
    newest = progress.newest
    names = [name for name in TrainingStep.__slots__ if name != "weights"]
    arrays: dict[str, np.ndarray] = {
        "steps": progress.steps,
        "losses": progress.losses,
        "train_errors": progress.train_errors,
    }
    if newest.weights is not None:
        arrays |= _with_prefix(newest.weights)
    values = {name: getattr(newest, name) for name in names}
    return Frame("progress", values | {"weights": newest.weights is not None}, arrays)


@_checked
def progress_of(frame: Frame) -> TrainingProgress:
    """Return the progress that a frame holds."""
    values = frame.values
    error = values["validation_error"]
    newest = TrainingStep(
        epoch=_count(values, "epoch"),
        step=_count(values, "step"),
        steps=_count(values, "steps"),
        progress=_number(values, "progress"),
        loss=_number(values, "loss"),
        rate=_number(values, "rate"),
        train_error=_number(values, "train_error"),
        seconds=_number(values, "seconds"),
        validating=_flag(values, "validating"),
        validation_error=None if error is None else _number(values, "validation_error"),
        weights=_without_prefix(frame) if _flag(values, "weights") else None,
    )
    steps, losses = _array(frame, "steps", "int64", 1), _array(frame, "losses", "float32", 1)
    errors = _array(frame, "train_errors", "float32", 1)
    if not len(steps) == len(losses) == len(errors):
        raise ValueError
    return TrainingProgress(newest, steps, losses, errors)


def report_frame(report: TrainingReport) -> Frame:
    """Return the message that a training has ended, with its result."""
    values: dict[str, Any] = {
        "config": report.config.as_json(),
        "output": report.output,
        "seconds": report.seconds,
        "cpu_seconds": report.cpu_seconds,
        "test": None,
    }
    values["validation"], arrays = _evaluation_parts(report.validation, "validation/")
    if report.test is not None:
        values["test"], more = _evaluation_parts(report.test, "test/")
        arrays |= more
    return Frame("finished", values, arrays | {"images": report.images})


@_checked
def report_of(frame: Frame) -> TrainingReport:
    """Return the report that a frame holds."""
    values = frame.values
    test = None if values["test"] is None else _evaluation(frame, "test")
    images = _array(frame, "images", "uint8", 3, 4)
    if len(images) != (0 if test is None else test.count):
        raise ValueError
    return TrainingReport(
        config_of(frame),
        _text(values, "output"),
        _number(values, "seconds"),
        _number(values, "cpu_seconds"),
        _evaluation(frame, "validation"),
        test,
        images,
    )


_EVALUATION_ARRAYS = {
    "confusion": 2,
    "misread": 1,
    "labels": 1,
    "answers": 1,
}  # numbers of dimensions
_EVALUATION_COUNTS = ("count", "labelled", "errors", "rejected")


def _evaluation_parts(
    evaluation: Evaluation, prefix: str
) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """Return the values and, by name behind ``prefix``, the arrays of an evaluation."""
    arrays = {prefix + name: getattr(evaluation, name) for name in _EVALUATION_ARRAYS}
    names = [name for name in Evaluation.__slots__ if name not in _EVALUATION_ARRAYS]
    return {name: getattr(evaluation, name) for name in names}, {
        name: np.asarray(array, np.int64) for name, array in arrays.items()
    }


def _evaluation(frame: Frame, key: str) -> Evaluation:
    values = frame.values[key]
    interval, names = values["interval"], _texts(values, "class_names")
    found: dict[str, Any] = {name: _count(values, name) for name in _EVALUATION_COUNTS}
    for name, dimensions in _EVALUATION_ARRAYS.items():
        found[name] = _array(frame, f"{key}/{name}", "int64", dimensions)
    for name in ("error_rate", "accepted_error_rate"):
        found[name] = None if values[name] is None else _number(values, name)
    for name in ("network", "data"):
        found[name] = _text(values, name)
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
    if evaluation.confusion.shape != (classes, classes):
        raise ValueError


def _with_prefix(weights: Mapping[str, FloatArray]) -> dict[str, np.ndarray]:
    return {_WEIGHTS + name: np.asarray(array, np.float32) for name, array in weights.items()}


def _without_prefix(frame: Frame) -> dict[str, FloatArray]:
    return {
        name.removeprefix(_WEIGHTS): array
        for name, array in frame.arrays.items()
        if name.startswith(_WEIGHTS) and array.dtype == np.float32
    }


def _array(frame: Frame, name: str, dtype: str, *dimensions: int) -> np.ndarray:
    array = frame.arrays[name]
    if array.dtype.name != dtype or array.ndim not in dimensions:
        raise ValueError
    return array


def _text(values: Mapping[str, Any], name: str) -> str:
    found = values[name]
    if not isinstance(found, str):
        raise ValueError
    return found


def _texts(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found: Sequence[Any] = values[name]
    if not isinstance(found, list | tuple) or not all(isinstance(text, str) for text in found):
        raise ValueError
    return tuple(found)


def _count(values: Mapping[str, Any], name: str) -> int:
    found = values[name]
    if type(found) is not int or not 0 <= found < 1 << 62:
        raise ValueError
    return found


def _number(values: Mapping[str, Any], name: str) -> float:
    found = values[name]
    if type(found) not in (int, float):
        raise ValueError
    return float(found)


def _flag(values: Mapping[str, Any], name: str) -> bool:
    found = values[name]
    if type(found) is not bool:
        raise ValueError
    return found
