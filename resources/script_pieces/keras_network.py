"""Layers of exported Keras scripts, how they read pictures, and where their weights come from."""

from __future__ import annotations

import sys

import keras
import numpy as np
from keras import layers, ops
from PIL import Image

# ---- what Keras does not have


@keras.saving.register_keras_serializable()
class ConnectionTable(keras.constraints.Constraint):
    """Keeps a kernel at zero between maps that a table does not connect.

    The table has a row for each map of the layer: the maps below that it reads.
    """

    def __init__(self, table):
        self.table = table

    def __call__(self, kernel):
        connected = np.zeros(kernel.shape, "float32")  # (rows, columns, maps below, maps)
        for number, row in enumerate(self.table):
            connected[:, :, list(row), number] = 1
        return kernel * ops.array(connected)

    def get_config(self):
        return {"table": self.table}


@keras.saving.register_keras_serializable()
class TrainableSubsampling(layers.Layer):
    """coefficient * (sum of a square) + bias; each map has one coefficient and one bias."""

    def __init__(self, side, **options):
        super().__init__(**options)
        self.side = side

    def build(self, shape):
        maps = (shape[-1],)
        self.coefficient = self.add_weight(shape=maps, initializer="ones", name="coefficient")
        self.bias = self.add_weight(shape=maps, initializer="zeros", name="bias")

    def call(self, x):
        sums = ops.average_pool(x, self.side, self.side) * self.side**2
        return sums * self.coefficient + self.bias


@keras.saving.register_keras_serializable()
class MaxBlurPool(layers.Layer):
    """Max pooling with blur (Zhang 2019).

    A unit is the average of several maxima, one for each unit of its square; each maximum is of the
    square that begins there, cut off at the edge of the map.
    """

    def __init__(self, side, **options):
        super().__init__(**options)
        self.side = side

    def call(self, x):
        beyond = (0, self.side - 1)
        ahead = ops.pad(x, [(0, 0), beyond, beyond, (0, 0)], constant_values=-np.inf)
        return ops.average_pool(ops.max_pool(ahead, self.side, 1), self.side, self.side)


@keras.saving.register_keras_serializable()
class EuclideanRBF(layers.Layer):
    """Squared distances from the drawn code of each class: penalties, so that small is good."""

    def call(self, x):
        rows = [line.split() for line in CODES.strip().splitlines()]
        codes = [[1.0 if mark == "#" else -1.0 for row in rows for mark in row[digit]]
                 for digit in range(len(rows[0]))]  # fmt: skip
        return ops.sum(ops.square(x[:, None, :] - ops.array(codes, x.dtype)), axis=2)


@keras.saving.register_keras_serializable()
def scaled_tanh(x):
    return 1.7159 * ops.tanh(2 / 3 * x)


# ---- pictures and weights


def to_input(image):
    """Return the input for one picture, float32 (1, rows, columns, channels)."""
    return pixels_of(image)[None]


def trained_network():
    """Return the model with its trained weights, ready to read pictures."""
    model = make_model()
    model.set_weights(list(embedded_arrays().values()))
    return model
