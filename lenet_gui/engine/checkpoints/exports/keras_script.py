"""Export of a network as a Python file for Keras 3, with any of its backends."""

from __future__ import annotations

from collections.abc import Iterator

from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.exports.network_scripts import (
    best_of,
    facts,
    network_constants,
    own_weights,
    tutorial_names,
)
from lenet_gui.engine.checkpoints.exports.scripts import (
    SCRIPT_WIDTH,
    assembled,
    in_lines,
    sides,
    table_name,
)
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, Subsampling

_HEAD = '''"""{name} in Keras: a network and its trained weights, in one file.

    python lenet.py picture.png

prints its answer to a picture, if lenet.py is the name of this file. In a program:

    from PIL import Image

    from lenet import CLASSES, to_input, trained_network

    model = trained_network()
    scores = model.predict(to_input(Image.open("picture.png")))
    model.save("lenet.keras")

Architecture: {architecture}, {parameters:,} trained parameters.
Input: float32 (batch, {rows}, {columns}, {channels}),
    {image}.
Output: float32 (batch, {classes}),
    {output}.

Needs keras 3 with any backend, numpy and Pillow.
Written by lenet_gui {version}; do with it what you like.
"""
'''
_OUTPUT = {
    "penalty": "penalties: the smallest is the answer",
    "probability": "probabilities: the largest is the answer",
}
_POOLING = {
    "sum": "TrainableSubsampling", "average": "layers.AveragePooling2D",
    "max": "layers.MaxPooling2D", "max blur": "MaxBlurPool",
}  # fmt: skip


def keras_script(name: str, checkpoint: Checkpoint) -> str:
    """Return the text of the file, weights included. Raises BadInput if they are of no network."""
    architecture = architecture_of(checkpoint)
    weights = {
        f"{layer}.{key}": values
        for layer, placed in tutorial_names(architecture)
        for key, values in _turned(placed, own_weights(placed, checkpoint))
    }
    end = f"""if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(__doc__)
    model = trained_network()
    for path in sys.argv[1:]:
        scores = model.predict(to_input(Image.open(path)), verbose=0)[0]
        print(f"{{path}}: {{CLASSES[scores.{best_of(architecture)}()]}}")
"""
    return assembled(
        ("keras_network", architecture.sees, "one_file"),
        _HEAD.format(output=_OUTPUT[architecture.score_kind], **facts(name, checkpoint)),
        network_constants(checkpoint),
        end,
        _network(architecture),
        weights,
    )


def _turned(
    placed: PlacedLayer, weights: dict[str, FloatArray]
) -> Iterator[tuple[str, FloatArray]]:
    """Yield the parameters of a layer with the names and axes of Keras, which has channels last."""
    operation = placed.layer.operation
    for key, values in weights.items():
        if key == "weight" and isinstance(operation, Convolution):
            yield "kernel", operation.dense_weight(values, placed.source).transpose(2, 3, 1, 0)
        elif key == "weight":
            maps = values.reshape(len(values), *placed.source)
            last = maps.transpose(2, 3, 1, 0) if maps.ndim == 4 else maps.T
            yield "kernel", last.reshape(-1, len(values))
        else:
            yield key, values


# ---- layers


def _network(architecture: Architecture) -> str:
    channels, rows, columns = architecture.input_shape
    lines = [f"{' ' * 12}keras.Input(({rows}, {columns}, {channels})),"]
    for layer, placed in tutorial_names(architecture):
        for function, arguments in keras_calls(layer, placed):
            named = f'name="{layer}"' in arguments
            comment = f"{placed.name}: {sides(placed.shape)}" if named else ""
            lines.append(_line(function, arguments, comment))
    made = "\n".join(lines)
    return f'''def make_model():
    """Return the model with random weights."""
    keras.config.set_image_data_format("channels_last")  # pictures are (rows, columns, channels)
    return keras.Sequential(
        [
{made}
        ],
        name="LeNet",
    )
'''


def keras_calls(layer: str, placed: PlacedLayer) -> Iterator[tuple[str, list[str]]]:
    """Yield what makes a layer: functions of Keras and their arguments."""
    operation, named, function = placed.layer.operation, f'name="{layer}"', _activation(placed)
    activation = [f"activation={function}"] if function else []
    if isinstance(operation, Convolution):
        same = operation.stride == 1 and 2 * operation.padding == operation.kernel - 1
        if operation.padding and not same:
            yield "layers.ZeroPadding2D", [str(operation.padding)]
        more = [f"strides={operation.stride}"] if operation.stride > 1 else []
        more += ['padding="same"'] if operation.padding and same else []
        if operation.table is not None:
            more.append(f"kernel_constraint=ConnectionTable({table_name(placed.name)})")
        sizes = [str(operation.maps), str(operation.kernel)]
        yield "layers.Conv2D", [*sizes, *more, *activation, named]
    elif isinstance(operation, Subsampling):
        yield _POOLING[operation.kind], [str(operation.size), named]
        if function:
            yield "layers.Activation", [function]
    else:
        yield from _flattening(placed)
        if isinstance(operation, EuclideanRBF):
            yield "EuclideanRBF", [named]
        else:
            yield "layers.Dense", [str(operation.units), *activation, named]


def _flattening(placed: PlacedLayer) -> Iterator[tuple[str, list[str]]]:
    if len(placed.source) != 3:
        return
    if isinstance(placed.layer.operation, EuclideanRBF):
        yield "layers.Permute", ["(3, 1, 2)"]  # the codes are in the order of the maps
    yield "layers.Flatten", []


def _activation(placed: PlacedLayer) -> str:
    activation = placed.layer.activation
    if activation is None:
        return ""
    if isinstance(activation, Softmax):
        return '"softmax"'
    return "scaled_tanh" if activation.function == "scaled tanh" else f'"{activation.function}"'


def _line(function: str, arguments: list[str], comment: str) -> str:
    """Return a call as one element of the list of layers, in several lines if it is long."""
    indent, comment = " " * 12, f"  # {comment}" if comment else ""
    line = f"{indent}{function}({', '.join(arguments)}),{comment}"
    if len(line) <= SCRIPT_WIDTH:
        return line
    return f"{indent}{function}({comment}\n{in_lines(arguments, indent + '    ')},\n{indent}),"
