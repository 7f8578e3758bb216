"""The uncertainty of a rate that was counted on samples."""

from __future__ import annotations

import math

Z_95 = 1.959964  # the 97.5 % quantile of the normal distribution: a 95 % interval


def wilson_interval(errors: int, count: int, z: float = Z_95) -> tuple[float, float]:
    """Return Wilson's interval (1927) of an error rate of ``count`` > 0 samples, within 0..1.

    Unlike the normal approximation, it is right for few errors, too.
    """
    rate = errors / count
    middle = (rate + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(rate * (1 - rate) / count + (z / (2 * count)) ** 2)
    return max(0.0, middle - half), min(1.0, middle + half)
