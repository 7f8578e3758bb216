"""Reads the values of a frame; each function raises LookupError or ValueError for other types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lenet_gui.common.wire.frames import Frame


def array_in(frame: Frame, name: str, dtype: str, *dimensions: int) -> np.ndarray:
    """Return an array of that type with one of these numbers of dimensions."""
    array = frame.arrays[name]
    if array.dtype.name != dtype or array.ndim not in dimensions:
        raise ValueError
    return array


def text_in(values: Mapping[str, Any], name: str) -> str:
    found = values[name]
    if not isinstance(found, str):
        raise ValueError
    return found


def texts_in(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    found: Sequence[Any] = values[name]
    if not isinstance(found, list | tuple) or not all(isinstance(text, str) for text in found):
        raise ValueError
    return tuple(found)


def count_in(values: Mapping[str, Any], name: str) -> int:
    found = values[name]
    if type(found) is not int or not 0 <= found < 1 << 62:
        raise ValueError
    return found


def number_in(values: Mapping[str, Any], name: str) -> float:
    found = values[name]
    if type(found) not in (int, float):
        raise ValueError
    return float(found)


def number_or_none_in(values: Mapping[str, Any], name: str) -> float | None:
    return None if values[name] is None else number_in(values, name)


def flag_in(values: Mapping[str, Any], name: str) -> bool:
    found = values[name]
    if type(found) is not bool:
        raise ValueError
    return found
