"""How each architecture is best trained; data only, so that forms and commands can show it.

The figures behind the choices stand in resources/checkpoints/README.md.
"""

from lenet_gui.training_values import TrainingConfig

_OWN = {
    "lenet-5": TrainingConfig("lenet-5", epochs=85, rate=2e-3, loss="map"),
    "lenet-5-modern": TrainingConfig("lenet-5-modern", epochs=80),
}


def best_recipe(architecture: str) -> TrainingConfig:
    """The recipe whose result comes with the program."""
    return _OWN.get(architecture, TrainingConfig(architecture))
