"""A network's layers as text for other programs: Markdown, PyTorch's print, Keras' summary.

The last two are those of the scripts that ``engine/checkpoints/exports`` makes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.checkpoints.exports.keras_script import keras_calls
from lenet_gui.engine.checkpoints.exports.network_scripts import tutorial_names
from lenet_gui.engine.explaining.layer_table import LayerRow, input_text, layer_table, totals
from lenet_gui.engine.explaining.layer_words import (
    ACTIVATION_WORDS,
    ENGLISH,
    KIND_WORDS,
    Wording,
)
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.shapes import Shape

# ---- as a table of texts

HEADS = (
    QT_TRANSLATE_NOOP("Layers", "layer"),
    QT_TRANSLATE_NOOP("Layers", "kind"),
    QT_TRANSLATE_NOOP("Layers", "kernel"),
    QT_TRANSLATE_NOOP("Layers", "stride"),
    QT_TRANSLATE_NOOP("Layers", "padding"),
    QT_TRANSLATE_NOOP("Layers", "activation function"),
    QT_TRANSLATE_NOOP("Layers", "input"),
    QT_TRANSLATE_NOOP("Layers", "output"),
    QT_TRANSLATE_NOOP("Layers", "trained parameters"),
    QT_TRANSLATE_NOOP("Layers", "connections"),
    QT_TRANSLATE_NOOP("Layers", "first weights"),
)


def sides(shape: Shape) -> str:
    """Return a shape as the 1998 paper writes it: "6@28×28", or "84"."""
    return f"{shape[0]}@{shape[1]}×{shape[2]}" if len(shape) == 3 else f"{shape[0]}"


def cells(row: LayerRow, wording: Wording = ENGLISH) -> tuple[str, ...]:
    """Return the cells of a row below ``HEADS``; those of what a kind does not have are empty."""
    return (
        row.name,
        wording.word(KIND_WORDS[row.kind]),
        f"{row.kernel}×{row.kernel}" if row.kernel else "",
        *("" if value is None else str(value) for value in (row.stride, row.padding)),
        wording.word(ACTIVATION_WORDS[row.activation]) if row.activation else "",
        sides(row.input_shape),
        sides(row.output_shape),
        row.parameters.text(wording),
        row.connections.text(wording),
        row.first_weights_text(wording),
    )


def as_markdown(architecture: Architecture, wording: Wording = ENGLISH) -> str:
    """Return the table in Markdown, below it the sums and the input."""
    lines = [[wording.word(head) for head in HEADS], ["---"] * len(HEADS)]
    lines += [list(cells(row, wording)) for row in layer_table(architecture)]
    table = [f"| {' | '.join(line)} |" for line in lines]
    below = [totals(architecture, wording), input_text(architecture, wording)]
    return "\n".join([*table, "", *(f"{line}  " for line in below)]) + "\n"


# ---- as PyTorch prints a module

_TORCH_POOLS = {
    "average": "AvgPool2d({0})",
    "max": "MaxPool2d({0}, dilation=1, ceil_mode=False)",
    "max blur": "MaxBlurPool({0})",
}


def as_pytorch_prints(architecture: Architecture) -> str:
    """Return what ``print`` shows of the exported PyTorch module, without the end of the line."""
    layers = [f"  ({name}): {_in_torch(placed)}" for name, placed in tutorial_names(architecture)]
    return "\n".join(["LeNet(", *layers, ")"])


def _in_torch(placed: PlacedLayer) -> str:
    operation = placed.layer.operation
    if isinstance(operation, Convolution):
        if operation.table is not None:
            return "TableConvolution()"
        sizes = {"kernel_size": operation.kernel, "stride": operation.stride}
        if operation.padding:
            sizes["padding"] = operation.padding
        pairs = ", ".join(f"{name}=({size}, {size})" for name, size in sizes.items())
        return f"Conv2d({placed.source[0]}, {operation.maps}, {pairs})"
    if isinstance(operation, Subsampling):
        if operation.kind == "sum":
            return "TrainableSubsampling()"
        size = f"kernel_size={operation.size}, stride={operation.size}, padding=0"
        return _TORCH_POOLS[operation.kind].format(size)
    if isinstance(operation, FullConnection):
        below, units = math.prod(placed.source), operation.units
        return f"Linear(in_features={below}, out_features={units}, bias=True)"
    return "EuclideanRBF()"


# ---- as Keras' summary

_KERAS_WIDTHS = (38, 29, 17)  # of the cells in the 88 columns that Keras takes where it can
_BYTES = 4  # of a float32
_UNITS = ("B", "KB", "MB", "GB")


@dataclass(frozen=True)
class _KerasLayer:
    """A row of the summary. shape: with the maps last, without the batch."""

    name: str
    kind: str
    shape: Shape
    parameters: int


def as_keras_summary(architecture: Architecture) -> str:
    """Return what ``model.summary()`` shows of the exported Keras model.

    Keras has no connection tables: it counts the weights ``held_at_zero``, too.
    """
    layers = list(_keras_layers(architecture))
    rows = [
        (f"{one.name} ({one.kind})", _keras_shape(one.shape), f"{one.parameters:,}")
        for one in layers
    ]
    between = _ruled("├┼┤", "─") + "\n"
    body = between.join(_in_cells("│", row) + "\n" for row in rows)
    count = sum(one.parameters for one in layers)
    size = f"{count:,} ({_memory(count * _BYTES)})"
    return (
        'Model: "LeNet"\n'
        + _ruled("┏┳┓", "━") + "\n"
        + _in_cells("┃", ("Layer (type)", "Output Shape", "Param #")) + "\n"
        + _ruled("┡╇┩", "━") + "\n"
        + body
        + _ruled("└┴┘", "─") + "\n"
        + f" Total params: {size}\n Trainable params: {size}\n"
        + f" Non-trainable params: 0 ({_memory(0)})\n"
    )  # fmt: skip


def held_at_zero(architecture: Architecture) -> int:
    """Return how many weights Keras counts that connection tables hold at 0."""
    return sum(one.parameters for one in _keras_layers(architecture)) - architecture.parameters


def _keras_layers(architecture: Architecture) -> Iterator[_KerasLayer]:
    counts: dict[str, int] = {}
    for name, placed in tutorial_names(architecture):
        for function, _ in keras_calls(name, placed):
            kind = function.removeprefix("layers.")
            if kind not in _HELPERS:
                yield _KerasLayer(name, kind, _last(placed.shape), _keras_parameters(placed))
                continue
            unnamed, shape = _HELPERS[kind]
            number = counts.get(kind, 0)
            counts[kind] = number + 1
            own = f"{unnamed}_{number}" if number else unnamed
            yield _KerasLayer(own, kind, shape(placed), 0)


def _last(shape: Shape) -> Shape:
    return (*shape[1:], shape[0])


def _padded(placed: PlacedLayer) -> Shape:
    maps, *below = placed.source
    operation = placed.layer.operation
    assert isinstance(operation, Convolution)
    return (*(side + 2 * operation.padding for side in below), maps)


# Layers without a name of their own: the name that Keras gives, and the shape of the result.
_HELPERS: dict[str, tuple[str, Callable[[PlacedLayer], Shape]]] = {
    "ZeroPadding2D": ("zero_padding2d", _padded),
    "Activation": ("activation", lambda placed: _last(placed.shape)),
    "Permute": ("permute", lambda placed: placed.source),
    "Flatten": ("flatten", lambda placed: (math.prod(placed.source),)),
}


def _keras_parameters(placed: PlacedLayer) -> int:
    operation = placed.layer.operation
    if isinstance(operation, Convolution):
        return operation.maps * (placed.source[0] * operation.kernel**2 + 1)
    return placed.parameters


def _keras_shape(shape: Shape) -> str:
    return f"(None, {', '.join(map(str, shape))})"


def _ruled(corners: str, line: str) -> str:
    return corners[0] + corners[1].join(line * width for width in _KERAS_WIDTHS) + corners[2]


def _in_cells(bar: str, texts: tuple[str, str, str]) -> str:
    first, second, _ = _KERAS_WIDTHS
    name, shape, count = texts
    left = f"{bar} {name:<{first - 2}} {bar} {shape:<{second - 2}} {bar}"
    return f"{left} {count:>{_KERAS_WIDTHS[2] - 2}} {bar}"


def _memory(size: float) -> str:
    """Return a number of bytes as Keras writes it."""
    unit = 0
    while size >= 1024 and unit < len(_UNITS) - 1:
        size, unit = size / 1024, unit + 1
    return f"{size:.2f} {_UNITS[unit]}"
