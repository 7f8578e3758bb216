"""Finds which tensors of a state dict belong together, and in which order, whatever their names.

The order is the one in which the shapes follow from each other; the file's own decides where
several do.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.importing.steps import Step, Tensor

MAX_MODULES = 24  # as many layers as an architecture may have
_MOST_TRIES = 10_000  # orders of modules
_TORCH_EPSILON, _KERAS_EPSILON = 1e-5, 1e-3  # of normalizations, by default
_CHANNELS = (1, 3)  # of pictures
_STATISTICS = {
    "running_mean": "mean", "moving_mean": "mean", "running_var": "variance",
    "moving_variance": "variance", "weight": "weight", "gamma": "weight", "scale": "weight",
    "bias": "bias", "beta": "bias",
}  # fmt: skip
_STATISTIC = re.compile(rf"({'|'.join(_STATISTICS)})(?::\d+)?$")
# What of a tensor's name names its layer: all but the last part, the last word, or a number.
_LAYER_NAMES = (
    re.compile(r"^(.*)[./][^./]*$"),
    re.compile(r"^(.*?)_(?:running_mean|running_var|moving_mean|moving_variance|[A-Za-z]+)$"),
    re.compile(r"(\d+)\D*$"),
)


@dataclass
class _Module:
    """Tensors that belong together: those of a weighted layer, or of a normalization."""

    name: str
    weight: Tensor | None = None
    others: list[Tensor] = field(default_factory=list)
    before: str = ""  # of a normalization: the weighted layer before it in the file

    def ends(self, turned: bool) -> tuple[int, int]:
        """Return the numbers of what it reads and of what it makes: maps or units."""
        assert self.weight is not None
        shape = self.weight.values.shape
        if turned:
            return shape[-2], shape[-1]
        return shape[1], shape[0]

    @property
    def convolution(self) -> bool:
        assert self.weight is not None
        return self.weight.values.ndim == 4

    def square(self, turned: bool) -> bool:
        """Return whether kernels are square, and biases as long as there are units."""
        assert self.weight is not None
        shape = self.weight.values.shape
        sides = (shape[:2] if turned else shape[2:]) if self.convolution else (1, 1)
        return sides[0] == sides[1] and all(
            other.values.size == self.ends(turned)[1] for other in self.others
        )


def weighted_steps(tensors: Sequence[Tensor]) -> list[Step]:
    """Return the weighted layers and normalizations, from the input on.

    Raises BadInput, which names the first tensor that does not fit.
    """
    modules = _modules(tensors)
    weighted = [module for module in modules if module.weight is not None]
    if not weighted:
        raise BadInput("it contains no weights of convolutions or full layers.")
    if len(weighted) > MAX_MODULES:
        raise BadInput(
            "it has {count} layers with weights; a network here has at most {most}.",
            count=len(weighted),
            most=MAX_MODULES,
        )
    for turned in (False, True):
        if all(module.square(turned) for module in weighted):
            order = _order(weighted, turned)
            if order is not None:
                norms = [module for module in modules if module.weight is None]
                return _steps(order, norms, turned)
    raise _first_misfit(weighted)


# ---- which tensors belong together


def _modules(tensors: Sequence[Tensor]) -> list[_Module]:
    """Group tensors by their names, or if these do not tell, by their places."""
    found, last = list[_Module](), ""
    for name, group in _groups(tensors):
        weights = [tensor for tensor in group if tensor.values.ndim > 1]
        for tensor in weights:
            if tensor.values.ndim not in (2, 4):
                raise BadInput(
                    "the weights {weights} have the shape {found}, which no layer here has.",
                    weights=tensor.name,
                    found=tensor.values.shape,
                )
        vectors = [tensor for tensor in group if tensor.values.ndim <= 1]
        if weights:
            bias = vectors[: len(vectors) % 2]  # the rest is a normalization behind it
            found.append(_Module(name, weights[0], bias))
            vectors, last = vectors[len(bias) :], name
        if vectors:
            found.append(_Module(name, None, vectors, last))
    return found


def _groups(tensors: Sequence[Tensor]) -> list[tuple[str, list[Tensor]]]:
    """Return names of layers with their tensors, by the first way in which each has one weight."""
    for pattern in _LAYER_NAMES:
        groups: dict[str, list[Tensor]] = {}
        for tensor in tensors:
            match = pattern.search(tensor.name)
            groups.setdefault(match.group(1) if match else tensor.name, []).append(tensor)
        counts = [[tensor.values.ndim > 1 for tensor in group] for group in groups.values()]
        if all(sum(many) == 1 or (not any(many) and len(many) > 1) for many in counts):
            return list(groups.items())
    return [(group[0].name, group) for group in _by_place(tensors)]


def _by_place(tensors: Sequence[Tensor]) -> Iterator[list[Tensor]]:
    """Yield each tensor of weights with the vectors behind it."""
    group: list[Tensor] = []
    for tensor in tensors:
        if tensor.values.ndim > 1 and any(other.values.ndim > 1 for other in group):
            yield group
            group = []
        group.append(tensor)
    if group:
        yield group


# ---- in which order


def _order(weighted: Sequence[_Module], turned: bool) -> list[_Module] | None:
    """Return the modules in an order in which each can read the one before it, or None."""
    tries = [0]

    def extended(chain: list[_Module], rest: list[_Module]) -> list[_Module] | None:
        tries[0] += 1
        if not rest or tries[0] > _MOST_TRIES:
            return chain if not rest else None
        for place, module in enumerate(rest):
            if _follows(chain[-1] if chain else None, module, turned):
                found = extended([*chain, module], rest[:place] + rest[place + 1 :])
                if found is not None:
                    return found
        return None

    return extended([], list(weighted))


def _follows(before: _Module | None, module: _Module, turned: bool) -> bool:
    reads, _ = module.ends(turned)
    if before is None:
        if module.convolution:
            return reads in _CHANNELS
        return any(_is_square(reads, channels) for channels in _CHANNELS)
    made = before.ends(turned)[1]
    if module.convolution or not before.convolution:
        return reads == made and module.convolution == before.convolution
    return _is_square(reads, made)


def _is_square(units: int, maps: int) -> bool:
    """Return whether units can be maps of square planes."""
    side = math.isqrt(units // maps)
    return side > 0 and side * side * maps == units


def _first_misfit(weighted: Sequence[_Module]) -> BadInput:
    """Return the error that names the first tensor, in the file's order, that does not fit."""
    turns = [turned for turned in (False, True) if all(m.square(turned) for m in weighted)]
    before: _Module | None = None
    for module in weighted:
        assert module.weight is not None
        if not module.square(False) and not module.square(True):
            return BadInput(
                "the weights {weights} have the shape {found}, which no layer here has.",
                weights=module.weight.name,
                found=module.weight.values.shape,
            )
        if not any(_follows(before, module, turned) for turned in turns or (False, True)):
            break
        before = module
    else:
        return BadInput("its weights are not one chain from a picture to its classes.")
    below = before.weight if before is not None else None
    if below is None:
        return BadInput(
            "the weights {weights} of shape {found} come first, but do not read a picture of one "
            "or three channels.",
            weights=module.weight.name,
            found=module.weight.values.shape,
        )
    return BadInput(
        "the weights {weights} of shape {found} cannot follow {before} of shape {shape}.",
        weights=module.weight.name,
        found=module.weight.values.shape,
        before=below.name,
        shape=below.values.shape,
    )


