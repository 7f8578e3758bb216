"""Finds the architecture of the table that a foreign network is, if it is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.importing.building import TableRow
from lenet_gui.engine.importing.steps import ForeignNetwork, Tensor
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF

_SAME = 1e-4  # of an input's range

Named = tuple[Architecture, Mapping[str, FloatArray], Mapping[str, str]]
"""An architecture of the table, weights under its names, and these names by the old ones."""


def named_like(found: Architecture, wanted: Architecture) -> Architecture | None:
    """Return ``wanted`` with as many classes if its layers and input shape are those of ``found``.

    Names of layers, and where a table leaves connections out, do not count.
    """
    try:
        wanted = wanted.for_classes(found.classes)
    except BadInput:
        return None
    same = (
        wanted.input_shape == found.input_shape
        and len(wanted.layers) == len(found.layers)
        and all(map(_same_layer, found.layers, wanted.layers))
    )
    return wanted if same else None


def _same_layer(found: Layer, wanted: Layer) -> bool:
    operation, other = found.operation, wanted.operation
    if found.activation != wanted.activation or type(operation) is not type(other):
        return False
    if not isinstance(operation, Convolution) or not isinstance(other, Convolution):
        return operation == other
    return (operation.maps, operation.kernel, operation.padding, operation.stride) == (
        other.maps, other.kernel, other.padding, other.stride,
    )  # fmt: skip


def directly_named(
    found: Architecture, weights: Mapping[str, FloatArray], exported: str = ""
) -> Named | None:
    """Return the architecture of the table that a network is, with its weights; else None.

    exported: its name, if this program wrote the file: then its input is the table's; else the
    input has to be the same, too.
    """
    names = [exported] if exported else list(ARCHITECTURES)
    for wanted in (ARCHITECTURES[name] for name in names if name in ARCHITECTURES):
        like = named_like(found, wanted)
        if like is None or not (exported or _same_input(found, like)):
            continue
        taken = _taken(found, like, weights)
        if taken is not None:
            return taken
    return None


def _same_input(found: Architecture, wanted: Architecture) -> bool:
    return found.sees == wanted.sees and np.allclose(
        found.input_range, wanted.input_range, rtol=0, atol=_SAME
    )


def _taken(
    found: Architecture, wanted: Architecture, weights: Mapping[str, FloatArray]
) -> Named | None:
    """Return weights under the names of ``wanted``; None if its tables leave out connections that
    the weights have."""
    renamed, names = dict[str, FloatArray](), dict[str, str]()
    for ours, theirs in zip(wanted.layers, found.layers, strict=True):
        for key, values in weights.items():
            layer, _, parameter = key.rpartition(".")
            if layer != theirs.name:
                continue
            operation = ours.operation
            if parameter == "weight" and isinstance(operation, Convolution) and operation.table:
                kept, others = values[operation.table_indices()], values.copy()
                others[operation.table_indices()] = 0
                if others.any():
                    return None
                values = kept
            names[key] = f"{ours.name}.{parameter}"
            renamed[names[key]] = values
    return wanted, renamed, names


def named_without_steps(
    network: ForeignNetwork, name: str = ""
) -> Iterator[tuple[Architecture, Mapping[str, FloatArray], tuple[TableRow, ...]]]:
    """Yield the architectures of the table that tensors fit one by one, in order or by name.

    name: only that one. Without, only those that no other way leads to: with RBF outputs, whose
    codes are no weights. Raises BadChoice if there is none of that name.
    """
    if network.steps:
        return
    asked = [architecture(name)] if name else list(ARCHITECTURES.values())
    for wanted in asked:
        if not name and not isinstance(wanted.layers[-1].operation, EuclideanRBF):
            continue
        last = network.tensors[-1].values.shape
        for classes in {wanted.classes, *last[:1]}:
            try:
                fitted = wanted.for_classes(classes)
            except BadInput:
                continue
            found = _one_by_one(fitted, network.tensors)
            if found is not None:
                yield (fitted, *found)
                break


def _one_by_one(
    wanted: Architecture, tensors: tuple[Tensor, ...]
) -> tuple[Mapping[str, FloatArray], tuple[TableRow, ...]] | None:
    shapes = wanted.parameter_shapes
    by_name = {tensor.name: tensor for tensor in tensors}
    ordered = [by_name[key] for key in shapes] if by_name.keys() == shapes.keys() else tensors
    if [tensor.values.shape for tensor in ordered] != list(shapes.values()):
        return None
    pairs = list(zip(shapes, ordered, strict=True))
    rows = (TableRow(t.name, t.values.shape, key, t.values.shape) for key, t in pairs)
    return {key: tensor.values for key, tensor in pairs}, tuple(rows)
