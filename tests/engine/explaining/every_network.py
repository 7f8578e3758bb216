"""A network of every kind that explanations must hold for, with random weights."""

from functools import cache

import numpy as np

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.helpers import lively_weights

OWN = Architecture(
    name="own",
    input_shape=(3, 30, 30),
    input_range=(-1.0, 1.0),
    initialization="he",
    departure="",
    layers=(
        Layer("C1", Convolution(4, 5, padding=1, stride=2), ActivationFunction("relu")),
        Layer("S2", Subsampling("max", 3)),
        Layer("C3", Convolution(5, 3, padding=1), ActivationFunction("tanh")),
        Layer("OUTPUT", FullConnection(4), Softmax()),
    ),
    sees="picture",
)
NAMES = (*ARCHITECTURES, "own")


@cache
def recognizer_of(name: str) -> Recognizer:
    architecture = OWN if name == "own" else ARCHITECTURES[name]
    classes = tuple("abcdefghij"[: architecture.classes])
    checkpoint = checkpoint_of(architecture, classes, lively_weights(architecture))
    return Recognizer(name, checkpoint)


def noisy_field(name: str, seed: int = 0) -> ByteArray:
    """Bytes as in ``Recognition.field``."""
    shape = recognizer_of(name).architecture.picture_shape or (32, 32)
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)
