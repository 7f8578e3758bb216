"""Fields that are computed: what a network is given to see how it answers, not what it means."""

from __future__ import annotations

from typing import Literal

import numpy as np

from lenet_gui.common.values import ByteArray

StripeDirection = Literal["vertical", "horizontal", "rising", "falling"]


def noise_field(side: int, seed: int) -> ByteArray:
    """Return noise, uint8 (side, side): each value alike likely; a seed gives the same anywhere."""
    return np.random.default_rng(seed).integers(0, 256, (side, side)).astype(np.uint8)


def impulse_field(side: int, row: int, column: int) -> ByteArray:
    """Return one point of ink on paper, uint8 (side, side)."""
    field = np.zeros((side, side), np.uint8)
    field[row, column] = 255
    return field


def stripe_field(side: int, period: int, direction: StripeDirection) -> ByteArray:
    """Return stripes, uint8 (side, side): ink and paper, each half of the period wide.

    period: rows or columns from one stripe to the next, at least 2; diagonal stripes are measured
    along the rows.
    """
    rows, columns = np.indices((side, side))
    place = {
        "vertical": columns,
        "horizontal": rows,
        "rising": columns + rows,
        "falling": columns - rows,
    }[direction]
    return np.where(2 * (place % period) < period, 255, 0).astype(np.uint8)
