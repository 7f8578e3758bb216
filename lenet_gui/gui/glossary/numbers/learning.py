"""Numbers of learning: losses of the answer on the page, and what the file says of the training."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.layers import EuclideanRBF
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.recognition.reject_calibration import not_a_digit_of
from lenet_gui.gui.glossary.numbers.answers import evidence_now, has_softmax
from lenet_gui.gui.glossary.numbers.sentences import (
    decimal,
    not_recorded,
    nothing_drawn,
    short,
    translate,
    whole,
)
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.term import Numbers

LOSSES = {"map": "MAP", "mse": "MSE", "cross-entropy": "cross-entropy"}
OPTIMIZERS = {
    "adamw": "AdamW",
    "adam": "Adam",
    "sgd": "SGD",
    "levenberg-marquardt": "Levenberg-Marquardt",
}


def loss(network: OpenNetwork) -> tuple[str, ...]:
    name = network.recorded("loss")
    if name is None:
        return not_recorded()
    learned = translate("TermNumbers", "This network learned with {0}.").format(LOSSES[name])
    return (
        learned,
        *{"map": map_loss, "mse": mean_square, "cross-entropy": cross_entropy}[name](network),
    )


def cross_entropy(network: OpenNetwork) -> tuple[str, ...]:
    if not has_softmax(network):
        return (translate("TermNumbers", "This network has penalties in place of probabilities."),)
    if network.recognition.blank:
        return nothing_drawn()
    evidence = evidence_now(network)
    text = translate("TermNumbers", "If {0} is right, the loss now is −ln {1} = {2}.")
    best = network.recognition.ranking[0]
    logarithm = _log_sum(evidence) - float(evidence[best])
    likely = decimal(math.exp(-logarithm), 4)
    return (text.format(network.class_name(best), likely, decimal(logarithm, 4)),)


def map_loss(network: OpenNetwork) -> tuple[str, ...]:
    j = not_a_digit_of(network.recognizer.checkpoint)
    if j is None:
        return (translate("TermNumbers", "This network has no not-a-digit class."),)
    if network.recognition.blank:
        return nothing_drawn()
    evidence = evidence_now(network)
    best = network.recognition.ranking[0]
    total = _log_sum(np.append(evidence, -j))
    text = translate(
        "TermNumbers", "If {0} is right, the loss now is {1} + ({2}) = {3}, with j = {4}."
    )
    parts = (decimal(-float(evidence[best]), 3), decimal(total, 3))
    value = decimal(total - float(evidence[best]), 3)
    return (text.format(network.class_name(best), *parts, value, short(j)),)


def mean_square(network: OpenNetwork) -> tuple[str, ...]:
    if not network.of_kind(EuclideanRBF):
        return (translate("TermNumbers", "This network has probabilities in place of penalties."),)
    if network.recognition.blank:
        return nothing_drawn()
    best = network.recognition.ranking[0]
    text = translate("TermNumbers", "If {0} is right, the loss now is its penalty, {1}.")
    value = decimal(float(network.recognition.scores[best]), 3)
    return (text.format(network.class_name(best), value),)


def _log_sum(evidence: FloatArray) -> float:
    """Return the logarithm of the sum of the exponentials, without overflow."""
    most = float(evidence.max())
    return most + math.log(float(np.exp(evidence - most).sum()))


def gradient(network: OpenNetwork) -> tuple[str, ...]:
    text = translate("TermNumbers", "One derivative for each parameter: {0} numbers a step.")
    return (text.format(whole(network.architecture.parameters)),)


def backpropagation(network: OpenNetwork) -> tuple[str, ...]:
    names = [placed.name for placed in reversed(network.layers)]
    return (translate("TermNumbers", "Order: {0}.").format(" → ".join(names)),)


def delta(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    return _delta_of_softmax(network) if has_softmax(network) else _delta_of_codes(network)


def _delta_of_softmax(network: OpenNetwork) -> tuple[str, ...]:
    """Say the deltas of two outputs for the cross-entropy: the probability minus the target."""
    first, second = network.recognition.ranking[:2]
    likely, other = (float(network.recognition.scores[index]) for index in (first, second))
    text = translate(
        "TermNumbers",
        "If {0} is right, its output now has the delta {1} − 1 = {2}, and {3} has {4} − 0 = {4}.",
    )
    name, rival = network.class_name(first), network.class_name(second)
    return (
        text.format(name, decimal(likely, 4), decimal(likely - 1, 4), rival, decimal(other, 4)),
    )


def _delta_of_codes(network: OpenNetwork) -> tuple[str, ...]:
    """Say what the unit furthest from its code hears from the mean square: 2 (x - code)."""
    best, layer = network.recognition.ranking[0], network.layers[-1].name
    values, code = network.below(layer).ravel(), digit_codes()[best]
    unit = int(np.abs(values - code).argmax())
    text = translate(
        "TermNumbers",
        "If {0} is right, the mean square tells unit {1} of {2} now: ∂E/∂x = 2·({3} − ({4})) = "
        "{5}.",
    )
    x, wanted = float(values[unit]), int(code[unit])
    below = network.architecture.below(layer)
    numbers = decimal(x), f"{wanted:+d}", decimal(2 * (x - wanted))
    return (text.format(network.class_name(best), unit, below, *numbers),)


def optimizer(network: OpenNetwork) -> tuple[str, ...]:
    name = network.recorded("optimizer")
    if name is None:
        return not_recorded()
    return (translate("TermNumbers", "This network learned with {0}.").format(OPTIMIZERS[name]),)


def second_derivatives(network: OpenNetwork) -> tuple[str, ...]:
    name = network.recorded("optimizer")
    if name in (None, "levenberg-marquardt"):
        return optimizer(network)
    text = translate("TermNumbers", "This network learned without them, with {0}.")
    return (text.format(OPTIMIZERS[name]),)


def momentum(network: OpenNetwork) -> tuple[str, ...]:
    name, value = network.recorded("optimizer"), network.recorded("momentum")
    if name is None or value is None:
        return not_recorded()
    if name == "sgd":
        return (translate("TermNumbers", "This network learned with {0}.").format(short(value)),)
    text = translate("TermNumbers", "This network learned with {0}, which has its own averages.")
    return (text.format(OPTIMIZERS[name]),)


def recorded(field: str) -> Numbers:
    """Return the function that says a number or a word of the training's record."""
    return partial(_recorded, field)


