"""Networks that see pictures, with random weights, and pictures for them."""

from dataclasses import replace

import numpy as np

from lenet_gui.common.values import ByteArray, Colour, Drawing
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.ink.rasterizer import make_stroke
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.gui.helpers import FOUR
from tests.helpers import lively_weights

COLOURS = ("blue", "green", "red", "yellow")
RED: Colour = (220, 30, 30)
BLUE: Colour = (20, 60, 200)
YELLOW: Colour = (255, 235, 90)


def seeing_pictures(name: str = "lenet-relu", classes: tuple[str, ...] = COLOURS) -> Recognizer:
    """A network for three channels, or for one: whatever the architecture of that name reads."""
    architecture = ARCHITECTURES[name].for_classes(len(classes)).seeing("picture")
    checkpoint = checkpoint_of(architecture, classes, lively_weights(architecture))
    return Recognizer(f"{name} on pictures", checkpoint)


def red_four_on_yellow() -> Drawing:
    pairs = zip(FOUR, (RED, BLUE), strict=True)
    strokes = (replace(make_stroke(line, curved=True), colour=colour) for line, colour in pairs)
    return Drawing(tuple(strokes), paper=YELLOW)


def quarters(rows: int = 60, columns: int = 90) -> ByteArray:
    """A picture of four colours: red and green above, blue and white below."""
    rgb = np.full((rows, columns, 3), 255, np.uint8)
    rgb[: rows // 2, : columns // 2] = 255, 0, 0
    rgb[: rows // 2, columns // 2 :] = 0, 255, 0
    rgb[rows // 2 :, : columns // 2] = 0, 0, 255
    return rgb
