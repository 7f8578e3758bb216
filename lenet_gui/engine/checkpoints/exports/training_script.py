"""Export of a network as a PyTorch script that trains it again, independent of this program.

Layers, initial weights and recipe are generated for each network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from lenet_gui import __version__
from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.exports.pytorch_modules import torch_activation, torch_module
from lenet_gui.engine.checkpoints.exports.scripts import (
    assembled,
    literal,
    plain,
    sides,
    table_constants,
)
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.weight_initialization import initial_values

_LOSSES = {
    ("map", "penalty"): "map_loss",
    ("map", "probability"): "evidence_map_loss",
    ("mse", "penalty"): "mean_penalty",
    ("mse", "probability"): "mean_square",
    ("cross-entropy", "probability"): "F.cross_entropy",
}
_OPTIMIZERS = {
    "adamw": "adamw", "adam": "adam", "sgd": "sgd", "levenberg-marquardt": "LevenbergMarquardt",
}  # fmt: skip


def training_script(name: str, checkpoint: Checkpoint) -> str:
    """Return the text of the script, with the recorded recipe, else the architecture's best one.

    Raises BadInput for a network that sees pictures.
    """
    architecture, recipe = architecture_of(checkpoint), recorded_recipe(checkpoint)
    if architecture.sees == "picture":
        raise BadInput(
            "The script that repeats a training reads digits, but {name} sees pictures. Export it "
            "as a PyTorch network.",
            name=name,
        )
    learning, changes = recipe.learning, _changes(checkpoint)
    ranges = [learning.image_augmentation, *(ranges for _, ranges in changes.values())]
    augments = any(one is not None for one in ranges)
    loss = _LOSSES[learning.loss, architecture.score_kind]
    call = [loss, _OPTIMIZERS[learning.optimizer], *(["augmented"] if augments else [])]
    end = f'{_net(architecture)}\n\nif __name__ == "__main__":\n    main({", ".join(call)})\n'
    constants = _constants(architecture, checkpoint.class_names, recipe, changes)
    head = _head(name, checkpoint, architecture)
    return assembled(("pytorch_layers", "training"), head, constants, end=end)


# ---- generated for each network


def _head(name: str, checkpoint: Checkpoint, architecture: Architecture) -> str:
    recipe = recorded_recipe(checkpoint)
    name, data = plain(name), plain(" + ".join(recipe.data.sources))
    other = "" if data == "mnist" else f"""
{name} was trained on {data}. This script reads IDX files that are
named like MNIST's; their labels are the numbers of the classes in CLASS_NAMES.
"""  # fmt: skip
    if recipe.data.stroke_augmentations or recipe.data.non_digits:
        other += "It uses neither stroke augmentation nor non-digits.\n"
    if recipe.learning.teachers:
        other += "It uses no teachers: it learns from the labels alone.\n"
    return f'''"""Trains {name} from random weights, with PyTorch and numpy alone.

    python SCRIPT FOLDER --output weights.safetensors

FOLDER has the four IDX files of MNIST (train-images-idx3-ubyte.gz and so on, gzipped or not).
    --start weights.safetensors --steps 0    only measures the error of trained weights

The architecture is {plain(architecture.name)}, with {architecture.parameters:,} trained parameters.
{other}Written by lenet_gui {__version__}; do with it what you like.
"""
'''


def _constants(
    architecture: Architecture,
    class_names: tuple[str, ...],
    recipe: TrainingConfig,
    changes: Mapping[int, object],
) -> dict[str, str]:
    """Return the constants of the script: Python source by name."""
    paper, ink = architecture.input_range
    first = "".join(
        f'    "{name}": ({initial.shape}, "{initial.distribution}", {_scale(initial.scale)}),\n'
        for name, initial in initial_values(architecture).items()
    )
    return {
        "ARCHITECTURE": literal(architecture.name),
        "CLASS_NAMES": literal(list(class_names)),
        "INPUT_SHAPE": repr(architecture.input_shape),
        "PAPER": repr(paper),
        "INK": repr(ink),
        "SMALL_IS_GOOD": repr(architecture.score_kind == "penalty"),
        "RECIPE": literal(recipe.as_json()),
        "CHANGES": literal(changes),
        **table_constants(architecture),
        "FIRST_WEIGHTS": f"{{\n{first}}}",
    }


def _changes(checkpoint: Checkpoint) -> dict[int, tuple[float, dict[str, float] | None]]:
    """Return the changes made while it trained, by step; leave out unreadable ones."""
    found: dict[int, tuple[float, dict[str, float] | None]] = {}
    said = checkpoint.training.get("changes", [])
    for change in said if isinstance(said, list) else []:
        try:
            changed = TrainingChanges.from_json(change)
            ranges = changed.image_augmentation
            found[int(change["step"])] = changed.rate, None if ranges is None else asdict(ranges)
        except (BadChoice, KeyError, TypeError, ValueError, OverflowError):
            continue
    return found


def _net(architecture: Architecture) -> str:
    layers = list(architecture.placed_layers())
    made = "\n".join(
        f"        self.{p.name} = {torch_module(p)}  # {sides(p.shape)}" for p in layers
    )
    activations = "".join(f'            "{p.name}": {torch_activation(p)},\n' for p in layers)
    return f'''class Net(Network):
    """{plain(architecture.name)}: {architecture.parameters:,} trained numbers."""

    def __init__(self) -> None:
        super().__init__()
{made}
        self.functions = {{
{activations}        }}
'''


def _scale(scale: float | np.ndarray) -> str:
    """Return the source of a number, or of a list written as runs of equal numbers."""
    if not isinstance(scale, np.ndarray):
        return repr(float(scale))
    starts = np.flatnonzero(np.diff(scale, prepend=np.nan))
    counts = np.diff([*starts, len(scale)])
    if len(starts) == 1:
        return repr(float(scale[0]))
    runs = zip(scale[starts], counts, strict=True)
    return " + ".join(f"[{float(value)!r}] * {count}" for value, count in runs)
