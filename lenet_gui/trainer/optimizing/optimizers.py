"""Optimizers, and the average of the weights.

They do what those of torch.optim do, over one row of all weights. torch.optim itself is not used,
because its first optimizer imports torch's compiler, which takes as long as importing torch.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

import torch
from torch import Tensor

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.trainer.network.weights import FlatWeights

MU = 0.02  # bounds the steps where the curvature is small (1998 paper, section III-B)


class Optimizer(ABC):
    """Moves weights by their gradient. moments: all that the next step depends on, by name."""

    def __init__(self, weights: FlatWeights) -> None:
        self._weights = weights
        self.moments: dict[str, Tensor] = {}

    @abstractmethod
    def step(self, rate: float, number: int) -> None:
        """Take step ``number``, counted from 1, at that learning rate; call it under no_grad."""

    def restore(self, moments: Mapping[str, Tensor]) -> None:
        """Continue with these moments. Raises KeyError or RuntimeError if they do not fit."""
        for name, values in self.moments.items():
            values.copy_(moments[name])

    def _moment(self, name: str) -> Tensor:
        """Return a new moment, one number per weight, 0."""
        self.moments[name] = torch.zeros_like(self._weights.values)
        return self.moments[name]


class Adam(Optimizer):
    """AdamW with decay of kernels and matrices, not of biases; without decay it is Adam."""

    def __init__(
        self, weights: FlatWeights, decay: float, betas: tuple[float, float], epsilon: float = 1e-8
    ) -> None:
        super().__init__(weights)
        self._decay, self._betas, self._epsilon = decay, betas, epsilon
        self._mean, self._square = self._moment("mean"), self._moment("square")

    def step(self, rate: float, number: int) -> None:
        values, gradient = self._weights.values, self._weights.gradient
        first, second = self._betas
        if self._decay:
            values[: self._weights.decayed].mul_(1 - rate * self._decay)
        self._mean.lerp_(gradient, 1 - first)
        self._square.mul_(second).addcmul_(gradient, gradient, value=1 - second)
        largest = (self._square.sqrt() / (1 - second**number) ** 0.5).add_(self._epsilon)
        values.addcdiv_(self._mean, largest, value=-rate / (1 - first**number))


class Momentum(Optimizer):
    """Stochastic gradient descent; the velocity keeps its part ``momentum`` at each step."""

    def __init__(self, weights: FlatWeights, momentum: float) -> None:
        super().__init__(weights)
        self._momentum = momentum
        self._velocity = self._moment("velocity")

    def step(self, rate: float, number: int) -> None:
        self._velocity.mul_(self._momentum).add_(self._weights.gradient)
        self._weights.values.add_(self._velocity, alpha=-rate)


class LevenbergMarquardt(Optimizer):
    """Stochastic diagonal Levenberg-Marquardt: each weight has its own rate, eta / (mu + h_kk).

    1998 paper, section III-B and appendix C (eq. 18 to 21). curvature: h_kk, which the learner
    measures again before each pass. In the paper each step is of one pattern; here the gradient of
    a batch, a mean, is multiplied by the batch size and so replaces that many steps.
    """

    def __init__(self, weights: FlatWeights, batch: int) -> None:
        super().__init__(weights)
        self._batch = batch
        self.curvature = self._moment("curvature")

    def step(self, rate: float, number: int) -> None:
        scale = self.curvature + MU
        self._weights.values.addcdiv_(self._weights.gradient, scale, value=-rate * self._batch)


def make_optimizer(weights: FlatWeights, config: LearningConfig) -> Optimizer:
    """Return the optimizer that ``config`` names.

    betas: 0.9 and 0.999 for "adam", as in Keras and torch.
    """
    if config.optimizer == "adamw":
        return Adam(weights, config.decay, betas=(0.9, 0.99))
    if config.optimizer == "adam":
        return Adam(weights, 0.0, betas=(0.9, 0.999))
    if config.optimizer == "sgd":
        return Momentum(weights, config.momentum)
    return LevenbergMarquardt(weights, config.batch)


class AveragedWeights:
    """Exponential average of the weights; its decay grows to ``decay`` over the first steps."""

    def __init__(self, values: Tensor, average: Tensor, decay: float) -> None:
        self._values, self._average, self._decay = values, average, decay

    def update(self, number: int) -> None:
        """Update the average after step ``number``, counted from 1; call it under no_grad."""
        decay = min(self._decay, number / (number + 9))
        self._average.lerp_(self._values, 1 - decay)
