"""An architecture as an ONNX model with every layer's state as an output."""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper, numpy_helper

from lenet_gui.engine.architecture import Architecture, PlacedLayer
from lenet_gui.engine.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.squashing import Softmax


def onnx_model(architecture: Architecture, weights: dict) -> bytes:
    """For architectures of convolutions, max pooling, full connections, ReLU and softmax."""
    nodes, source = [], "INPUT"
    for placed in architecture.placed_layers():
        nodes += _nodes(placed, source)
        source = placed.name
    graph = helper.make_graph(
        nodes,
        architecture.name,
        [_value("INPUT", architecture.input_shape)],
        [_value(placed.name, placed.shape) for placed in architecture.placed_layers()],
        [numpy_helper.from_array(array, name) for name, array in weights.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _value(name: str, shape: tuple[int, ...]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, (1, *shape))


def _nodes(placed: PlacedLayer, source: str) -> list[onnx.NodeProto]:
    name, operation = placed.name, placed.layer.operation
    raw = name if placed.layer.activation is None else f"{name}.raw"
    weights = list(placed.parameter_shapes)
    if isinstance(operation, Convolution):
        nodes = [helper.make_node("Conv", [source, *weights], [raw], pads=[operation.padding] * 4)]
    elif isinstance(operation, Subsampling) and operation.rule == "max":
        size = [operation.size] * 2
        nodes = [helper.make_node("MaxPool", [source], [raw], kernel_shape=size, strides=size)]
    elif isinstance(operation, FullConnection):
        nodes = [
            helper.make_node("Flatten", [source], [f"{name}.flat"]),
            helper.make_node("Gemm", [f"{name}.flat", *weights], [raw], transB=1),
        ]
    else:
        raise ValueError(f"no ONNX for {operation}")
    if placed.layer.activation is not None:
        kind = "Softmax" if isinstance(placed.layer.activation, Softmax) else "Relu"
        nodes.append(helper.make_node(kind, [raw], [name]))
    return nodes
