"""Networks: an architecture with weights, which computes the activations of all layers."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray, ScoreKind
from lenet_gui.engine.networks.activation_functions import Pass
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.shapes import Shape

GOLDEN_RATIO = (1 + 5**0.5) / 2


class Network:
    """Forward passes in numpy, with buffers allocated once per batch size.

    Raises BadInput if the weights do not fit the architecture. Not thread-safe: calls share the
    buffers.
    """

    def __init__(
        self,
        architecture: Architecture,
        weights: Mapping[str, FloatArray],
        dtype: type[np.floating[Any]] = np.float32,
    ) -> None:
        check_weights(architecture, weights)
        self.architecture = architecture
        self.dtype: np.dtype[np.floating[Any]] = np.dtype(dtype)
        self._weights = {name: np.asarray(w, self.dtype) for name, w in weights.items()}
        self._passes: dict[int, _BoundPass] = {}

    def activations(self, inputs: FloatArray) -> dict[str, FloatArray]:
        """Return the activations of every layer by name (1998: states), after its function.

        inputs: (channels, rows, columns), or with a batch axis in front, in the range of
        ``architecture.input_range``. Activations have a batch axis if the inputs do. They are
        copies: later calls do not change them. Raises ValueError for inputs of another shape.
        """
        return self.activations_and_evidence(inputs)[0]

    def activations_and_evidence(
        self, inputs: FloatArray
    ) -> tuple[dict[str, FloatArray], FloatArray]:
        """Return the activations, as ``activations`` does, and the evidence for each class.

        Evidence is (classes,) or (samples, classes); larger is better: the weighted sums of the
        output before its activation function, or negative penalties.
        """
        single = inputs.ndim == len(self.architecture.input_shape)
        batch = inputs[None] if single else inputs
        if batch.shape[1:] != self.architecture.input_shape:
            raise ValueError(f"inputs of shape {batch.shape[1:]}, not those of the architecture")
        activations, evidence = self._bound_pass(len(batch)).run(batch)
        if single:
            return {name: values[0] for name, values in activations.items()}, evidence[0]
        return activations, evidence

    def evidence(self, inputs: FloatArray, batch: int = 100) -> FloatArray:
        """Return the evidence, (samples, classes), computed ``batch`` samples at a time."""
        parts = [
            self.activations_and_evidence(inputs[start : start + batch])[1]
            for start in range(0, len(inputs), batch)
        ]
        return np.concatenate(parts) if parts else np.empty((0, self.architecture.classes))

    def scores(self, inputs: FloatArray, batch: int = 100) -> FloatArray:
        """Return penalties or probabilities, (samples, classes), ``batch`` samples at a time."""
        return self.architecture.scores_of(self.evidence(inputs, batch))

    def _bound_pass(self, batch: int) -> _BoundPass:
        if batch not in self._passes:
            for size in [size for size in self._passes if size != 1]:
                del self._passes[size]  # keep the buffers of one picture and one batch size
            self._passes[batch] = _BoundPass(self.architecture, self._weights, batch, self.dtype)
        return self._passes[batch]


class _BoundPass:
    """All layers bound to one set of buffers; all activations lie in one block of memory."""

    def __init__(
        self,
        architecture: Architecture,
        weights: Mapping[str, FloatArray],
        batch: int,
        dtype: np.dtype[np.floating[Any]],
    ) -> None:
        self._input = np.zeros((batch, *architecture.input_shape), dtype)
        layers = list(architecture.placed_layers())
        self._shapes: dict[str, Shape] = {p.name: (batch, *p.shape) for p in layers}
        self._block = np.zeros(sum(map(math.prod, self._shapes.values())), dtype)
        activations = self._split(self._block)
        self._passes: list[Pass] = []
        source = self._input
        for placed in layers:
            values = activations[placed.name]
            own = {key.rpartition(".")[2]: weights[key] for key in placed.parameter_shapes}
            self._passes.append(placed.layer.operation.arithmetic(own, source, values))
            if placed is layers[-1]:
                self._evidence = np.empty_like(values)
                self._passes.append(_keep(values, self._evidence, architecture.score_kind))
            if placed.layer.activation is not None:
                self._passes.append(placed.layer.activation.in_place(values))
            source = values

    def run(self, inputs: FloatArray) -> tuple[dict[str, FloatArray], FloatArray]:
        np.copyto(self._input, inputs)
        for compute in self._passes:
            compute()
        return self._split(self._block.copy()), self._evidence.copy()

    def _split(self, block: FloatArray) -> dict[str, FloatArray]:
        activations, start = {}, 0
        for name, shape in self._shapes.items():
            end = start + math.prod(shape)
            activations[name] = block[start:end].reshape(shape)
            start = end
        return activations


def _keep(values: FloatArray, evidence: FloatArray, kind: ScoreKind) -> Pass:
    """Bind the copying of the evidence, before the output's function replaces it."""
    if kind == "penalty":

        def negate() -> None:
            np.negative(values, out=evidence)

        return negate
    return lambda: np.copyto(evidence, values)


def check_outputs(architecture: Architecture, weights: Mapping[str, FloatArray]) -> None:
    """Raise BadInput unless a network's outputs are finite for blank, full and noisy fields.

    Finite weights may be so large that sums of them are not.
    """
    low, high = architecture.input_range
    fields = np.empty((3, *architecture.input_shape), np.float32)
    fields[0], fields[1] = low, high
    # Multiples of the golden ratio look like noise, and cost the start no random generators.
    noise = np.modf(np.arange(fields[2].size) * GOLDEN_RATIO)[0].reshape(fields[2].shape)
    fields[2] = low + (high - low) * noise
    with np.errstate(all="ignore"):
        scores = Network(architecture, weights).scores(fields)
    if not np.isfinite(scores).all():
        raise BadInput(
            "The weights of {name} are too large: its answer is not a number.",
            name=architecture.name,
        )


def check_weights(architecture: Architecture, weights: Mapping[str, FloatArray]) -> None:
    """Raise BadInput unless the weights are finite and have the architecture's names and shapes."""
    wanted = architecture.parameter_shapes
    missing = sorted(wanted.keys() - weights.keys())
    if missing:
        raise BadInput(
            "The weights of {name} lack {missing}.",
            name=architecture.name,
            missing=", ".join(missing),
        )
    extra = sorted(weights.keys() - wanted.keys())
    if extra:
        raise BadInput(
            "The weights contain {extra}, which {name} does not have.",
            name=architecture.name,
            extra=", ".join(extra)[:200],
        )
    for name, shape in wanted.items():
        if weights[name].shape != shape:
            raise BadInput(
                "The weights {weights} have the shape {found}; {name} needs {shape}.",
                weights=name,
                found=weights[name].shape,
                name=architecture.name,
                shape=shape,
            )
        if not np.isfinite(weights[name]).all():
            raise BadInput(
                "The weights {weights} contain values that are not numbers.", weights=name
            )
