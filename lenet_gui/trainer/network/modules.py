"""Torch modules for the engine's layers: the same arithmetic, with gradients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import inf
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
    Activation,
    ActivationFunction,
    Softmax,
)
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import (
    Convolution,
    EuclideanRBF,
    FullConnection,
    Operation,
    Subsampling,
)
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.trainer.network.fused_convolution import (
    Blocks,
    fit_together,
    rectified_largest,
    whole_maps,
)
from lenet_gui.trainer.network.max_blur import rectified_max_blur


class LeNet(nn.Module):
    """An architecture as a torch module.

    ``forward`` returns what the losses take, float (batch, classes): penalties, or the evidence
    before the softmax.
    """

    def __init__(self, architecture: Architecture, weights: Mapping[str, FloatArray]) -> None:
        super().__init__()
        self.architecture = architecture
        self._placed = placed = list(architecture.placed_layers())
        self._layers = {layer.name: _module(layer, weights) for layer in placed}
        self.layers = nn.ModuleDict(self._layers)
        self._activations = {layer.name: layer.layer.activation for layer in placed}
        pairs = list(pairwise(placed))
        self._in_training = dict(self._activations)
        for below, above in (pair for pair in pairs if _commute(*pair)):
            self._in_training |= {below.name: None, above.name: below.layer.activation}
        self._blocks = {b.name: Blocks(b, a) for b, a in pairs if fit_together(b, a)}

    def forward(self, inputs: Tensor) -> Tensor:
        if inputs.device.type == "cpu":
            return self._in_blocks(inputs)
        return self.layer_by_layer(inputs.contiguous())

    def layer_by_layer(self, inputs: Tensor) -> Tensor:
        """Compute ``forward`` layer by layer, for devices with fast convolutions."""
        x = inputs
        for name, layer in self._layers.items():
            x = _before_softmax(self._in_training[name], layer(x))
        return x

    def _in_blocks(self, inputs: Tensor) -> Tensor:
        """Compute ``forward`` with ``Blocks`` where layers allow it, which is faster on a CPU."""
        x = inputs.permute(1, 2, 3, 0).contiguous()
        layers = iter(self._placed)
        for placed in layers:
            if placed.name in self._blocks:
                x = self._subsampled(placed, next(layers), x)
            else:
                x = self._layers[placed.name].batch_last(x)
                x = _before_softmax(placed.layer.activation, x)
        return x.t()

    def _subsampled(self, below: PlacedLayer, above: PlacedLayer, x: Tensor) -> Tensor:
        """Return the activations of a subsampling from the input of the convolution below it."""
        convolution, pooled = self._layers[below.name], self._layers[above.name]
        assert isinstance(convolution, _ConvolutionModule)
        assert isinstance(pooled, _SubsamplingModule)
        units = self._blocks[below.name](x, convolution.weight)
        if _commute(below, above):
            return rectified_largest(units, convolution.bias)
        if _rectifies_maxima(below, above):
            return rectified_max_blur(units, convolution.bias)
        units = _activated(below.layer.activation, units + convolution.bias[:, None, None, None])
        return _activated(above.layer.activation, pooled.joined(units))

    def activations(self, inputs: Tensor) -> dict[str, Tensor]:
        """Return the activations of every layer by name, (batch, ...), as the engine does."""
        activations, x = {}, inputs
        for name, layer in self._layers.items():
            x = _activated(self._activations[name], layer(x))
            activations[name] = x
        return activations

    def named_weights(self) -> dict[str, nn.Parameter]:
        """Return the parameters by their names in a checkpoint."""
        return {
            f"{layer}.{name}": parameter
            for layer, module in self.layers.items()
            for name, parameter in module.named_parameters()
        }


def _commute(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Return whether the activation function may be applied after the pooling instead of before.

    The maximum of rectified numbers is their rectified maximum, to the last bit and with the same
    gradients, and only a quarter of the numbers need be rectified.
    """
    pooled = above.layer.operation
    return _rectified(below, above) and isinstance(pooled, Subsampling) and pooled.kind == "max"


