"""Checkpoint files: safetensors files that describe themselves in their metadata.

Files may come from strangers: the header is checked before it is parsed, nothing is unpickled,
and weights that do not fit their architecture are refused with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
import safetensors.numpy

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Checkpoint, FloatArray
from lenet_gui.engine.checkpoints.architecture_json import (
    architecture_as_json,
    architecture_from_json,
)
from lenet_gui.engine.checkpoints.checkpoint_metadata import (
    class_names_in,
    evaluation_in,
    json_entry,
    specification_in,
)
from lenet_gui.engine.checkpoints.reject_rule_json import reject_rule_as_json, reject_rule_from_json
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.network import check_outputs, check_weights
from lenet_gui.engine.storage.files import (
    cannot_read,
    open_ordinary,
    read_limited,
    write_atomically,
)

CHECKPOINT_FORMAT = 1
CHECKPOINT_FORMAT_SPECIFIED = 2  # of files that carry their architecture
CHECKPOINT_SUFFIX = ".safetensors"
MAX_CHECKPOINT_FILE = 16_000_000  # bytes; the largest network here, with 1000 classes, has 0.6e6
MAX_CHECKPOINT_HEADER = 1_000_000  # bytes; training record and reject curves take some 10,000
_FLOATS = {"F16": "<f2", "BF16": "<u2", "F32": "<f4", "F64": "<f8"}  # by safetensors' names


def architecture_of(checkpoint: Checkpoint) -> Architecture:
    """Return a checkpoint's architecture with its number of classes.

    Raises BadInput if no table has it, or if the one that the checkpoint carries is damaged.
    """
    return _architecture(
        checkpoint.architecture, checkpoint.specification, len(checkpoint.class_names)
    )


def architecture_in(metadata: Mapping[str, str]) -> Architecture:
    """Return the architecture in a checkpoint's metadata. Raises BadInput as the other does."""
    classes = len(class_names_in(metadata))
    return _architecture(metadata["architecture"][:100], specification_in(metadata), classes)


def _architecture(name: str, specification: Mapping[str, Any], classes: int) -> Architecture:
    if not specification:
        return architecture(name).for_classes(classes)
    carried = architecture_from_json(name, specification)
    if carried.classes != classes:
        raise BadInput(
            "it has {classes} class names for {outputs} outputs.",
            classes=classes,
            outputs=carried.classes,
        )
    return carried


def checkpoint_of(
    architecture: Architecture,
    class_names: tuple[str, ...],
    weights: Mapping[str, FloatArray],
    **rest: Any,
) -> Checkpoint:
    """Return a checkpoint, which carries its architecture unless the table has it.

    rest: the other fields of ``Checkpoint``.
    """
    carried = {} if _in_table(architecture) else architecture_as_json(architecture)
    return Checkpoint(architecture.name, class_names, weights, specification=carried, **rest)


def _in_table(architecture: Architecture) -> bool:
    """Return whether the table has an architecture."""
    named = ARCHITECTURES.get(architecture.name)
    output = architecture.layers[-1].operation
    if named is None or type(named.layers[-1].operation) is not type(output):
        return False
    return named.for_classes(architecture.classes) == architecture


def write_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write a checkpoint atomically. Raises BadInput if that fails or the weights do not fit."""
    write_atomically(path, checkpoint_bytes(checkpoint))


def checkpoint_bytes(checkpoint: Checkpoint) -> bytes:
    """Return the content of a checkpoint file. Raises BadInput if the weights do not fit."""
    check_weights(architecture_of(checkpoint), checkpoint.weights)
    metadata = {
        "format": str(
            CHECKPOINT_FORMAT_SPECIFIED if checkpoint.specification else CHECKPOINT_FORMAT
        ),
        "architecture": checkpoint.architecture,
        "revision": str(architecture_of(checkpoint).revision),
        "class_names": _json_text(list(checkpoint.class_names)),
        "rejection": _json_text(reject_rule_as_json(checkpoint.rejection)),
        "training": _json_text(dict(checkpoint.training)),
        "evaluation": _json_text(dict(checkpoint.evaluation)),
    }
    if checkpoint.specification:
        metadata["specification"] = _json_text(dict(checkpoint.specification))
    weights = {
        name: np.ascontiguousarray(array, np.float32) for name, array in checkpoint.weights.items()
    }
    return safetensors.numpy.save(weights, metadata)


def _json_text(value: object) -> str:
    """Encode a value as JSON. Lone surrogates, as file names may have them, become "?"."""
    return json.dumps(value, ensure_ascii=False).encode(errors="replace").decode()


def read_checkpoint(path: Path) -> Checkpoint:
    """Read and check a checkpoint. Raises BadInput for every way in which a file can be wrong."""
    data = read_limited(path, MAX_CHECKPOINT_FILE)
    metadata = _metadata(path, data)
    _check_format(path, metadata)
    try:
        checkpoint = _checkpoint_from(metadata, _weights(path, data))
        check_weights(architecture_of(checkpoint), checkpoint.weights)
        check_outputs(architecture_of(checkpoint), checkpoint.weights)
    except BadInput as error:
        raise BadInput("{file} cannot be used: {why}", file=path.name, why=error) from None
    return checkpoint


def read_metadata(path: Path) -> dict[str, str]:
    """Read a checkpoint's metadata, from its header alone. Raises BadInput if it is none."""
    metadata = header_metadata(path)
    _check_format(path, metadata)
    return metadata


