"""Architectures as plain JSON values, as checkpoints carry those that no table has.

The values may come from strangers: each is checked against a bound before anything is computed
from it, and the whole against bounds of memory and time.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Initialization, Sees
from lenet_gui.engine.networks.activation_functions import Activation, ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import (
    MAX_CLASSES,
    Architecture,
    Layer,
    PlacedLayer,
)
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
    Subsampling,
)

MAX_LAYERS = 24
MAX_MAPS = 2048
MAX_SIDE = 32  # of kernels and of squares that are subsampled
MAX_UNITS = 100_000  # of a layer
MAX_PARAMETERS = 4_000_000  # 16 MB as float32, the largest checkpoint file
MAX_CONNECTIONS = 200_000_000  # about 0.1 s in numpy; LeNet-5 has 340,908
INK_SIDES = range(20, 33, 2)  # what the 28x28 digit and its border of paper can be cut to
PICTURE_SIDES = range(8, 129)
MAX_INPUT = 1000.0  # the largest input, either sign

_NAME = re.compile(r"[A-Z][A-Za-z0-9]{0,19}")
_FUNCTIONS = ("scaled tanh", "tanh", "sigmoid", "relu")
_POOLING = ("sum", "average", "max", "max blur")
_OWN = QT_TRANSLATE_NOOP(
    "Architecture", "An architecture of its own, which the file of the network describes."
)


def architecture_as_json(architecture: Architecture) -> dict[str, Any]:
    """Return an architecture as plain JSON values; ``architecture_from_json`` reads them."""
    return {
        "sees": architecture.sees,
        "input_shape": list(architecture.input_shape),
        "input_range": list(architecture.input_range),
        "initialization": architecture.initialization,
        "layers": [_layer_as_json(layer) for layer in architecture.layers],
    }


def architecture_from_json(name: str, values: Mapping[str, Any]) -> Architecture:
    """Return the architecture that ``architecture_as_json`` wrote.

    name: of the architecture. Raises BadInput, a part of a sentence about the file, if the values
    are none, or if a network with them would take too much memory or time.
    """
    entries = values.get("layers")
    if not isinstance(entries, list) or not 1 <= len(entries) <= MAX_LAYERS:
        raise _unusable("layers")
    named = ARCHITECTURES.get(name)
    made = Architecture(
        name=name,
        sees=_choice(values, "sees", get_args(Sees)),
        input_shape=_input_shape(values),
        input_range=_input_range(values),
        initialization=_choice(values, "initialization", get_args(Initialization)),
        departure=_OWN,
        revision=1 if named is None else named.revision,
        layers=tuple(_layer_from_json(entry) for entry in entries),
    )
    _check(made)
    if named is not None and made.layers[:-1] == named.layers[:-1]:
        made = replace(made, departure=named.departure, summary=named.summary)
    return made


def _layer_as_json(layer: Layer) -> dict[str, Any]:
    activation = layer.activation
    if isinstance(activation, Softmax):
        function: str | None = "softmax"
    else:
        function = None if activation is None else activation.function
    return {"name": layer.name, **_operation_as_json(layer.operation), "activation": function}


def _operation_as_json(operation: Operation) -> dict[str, Any]:
    if isinstance(operation, Convolution):
        table = operation.table
        return {
            "kind": "convolution", "maps": operation.maps, "kernel": operation.kernel,
            "padding": operation.padding, "stride": operation.stride,
            "table": None if table is None else [list(row) for row in table],
        }  # fmt: skip
    if isinstance(operation, Subsampling):
        return {"kind": "subsampling", "pooling": operation.kind, "size": operation.size}
    if isinstance(operation, FullConnection):
        return {"kind": "full connection", "units": operation.units}
    return {"kind": "euclidean rbf", "units": operation.units}


def _layer_from_json(values: Any) -> Layer:
    if not isinstance(values, Mapping):
        raise _unusable("layers")
    name, function = values.get("name"), values.get("activation")
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name == "INPUT":
        raise _unusable("name")
    activation: Activation | None = None
    if function == "softmax":
        activation = Softmax()
    elif function is not None:
        activation = ActivationFunction(_choice(values, "activation", _FUNCTIONS))
    return Layer(name, _operation_from_json(values), activation)


def _operation_from_json(values: Mapping[str, Any]) -> Operation:
    kind = values.get("kind")
    if kind == "convolution":
        maps = _whole(values, "maps", 1, MAX_MAPS)
        return Convolution(
            maps,
            _whole(values, "kernel", 1, MAX_SIDE),
            _whole(values, "padding", 0, MAX_SIDE),
            _table(values.get("table"), maps),
            _whole(values, "stride", 1, MAX_SIDE),
        )
    if kind == "subsampling":
        pooling = _choice(values, "pooling", _POOLING)
        return Subsampling(pooling, _whole(values, "size", 2, MAX_SIDE))
    if kind == "full connection":
        return FullConnection(_whole(values, "units", 1, MAX_UNITS))
    if kind == "euclidean rbf":
        return EuclideanRBF(_whole(values, "units", 1, MAX_CLASSES))
    raise _unusable("kind")


def _table(rows: Any, maps: int) -> tuple[tuple[int, ...], ...] | None:
    """Return a connection table. ``_check`` compares it with the maps below."""
    if rows is None:
        return None
    if not isinstance(rows, list) or len(rows) != maps:
        raise _unusable("table")
    for row in rows:
        if not isinstance(row, list) or not 1 <= len(row) <= MAX_MAPS:
            raise _unusable("table")
        if not all(type(read) is int and 0 <= read < MAX_MAPS for read in row):
            raise _unusable("table")
        if sorted(set(row)) != row:
            raise _unusable("table")
    return tuple(tuple(row) for row in rows)


def _check(architecture: Architecture) -> None:
    """Raise BadInput unless the layers fit each other, end in classes, and are not too large."""
    layers = architecture.layers
    if len({layer.name for layer in layers}) != len(layers):
        raise _unusable("name")
    if any(isinstance(layer.activation, Softmax) for layer in layers[:-1]):
        raise _unusable("activation")
    last = layers[-1]
    if not isinstance(last.operation, EuclideanRBF) and not (
        isinstance(last.operation, FullConnection) and isinstance(last.activation, Softmax)
    ):
        raise BadInput("its last layer has neither a softmax nor RBF outputs.")
    if any(isinstance(layer.operation, EuclideanRBF) for layer in layers[:-1]) or (
        isinstance(last.operation, EuclideanRBF) and last.activation is not None
    ):
        raise _unusable("kind")
    parameters = connections = 0
    shape = architecture.input_shape
    for layer in layers:
        placed = PlacedLayer(layer, shape)
        try:
            shape = placed.shape
        except ValueError as error:
            raise BadInput(
                "its layer {layer} does not fit the one below: {why}.", layer=layer.name, why=error
            ) from None
        if math.prod(shape) > MAX_UNITS:
            raise BadInput("its layer {layer} has too many units.", layer=layer.name)
        table = layer.operation.table if isinstance(layer.operation, Convolution) else None
        if table is not None and max(map(max, table)) >= placed.source[0]:
            raise _unusable("table")
        parameters += sum(map(math.prod, placed.parameter_shapes.values()))
        connections += placed.connections
    if parameters > MAX_PARAMETERS or connections > MAX_CONNECTIONS:
        raise BadInput(
            "its network is too large: {parameters} parameters and {connections} connections; "
            "the limits are {most} and {most_connections}.",
            parameters=f"{parameters:,}", connections=f"{connections:,}",
            most=f"{MAX_PARAMETERS:,}", most_connections=f"{MAX_CONNECTIONS:,}",
        )  # fmt: skip
    if not 2 <= architecture.classes <= MAX_CLASSES:
        raise _unusable("units")


def _input_shape(values: Mapping[str, Any]) -> tuple[int, int, int]:
    shape = values.get("input_shape")
    if not isinstance(shape, list) or len(shape) != 3 or any(type(n) is not int for n in shape):
        raise _unusable("input_shape")
    channels, rows, columns = shape
    sides = INK_SIDES if values.get("sees") == "ink" else PICTURE_SIDES
    if channels not in (1, 3) or rows != columns or rows not in sides:
        raise _unusable("input_shape")
    return channels, rows, columns


def _input_range(values: Mapping[str, Any]) -> tuple[float, float]:
    ends = values.get("input_range")
    if not isinstance(ends, list) or len(ends) != 2:
        raise _unusable("input_range")
    for end in ends:
        if not isinstance(end, int | float) or isinstance(end, bool) or not abs(end) <= MAX_INPUT:
            raise _unusable("input_range")
    low, high = map(float, ends)
    if low == high:
        raise _unusable("input_range")
    return low, high


def _whole(values: Mapping[str, Any], key: str, least: int, most: int) -> int:
    value = values.get(key)
    if type(value) is not int or not least <= value <= most:
        raise _unusable(key)
    return value


def _choice(values: Mapping[str, Any], key: str, choices: tuple[Any, ...]) -> Any:
    value = values.get(key)
    if not isinstance(value, str) or value not in choices:
        raise _unusable(key)
    return value


def _unusable(key: str) -> BadInput:
    return BadInput("its architecture has an unusable entry {key}.", key=key)
