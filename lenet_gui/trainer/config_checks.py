"""Checks that the choices of a training make sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.training_names import written_name
from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.engine.checkpoints.chosen_architecture import chosen_architecture
from lenet_gui.engine.networks.architecture import Architecture

Range = tuple[float, float]
RANGES: dict[str, Range] = {
    "epochs": (1, 10_000), "seconds": (0.0, 1e6), "batch": (1, 100_000),
    "rate": (1e-9, 100.0), "decay": (0.0, 10.0), "momentum": (0.0, 0.9999),
    "warmup": (0.0, 0.99), "average": (0.0, 0.999999), "j": (0.0, 1000.0),
    "stroke_augmentations": (0, 100), "distillation": (0.0, 1.0), "validation": (1, 10_000_000),
    "seed": (0, 2**31), "threads": (1, 1024),
}  # fmt: skip
AUGMENTATION_RANGES: dict[str, Range] = {
    "rotation": (0.0, 180.0), "scale": (0.0, 2.0), "shear": (0.0, 2.0), "shift": (0.0, 16.0),
    "elastic": (0.0, 10.0), "control": (2, 32), "clean": (0.0, 1.0), "soft": (0.0, 1.0),
}  # fmt: skip


def check_config(config: TrainingConfig, network: Architecture | None = None) -> None:
    """Raise BadChoice unless every number lies in its range and the loss suits the outputs.

    network: the architecture to train; None: as the choices say (``chosen_architecture``).
    """
    learning = config.learning
    _check_ranges(config.all_fields(), RANGES)
    _check_image_augmentation(learning.image_augmentation)
    kind = (network or chosen_architecture(config)).score_kind
    if learning.loss == "cross-entropy" and kind == "penalty":
        raise BadChoice(
            "The loss {loss} does not suit {name}, which outputs penalties. Use 'map' or 'mse'.",
            loss=learning.loss,
            name=config.architecture,
        )
    if config.data.non_digits and learning.loss != "map":
        raise BadChoice("Training with non-digits needs the loss 'map'.")
    if config.data.sees == "picture" and (
        config.data.non_digits or config.data.stroke_augmentations
    ):
        raise BadChoice(
            "Non-digits and stroke augmentation are for networks that see ink, not pictures."
        )
    if learning.teachers and learning.loss == "mse":
        raise BadChoice("Training with teachers needs the loss 'map' or 'cross-entropy'.")


def check_changes(changes: TrainingChanges) -> None:
    """Raise BadChoice unless every number lies in its range."""
    _check_ranges({"rate": changes.rate}, {"rate": RANGES["rate"]})
    _check_image_augmentation(changes.image_augmentation)


def _check_image_augmentation(ranges: ImageAugmentation | None) -> None:
    if ranges is not None:
        _check_ranges(asdict(ranges), AUGMENTATION_RANGES)


def _check_ranges(values: Mapping[str, Any], ranges: dict[str, Range]) -> None:
    for field, (low, high) in ranges.items():
        value = values[field]
        if not low <= value <= high:
            raise BadChoice(
                "{field} must be between {low} and {high}, not {value}.",
                field=written_name(field), low=low, high=high, value=value,
            )  # fmt: skip
