"""Numbers of answers: evidence, probabilities, penalties, and when a network declines."""

from __future__ import annotations

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.layers import EuclideanRBF, FullConnection
from lenet_gui.engine.networks.rbf_codes import digit_codes
from lenet_gui.engine.recognition.reject_calibration import not_a_digit_of
from lenet_gui.gui.glossary.numbers.sentences import (
    decimal,
    nothing_drawn,
    short,
    translate,
    whole,
)
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.wording.recognition_words import certainty_sentence, percent_text, score_text
from lenet_gui.gui.wording.reject_words import dial_text, score_name

MOST_EXPONENT = 80.0  # beyond it exponentials are too long to read
LEAST_POWER, MOST_POWER = 0.1, 1e8  # within these an exponential is written out
MOST_CLASSES = 12  # named in a sentence


def classes(network: OpenNetwork) -> tuple[str, ...]:
    count = len(network.recognizer.checkpoint.class_names)
    names = [network.class_name(index) for index in range(min(count, MOST_CLASSES))]
    names += ["…"] * (count > MOST_CLASSES)
    text = translate("TermNumbers", "This network knows {0} classes: {1}.")
    return (text.format(whole(count), ", ".join(names)),)


def evidence_now(network: OpenNetwork) -> FloatArray:
    """Return the evidence for each class, float64 (classes,); something must be drawn."""
    output = network.layers[-1]
    if isinstance(output.layer.operation, EuclideanRBF):
        return -network.recognition.scores.astype(np.float64)
    weight, bias = (network.weights(f"{output.name}.{key}") for key in ("weight", "bias"))
    return weight.astype(np.float64) @ network.below(output.name).ravel() + bias


def has_softmax(network: OpenNetwork) -> bool:
    """Return whether the output is a full connection and a softmax."""
    output = network.layers[-1].layer
    return isinstance(output.operation, FullConnection) and isinstance(output.activation, Softmax)


def softmax(network: OpenNetwork) -> tuple[str, ...]:
    if not has_softmax(network):
        return (
            translate(
                "TermNumbers", "This network has no softmax: its output compares with codes."
            ),
        )
    if network.recognition.blank:
        return nothing_drawn()
    evidence = evidence_now(network)
    best = network.recognition.ranking[0]
    name, answer = network.class_name(best), score_text(network.recognition, best, 2)
    if np.abs(evidence).max() > MOST_EXPONENT:
        text = translate("TermNumbers", "The evidence {1} for {0} becomes {2}.")
        return (text.format(name, decimal(evidence[best], 2), answer),)
    powers = np.exp(evidence)
    text = translate(
        "TermNumbers",
        "For {0} now: exp({1}) = {2}; all exponentials add up to {3}; {2} / {3} = {4}.",
    )
    sums = _power(powers[best]), _power(powers.sum())
    return (text.format(name, decimal(evidence[best], 2), *sums, answer),)


def _power(number: float) -> str:
    """Return an exponential: "114,834.52", or a large or a small one as "1.2e+12"."""
    return decimal(number, 2) if LEAST_POWER < number < MOST_POWER else short(number)


def rbf(network: OpenNetwork) -> tuple[str, ...]:
    if not network.of_kind(EuclideanRBF):
        return _no_codes()
    if network.recognition.blank:
        return nothing_drawn()
    best = network.recognition.ranking[0]
    squares = (network.below(network.layers[-1].name).ravel() - digit_codes()[best]) ** 2
    text = translate(
        "TermNumbers", "For {0} now: {1} squared differences, from {2} to {3}, add up to {4}."
    )
    ends = decimal(squares.min()), decimal(squares.max())
    total = decimal(squares.sum(), 1)
    return (text.format(network.class_name(best), squares.size, *ends, total),)


def code(network: OpenNetwork) -> tuple[str, ...]:
    if not network.of_kind(EuclideanRBF):
        return _no_codes()
    codes = digit_codes()
    distances = ((codes[:, None] - codes[None]) ** 2).sum(axis=2)
    np.fill_diagonal(distances, np.inf)
    one, other = np.unravel_index(int(distances.argmin()), distances.shape)
    nearest = distances[one, other]
    text = translate(
        "TermNumbers",
        "The codes of {0} and {1} are the most alike: they differ in {2} of {3} numbers, so their "
        "squared distance is 4·{2} = {4}.",
    )
    names = network.class_name(int(one)), network.class_name(int(other))
    differ = int(nearest) // 4
    return (text.format(*names, differ, codes.shape[1], int(nearest)),)


def _no_codes() -> tuple[str, ...]:
    return (
        translate("TermNumbers", "This network has no codes: its output is a full connection."),
    )


def penalty(network: OpenNetwork) -> tuple[str, ...]:
    if not network.of_kind(EuclideanRBF):
        return (
            translate(
                "TermNumbers", "This network has no penalties: its scores are probabilities."
            ),
        )
    return _first_two(network, network.recognition.scores)


def evidence(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    return _first_two(network, evidence_now(network))


def _first_two(network: OpenNetwork, values: FloatArray) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    text = translate("TermNumbers", "For {0} now: {1}; for the runner-up {2}: {3}.")
    named = (
        part
        for index in network.recognition.ranking[:2]
        for part in (network.class_name(index), decimal(float(values[index]), 2))
    )
    return (text.format(*named),)


def margin(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    read = network.recognition
    first, second = (score_text(read, index, 2) for index in read.ranking[:2])
    names = (network.class_name(index) for index in read.ranking[:2])
    if read.score_kind == "penalty":
        text = translate("TermNumbers", "{0} has {2}, {1} has {3}: the margin is {3} − {2} = {4}.")
        difference = decimal(read.margin, 2)
    else:
        text = translate("TermNumbers", "{0} has {2}, {1} has {3}: the margin is {2} − {3} = {4}.")
        difference = decimal(100 * read.margin, 2) + " %"
    return (text.format(*names, first, second, difference),)


def not_a_digit(network: OpenNetwork) -> tuple[str, ...]:
    j = not_a_digit_of(network.recognizer.checkpoint)
    if j is None:
        return (translate("TermNumbers", "This network has no not-a-digit class."),)
    constant = translate("TermNumbers", "Its constant is j = {0}.").format(short(j))
    if network.recognition.blank:
        return (constant, *nothing_drawn())
    powers = np.exp(np.append(evidence_now(network), -j) - (-j))
    text = translate("TermNumbers", "It takes {0} of the probability now.")
    return constant, text.format(percent_text(float(1.0 / powers.sum()), 2))


def reject(network: OpenNetwork) -> tuple[str, ...]:
    rule = network.recognizer.rule
    if rule is None:
        return (translate("TermNumbers", "This network has no reject rule: it always answers."),)
    text = translate("TermNumbers", "Rule: {0}. Dial: {1}.")
    return (text.format(score_name(rule.score), dial_text(rule)),)


def threshold(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognizer.rule is None:
        return reject(network)
    if network.recognition.blank:
        return nothing_drawn()
    return (certainty_sentence(network.recognition),)
