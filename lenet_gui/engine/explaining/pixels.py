"""The pixels that a network reads, 0..1, and the way from them to its inputs and back.

A network for ink reads one plane, and each of its channels gets the same grey; one for pictures
reads a plane per channel.
"""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.networks.architecture import Architecture

WHITEST = 255.0


def pixels_of(architecture: Architecture, field: ByteArray) -> FloatArray:
    """Return the pixels that a network reads of a field, float32 (planes, rows, columns), 0..1.

    field: as in ``Recognition.field``. 1 is full ink, or in pictures full light.
    """
    planes = field
    if architecture.sees == "ink":
        margin = (field.shape[-1] - architecture.input_shape[1]) // 2
        inside = slice(margin, field.shape[-1] - margin)
        planes = field[None, inside, inside]
    return planes / np.float32(WHITEST)


def inputs_of(architecture: Architecture, pixels: FloatArray) -> FloatArray:
    """Return the inputs for pixels, float32 (..., channels, rows, columns).

    pixels: (..., planes, rows, columns), 0..1.
    """
    low, high = architecture.input_range
    inputs = pixels.astype(np.float32) * np.float32(high - low) + np.float32(low)
    if architecture.sees == "ink":
        return np.repeat(inputs, architecture.input_shape[0], axis=-3)
    return inputs


def pixel_gradient(architecture: Architecture, gradient: FloatArray) -> FloatArray:
    """Return a gradient by the pixels, (..., planes, rows, columns), from one by the inputs.

    gradient: (..., channels, rows, columns).
    """
    low, high = architecture.input_range
    if architecture.sees == "ink":
        gradient = gradient.sum(axis=-3, keepdims=True)
    return gradient * np.asarray(high - low, gradient.dtype)


def paper_of(architecture: Architecture, pixels: FloatArray) -> FloatArray:
    """Return the shade of what has no ink on it, (planes, 1, 1).

    Ink lies on 0. In a picture it is the median along its edge, plane by plane.
    """
    if architecture.sees == "ink":
        return np.zeros((len(pixels), 1, 1), pixels.dtype)
    ends = pixels[:, [0, -1], :], pixels[:, 1:-1, [0, -1]]
    edge = np.concatenate([end.reshape(len(pixels), -1) for end in ends], axis=1)
    middle: FloatArray = np.median(edge, axis=1).astype(pixels.dtype)
    return middle[:, None, None]
