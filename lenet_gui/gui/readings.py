"""A recognition in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from lenet_gui.values import Recognition


def headline(recognition: Recognition) -> str:
    """The answer in a word or two; empty if nothing is drawn."""
    if recognition.label is not None:
        return recognition.label
    if recognition.reason == "blank":
        return ""
    return QCoreApplication.translate("Reading", "not sure")


def score_text(recognition: Recognition, index: int) -> str:
    """The score of a class: a penalty as a plain number, a probability in percent."""
    score = float(recognition.scores[index])
    return f"{score:.1f}" if recognition.score_kind == "penalty" else f"{score:.1%}"
