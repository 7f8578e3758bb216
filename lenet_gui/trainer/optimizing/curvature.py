"""Second derivatives of the loss, propagated backwards like the first ones.

The Gauss-Newton approximation of 1998 (paper, appendix C) keeps the diagonal only:
d2E/dx_j2 = sum_i d2E/da_i2 w_ij^2, d2E/da_i2 = f'(a_i)^2 d2E/dx_i2, d2E/dw_ij2 = d2E/da_i2 x_j^2,
summed over all connections that share a weight. These are the usual formulas of back-propagation
with weights, states and derivatives squared, so torch's own are used on squares. Exact for one
layer of weights.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.func import functional_call
from torch.nn import functional

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.networks.activation_functions import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
    Activation,
    Softmax,
)
from lenet_gui.engine.networks.layers import EuclideanRBF, Operation, Subsampling
from lenet_gui.trainer.network.modules import LeNet


def mean_curvature(
    model: LeNet, inputs: Tensor, labels: Tensor, config: LearningConfig
) -> dict[str, Tensor]:
    """h_kk of every weight by name, >= 0: the mean over the samples of d2E/dw2."""
    with torch.no_grad():
        states = {"INPUT": inputs} | model.activations(inputs)
    names = list(states)
    found: dict[str, Tensor] = {}
    placed = {layer.name: layer.layer for layer in model.architecture.placed_layers()}
    above = torch.empty(0)  # d2E/dx2 of the layer's state, by sample
    for below, name in reversed(list(pairwise(names))):
        layer, state = placed[name], states[below]
        if isinstance(layer.operation, EuclideanRBF):
            above = _below_penalties(model.layers[name], state, labels, config)
            continue
        if isinstance(layer.activation, Softmax):
            with torch.no_grad():
                above = _below_softmax(model.layers[name](state), config)
        else:
            above = above.view_as(states[name]) * _slope(layer.activation, states[name]).square()
        above, weights = _through(layer.operation, model.layers[name], state, above)
        found |= {f"{name}.{key}": values / len(labels) for key, values in weights.items()}
    return found


def _through(
    operation: Operation, module: nn.Module, state: Tensor, curvature: Tensor
) -> tuple[Tensor, dict[str, Tensor]]:
    """(d2E/dx2 of the state below, sums of d2E/dw2 by weight) from d2E/da2."""
    if isinstance(operation, Subsampling) and operation.kind != "sum":
        state = state.detach().requires_grad_()
        (below,) = torch.autograd.grad(module(state), state, curvature)
        averaged = 1 if operation.kind == "max" else operation.size**2  # each 1 / of it, squared
        return below / averaged, {}
    squares = {name: weight.detach().square() for name, weight in module.named_parameters()}
    wanted = [state.square().requires_grad_(), *(v.requires_grad_() for v in squares.values())]
    result = functional_call(module, squares, (wanted[0],))
    below, *sums = torch.autograd.grad(result, wanted, curvature)
    found = dict(zip(squares, sums, strict=True))
    if isinstance(operation, Subsampling):  # the coefficient multiplies a sum, not each input
        total = functional.avg_pool2d(state, operation.size) * operation.size**2
        found["coefficient"] = (curvature * total.square()).sum((0, 2, 3))
    return below, found


def _slope(activation: Activation | None, state: Tensor) -> Tensor:
    """f'(a), from x = f(a)."""
    if activation is None:
        return torch.ones_like(state)
    assert not isinstance(activation, Softmax)
    if activation.function == "scaled tanh":
        amplitude = SCALED_TANH_AMPLITUDE
        return amplitude * SCALED_TANH_SLOPE * (1 - (state / amplitude).square())
    if activation.function == "tanh":
        return 1 - state.square()
    if activation.function == "sigmoid":
        return state * (1 - state)
    return (state > 0).to(state.dtype)


def _below_softmax(evidence: Tensor, config: LearningConfig) -> Tensor:
    """d2E/da2 of the evidence: of cross-entropy, beside the rubbish class for "map", or
    Gauss-Newton's of eq. 8."""
    if config.loss == "map":
        evidence = torch.cat([evidence, evidence.new_full((len(evidence), 1), -config.j)], dim=1)
        p = evidence.softmax(1)[:, :-1]
        return p * (1 - p)
    p = evidence.softmax(1)
    if config.loss == "cross-entropy":
        return p * (1 - p)
    slopes = p[:, :, None] * (torch.eye(p.shape[1], device=p.device) - p[:, None, :])
    return 2 / p.shape[1] * slopes.square().sum(1)


def _below_penalties(
    module: nn.Module, state: Tensor, labels: Tensor, config: LearningConfig
) -> Tensor:
    """d2E/dx2 of the layer that the penalties y_i = |x - w_i|^2 are of.

    Eq. 8 is one penalty: 2. Eq. 9, with P the posteriors beside the rubbish class j, whose
    penalty is constant: 2 P(rubbish) + the variance of dy/dx under P; of what is no digit, the
    variance.
    """
    flat = state.flatten(1)
    if config.loss == "mse":
        return torch.full_like(flat, 2.0).view_as(state)
    with torch.no_grad():
        penalties = module(state)
    codes = module.get_buffer("_codes").to(flat.dtype)
    rubbish = penalties.new_full((len(penalties), 1), -config.j)
    posteriors = torch.cat([rubbish, -penalties], dim=1).softmax(1)
    slopes = 2 * (flat[:, None, :] - codes)
    weights = posteriors[:, 1:, None]
    variance = (weights * slopes.square()).sum(1) - (weights * slopes).sum(1).square()
    right = torch.where(labels[:, None] < 0, 0.0, 2 * posteriors[:, :1])
    return (right + variance.clamp_min(0)).view_as(state)
