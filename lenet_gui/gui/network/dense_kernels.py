"""Kernels of a convolution as a dense array, for painting."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution


def dense_kernels(
    architecture: Architecture, weights: Mapping[str, FloatArray], layer: str
) -> FloatArray:
    """Return a convolution's kernels, float64 (maps below, maps, side, side).

    NaN where the connection table has no entry.
    """
    return dense_kernels_of(architecture.layer(layer), weights[f"{layer}.weight"])


def dense_kernels_of(placed: PlacedLayer, weight: FloatArray) -> FloatArray:
    """Return the kernels of a placed convolution, as ``dense_kernels`` does."""
    operation = placed.layer.operation
    assert isinstance(operation, Convolution)
    dense = operation.dense_weight(weight, placed.source).astype(np.float64)
    if operation.table is not None:
        absent = np.ones(dense.shape[:2], bool)
        absent[operation.table_indices()] = False
        dense[absent] = np.nan
    return dense.swapaxes(0, 1)
