"""The entries of a checkpoint's metadata, which are JSON texts, as values that were checked."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, get_args

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import is_class_name, is_printable
from lenet_gui.common.values import DataPart


def class_names_in(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """Return the class names in a checkpoint's metadata. Raises BadInput if they are damaged."""
    names = json_entry(metadata, "class_names", list)
    if not all(map(is_class_name, names)):
        raise BadInput("its class names are not texts of 1 to 100 visible characters.")
    if len(set(names)) != len(names):
        raise BadInput("two of its classes have the same name.")
    return tuple(names)


def specification_in(metadata: Mapping[str, str]) -> dict[str, Any]:
    """Return the architecture that a file carries, {} if it carries none. Raises BadInput."""
    if "specification" not in metadata:
        return {}
    found: dict[str, Any] = json_entry(metadata, "specification", dict)
    return found


def evaluation_in(metadata: Mapping[str, str]) -> dict[str, Any]:
    """Return the evaluation in a checkpoint's metadata, without entries of impossible values."""
    said = json_entry(metadata, "evaluation", dict)
    found = {
        key: value for key, value in said.items() if _EVALUATION_CHECKS.get(key, _anything)(value)
    }
    for key in found.keys() & _EVALUATION_FLOATS:  # JSON may have the integers 0 and 1
        found[key] = float(found[key])
    if "interval" in found:
        found["interval"] = [float(end) for end in found["interval"]]
    return found


def is_rate(value: object) -> bool:
    """Return whether a JSON value is a number 0..1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_interval(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(is_rate, value))


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 10**12


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 200 and is_printable(value)


def _is_loss(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**12


def _is_part(value: object) -> bool:
    return value in get_args(DataPart)


def _anything(value: object) -> bool:
    return True


_EVALUATION_CHECKS: dict[str, Callable[[object], bool]] = {
    "errors": _is_count,
    "count": _is_count,
    "error_rate": is_rate,
    "interval": _is_interval,
    "data": _is_short,
    "part": _is_part,
    "accuracy": is_rate,
    "loss": _is_loss,
    "calibration_error": is_rate,
}
_EVALUATION_FLOATS = {"error_rate", "accuracy", "loss", "calibration_error"}


def json_entry(metadata: Mapping[str, str], key: str, kind: Any) -> Any:
    """Parse a JSON entry of a checkpoint's metadata.

    Raises BadInput if it is missing, unreadable, or not an instance of ``kind``.
    """
    try:
        value = json.loads(metadata[key])
        json.dumps(value, ensure_ascii=False).encode()  # raises for lone surrogates
    except (KeyError, ValueError, RecursionError):
        raise BadInput("its metadata lacks a readable entry {key}.", key=key) from None
    if not isinstance(value, kind):
        raise BadInput("its metadata entry {key} has the wrong type.", key=key)
    return value
