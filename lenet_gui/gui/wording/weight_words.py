"""The trained numbers of a network in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.networks.shapes import Shape
from lenet_gui.gui.network.weight_grids import ends_of
from lenet_gui.gui.wording.recognition_words import unit_place

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer


def weight_text(place: WeightPlace, recognizer: Recognizer) -> str:
    """Return a weight and its value: "C1 map 2 · weight, row 1, column 4 · -0.213"."""
    value = recognizer.checkpoint.weights[f"{place.layer}.{place.parameter}"][place.index]
    sign = "+" if value >= 0 else ""
    number = QLocale().toString(float(value), "f", 3)
    return f"{weight_place(place, recognizer)} · {sign}{number}"


def weight_place(place: WeightPlace, recognizer: Recognizer) -> str:
    """Return the place of a weight: "C3 map 6 · weight from S2 map 2, row 1, column 4"."""
    translate = QCoreApplication.translate
    placed = recognizer.architecture.layer(place.layer)
    below = recognizer.architecture.below(place.layer)
    own, source = ends_of(placed, place)
    if source is not None:
        row, column = place.index[-2:]
        part = translate("Weights", "weight from {0}, row {1}, column {2}")
        part = part.format(_map(below, source, placed.source), row, column)
    elif place.parameter == "weight":
        part = translate("Weights", "weight from {0}").format(
            _flat(below, place.index[1], placed.source)
        )
    elif place.parameter == "bias":
        part = translate("Weights", "bias")
    else:
        part = translate("Weights", "coefficient")
    if place.layer == "OUTPUT":
        name = unit_place(Unit("OUTPUT", own), recognizer.checkpoint.class_names)
    else:
        name = _map(place.layer, own, placed.shape)
    return f"{name} · {part}"


def _map(layer: str, index: int, shape: Shape) -> str:
    """Return "C3 map 6", or "F6 unit 30" in a layer of single units."""
    translate = QCoreApplication.translate
    if layer == "INPUT":
        return translate("Weights", "the input")
    if len(shape) == 1 or shape[1:] == (1, 1):
        return translate("Reading", "{0} unit {1}").format(layer, index)
    return translate("Weights", "{0} map {1}").format(layer, index)


def _flat(layer: str, index: int, shape: Shape) -> str:
    """Return the unit with an index among all units of a layer."""
    at = [int(part) for part in np.unravel_index(index, (*shape, 1, 1)[:3])]
    if len(shape) == 1 or shape[1:] == (1, 1):
        return _map(layer, at[0], shape)
    text = QCoreApplication.translate("Weights", "{0}, row {1}, column {2}")
    return text.format(_map(layer, at[0], shape), at[1], at[2])
