"""The engine's layer specifications as torch modules: the same arithmetic, with gradients."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from lenet_gui.engine.architecture import Architecture, PlacedLayer
from lenet_gui.engine.layers import Convolution, EuclideanRBF, FullConnection, Subsampling
from lenet_gui.engine.rbf_codes import digit_codes
from lenet_gui.engine.squashing import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
    Activation,
    Softmax,
    Squashing,
)
from lenet_gui.values import FloatArray


class LeNet(nn.Module):
    """An architecture that learns. ``forward`` gives what the losses take: penalties, or the
    weights of evidence before the softmax, float (batch, classes).
    """

    def __init__(self, architecture: Architecture, weights: Mapping[str, FloatArray]) -> None:
        super().__init__()
        self.architecture = architecture
        placed = list(architecture.placed_layers())
        self.layers = nn.ModuleDict({layer.name: _module(layer, weights) for layer in placed})
        self._activations = {layer.name: layer.layer.activation for layer in placed}
        self._in_training = dict(self._activations)
        for below, above in pairwise(placed):
            if _commute(below, above):
                self._in_training |= {below.name: None, above.name: below.layer.activation}

    def forward(self, inputs: Tensor) -> Tensor:
        state = inputs
        for name, layer in self.layers.items():
            state = layer(state)
            activation = self._in_training[name]
            if not isinstance(activation, Softmax):
                state = _activated(activation, state)
        return state

    def activations(self, inputs: Tensor) -> dict[str, Tensor]:
        """The state of every layer by name, (batch, ...), as ``engine.Network`` gives it."""
        states, state = {}, inputs
        for name, layer in self.layers.items():
            state = _activated(self._activations[name], layer(state))
            states[name] = state
        return states

    def named_weights(self) -> dict[str, nn.Parameter]:
        """The parameters by their names in a checkpoint."""
        return {
            f"{layer}.{name}": parameter
            for layer, module in self.layers.items()
            for name, parameter in module.named_parameters()
        }


def _commute(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Whether the largest of squashed numbers is the squashed largest, so that the quarter of
    them need be squashed: the same to the last bit, gradients, too."""
    squashed = below.layer.activation
    pooled = above.layer.operation
    return (
        isinstance(squashed, Squashing)
        and squashed.function == "relu"
        and isinstance(pooled, Subsampling)
        and pooled.rule == "max"
        and above.layer.activation is None
    )


def to_arrays(tensors: Mapping[str, Tensor]) -> dict[str, FloatArray]:
    """Copies as float32 arrays."""
    return {
        name: tensor.detach().to("cpu", torch.float32, copy=True).numpy()
        for name, tensor in tensors.items()
    }


def _activated(activation: Activation | None, state: Tensor) -> Tensor:
    if activation is None:
        return state
    if isinstance(activation, Softmax):
        return state.softmax(dim=-1)
    return _SQUASHING[activation.function](state)


_SQUASHING = {
    "scaled tanh": lambda a: SCALED_TANH_AMPLITUDE * torch.tanh(SCALED_TANH_SLOPE * a),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}


class _ConvolutionModule(nn.Module):
    weight: Tensor
    bias: Tensor
    _table: Tensor | None

    def __init__(self, spec: Convolution, placed: PlacedLayer) -> None:
        super().__init__()
        self._padding = spec.padding
        self._dense_shape = (spec.maps, placed.source[0], spec.kernel, spec.kernel)
        maps, below = (torch.tensor(places) for places in spec.table_indices())
        table = None if spec.table is None else maps * placed.source[0] + below
        self.register_buffer("_table", table, persistent=False)

    def forward(self, state: Tensor) -> Tensor:
        weight = self.weight
        if self._table is not None:
            maps, below, *kernel = self._dense_shape
            dense = weight.new_zeros(maps * below, *kernel).index_copy(0, self._table, weight)
            weight = dense.view(self._dense_shape)
        return functional.conv2d(state, weight, self.bias, padding=self._padding)


class _SubsamplingModule(nn.Module):
    coefficient: Tensor
    bias: Tensor

    def __init__(self, spec: Subsampling, placed: PlacedLayer) -> None:
        super().__init__()
        self._spec = spec

    def forward(self, state: Tensor) -> Tensor:
        size = self._spec.size
        if self._spec.rule == "max":
            return functional.max_pool2d(state, size)
        average = functional.avg_pool2d(state, size)
        if self._spec.rule == "average":
            return average
        scale = self.coefficient * size**2  # the paper's units sum, they do not average
        return average * scale[:, None, None] + self.bias[:, None, None]


class _FullConnectionModule(nn.Module):
    weight: Tensor
    bias: Tensor

    def __init__(self, spec: FullConnection, placed: PlacedLayer) -> None:
        super().__init__()

    def forward(self, state: Tensor) -> Tensor:
        return functional.linear(state.flatten(1), self.weight, self.bias)


class _EuclideanRBFModule(nn.Module):
    _codes: Tensor

    def __init__(self, spec: EuclideanRBF, placed: PlacedLayer) -> None:
        super().__init__()
        codes = torch.from_numpy(digit_codes())
        self.register_buffer("_codes", codes, persistent=False)

    def forward(self, state: Tensor) -> Tensor:
        return (state.flatten(1)[:, None, :] - self._codes.to(state.dtype)).square().sum(dim=2)


_MODULES = {
    Convolution: _ConvolutionModule,
    Subsampling: _SubsamplingModule,
    FullConnection: _FullConnectionModule,
    EuclideanRBF: _EuclideanRBFModule,
}


def _module(placed: PlacedLayer, weights: Mapping[str, FloatArray]) -> nn.Module:
    spec = placed.layer.operation
    module = _MODULES[type(spec)](spec, placed)
    for name in placed.parameter_shapes:
        values = torch.from_numpy(np.array(weights[name]))
        module.register_parameter(name.rpartition(".")[2], nn.Parameter(values))
    return module
