"""The engine's layer specifications as torch modules: the same arithmetic, with gradients."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf

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
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection, Subsampling
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.trainer.network.fused_convolution import (
    Blocks,
    fit_together,
    rectified_largest,
    whole_maps,
)
from lenet_gui.trainer.network.max_blur import rectified_max_blur


class LeNet(nn.Module):
    """An architecture that learns. ``forward`` gives what the losses take: penalties, or the
    weights of evidence before the softmax, float (batch, classes).
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
        """``forward`` as devices take it whose convolutions are fast."""
        state = inputs
        for name, layer in self._layers.items():
            state = _before_softmax(self._in_training[name], layer(state))
        return state

    def _in_blocks(self, inputs: Tensor) -> Tensor:
        state = inputs.permute(1, 2, 3, 0).contiguous()
        layers = iter(self._placed)
        for placed in layers:
            if placed.name in self._blocks:
                state = self._subsampled(placed, next(layers), state)
            else:
                state = self._layers[placed.name].beside(state)
                state = _before_softmax(placed.layer.activation, state)
        return state.t()

    def _subsampled(self, below: PlacedLayer, above: PlacedLayer, state: Tensor) -> Tensor:
        """The state of a subsampling layer from that below the convolution under it."""
        convolution, pooled = self._layers[below.name], self._layers[above.name]
        assert isinstance(convolution, _ConvolutionModule)
        assert isinstance(pooled, _SubsamplingModule)
        units = self._blocks[below.name](state, convolution.weight)
        if _commute(below, above):
            return rectified_largest(units, convolution.bias)
        if _rectifies_maxima(below, above):
            return rectified_max_blur(units, convolution.bias)
        units = _activated(below.layer.activation, units + convolution.bias[:, None, None, None])
        return _activated(above.layer.activation, pooled.joined(units))

    def activations(self, inputs: Tensor) -> dict[str, Tensor]:
        """The state of every layer by name, (batch, ...), as ``engine.Network`` gives it."""
        states, state = {}, inputs
        for name, layer in self._layers.items():
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
    pooled = above.layer.operation
    return _rectified(below, above) and isinstance(pooled, Subsampling) and pooled.kind == "max"


def _rectifies_maxima(below: PlacedLayer, above: PlacedLayer) -> bool:
    """Whether ``rectified_max_blur`` is what the two layers do."""
    return _rectified(below, above) and above.layer.operation == Subsampling("max blur", 2)


def _rectified(below: PlacedLayer, above: PlacedLayer) -> bool:
    squashed = below.layer.activation
    return (
        isinstance(squashed, ActivationFunction)
        and squashed.function == "relu"
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
    return _ACTIVATION_FUNCTIONS[activation.function](state)


def _before_softmax(activation: Activation | None, state: Tensor) -> Tensor:
    return state if isinstance(activation, Softmax) else _activated(activation, state)


_ACTIVATION_FUNCTIONS = {
    "scaled tanh": lambda a: SCALED_TANH_AMPLITUDE * torch.tanh(SCALED_TANH_SLOPE * a),
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "relu": torch.relu,
}


class _LayerModule(nn.Module):
    def beside(self, state: Tensor) -> Tensor:
        """``forward`` for states with the samples beside each other: (..., batch)."""
        result: Tensor = self(state.movedim(-1, 0)).movedim(0, -1)
        return result


class _ConvolutionModule(_LayerModule):
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
        return functional.conv2d(state, self._dense(), self.bias, padding=self._padding)

    def beside(self, state: Tensor) -> Tensor:
        weight = self._dense()
        if self._padding or weight.shape[1:] != state.shape[:-1]:
            return super().beside(state)
        return _connected(weight.flatten(1), self.bias, state)[:, None, None]

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

    def forward(self, state: Tensor) -> Tensor:
        size = self._spec.size
        if self._spec.kind == "max":
            return functional.max_pool2d(state, size)
        if self._spec.kind == "max blur":
            beyond = [0, size - 1, 0, size - 1]  # the edge of the map, which no maximum is of
            state = functional.max_pool2d(functional.pad(state, beyond, value=-inf), size, 1)
        average = functional.avg_pool2d(state, size)
        if self._spec.kind in ("average", "max blur"):
            return average
        scale = self.coefficient * size**2  # the paper's units sum, they do not average
        return average * scale[:, None, None] + self.bias[:, None, None]

    def joined(self, units: Tensor) -> Tensor:
        """Of units that ``Blocks`` gives, what each subsampling unit makes of its own."""
        if self._spec.kind == "max":
            return units.amax(0)
        if self._spec.kind == "average":
            return units.mean(0)
        if self._spec.kind == "max blur":
            return self.beside(whole_maps(units))
        total = units.sum(0)
        return total * self.coefficient[:, None, None, None] + self.bias[:, None, None, None]


def _connected(weight: Tensor, bias: Tensor, state: Tensor) -> Tensor:
    """(..., batch) -> (units, batch)."""
    return torch.addmm(bias[:, None], weight, state.flatten(0, -2))


class _FullConnectionModule(_LayerModule):
    weight: Tensor
    bias: Tensor

    def __init__(self, spec: FullConnection, placed: PlacedLayer) -> None:
        super().__init__()

    def forward(self, state: Tensor) -> Tensor:
        return functional.linear(state.flatten(1), self.weight, self.bias)

    def beside(self, state: Tensor) -> Tensor:
        return _connected(self.weight, self.bias, state)


class _EuclideanRBFModule(_LayerModule):
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


def _module(placed: PlacedLayer, weights: Mapping[str, FloatArray]) -> _LayerModule:
    spec = placed.layer.operation
    module = _MODULES[type(spec)](spec, placed)
    for name in placed.parameter_shapes:
        values = torch.from_numpy(np.array(weights[name]))
        module.register_parameter(name.rpartition(".")[2], nn.Parameter(values))
    return module
