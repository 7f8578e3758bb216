"""The steps that weights take, how long they are, and the average of where they went."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from lenet_gui.training_values import TrainingConfig


def make_optimizer(weights: dict[str, nn.Parameter], config: TrainingConfig) -> torch.optim.AdamW:
    """AdamW with decay on kernels and matrices, none on biases and coefficients."""
    decayed = [weight for name, weight in weights.items() if name.endswith(".weight")]
    free = [weight for name, weight in weights.items() if not name.endswith(".weight")]
    groups = [
        {"params": decayed, "weight_decay": config.decay},
        {"params": free, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=config.rate, betas=(0.9, 0.99))


def rate_at(progress: float, peak: float, warmup: float) -> float:
    """The learning rate at ``progress`` 0..1: linear up to ``peak``, then a cosine to 0."""
    if progress < warmup:
        return peak * progress / warmup
    return peak * 0.5 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))


class AveragedWeights:
    """Exponential average of the weights; its memory grows from the first step on."""

    def __init__(self, weights: dict[str, nn.Parameter], decay: float) -> None:
        self._weights: list[Tensor] = list(weights.values())
        self._decay = decay
        self._steps = 0
        self.values: dict[str, Tensor] = {n: w.detach().clone() for n, w in weights.items()}

    @property
    def steps(self) -> int:
        """How many weights were averaged."""
        return self._steps

    @torch.no_grad()
    def restore(self, values: Mapping[str, Tensor], steps: int) -> None:
        """Go on with that average of that many steps."""
        for name, value in self.values.items():
            value.copy_(values[name])
        self._steps = steps

    @torch.no_grad()
    def update(self) -> None:
        decay = min(self._decay, (self._steps + 1) / (self._steps + 10))
        self._steps += 1
        torch._foreach_lerp_(list(self.values.values()), self._weights, 1 - decay)
