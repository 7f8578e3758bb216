"""Reject rules and reject curves in words and as CSV."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.values import RejectCurve, RejectRule, RejectScore
from lenet_gui.engine.recognition.reject_calibration import NOTHING_REJECTED
from lenet_gui.gui.wording.phrases import percent


def dial_text(rule: RejectRule | None, short: bool = False) -> str:
    """Return a dial's setting: "at most 2 wrong in 100 accepted", or short: "≤ 2 wrong in 100"."""
    errors = NOTHING_REJECTED if rule is None else rule.accepted_errors
    if errors is None:
        return QCoreApplication.translate("Rejecting", "As set in the network's file")
    if errors >= NOTHING_REJECTED:
        return QCoreApplication.translate("Rejecting", "Always answers")
    wrong, answers = _in_so_many(errors)
    locale = QLocale()
    if short:
        text = QCoreApplication.translate("Rejecting", "≤ {wrong} wrong in {answers}")
    elif wrong == 1:
        text = QCoreApplication.translate("Rejecting", "Allow {wrong} mistake in {answers} answers")
    else:
        text = QCoreApplication.translate(
            "Rejecting", "Allow {wrong} mistakes in {answers} answers"
        )
    return text.format(wrong=locale.toString(wrong), answers=locale.toString(answers))


def _in_so_many(part: float) -> tuple[int, int]:
    """Return a part 0..1 as (wrong, answers): of 100 or 1,000, or 1 of n, if that is exact."""
    for answers in (100, 1000):
        if abs(round(part * answers) - part * answers) < 1e-6:
            return round(part * answers), answers
    one_of = round(1 / part)
    return (1, one_of) if abs(1 / part - one_of) < 1e-6 else (round(part * 10**5), 10**5)


def score_name(score: RejectScore) -> str:
    """Return the name of the score by which a network refuses."""
    if score == "posterior":
        return QCoreApplication.translate("Rejecting", "Not-a-digit class")
    if score == "margin":
        return QCoreApplication.translate("Rejecting", "Margin")
    return QCoreApplication.translate("Rejecting", "Three thresholds (1990)")


def score_explanation(score: RejectScore) -> str:
    """Return an explanation of the score by which a network refuses."""
    if score == "posterior":
        return QCoreApplication.translate(
            "Rejecting",
            "In addition to the classes there is a not-a-digit class (the paper's rubbish class) "
            "with constant evidence. The probability of the best class, computed with it, must "
            "be high enough.",
        )
    if score == "margin":
        return QCoreApplication.translate(
            "Rejecting", "The best class must be clearly better than the runner-up."
        )
    return QCoreApplication.translate(
        "Rejecting",
        "As in the network of 1990: the best output must be high enough, the runner-up low "
        "enough, and their difference large enough.",
    )


def consequences(curve: RejectCurve, row: int) -> str:
    """Return what a setting, a row of the curve, refuses and gets wrong on validation data."""
    rejected, error = percent(float(curve.rejected[row]), 1), percent(float(curve.error[row]))
    text = QCoreApplication.translate(
        "Rejecting",
        "Of {digits} digits that it was not trained on, {rejected} are rejected; of the rest, "
        "{error} are wrong.",
    ).format(digits=QLocale().toString(curve.digits), rejected=rejected, error=error)
    if curve.others:
        text += " " + QCoreApplication.translate(
            "Rejecting", "Of {others} non-digits, {rejected} are rejected."
        ).format(
            others=QLocale().toString(curve.others),
            rejected=percent(float(curve.others_rejected[row]), 1),
        )
    return text


def curve_csv(curve: RejectCurve) -> str:
    """Return the curve as CSV, a line for each setting; parts are 0..1."""
    lines = ["rejected,error,non_digits_rejected,threshold,second,difference"]
    others = curve.others_rejected if curve.others else [""] * len(curve.accepted)
    parts = zip(curve.rejected, curve.error, others, curve.thresholds, strict=True)
    for rejected, error, other, thresholds in parts:
        limits = [str(value) for value in thresholds] + [""] * (3 - len(thresholds))
        lines.append(",".join([f"{rejected:.6f}", f"{error:.6f}", str(other), *limits]))
    return "\n".join(lines) + "\n"
