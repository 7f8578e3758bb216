"""From ink to the input of a network that sees ink: the stages that it has, and no others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.values import ByteArray, Recognition
from lenet_gui.engine.explaining.layer_table import first_padding, input_facts, input_text
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.wording.layer_words import layer_wording


@dataclass(frozen=True, eq=False)
class InkStage:
    """One picture. pixels: uint8 (side, side), 255 is ink. padding: rows around the input itself,
    which the first layer adds."""

    title: str
    pixels: ByteArray
    padding: int = 0

    @property
    def side(self) -> int:
        """Its rows, and columns."""
        return len(self.pixels)


def ink_stages(recognition: Recognition, architecture: Architecture) -> list[InkStage]:
    """Return the stages after the ink itself; the last one is what the network reads.

    A picture that goes in as it is has that one alone.
    """
    read, normalized = _read(recognition, architecture), recognition.normalized
    if normalized is None:
        return [read]
    stages = [InkStage(_size(len(each)), each) for each in (normalized.block, normalized.digit)]
    same = not read.padding and read.side == stages[-1].side
    return stages if same else [*stages, read]


def _read(recognition: Recognition, architecture: Architecture) -> InkStage:
    side, padding = architecture.input_shape[1], first_padding(architecture)
    rim = max(0, len(recognition.field) - side) // 2
    inside = slice(rim, rim + side)
    if not padding:
        return InkStage(_size(side), np.ascontiguousarray(recognition.field[inside, inside]))
    low, high = architecture.input_range
    zero = round(min(max(-low / (high - low), 0.0), 1.0) * 255)  # the byte whose input is 0
    pixels = np.pad(recognition.field[inside, inside], padding, constant_values=zero)
    text = QCoreApplication.translate("InkStages", "{0}, padded by {1}")
    return InkStage(text.format(_size(side), padding), pixels, padding)


def input_sentence(architecture: Architecture) -> str:
    """Say what a network that sees ink reads: "Input 1@32×32: 28×28 digit, border 2; ..."."""
    text = QCoreApplication.translate("InkStages", "Input {0}.")
    return text.format(input_text(architecture, layer_wording()))


def as_it_is_sentence(recognition: Recognition, architecture: Architecture) -> str:
    """Say that a picture went in as it is, whether it was resized, and what its values became."""
    rows, columns = recognition.picture.ink.shape
    _, high, wide = architecture.input_shape
    text = QCoreApplication.translate(
        "InkStages", "{0} × {1} values go into the input as they are; nothing is declined."
    )
    if (rows, columns) != (high, wide):
        text = QCoreApplication.translate(
            "InkStages", "{0} × {1} values are only resized to {2} × {3}; nothing is declined."
        )
    facts = "; ".join(input_facts(architecture, layer_wording())[1:])
    return f"{text.format(columns, rows, wide, high)} {facts[:1].upper()}{facts[1:]}."


def _size(side: int) -> str:
    return f"{side}×{side}"
