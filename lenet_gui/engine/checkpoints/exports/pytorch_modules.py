"""Layers and activation functions as source of PyTorch: modules, and functions of a tensor."""

from __future__ import annotations

import math

from lenet_gui.engine.checkpoints.exports.scripts import table_name
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling

_ACTIVATIONS = {
    "scaled tanh": "scaled_tanh", "tanh": "torch.tanh", "sigmoid": "torch.sigmoid",
    "relu": "torch.relu",
}  # fmt: skip
_POOLING = {"average": "nn.AvgPool2d", "max": "nn.MaxPool2d", "max blur": "MaxBlurPool"}


def torch_module(placed: PlacedLayer, full_connection: str = "FullConnection") -> str:
    """Return the source of a layer's module.

    full_connection: the class for full connections, called with the units below and its own.
    """
    operation, below = placed.layer.operation, placed.source[0]
    if isinstance(operation, Convolution):
        more = f", padding={operation.padding}" if operation.padding else ""
        more += f", stride={operation.stride}" if operation.stride > 1 else ""
        if operation.table is not None:
            table = table_name(placed.name)
            return f"TableConvolution({below}, {table}, {operation.kernel}{more})"
        return f"nn.Conv2d({below}, {operation.maps}, {operation.kernel}{more})"
    if isinstance(operation, Subsampling):
        if operation.kind == "sum":
            return f"TrainableSubsampling({below}, {operation.size})"
        return f"{_POOLING[operation.kind]}({operation.size})"
    if isinstance(operation, FullConnection):
        return f"{full_connection}({math.prod(placed.source)}, {operation.units})"
    return "EuclideanRBF()"


def torch_activation(placed: PlacedLayer) -> str:
    """Return the source of a layer's activation function; "None" if it has none."""
    activation = placed.layer.activation
    if isinstance(activation, Softmax):
        return "softmax"
    return "None" if activation is None else _ACTIVATIONS[activation.function]
