"""Inputs and attributes of the nodes of an ONNX graph, and nodes that are one function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from lenet_gui.engine.importing.readers.refusals import unknown_layer
from lenet_gui.engine.importing.steps import Step
from lenet_gui.engine.networks.activation_functions import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
)


def at(node: Any, place: int) -> str:
    """Return the name of an input of a node, empty if it has none there."""
    return node.input[place] if place < len(node.input) else ""


def value_of(attribute: Any) -> Any:
    """Return the value of an attribute of a node: a number, bytes or a list of integers."""
    if attribute.type == attribute.INTS:
        return [int(value) for value in attribute.ints]
    if attribute.type == attribute.INT:
        return int(attribute.i)
    if attribute.type == attribute.FLOAT:
        return float(attribute.f)
    return bytes(attribute.s)


def with_scaled_tanh(
    steps: list[Step], scalar: Callable[[str], float | None], file: str
) -> list[Step]:
    """Return the steps with factor, tanh, factor joined. Raises BadInput for other factors."""
    found: list[Step] = []
    ahead = list(steps)
    while ahead:
        words = [step.word for step in ahead[:3]]
        if words == ["factor", "tanh", "factor"]:
            factors = [scalar(ahead[place].tensors["factor"]) or 0.0 for place in (0, 2)]
            if np.allclose(factors, [SCALED_TANH_SLOPE, SCALED_TANH_AMPLITUDE], 1e-4):
                found.append(Step("function", ahead[1].name, word="scaled tanh"))
                del ahead[:3]
                continue
        if words[0] == "factor":
            raise unknown_layer(file, ahead[0].name, "Mul")
        found.append(ahead.pop(0))
    return found
