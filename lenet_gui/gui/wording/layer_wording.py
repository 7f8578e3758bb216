"""The table of layers in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.engine.explaining.layer_words import Wording


def layer_wording() -> Wording:
    """Return the wording of tables of layers in the language in use."""
    return Wording(_word, _number)


def _word(text: str) -> str:
    return QCoreApplication.translate("Layers", text)


def _number(value: int | float) -> str:
    if isinstance(value, int):
        return QLocale().toString(value)
    return QLocale().toString(value, "g", 6)
