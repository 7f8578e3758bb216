"""Lists the ways in which the shapes of a state dict follow from each other.

A state dict does not say where poolings stand, how inputs are padded, and how large they are. The
first full layer tells: it reads as many units as the last maps have.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.checkpoints.architecture_json import PICTURE_SIDES
from lenet_gui.engine.importing.steps import Step

USUAL_SIDES = (28, 32)
MAX_STRUCTURES = 16  # that are tried, the most usual first
_MAX_CONVOLUTIONS = 5
_SIZE = 2  # of pooled squares
_MOST_STRIDED = 3  # convolutions, of which each may have a stride


@dataclass(frozen=True, slots=True)
class Structure:
    """A way in which shapes fit. side: of the input. paddings, strides: of each convolution;
    pooled: whether a pooling follows it."""

    side: int
    paddings: tuple[int, ...] = ()
    strides: tuple[int, ...] = ()
    pooled: tuple[bool, ...] = ()

    @property
    def mixed(self) -> bool:
        """Return whether it has strides and poolings; networks use the ones or the others."""
        return any(self.pooled) and any(stride > 1 for stride in self.strides)

    def oddity(self, sides: Sequence[int]) -> tuple[int, ...]:
        """Return how unusual it is, to sort by: strides, convolutions that are pooled after one
        that is not, inner paddings, sides other than the first of ``sides``."""
        late = sum(not a and b for a, b in itertools.pairwise(self.pooled))
        inner = sum(padding > 0 for padding in self.paddings[1:])
        usual = sides.index(self.side) if self.side in sides else len(sides)
        return (sum(self.strides) - len(self.strides), late, inner, usual, sum(self.paddings))


def structures(
    steps: Sequence[Step],
    arrays: Mapping[str, FloatArray],
    side: int | None = None,
    padding: int | None = None,
) -> list[Structure]:
    """Return the structures in which weighted steps fit, the most usual first.

    side, padding: of the input and of the first convolution, if they are known. Networks of three
    channels are usually of 32x32. Raises BadInput, which names the first full layer, if there is
    none.
    """
    convolutions = [_kernel(step, arrays) for step in steps if step.kind == "convolution"]
    first = next((step for step in steps if step.kind == "full"), None)
    if first is None:
        raise BadInput("its last layer is no full layer, so it has no classes.")
    name = first.tensors["weight"]
    shape = arrays[name].shape
    units = shape[0] if first.turned else shape[1]
    usual = USUAL_SIDES[::-1] if 3 in arrays[steps[0].tensors["weight"]].shape[1:3] else USUAL_SIDES
    sides = usual if side is None else (side,)
    found = list(_fitting(convolutions, units, sides, padding))
    if not found and side is None:
        found = list(_fitting(convolutions, units, PICTURE_SIDES, padding))
    if not found:
        raise BadInput(
            "the weights {weights} read {units} units; no input of usual size, padding and pooling "
            "leads to as many.",
            weights=name,
            units=units,
        )
    uniform = [one for one in found if not one.mixed]
    return sorted(uniform or found, key=lambda one: one.oddity(usual))[:MAX_STRUCTURES]


def _kernel(step: Step, arrays: Mapping[str, FloatArray]) -> tuple[int, int]:
    """Return the side of a convolution's kernels, and the number of its maps."""
    shape = arrays[step.tensors["weight"]].shape
    return (shape[0], shape[3]) if step.turned else (shape[2], shape[0])


def _fitting(
    convolutions: Sequence[tuple[int, int]],
    units: int,
    sides: Sequence[int],
    padding: int | None,
) -> Iterator[Structure]:
    if not convolutions:
        for side in sides:
            if units in (side * side, 3 * side * side):
                yield Structure(side)
        return
    if len(convolutions) > _MAX_CONVOLUTIONS:
        raise BadInput(
            "it has {count} convolutions; weights without a description are understood for up to "
            "{most}.",
            count=len(convolutions),
            most=_MAX_CONVOLUTIONS,
        )
    last = math.isqrt(units // convolutions[-1][1])
    kernels = [kernel for kernel, _ in convolutions]
    for side in sides:
        for structure, rest in _grown([(Structure(side), side)], kernels, padding):
            if rest == last and last * last * convolutions[-1][1] == units:
                yield structure


def _grown(
    begun: list[tuple[Structure, int]], kernels: Sequence[int], padding: int | None
) -> list[tuple[Structure, int]]:
    """Return structures with each convolution added in each way, and the sides of their maps."""
    strides = (1, 2) if len(kernels) <= _MOST_STRIDED else (1,)
    for place, kernel in enumerate(kernels):
        paddings = sorted({0, kernel // 2})
        if place == 0 and padding is not None:
            paddings = [padding]
        begun = [
            (_with(structure, p, stride, pooled), made // _SIZE if pooled else made)
            for structure, side in begun
            for p, stride, pooled in itertools.product(paddings, strides, (True, False))
            if (made := (side + 2 * p - kernel) // stride + 1) >= (_SIZE if pooled else 1)
            and side + 2 * p >= kernel
        ]
    return begun


def _with(structure: Structure, padding: int, stride: int, pooled: bool) -> Structure:
    return replace(
        structure,
        paddings=(*structure.paddings, padding),
        strides=(*structure.strides, stride),
        pooled=(*structure.pooled, pooled),
    )


def with_structure(
    steps: Sequence[Step], structure: Structure, function: str, pooling: str
) -> list[Step]:
    """Return weighted steps with what they lack: paddings, strides, functions and poolings."""
    found: list[Step] = []
    convolution = 0
    weighted = [place for place, step in enumerate(steps) if step.kind != "normalization"]
    for place, step in enumerate(steps):
        normalized = place + 1 < len(steps) and steps[place + 1].kind == "normalization"
        if step.kind == "convolution":
            step = replace(
                step,
                padding=structure.paddings[convolution],
                stride=structure.strides[convolution],
            )
            convolution += 1
        found.append(step)
        if normalized:
            continue
        if place < weighted[-1]:
            found.append(Step("function", word=function))
        own = steps[place - 1] if step.kind == "normalization" else step
        if own.kind == "convolution" and structure.pooled[convolution - 1]:
            found.append(Step("pooling", word=pooling, size=_SIZE))
    return found
