"""Headings of the columns of the network: names, sizes, kernels and activation functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetrics

from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.gui.network.layout import Column

LEVELS = ("kinds", "sizes", "values", "names")  # what is said, in ever narrower panels
WIDEST_SCALE = "±0.00"


@dataclass(frozen=True)
class Headings:
    """The headings of one network.

    kinds: kernel and activation function of each layer, in words. level: what is said: names alone;
    the ends of the scales, too; sizes, too; ``kinds``, too. gradients: the layers of which
    gradients are shown.
    """

    architecture: Architecture
    kinds: Mapping[str, str]
    font: QFont
    level: str
    gradients: frozenset[str] = frozenset()

    @property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return (3 if self.level == "kinds" else 2) * self._metrics.height()

    @property
    def values(self) -> bool:
        """Whether the ends of the scales are said."""
        return self.level != "names"

    def lines(self, column: Column) -> tuple[str, ...]:
        """Return the lines over a column: its name, its size, its kernel and function."""
        if column.name == "INPUT":
            channels, rows, columns = self.architecture.input_shape
            name = self._marked("INPUT", QCoreApplication.translate("NetworkPanel", "Input"))
            return self._some(name, f"{channels} @ {rows}×{columns}", "")
        name = self._marked(column.name, column.name)
        return self._some(name, _size(column), self.kinds[column.name])

    def output(self) -> tuple[str, ...]:
        """Return the lines over the output."""
        kind = "RBF" if self.architecture.score_kind == "penalty" else "softmax"
        name = self._marked("OUTPUT", QCoreApplication.translate("NetworkPanel", "Output"))
        return self._some(name, f"{self.architecture.classes} × {kind}", "")

    def width(self, column: Column) -> int:
        """Return the width that a column's texts need, in pixels."""
        name, *others = self.lines(column)
        letters = self._metrics.horizontalAdvance
        values = letters(WIDEST_SCALE) if self.values and column.name != "INPUT" else 0
        texts = [text for text in others if text] or [name]
        return max(values, *map(letters, texts))

    def output_width(self) -> int:
        """Return the width of the output's heading, in pixels."""
        name, *others = self.output()
        bold = QFont(self.font)
        bold.setBold(True)
        letters: Callable[[str], int] = self._metrics.horizontalAdvance
        return max(QFontMetrics(bold).horizontalAdvance(name), *map(letters, others or [""]))

    def _some(self, name: str, size: str, kind: str) -> tuple[str, ...]:
        if self.level == "kinds":
            return name, size, kind
        return (name, size) if self.level == "sizes" else (name,)

    def _marked(self, layer: str, name: str) -> str:
        """Return the name of a layer, with a δ while its gradient is shown."""
        return f"δ {name}" if layer in self.gradients else name

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self.font)


def _size(column: Column) -> str:
    grid = column.grid
    if column.pair:
        return f"{grid.count} = {grid.across}×{grid.down}"
    return f"{grid.count} @ {grid.rows}×{grid.columns}" if grid.rows > 1 else str(grid.count)
