"""From Keras' description of a network, which must be one chain of layers, to steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.importing.readers.refusals import no_chain, unknown_layer
from lenet_gui.engine.importing.steps import MAX_STEPS, Step

_FUNCTIONS = {"relu", "tanh", "sigmoid", "softmax"}
_POOLINGS = {"MaxPooling2D": "max", "AveragePooling2D": "average"}
_IGNORED = {"Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout",
            "ActivityRegularization"}  # fmt: skip
_MODELS = ("Sequential", "Functional", "Model")
_BYTE = 255.0


@dataclass(frozen=True, slots=True)
class KerasLayer:
    """A layer. keys: where its arrays may be found; roles: what they are, in their order."""

    name: str
    steps: tuple[Step, ...]
    keys: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KerasLayers:
    """A network as Keras describes it; see ``ForeignNetwork``."""

    layers: tuple[KerasLayer, ...]
    input_shape: tuple[int, ...]
    input_range: tuple[float, ...] = ()


def keras_layers(config: Any, file: str) -> KerasLayers:
    """Return the layers that a description lists. Raises BadInput if one is of no kind here."""
    try:
        if config["class_name"] not in _MODELS:
            raise unknown_layer(file, file, str(config["class_name"]))
        described = config["config"]
        entries = described["layers"] if isinstance(described, Mapping) else described
        if len(entries) > MAX_STEPS:
            raise no_chain(file)
        _check_chain(entries, file)
        return _Reader(file).layers(entries)
    except BadInput:
        raise
    except (LookupError, TypeError, ValueError, AttributeError):
        raise BadInput("{file} has an unreadable header.", file=file) from None


def _check_chain(entries: list[Any], file: str) -> None:
    """Raise BadInput if a layer reads another one than that before it."""
    before = ""
    for entry in entries:
        read = set(_sources(entry.get("inbound_nodes", [])))
        if read and read != {before}:
            raise no_chain(file)
        before = entry.get("name") or entry["config"]["name"]


def _sources(value: Any, depth: int = 0) -> Iterator[str]:
    """Yield the names of the layers that a description of inputs names, in Keras 2 or 3."""
    if depth > 12:
        return
    if isinstance(value, Mapping):
        for inside in value.values():
            yield from _sources(inside, depth + 1)
    elif isinstance(value, list):
        if len(value) >= 3 and isinstance(value[0], str) and value[1:3] == [0, 0]:
            yield value[0]
        else:
            for inside in value:
                yield from _sources(inside, depth + 1)


class _Reader:
    """Goes from layer to layer, and knows what came before."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._shape: tuple[int, ...] = ()
        self._range: tuple[float, ...] = ()
        self._counts = Counter[str]()
        self._padding, self._flat = 0, False
        self._begun = False  # there was a layer that is more than the input's form

    def layers(self, entries: list[Any]) -> KerasLayers:
        found = []
        for entry in entries:
            kind, settings = str(entry["class_name"]), entry["config"]
            shape = settings.get("batch_shape") or settings.get("batch_input_shape")
            if shape and not self._shape:
                self._take_input(tuple(shape[1:]))
            layer = self._layer(kind, settings)
            if layer is not None:
                self._begun = True
                found.append(layer)
        return KerasLayers(tuple(found), self._shape, self._range)

    def _take_input(self, sides: tuple[Any, ...]) -> None:
        if len(sides) == 1 and (side := round(sides[0] ** 0.5)) ** 2 == sides[0]:
            self._shape = (1, side, side)
        elif len(sides) == 2:
            self._shape = (1, int(sides[0]), int(sides[1]))
        elif len(sides) == 3:
            self._shape = (int(sides[2]), int(sides[0]), int(sides[1]))
        else:
            raise no_chain(self._file)

    def _layer(self, kind: str, settings: Mapping[str, Any]) -> KerasLayer | None:
        """Return a layer, or None for those that change nothing here."""
        name = str(settings["name"])
        snake = re.sub(r"([a-z])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", kind))
        number = self._counts[snake]
        self._counts[snake] += 1
        place = snake.lower() + (f"_{number}" if number else "")
        keys = (f"name:{name}", name, f"place:{place}", place)
        if settings.get("data_format", "channels_last") != "channels_last":
            raise unknown_layer(self._file, name, kind)
        if kind == "Conv2D":
            return self._weighted(self._convolution(name, kind, settings), settings, keys)
        if kind == "Dense":
            step = Step("full", name, turned=True, channels_last=self._flat)
            self._flat = False
            return self._weighted(step, settings, keys)
        if kind == "BatchNormalization":
            step = Step("normalization", name, epsilon=float(settings["epsilon"]))
            roles = [*(["weight"] if settings["scale"] else []),
                     *(["bias"] if settings["center"] else []), "mean", "variance"]  # fmt: skip
            return KerasLayer(name, (step,), keys, tuple(roles))
        steps = self._plain(name, kind, settings)
        return None if steps is None else KerasLayer(name, steps)

    def _plain(self, name: str, kind: str, settings: Mapping[str, Any]) -> tuple[Step, ...] | None:
        """Return the steps of a layer without weights; None if it is none."""
        if kind == "InputLayer" or kind in _IGNORED:
            return None
        if kind == "Flatten":
            self._flat = self._begun
            return None
        if kind in _POOLINGS:
            return (self._pooling(name, kind, settings),)
        if kind == "Rescaling" and not self._begun:
            scale, offset = float(settings["scale"]), float(settings["offset"])
            self._range = (offset, _BYTE * scale + offset)
            return None
        if kind == "Reshape" and not self._begun:
            sides = [int(side) for side in settings["target_shape"]]
            if len(sides) == 3 and sides[2] in (1, 3):
                self._take_input(tuple(sides))
                return None
        if kind == "ZeroPadding2D":
            padded = {int(side) for pair in settings["padding"] for side in pair}
            if len(padded) == 1:
                self._padding = padded.pop()
                return None
        if kind in ("Activation", "ReLU", "Softmax"):
            word = settings["activation"] if kind == "Activation" else kind.lower()
            return self._function(name, kind, word)
        raise unknown_layer(self._file, name, kind)

    def _weighted(
        self, step: Step, settings: Mapping[str, Any], keys: tuple[str, ...]
    ) -> KerasLayer:
        roles = ("weight", "bias") if settings["use_bias"] else ("weight",)
        function = self._function(step.name, step.kind, settings["activation"])
        return KerasLayer(step.name, (step, *function), keys, roles)

    def _function(self, name: str, kind: str, word: Any) -> tuple[Step, ...]:
        if isinstance(word, Mapping):
            word = word.get("class_name")
        if word in (None, "linear"):
            return ()
        if str(word) == "log_softmax":
            word = "softmax"
        if str(word) not in _FUNCTIONS:
            raise unknown_layer(self._file, name, str(word))
        return (Step("function", name, word=str(word)),)

    def _convolution(self, name: str, kind: str, settings: Mapping[str, Any]) -> Step:
        (side,), (stride,) = set(settings["kernel_size"]), set(settings["strides"])
        same = settings["padding"] == "same"
        if (
            (same and (side % 2 == 0 or stride != 1 or self._padding))
            or settings["padding"] not in ("same", "valid")
            or set(settings.get("dilation_rate", [1])) != {1} or settings.get("groups", 1) != 1
        ):  # fmt: skip
            raise unknown_layer(self._file, name, kind)
        padding = int(side) // 2 if same else self._padding
        self._padding = 0
        return Step("convolution", name, padding=padding, stride=int(stride), turned=True)

    def _pooling(self, name: str, kind: str, settings: Mapping[str, Any]) -> Step:
        size, strides = list(settings["pool_size"]), settings["strides"]
        whole = strides is None or list(strides) == size
        if len(set(size)) != 1 or not whole or settings["padding"] != "valid" or self._padding:
            raise unknown_layer(self._file, name, kind)
        return Step("pooling", name, word=_POOLINGS[kind], size=int(size[0]))
