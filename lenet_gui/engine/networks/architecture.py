"""What an architecture is: named layers, the form of the input, and how weights begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, FloatArray, ScoreKind, Unit, Window
from lenet_gui.engine.networks.activation_functions import Activation, Softmax
from lenet_gui.engine.networks.layers import EuclideanRBF, FullConnection, Operation
from lenet_gui.engine.networks.shapes import Shape

FirstWeights = Literal["1998", "torch", "xavier-normal", "glorot-uniform", "he"]

DIGITS = tuple("0123456789")
MAX_CLASSES = 1000


@dataclass(frozen=True)
class Layer:
    """A named layer: weighted sums a (``operation``), then x = f(a) (``activation``)."""

    name: str
    operation: Operation
    activation: Activation | None = None


@dataclass(frozen=True)
class PlacedLayer:
    """A layer in its network: with the shape that it reads and what follows from that."""

    layer: Layer
    source: Shape

    @property
    def name(self) -> str:
        return self.layer.name

    @property
    def shape(self) -> Shape:
        return self.layer.operation.output_shape(self.source)

    @property
    def parameter_shapes(self) -> dict[str, Shape]:
        """Shapes of its weights, by their names in a checkpoint: "C1.weight"."""
        shapes = self.layer.operation.parameter_shapes(self.source)
        return {f"{self.name}.{key}": shape for key, shape in shapes.items()}

    @property
    def parameters(self) -> int:
        return sum(int(np.prod(shape)) for shape in self.parameter_shapes.values())

    @property
    def connections(self) -> int:
        return self.layer.operation.connections(self.source)


@dataclass(frozen=True)
class Architecture:
    """A network as data.

    input_shape: (channels, rows, columns); input_range: what paper (0) and ink (255) become.
    departure: how it differs from the network of 1998, for people. revision: counts the changes
    after which the same weights answer otherwise; checkpoints of another revision are refused.
    """

    name: str
    input_shape: Shape
    input_range: tuple[float, float]
    first_weights: FirstWeights
    departure: str
    layers: tuple[Layer, ...]
    revision: int = 1

    def placed_layers(self) -> Iterator[PlacedLayer]:
        shape = self.input_shape
        for layer in self.layers:
            placed = PlacedLayer(layer, shape)
            yield placed
            shape = placed.shape

    def layer(self, name: str) -> PlacedLayer:
        """Of a name that it has."""
        return next(placed for placed in self.placed_layers() if placed.name == name)

    def windows(self, unit: Unit) -> list[Window]:
        """What a unit reads: of the layer below, of the one below that, down to "INPUT".

        The last is its receptive field; a unit of the input is its own. Raises ValueError if
        there is no such unit.
        """
        if unit.layer == "INPUT":
            row, column = unit.row, unit.column
            if not (0 <= row < self.input_shape[1] and 0 <= column < self.input_shape[2]):
                raise ValueError(f"no such unit: {unit}")
            return [Window("INPUT", (unit.map,), row, column, row + 1, column + 1)]
        layers = list(self.placed_layers())
        names = [placed.name for placed in layers]
        place = names.index(unit.layer)
        shape = (*layers[place].shape, 1, 1)[:3]
        if not all(0 <= at < side for at, side in zip(_place(unit), shape, strict=True)):
            raise ValueError(f"no such unit: {unit}")
        maps, corners = layers[place].layer.operation.reads(layers[place].source, _place(unit))
        windows = [Window(names[place - 1] if place else "INPUT", maps, *corners)]
        for below in range(place - 1, -1, -1):
            windows.append(_window_below(layers[below], windows[-1], [*names, "INPUT"][below - 1]))
        return windows

    @property
    def parameter_shapes(self) -> dict[str, Shape]:
        return {k: s for placed in self.placed_layers() for k, s in placed.parameter_shapes.items()}

    @property
    def parameters(self) -> int:
        return sum(placed.parameters for placed in self.placed_layers())

    @property
    def connections(self) -> int:
        return sum(placed.connections for placed in self.placed_layers())

    @property
    def classes(self) -> int:
        return list(self.placed_layers())[-1].shape[0]

    @property
    def score_kind(self) -> ScoreKind:
        return "penalty" if isinstance(self.layers[-1].operation, EuclideanRBF) else "probability"

    def scores_of(self, evidence: FloatArray) -> FloatArray:
        """(samples, classes) penalties or probabilities, of the evidence for each class."""
        if self.score_kind == "penalty":
            return -evidence
        scores = evidence.copy()
        Softmax().in_place(scores)()
        return scores

    def for_classes(self, classes: int) -> Architecture:
        """The same architecture with another number of classes.

        Raises BadInput if that makes no sense, or if the output has fixed codes of ten digits.
        """
        if not 2 <= classes <= MAX_CLASSES:
            raise BadInput(
                "A network needs 2 to {most} classes, not {classes}.",
                most=MAX_CLASSES,
                classes=classes,
            )
        output = self.layers[-1]
        if isinstance(output.operation, FullConnection | EuclideanRBF):
            output = replace(output, operation=replace(output.operation, units=classes))
        changed = replace(self, layers=(*self.layers[:-1], output))
        _ = changed.classes  # fixed codes refuse here
        return changed

    def input_from(self, images: ByteArray) -> FloatArray:
        """Grey bytes as the network reads them.

        images: uint8 (..., rows, columns) of ink, 28 or 32 on a side: 28x28 networks read the
        central 28, 32x32 networks get 2 pixels of paper around. Grey goes to equal channels.
        Returns float32 (..., channels, rows, columns) in ``input_range``.
        """
        channels, side, _ = self.input_shape
        images = np.repeat(images[..., None, :, :], channels, axis=-3)
        margin = (side - images.shape[-1]) // 2
        if margin < 0:
            images = images[..., -margin:margin, -margin:margin]
        low, high = self.input_range
        inputs = np.full((*images.shape[:-2], side, side), low, np.float32)
        inside = slice(max(margin, 0), side - max(margin, 0))
        step = np.float32((high - low) / 255.0)
        inputs[..., inside, inside] = images * step + np.float32(low)
        return inputs


def _place(unit: Unit) -> tuple[int, int, int]:
    return unit.map, unit.row, unit.column


def _window_below(placed: PlacedLayer, window: Window, name: str) -> Window:
    """What the units of a window read together: the hull of what its corners read."""
    reads = placed.layer.operation.reads
    maps: set[int] = set()
    hulls = []
    for index in window.maps:
        for row, column in (
            (window.top, window.left),
            (window.bottom - 1, window.right - 1),
        ):
            read, corners = reads(placed.source, (index, row, column))
            maps.update(read)
            hulls.append(corners)
    tops, lefts, bottoms, rights = zip(*hulls, strict=True)
    return Window(name, tuple(sorted(maps)), min(tops), min(lefts), max(bottoms), max(rights))
