"""LeNet-5 with ReLU, max blur pooling and softmax: the most accurate network of this size."""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling

_ACTIVATION = ActivationFunction("relu")

ARCHITECTURE = Architecture(
    name="lenet-5-modern",
    input_shape=(1, 32, 32),
    input_range=(-0.1, 1.175),
    initialization="he",
    summary=QT_TRANSLATE_NOOP("Architecture", "modern, with ReLU and softmax"),
    departure=QT_TRANSLATE_NOOP(
        "Architecture",
        "Every C3 map reads all six S2 maps, ReLU replaces the scaled tanh, pooling averages "
        "four overlapping maxima without weights, and ten softmax outputs replace the RBF "
        "outputs.",
    ),
    layers=(
        Layer("C1", Convolution(6, 5), _ACTIVATION),
        Layer("S2", Subsampling("max blur")),
        Layer("C3", Convolution(16, 5), _ACTIVATION),
        Layer("S4", Subsampling("max blur")),
        Layer("C5", Convolution(120, 5), _ACTIVATION),
        Layer("F6", FullConnection(84), _ACTIVATION),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
    revision=2,  # revision 1 pooled by plain maxima
)
