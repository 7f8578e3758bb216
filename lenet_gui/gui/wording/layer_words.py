"""The language in use, for the tables and texts that ``engine/explaining`` makes of layers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.engine.explaining.layer_table import layer_table
from lenet_gui.engine.explaining.layer_words import Wording
from lenet_gui.engine.networks.architecture import Architecture

MOST_DIGITS = 6  # of a number that is not whole


def layer_wording() -> Wording:
    """Return the words and numbers of the language in use."""
    return Wording(_word, _number)


def layer_headings(architecture: Architecture) -> dict[str, str]:
    """Return kernel and activation function of each layer by its name: "5×5 · tanh"."""
    wording = layer_wording()
    return {row.name: row.short(wording) for row in layer_table(architecture)}


def _word(text: str) -> str:
    return QCoreApplication.translate("Layers", text)


def _number(value: float) -> str:
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(value, "g", MOST_DIGITS)
