"""Lists what a foreign network may be: each combination of what its file does not say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray, Sees
from lenet_gui.engine.checkpoints.architecture_json import (
    INK_SIDES,
    MAX_INPUT,
    architecture_as_json,
    architecture_from_json,
)
from lenet_gui.engine.importing.building import Built, TableRow, built
from lenet_gui.engine.importing.named_architectures import (
    directly_named,
    named_like,
    named_without_steps,
)
from lenet_gui.engine.importing.steps import ForeignNetwork
from lenet_gui.engine.importing.structures import Structure, structures, with_structure
from lenet_gui.engine.importing.weighted_steps import weighted_steps
from lenet_gui.engine.importing.words import FUNCTIONS, INPUT_RANGES, POOLINGS, TONES, range_of
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import architecture as architecture_named


@dataclass(frozen=True, slots=True)
class Said:
    """A person's choices about a network; empty or None: to be found."""

    architecture: str = ""
    activation: str = ""
    pooling: str = ""
    padding: int | None = None
    input_side: int | None = None
    input_range: str = ""
    ink: str = ""
    sees: str = ""


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One combination, as a network of this program.

    function, pooling, structure: what the file did not say; empty and None otherwise.
    right: bool (digits,), which MNIST digits it reads; loss: its mean cross-entropy on them; both
    None before the trial.
    """

    architecture: Architecture
    weights: Mapping[str, FloatArray]
    table: tuple[TableRow, ...]
    remarks: tuple[BadInput, ...] = ()
    function: str = ""
    pooling: str = ""
    structure: Structure | None = None
    input_range: str = ""
    ink: str = ""
    right: NDArray[np.bool_] | None = None
    loss: float | None = None

    @property
    def accuracy(self) -> float | None:
        """Return the part of the digits that it reads, 0..1; None before the trial."""
        return None if self.right is None else float(self.right.mean())

    @property
    def drops_colour(self) -> bool:
        """Return whether it has three channels, and gets the same grey in each."""
        return self.architecture.input_shape[0] == 3 and self.architecture.sees == "ink"


def candidates(network: ForeignNetwork, name: str, said: Said = NOTHING_SAID) -> list[Candidate]:
    """Return all combinations that fit, the most usual first.

    name: of an architecture that no table has. Raises BadInput, which names the first tensor that
    does not fit, if there is none.
    """
    found = list(_all(network, name, said))
    if said.architecture:
        wanted = architecture_named(said.architecture)
        found = [one for one in found if one.architecture.name == wanted.name] or [
            one for one in found if named_like(one.architecture, wanted) is not None
        ]
        if not found:
            raise BadInput(
                "the weights do not fit {name}, or what is known of the network is not as there.",
                name=wanted.name,
            )
    if not found:
        raise BadInput("nothing that fits its shapes is as you say.")
    return found


def _all(network: ForeignNetwork, name: str, said: Said) -> Iterator[Candidate]:
    direct = list(named_without_steps(network, said.architecture))
    yield from (Candidate(*one) for one in direct)
    if direct and said.architecture:
        return
    if network.steps:
        shape = _shape(network, said)
        made = built(network.steps, network.tensors, shape)
        yield from _with_inputs(network, made, said, Candidate(_bare(made, name, shape), {}, ()))
        return
    try:
        steps = weighted_steps(network.tensors)
        arrays = {tensor.name: tensor.values for tensor in network.tensors}
        fitting = structures(steps, arrays, said.input_side, said.padding)
    except BadInput:
        if direct:
            return
        raise
    first = arrays[steps[0].tensors["weight"]]
    for structure in fitting:
        if said.pooling and not any(structure.pooled):
            continue
        channels = _channels(first, structure, steps[0].turned)
        poolings = (said.pooling,) if said.pooling else POOLINGS
        functions = (said.activation,) if said.activation else FUNCTIONS
        for function, pooling in itertools.product(
            functions, poolings if any(structure.pooled) else ("",)
        ):
            whole = with_structure(steps, structure, function, pooling)
            shape = (channels, structure.side, structure.side)
            made = built(whole, network.tensors, shape)
            bare = _bare(made, name, shape)
            draft = Candidate(bare, {}, (), (), function, pooling, structure)
            yield from _with_inputs(network, made, said, draft)


def _channels(first: FloatArray, structure: Structure, turned: bool) -> int:
    if first.ndim == 4:
        return int(first.shape[2] if turned else first.shape[1])
    units = first.shape[0] if turned else first.shape[1]
    return int(units) // structure.side**2


def _bare(made: Built, name: str, shape: tuple[int, ...]) -> Architecture:
    """Return an architecture whose input is still to be found.

    Raises BadInput if it is larger than any checkpoint may have it.
    """
    bare = Architecture(name, shape, (0.0, 1.0), "torch", "", made.layers)
    picture = bare if shape[1] in INK_SIDES else bare.seeing("picture")
    architecture_from_json(name, architecture_as_json(picture))
    return bare


def _shape(network: ForeignNetwork, said: Said) -> tuple[int, ...]:
    """Return the shape of the input, as the file says it, or the person where it leaves it open."""
    channels, *sides = network.input_shape
    rows, columns = (side or said.input_side or 28 for side in sides)
    if rows != columns or channels not in (1, 3):
        raise BadInput(
            "its input has the shape {shape}; networks here read squares of one or three channels.",
            shape=network.input_shape,
        )
    return (channels, rows, columns)


def _with_inputs(
    network: ForeignNetwork, made: Built, said: Said, draft: Candidate
) -> Iterator[Candidate]:
    """Yield a candidate for each way in which its inputs may be made of bytes."""
    bare = draft.architecture
    written_here = network.architecture
    exported = directly_named(bare, made.weights, written_here) if written_here else None
    if exported is not None:
        architecture, weights, names = exported
        yield replace(
            draft, architecture=architecture, weights=weights, table=_renamed(made.table, names),
            remarks=made.remarks,
        )  # fmt: skip
        return
    for sees, ink, (word, ends) in itertools.product(
        _ways_of_seeing(bare.input_shape, said.sees),
        (said.ink,) if said.ink else TONES,
        _ranges(network, said),
    ):
        low, high = ends if ink == "bright" else ends[::-1]
        own = replace(bare, input_range=(low, high), sees=sees)
        named = directly_named(own, made.weights)
        architecture, weights, names = named or (own, made.weights, {})
        yield replace(
            draft, architecture=architecture, weights=weights, table=_renamed(made.table, names),
            remarks=made.remarks, input_range=word, ink=ink,
        )  # fmt: skip


def _ways_of_seeing(shape: Sequence[int], said: str) -> tuple[Sees, ...]:
    """Return what a network of that input may see: ink only where a digit fits."""
    if said == "picture" or (shape[1] not in INK_SIDES):
        return ("picture",)
    if said == "ink" or shape[0] == 1:
        return ("ink",)
    return ("picture", "ink")


def _ranges(network: ForeignNetwork, said: Said) -> list[tuple[str, tuple[float, float]]]:
    if said.input_range:
        return [(said.input_range, range_of(said.input_range))]
    if network.input_range:
        low, high = network.input_range
        if not max(abs(low), abs(high)) <= MAX_INPUT or low == high:
            raise BadInput("its inputs are scaled to no usable range.")
        return [(f"{low:g}..{high:g}", (low, high))]
    return list(INPUT_RANGES.items())


def _renamed(table: Sequence[TableRow], names: Mapping[str, str]) -> tuple[TableRow, ...]:
    return tuple(replace(row, parameter=names.get(row.parameter, row.parameter)) for row in table)
