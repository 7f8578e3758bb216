"""Errors that readers of described networks share."""

from __future__ import annotations

from lenet_gui.common.bad_input import BadInput


def unknown_layer(file: str, name: str, kind: str) -> BadInput:
    """Return the error that this program has no such layer, or none with such settings."""
    return BadInput(
        "{file} cannot be imported: its layer {layer} ({kind}) is of a kind, or has settings, "
        "that networks here do not have.",
        file=file,
        layer=name[:100],
        kind=kind[:100],
    )


def no_chain(file: str) -> BadInput:
    """Return the error that layers do not follow each other one by one."""
    return BadInput(
        "{file} cannot be imported: its layers are not one chain from a picture to its classes.",
        file=file,
    )
