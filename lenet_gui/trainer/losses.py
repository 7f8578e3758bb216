"""What training makes small."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def map_loss(penalties: Tensor, labels: Tensor, j: float) -> Tensor:
    """Maximum a posteriori (1998 paper, eq. 9), a scalar.

    mean( y_correct + log( exp(-j) + sum_i exp(-y_i) ) ): the right penalty is pulled down, the
    others are pushed up unless they are already far above the constant rubbish class j.
    penalties: (batch, classes); labels: int64 (batch,).
    """
    correct = penalties.gather(1, labels[:, None]).squeeze(1)
    rubbish = penalties.new_full((len(penalties), 1), -j)
    return (correct + torch.logsumexp(torch.cat([rubbish, -penalties], dim=1), dim=1)).mean()


def cross_entropy(evidence: Tensor, labels: Tensor) -> Tensor:
    """Mean of -log softmax at the label. evidence: (batch, classes) before the softmax."""
    return functional.cross_entropy(evidence, labels)
