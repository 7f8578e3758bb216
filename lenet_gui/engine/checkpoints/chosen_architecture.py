"""The recipe of a training, and the architecture that it is to train."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.recipes import for_seconds, preset
from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Sees
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, read_checkpoint
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import architecture

DEFAULT_ARCHITECTURE = "lenet-5-modern"


def chosen_recipe(
    preset_name: str,
    name: str = "",
    start: str = "",
    sees: Sees | None = None,
    seconds: float = 0.0,
) -> TrainingConfig:
    """Return the training of a preset; a budget of ``seconds`` above 0 changes the best one.

    name: of the architecture; empty: that of the checkpoint ``start``, or else the one that the
    preset is for. sees: None: what the checkpoint has learned to see, or else ink. Raises BadInput
    if there is no such preset, architecture or checkpoint.
    """
    chosen = preset(preset_name)
    if start and (not name or sees is None):
        found = architecture_of(read_checkpoint(Path(start)))
        name, sees = name or found.name, sees or found.sees
    elif not start:
        name = architecture(name or (*chosen.architectures, DEFAULT_ARCHITECTURE)[0]).name
    recipe = chosen.config(name)
    learning = recipe.learning
    if seconds > 0 and preset_name == "best":
        learning = for_seconds(learning, seconds)
    return replace(recipe, data=replace(recipe.data, sees=sees or "ink"), learning=learning)


def chosen_architecture(config: TrainingConfig, classes: int | None = None) -> Architecture:
    """Return the architecture of a training with that number of classes.

    classes: None for as many as it has by itself. A training that starts from a checkpoint has the
    checkpoint's, classes and all. Raises BadInput if that cannot be read, or is another one than
    ``config`` says.
    """
    if config.learning.start:
        return _started(config, Path(config.learning.start))
    made = architecture(config.architecture).seeing(config.data.sees)
    if config.learning.first_weights != "default":
        made = replace(made, initialization=config.learning.first_weights)
    return made if classes is None else made.for_classes(classes)


def _started(config: TrainingConfig, start: Path) -> Architecture:
    found = architecture_of(read_checkpoint(start))
    if found.name != config.architecture:
        raise BadInput(
            "{file} has the architecture {its}, not {wanted}: its weights do not fit.",
            file=start.name,
            its=found.name,
            wanted=config.architecture,
        )
    if found.sees != config.data.sees:
        raise BadChoice(
            "{file} has learned from what --sees calls {its}; it cannot be trained further on "
            "{wanted}.",
            file=start.name,
            its=found.sees,
            wanted=config.data.sees,
        )
    return found
