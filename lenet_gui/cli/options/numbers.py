"""Numbers on the command line."""

from __future__ import annotations

import argparse
import math


def part(text: str) -> float:
    """Return a number from 0 to 1; "none" is 1, with which everything is accepted."""
    value = 1.0 if text == "none" else number(text)
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text} is neither a number from 0 to 1 nor 'none'")
    return value


def number(text: str) -> float:
    """Return a finite number; Python's float also accepts "nan" and "inf"."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _no_number(text, "number")
    return value


def whole_number(text: str) -> int:
    """Return an integer."""
    try:
        return int(text)
    except ValueError:
        raise _no_number(text, "whole number") from None


def _no_number(text: str, kind: str) -> argparse.ArgumentTypeError:
    """Return the error that a text is no number; a comma may mean two things."""
    hint = "; write a decimal point, and no group separators" if "," in text else ""
    return argparse.ArgumentTypeError(f"{text} is not a valid {kind}{hint}")
