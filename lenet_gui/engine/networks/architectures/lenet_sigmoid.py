"""The sigmoid and max-pooling LeNet on unpadded 28x28 digits."""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling

_ACTIVATION = ActivationFunction("sigmoid")

ARCHITECTURE = Architecture(
    name="lenet-sigmoid",
    input_shape=(1, 28, 28),
    input_range=(0.0, 1.0),
    initialization="torch",
    summary=QT_TRANSLATE_NOOP("Architecture", "no border, with sigmoid and max pooling"),
    departure=QT_TRANSLATE_NOOP(
        "Architecture",
        "It reads the 28x28 digit without a border, uses the sigmoid and max pooling, is fully "
        "connected from S4 on, and the output is a softmax.",
    ),
    layers=(
        Layer("C1", Convolution(6, 5), _ACTIVATION),
        Layer("S2", Subsampling("max")),
        Layer("C3", Convolution(16, 5), _ACTIVATION),
        Layer("S4", Subsampling("max")),
        Layer("C5", FullConnection(120), _ACTIVATION),
        Layer("F6", FullConnection(84), _ACTIVATION),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
)
