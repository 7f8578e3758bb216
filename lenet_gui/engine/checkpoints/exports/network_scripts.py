"""Names, facts and constants that scripts of a network in PyTorch and in Keras share."""

from __future__ import annotations

from lenet_gui import __version__
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.exports.scripts import list_in_lines, plain, table_constants
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling


def tutorial_names(architecture: Architecture) -> list[tuple[str, PlacedLayer]]:
    """Return the layers with the names of tutorials: conv1, pool1, conv2 ... fc1, fc2; rbf1."""
    found, counts = list[tuple[str, PlacedLayer]](), dict[str, int]()
    for placed in architecture.placed_layers():
        kind = _kind(placed)
        counts[kind] = counts.get(kind, 0) + 1
        found.append((f"{kind}{counts[kind]}", placed))
    return found


def _kind(placed: PlacedLayer) -> str:
    operation = placed.layer.operation
    if isinstance(operation, Convolution):
        return "conv"
    if isinstance(operation, Subsampling):
        return "pool"
    return "fc" if isinstance(operation, FullConnection) else "rbf"


def own_weights(placed: PlacedLayer, checkpoint: Checkpoint) -> dict[str, FloatArray]:
    """Return the parameters of a layer by the last part of their names, such as "weight"."""
    return {key.rpartition(".")[2]: checkpoint.weights[key] for key in placed.parameter_shapes}


def facts(name: str, checkpoint: Checkpoint) -> dict[str, object]:
    """Return what the docstring of a script says of a network, by the names in its template."""
    architecture = architecture_of(checkpoint)
    channels, rows, columns = architecture.input_shape
    return {
        "name": plain(name) or "LeNet",
        "architecture": plain(architecture.name),
        "parameters": architecture.parameters,
        "channels": channels,
        "rows": rows,
        "columns": columns,
        "image": image_words(architecture),
        "classes": architecture.classes,
        "version": __version__,
    }


def image_words(architecture: Architecture) -> str:
    """Return in words which images a network reads, and what their darkest and lightest are."""
    low, high = architecture.input_range
    channels, rows, columns = architecture.input_shape
    if architecture.sees == "picture":
        kind = "RGB" if channels == 3 else "grey"
        return f"a {kind} picture resized to {columns}x{rows}; black is {low}, white {high}"
    border = f", in the middle of {columns}x{rows}" if columns != 28 else ""
    more = ", in all channels" if channels > 1 else ""
    return f"a digit centred in 28x28 as in MNIST{border}; paper is {low}, ink {high}{more}"


def network_constants(checkpoint: Checkpoint) -> dict[str, str]:
    """Return the constants of a script of a network: Python source by name."""
    architecture = architecture_of(checkpoint)
    ends = "BLACK, WHITE" if architecture.sees == "picture" else "PAPER, INK"
    return {
        "CLASSES": list_in_lines(checkpoint.class_names),
        "CHANNELS, ROWS, COLUMNS": ", ".join(map(str, architecture.input_shape)),
        ends: ", ".join(map(repr, architecture.input_range)),
        **table_constants(architecture),
    }


def best_of(architecture: Architecture) -> str:
    """Return the name of the method that finds the answer among the scores of a network."""
    return "argmin" if architecture.score_kind == "penalty" else "argmax"