def _rectifies_maxima(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Return whether ``rectified_max_blur`` computes the two layers."""
    return _rectified(below, above) and above.layer.operation == Subsampling("max blur", 2)


def _rectified(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Return whether the layer below has relu as its activation function and the other has none."""
    activation = below.layer.activation
    return (
        isinstance(activation, ActivationFunction)
        and activation.function == "relu"
        and above.layer.activation is None
    )


def to_arrays(tensors: Mapping[str, Tensor]) -> dict[str, FloatArray]:
    """Return copies as float32 arrays."""
    return {
        name: tensor.detach().to("cpu", torch.float32, copy=True).numpy()
        for name, tensor in tensors.items()
    }


def _activated(activation: Activation | None, x: Tensor) -> Tensor:
    if activation is None:
        return x
    if isinstance(activation, Softmax):
        return x.softmax(dim=-1)
    return _ACTIVATION_FUNCTIONS[activation.function](x)


def _before_softmax(activation: Activation | None, x: Tensor) -> Tensor:
    return x if isinstance(activation, Softmax) else _activated(activation, x)


_ACTIVATION_FUNCTIONS = {
    "scaled tanh": lambda a: SCALED_TANH_AMPLITUDE * torch.tanh(SCALED_TANH_SLOPE * a),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}


class _LayerModule(nn.Module):
    """A layer without its activation function; ``forward`` takes and returns (batch, ...)."""

    def batch_last(self, x: Tensor) -> Tensor:
        """Compute ``forward`` with the batch as the last axis: (..., batch)."""
        result: Tensor = self(x.movedim(-1, 0)).movedim(0, -1)
        return result


class _ConvolutionModule(_LayerModule):
    weight: Tensor
    bias: Tensor
    _table: Tensor | None

    def __init__(self, spec: Convolution, placed: PlacedLayer) -> None:
        super().__init__()
        self._padding, self._stride = spec.padding, spec.stride
        self._dense_shape = (spec.maps, placed.source[0], spec.kernel, spec.kernel)
        maps, below = (torch.tensor(places) for places in spec.table_indices())
        table = None if spec.table is None else maps * placed.source[0] + below
        self.register_buffer("_table", table, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return functional.conv2d(x, self._dense(), self.bias, self._stride, self._padding)

    def batch_last(self, x: Tensor) -> Tensor:
        weight = self._dense()
        if self._padding or weight.shape[1:] != x.shape[:-1]:
            return super().batch_last(x)
        return _connected(weight.flatten(1), self.bias, x)[:, None, None]

    def _dense(self) -> Tensor:
        weight = self.weight
        if self._table is not None:
            maps, below, *kernel = self._dense_shape
            dense = weight.new_zeros(maps * below, *kernel).index_copy(0, self._table, weight)
            weight = dense.view(self._dense_shape)
        return weight


class _SubsamplingModule(_LayerModule):
    coefficient: Tensor
    bias: Tensor

    def __init__(self, spec: Subsampling, placed: PlacedLayer) -> None:
        super().__init__()
        self._spec = spec

    def forward(self, x: Tensor) -> Tensor:
        size = self._spec.size
        if self._spec.kind == "max":
            return functional.max_pool2d(x, size)
        if self._spec.kind == "max blur":
            beyond = [0, size - 1, 0, size - 1]  # squares at the edge of the map are smaller
            x = functional.pad(x, beyond, value=-inf)
            # One axis after the other, so that gradients go to the unit that the engine chooses.
            x = functional.max_pool2d(functional.max_pool2d(x, (size, 1), 1), (1, size), 1)
        average = functional.avg_pool2d(x, size)
        if self._spec.kind in ("average", "max blur"):
            return average
        scale = self.coefficient * size**2  # the paper's units sum, they do not average
        return average * scale[:, None, None] + self.bias[:, None, None]

    def joined(self, units: Tensor) -> Tensor:
        """Return the activations of the subsampling from the units of ``Blocks``, batch last."""
        if self._spec.kind == "max":
            return units.max(0).values  # whose gradient goes to the first of equal units
        if self._spec.kind == "average":
            return units.mean(0)
        if self._spec.kind == "max blur":
            return self.batch_last(whole_maps(units))
        total = units.sum(0)
        return total * self.coefficient[:, None, None, None] + self.bias[:, None, None, None]


def _connected(weight: Tensor, bias: Tensor, x: Tensor) -> Tensor:
    """Return the sums of a full connection: (..., batch) -> (units, batch)."""
    return torch.addmm(bias[:, None], weight, x.flatten(0, -2))


class _FullConnectionModule(_LayerModule):
    weight: Tensor
    bias: Tensor

    def __init__(self, spec: FullConnection, placed: PlacedLayer) -> None:
        super().__init__()

    def forward(self, x: Tensor) -> Tensor:
        return functional.linear(x.flatten(1), self.weight, self.bias)

    def batch_last(self, x: Tensor) -> Tensor:
        return _connected(self.weight, self.bias, x)


class _EuclideanRBFModule(_LayerModule):
    _codes: Tensor

    def __init__(self, spec: EuclideanRBF, placed: PlacedLayer) -> None:
        super().__init__()
        codes = torch.from_numpy(digit_codes())
        self.register_buffer("_codes", codes, persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        return (x.flatten(1)[:, None, :] - self._codes.to(x.dtype)).square().sum(dim=2)


_MODULES: dict[type[Operation], Callable[[Any, PlacedLayer], _LayerModule]] = {
    Convolution: _ConvolutionModule,
    Subsampling: _SubsamplingModule,
    FullConnection: _FullConnectionModule,
    EuclideanRBF: _EuclideanRBFModule,
}


def _module(placed: PlacedLayer, weights: Mapping[str, FloatArray]) -> _LayerModule:
    """Return the module of a layer, with copies of its weights as parameters."""
    spec = placed.layer.operation
    module = _MODULES[type(spec)](spec, placed)
    for name in placed.parameter_shapes:
        values = torch.from_numpy(np.array(weights[name]))
        module.register_parameter(name.rpartition(".")[2], nn.Parameter(values))
    return module
