"""Sentences of the panel about an answer, with its numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import FloatArray, Recognition
from lenet_gui.engine.explaining.answer_evidence import AnswerEvidence
from lenet_gui.engine.explaining.smallest_change import SmallestChange
from lenet_gui.gui.wording.csv_tables import csv_text
from lenet_gui.gui.wording.recognition_words import score_text

LONGEST_NAME = 18  # letters of a class name in a sentence
MOST_NAMED = 3  # units for each side
OCCLUSION, GRADIENT = "occlusion", "gradient"
WAYS = {
    OCCLUSION: QT_TRANSLATE_NOOP("WhyWords", "Occlusion"),
    GRADIENT: QT_TRANSLATE_NOOP("WhyWords", "Gradient × ink"),
}
SAID = {
    OCCLUSION: QT_TRANSLATE_NOOP(
        "WhyWords",
        "A square of {0} × {0} pixels of paper covers the ink, {1} pixels further each time: where "
        "the lead shrinks, the ink speaks for the answer.",
    ),
    GRADIENT: QT_TRANSLATE_NOOP(
        "WhyWords",
        "How fast the lead would grow with a little more ink at a pixel, times the ink that is "
        "there. It holds for small changes only.",
    ),
}


def short(name: str) -> str:
    """Return a class name, which may be a stranger's, that fits into a sentence."""
    name = visible(name)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def number(value: float, digits: int = 1) -> str:
    """Return a number with its sign: "+3.2", "−0.4"."""
    text = QLocale().toString(abs(value), "f", digits)
    sign = "+" if value >= 0 else "\N{MINUS SIGN}"
    return f"{sign}{text}"


def lead_text(evidence: AnswerEvidence, answer: str, rival: str, penalties: bool) -> str:
    """Return the sum of the evidence: how far the answer is ahead, and from what.

    answer, rival: class names. penalties: of a network whose outputs are those.
    """
    translate, units = QCoreApplication.translate, float(evidence.units.sum())
    if penalties:
        text = translate(
            "WhyWords",
            "The lead, penalty of {rival} minus penalty of {answer}, is {lead}, all of it from the "
            "units of {layer}.",
        )
    else:
        text = translate(
            "WhyWords",
            "The lead, evidence for {answer} minus evidence for {rival}, is {lead}: {units} from "
            "the units of {layer} and {bias} from the biases.",
        )
    return text.format(
        answer=short(answer), rival=short(rival), layer=evidence.layer,
        lead=number(evidence.lead), units=number(units), bias=number(evidence.bias),
    )  # fmt: skip


def units_text(evidence: AnswerEvidence, answer: str, rival: str) -> str:
    """Return the units that count most: "Most for 4: 30 (+9.1), 12 (+6.0). Most for 9: ..."."""
    flat = evidence.units.ravel()
    order = np.argsort(-flat, kind="stable")
    text, parts = QCoreApplication.translate("WhyWords", "Most for {0}: {1}."), []
    for name, places, sign in ((answer, order, 1), (rival, order[::-1], -1)):
        named = [
            f"{_place(evidence, int(place))} ({number(flat[place])})"
            for place in places[:MOST_NAMED]
            if sign * flat[place] > 0
        ]
        if named:
            parts.append(text.format(short(name), ", ".join(named)))
    return " ".join(parts)


def _place(evidence: AnswerEvidence, flat: int) -> str:
    """Return the number of a unit, or its map, row and column."""
    place = np.unravel_index(flat, evidence.units.shape)
    if len(place) == 1:
        return str(flat)
    text = QCoreApplication.translate("WhyWords", "map {0} row {1} column {2}")
    return text.format(*map(int, place))


def change_text(change: SmallestChange, ink: bool) -> str:
    """Return how large a change is, and what the colours mean."""
    changed = int((change.before != change.after).any(axis=0).sum())
    translate = QCoreApplication.translate
    colours = (
        translate("WhyWords", "Orange: ink added. Blue: ink taken away.")
        if ink
        else translate("WhyWords", "Orange: lighter. Blue: darker.")
    )
    size = translate(
        "WhyWords",
        "Pixels that change: {0}. Length: {1}, where a pixel from paper to full ink counts 1. "
        "Found by search; a smaller one may exist.",
    )
    length = QLocale().toString(change.length, "f", 2)
    return f"{colours} {size.format(changed, length)}"


def played_text(part: float, scores: FloatArray, recognition: Recognition, rival: int) -> str:
    """Return the answer when a part of the change is made: "40 %: 4 · 96.0 %, 9 · 3.9 %".

    scores: (classes,), penalties or probabilities.
    """
    best = int(scores.argmin() if recognition.score_kind == "penalty" else scores.argmax())
    first = recognition.ranking[0]
    there = replace(recognition, scores=scores)
    shown = [best, *(index for index in dict.fromkeys((first, rival)) if index != best)][:2]
    named = [f"{short(recognition.class_names[i])} · {score_text(there, i)}" for i in shown]
    text = QCoreApplication.translate("WhyWords", "{0} % of the change: {1}")
    return text.format(round(100 * part), "; ".join(named))


def evidence_csv(evidence: AnswerEvidence, answer: str, rival: str) -> str:
    """Return what each unit, and the biases, add to the lead, as CSV."""
    rows = [
        (evidence.layer, " ".join(map(str, place)), f"{value:.6g}")
        for place, value in np.ndenumerate(evidence.units)
    ]
    ends = [("bias", "", f"{evidence.bias:.6g}"), ("lead", "", f"{evidence.lead:.6g}")]
    return csv_text([("layer", "unit", f"adds to {answer} over {rival}"), *rows, *ends])
