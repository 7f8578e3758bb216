"""Networks to explain: the shipped architectures and one of a kind that no one ships."""

from functools import cache

import numpy as np

from lenet_gui.common.values import ByteArray, FloatArray
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.network import Network
from tests.helpers import lively_weights

# Colours, strides, padding, a table, squares of 3, overlapping squares that are cut off, and a
# layer without activation function.
OWN = Architecture(
    name="own",
    input_shape=(3, 32, 32),
    input_range=(-1.0, 1.0),
    initialization="he",
    departure="",
    layers=(
        Layer("C1", Convolution(4, 3, padding=1, stride=2), ActivationFunction("relu")),
        Layer("S2", Subsampling("max blur", 3), None),
        Layer("C3", Convolution(3, 2, table=((0, 2), (1,), (0, 1, 2, 3)))),
        Layer("S4", Subsampling("sum", 2), ActivationFunction("sigmoid")),
        Layer("F5", FullConnection(9), ActivationFunction("tanh")),
        Layer("OUTPUT", FullConnection(7), Softmax()),
    ),
    sees="picture",
)
ALL = {**ARCHITECTURES, "own": OWN}


def some_field(architecture: Architecture, seed: int = 5) -> ByteArray:
    """Bytes as a recognition has them: noise, so that every tap differs."""
    shape = architecture.picture_shape or (32, 32)
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


@cache
def computed(name: str) -> tuple[Architecture, dict[str, FloatArray], ByteArray, dict]:
    """Architecture, weights, field and activations."""
    architecture = ALL[name]
    weights, field = lively_weights(architecture), some_field(architecture)
    inputs = architecture.input_from(field)
    return architecture, weights, field, Network(architecture, weights).activations(inputs)
