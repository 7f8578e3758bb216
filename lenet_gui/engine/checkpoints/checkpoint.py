"""Checkpoints: one safetensors file that describes itself in its metadata.

Files come from strangers. The header is looked at before anything is made of it, nothing is
unpickled, and what does not fit its architecture is refused with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import names_class, sayable
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.reject_rule_json import rule_as_json, rule_from_json
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.network import check_weights
from lenet_gui.engine.storage.files import (
    cannot_read,
    open_ordinary,
    read_limited,
    write_atomically,
)

FORMAT = 1
SUFFIX = ".safetensors"
MAX_FILE = 16_000_000  # the largest network here, with 1000 classes, has 0.6 MB
MAX_HEADER = 1_000_000
_FLOATS = (np.float16, np.float32, np.float64)


def architecture_of(checkpoint: Checkpoint) -> Architecture:
    """The architecture of a checkpoint, with the checkpoint's number of classes."""
    return architecture(checkpoint.architecture).for_classes(len(checkpoint.class_names))


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write atomically. Raises BadInput if the file cannot be written or the weights are unfit."""
    write_atomically(path, checkpoint_bytes(checkpoint))


def checkpoint_bytes(checkpoint: Checkpoint) -> bytes:
    """What a checkpoint file holds. Raises BadInput if the weights are unfit."""
    check_weights(architecture_of(checkpoint), checkpoint.weights)
    metadata = {
        "format": str(FORMAT),
        "architecture": checkpoint.architecture,
        "revision": str(architecture_of(checkpoint).revision),
        "class_names": _text(list(checkpoint.class_names)),
        "rejection": _text(rule_as_json(checkpoint.rejection)),
        "training": _text(dict(checkpoint.training)),
        "evaluation": _text(dict(checkpoint.evaluation)),
    }
    weights = {
        name: np.ascontiguousarray(array, np.float32) for name, array in checkpoint.weights.items()
    }
    return safetensors.numpy.save(weights, metadata)


def _text(value: object) -> str:
    """As JSON; halves of letters, which names of files may have, could not be read again."""
    return json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()


def read_checkpoint(path: Path) -> Checkpoint:
    """Read and check. Raises BadInput with a sentence for every way a file can be wrong."""
    data = read_limited(path, MAX_FILE)
    metadata = _metadata(path, data)
    _check_format(path, metadata)
    try:
        checkpoint = _described(metadata, _weights(path, data))
        check_weights(architecture_of(checkpoint), checkpoint.weights)
    except BadInput as error:
        raise BadInput("{file} cannot be used: {why}", file=path.name, why=error) from None
    return checkpoint


def read_metadata(path: Path) -> dict[str, str]:
    """What a checkpoint says of itself, without its weights. Raises BadInput like above."""
    metadata = header_metadata(path)
    _check_format(path, metadata)
    return metadata


def header_metadata(path: Path) -> dict[str, str]:
    """The metadata of any safetensors file; nothing after its header is read. Raises BadInput."""
    try:
        with open_ordinary(path) as file:
            size = file.read(8)
            head = size + file.read(min(int.from_bytes(size, "little"), MAX_HEADER))
    except OSError as error:
        raise cannot_read(path, error) from None
    return _metadata(path, head)


def with_metadata(path: Path, entries: Mapping[str, str]) -> bytes:
    """The bytes of a checkpoint file with those entries of its metadata set; programs that do
    not know an entry pass over it. Raises BadInput like above."""
    data = read_limited(path, MAX_FILE)
    metadata = _metadata(path, data)
    _check_format(path, metadata)
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    header["__metadata__"] = metadata | dict(entries)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # numbers begin at a multiple of 8, as safetensors writes them
    if len(text) > MAX_HEADER:
        raise BadInput("The metadata of {file} would be too large.", file=path.name)
    return len(text).to_bytes(8, "little") + text + data[8 + length :]


def _check_format(path: Path, metadata: Mapping[str, str]) -> None:
    version = metadata.get("format")
    if version is None or "architecture" not in metadata:
        raise BadInput(
            "{file} contains weights, but does not say of which network. It is not a checkpoint "
            "of this program.",
            file=path.name,
        )
    if version != str(FORMAT):
        raise BadInput(
            "{file} was written in format {version}; this program reads format {known}.",
            file=path.name,
            version=version[:20],
            known=FORMAT,
        )
    network, revision = ARCHITECTURES.get(metadata["architecture"]), metadata.get("revision", "1")
    if network is not None and revision != str(network.revision):
        raise BadInput(
            "{file} contains weights for revision {its} of {name}. This program has revision "
            "{known}, which would give other answers with them. Train the network again.",
            file=path.name,
            its=revision[:20],
            name=network.name,
            known=network.revision,
        )


def _metadata(path: Path, data: bytes) -> dict[str, str]:
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or data[8:9] != b"{" or length > MAX_HEADER:
        raise BadInput("{file} is not a safetensors file.", file=path.name)
    if length > len(data) - 8:
        raise BadInput("{file} is incomplete: it ends inside its header.", file=path.name)
    try:
        header = json.loads(data[8 : 8 + length])
        found = header.get("__metadata__", {})
        if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
            raise ValueError
        "".join((*found, *found.values())).encode()  # no halves of letters
    except (ValueError, RecursionError, AttributeError):
        raise BadInput("{file} has an unreadable header.", file=path.name) from None
    return found


def _weights(path: Path, data: bytes) -> dict[str, FloatArray]:
    try:
        arrays = safetensors.numpy.load(data)
    except Exception as error:  # the library raises its own, KeyError and ValueError
        raise BadInput("it is incomplete or damaged ({why}).", why=str(error)[:100]) from None
    for name, array in arrays.items():
        if array.dtype not in _FLOATS:
            raise BadInput("the weights {weights} have an unknown number type.", weights=name[:50])
    with np.errstate(over="ignore"):  # float64 beyond float32 becomes infinite, and is refused
        return {name: array.astype(np.float32) for name, array in arrays.items()}


def _described(metadata: dict[str, str], weights: dict[str, FloatArray]) -> Checkpoint:
    return Checkpoint(
        architecture=metadata["architecture"][:100],
        class_names=described_classes(metadata),
        weights=weights,
        rejection=rule_from_json(described(metadata, "rejection", dict | None)),
        training=described(metadata, "training", dict),
        evaluation=described_evaluation(metadata),
    )


def described_classes(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """The class names in a checkpoint's metadata. Raises BadInput if they are damaged."""
    names = described(metadata, "class_names", list)
    if not all(map(names_class, names)):
        raise BadInput("its class names are not texts of 1 to 100 characters.")
    if len(set(names)) != len(names):
        raise BadInput("two of its classes have the same name.")
    return tuple(names)


