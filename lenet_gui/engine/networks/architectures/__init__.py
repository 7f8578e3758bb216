"""The table of architectures: each has one file of data, and one line here."""

from lenet_gui.common.bad_input import no_such
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import (
    lenet_5,
    lenet_5_modern,
    lenet_5_tanh,
    lenet_keras,
    lenet_relu,
    lenet_sigmoid,
)

ARCHITECTURES: dict[str, Architecture] = {
    module.ARCHITECTURE.name: module.ARCHITECTURE
    for module in (
        lenet_5,
        lenet_5_tanh,
        lenet_sigmoid,
        lenet_relu,
        lenet_keras,
        lenet_5_modern,
    )
}


def architecture(name: str) -> Architecture:
    """Return the architecture of a name. Raises BadChoice, with the nearest name, if unknown."""
    try:
        return ARCHITECTURES[name]
    except KeyError:
        raise no_such("architecture", name, ARCHITECTURES) from None
