"""Texts of What's This for the columns of the network picture."""

from __future__ import annotations

from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.engine.networks.subsampling import Subsampling
from lenet_gui.gui.glossary.entry import translate
from lenet_gui.gui.glossary.numbers.layers import size_sentence
from lenet_gui.gui.glossary.numbers.maps import pooling_name
from lenet_gui.gui.glossary.table import TERMS


def what_is(layer: str, architecture: Architecture) -> tuple[str, str]:
    """Return what a column of the network picture shows, as plain text, and its term's key.

    layer: "INPUT" or the name of a layer of the architecture. For ``with_terms``.
    """
    if layer == "INPUT":
        size = _size(architecture.input_shape)
        text = translate(
            "WhatIs", "The picture as the network sees it: {0}, prepared as its training data was."
        )
        return text.format(size), "input"
    placed = architecture.layer(layer)
    below = architecture.below(layer)
    return (
        f"{_kind(placed.layer.operation, below)} {size_sentence(placed)}",
        term_of_layer(layer),
    )


def term_of_layer(layer: str) -> str:
    """Return the key of the term of a layer or of "INPUT"; "layer" for one without its own."""
    return layer.lower() if layer.lower() in TERMS else "layer"


def _kind(operation: object, below: str) -> str:
    if isinstance(operation, Convolution):
        text = translate(
            "WhatIs", "A convolution: kernels of {0}×{0} look for patterns everywhere in {1}."
        )
        return text.format(operation.kernel, below)
    if isinstance(operation, Subsampling):
        text = translate(
            "WhatIs", "Subsampling ({0}): each unit makes one number of a small square of {1}."
        )
        return text.format(pooling_name(operation.kind), below)
    if isinstance(operation, EuclideanRBF):
        text = translate(
            "WhatIs", "Penalties: how far {0} is from the code of each class; the smallest wins."
        )
        return text.format(below)
    assert isinstance(operation, FullConnection)
    return translate("WhatIs", "A full connection: each unit reads all units of {0}.").format(below)


def _size(shape: Shape) -> str:
    channels, rows, columns = shape
    return f"{channels} @ {rows}×{columns}"
