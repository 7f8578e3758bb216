"""What training makes small."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.networks.architecture import Architecture


def make_loss(config: TrainingConfig, network: Architecture) -> Callable[[Tensor, Tensor], Tensor]:
    """(outputs of ``LeNet``, labels) -> loss, as ``config`` says."""
    if config.loss == "map":
        sign = 1.0 if network.score_kind == "penalty" else -1.0
        return lambda outputs, labels: map_loss(sign * outputs, labels, config.j)
    if config.loss == "mse":
        return mean_penalty if network.score_kind == "penalty" else mean_square
    return cross_entropy


def log_posteriors(network: Architecture, j: float | None) -> Callable[[Tensor], Tensor]:
    """(outputs of ``LeNet``) -> log probabilities, (batch, classes); with ``j`` those of the
    rubbish class as well, (batch, classes + 1), the last."""
    sign = -1.0 if network.score_kind == "penalty" else 1.0

    def found(outputs: Tensor) -> Tensor:
        evidence = sign * outputs
        if j is not None:
            rubbish = evidence.new_full((len(evidence), 1), -j)
            evidence = torch.cat([evidence, rubbish], dim=1)
        return evidence.log_softmax(dim=1)

    return found


def map_loss(penalties: Tensor, labels: Tensor, j: float) -> Tensor:
    """Maximum a posteriori (1998 paper, eq. 9), a scalar.

    mean( y_correct + log( exp(-j) + sum_i exp(-y_i) ) ): the right penalty is pulled down, the
    others are pushed up unless they are already far above the constant rubbish class j.
    penalties: (batch, classes); labels: int64 (batch,), -1 for the rubbish class itself.
    """
    of_labels = penalties.gather(1, labels.clamp_min(0)[:, None]).squeeze(1)
    correct = torch.where(labels < 0, j, of_labels)
    rubbish = penalties.new_full((len(penalties), 1), -j)
    return (correct + torch.logsumexp(torch.cat([rubbish, -penalties], dim=1), dim=1)).mean()


def mean_penalty(penalties: Tensor, labels: Tensor) -> Tensor:
    """Mean penalty of the right class (1998 paper, eq. 8)."""
    return penalties.gather(1, labels[:, None]).mean()


def mean_square(evidence: Tensor, labels: Tensor) -> Tensor:
    """Mean squared error of the probabilities, 1 wanted for the label and 0 for the others.

    evidence: (batch, classes) before the softmax; the mean is over samples and classes.
    """
    wanted = functional.one_hot(labels, evidence.shape[1]).to(evidence.dtype)
    return functional.mse_loss(evidence.softmax(dim=1), wanted)


def cross_entropy(evidence: Tensor, labels: Tensor) -> Tensor:
    """Mean of -log softmax at the label. evidence: (batch, classes) before the softmax."""
    return functional.cross_entropy(evidence, labels)
