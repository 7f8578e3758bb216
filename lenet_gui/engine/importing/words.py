"""The words for what a file may leave open, as options have them. Imports nothing slow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lenet_gui.common.bad_input import BadChoice

InkTone = Literal["bright", "dark"]
FUNCTIONS = ("relu", "tanh", "sigmoid", "scaled tanh")
POOLINGS = ("max", "average")
TONES: tuple[InkTone, ...] = ("bright", "dark")
_MEAN, _DEVIATION = 0.1307, 0.3081  # of MNIST's pixels, by which tutorials standardize
# The inputs for the darkest and the brightest byte, the most usual first.
INPUT_RANGES: Mapping[str, tuple[float, float]] = {
    "0..1": (0.0, 1.0),
    "standardized": ((0.0 - _MEAN) / _DEVIATION, (1.0 - _MEAN) / _DEVIATION),
    "-1..1": (-1.0, 1.0),
    "0..255": (0.0, 255.0),
    "1998": (-0.1, 1.175),
}


def range_of(word: str) -> tuple[float, float]:
    """Return the inputs for the darkest and the brightest byte. Raises BadChoice for no range.

    word: one of ``INPUT_RANGES``, or two numbers as in "-0.5..0.5".
    """
    if word in INPUT_RANGES:
        return INPUT_RANGES[word]
    low, dots, high = word.partition("..")
    try:
        ends = float(low), float(high)
        if not dots or not all(abs(end) <= 1000 for end in ends) or ends[0] == ends[1]:
            raise ValueError
    except ValueError:
        raise BadChoice(
            "{word} is no range of inputs. Ranges: {names}, or two numbers such as -0.5..0.5.",
            word=word,
            names=", ".join(INPUT_RANGES),
        ) from None
    return ends