def header_metadata(path: Path) -> dict[str, str]:
    """Read the metadata of any safetensors file from its header alone. Raises BadInput."""
    try:
        with open_ordinary(path) as file:
            size = file.read(8)
            head = size + file.read(min(int.from_bytes(size, "little"), MAX_CHECKPOINT_HEADER))
    except OSError as error:
        raise cannot_read(path, error) from None
    return _metadata(path, head)


def is_foreign(path: Path) -> bool:
    """Return whether a file holds weights without saying of which network of this program.

    Raises BadInput if it is no safetensors file.
    """
    return not {"format", "architecture"} <= header_metadata(path).keys()


def with_metadata(path: Path, entries: Mapping[str, str]) -> bytes:
    """Return the bytes of a checkpoint file with some entries of its metadata set.

    Programs that do not know an entry ignore it. Raises BadInput if the file is no checkpoint or
    its header becomes too long.
    """
    data = read_limited(path, MAX_CHECKPOINT_FILE)
    metadata = _metadata(path, data)
    _check_format(path, metadata)
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    header["__metadata__"] = metadata | dict(entries)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # weights begin at a multiple of 8, as safetensors has them
    if len(text) > MAX_CHECKPOINT_HEADER:
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
    if version not in (str(CHECKPOINT_FORMAT), str(CHECKPOINT_FORMAT_SPECIFIED)):
        raise BadInput(
            "{file} was written in format {version}; this program reads {known}.",
            file=path.name,
            version=version[:20],
            known=f"{CHECKPOINT_FORMAT} and {CHECKPOINT_FORMAT_SPECIFIED}",
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
    if len(data) < 8 or data[8:9] != b"{" or length > MAX_CHECKPOINT_HEADER:
        raise BadInput("{file} is not a safetensors file.", file=path.name)
    if length > len(data) - 8:
        raise BadInput("{file} is incomplete: it ends inside its header.", file=path.name)
    try:
        header = json.loads(data[8 : 8 + length], object_pairs_hook=_without_twins)
        found = header.get("__metadata__", {})
        if not isinstance(found, dict) or not all(isinstance(v, str) for v in found.values()):
            raise ValueError
        "".join((*found, *found.values())).encode()  # raises for lone surrogates
    except _Twins as twins:
        raise BadInput(
            "{file} has two entries named {name}.", file=path.name, name=str(twins)[:50]
        ) from None
    except (ValueError, RecursionError, AttributeError):
        raise BadInput("{file} has an unreadable header.", file=path.name) from None
    return found


class _Twins(Exception):  # noqa: N818  it never leaves this file
    """Two entries of a JSON object with the same name: programs differ in which of them counts."""


def _without_twins(entries: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in entries:
        if name in found:
            raise _Twins(name)
        found[name] = value
    return found


def _weights(path: Path, data: bytes) -> dict[str, FloatArray]:
    try:
        tensors = safetensors.deserialize(data)  # type: ignore[no-untyped-call]
    except Exception as error:  # safetensors raises its own errors, KeyError, ValueError
        raise BadInput("it is incomplete or damaged ({why}).", why=str(error)[:100]) from None
    return {name: _float32(name, tensor) for name, tensor in tensors}


def _float32(name: str, tensor: Mapping[str, Any]) -> FloatArray:
    """Return a tensor as safetensors hands it over. Raises BadInput for other than floats."""
    kind = tensor["dtype"]
    if kind not in _FLOATS:
        raise BadInput("the weights {weights} have an unknown number type.", weights=name[:50])
    values = np.frombuffer(tensor["data"], _FLOATS[kind]).reshape(tensor["shape"])
    if kind == "BF16":  # the upper half of a float32
        return (values.astype(np.uint32) << 16).view(np.float32)
    with np.errstate(over="ignore"):  # float64 beyond float32 becomes infinite, which is refused
        return values.astype(np.float32)


def _checkpoint_from(metadata: dict[str, str], weights: dict[str, FloatArray]) -> Checkpoint:
    return Checkpoint(
        architecture=metadata["architecture"][:100],
        class_names=class_names_in(metadata),
        weights=weights,
        rejection=reject_rule_from_json(json_entry(metadata, "rejection", dict | None)),
        training=json_entry(metadata, "training", dict),
        evaluation=evaluation_in(metadata),
        specification=specification_in(metadata),
    )
