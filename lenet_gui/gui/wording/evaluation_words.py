"""Evaluations and comparisons in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Evaluation
from lenet_gui.engine.recognition.calibration_curve import calibration_error
from lenet_gui.engine.recognition.class_figures import ClassFigures
from lenet_gui.engine.recognition.comparison import Comparison
from lenet_gui.gui.wording.data_names import data_in_words
from lenet_gui.gui.wording.phrases import FIXED, JOINED, percent

CLASSES_SHOWN = 8  # in a sentence

# Singular and plural of each digit.
DIGIT_WORDS = (
    (QT_TRANSLATE_NOOP("EvaluationWords", "zero"), QT_TRANSLATE_NOOP("EvaluationWords", "zeros")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "one"), QT_TRANSLATE_NOOP("EvaluationWords", "ones")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "two"), QT_TRANSLATE_NOOP("EvaluationWords", "twos")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "three"), QT_TRANSLATE_NOOP("EvaluationWords", "threes")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "four"), QT_TRANSLATE_NOOP("EvaluationWords", "fours")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "five"), QT_TRANSLATE_NOOP("EvaluationWords", "fives")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "six"), QT_TRANSLATE_NOOP("EvaluationWords", "sixes")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "seven"), QT_TRANSLATE_NOOP("EvaluationWords", "sevens")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "eight"), QT_TRANSLATE_NOOP("EvaluationWords", "eights")),
    (QT_TRANSLATE_NOOP("EvaluationWords", "nine"), QT_TRANSLATE_NOOP("EvaluationWords", "nines")),
)


def translate(context: str, text: str) -> str:
    """Translate; the function has the name that lupdate looks for."""
    return QCoreApplication.translate(context, text)


def interval_text(interval: tuple[float, float], digits: int = 2) -> str:
    """Return an interval of rates 0..1 in percent: "1.39 – 1.89 %"."""
    low = QLocale().toString(100 * interval[0], "f", digits)
    return f"{low}{FIXED}–{JOINED}{FIXED}{percent(interval[1], digits)}"


def count_text(count: int) -> str:
    """Return a number with the group separators of the language in use."""
    return QLocale().toString(count)


def error_text(evaluation: Evaluation) -> str:
    """Return the errors and their interval: "162 of 10,000 wrong · 95 %: 1.39 – 1.89 %"."""
    if evaluation.interval is None:
        return translate("EvaluationWords", "None of the labels is a class of this network.")
    return translate("EvaluationWords", "{0} of {1} wrong · 95 % interval: {2}").format(
        count_text(evaluation.errors),
        count_text(evaluation.labelled),
        interval_text(evaluation.interval),
    )


def figures_text(evaluation: Evaluation) -> str:
    """Return accuracy and loss: "accuracy 98.38 % · loss 0.052"; empty without any."""
    if evaluation.accuracy is None:
        return ""
    accuracy = percent(evaluation.accuracy)
    if evaluation.loss is None:
        return translate("EvaluationWords", "accuracy {0}").format(accuracy)
    loss = QLocale().toString(evaluation.loss, "g", 3)
    return translate("EvaluationWords", "accuracy {0} · loss {1}").format(accuracy, loss)


def no_class_text(evaluation: Evaluation) -> str:
    """Return a sentence about data of which no label is a class of the network."""
    names = list(evaluation.class_names[:CLASSES_SHOWN])
    names += ["…"] * (len(evaluation.class_names) > CLASSES_SHOWN)
    return translate(
        "EvaluationWords", "No label of {0} is a class of {1}, which reads {2}. Choose other data."
    ).format(data_in_words(evaluation.data, evaluation.part), evaluation.network, ", ".join(names))


def class_text(figures: ClassFigures) -> str:
    """Return the figures of a class in words."""
    return translate(
        "EvaluationWords",
        "“{0}”: {1} of {2} samples read right; {3} answers, of which {1} are right",
    ).format(
        figures.name,
        count_text(figures.right),
        count_text(figures.count),
        count_text(figures.answered),
    )


def calibration_text(evaluation: Evaluation) -> str:
    """Return the expected calibration error in words, and what it tells."""
    error = calibration_error(evaluation.calibration)
    if error is None:
        return ""
    counts, confidences, accuracies = evaluation.calibration.T
    text = (
        QT_TRANSLATE_NOOP(
            "EvaluationWords", "Expected calibration error: {0}. On average it is too sure."
        )
        if counts @ confidences > counts @ accuracies
        else QT_TRANSLATE_NOOP(
            "EvaluationWords", "Expected calibration error: {0}. On average it is too unsure."
        )
    )
    return translate("EvaluationWords", text).format(percent(error))


def cell_text(label: str, answer: str, count: int) -> str:
    """Return a cell of the confusion matrix in words: "17 sevens read as 1"."""
    if label.isascii() and label.isdecimal() and len(label) == 1:
        what = translate("EvaluationWords", DIGIT_WORDS[int(label)][count != 1])
        return translate("EvaluationWords", "{0} {1} read as {2}").format(
            count_text(count), what, answer
        )
    return translate("EvaluationWords", "“{1}” read as “{2}”: {0}").format(
        count_text(count), label, answer
    )


def duration_text(seconds: float) -> str:
    """Return a duration in words: "42 s", "3 min 20 s", "1 h 5 min"."""
    whole = round(seconds)
    if whole < 60:
        return translate("EvaluationWords", "{0} s").format(whole)
    if whole < 3600:
        rest = translate("EvaluationWords", " {0} s").format(whole % 60) if whole % 60 else ""
        return translate("EvaluationWords", "{0} min").format(whole // 60) + rest
    return translate("EvaluationWords", "{0} h {1} min").format(
        count_text(whole // 3600), whole % 3600 // 60
    )


def comparison_text(found: Comparison) -> str:
    """Return both error rates, and whether their difference is significant, in a line each."""
    rates = [
        translate("EvaluationWords", "{0}: {1} of {2} wrong ({3}; 95 % interval: {4}).").format(
            name,
            count_text(errors),
            count_text(found.count),
            percent(errors / found.count),
            interval_text(interval),
        )
        for name, errors, interval in (
            (found.first.network, found.first_errors, found.first_interval),
            (found.second.network, found.second_errors, found.second_interval),
        )
    ]
    if found.noise:
        verdict = translate("EvaluationWords", "The difference is not statistically significant.")
    else:
        better = found.first if found.first_errors < found.second_errors else found.second
        verdict = translate(
            "EvaluationWords", "{0} is better; the difference is statistically significant."
        ).format(better.network)
    return "\n".join([*rates, verdict])


def evidence_text(found: Comparison) -> str:
    """Return a description of the statistical test behind ``comparison_text``."""
    p = QLocale().toString(found.p_value, "g", 2)
    return translate(
        "EvaluationWords",
        "Of the digits that only one of them misreads, {1} misreads {0} and {3} misreads {2}. If "
        "both networks were equally good, a difference of at least this size would occur with "
        "probability p = {4} (McNemar’s exact test). The difference is significant if p is below "
        "0.05.",
    ).format(
        count_text(len(found.only_first)),
        found.first.network,
        count_text(len(found.only_second)),
        found.second.network,
        p,
    )
