"""Keras' files: HDF5, and ZIP archives of a description and HDF5. They need h5py.

Weights of other files (external storage, links) are refused: a file speaks for itself alone.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.importing.readers.keras_steps import KerasLayers, keras_layers
from lenet_gui.engine.importing.steps import (
    MAX_FOREIGN_FILE,
    MAX_TENSORS,
    Budget,
    ForeignNetwork,
    Tensor,
    checked_tensors,
)

_CONFIG, _WEIGHTS = "config.json", "model.weights.h5"
_MAX_CONFIG = 2_000_000  # characters of JSON
_PLACE = "place:"  # keys of arrays that have a layer's name, too
_MAX_DEPTH, _MAX_GROUPS = 12, 10 * MAX_TENSORS
_NOT_WEIGHTS = re.compile(r"^/?(optimizer|optimizer_weights|training_config)\b")
_WRAPPED = (OSError, KeyError, ValueError, TypeError, RuntimeError, AttributeError)


def read_keras(data: bytes, file: str) -> ForeignNetwork:
    """Read a .keras archive: its description and its weights. Raises BadInput."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            config = _entry(archive, _CONFIG, _MAX_CONFIG, file)
            weights = _entry(archive, _WEIGHTS, 2 * MAX_FOREIGN_FILE, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError,
            OSError) as error:  # fmt: skip
        raise BadInput("{file} is damaged ({why}).", file=file, why=str(error)[:100]) from None
    layers = keras_layers(_json(config, file), file)
    with _opened(weights, file) as root:
        return _network(layers, dict(_arrays(root, file)), file)


def _entry(archive: zipfile.ZipFile, name: str, most: int, file: str) -> bytes:
    """Unpack an entry of an archive. Raises BadInput if it is larger than ``most`` bytes."""
    with archive.open(name) as stream:
        found = stream.read(most + 1)
    if len(found) > most:
        raise BadInput("{file} unpacks to far more data than a network of its kind.", file=file)
    return found


def read_hdf5(data: bytes, file: str) -> ForeignNetwork:
    """Read Keras' HDF5: weights with the description of their layers, or weights alone.

    Raises BadInput.
    """
    with _opened(data, file) as root:
        config = _attribute(root, "model_config", file)
        arrays = dict(_arrays(root, file))
        if config is None:
            own = (named for key, named in arrays.items() if not key.startswith(_PLACE))
            tensors = [tensor for named in own for tensor in named]
            return ForeignNetwork("Keras", checked_tensors(tensors, file))
        return _network(keras_layers(_json(config, file), file), arrays, file)


def _network(layers: KerasLayers, arrays: Mapping[str, list[Tensor]], file: str) -> ForeignNetwork:
    """Return the layers with the arrays that belong to each, by the places they are stored at."""
    found: list[Tensor] = []
    steps = []
    for layer in layers.layers:
        for step in layer.steps:
            if layer.roles and step.kind != "function":
                own = next((arrays[key] for key in layer.keys if key in arrays), [])
                if len(own) != len(layer.roles):
                    raise BadInput(
                        "{file} lacks weights of the layer {layer}.", file=file, layer=layer.name
                    )
                names = dict(zip(layer.roles, (tensor.name for tensor in own), strict=True))
                found += own
                step = replace(step, tensors=names)
            steps.append(step)
    return ForeignNetwork(
        "Keras", checked_tensors(found, file), tuple(steps), layers.input_shape, layers.input_range
    )


def _opened(data: bytes, file: str) -> Any:
    try:
        import h5py  # type: ignore[import-untyped]
    except ImportError:
        raise BadInput(
            "{file} is a Keras or HDF5 file. To read it, install h5py: pip install "
            "'lenet_gui[keras]'.",
            file=file,
        ) from None
    try:
        return h5py.File(io.BytesIO(data), "r")
    except _WRAPPED:
        raise BadInput("{file} is damaged: decoding it failed.", file=file) from None


def _attribute(root: Any, name: str, file: str) -> bytes | None:
    """Return a text among the attributes, None if there is none."""
    try:
        if name not in root.attrs:
            return None
        if root.attrs.get_id(name).shape not in ((), (1,)):
            raise ValueError
        value = root.attrs[name]
    except _WRAPPED:
        raise BadInput("{file} is damaged: decoding it failed.", file=file) from None
    text = value if isinstance(value, bytes) else str(value).encode(errors="replace")
    return text[: _MAX_CONFIG + 1]


def _json(text: bytes, file: str) -> Any:
    try:
        if len(text) > _MAX_CONFIG:
            raise ValueError
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadInput("{file} has an unreadable header.", file=file) from None


def _arrays(root: Any, file: str) -> Iterator[tuple[str, list[Tensor]]]:
    """Yield the arrays of each layer by the layer's name, and by that of its folder.

    Raises BadInput for arrays and links that lead out of the file.
    """
    budget, groups = Budget(file), dict[str, list[Tensor]]()
    try:
        for path, dataset in _datasets(root, "", file, [0], 0):
            parts = [part for part in path.split("/") if part != "vars"]
            place = parts[1] if parts[0] in ("layers", "model_weights") and parts[1:] else parts[0]
            said = dataset.parent.attrs.get("name") if "/vars/" in path else None
            budget.take(dataset.shape)
            if dataset.dtype.kind not in "fiu" or dataset.dtype.itemsize > 8:
                raise BadInput(
                    "the weights {weights} have an unknown number type.", weights=path[:50]
                )
            tensor = Tensor(path, np.asarray(dataset[()]).astype(np.float32))
            groups.setdefault(f"name:{said}" if said else place, []).append(tensor)
            if said:
                groups.setdefault(f"{_PLACE}{place}", []).append(tensor)
    except BadInput:
        raise
    except MemoryError:
        raise
    except _WRAPPED as error:
        raise BadInput("{file} is damaged ({why}).", file=file, why=str(error)[:100]) from None
    yield from groups.items()


def _datasets(
    group: Any, path: str, file: str, seen: list[int], depth: int
) -> Iterator[tuple[str, Any]]:
    """Yield the arrays below a group by their paths, in the order in which Keras lists them."""
    import h5py

    for name in _ordered(group):
        seen[0] += 1
        inside = f"{path}/{name}".strip("/")
        if seen[0] > _MAX_GROUPS or depth > _MAX_DEPTH:
            raise BadInput("{file} has far more parts than a network.", file=file)
        if _NOT_WEIGHTS.match(inside):
            continue
        if type(group.get(name, getlink=True)) is not h5py.HardLink:
            raise _elsewhere(file)
        found = group[name]
        if isinstance(found, h5py.Group):
            yield from _datasets(found, inside, file, seen, depth + 1)
        elif isinstance(found, h5py.Dataset):
            if found.external or found.is_virtual:
                raise _elsewhere(file)
            yield inside, found


def _ordered(group: Any) -> list[str]:
    """Return the names in a group: those that Keras lists, then the others by their numbers."""
    names = sorted(group, key=_natural)
    ranks = {"gamma": 0, "kernel": 0, "beta": 1, "bias": 1, "moving_mean": 2, "moving_variance": 3}
    return sorted(names, key=lambda name: ranks.get(name.partition(":")[0], 0))


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(d), "") if d else (-1, t) for d, t in re.findall(r"(\d+)|(\D+)", name)]


def _elsewhere(file: str) -> BadInput:
    return BadInput(
        "{file} refers to weights in other files or places, which are not followed.", file=file
    )