def _recorded(field: str, network: OpenNetwork) -> tuple[str, ...]:
    value = network.recorded(field)
    if value is None:
        return not_recorded()
    said = schedule_name(value) if isinstance(value, str) else short(value)
    return (translate("TermNumbers", "In the training of this network: {0}.").format(said),)


def schedule_name(name: str) -> str:
    """Return a schedule of the learning rate in the language in use."""
    return {
        "cosine": translate("TermNumbers", "half a cosine"),
        "constant": translate("TermNumbers", "always the same"),
        "published": translate("TermNumbers", "the steps of the paper"),
    }[name]


def batch(network: OpenNetwork) -> tuple[str, ...]:
    size, samples = network.recorded("batch"), network.recorded_count("samples")
    if not size or not samples or size < 0:
        return _recorded("batch", network)
    text = translate(
        "TermNumbers", "{0} samples in batches of {1} make {0} / {1}, that is {2} steps an epoch."
    )
    return (text.format(whole(samples), whole(size), whole(-(-samples // size))),)


def epoch(network: OpenNetwork) -> tuple[str, ...]:
    epochs, samples = network.recorded("epochs"), network.recorded_count("samples")
    if not epochs or not samples or epochs < 0:
        return _recorded("epochs", network)
    text = translate("TermNumbers", "{0} epochs over {1} samples: {2} looks at a sample.")
    return (text.format(whole(epochs), whole(samples), whole(epochs * samples)),)
