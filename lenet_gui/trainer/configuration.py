"""Which choices of a training make sense."""

from __future__ import annotations

from lenet_gui.engine.architectures import architecture
from lenet_gui.training_values import TrainingConfig
from lenet_gui.values import BadChoice


def check_config(config: TrainingConfig) -> None:
    """Raise BadChoice unless every number lies in its range and the loss suits the outputs."""
    ranges = {
        "epochs": (1, 10_000), "seconds": (0.0, 1e6), "batch": (1, 100_000),
        "rate": (1e-9, 100.0), "decay": (0.0, 10.0),
        "warmup": (0.0, 0.99), "average": (0.0, 0.999999), "j": (0.0, 1000.0),
        "validation": (1, 10_000_000), "seed": (0, 2**31), "threads": (1, 1024),
    }  # fmt: skip
    for field, (low, high) in ranges.items():
        value = getattr(config, field)
        if not low <= value <= high:
            raise BadChoice(
                "{field} must lie between {low} and {high}, not at {value}.",
                field=field, low=low, high=high, value=value,
            )  # fmt: skip
    penalties = architecture(config.architecture).score_kind == "penalty"
    if penalties != (config.loss == "map"):
        raise BadChoice(
            "The loss {loss} does not suit {name}: 'map' is for penalties, "
            "'cross-entropy' for probabilities.",
            loss=config.loss,
            name=config.architecture,
        )
