"""Export of a network as a PyTorch script that trains it again, independent of this program.

Layers, initial weights and recipe are generated for each network. The rest is copied from
resources/training_script/pieces.py: the definitions that the script uses.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from dataclasses import asdict

import numpy as np

from lenet_gui import __version__
from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadChoice
from lenet_gui.common.recipes import recorded_recipe
from lenet_gui.common.training_values import TrainingChanges, TrainingConfig
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.rbf_codes import drawn_codes
from lenet_gui.engine.networks.weight_initialization import initial_values

_LOSSES = {
    ("map", "penalty"): "map_loss",
    ("map", "probability"): "evidence_map_loss",
    ("mse", "penalty"): "mean_penalty",
    ("mse", "probability"): "mean_square",
    ("cross-entropy", "probability"): "functional.cross_entropy",
}
_OPTIMIZERS = {
    "adamw": "adamw", "adam": "adam", "sgd": "sgd", "levenberg-marquardt": "LevenbergMarquardt",
}  # fmt: skip
_ACTIVATIONS = {
    "scaled tanh": "scaled_tanh", "tanh": "torch.tanh", "sigmoid": "torch.sigmoid",
    "relu": "torch.relu",
}  # fmt: skip
_POOLING = {"average": "nn.AvgPool2d", "max": "nn.MaxPool2d", "max blur": "MaxBlurPool"}


def training_script(name: str, checkpoint: Checkpoint) -> str:
    """Return the text of the script, with the recorded recipe, else the architecture's best one."""
    architecture, recipe = architecture_of(checkpoint), recorded_recipe(checkpoint)
    learning, changes = recipe.learning, _changes(checkpoint)
    ranges = [learning.image_augmentation, *(ranges for _, ranges in changes.values())]
    augments = any(one is not None for one in ranges)
    loss = _LOSSES[learning.loss, architecture.score_kind]
    call = [loss, _OPTIMIZERS[learning.optimizer], *(["augmented"] if augments else [])]
    net = _net(architecture)
    end = f'{net}\n\nif __name__ == "__main__":\n    main({", ".join(call)})\n'
    pieces = resource("training_script", "pieces.py").read_text("utf-8")
    constants = _constants(architecture, checkpoint.class_names, recipe, changes)
    used = _needed(pieces, end)
    body = "\n\n\n".join(used.values())
    wanted = _names(ast.parse(f"{body}\n{end}"))
    values = [f"{key} = {value}" for key, value in constants.items() if key in wanted]
    parts = [_head(name, checkpoint, architecture), _imports(pieces, f"{body}\n{end}")]
    return "\n".join([*parts, "\n".join(values) + "\n\n", body + "\n\n", end])


# ---- generated for each network


def _head(name: str, checkpoint: Checkpoint, architecture: Architecture) -> str:
    recipe = recorded_recipe(checkpoint)
    name, data = _plain(name), _plain(" + ".join(recipe.data.sources))
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

