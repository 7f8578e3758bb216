"""Foreign networks, each trained or written once for all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from tests.engine.importing.networks import (
    D2L,
    Colour,
    Parts,
    Tanh,
    as_they_are,
    dark_ink,
    digits,
    in_three_channels,
    padded,
    standardized,
    trained,
)

KERAS = """
import sys, numpy, keras
from keras import layers
folder = sys.argv[1]
keras.utils.set_random_seed(5)
net = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(6, 5, padding="same", activation="tanh"), layers.AveragePooling2D(2),
    layers.Conv2D(16, 5, use_bias=False), layers.BatchNormalization(), layers.Activation("tanh"),
    layers.AveragePooling2D(2), layers.Flatten(), layers.Dense(120, activation="tanh"),
    layers.Dropout(0.3), layers.Dense(84, activation="tanh"),
    layers.Dense(10, activation="softmax"),
])
given = numpy.load(folder + "/digits.npz")
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(given["images"], given["labels"], batch_size=64, epochs=1, verbose=0)
net.save(folder + "/net.keras")
net.save(folder + "/net.h5")
net.save_weights(folder + "/net.weights.h5")
one = keras.Input((28, 28, 1))
two = layers.MaxPooling2D(2)(layers.Conv2D(4, 3, activation="relu", name="first")(one))
keras.Model(one, layers.Dense(5)(layers.Flatten()(two))).save(folder + "/own.keras")
numpy.save(folder + "/answers.npy", net.predict(given["tests"], verbose=0))
"""


@dataclass(frozen=True)
class Tutorial:
    """A trained network, how its inputs are made of 0..1, and what is true of it."""

    net: nn.Module
    prepared: Callable[[torch.Tensor], torch.Tensor]
    function: str
    pooling: str
    ink: str
    input_range: str

    def answers(self, count: int) -> np.ndarray:
        """Its probabilities for MNIST's first test digits."""
        images, _ = digits("mnist-test", count)
        with torch.no_grad():
            return torch.softmax(self.net(self.prepared(images)), 1).numpy()


# Network, inputs, learning rate; activation function, pooling kind, ink and range.
KINDS: dict[str, tuple[Any, ...]] = {
    "sigmoid": (D2L, as_they_are, 8e-3, "sigmoid", "max", "bright", "0..1"),
    "colour": (Colour, in_three_channels, 2e-3, "relu", "max", "bright", "0..1"),
    "parts": (Parts, standardized, 2e-3, "relu", "max", "bright", "standardized"),
    "tanh": (
        Tanh, lambda images: padded(dark_ink(images)), 2e-3, "tanh", "average", "dark", "0..1",
    ),
}  # fmt: skip


class Tutorials(dict[str, Tutorial]):
    """Trains each network when a test first asks for it."""

    def __missing__(self, name: str) -> Tutorial:
        threads = torch.get_num_threads()
        torch.set_num_threads(1)  # more of them wait for each other on a busy machine
        torch.manual_seed(7)
        net, prepared, rate, *truth = KINDS[name]
        self[name] = Tutorial(trained(net(), prepared, rate), prepared, *truth)
        torch.set_num_threads(threads)
        return self[name]


@pytest.fixture(scope="session")
def tutorials() -> Tutorials:
    return Tutorials()


@pytest.fixture(scope="session")
def keras_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of files that Keras wrote itself, with what it answers."""
    folder = tmp_path_factory.mktemp("keras")
    images, labels = digits("mnist-train", 6400)
    tests, _ = digits("mnist-test", 50)
    np.savez(
        folder / "digits.npz",
        images=images.numpy().transpose(0, 2, 3, 1),
        labels=labels.numpy(),
        tests=tests.numpy().transpose(0, 2, 3, 1),
    )
    own = {"KERAS_BACKEND": "torch", "OMP_NUM_THREADS": "1", "KERAS_HOME": str(folder)}
    subprocess.run(
        [sys.executable, "-c", KERAS, str(folder)], env=os.environ | own, check=True,
        capture_output=True,
    )  # fmt: skip
    return folder
