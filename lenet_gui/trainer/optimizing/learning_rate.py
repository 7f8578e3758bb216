"""Learning rate schedules."""

from __future__ import annotations

import math

from lenet_gui.common.training_values import Schedule

# The rate of each pass, as a fraction of the first (1998 paper, section III-B:
# 0.0005 twice, 0.0002 three times, 0.0001 three times, 0.00005 four times, 0.00001 thereafter).
_PUBLISHED = (1.0,) * 2 + (0.4,) * 3 + (0.2,) * 3 + (0.1,) * 4 + (0.02,)
PUBLISHED_PASSES = 20


def rate_at(schedule: Schedule, progress: float, epoch: int, peak: float, warmup: float) -> float:
    """Return the learning rate at ``progress`` 0..1 in pass ``epoch`` (0-based).

    peak: the largest rate; warmup: part of the training, 0..1, in which it rises linearly.
    """
    if progress < warmup:
        return peak * progress / warmup
    if schedule == "published":
        return peak * _PUBLISHED[min(epoch, len(_PUBLISHED) - 1)]
    if schedule == "constant":
        return peak
    return peak * 0.5 * (1 + math.cos(math.pi * (progress - warmup) / (1 - warmup)))
