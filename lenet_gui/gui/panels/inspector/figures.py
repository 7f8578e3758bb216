"""The figure of an arithmetic; those of convolutions and of subsampling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.explaining.arithmetic import (
    Arithmetic,
    InputValue,
    Patch,
    Penalty,
    SharedWeight,
    Subsampled,
    WeightedSum,
)
from lenet_gui.gui.panels.inspector.figure import Figure, Picture, Row, Spot, Target
from lenet_gui.gui.panels.inspector.full_figure import FullFigure
from lenet_gui.gui.panels.inspector.scales import bound_of, scales_of
from lenet_gui.gui.panels.inspector.weight_figure import WeightFigure
from lenet_gui.gui.wording.arithmetic_words import map_words, place_words, signed

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

PATCH, KERNEL, PRODUCTS = 0, 1, 2  # pictures of a row of a convolution
translate = QCoreApplication.translate


def figure_of(found: Arithmetic, recognizer: Recognizer) -> Figure:
    """Return the pictures of an arithmetic."""
    if isinstance(found, WeightedSum) and found.kind == "convolution":
        return _Convolved(found, recognizer)
    if isinstance(found, WeightedSum | Penalty):
        return FullFigure(found, recognizer)
    if isinstance(found, Subsampled):
        return _Square(found, recognizer)
    if isinstance(found, SharedWeight):
        return WeightFigure(found, recognizer)
    return _Input(found, recognizer)


class _Input(Figure):
    """A unit of the input among its neighbours."""

    def __init__(self, found: InputValue, recognizer: Recognizer) -> None:
        self._around, self._recognizer = found.around, recognizer
        bound = scales_of(recognizer).of_values("INPUT", found.around.values)
        cell = found.unit.row - found.around.top, found.unit.column - found.around.left
        self.titles = (translate("Inspector", "the input around it"),)
        name = map_words("INPUT", found.unit.map, recognizer)
        self.rows = (Row(name, (Picture(found.around.values, bound, "", cell, True),)),)

    def target(self, spot: Spot) -> Target:
        return self._around.unit(spot.cell)

    def sentence(self, spot: Spot) -> str:
        unit = self._around.unit(spot.cell)
        assert unit is not None
        value = signed(float(self._around.values[spot.cell]))
        return f"{place_words(unit, self._recognizer)}: {value}"


class _Convolved(Figure):
    """A row for each map that is read: the patch, the kernel, and their products."""

    def __init__(self, found: WeightedSum, recognizer: Recognizer) -> None:
        self._found, self._recognizer = found, recognizer
        scales, groups = scales_of(recognizer), found.products
        below = groups[0].patch.layer
        values = np.stack([group.patch.values for group in groups])
        bounds = (
            scales.of_values(below, values),
            scales.of_weights(found.unit.layer),
            bound_of(np.stack([group.products for group in groups])),
        )
        self.titles = (
            _patch_name(below),
            translate("Inspector", "kernel"),
            translate("Inspector", "products"),
        )
        self.rows = tuple(
            Row(
                map_words(below, group.patch.map, recognizer),
                (
                    Picture(_known(group.patch, group.patch.values), bounds[PATCH], padded=True),
                    Picture(group.weights, bounds[KERNEL], "×"),
                    _products(_known(group.patch, group.products), bounds[PRODUCTS]),
                ),
                f"Σ {signed(group.sum)}",
            )
            for group in groups
        )

    def target(self, spot: Spot) -> Target:
        group = self._found.products[spot.row]
        if spot.picture == KERNEL:
            return group.weight(spot.cell)
        return group.patch.unit(spot.cell)

    def sentence(self, spot: Spot) -> str:
        group = self._found.products[spot.row]
        unit = group.patch.unit(spot.cell)
        weight = signed(float(group.weights[spot.cell]))
        row, column = spot.cell
        if unit is None:
            text = translate("Inspector", "Padding: 0 × weight {0} in row {1}, column {2} = 0")
            return text.format(weight, row, column)
        text = translate("Inspector", "{0}: {1} × weight {2} in row {3}, column {4} = {5}")
        return text.format(
            place_words(unit, self._recognizer),
            signed(float(group.patch.values[spot.cell])),
            weight,
            row,
            column,
            signed(float(group.products[spot.cell])),
        )

    def marks(self, spot: Spot) -> tuple[Spot, ...]:
        return tuple(Spot(spot.row, picture, spot.cell) for picture in range(3))


class _Square(Figure):
    """The values that a subsampling unit reads; and of max blur the largest of each square."""

    def __init__(self, found: Subsampled, recognizer: Recognizer) -> None:
        self._found, self._recognizer = found, recognizer
        patch = found.patch
        bound = scales_of(recognizer).of_values(patch.layer, patch.values)
        name = map_words(patch.layer, patch.map, recognizer)
        winner = found.winner() if found.kind == "max" else None
        pictures = [Picture(patch.values, bound, "", winner, True)]
        self.titles = (_patch_name(patch.layer),)
        if found.maxima is not None:
            pictures.append(Picture(found.maxima, bound, "→", None, True))
            self.titles += (translate("Inspector", "largest of each square"),)
        result = f"Σ {signed(found.joined)}" if found.kind == "sum" else ""
        self.rows = (Row(name, tuple(pictures), result),)

    def target(self, spot: Spot) -> Target:
        if spot.picture == PATCH:
            return self._found.patch.unit(spot.cell)
        return self._found.patch.unit(self._found.winner(spot.cell))

    def sentence(self, spot: Spot) -> str:
        unit = self.target(spot)
        assert unit is not None
        words = place_words(unit, self._recognizer)
        value = signed(float(self.rows[0].pictures[spot.picture].values[spot.cell]))
        if spot.picture == PATCH and spot.cell != self.rows[0].pictures[0].marked:
            return f"{words}: {value}"
        if self._found.kind == "sum" or self._found.kind == "average":
            return f"{words}: {value}"
        return translate("Inspector", "{0}: {1}, the largest of its square").format(words, value)

    def marks(self, spot: Spot) -> tuple[Spot, ...]:
        """Mark with a maximum the values of its square, and with a value the maxima that it is."""
        found = self._found
        if found.maxima is None:
            return (spot,)
        row, column = spot.cell
        if spot.picture == PATCH:
            own = (Spot(0, 1, cell) for cell in np.ndindex(*found.maxima.shape))
            return (spot, *(one for one in own if found.winner(one.cell) == spot.cell))
        rows, columns = found.patch.values.shape
        square = (
            Spot(0, PATCH, (down, right))
            for down in range(row, min(row + found.size, rows))
            for right in range(column, min(column + found.size, columns))
        )
        return (spot, *square)


def _known(patch: Patch, values: FloatArray) -> FloatArray:
    """Return values with NaN on the padding, which has no number of its own."""
    rows, columns = values.shape
    inside = patch.top >= 0 and patch.left >= 0
    inside = (
        inside and patch.top + rows <= patch.shape[1] and patch.left + columns <= patch.shape[2]
    )
    if inside:
        return values
    known = values.copy()
    for cell in np.ndindex(rows, columns):
        if patch.unit(cell) is None:
            known[cell] = np.nan
    return known


def _products(values: FloatArray, bound: float) -> Picture:
    return Picture(values, bound, "=", numbered=True, padded=True)


def _patch_name(layer: str) -> str:
    if layer == "INPUT":
        return translate("Inspector", "the input")
    return translate("Inspector", "patch of {0}").format(layer)
