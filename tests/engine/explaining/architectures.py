"""Architectures of every kind: those that the program has, and some that checkpoints carry."""

from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from tests.engine.checkpoints.test_network_scripts import OWN, networks


def every_architecture() -> dict[str, Architecture]:
    """The shipped ones, and four of their own: strides, tables, odd sides, pools of 3, colours."""
    own = {name: architecture_of(networks()[name]) for name in OWN}
    return {**ARCHITECTURES, **own}
