"""The loss of one picture as a formula, with its numbers put in, and what follows for a layer."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from lenet_gui.common.values import ScoreKind
from lenet_gui.engine.explaining.learning_step import Lesson
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.gui.wording.power_numbers import MINUS, number

MOST_TERMS = 3  # of a sum over the classes; the others are "…"
NEARLY_ONE = 1e-3  # probabilities that close to 1 are written as 1 - ...


def loss_name(lesson: Lesson, kind: ScoreKind) -> str:
    """Return the name of the loss, and where it comes from."""
    translate, loss = QCoreApplication.translate, lesson.criterion.name
    if loss == "map":
        name = translate("LossWords", "MAP loss (1998, equation 9)")
    elif loss == "cross-entropy":
        name = translate("LossWords", "Cross-entropy")
    elif kind == "penalty":
        name = translate("LossWords", "Penalty of the right class (1998, equation 8)")
    else:
        name = translate("LossWords", "Mean square")
    if lesson.criterion.recorded:
        return translate("LossWords", "{0}, as in its training").format(name)
    return translate("LossWords", "{0}; how it was trained is unknown").format(name)


def loss_formula(lesson: Lesson, kind: ScoreKind, name: str) -> str:
    """Return the formula of the loss. name: of the right class."""
    loss = lesson.criterion.name
    if loss == "map":
        if kind == "penalty":
            return f"E = y({name}) + ln( e^({MINUS}j) + Σ e^({MINUS}y) )"
        return f"E = {MINUS}z({name}) + ln( e^({MINUS}j) + Σ e^z )"
    if loss == "mse":
        count = len(lesson.evidence)
        return f"E = y({name})" if kind == "penalty" else f"E = Σ (p {MINUS} t)² / {count}"
    return f"E = {MINUS}ln p({name})"


def loss_legend(lesson: Lesson, kind: ScoreKind) -> str:
    """Return what the letters of the formula stand for."""
    translate, loss = QCoreApplication.translate, lesson.criterion.name
    if loss == "map" and kind == "penalty":
        return translate("LossWords", "y: penalty of a class; j: of the not-a-digit class")
    if loss == "map":
        return translate(
            "LossWords", "z: evidence before the softmax; {0}j: that of the not-a-digit class"
        ).format(MINUS)
    if kind == "penalty":
        return translate("LossWords", "y: penalty of a class")
    if loss == "mse":
        return translate("LossWords", "p: probability; t: 1 for the right class, 0 for others")
    return translate("LossWords", "p: probability of the right class")


def loss_in_numbers(lesson: Lesson, kind: ScoreKind) -> str:
    """Return the formula with its numbers put in: the largest terms, and … for the others."""
    evidence, label, loss = lesson.evidence, lesson.label, lesson.criterion.name
    own, value = float(evidence[label]), number(lesson.loss.value)
    if loss == "map":
        terms = [f"e^({number(-lesson.criterion.j)})", *_exponentials(lesson)]
        return f"E = {number(-own)} + ln( {' + '.join(terms)} ) = {value}"
    if loss == "mse":
        return f"E = {value}" if kind == "penalty" else _squares(lesson)
    return f"E = {MINUS}ln {_probability(lesson)} = {value}"


def _exponentials(lesson: Lesson) -> list[str]:
    """Return e to the largest evidences, the right class among them, and … for the others."""
    shown = _shown(lesson)
    found = [f"e^({number(float(lesson.evidence[index]))})" for index in shown]
    return [*found, "…"] if len(shown) < len(lesson.evidence) else found


def _shown(lesson: Lesson) -> list[int]:
    """Return the right class, then those of the largest evidence."""
    order = [int(index) for index in np.argsort(-lesson.evidence, kind="stable")]
    return [lesson.label, *(index for index in order if index != lesson.label)][:MOST_TERMS]


def probabilities(lesson: Lesson) -> np.ndarray:
    """Return the softmax of the evidence, float64 (classes,)."""
    found = lesson.evidence.astype(np.float64)
    Softmax().in_place(found)()
    return found


def _probability(lesson: Lesson) -> str:
    """Return the probability of the right class; near 1 as 1 - ..., so that no digit is lost."""
    others = -float(lesson.loss.evidence_delta[lesson.label])
    if others < NEARLY_ONE:
        return f"(1 {MINUS} {number(others)})"
    return number(math.exp(-lesson.loss.value))


def _squares(lesson: Lesson) -> str:
    found = probabilities(lesson)
    terms = [f"({number(float(found[lesson.label]))} {MINUS} 1)²"]
    terms += [f"{number(float(found[index]))}²" for index in _shown(lesson)[1:]]
    more = " + …" if len(terms) < len(found) else ""
    sum_of = " + ".join(terms)
    return f"E = ( {sum_of}{more} ) / {len(found)} = {number(lesson.loss.value)}"
