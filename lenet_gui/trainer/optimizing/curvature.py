"""Second derivatives of the loss with respect to the weights, by back-propagation.

The diagonal Gauss-Newton approximation of the 1998 paper (appendix C):
d2E/dx_j2 = sum_i d2E/da_i2 w_ij^2, d2E/da_i2 = f'(a_i)^2 d2E/dx_i2, d2E/dw_ij2 = d2E/da_i2 x_j^2,
summed over all connections that share a weight. These are the formulas of back-propagation with
weights, activations and derivatives squared, so torch's own gradients are computed of squares. The
result is exact for one layer of weights.
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
    """Return h_kk of every weight by name, >= 0: the mean over the samples of d2E/dw2.

    labels: int64 (batch,), -1 for non-digits.
    """
    with torch.no_grad():
        activations = {"INPUT": inputs} | model.activations(inputs)
    names = list(activations)
    found: dict[str, Tensor] = {}
    placed = {layer.name: layer.layer for layer in model.architecture.placed_layers()}
    above = torch.empty(0)  # d2E/dx2 of the layer's activations, by sample
    for below, name in reversed(list(pairwise(names))):
        layer, x = placed[name], activations[below]
        if isinstance(layer.operation, EuclideanRBF):
            above = _below_penalties(model.layers[name], x, labels, config)
            continue
        if isinstance(layer.activation, Softmax):
            with torch.no_grad():
                above = _below_softmax(model.layers[name](x), config)
        else:
            result = activations[name]
            above = above.view_as(result) * _slope(layer.activation, result).square()
        above, weights = _through(layer.operation, model.layers[name], x, above)
        found |= {f"{name}.{key}": values / len(labels) for key, values in weights.items()}
    return found


def _through(
    operation: Operation, module: nn.Module, x: Tensor, curvature: Tensor
) -> tuple[Tensor, dict[str, Tensor]]:
    """Return (d2E/dx2 of the input x, sums of d2E/dw2 by weight) from d2E/da2, ``curvature``."""
    if isinstance(operation, Subsampling) and operation.kind != "sum":
        x = x.detach().requires_grad_()
        (below,) = torch.autograd.grad(module(x), x, curvature)
        # an average divides the gradient by n, and the second derivative by n squared
        averaged = 1 if operation.kind == "max" else operation.size**2
        return below / averaged, {}
    squares = {name: weight.detach().square() for name, weight in module.named_parameters()}
    wanted = [x.square().requires_grad_(), *(v.requires_grad_() for v in squares.values())]
    result = functional_call(module, squares, (wanted[0],))
    below, *sums = torch.autograd.grad(result, wanted, curvature)
    found = dict(zip(squares, sums, strict=True))
    if isinstance(operation, Subsampling):  # the coefficient multiplies a sum, not each input
        total = functional.avg_pool2d(x, operation.size) * operation.size**2
        found["coefficient"] = (curvature * total.square()).sum((0, 2, 3))
    return below, found


def _slope(activation: Activation | None, x: Tensor) -> Tensor:
    """Return f'(a), computed from x = f(a)."""
    if activation is None:
        return torch.ones_like(x)
    assert not isinstance(activation, Softmax)
    if activation.function == "scaled tanh":
        amplitude = SCALED_TANH_AMPLITUDE
        return amplitude * SCALED_TANH_SLOPE * (1 - (x / amplitude).square())
    if activation.function == "tanh":
        return 1 - x.square()
    if activation.function == "sigmoid":
        return x * (1 - x)
    return (x > 0).to(x.dtype)


def _below_softmax(evidence: Tensor, config: LearningConfig) -> Tensor:
    """Return d2E/da2 of the evidence.

    Exact for "cross-entropy" and, beside the not-a-digit class, for "map"; the Gauss-Newton
    approximation for "mse".
    """
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
    module: nn.Module, x: Tensor, labels: Tensor, config: LearningConfig
) -> Tensor:
    """Return d2E/dx2 of the layer below penalties y_i = |x - w_i|^2.

    Equation 8 is one penalty, so it is 2. For equation 9, with P the posteriors beside the
    not-a-digit class, whose penalty j is constant, it is 2 P(not a digit) + the variance of dy/dx
    under P for a digit, and the variance alone for a non-digit.
    """
    flat = x.flatten(1)
    if config.loss == "mse":
        return torch.full_like(flat, 2.0).view_as(x)
    with torch.no_grad():
        penalties = module(x)
    codes = module.get_buffer("_codes").to(flat.dtype)
    not_a_digit = penalties.new_full((len(penalties), 1), -config.j)
    posteriors = torch.cat([not_a_digit, -penalties], dim=1).softmax(1)
    slopes = 2 * (flat[:, None, :] - codes)
    weights = posteriors[:, 1:, None]
    variance = (weights * slopes.square()).sum(1) - (weights * slopes).sum(1).square()
    right = torch.where(labels[:, None] < 0, 0.0, 2 * posteriors[:, :1])
    return (right + variance.clamp_min(0)).view_as(x)
