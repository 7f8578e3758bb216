"""Architectures: named layers, the form of the input, and the initialization of the weights."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import (
    ByteArray,
    FloatArray,
    Initialization,
    ScoreKind,
    Sees,
    Unit,
    WeightPlace,
    Window,
)
from lenet_gui.engine.networks.activation_functions import Activation, Softmax
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
)
from lenet_gui.engine.networks.shapes import Shape

DIGITS = tuple("0123456789")
MAX_CLASSES = 1000  # as many as ImageNet; beyond that, a typing error is likelier


@dataclass(frozen=True)
class Layer:
    """A named layer: weighted sums a (``operation``), then x = f(a) (``activation``)."""

    name: str
    operation: Operation
    activation: Activation | None = None


@dataclass(frozen=True)
class PlacedLayer:
    """A layer in its architecture, with the shape of its input and what follows from that."""

    layer: Layer
    source: Shape

    @property
    def name(self) -> str:
        return self.layer.name

    @cached_property
    def shape(self) -> Shape:
        return self.layer.operation.output_shape(self.source)

    @property
    def parameter_shapes(self) -> dict[str, Shape]:
        """The shapes of its parameters by their names in a checkpoint, e.g. "C1.weight"."""
        shapes = self.layer.operation.parameter_shapes(self.source)
        return {f"{self.name}.{key}": shape for key, shape in shapes.items()}

    @property
    def parameters(self) -> int:
        """The number of trainable parameters."""
        return sum(int(np.prod(shape)) for shape in self.parameter_shapes.values())

    @property
    def connections(self) -> int:
        """The number of connections, biases included, as the 1998 paper counts them."""
        return self.layer.operation.connections(self.source)


@dataclass(frozen=True)
class Architecture:
    """A network as data. Two are equal if they compute alike with the same weights.

    input_shape: (channels, rows, columns). sees: "ink": digits normalized as MNIST's are;
    "picture": images as they are, resized to ``input_shape``. input_range: the inputs for the bytes
    0 (paper; in pictures black) and 255 (ink; in pictures white).
    departure: how it differs from the network of 1998, a text for display. summary: what it is, in
    a few words that others may follow; without one, ``departure`` says it. revision: counts the
    changes after which the same weights answer otherwise; checkpoints of another revision are
    refused.
    """

    name: str
    input_shape: Shape
    input_range: tuple[float, float]
    initialization: Initialization = field(compare=False)
    departure: str = field(compare=False)
    layers: tuple[Layer, ...]
    revision: int = 1
    summary: str = field(default="", compare=False)
    sees: Sees = "ink"

    def placed_layers(self) -> Iterator[PlacedLayer]:
        """Iterate over the layers from the input on, each with the shape that it reads.

        Raises ValueError if a layer does not fit the shape below it.
        """
        return iter(self._placed_layers)

    @cached_property
    def _placed_layers(self) -> tuple[PlacedLayer, ...]:
        placed, shape = [], self.input_shape
        for layer in self.layers:
            placed.append(PlacedLayer(layer, shape))
            shape = placed[-1].shape
        return tuple(placed)

    def layer(self, name: str) -> PlacedLayer:
        """Return the layer of a name. Raises StopIteration if there is none."""
        return next(placed for placed in self.placed_layers() if placed.name == name)

    def map_convolutions(self) -> list[PlacedLayer]:
        """Return the convolutions that make maps of more than one unit, from the input on.

        C1 and C3 of LeNet-5; the maps of C5 are single units.
        """
        return [
            placed
            for placed in self.placed_layers()
            if isinstance(placed.layer.operation, Convolution) and math.prod(placed.shape[1:]) > 1
        ]

    def below(self, name: str) -> str:
        """Return the name of the layer that a layer reads, "INPUT" for the first."""
        names = ["INPUT", *(layer.name for layer in self.layers)]
        return names[names.index(name) - 1]

    def windows(self, unit: Unit) -> list[Window]:
        """Return what a unit reads in each layer below it, down to "INPUT".

        The last window is its receptive field; a unit of the input reads itself. Raises
        ValueError if there is no such unit.
        """
        if not self.has(unit):
            raise ValueError(f"no such unit: {unit}")
        if unit.layer == "INPUT":
            row, column = unit.row, unit.column
            return [Window("INPUT", (unit.map,), row, column, row + 1, column + 1)]
        layers = list(self.placed_layers())
        names = [placed.name for placed in layers]
        place = names.index(unit.layer)
        maps, corners = layers[place].layer.operation.reads(layers[place].source, _place(unit))
        windows = [Window(names[place - 1] if place else "INPUT", maps, *corners)]
        for below in range(place - 1, -1, -1):
            windows.append(_window_below(layers[below], windows[-1], [*names, "INPUT"][below - 1]))
        return windows

    def has(self, place: Unit | WeightPlace) -> bool:
        """Return whether there is such a unit, or such a trained number."""
        if isinstance(place, Unit):
            shapes = {placed.name: placed.shape for placed in self.placed_layers()}
            shape = shapes.get(place.layer, self.input_shape if place.layer == "INPUT" else (0,))
            return _inside(_place(place), (*shape, 1, 1)[:3])
        name = f"{place.layer}.{place.parameter}"
        return _inside(place.index, self.parameter_shapes.get(name, ()))

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
        """Return penalties or probabilities, (samples, classes), from evidence of that shape."""
        if self.score_kind == "penalty":
            return -evidence
        scores = evidence.copy()
        Softmax().in_place(scores)()
        return scores

    def for_classes(self, classes: int) -> Architecture:
        """Return the architecture with another number of classes.

        Raises BadInput if the number is out of range, or if the output compares with the fixed
        codes of ten digits.
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
        _ = changed.classes  # raises BadInput if the output has fixed codes
        return changed

    @property
    def picture_shape(self) -> Shape | None:
        """Return (channels, rows, columns) of the pictures that it sees; None if it sees ink."""
        return self.input_shape if self.sees == "picture" else None

    @property
    def coloured(self) -> bool:
        """Return whether it sees the red, green and blue of pictures."""
        return self.sees == "picture" and self.input_shape[0] == 3

    def seeing(self, sees: Sees) -> Architecture:
        """Return the architecture for ink or for pictures; inputs from pictures lie in 0..1."""
        if sees == self.sees:
            return self
        return replace(self, sees=sees, input_range=(0.0, 1.0))

    def input_from(self, images: ByteArray) -> FloatArray:
        """Convert bytes to the inputs of the network.

        images: for networks that see ink, uint8 (..., rows, columns) of it. Networks read the
        central part, or get paper around; all channels get the same grey. For networks that see
        pictures, uint8 (..., channels, rows, columns) in ``input_shape``.
        Returns float32 (..., channels, rows, columns) in ``input_range``.
        """
        channels, side, _ = self.input_shape
        low, high = self.input_range
        step = np.float32((high - low) / 255.0)
        if self.sees == "picture":
            return images * step + np.float32(low)
        images = np.repeat(images[..., None, :, :], channels, axis=-3)
        margin = (side - images.shape[-1]) // 2
        if margin < 0:
            images = images[..., -margin:margin, -margin:margin]
        inputs = np.full((*images.shape[:-2], side, side), low, np.float32)
        inside = slice(max(margin, 0), side - max(margin, 0))
        inputs[..., inside, inside] = images * step + np.float32(low)
        return inputs


def _inside(index: tuple[int, ...], shape: Shape) -> bool:
    """Return whether an index is one of an array of that shape; there is none in ()."""
    return 0 < len(shape) == len(index) and all(
        0 <= at < side for at, side in zip(index, shape, strict=True)
    )


def _place(unit: Unit) -> tuple[int, int, int]:
    return unit.map, unit.row, unit.column


def _window_below(placed: PlacedLayer, window: Window, name: str) -> Window:
    """Return what the units of a window read in the layer below: the hull of what corners read."""
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
