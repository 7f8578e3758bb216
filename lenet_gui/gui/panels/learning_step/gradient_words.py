"""How the gradients of a layer come about, in words, with the numbers of one unit put in."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.values import FloatArray, Unit, WeightPlace
from lenet_gui.engine.explaining.learning_step import Lesson
from lenet_gui.engine.networks.activation_functions import (
    SCALED_TANH_AMPLITUDE,
    SCALED_TANH_SLOPE,
    ActivationFunction,
)
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.layers import EuclideanRBF, Operation, Subsampling
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.panels.learning_step.loss_words import NEARLY_ONE
from lenet_gui.gui.wording.power_numbers import MINUS, number
from lenet_gui.gui.wording.recognition_words import unit_place
from lenet_gui.gui.wording.weight_words import weight_place

_SLOPES = {
    "scaled tanh": f"{SCALED_TANH_SLOPE * SCALED_TANH_AMPLITUDE:.4f} {MINUS} "
    f"{SCALED_TANH_SLOPE / SCALED_TANH_AMPLITUDE:.4f} x²",
    "tanh": f"1 {MINUS} x²",
    "sigmoid": f"x (1 {MINUS} x)",
}


def deltas(lesson: Lesson, layer: str) -> FloatArray:
    """Return δ of each unit of a layer; of "INPUT" the derivative with respect to each pixel."""
    found = lesson.gradients
    return found.activations["INPUT"] if layer == "INPUT" else found.sums[layer]


def layer_lines(lesson: Lesson, recognizer: Recognizer, layer: str, unit: Unit | None) -> list[str]:
    """Return lines about the gradients of a layer.

    unit: the one whose numbers are shown, if it is of this layer; else the one of the largest δ.
    """
    lines = [_rule(lesson, recognizer.architecture, layer)]
    lines.append(_unit_line(lesson, recognizer, layer, unit))
    weights = _weights_line(lesson, recognizer, layer)
    return [*lines, weights] if weights else lines


def _rule(lesson: Lesson, architecture: Architecture, layer: str) -> str:
    """Return how δ follows from the δ of the layer above, or from the loss."""
    translate = QCoreApplication.translate
    names = [placed.name for placed in architecture.layers]
    if layer == names[-1]:
        return _output_rule(lesson, architecture)
    above = names[0] if layer == "INPUT" else names[names.index(layer) + 1]
    shares = _shares(architecture.layer(above).layer.operation).format(above)
    if layer == "INPUT":
        less = (
            translate("GradientWords", "Where it is blue, more ink would make the loss smaller.")
            if architecture.sees == "ink"
            else translate("GradientWords", "Where it is blue, more light would make it smaller.")
        )
        return f"{shares} {less}"
    activation = architecture.layer(layer).layer.activation
    if not isinstance(activation, ActivationFunction):
        first = translate("GradientWords", "δ = ∂E/∂x, as this layer has no activation function.")
    elif activation.function == "relu":
        first = translate("GradientWords", "δ = f′(a) · ∂E/∂x, where f′ is 1 if x > 0, or else 0.")
    else:
        first = translate("GradientWords", "δ = f′(a) · ∂E/∂x, where f′ = {0}.")
        first = first.format(_SLOPES[activation.function])
    return f"{first} {shares}"


def _output_rule(lesson: Lesson, architecture: Architecture) -> str:
    translate = QCoreApplication.translate
    loss, penalties = lesson.criterion.name, architecture.score_kind == "penalty"
    if loss == "cross-entropy":
        text = translate("GradientWords", "δ = ∂E/∂z: p {0} 1 for the right class, p for others.")
    elif loss == "map" and penalties:
        text = translate(
            "GradientWords",
            "δ = ∂E/∂y: 1 {0} P for the right class, {0}P for others. P is a class's part of the "
            "sum in ln( … ).",
        )
    elif loss == "map":
        text = translate(
            "GradientWords",
            "δ = ∂E/∂z: P {0} 1 for the right class, P for others. P is a class's part of the sum "
            "in ln( … ).",
        )
    elif penalties:
        text = translate("GradientWords", "δ = ∂E/∂y: 1 for the right class, 0 for others.")
    else:
        text = translate("GradientWords", "δ = ∂E/∂z, through the softmax: p (g {0} Σ p g), where "
                         "g = 2 (p {0} t) / {1}.")  # fmt: skip
    return text.format(MINUS, len(lesson.evidence))


def _shares(above: Operation) -> str:
    """Return how ∂E/∂x follows from the layer above; {0} is its name."""
    translate = QCoreApplication.translate
    if isinstance(above, EuclideanRBF):
        text = translate("GradientWords", "∂E/∂x is the sum of 2 (x {0} w) · δ over the classes.")
        return text.format(MINUS)
    if not isinstance(above, Subsampling):
        return translate("GradientWords", "∂E/∂x is the sum of w · δ over all connections to {0}.")
    if above.kind == "sum":
        return translate("GradientWords", "∂E/∂x is δ of {0} times its coefficient.")
    parts = above.size**2
    if above.kind == "average":
        return translate("GradientWords", "∂E/∂x is δ of {0} divided by {1}.").format("{0}", parts)
    if above.kind == "max":
        return translate("GradientWords", "∂E/∂x is δ of {0} for the largest unit of a square.")
    text = translate("GradientWords", "∂E/∂x is δ of {0} divided by {1}, for each maximum it is.")
    return text.format("{0}", parts)


def _unit_line(lesson: Lesson, recognizer: Recognizer, layer: str, unit: Unit | None) -> str:
    """Return δ of a unit, with the numbers that it is the product of."""
    translate = QCoreApplication.translate
    values = deltas(lesson, layer)
    text = "{0}: {1}"
    output = layer == recognizer.architecture.layers[-1].name
    if output and (unit is None or unit.layer != layer):
        unit = Unit(layer, lesson.label)
    elif unit is None or unit.layer != layer:
        flat = int(np.abs(values).argmax())
        index = [int(at) for at in np.unravel_index(flat, (*values.shape, 1, 1)[:3])]
        unit = Unit(layer, *index)
        text = translate("GradientWords", "Largest, {0}: {1}")
    place = (unit.map, unit.row, unit.column)[: values.ndim]
    architecture = recognizer.architecture
    name = unit_place(unit, recognizer.checkpoint.class_names, architecture.coloured)
    delta = float(values[place])
    if layer == "INPUT":
        return text.format(name, f"∂E/∂x = {number(delta)}")
    if output:
        return text.format(name, _output_delta(lesson, architecture, unit.map, delta))
    activation = architecture.layer(layer).layer.activation
    if not isinstance(activation, ActivationFunction):
        return text.format(name, f"δ = {number(delta)}")
    slope = float(activation.slope(lesson.activations[layer])[place])
    back = float(lesson.gradients.activations[layer][place])
    return text.format(name, f"δ = {number(slope)} · {_factor(back)} = {number(delta)}")


def _output_delta(lesson: Lesson, architecture: Architecture, index: int, delta: float) -> str:
    """Return δ of a class with the posterior that it follows from."""
    if lesson.criterion.name == "mse":
        return f"δ = {number(delta)}"
    penalties, size = architecture.score_kind == "penalty", abs(delta)
    if index != lesson.label:
        return f"δ = {MINUS if penalties else ''}P = {number(delta)}"
    if size < NEARLY_ONE:  # P is rounded to 1
        return f"δ = {number(delta)}"
    part = number(math.exp(-lesson.loss.value))  # E = -ln P
    formula = f"1 {MINUS} {part}" if penalties else f"{part} {MINUS} 1"
    return f"δ = {formula} = {number(delta)}"


def _factor(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _weights_line(lesson: Lesson, recognizer: Recognizer, layer: str) -> str:
    """Return how many gradients of weights a layer has, and the largest."""
    found = {
        key: values
        for key, values in lesson.gradients.weights.items()
        if key.rpartition(".")[0] == layer
    }
    if not found:
        return ""
    key = max(found, key=lambda name: float(np.abs(found[name]).max()))
    values = found[key]
    flat = int(np.abs(values).argmax())
    index = tuple(int(at) for at in np.unravel_index(flat, values.shape))
    place = weight_place(WeightPlace(layer, key.rpartition(".")[2], index), recognizer)
    count = sum(part.size for part in found.values())
    translate = QCoreApplication.translate
    if isinstance(recognizer.architecture.layer(layer).layer.operation, Subsampling):
        text = translate(
            "GradientWords",
            "{0} trained numbers: ∂E/∂coefficient = Σ δ · sum of the square, ∂E/∂bias = Σ δ. "
            "Largest, {1}: {2}",
        )
    else:
        text = translate(
            "GradientWords",
            "{0} weights: ∂E/∂w = Σ δ · x, ∂E/∂bias = Σ δ, over all units that share it. "
            "Largest, {1}: {2}",
        )
    return text.format(QLocale().toString(count), place, number(float(values[index])))
