"""The figure of a unit that reads a whole layer: where the products are, and the largest ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.values import Unit
from lenet_gui.engine.explaining.arithmetic import Patch, Penalty, Products, SoftmaxSum, WeightedSum
from lenet_gui.gui.panels.inspector.figure import Bar, Bars, Figure, Picture, Row, Spot, Target
from lenet_gui.gui.panels.inspector.scales import arranged, bound_of, scales_of
from lenet_gui.gui.wording.arithmetic_words import place_words, signed
from lenet_gui.gui.wording.recognition_words import percent_text

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

VALUES, WEIGHTS, RESULT = 0, 1, 2  # pictures
MOST_CLASSES = 10  # the best ones, and the pinned one
translate = QCoreApplication.translate


class FullFigure(Figure):
    """Values, weights (or a code) and products (or squares) in the shape of the layer below, and
    a bar for each, the largest first; of a softmax also one for each class."""

    def __init__(self, found: WeightedSum | Penalty, recognizer: Recognizer) -> None:
        self._found, self._recognizer = found, recognizer
        scales = scales_of(recognizer)
        if isinstance(found, Penalty):
            self._patches: tuple[Patch, ...] = (found.patch,)
            self._groups: tuple[Products, ...] = ()
            weights, results = found.code, found.squares
            weight_bound = 1.0
        else:
            self._groups = found.products
            self._patches = tuple(group.patch for group in self._groups)
            weights, results = (
                np.concatenate([getattr(group, kind).ravel() for group in self._groups])
                for kind in ("weights", "products")
            )
            weight_bound = scales.of_weights(found.unit.layer)
        values = np.concatenate([patch.values.ravel() for patch in self._patches])
        self._terms = values, weights, results
        self._order = np.argsort(-np.abs(results), kind="stable")
        below = self._patches[0]
        self._places = scales.arrangement(below.layer, below.shape)
        shown = [arranged(each, self._places) for each in self._terms]
        bounds = scales.of_values(below.layer, values), weight_bound, bound_of(results)
        signs = ("", "-" if isinstance(found, Penalty) else "×", "=")
        pictures = tuple(
            Picture(each, bound, sign, None, place == RESULT)
            for place, (each, bound, sign) in enumerate(zip(shown, bounds, signs, strict=True))
        )
        self.rows = (Row("", pictures, self._total(), stacked=True),)
        self.bars = (*self._class_bars(), self._term_bars())
        self.titles = self._titles(below.layer)

    def _total(self) -> str:
        found = self._found
        return f"Σ = {signed(found.x if isinstance(found, Penalty) else found.total)}"

    def _titles(self, below: str) -> tuple[str, ...]:
        name = translate("Inspector", "the input") if below == "INPUT" else below
        if isinstance(self._found, Penalty):
            squares = translate("Inspector", "squared differences")
            return name, translate("Inspector", "code"), squares
        return name, translate("Inspector", "weights"), translate("Inspector", "products")

    def _term_bars(self) -> Bars:
        results = self._terms[RESULT]
        title = (
            translate("Inspector", "Largest squares first")
            if isinstance(self._found, Penalty)
            else translate("Inspector", "Largest products first")
        )
        return Bars(title, len(results), float(np.abs(results).max()) or 1.0)

    def _class_bars(self) -> tuple[Bars, ...]:
        softmax = self._softmax
        if softmax is None:
            return ()
        best = np.argsort(-softmax.evidence, kind="stable")[:MOST_CLASSES].tolist()
        own = self._found.unit.map
        self._classes = best if own in best else [*best, own]
        chosen = self._classes.index(own)
        title = translate("Inspector", "Classes: exp(a - largest a) / Σ")
        return (Bars(title, len(self._classes), 1.0, chosen),)

    @property
    def _softmax(self) -> SoftmaxSum | None:
        return self._found.softmax if isinstance(self._found, WeightedSum) else None

    # ---- the cells

    def _is_class(self, spot: Spot) -> bool:
        return spot.row == 1 and self._softmax is not None

    def _flat(self, spot: Spot) -> int:
        """Return the number of a unit of the layer below that a cell or a bar stands for."""
        if spot.row:
            return int(self._order[spot.cell[0]])
        return int(self._places[spot.cell])

    def _group(self, flat: int) -> tuple[int, tuple[int, ...]]:
        """Return the map of a unit, and its place in it."""
        shape = self._patches[0].values.shape
        size = self._patches[0].values.size
        place = np.unravel_index(flat % size, shape)
        return flat // size, tuple(int(at) for at in place)

    def target(self, spot: Spot) -> Target:
        if self._is_class(spot):
            return Unit(self._found.unit.layer, self._classes[spot.cell[0]])
        flat = self._flat(spot)
        if flat < 0:
            return None
        group, place = self._group(flat)
        if spot.row == 0 and spot.picture == WEIGHTS and self._groups:
            return self._groups[group].weight(place)
        return self._patches[group].unit(place)

    def bar(self, group: int, index: int) -> Bar:
        if self._is_class(Spot(group + 1, 0, (index, 0))):
            return self._class_bar(index)
        flat = int(self._order[index])
        at, place = self._group(flat)
        unit = self._patches[at].unit(place)
        assert unit is not None
        name = place_words(unit, self._recognizer)
        if len(place) == 2:
            text = translate("Inspector", "{0} map {1} ({2}, {3})")
            name = text.format(unit.layer, unit.map, unit.row, unit.column)
        result = float(self._terms[RESULT][flat])
        return Bar(name, self._term_text(flat), result, signed(result))

    def _term_text(self, flat: int) -> str:
        value, weight, result = (signed(float(each[flat])) for each in self._terms)
        if isinstance(self._found, Penalty):
            sign = "-" if self._terms[WEIGHTS][flat] > 0 else "+"
            return f"({value} {sign} 1)² = {result}"
        return f"{value} × {weight} = {result}"

    def _class_bar(self, index: int) -> Bar:
        softmax, own = self._softmax, self._classes[index]
        assert softmax is not None
        part = float(softmax.exponentials[own]) / softmax.total
        percent, name = percent_text(part, 2), self._recognizer.checkpoint.class_names[own]
        return Bar(name, f"{percent}   a = {signed(float(softmax.evidence[own]))}", part, percent)

    def sentence(self, spot: Spot) -> str:
        if self._is_class(spot):
            bar = self._class_bar(spot.cell[0])
            return f"{bar.name}: {bar.text}"
        flat = self._flat(spot)
        if flat < 0:
            return ""
        group, place = self._group(flat)
        unit = self._patches[group].unit(place)
        assert unit is not None
        return f"{place_words(unit, self._recognizer)}: {self._term_text(flat)}"

    def marks(self, spot: Spot) -> tuple[Spot, ...]:
        if self._is_class(spot):
            return (spot,)
        flat = self._flat(spot)
        ((row, column), *_) = np.argwhere(self._places == flat)
        cell = int(row), int(column)
        (bar,) = np.flatnonzero(self._order == flat)
        pictures = (Spot(0, picture, cell) for picture in range(3))
        return (*pictures, Spot(len(self.bars), 0, (int(bar), 0)))

    def has(self, spot: Spot) -> bool:
        return super().has(spot) and (spot.row != 0 or self._flat(spot) >= 0)
