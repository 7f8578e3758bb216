"""A recognition in words: answer, doubt, certainty, scores and the values of units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.values import FloatArray, Recognition, RejectRule, Unit
from lenet_gui.engine.recognition.reject_calibration import NOTHING_REJECTED
from lenet_gui.engine.recognition.reject_rule import UNBOUNDED

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

LITTLE = 0.5  # a certainty needed that is below this seems wrong and is explained
MOST_DIGITS = 4  # decimals of a percentage that is nearly 0


def headline(recognition: Recognition) -> str:
    """Return the answer in a word or two; empty if nothing is drawn."""
    if recognition.label is not None:
        return recognition.label
    if recognition.reason == "blank":
        return ""
    translate = QCoreApplication.translate
    if recognition.side_by_side:
        two = len(recognition.side_by_side) == 2
        return translate("Reading", "Two digits") if two else translate("Reading", "Several digits")
    return translate("Reading", "Not sure")


def doubt_text(recognition: Recognition) -> str:
    """Return why the network refuses to answer: "not sure: 4 or 9?"; empty if it answers."""
    translate = QCoreApplication.translate
    if recognition.reason != "unsure":
        return ""
    if len(recognition.side_by_side) == 2:
        return translate("Reading", "This looks like two digits. Draw one at a time.")
    if recognition.side_by_side:
        return translate("Reading", "This looks like several digits. Draw one at a time.")
    if recognition.doubt == "dot":
        return translate("Reading", "Not sure: only a dot")
    if recognition.doubt == "unlike":
        return translate("Reading", "Not sure: does not look like a digit")
    first, second = (recognition.class_names[index] for index in recognition.ranking[:2])
    return translate("Reading", "Not sure: {first} or {second}?").format(first=first, second=second)


def refuses(rule: RejectRule | None) -> bool:
    """Return whether the reject rule can refuse an answer."""
    return rule is not None and rule.accepted_errors != NOTHING_REJECTED


def certainty_text(recognition: Recognition) -> str:
    """Return how sure the network is, by the score of its reject rule: "margin 97.1 %"."""
    rule = recognition.rule
    if rule is None or rule.score != "posterior":
        text, margin = QCoreApplication.translate("Reading", "margin {0}"), recognition.margin
        if recognition.score_kind == "penalty":
            return text.format(number_text(margin, recognition))
        return text.format(percent_text(margin, 1))
    text = QCoreApplication.translate("Reading", "certainty {0}")
    return text.format(percent_text(recognition.confidence, 1))


def certainty_sentence(recognition: Recognition) -> str:
    """Return how sure the network is and how sure it must be; empty if nothing is drawn."""
    rule = recognition.rule
    if recognition.reason == "blank":
        return ""
    certainty = certainty_text(recognition)
    if rule is None or not refuses(rule):
        text = QCoreApplication.translate("Reading", "Now: {certainty}.")
        return text.format(certainty=certainty)
    text = QCoreApplication.translate("Reading", "Now: {certainty}. Required: {needed}.")
    text = text.format(certainty=certainty, needed=", ".join(_needed(rule, recognition)))
    if rule.score == "posterior" and rule.threshold < LITTLE:
        text += " " + QCoreApplication.translate(
            "Reading",
            "So low a threshold is enough because the not-a-digit class takes part of the "
            "probability: answers above it were rarely wrong.",
        )
    return text


def _needed(rule: RejectRule, recognition: Recognition) -> list[str]:
    """Return the thresholds of a reject rule that can refuse something, in words."""
    translate = QCoreApplication.translate
    if rule.score == "posterior":
        return [percent_text(rule.threshold, 1)]
    if rule.score == "margin":
        return [number_text(rule.threshold, recognition)]
    parts = []
    if rule.threshold > -UNBOUNDED:
        text = translate("Reading", "best output above {0}")
        parts.append(text.format(number_text(rule.threshold, recognition)))
    if rule.second < UNBOUNDED:
        text = translate("Reading", "runner-up below {0}")
        parts.append(text.format(number_text(rule.second, recognition)))
    if rule.difference > -UNBOUNDED:
        text = translate("Reading", "margin above {0}")
        parts.append(text.format(number_text(rule.difference, recognition)))
    return parts or [translate("Reading", "nothing")]


def percent_text(part: float, digits: int) -> str:
    """Return a part 0..1 in percent, never rounded to 0 % or 100 % if it is neither.

    digits: decimals; a part that is nearly 0 gets up to MOST_DIGITS.
    """
    shown, least = 100 * part, 10.0**-digits
    if 0 < 100 - shown < least / 2:
        return ">" + QLocale().toString(100 - least, "f", digits) + " %"
    while shown > 0 and digits < MOST_DIGITS and shown < 5 * 10.0**-digits:
        digits += 1
    if 0 < shown < 0.5 * 10.0**-digits:
        return "<" + QLocale().toString(10.0**-digits, "f", digits) + " %"
    return QLocale().toString(shown, "f", digits) + " %"


def score_text(recognition: Recognition, index: int, digits: int = 1) -> str:
    """Return the score of a class: a penalty as a plain number, a probability in percent."""
    return number_text(float(recognition.scores[index]), recognition, digits)


def number_text(score: float, recognition: Recognition, digits: int = 1) -> str:
    """Return a score, or a difference of two, as a plain number or in percent by its kind."""
    if recognition.score_kind == "penalty":
        return QLocale().toString(score, "f", digits)
    return QLocale().toString(100 * score, "f", digits) + " %"


def layer_activations(
    recognizer: Recognizer, recognition: Recognition, layer: str
) -> FloatArray | None:
    """Return the activations of a layer or of "INPUT", (maps, rows, columns) or (units,).

    None if nothing is drawn.
    """
    if recognition.blank:
        return None
    if layer == "INPUT":
        return recognizer.architecture.input_from(recognition.field)
    return recognition.activations[layer]


def unit_value(recognizer: Recognizer, recognition: Recognition, unit: Unit) -> float | None:
    """Return the activation of one unit; None if nothing is drawn."""
    values = layer_activations(recognizer, recognition, unit.layer)
    if values is None:
        return None
    return float(values.reshape((*values.shape, 1, 1)[:3])[unit.map, unit.row, unit.column])


def unit_text(
    unit: Unit, value: float | None, class_names: tuple[str, ...], coloured: bool = False
) -> str:
    """Return a unit and its activation: "C3 map 6 · row 3, column 4 · +1.694".

    coloured: the input has planes of red, green and blue.
    """
    place = unit_place(unit, class_names, coloured)
    if value is None:
        return place
    sign = "+" if value >= 0 else ""
    return f"{place} · {sign}{QLocale().toString(value, 'f', 3)}"


def delta_text(unit: Unit, gradients: Mapping[str, FloatArray]) -> str:
    """Return the gradient of a unit where gradients are shown: " · δ -0.00213"; else ""."""
    values = gradients.get(unit.layer)
    if values is None:
        return ""
    value = float(values.reshape((*values.shape, 1, 1)[:3])[unit.map, unit.row, unit.column])
    return f" · δ {QLocale().toString(value, 'g', 4)}"


def unit_place(unit: Unit, class_names: tuple[str, ...], coloured: bool = False) -> str:
    """Return the place of a unit: "C3 map 6 · row 3, column 4". coloured: as for ``unit_text``."""
    if unit.layer == "OUTPUT":
        return QCoreApplication.translate("Reading", "Output {0}").format(class_names[unit.map])
    if unit.layer == "INPUT":
        text = QCoreApplication.translate("Reading", "Input · row {0}, column {1}")
        if coloured:
            text = (
                QCoreApplication.translate("Reading", "Input, red · row {0}, column {1}"),
                QCoreApplication.translate("Reading", "Input, green · row {0}, column {1}"),
                QCoreApplication.translate("Reading", "Input, blue · row {0}, column {1}"),
            )[unit.map]
        return text.format(unit.row, unit.column)
    if unit.layer in ("C5", "F6"):
        return QCoreApplication.translate("Reading", "{0} unit {1}").format(unit.layer, unit.map)
    text = QCoreApplication.translate("Reading", "{0} map {1} · row {2}, column {3}")
    return text.format(unit.layer, unit.map, unit.row, unit.column)
