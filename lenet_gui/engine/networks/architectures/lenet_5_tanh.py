"""The LeNet-5 of most tutorials: full C3, average pooling, softmax."""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling

_ACTIVATION = ActivationFunction("tanh")

ARCHITECTURE = Architecture(
    name="lenet-5-tanh",
    input_shape=(1, 32, 32),
    input_range=(0.0, 1.0),
    initialization="torch",
    summary=QT_TRANSLATE_NOOP("Architecture", "1998 with plain averages and softmax"),
    departure=QT_TRANSLATE_NOOP(
        "Architecture",
        "Every C3 map reads all six S2 maps, pooling is a plain average without weights, the "
        "activation function is tanh, and ten softmax outputs replace the RBF outputs.",
    ),
    layers=(
        Layer("C1", Convolution(6, 5), _ACTIVATION),
        Layer("S2", Subsampling("average")),
        Layer("C3", Convolution(16, 5), _ACTIVATION),
        Layer("S4", Subsampling("average")),
        Layer("C5", Convolution(120, 5), _ACTIVATION),
        Layer("F6", FullConnection(84), _ACTIVATION),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
)
