"""The reject rule as JSON values in a checkpoint's metadata."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any, get_args

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import RejectCurve, RejectRule, RejectScore
from lenet_gui.engine.recognition.reject_calibration import risks

MAX_CURVE_ROWS = 1000  # calibration writes about 50
_MAX_SAMPLES = 10**9


def reject_rule_as_json(rule: RejectRule | None) -> dict[str, Any] | None:
    """Convert a rule to JSON values."""
    return None if rule is None else asdict(rule)


def reject_rule_from_json(values: dict[str, Any] | None) -> RejectRule | None:
    """Convert JSON values to a rule; those of older files have no curves.

    Raises BadInput if they are damaged.
    """
    if values is None:
        return None
    try:
        return _rule(values)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadInput("its reject rule is damaged.") from None


def _rule(values: dict[str, Any]) -> RejectRule:
    dial = values.get("accepted_errors")
    curves = values.get("curves", [])
    if not isinstance(curves, list) or len(curves) > len(get_args(RejectScore)):
        raise ValueError
    return RejectRule(
        _score(values),
        _number(values["threshold"]),
        _number(values["j"]),
        str(values["chosen"]),
        _number(values.get("second", 0.0)),
        _number(values.get("difference", 0.0)),
        None if dial is None else _number(dial, 0.0, 1.0),
        tuple(_curve(each) for each in curves),
    )


def _curve(values: dict[str, Any]) -> RejectCurve:
    score = _score(values)
    thresholds = tuple(tuple(map(_number, row)) for row in values["thresholds"])
    if not 1 <= len(thresholds) <= MAX_CURVE_ROWS:
        raise ValueError
    if {len(row) for row in thresholds} != {3 if score == "1990" else 1}:
        raise ValueError
    digits, others = _count(values["digits"]), _count(values["others"])
    accepted, wrong, others_accepted = (
        tuple(map(_count, values[key])) for key in ("accepted", "wrong", "others_accepted")
    )
    if {len(accepted), len(wrong), len(others_accepted)} != {len(thresholds)} or digits < 1:
        raise ValueError
    if (
        max(accepted) > digits
        or max(others_accepted) > others
        or list(accepted) != sorted(accepted, reverse=True)
    ):
        raise ValueError
    if any(more > less for more, less in zip(wrong, accepted, strict=True)):
        raise ValueError
    part = _number(values["non_digit_part"], 0.0, 1.0)
    counts = accepted, wrong, others_accepted
    curve = RejectCurve(score, thresholds, *counts, digits, others, part)
    if risks(curve)[-1] > 0:  # the strictest setting must satisfy every position of the dial
        raise ValueError
    return curve


def _score(values: dict[str, Any]) -> RejectScore:
    score: RejectScore = values["score"]
    if score not in get_args(RejectScore):
        raise ValueError
    return score


def _number(value: Any, low: float = -math.inf, high: float = math.inf) -> float:
    number = float(value)
    if not math.isfinite(number) or not low <= number <= high:
        raise ValueError
    return number


def _count(value: Any) -> int:
    if not isinstance(value, int) or not 0 <= value <= _MAX_SAMPLES:
        raise ValueError
    return value
