"""Numbers of the way from ink to the input, and of what explains an answer."""

from __future__ import annotations

from lenet_gui.engine.ink.normalization import BLOCK_SIDE, DIGIT_SIDE
from lenet_gui.engine.ink.painting import PAINTING_SCALE
from lenet_gui.engine.ink.rasterizer import PAGE_SIDE, RECOGNITION_SCALE
from lenet_gui.gui.glossary.numbers.layers import input_layer
from lenet_gui.gui.glossary.numbers.sentences import (
    nothing_drawn,
    side_by_side,
    translate,
    whole,
)
from lenet_gui.gui.glossary.open_network import OpenNetwork

SQUARE, SQUARE_STEP = 4, 2  # pixels, of occlusion


def rasterization(network: OpenNetwork) -> tuple[str, ...]:
    ink = network.architecture.sees == "ink"
    side, scale = round(PAGE_SIDE), RECOGNITION_SCALE if ink else PAINTING_SCALE
    pixels = round(PAGE_SIDE * scale)
    text = translate("TermNumbers", "A page of {0} units becomes {1} pixels.")
    return (text.format(side_by_side(side, side), side_by_side(pixels, pixels)),)


def normalization(network: OpenNetwork) -> tuple[str, ...]:
    if network.architecture.sees == "picture":
        text = translate("TermNumbers", "This network sees pictures, resized to {0}.")
        return (text.format(side_by_side(*network.architecture.input_shape[1:])),)
    normalized = network.recognition.normalized
    if normalized is None or normalized.box is None:
        return nothing_drawn()
    top, left, bottom, right = normalized.box
    text = translate(
        "TermNumbers",
        "The ink now has {0} pixels; its longer side becomes {1}, and the block moves by {2} rows "
        "and {3} columns within {4}.",
    )
    ink = side_by_side(bottom - top, right - left)
    digit = side_by_side(DIGIT_SIDE, DIGIT_SIDE)
    rows, columns = normalized.shift
    return (text.format(ink, BLOCK_SIDE, f"{rows:+d}", f"{columns:+d}", digit),)


def occlusion(network: OpenNetwork) -> tuple[str, ...]:
    _, rows, columns = network.architecture.input_shape
    down, across = ((side - SQUARE) // SQUARE_STEP + 1 for side in (rows, columns))
    text = translate(
        "TermNumbers", "Squares of {0} in steps of {1} pixels: {2}·{3} = {4} places on {5} pixels."
    )
    square, size = side_by_side(SQUARE, SQUARE), side_by_side(rows, columns)
    return (text.format(square, SQUARE_STEP, down, across, whole(down * across), size),)


def whole_input(network: OpenNetwork) -> tuple[str, ...]:
    return input_layer(network)
