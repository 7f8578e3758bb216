"""Inputs and attributes of the nodes of an ONNX graph."""

from __future__ import annotations

from typing import Any


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
