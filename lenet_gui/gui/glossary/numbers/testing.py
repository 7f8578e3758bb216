"""Numbers of tests: errors, confusion, precision and recall, calibration."""

from __future__ import annotations

import numpy as np

from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.recognition.class_figures import ClassFigures
from lenet_gui.engine.recognition.wilson import wilson_interval
from lenet_gui.gui.glossary.numbers.answers import evidence_now
from lenet_gui.gui.glossary.numbers.sentences import nothing_drawn, translate, whole
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.wording.data_names import data_in_words
from lenet_gui.gui.wording.phrases import percent
from lenet_gui.gui.wording.recognition_words import percent_text


def error_rate(network: OpenNetwork) -> tuple[str, ...]:
    recorded = network.recorded_errors()
    if recorded is None:
        return not_tested()
    errors, count = recorded
    text = translate("TermNumbers", "{0} wrong answers in {1}: {2}.")
    return (text.format(whole(errors), whole(count), percent(errors / count)),)


def confidence_interval(network: OpenNetwork) -> tuple[str, ...]:
    recorded = network.recorded_errors()
    if recorded is None:
        return not_tested()
    low, high = (percent(end) for end in wilson_interval(*recorded))
    text = translate("TermNumbers", "With 95 % confidence the true rate lies from {0} to {1}.")
    return (*error_rate(network), text.format(low, high))


def test_data(network: OpenNetwork) -> tuple[str, ...]:
    recorded = network.recorded_errors()
    if recorded is None:
        return not_tested()
    said = network.recognizer.checkpoint.evaluation
    data = data_in_words(str(said.get("data", "")), str(said.get("part", "")))
    text = translate("TermNumbers", "Tested on {0} samples: {1}.")
    return (text.format(whole(recorded[1]), data[:80]),)


def confusion_matrix(network: OpenNetwork) -> tuple[str, ...]:
    matrix = network.recorded_confusion()
    if matrix is None:
        return not_tested()
    classes = len(matrix)
    cells = translate("TermNumbers", "{0}·{0} = {1} cells.").format(classes, whole(classes**2))
    wrong = matrix.copy()
    np.fill_diagonal(wrong, 0)
    if not wrong.any():
        return (cells,)
    label, answer = np.unravel_index(int(wrong.argmax()), wrong.shape)
    text = translate("TermNumbers", "The most frequent confusion: {0} read as {1}, {2} times.")
    names = network.class_name(int(label)), network.class_name(int(answer))
    return cells, text.format(*names, whole(wrong[label, answer]))


def precision(network: OpenNetwork) -> tuple[str, ...]:
    figures = _figures(network)
    if figures is None or figures.precision is None:
        return not_tested()
    text = translate("TermNumbers", "{0}: {1} of {2} such answers were right, {3}.")
    counts = whole(figures.right), whole(figures.answered)
    return (text.format(figures.name, *counts, percent(figures.precision)),)


def recall(network: OpenNetwork) -> tuple[str, ...]:
    figures = _figures(network)
    if figures is None or figures.recall is None:
        return not_tested()
    text = translate("TermNumbers", "{0}: {1} of {2} such samples were read right, {3}.")
    counts = whole(figures.right), whole(figures.count)
    return (text.format(figures.name, *counts, percent(figures.recall)),)


def _figures(network: OpenNetwork) -> ClassFigures | None:
    """Return the recorded figures of the class that is read now, else of the first one."""
    matrix = network.recorded_confusion()
    if matrix is None:
        return None
    place = network.recognition.ranking[0] if network.recognition.ranking else 0
    counts = (matrix[place].sum(), matrix[:, place].sum(), matrix[place, place])
    return ClassFigures(network.class_name(place), *(int(count) for count in counts))


def calibration(network: OpenNetwork) -> tuple[str, ...]:
    if network.recognition.blank:
        return nothing_drawn()
    likely = evidence_now(network)
    Softmax().in_place(likely)()
    text = translate(
        "TermNumbers", "This answer has {0}; of many such answers, as many should be right."
    )
    return (text.format(percent_text(float(likely.max()), 1)),)


def not_tested() -> tuple[str, ...]:
    """Return the sentence in place of the figures of a test."""
    return (
        translate("TermNumbers", "The file of this network does not hold it; Result measures it."),
    )
