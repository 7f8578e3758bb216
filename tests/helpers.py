"""What several tests need: data that is read once, and networks with weights."""

from functools import cache
from pathlib import Path

import numpy as np

from lenet_gui.common.values import Checkpoint, FloatArray, RejectRule
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.weight_initialization import initial_weights
from lenet_gui.engine.recognition.recognizer import Recognizer

PATIENCE = 120.0
"""Seconds that anything may take on a busy machine: only a failure takes that long."""


@cache
def mnist_test() -> Dataset:
    return mnist("mnist-test")


@cache
def default_recognizer() -> Recognizer:
    return load_recognizer()


def lively_weights(architecture: Architecture, seed: int = 0) -> dict[str, FloatArray]:
    """First weights with everything away from 0, so that no term can be forgotten unseen."""
    generator = np.random.default_rng(seed + 1000)
    return {
        name: (values + generator.normal(0, 0.05, values.shape)).astype(np.float32)
        for name, values in initial_weights(architecture, seed).items()
    }


def random_inputs(architecture: Architecture, batch: int, seed: int = 0) -> FloatArray:
    low, high = sorted(architecture.input_range)
    generator = np.random.default_rng(seed)
    return generator.uniform(low, high, (batch, *architecture.input_shape))


def untrained(
    name: str = "lenet-5-modern",
    class_names: tuple[str, ...] = tuple("0123456789"),
    rejection: RejectRule | None = None,
) -> Checkpoint:
    architecture = ARCHITECTURES[name].for_classes(len(class_names))
    return Checkpoint(name, class_names, lively_weights(architecture), rejection)


def largest_error(found: FloatArray, wanted: FloatArray) -> float:
    """Largest difference as a part of the largest magnitude that is wanted."""
    assert found.shape == wanted.shape
    return float(np.abs(found - wanted).max() / np.abs(wanted).max())


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
