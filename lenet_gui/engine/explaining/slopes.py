"""Slopes: how fast evidence, or the weighted sum of a unit, grows with each pixel."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.explaining.pixels import inputs_of, pixel_gradient
from lenet_gui.engine.networks.backward import backward, backward_from, one_hot
from lenet_gui.engine.recognition.recognizer import Recognizer

Weighting = Callable[[FloatArray], FloatArray]
"""Takes the evidence, (classes,) or (samples, classes), and returns the weight of each in a sum."""


def evidence_slope(
    recognizer: Recognizer, pixels: FloatArray, weighting: Weighting
) -> tuple[FloatArray, FloatArray]:
    """Return the evidence, and the gradient by the pixels of a weighted sum of it.

    pixels: (planes, rows, columns), or with a batch axis in front; both results have one then.
    """
    architecture = recognizer.architecture
    inputs = inputs_of(architecture, pixels)
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    weights, delta = recognizer.checkpoint.weights, weighting(evidence)
    found = backward(architecture, weights, inputs, activations, delta, with_weights=False)
    return evidence, pixel_gradient(architecture, found.activations["INPUT"])


def lead_weighting(answer: int, rival: int) -> Weighting:
    """Return the weighting whose sum is the evidence for a class minus that for a rival."""

    def weighting(evidence: FloatArray) -> FloatArray:
        delta = np.zeros_like(evidence)
        delta[..., answer] += 1
        delta[..., rival] -= 1
        return delta

    return weighting


def unit_slope(recognizer: Recognizer, pixels: FloatArray, unit: Unit) -> tuple[float, FloatArray]:
    """Return how excited a unit is, and the gradient by the pixels of its weighted sum.

    The gradient is that of the sum before the activation function, which also has one where the
    function is flat; of an output it is that of the evidence. pixels: (planes, rows, columns).
    """
    architecture = recognizer.architecture
    inputs = inputs_of(architecture, pixels)
    if unit.layer == "INPUT":
        gradient = np.zeros_like(inputs)
        gradient[unit.map, unit.row, unit.column] = 1
        value = float(inputs[unit.map, unit.row, unit.column])
        return value, pixel_gradient(architecture, gradient)
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    delta, values = one_hot(architecture, unit), activations[unit.layer]
    if unit.layer == architecture.layers[-1].name:
        values = evidence
        if architecture.score_kind == "penalty":
            delta = -delta
    found = backward_from(
        unit.layer, architecture, recognizer.checkpoint.weights, inputs, activations, delta, False
    )
    value = values.reshape((*values.shape, 1, 1)[:3])[unit.map, unit.row, unit.column]
    return float(value), pixel_gradient(architecture, found.activations["INPUT"])
