"""Loss functions."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.common.training_values import LearningConfig
from lenet_gui.engine.networks.architecture import Architecture


def make_loss(config: LearningConfig, network: Architecture) -> Callable[[Tensor, Tensor], Tensor]:
    """Return the loss that ``config`` names: (outputs of ``LeNet``, labels) -> scalar."""
    if config.loss == "map":
        sign = 1.0 if network.score_kind == "penalty" else -1.0
        return lambda outputs, labels: map_loss(sign * outputs, labels, config.j)
    if config.loss == "mse":
        return mean_penalty if network.score_kind == "penalty" else mean_square
    return cross_entropy


def log_posteriors(network: Architecture, j: float | None) -> Callable[[Tensor], Tensor]:
    """Return the function from outputs of ``LeNet`` to log probabilities, (batch, classes).

    With ``j`` they are (batch, classes + 1); the last one is of the not-a-digit class.
    """
    sign = -1.0 if network.score_kind == "penalty" else 1.0

    def found(outputs: Tensor) -> Tensor:
        evidence = sign * outputs
        if j is not None:
            not_a_digit = evidence.new_full((len(evidence), 1), -j)
            evidence = torch.cat([evidence, not_a_digit], dim=1)
        return evidence.log_softmax(dim=1)

    return found


def map_loss(penalties: Tensor, labels: Tensor, j: float) -> Tensor:
    """Return the maximum a posteriori loss (1998 paper, eq. 9), a scalar.

    mean( y_correct + log( exp(-j) + sum_i exp(-y_i) ) ): the penalty of the right class is pulled
    down, the others are pushed up unless they are already far above j, the constant penalty of the
    not-a-digit class (the paper's "rubbish" class).
    penalties: (batch, classes); labels: int64 (batch,), -1 for the not-a-digit class.
    """
    of_labels = penalties.gather(1, labels.clamp_min(0)[:, None]).squeeze(1)
    correct = torch.where(labels < 0, j, of_labels)
    not_a_digit = penalties.new_full((len(penalties), 1), -j)
    return (correct + torch.logsumexp(torch.cat([not_a_digit, -penalties], dim=1), dim=1)).mean()


def mean_penalty(penalties: Tensor, labels: Tensor) -> Tensor:
    """Return the mean penalty of the right class (1998 paper, eq. 8)."""
    return penalties.gather(1, labels[:, None]).mean()


def mean_square(evidence: Tensor, labels: Tensor) -> Tensor:
    """Return the mean squared error of the probabilities; targets are 1 for the label, else 0.

    evidence: (batch, classes) before the softmax; the mean is over samples and classes.
    """
    wanted = functional.one_hot(labels, evidence.shape[1]).to(evidence.dtype)
    return functional.mse_loss(evidence.softmax(dim=1), wanted)


def cross_entropy(evidence: Tensor, labels: Tensor) -> Tensor:
    """Return the mean of -log softmax at the label. evidence: (batch, classes)."""
    return functional.cross_entropy(evidence, labels)