# ---- as steps


def _steps(order: Sequence[_Module], norms: Sequence[_Module], turned: bool) -> list[Step]:
    steps = []
    left = list(norms)
    convolved = False
    for module in order:
        assert module.weight is not None
        tensors = {"weight": module.weight.name}
        if module.others:
            tensors["bias"] = module.others[0].name
        kind = "convolution" if module.convolution else "full"
        step = Step("convolution" if module.convolution else "full", module.name, tensors,
                    turned=turned)  # fmt: skip
        if kind == "full" and convolved:
            step = replace(step, channels_last=turned)
        convolved = module.convolution
        steps.append(step)
        own = next((norm for norm in left if _belongs(norm, module, order, turned)), None)
        if own is not None:
            left.remove(own)
            steps.append(_normalization(own, turned))
    if left:
        raise BadInput(
            "the weights {weights} of shape {found} belong to no layer.",
            weights=left[0].others[0].name,
            found=left[0].others[0].values.shape,
        )
    return steps


def _belongs(norm: _Module, module: _Module, order: Sequence[_Module], turned: bool) -> bool:
    """Return whether a normalization can be that of a layer: as long, and next to it in the file,
    or else to none that is as long."""
    length = norm.others[0].values.size
    beside = [other for other in order if other.name == norm.before]
    if beside and beside[0].ends(turned)[1] == length:
        return beside[0] is module
    return module.ends(turned)[1] == length


def _normalization(module: _Module, turned: bool) -> Step:
    """Return a normalization, its arrays told by their names, or by their order."""
    matches = [_STATISTIC.search(tensor.name) for tensor in module.others]
    roles = [_STATISTICS[match.group(1)] if match else "" for match in matches]
    if "" in roles or len(set(roles)) != len(roles):
        roles = ["weight", "bias", "mean", "variance"][: len(roles)]
    if "mean" not in roles or "variance" not in roles:
        raise BadInput(
            "the weights {weights} of shape {found} belong to no layer.",
            weights=module.others[0].name,
            found=module.others[0].values.shape,
        )
    names = (tensor.name for tensor in module.others)
    epsilon = _KERAS_EPSILON if turned else _TORCH_EPSILON
    return Step("normalization", module.name, dict(zip(roles, names, strict=True)), epsilon=epsilon)
