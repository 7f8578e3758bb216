"""The LeNet-5 of the Keras articles: 28x28 input, padded C1, tanh, softmax."""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling

_ACTIVATION = ActivationFunction("tanh")

ARCHITECTURE = Architecture(
    name="lenet-keras",
    input_shape=(1, 28, 28),
    input_range=(0.0, 1.0),
    initialization="glorot-uniform",
    summary=QT_TRANSLATE_NOOP("Architecture", "Keras style, with padding and softmax"),
    departure=QT_TRANSLATE_NOOP(
        "Architecture",
        "C1 pads the 28x28 digit instead of reading 32x32, every C3 map reads all six S2 maps, "
        "pooling is a plain average, and the output is a softmax.",
    ),
    layers=(
        Layer("C1", Convolution(6, 5, padding=2), _ACTIVATION),
        Layer("S2", Subsampling("average")),
        Layer("C3", Convolution(16, 5), _ACTIVATION),
        Layer("S4", Subsampling("average")),
        Layer("C5", Convolution(120, 5), _ACTIVATION),
        Layer("F6", FullConnection(84), _ACTIVATION),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
)
