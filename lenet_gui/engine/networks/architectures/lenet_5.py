"""LeNet-5 as published in 1998 (section II-B): 60,000 trainable parameters."""

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.engine.networks.activation_functions import ActivationFunction
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection, Subsampling

# Table I of the 1998 paper: the S2 maps that each C3 map reads.
_TABLE_I = "012 123 234 345 045 015 0123 1234 2345 0345 0145 0125 0134 1245 0235 012345"
_C3_TABLE = tuple(tuple(int(below) for below in row) for row in _TABLE_I.split())
_ACTIVATION = ActivationFunction("scaled tanh")

ARCHITECTURE = Architecture(
    name="lenet-5",
    input_shape=(1, 32, 32),
    input_range=(-0.1, 1.175),  # mean about 0, variance about 1 over a digit (II-B)
    initialization="1998",
    summary=QT_TRANSLATE_NOOP("Architecture", "1998 as published"),
    departure=QT_TRANSLATE_NOOP("Architecture", "The network of 1998 as published."),
    layers=(
        Layer("C1", Convolution(6, 5), _ACTIVATION),
        Layer("S2", Subsampling("sum"), _ACTIVATION),
        Layer("C3", Convolution(16, 5, table=_C3_TABLE), _ACTIVATION),
        Layer("S4", Subsampling("sum"), _ACTIVATION),
        Layer("C5", Convolution(120, 5), _ACTIVATION),
        Layer("F6", FullConnection(84), _ACTIVATION),
        Layer("OUTPUT", EuclideanRBF()),
    ),
)
