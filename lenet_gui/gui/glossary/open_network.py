"""The network in use and what it reads now, from which the numbers of the glossary come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.printable import visible
from lenet_gui.common.training_names import written_name
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import FloatArray, Recognition
from lenet_gui.engine.explaining.layer_table import LayerRow, layer_table
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Operation
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.wording.recognition_words import layer_activations

MOST_COUNTED = 10**12  # samples; a record of a stranger may say anything
MOST_LETTERS = 60  # of a name of theirs


@dataclass(frozen=True, eq=False)
class OpenNetwork:
    """A network with the recognition of the picture that it reads."""

    recognizer: Recognizer
    recognition: Recognition

    @property
    def architecture(self) -> Architecture:
        return self.recognizer.architecture

    @property
    def layers(self) -> list[PlacedLayer]:
        """The layers from the input on."""
        return list(self.architecture.placed_layers())

    def of_kind(self, kind: type[Operation]) -> list[PlacedLayer]:
        """Return the layers of a kind, from the input on."""
        return [placed for placed in self.layers if isinstance(placed.layer.operation, kind)]

    @property
    def table(self) -> tuple[LayerRow, ...]:
        """The layers as a table, with their formulas."""
        return layer_table(self.architecture)

    def row(self, name: str) -> LayerRow | None:
        """Return the row of a layer in the table, or None."""
        return next((row for row in self.table if row.name == name), None)

    def find(self, name: str) -> PlacedLayer | None:
        """Return the layer of a name, or None."""
        return next((placed for placed in self.layers if placed.name == name), None)

    def weights(self, name: str) -> FloatArray:
        """Return a parameter by its name in a checkpoint, e.g. "C1.weight"."""
        return self.recognizer.checkpoint.weights[name]

    def activations(self, layer: str) -> FloatArray:
        """Return the activations of a layer or of "INPUT" now; something must be drawn."""
        values = layer_activations(self.recognizer, self.recognition, layer)
        assert values is not None
        return values

    def below(self, layer: str) -> FloatArray:
        """Return what a layer reads now; something must be drawn."""
        return self.activations(self.architecture.below(layer))

    def class_name(self, index: int) -> str:
        """Return the name of a class, short enough for a sentence."""
        return visible(self.recognizer.checkpoint.class_names[index])[:MOST_LETTERS]

    # ---- what its file says, which may be anything

    def recorded(self, field: str) -> Any:
        """Return a field of ``TrainingConfig`` as the file records it; None if it does not."""
        said = self.recognizer.checkpoint.training.get("config")
        key = written_name(field)
        if not isinstance(said, dict) or key not in said:
            return None
        try:
            return TrainingConfig.from_json({"architecture": "", key: said[key]}).field(field)
        except BadChoice:
            return None

    def recorded_count(self, key: str) -> int | None:
        """Return a count of the training's record, as "samples"; None without a usable one."""
        return _count(self.recognizer.checkpoint.training.get(key))

    def recorded_errors(self) -> tuple[int, int] | None:
        """Return the errors of the recorded test, and of how many samples; None without one.

        Samples of which no label is a class are in the record's count, but not in its rate.
        """
        evaluation = self.recognizer.checkpoint.evaluation
        errors, count = (_count(evaluation.get(key)) for key in ("errors", "count"))
        rate = evaluation.get("error_rate")
        if errors is None or not count or errors > count:
            return None
        if errors and isinstance(rate, float) and errors <= rate * count <= count:
            count = round(errors / rate)
        return errors, count

    def recorded_confusion(self) -> NDArray[np.int64] | None:
        """Return the confusion matrix of the recorded test, (classes, classes), or None."""
        said, classes = self.recognizer.checkpoint.evaluation.get("confusion"), self._classes
        if not isinstance(said, list) or len(said) != classes:
            return None
        if not all(isinstance(row, list) and len(row) == classes for row in said):
            return None
        if any(_count(cell) is None for row in said for cell in row):
            return None
        return np.array(said, np.int64)

    @property
    def _classes(self) -> int:
        return len(self.recognizer.checkpoint.class_names)


def _count(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value <= MOST_COUNTED else None  # type: ignore[operator, return-value]
