"""Export of a network as an ONNX model: its input, its nodes, its outputs, its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from lenet_gui import __version__
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import escaped_surrogates
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.checkpoint import architecture_of
from lenet_gui.engine.checkpoints.exports.network_scripts import image_words
from lenet_gui.engine.networks.activation_functions import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
    Softmax,
)
from lenet_gui.engine.networks.architecture import Architecture, PlacedLayer
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection, Subsampling
from lenet_gui.engine.networks.network import Network
from lenet_gui.engine.networks.rbf_codes import digit_codes

if TYPE_CHECKING:
    import onnx

OPSET, IR_VERSION = 17, 8  # of 2022, old enough for the runtimes in use
ONNX_TOLERANCE = 1e-4  # of the largest score: float32 sums differ in their order


def onnx_bytes(name: str, checkpoint: Checkpoint) -> bytes:
    """Return the file: INPUT float (batch, channels, rows, columns), OUTPUT float (batch, classes).

    OUTPUT holds scores: probabilities or penalties. onnx's own evaluator reads the file back;
    raises BadInput if its answers are not the network's.
    """
    architecture = architecture_of(checkpoint)
    model = onnx_model(architecture, checkpoint.weights)
    model.producer_name, model.producer_version = "lenet_gui", __version__
    model.doc_string = _description(name, architecture)
    facts = {
        "architecture": architecture.name,
        "classes": "\n".join(checkpoint.class_names),
        "score_kind": architecture.score_kind,
        "sees": architecture.sees,
        "input_range": " ".join(map(repr, architecture.input_range)),
    }
    for key, value in facts.items():
        model.metadata_props.add(key=key, value=value)
    data: bytes = model.SerializeToString()
    _check(data, Network(architecture, checkpoint.weights))
    return data


def onnx_model(
    architecture: Architecture, weights: Mapping[str, FloatArray], all_layers: bool = False
) -> onnx.ModelProto:
    """Return the model, for any number of digits at once.

    all_layers: the activations of every layer are outputs, not only the scores.
    """
    from onnx import checker, helper

    graph = _Graph(weights)
    layers = list(architecture.placed_layers())
    source = "INPUT"
    for placed in layers:
        graph.add_layer(placed, source)
        source = placed.name
    outputs = layers if all_layers else layers[-1:]
    made = helper.make_graph(
        graph.nodes,
        architecture.name,
        [_value("INPUT", architecture.input_shape)],
        [_value(placed.name, placed.shape) for placed in outputs],
        graph.arrays,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = IR_VERSION
    checker.check_model(model, full_check=True)
    return model


class _Graph:
    """The nodes and arrays of a model, added layer by layer."""

    def __init__(self, weights: Mapping[str, FloatArray]) -> None:
        self._weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []

    def add_layer(self, placed: PlacedLayer, source: str) -> None:
        raw = placed.name if placed.layer.activation is None else f"{placed.name}.sums"
        operation = placed.layer.operation
        if isinstance(operation, Convolution):
            self._convolution(operation, placed, source, raw)
        elif isinstance(operation, Subsampling):
            self._subsampling(operation, placed, source, raw)
        elif isinstance(operation, FullConnection):
            flat = self._node("Flatten", [source], f"{placed.name}.flat")
            weights = [self._array(f"{placed.name}.{key}") for key in ("weight", "bias")]
            self._node("Gemm", [flat, *weights], raw, transB=1)
        else:
            self._distances(operation, placed, source, raw)
        self._activate(placed, raw)

    def _convolution(
        self, operation: Convolution, placed: PlacedLayer, source: str, out: str
    ) -> None:
        weight = self._weights[f"{placed.name}.weight"]
        dense = self._array(f"{placed.name}.weight", operation.dense_weight(weight, placed.source))
        bias = self._array(f"{placed.name}.bias")
        pads, strides = [operation.padding] * 4, [operation.stride] * 2
        self._node("Conv", [source, dense, bias], out, pads=pads, strides=strides)

    def _subsampling(
        self, operation: Subsampling, placed: PlacedLayer, source: str, out: str
    ) -> None:
        size = [operation.size] * 2
        if operation.kind == "max blur":
            source = self._largest_ahead(operation.size, placed.name, source)
        if operation.kind != "sum":
            kind = "MaxPool" if operation.kind == "max" else "AveragePool"
            self._node(kind, [source], out, kernel_shape=size, strides=size)
            return
        # coefficient * sum + bias: a convolution of each map by itself, with equal weights
        coefficient = self._weights[f"{placed.name}.coefficient"]
        kernels = np.broadcast_to(coefficient[:, None, None, None], (len(coefficient), 1, *size))
        weights = [
            self._array(f"{placed.name}.coefficient", kernels),
            self._array(f"{placed.name}.bias"),
        ]
        self._node("Conv", [source, *weights], out, strides=size, group=len(coefficient))

    def _largest_ahead(self, side: int, name: str, source: str) -> str:
        """Add the maxima of the squares that begin at each unit. Return the name of the result.

        Padding is a node of its own: onnx's reference evaluator does not support MaxPool with
        padding on one side.
        """
        beyond = self._integers(f"{name}.beyond", [0, 0, 0, 0, 0, 0, side - 1, side - 1])
        nothing = self._array(f"{name}.nothing", np.array(-np.inf, np.float32))
        ahead = self._node("Pad", [source, beyond, nothing], f"{name}.ahead")
        return self._node("MaxPool", [ahead], f"{name}.maxima", kernel_shape=[side] * 2)

    def _distances(
        self, operation: EuclideanRBF, placed: PlacedLayer, source: str, out: str
    ) -> None:
        name = placed.name
        flat = self._node("Flatten", [source], f"{name}.flat")
        column = self._node(
            "Unsqueeze", [flat, self._integers(f"{name}.one", [1])], f"{name}.column"
        )
        codes = self._array(f"{name}.codes", digit_codes())
        away = self._node("Sub", [column, codes], f"{name}.away")
        squares = self._node("Mul", [away, away], f"{name}.squares")
        self._node("ReduceSum", [squares, self._integers(f"{name}.two", [2])], out, keepdims=0)

    def _activate(self, placed: PlacedLayer, raw: str) -> None:
        activation, name = placed.layer.activation, placed.name
        if activation is None:
            return
        if isinstance(activation, Softmax):
            self._node("Softmax", [raw], name, axis=-1)
        elif activation.function == "scaled tanh":
            slope = self._array(f"{name}.slope", np.array(SCALED_TANH_SLOPE))
            amplitude = self._array(f"{name}.amplitude", np.array(SCALED_TANH_AMPLITUDE))
            scaled = self._node("Mul", [raw, slope], f"{name}.scaled")
            tanh = self._node("Tanh", [scaled], f"{name}.tanh")
            self._node("Mul", [tanh, amplitude], name)
        else:
            self._node(activation.function.capitalize(), [raw], name)

    def _node(self, kind: str, inputs: list[str], output: str, **attributes: Any) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def _array(self, name: str, values: FloatArray | None = None) -> str:
        from onnx import numpy_helper

        values = self._weights[name] if values is None else values
        array = np.ascontiguousarray(values, np.float32).reshape(values.shape)
        self.arrays.append(numpy_helper.from_array(array, name))
        return name

    def _integers(self, name: str, values: list[int]) -> str:
        from onnx import numpy_helper

        self.arrays.append(numpy_helper.from_array(np.array(values, np.int64), name))
        return name


def _value(name: str, shape: tuple[int, ...]) -> onnx.ValueInfoProto:
    from onnx import TensorProto, helper

    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ("batch", *shape))


def _description(name: str, architecture: Architecture) -> str:
    channels, rows, columns = architecture.input_shape
    kind = "penalties, the smallest is the answer"
    if architecture.score_kind == "probability":
        kind = "probabilities, the largest is the answer"
    return (
        f"{escaped_surrogates(name)}. INPUT: float (batch, {channels}, {rows}, {columns}), "
        f"{image_words(architecture)}. OUTPUT: {kind}; metadata 'classes' names them, one a line."
    )


def _check(data: bytes, network: Network) -> None:
    """Compare the file's answers with the network's. Raises BadInput if they differ."""
    import onnx
    from onnx.reference import ReferenceEvaluator

    shape = network.architecture.input_shape
    low, high = sorted(network.architecture.input_range)
    inputs = np.random.default_rng(0).uniform(low, high, (2, *shape)).astype(np.float32)
    evaluator = ReferenceEvaluator(onnx.load_from_string(data))
    (theirs,) = np.asarray(evaluator.run(None, {"INPUT": inputs}))
    ours = network.scores(inputs)
    # Written as "not <=", the comparison fails for NaN, too.
    if not np.abs(theirs - ours).max() <= ONNX_TOLERANCE * np.abs(ours).max():
        raise BadInput(
            "The exported network gives other answers than this one, so it was not saved."
        )