def described_evaluation(metadata: Mapping[str, str]) -> dict[str, Any]:
    """The evaluation in a checkpoint's metadata; what cannot be is left out of it."""
    said = described(metadata, "evaluation", dict)
    found = {key: value for key, value in said.items() if _CAN_BE.get(key, _anything)(value)}
    if "error_rate" in found:  # JSON may have 0 and 1
        found["error_rate"] = float(found["error_rate"])
    if "interval" in found:
        found["interval"] = [float(end) for end in found["interval"]]
    return found


def is_rate(value: object) -> bool:
    """Whether it is a number 0..1."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _is_interval(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(is_rate, value))


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value < 10**12


def _is_short(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 200 and sayable(value)


def _anything(value: object) -> bool:
    return True


_CAN_BE: dict[str, Callable[[object], bool]] = {
    "errors": _is_count,
    "count": _is_count,
    "error_rate": is_rate,
    "interval": _is_interval,
    "data": _is_short,
}


def described(metadata: Mapping[str, str], key: str, kind: Any) -> Any:
    """A JSON value of a checkpoint's metadata. Raises BadInput if it is missing or another kind
    of value."""
    try:
        value = json.loads(metadata[key])
        json.dumps(value, ensure_ascii=False).encode()  # no halves of letters
    except (KeyError, ValueError, RecursionError):
        raise BadInput("its metadata lacks a readable entry {key}.", key=key) from None
    if not isinstance(value, kind):
        raise BadInput("its metadata entry {key} has the wrong type.", key=key)
    return value
