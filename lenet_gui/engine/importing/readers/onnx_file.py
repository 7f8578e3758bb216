"""ONNX models: the graph and its weights, which must lie in the file itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.importing.readers.onnx_steps import Walk
from lenet_gui.engine.importing.steps import (
    Budget,
    ForeignNetwork,
    Probe,
    Tensor,
    checked_tensors,
)

MAX_NODES = 1000
_FLOATS = (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16, onnx.TensorProto.DOUBLE,
           onnx.TensorProto.BFLOAT16)  # fmt: skip
_GOLDEN_RATIO = (1 + 5**0.5) / 2
_PROBES = 3  # fields that look like noise


def read_onnx(data: bytes, file: str) -> ForeignNetwork:
    """Read a model whose graph is one chain of layers. Raises BadInput."""
    try:
        model = onnx.load_from_string(data)
    except Exception:  # protobuf raises its own errors
        raise BadInput("{file} is damaged: decoding it failed.", file=file) from None
    graph = model.graph
    if len(graph.node) > MAX_NODES or not graph.node or not graph.output:
        raise BadInput("{file} is not an ONNX model of a network like LeNet.", file=file)
    arrays = _arrays(graph, file)
    name, shape, last = _input(graph, arrays, file)
    walk = Walk(file, {key: values for key, (values, _) in arrays.items()}, name, last)
    for node in graph.node:
        walk.take(node)
    used = walk.finished(graph.output[0].name)
    tensors = [Tensor(key, arrays[key][0]) for key in arrays if key in used]
    tensors += [Tensor(key, values) for key, values in walk.made.items() if key in used]
    said = {entry.key: entry.value for entry in model.metadata_props}
    ours = model.producer_name == "lenet_gui"
    return ForeignNetwork(
        "ONNX",
        checked_tensors(tensors, file),
        tuple(walk.steps),
        shape,
        class_names=tuple(said.get("classes", "").split("\n")) if ours else (),
        architecture=said.get("architecture", "") if ours else "",
        probe=_probe(model, name, shape, last, file),
    )


def _arrays(graph: Any, file: str) -> dict[str, tuple[Any, bool]]:
    """Return the arrays of a graph by name, and whether they are weights: floats."""
    budget, found = Budget(file), dict[str, tuple[Any, bool]]()
    constants = [
        (node.output[0], attribute.t)
        for node in graph.node
        if node.op_type == "Constant"
        for attribute in node.attribute
        if attribute.name == "value" and len(node.output) == 1
    ]
    for name, tensor in [*((t.name, t) for t in graph.initializer), *constants]:
        if tensor.data_location == onnx.TensorProto.EXTERNAL or tensor.external_data:
            raise BadInput(
                "{file} keeps its weights in another file. Export it with its weights inside, in "
                "PyTorch with external_data=False.",
                file=file,
            )
        budget.take(list(tensor.dims))
        weights = tensor.data_type in _FLOATS
        try:
            values = numpy_helper.to_array(tensor)
        except Exception:  # what the values are stored in does not fit the shape
            raise BadInput(
                "The weights {weights} do not have the size that {file} says.",
                weights=name[:50],
                file=file,
            ) from None
        with np.errstate(over="ignore"):
            found[name] = (values.astype(np.float32) if weights else values, weights)
    return found


def _input(
    graph: Any, arrays: dict[str, tuple[Any, bool]], file: str
) -> tuple[str, tuple[int, ...], bool]:
    """Return the name of the input, its shape (channels, rows, columns), and whether the channels
    stand last in the file. Raises BadInput unless it is one picture."""
    inputs = [value for value in graph.input if value.name not in arrays]
    if len(inputs) != 1:
        raise BadInput(
            "{file} has {count} inputs; a network here reads one picture.",
            file=file,
            count=len(inputs),
        )
    sides = [dim.dim_value for dim in inputs[0].type.tensor_type.shape.dim][1:]
    name = inputs[0].name
    if len(sides) == 1 and (side := round(sides[0] ** 0.5)) ** 2 == sides[0]:
        return name, (1, side, side), False
    if len(sides) == 2:
        return name, (1, *sides), False
    if len(sides) == 3 and sides[0] in (1, 3):
        return name, tuple(sides), False
    if len(sides) == 3 and sides[2] in (1, 3):
        return name, (sides[2], *sides[:2]), True
    raise BadInput(
        "The input of {file} has the shape {shape}; a network here reads pictures of one or three "
        "channels.",
        file=file,
        shape=str(tuple(sides)),
    )


def _probe(model: Any, name: str, shape: tuple[int, ...], last: bool, file: str) -> Probe | None:
    """Return what onnx's own evaluator says to some inputs; None where sides are not fixed."""
    if 0 in shape:
        return None
    from onnx.reference import ReferenceEvaluator

    size = _PROBES * shape[0] * shape[1] * shape[2]
    noise = np.modf(np.arange(size) * _GOLDEN_RATIO)[0].astype(np.float32)
    inputs: FloatArray = noise.reshape(_PROBES, *shape)
    sides = len(_sides(model, name)) - 1
    theirs = inputs.transpose(0, 2, 3, 1) if last else inputs
    if sides < 3:
        theirs = theirs.reshape(_PROBES, *([-1] if sides == 1 else shape[1:]))
    batch = _sides(model, name)[0]
    step = 1 if batch == 1 else _PROBES
    try:
        evaluator = ReferenceEvaluator(model)
        parts = (np.ascontiguousarray(theirs[at : at + step]) for at in range(0, _PROBES, step))
        run: Any = evaluator.run
        answers = [np.asarray(run(None, {name: part})[0]) for part in parts]
        outputs = np.concatenate(answers).astype(np.float32).reshape(_PROBES, -1)
    except MemoryError:
        raise
    except Exception as error:  # evaluating a damaged graph leads to any error
        raise BadInput("{file} is damaged ({why}).", file=file, why=str(error)[:100]) from None
    return Probe(inputs, outputs)


def _sides(model: Any, name: str) -> list[int]:
    value = next(value for value in model.graph.input if value.name == name)
    return [dim.dim_value for dim in value.type.tensor_type.shape.dim]
