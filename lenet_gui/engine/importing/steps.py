"""The values of an import: tensors as a file has them, and the steps that a network takes.

They cross from the process that reads to the program as JSON and bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray

MAX_FOREIGN_FILE = 16_000_000  # bytes, as many as a checkpoint of this program may have
MAX_VALUES = MAX_FOREIGN_FILE // 4  # of all tensors together, as float32
MAX_TENSORS = 1000
MAX_STEPS = 200
MAX_NAME = 200  # characters of a tensor's name that are kept

StepKind = Literal[
    "convolution", "full", "pooling", "subsampling", "normalization", "function", "distances"
]


@dataclass(frozen=True, slots=True, eq=False)
class Tensor:
    """An array of a file: float32, with the shape that it has there."""

    name: str
    values: FloatArray


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a network, from its input to its output.

    tensors: the names of its arrays by what they are: "weight" and "bias"; of a normalization
    "weight", "bias", "mean" and "variance"; of a subsampling "weight" (the coefficients) and
    "bias". What is missing there is 0, or 1 of a normalization's weights and variances.
    word: the pooling kind, or the function. stride: of a convolution; size: of a pooling's or
    subsampling's squares. epsilon: of a normalization.
    turned: the weights have the axes of Keras: inputs before outputs, kernels in front.
    channels_last: a full layer reads maps that were flattened with the maps last.
    """

    kind: StepKind
    name: str = ""
    tensors: Mapping[str, str] = field(default_factory=dict)
    word: str = ""
    padding: int = 0
    stride: int = 1
    size: int = 0
    epsilon: float = 0.0
    turned: bool = False
    channels_last: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Probe:
    """Answers of the original: inputs, float32 (samples, channels, rows, columns), and its
    outputs, float32 (samples, classes)."""

    inputs: FloatArray
    outputs: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class ForeignNetwork:
    """The description of a network in a file.

    kind: of file, in words. steps: the layers; empty if the file has weights alone. input_shape:
    (channels, rows, columns), or () if it does not say. input_range: the inputs for 0 and 255, or
    () if it does not say. class_names: or () likewise. architecture: its name in this program, if
    it is one of its exports.
    """

    kind: str
    tensors: tuple[Tensor, ...]
    steps: tuple[Step, ...] = ()
    input_shape: tuple[int, ...] = ()
    input_range: tuple[float, ...] = ()
    class_names: tuple[str, ...] = ()
    architecture: str = ""
    probe: Probe | None = None


def checked_tensors(tensors: Sequence[Tensor], file: str) -> tuple[Tensor, ...]:
    """Return the tensors with short names. Raises BadInput if one is not finite, or for none."""
    if not tensors:
        raise BadInput("{file} contains no weights.", file=file)
    for tensor in tensors:
        if not np.isfinite(tensor.values).all():
            raise BadInput(
                "The weights {weights} contain values that are not numbers.",
                weights=tensor.name[:MAX_NAME],
            )
    return tuple(tensors)


class Budget:
    """The bounds that a file has left, checked before each array is allocated."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._tensors, self._values = 0, 0

    def take(self, shape: Sequence[int]) -> None:
        """Account for one more array. Raises BadInput if that is too much."""
        if len(shape) > 8 or any(side < 0 for side in shape):
            raise BadInput("{file} is damaged.", file=self._file)
        self._tensors += 1
        self._values += math.prod(shape)
        if self._tensors > MAX_TENSORS:
            raise BadInput(
                "{file} has more than {most} arrays, far more than a network of this kind.",
                file=self._file,
                most=MAX_TENSORS,
            )
        if self._values > MAX_VALUES:
            raise BadInput(
                "{file} has more than {most} million weights, the limit.",
                file=self._file,
                most=MAX_VALUES // 1_000_000,
            )


def as_message(network: ForeignNetwork) -> tuple[dict[str, Any], bytes]:
    """Return the header and the bytes of a message that ``from_message`` reads."""
    probe = network.probe
    arrays = [tensor.values for tensor in network.tensors]
    if probe is not None:
        arrays += [probe.inputs, probe.outputs]
    said = {
        "kind": network.kind,
        "names": [tensor.name[:MAX_NAME] for tensor in network.tensors],
        "shapes": [list(array.shape) for array in arrays],
        "steps": [asdict(step) for step in network.steps],
        "input_shape": list(network.input_shape),
        "input_range": list(network.input_range),
        "class_names": list(network.class_names),
        "architecture": network.architecture,
    }
    text = json.dumps(said).encode()
    values = b"".join(np.ascontiguousarray(array, "<f4").tobytes() for array in arrays)
    return {"length": len(text)}, text + values


def from_message(header: Mapping[str, Any], body: bytes) -> ForeignNetwork:
    """Return what a message says. Raises LookupError, TypeError or ValueError if it is none."""
    length = int(header["length"])
    said = json.loads(body[:length])
    arrays, start = [], length
    for shape in said["shapes"]:
        end = start + 4 * math.prod(map(int, shape))
        arrays.append(np.frombuffer(body[start:end], "<f4").reshape(shape).astype(np.float32))
        start = end
    names = [str(name) for name in said["names"]]
    rest = arrays[len(names) :]
    return ForeignNetwork(
        str(said["kind"]),
        tuple(Tensor(name, array) for name, array in zip(names, arrays, strict=False)),
        tuple(_step(values) for values in said["steps"]),
        tuple(map(int, said["input_shape"])),
        tuple(map(float, said["input_range"])),
        tuple(map(str, said["class_names"])),
        str(said["architecture"]),
        Probe(*rest) if rest else None,
    )


def _step(values: Mapping[str, Any]) -> Step:
    step = Step(**values)
    if step.kind not in get_args(StepKind):
        raise ValueError(step.kind)
    return step
