"""Testing."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import testing
from lenet_gui.gui.glossary.term import Term

TESTING: tuple[Term, ...] = (
    Term(
        "error_rate",
        QT_TRANSLATE_NOOP("Term", "error rate"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The error rate is the part of the [test data](test_data) that a network reads "
            "wrongly; the rest is its accuracy. Here it counts every sample, as if nothing were "
            "[rejected](reject). On few samples it is uncertain, as its [confidence "
            "interval](confidence_interval) tells.",
        ),
        testing.error_rate,
        formula="e = k / n",
        section="III-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "accuracy, test error"),
    ),
    Term(
        "confidence_interval",
        QT_TRANSLATE_NOOP("Term", "confidence interval"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A confidence interval says within which limits the true [error rate](error_rate) "
            "probably lies, since the test was only a sample. The program gives 95 % intervals by "
            "Wilson's formula, with p the measured rate and n the number of samples. If the "
            "intervals of two networks overlap widely, the test does not tell which one is "
            "better.",
        ),
        testing.confidence_interval,
        formula="(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n) ,  z = 1.96",
        synonyms=QT_TRANSLATE_NOOP("Term", "Wilson interval, 95 % interval, uncertainty"),
    ),
    Term(
        "confusion_matrix",
        QT_TRANSLATE_NOOP("Term", "confusion matrix"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The confusion matrix has a row for each true [class](class) and a column for each "
            "answer, and counts how often the two came together. Right answers stand on the "
            "diagonal, and every other cell is a kind of mistake. It shows which digits a network "
            "mixes up, where the [error rate](error_rate) only says how many.",
        ),
        testing.confusion_matrix,
        synonyms=QT_TRANSLATE_NOOP("Term", "table of mistakes, contingency table"),
    ),
    Term(
        "precision",
        QT_TRANSLATE_NOOP("Term", "precision"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Precision belongs to a [class](class): of all answers with this class, the part that "
            'is right. It is low if a network says "7" too readily. Its partner is '
            "[recall](recall).",
        ),
        testing.precision,
        formula="n<sub>cc</sub> / Σ<sub>k</sub> n<sub>kc</sub>",
        synonyms=QT_TRANSLATE_NOOP("Term", "positive predictive value"),
    ),
    Term(
        "recall",
        QT_TRANSLATE_NOOP("Term", "recall"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Recall belongs to a [class](class): of all samples of this class, the part that is "
            "read right. It is low if a network overlooks many sevens. A network that always said "
            '"7" would have full recall of sevens and a poor [precision](precision).',
        ),
        testing.recall,
        formula="n<sub>cc</sub> / Σ<sub>k</sub> n<sub>ck</sub>",
        synonyms=QT_TRANSLATE_NOOP("Term", "sensitivity, hit rate"),
    ),
    Term(
        "calibration",
        QT_TRANSLATE_NOOP("Term", "calibration"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A network is well calibrated if it is right as often as it claims: of answers with "
            "90 %, nine in ten. The curve in Result compares the two, and a curve below the "
            "diagonal means that the network is too sure. It is another question than when to "
            "[reject](reject), for which the order of the answers is enough.",
        ),
        testing.calibration,
        synonyms=QT_TRANSLATE_NOOP("Term", "reliability diagram, expected calibration error"),
    ),
)