The architecture is {architecture.name}, with {architecture.parameters:,} trained parameters.
{other}Written by lenet_gui {__version__}; do with it what you like.
"""
'''


def _imports(pieces: str, text: str) -> str:
    """Return the imports of the pieces that the text uses."""
    used = _names(ast.parse(text))
    blocks: list[list[str]] = [["from __future__ import annotations"], [], []]
    for node in ast.parse(pieces).body:
        if isinstance(node, ast.Import | ast.ImportFrom) and ast.unparse(node) not in blocks[0]:
            kept = [a for a in node.names if (a.asname or a.name) in used]
            if kept:
                node.names = kept
                line = ast.unparse(node)
                blocks[2 if "torch" in line or "numpy" in line else 1].append(line)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _constants(
    architecture: Architecture,
    class_names: tuple[str, ...],
    recipe: TrainingConfig,
    changes: Mapping[int, object],
) -> dict[str, str]:
    """Return the constants of the script: Python source by name."""
    paper, ink = architecture.input_range
    tables = {
        f"{placed.name}_TABLE": "(\n" + "".join(f"    {row},\n" for row in table) + ")"
        for placed in architecture.placed_layers()
        if isinstance(placed.layer.operation, Convolution)
        and (table := placed.layer.operation.table) is not None
    }
    first = "".join(
        f'    "{name}": ({initial.shape}, "{initial.distribution}", {_scale(initial.scale)}),\n'
        for name, initial in initial_values(architecture).items()
    )
    return {
        "ARCHITECTURE": _literal(architecture.name),
        "CLASS_NAMES": _literal(list(class_names)),
        "INPUT_SHAPE": repr(architecture.input_shape),
        "PAPER": repr(paper),
        "INK": repr(ink),
        "SMALL_IS_GOOD": repr(architecture.score_kind == "penalty"),
        "RECIPE": _literal(recipe.as_json()),
        "CHANGES": _literal(changes),
        **tables,
        "CODES": f'"""\n{drawn_codes()}\n"""',
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
    made = "\n".join(f"        self.{p.name} = {_module(p)}  # {_sides(p.shape)}" for p in layers)
    activations = "".join(f'            "{p.name}": {_activation(p)},\n' for p in layers)
    return f'''class Net(Network):
    """{architecture.name}: {architecture.parameters:,} trained numbers."""

    def __init__(self) -> None:
        super().__init__()
{made}
        self.functions = {{
{activations}        }}
'''


def _module(placed: PlacedLayer) -> str:
    operation, below = placed.layer.operation, placed.source[0]
    if isinstance(operation, Convolution):
        more = f", padding={operation.padding}" if operation.padding else ""
        more += f", stride={operation.stride}" if operation.stride > 1 else ""
        if operation.table is not None:
            table = f"{placed.name}_TABLE"
            return f"TableConvolution({below}, {table}, {operation.kernel}{more})"
        return f"nn.Conv2d({below}, {operation.maps}, {operation.kernel}{more})"
    if isinstance(operation, Subsampling):
        if operation.kind == "sum":
            return f"TrainableSubsampling({below}, {operation.size})"
        return f"{_POOLING[operation.kind]}({operation.size})"
    if isinstance(operation, FullConnection):
        return f"FullConnection({int(np.prod(placed.source))}, {operation.units})"
    return "EuclideanRBF()"


def _activation(placed: PlacedLayer) -> str:
    activation = placed.layer.activation
    if isinstance(activation, Softmax):
        return "softmax"
    return "None" if activation is None else _ACTIVATIONS[activation.function]


def _sides(shape: tuple[int, ...]) -> str:
    return f"{shape[0]}@{shape[1]}x{shape[2]}" if len(shape) == 3 else f"{shape[0]} units"


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


def _literal(value: object, indent: str = "") -> str:
    """Return the Python source of a value; a dictionary has a line per entry."""
    if isinstance(value, Mapping) and value:
        deeper = indent + "    "
        entries = (f"{deeper}{_literal(k)}: {_literal(v, deeper)},\n" for k, v in value.items())
        return "{\n" + "".join(entries) + indent + "}"
    if isinstance(value, list | tuple):
        inside = ", ".join(_literal(item, indent) for item in value)
        return f"[{inside}]"
    return json.dumps(value) if isinstance(value, str) else repr(value)


def _plain(name: str) -> str:
    """Remove from a name all that cannot stand in a docstring."""
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"\\')


# ---- choosing the pieces


def _needed(pieces: str, end: str) -> dict[str, str]:
    """Return the definitions of ``pieces`` that ``end`` uses, directly or not, in their order."""
    lines = pieces.splitlines()
    found: dict[str, tuple[ast.stmt, str]] = {}
    for node in ast.parse(pieces).body:
        text = "\n".join(lines[node.lineno - 1 : node.end_lineno])
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found[node.name] = node, text
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node, text
    waiting, wanted = _names(ast.parse(end)) & found.keys(), set[str]()
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting |= (_names(found[name][0]) & found.keys()) - wanted
    return {name: text for name, (_, text) in found.items() if name in wanted}


def _names(tree: ast.AST) -> set[str]:
    """Return all names in a tree, those in annotations included."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
