"""The figure of a weight: its kernel, the units that use it, and while one learns its gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.values import FloatArray, WeightPlace
from lenet_gui.engine.explaining.arithmetic import SharedWeight
from lenet_gui.gui.panels.inspector.figure import Figure, Picture, Row, Spot, Target
from lenet_gui.gui.panels.inspector.scales import arranged, bound_of, scales_of
from lenet_gui.gui.wording.arithmetic_words import map_words, place_words, signed

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

translate = QCoreApplication.translate


class WeightFigure(Figure):
    """The kernel that a weight belongs to, and the values that it is multiplied with."""

    def __init__(self, found: SharedWeight, recognizer: Recognizer) -> None:
        self._found, self._recognizer = found, recognizer
        architecture, layer, scales = (
            recognizer.architecture,
            found.place.layer,
            scales_of(recognizer),
        )
        rows: list[Row] = []
        self._kernel_cells = np.zeros((1, 1), np.intp)
        if found.kernel.ndim == 2:
            self._kernel_cells = np.arange(found.kernel.size).reshape(*found.kernel.shape)
        elif found.kernel.size > 1:
            below = architecture.layer(layer).source
            self._kernel_cells = scales.arrangement(architecture.below(layer), below)
        if found.kernel.size > 1:
            flat = int(np.ravel_multi_index(found.within, found.kernel.shape))
            ((row, column),) = np.argwhere(self._kernel_cells == flat)
            bound = scales.of_weights(layer)
            kernel = arranged(found.kernel.ravel(), self._kernel_cells)
            marked = int(row), int(column)
            name = translate("Inspector", "kernel")
            rows.append(Row(name, (Picture(kernel, bound, "", marked, True),)))
        self._uses = len(rows)
        if found.factors is not None and found.place.parameter != "bias":
            rows.append(self._uses_row(found.factors, value_bound_of(found, recognizer)))
        if found.deltas is not None and found.factors is not None:
            rows.append(self._gradient_row(found.deltas, found.factors))
        self.rows = tuple(rows)

    def _gradient_row(self, deltas: FloatArray, factors: FloatArray) -> Row:
        """Return delta times value for each unit that uses it; their sum is the gradient."""
        products, total = deltas * factors, self._found.gradient
        assert total is not None
        pictures = (
            Picture(deltas, bound_of(deltas)),
            Picture(factors, value_bound_of(self._found, self._recognizer), "×"),
            Picture(products, bound_of(products), "="),
        )
        return Row("δ", pictures, f"Σ {total:+.3g}")

    def _uses_row(self, factors: FloatArray, bound: float) -> Row:
        products = factors * np.float32(self._found.value)
        return Row(
            map_words(self._found.place.layer, self._found.map, self._recognizer),
            (
                Picture(factors, bound),
                Picture(products, bound_of(products), f"× {signed(self._found.value)} ="),
            ),
        )

    def target(self, spot: Spot) -> Target:
        found = self._found
        if spot.row < self._uses:
            step = int(self._kernel_cells[spot.cell])
            flat = int(np.ravel_multi_index(found.within, found.kernel.shape))
            shape = self._recognizer.checkpoint.weights[f"{found.place.layer}.weight"].shape
            own = int(np.ravel_multi_index(found.place.index, shape))
            index = np.unravel_index(own - flat + step, shape)
            return WeightPlace(found.place.layer, "weight", tuple(int(at) for at in index))
        if self._is_value(spot) and found.source is not None:
            return found.source.unit(spot.cell)
        return found.unit(spot.cell)

    def _is_value(self, spot: Spot) -> bool:
        """Return whether a cell shows what the weight is multiplied with."""
        return spot.picture == (1 if len(self.rows[spot.row].pictures) == 3 else 0)

    def sentence(self, spot: Spot) -> str:
        target = self.target(spot)
        pictures = self.rows[spot.row].pictures
        if target is None:
            return translate("Inspector", "Padding: 0")
        words = place_words(target, self._recognizer)
        if len(pictures) == 3:
            delta, value, product = (float(each.values[spot.cell]) for each in pictures)
            return f"{words}: δ {delta:+.3g} × {signed(value)} = {product:+.3g}"
        shown = signed(float(pictures[spot.picture].values[spot.cell]))
        if spot.row < self._uses or self._is_value(spot):
            return f"{words}: {shown}"
        text = translate("Inspector", "In the sum of {0}: {1}")
        return text.format(words, shown)

    def marks(self, spot: Spot) -> tuple[Spot, ...]:
        if spot.row < self._uses:
            return (spot,)
        pictures = range(len(self.rows[spot.row].pictures))
        return tuple(Spot(spot.row, picture, spot.cell) for picture in pictures)


def value_bound_of(found: SharedWeight, recognizer: Recognizer) -> float:
    """Return the bound of the colours of what a weight is multiplied with."""
    assert found.factors is not None
    if found.source is None:
        return bound_of(found.factors)
    return scales_of(recognizer).of_values(found.source.layer, found.factors)
