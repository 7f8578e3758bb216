"""From the nodes of an ONNX graph, which must be one chain, to steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.importing.readers.onnx_nodes import at, value_of, with_scaled_tanh
from lenet_gui.engine.importing.readers.refusals import no_chain, unknown_layer
from lenet_gui.engine.importing.steps import MAX_STEPS, Step
from lenet_gui.engine.networks.rbf_codes import digit_codes

_FUNCTIONS = {"Relu": "relu", "Tanh": "tanh", "Sigmoid": "sigmoid", "Softmax": "softmax",
              "LogSoftmax": "softmax"}  # fmt: skip
_UNCHANGED = ("Identity", "Dropout", "Cast")
_FIRST, _LAST = [0, 3, 1, 2], [0, 2, 3, 1]  # transpositions to channels in front, and behind


class Walk:
    """Goes along a graph from its input.

    steps: so far. made: arrays that were computed of those in the file.
    """

    def __init__(
        self, file: str, arrays: Mapping[str, FloatArray], current: str, channels_last: bool
    ) -> None:
        self.steps: list[Step] = []
        self.made: dict[str, FloatArray] = {}
        self._file, self._arrays, self._current = file, dict(arrays), current
        self._last, self._flat_last = channels_last, False
        self._sizes: set[str] = set()  # values that say how large something is
        self._padding = 0
        self._open: list[str] = []  # nodes of a pattern that is not complete
        self._handlers: dict[str, Callable[[Any, dict[str, Any]], None]] = {
            "Conv": self._conv,
            "Gemm": self._gemm,
            "MatMul": self._matmul,
            "Add": self._addition,
            "BatchNormalization": self._normalization,
            "MaxPool": self._max_pool,
            "AveragePool": self._average_pool,
            "Pad": self._pad,
            "Flatten": self._flatten,
            "Reshape": self._reshape,
            "Transpose": self._transpose,
            "Mul": self._factor,
            "Unsqueeze": self._unsqueeze,
            "Sub": self._difference,
            "ReduceSum": self._sum,
        }

    def take(self, node: Any) -> None:
        """Go one node further. Raises BadInput if this program has no such layer."""
        inputs, kind = list(node.input), node.op_type
        if kind == "Constant":
            return
        if self._current not in inputs:
            self._aside(node)
            return
        if kind in ("Shape", "Size"):
            self._sizes.update(node.output)
            return
        attributes = {a.name: value_of(a) for a in node.attribute}
        if kind in _FUNCTIONS:
            self._append(Step("function", node.name, word=_FUNCTIONS[kind]))
        elif kind in self._handlers:
            self._handlers[kind](node, attributes)
        elif kind not in _UNCHANGED:
            raise self._unknown(node)
        self._current = node.output[0]

    def finished(self, output: str) -> set[str]:
        """Return the names of the arrays in use. Raises BadInput if the graph ends elsewhere."""
        if self._current != output or self._open:
            raise self._no_chain()
        self.steps = with_scaled_tanh(self.steps, self._scalar, self._file)
        return {name for step in self.steps for name in step.tensors.values()}

    def _aside(self, node: Any) -> None:
        """Take a node that does not read the last one's values: it makes a size, or a weight."""
        inputs = [name for name in node.input if name]
        if node.op_type in ("Transpose", "Identity") and inputs[0] in self._arrays:
            values = self._arrays[inputs[0]]
            if node.op_type == "Transpose":
                attributes = {a.name: value_of(a) for a in node.attribute}
                values = np.transpose(values, attributes.get("perm"))
            self._arrays[node.output[0]] = self.made[node.output[0]] = values
        elif all(name in self._sizes or name in self._arrays for name in inputs):
            self._sizes.update(node.output)
        else:
            raise self._no_chain()

    # ---- weighted layers

    def _conv(self, node: Any, attributes: dict[str, Any]) -> None:
        weight = self._weight(node, 1, 4)
        _, _, rows, columns = weight.shape
        strides = attributes.get("strides", [1, 1])
        pads = attributes.get("pads", [0, 0, 0, 0])
        auto = attributes.get("auto_pad", b"NOTSET")
        if auto == b"SAME_UPPER" and rows % 2 and strides == [1, 1]:
            pads = [rows // 2] * 4
        elif auto not in (b"NOTSET", b"VALID"):
            raise self._unknown(node)
        tensors = self._tensors(node, weight=1, bias=2)
        if (
            rows != columns or len(set(strides)) > 1 or len(set(pads)) > 1 or self._last
            or set(attributes.get("dilations", [1])) != {1}
        ):  # fmt: skip
            raise self._unknown(node)
        padding = pads[0] + self._padding
        self._padding = 0
        if attributes.get("group", 1) == 1:
            self._append(
                Step("convolution", node.name, tensors, padding=padding, stride=strides[0])
            )
            return
        summing = weight.shape[1] == 1 and (weight == weight[:, :1, :1, :1]).all()
        if not summing or strides[0] != rows or padding or attributes["group"] != len(weight):
            raise self._unknown(node)
        self._append(Step("subsampling", node.name, tensors, size=rows))

    def _gemm(self, node: Any, attributes: dict[str, Any]) -> None:
        self._weight(node, 1, 2)
        factors = {attributes.get("alpha", 1.0), attributes.get("beta", 1.0)}
        if factors != {1.0} or attributes.get("transA", 0) or node.input[0] != self._current:
            raise self._unknown(node)
        turned = not attributes.get("transB", 0)
        self._add_full(node, self._tensors(node, weight=1, bias=2), turned)

    def _matmul(self, node: Any, attributes: dict[str, Any]) -> None:
        self._weight(node, 1, 2)
        self._add_full(node, self._tensors(node, weight=1), True)

    def _add_full(self, node: Any, tensors: dict[str, str], turned: bool) -> None:
        self._append(Step("full", node.name, tensors, turned=turned, channels_last=self._flat_last))
        self._flat_last = False

    def _addition(self, node: Any, attributes: dict[str, Any]) -> None:
        """Take an addition: the bias of the layer below."""
        (name,) = [name for name in node.input if name != self._current] or [""]
        last = self.steps[-1] if self.steps else None
        if (
            last is None or last.kind not in ("full", "convolution") or "bias" in last.tensors
            or name not in self._arrays
        ):  # fmt: skip
            raise self._unknown(node)
        self.steps[-1] = replace(last, tensors={**last.tensors, "bias": name})

    def _normalization(self, node: Any, attributes: dict[str, Any]) -> None:
        tensors = self._tensors(node, weight=1, bias=2, mean=3, variance=4)
        epsilon = attributes.get("epsilon", 1e-5)
        self._append(Step("normalization", node.name, tensors, epsilon=epsilon))

    # ---- layers without weights

    def _max_pool(self, node: Any, attributes: dict[str, Any]) -> None:
        size = self._pooled(node, attributes)
        if "beyond" in self._open:
            if attributes.get("strides", [1, 1]) != [1, 1]:
                raise self._unknown(node)
            self._open = ["maxima"]
            return
        if attributes.get("strides", [1, 1]) != [size, size]:
            raise self._unknown(node)
        self._append(Step("pooling", node.name, word="max", size=size))

    def _average_pool(self, node: Any, attributes: dict[str, Any]) -> None:
        size = self._pooled(node, attributes)
        if attributes.get("strides", [1, 1]) != [size, size]:
            raise self._unknown(node)
        word = "max blur" if self._open == ["maxima"] else "average"
        self._open = []
        self._append(Step("pooling", node.name, word=word, size=size))

    def _pooled(self, node: Any, attributes: dict[str, Any]) -> int:
        kernel = attributes.get("kernel_shape", [])
        if (
            len(kernel) != 2 or kernel[0] != kernel[1] or any(attributes.get("pads", [0]))
            or attributes.get("ceil_mode", 0) or self._last
            or set(attributes.get("dilations", [1])) != {1}
            or attributes.get("auto_pad", b"NOTSET") not in (b"NOTSET", b"VALID")
        ):  # fmt: skip
            raise self._unknown(node)
        return int(kernel[0])

    def _pad(self, node: Any, attributes: dict[str, Any]) -> None:
        pads = [int(side) for side in np.ravel(self._arrays.get(at(node, 1), np.zeros(0)))]
        value = self._scalar(at(node, 2)) if at(node, 2) else 0.0
        if value is None or len(pads) != 8 or attributes.get("mode", b"constant") != b"constant":
            raise self._unknown(node)
        sides = {pads[2], pads[3], pads[6], pads[7]}
        if value == -np.inf and pads[:6] == [0] * 6 and pads[6] == pads[7]:
            self._open = ["beyond"]
        elif value == 0.0 and len(sides) == 1 and not any(pads[:2] + pads[4:6]):
            self._padding = pads[2]
        else:
            raise self._unknown(node)

    def _flatten(self, node: Any, attributes: dict[str, Any]) -> None:
        if attributes.get("axis", 1) != 1:
            raise self._unknown(node)
        self._flat_last = self._last

    def _reshape(self, node: Any, attributes: dict[str, Any]) -> None:
        """Take a new shape: a flattening, or before all layers an axis for the one channel."""
        target = self._arrays.get(at(node, 1))
        sides = [] if target is None else [int(side) for side in np.ravel(target)]
        if len(sides) == 4 and not self.steps:
            self._last = sides[1] not in (1, 3)
        elif len(sides) in (0, 2):
            self._flat_last = self._last
        else:
            raise self._unknown(node)

    def _transpose(self, node: Any, attributes: dict[str, Any]) -> None:
        turn = attributes.get("perm")
        if turn not in (_FIRST, _LAST) or (turn == _LAST) == self._last:
            raise self._unknown(node)
        self._last = turn == _LAST

    # ---- scaled tanh and RBF outputs, as this program exports them

    def _factor(self, node: Any, attributes: dict[str, Any]) -> None:
        if list(node.input) == [self._current] * 2 and self._open == ["codes"]:
            self._open = ["squares"]
            return
        name = next((name for name in node.input if name != self._current), "")
        if self._scalar(name) is None:
            raise self._unknown(node)
        self._append(Step("function", node.name, {"factor": name}, word="factor"))

    def _unsqueeze(self, node: Any, attributes: dict[str, Any]) -> None:
        self._open.append("column")

    def _difference(self, node: Any, attributes: dict[str, Any]) -> None:
        codes = self._arrays.get(at(node, 1))
        ours = digit_codes()
        if self._open != ["column"] or codes is None or codes.shape != ours.shape:
            raise self._unknown(node)
        if not (codes == ours).all():
            raise self._unknown(node)
        self._open = ["codes"]

    def _sum(self, node: Any, attributes: dict[str, Any]) -> None:
        if self._open != ["squares"]:
            raise self._unknown(node)
        self._open = []
        self._append(Step("distances", node.name))

    # ---- parts

    def _append(self, step: Step) -> None:
        if len(self.steps) >= MAX_STEPS:
            raise self._no_chain()
        self.steps.append(step)

    def _weight(self, node: Any, place: int, axes: int) -> FloatArray:
        values = self._arrays.get(at(node, place))
        if values is None or values.ndim != axes:
            raise self._unknown(node)
        return values

    def _tensors(self, node: Any, **places: int) -> dict[str, str]:
        names = {key: at(node, place) for key, place in places.items() if at(node, place)}
        if not all(name in self._arrays for name in names.values()):
            raise self._unknown(node)
        return names

    def _scalar(self, name: str) -> float | None:
        values = self._arrays.get(name)
        return float(np.ravel(values)[0]) if values is not None and values.size == 1 else None

    def _unknown(self, node: Any) -> BadInput:
        return unknown_layer(self._file, node.name or node.output[0], node.op_type)

    def _no_chain(self) -> BadInput:
        return no_chain(self._file)
