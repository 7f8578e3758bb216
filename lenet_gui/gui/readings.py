"""A recognition in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.values import Recognition, Unit


def headline(recognition: Recognition) -> str:
    """The answer in a word or two; empty if nothing is drawn."""
    if recognition.label is not None:
        return recognition.label
    if recognition.reason == "blank":
        return ""
    return QCoreApplication.translate("Reading", "not sure")


def score_text(recognition: Recognition, index: int) -> str:
    """The score of a class: a penalty as a plain number, a probability in percent."""
    return number_text(float(recognition.scores[index]), recognition)


def number_text(score: float, recognition: Recognition) -> str:
    """A score, or a difference of two, in the form of its kind."""
    if recognition.score_kind == "penalty":
        return QLocale().toString(score, "f", 1)
    return QLocale().toString(100 * score, "f", 1) + " %"


def unit_text(unit: Unit, value: float | None, class_names: tuple[str, ...]) -> str:
    """A unit and its value for the status bar: "C3 map 6 · row 3, column 4 · +1.694"."""
    place = unit_place(unit, class_names)
    if value is None:
        return place
    sign = "+" if value >= 0 else ""
    return f"{place} · {sign}{QLocale().toString(value, 'f', 3)}"


def unit_place(unit: Unit, class_names: tuple[str, ...]) -> str:
    """Which unit it is: "C3 map 6 · row 3, column 4"."""
    if unit.layer == "OUTPUT":
        return QCoreApplication.translate("Reading", "Output {0}").format(class_names[unit.map])
    if unit.layer == "INPUT":
        text = QCoreApplication.translate("Reading", "Input · row {0}, column {1}")
        return text.format(unit.row, unit.column)
    if unit.layer in ("C5", "F6"):
        return QCoreApplication.translate("Reading", "{0} unit {1}").format(unit.layer, unit.map)
    text = QCoreApplication.translate("Reading", "{0} map {1} · row {2}, column {3}")
    return text.format(unit.layer, unit.map, unit.row, unit.column)
