"""Turns the values of a training into frames and back.

Types and sizes are checked on the way back: ``X_of`` raises BadInput for a frame that does not hold
an X.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import (
    TrainingProgress,
    TrainingReport,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.common.wire.checked_values import (
    array_in,
    count_in,
    flag_in,
    number_in,
    number_or_none_in,
    text_in,
    texts_in,
)
from lenet_gui.common.wire.evaluation_values import evaluation_in, evaluation_parts
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
    if trace := text_in(frame.values, "trace"):
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
    digits, augmented = (array_in(frame, name, "uint8", 3, 4) for name in ("digits", "distorted"))
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
        texts_in(values, "class_names"),
        count_in(values, "samples"),
        count_in(values, "validation_samples"),
        count_in(values, "test_samples"),
        text_in(values, "device"),
        text_in(values, "output"),
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
    newest = TrainingStep(
        epoch=count_in(values, "epoch"),
        step=count_in(values, "step"),
        steps=count_in(values, "steps"),
        progress=number_in(values, "progress"),
        loss=number_in(values, "loss"),
        rate=number_in(values, "rate"),
        train_error=number_in(values, "train_error"),
        seconds=number_in(values, "seconds"),
        validating=flag_in(values, "validating"),
        validation_error=number_or_none_in(values, "validation_error"),
        validation_loss=number_or_none_in(values, "validation_loss"),
        weights=_without_prefix(frame) if flag_in(values, "weights") else None,
    )
    steps, losses = array_in(frame, "steps", "int64", 1), array_in(frame, "losses", "float32", 1)
    errors = array_in(frame, "train_errors", "float32", 1)
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
    values["validation"], arrays = evaluation_parts(report.validation, "validation/")
    if report.test is not None:
        values["test"], more = evaluation_parts(report.test, "test/")
        arrays |= more
    return Frame("finished", values, arrays | {"images": report.images})


@_checked
def report_of(frame: Frame) -> TrainingReport:
    """Return the report that a frame holds."""
    values = frame.values
    test = None if values["test"] is None else evaluation_in(frame, "test")
    images = array_in(frame, "images", "uint8", 3, 4)
    if len(images) != (0 if test is None else test.count):
        raise ValueError
    return TrainingReport(
        config_of(frame),
        text_in(values, "output"),
        number_in(values, "seconds"),
        number_in(values, "cpu_seconds"),
        evaluation_in(frame, "validation"),
        test,
        images,
    )


def _with_prefix(weights: Mapping[str, FloatArray]) -> dict[str, np.ndarray]:
    return {_WEIGHTS + name: np.asarray(array, np.float32) for name, array in weights.items()}


def _without_prefix(frame: Frame) -> dict[str, FloatArray]:
    return {
        name.removeprefix(_WEIGHTS): array
        for name, array in frame.arrays.items()
        if name.startswith(_WEIGHTS) and array.dtype == np.float32
    }
