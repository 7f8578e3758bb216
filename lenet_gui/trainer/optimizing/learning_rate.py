"""How long the steps are: the learning rate over the course of a training."""

from __future__ import annotations

import math

from lenet_gui.common.training_values import Schedule

# The passes that each rate of 1998 lasts, as parts of the first (paper, section III-B:
# 0.0005 twice, 0.0002 three times, 0.0001 three times, 0.00005 four times, 0.00001 thereafter).
_PUBLISHED = (1.0,) * 2 + (0.4,) * 3 + (0.2,) * 3 + (0.1,) * 4 + (0.02,)
PUBLISHED_PASSES = 20


def rate_at(schedule: Schedule, progress: float, epoch: int, peak: float, warmup: float) -> float:
    """The learning rate at ``progress`` 0..1 in pass ``epoch`` (0-based)."""
    if progress < warmup:
        return peak * progress / warmup
    if schedule == "published":
        return peak * _PUBLISHED[min(epoch, len(_PUBLISHED) - 1)]
    if schedule == "constant":
        return peak
    return peak * 0.5 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))
