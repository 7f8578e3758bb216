"""Answers, and when a network declines."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import answers
from lenet_gui.gui.glossary.term import Term

ANSWERS: tuple[Term, ...] = (
    Term(
        "class",
        QT_TRANSLATE_NOOP("Term", "class"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A class is one of the answers that a network can give, for a digit 0 to 9. The "
            "[output](output) has one [unit](unit) for each class, in a fixed order. The label of "
            "a sample is the class that a person says it belongs to.",
        ),
        answers.classes,
        synonyms=QT_TRANSLATE_NOOP("Term", "label, category"),
    ),
    Term(
        "softmax",
        QT_TRANSLATE_NOOP("Term", "softmax"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The softmax turns the [evidence](evidence) for all classes into probabilities that "
            "add up to 1. It raises e to each number and divides by the sum, so a lead of 1 in "
            "evidence makes a class e ≈ 2.7 times as likely. It says how the classes compare, and "
            'knows no answer like "none of them".',
        ),
        answers.softmax,
        formula="p<sub>i</sub> = exp(z<sub>i</sub>) / Σ<sub>j</sub> exp(z<sub>j</sub>)",
        synonyms=QT_TRANSLATE_NOOP("Term", "normalised exponential, probability"),
    ),
    Term(
        "rbf",
        QT_TRANSLATE_NOOP("Term", "RBF output"),
        QT_TRANSLATE_NOOP(
            "Term",
            "An RBF unit measures how far [F6](f6) is from the [code](code) of its class: the "
            "squared differences of all 84 units, added up. The result is a [penalty](penalty), "
            "so the smallest one is the answer. What resembles no code is far from all of them, "
            "and can be [declined](reject).",
        ),
        answers.rbf,
        formula="y<sub>i</sub> = Σ<sub>j</sub> (x<sub>j</sub> − w<sub>ij</sub>)²",
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "Euclidean radial basis function, RBF unit"),
    ),
    Term(
        "code",
        QT_TRANSLATE_NOOP("Term", "code"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The code of a class is a drawing of the digit in 7×12 squares of +1 and −1, which "
            "[F6](f6) should show for it. Digits that look alike have codes that are alike, so a "
            "mistake among them costs little and can be corrected later. The codes were drawn by "
            "people and are never trained.",
        ),
        answers.code,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "target code, bitmap, stylised digit"),
    ),
    Term(
        "penalty",
        QT_TRANSLATE_NOOP("Term", "penalty"),
        QT_TRANSLATE_NOOP(
            "Term",
            "A penalty says how badly a picture fits a class: the squared distance of [F6](f6) "
            "from the class's [code](code). It is 0 for a perfect fit and has no upper end. Its "
            "negative is the [evidence](evidence) for the class.",
        ),
        answers.penalty,
        section="II-B",
        synonyms=QT_TRANSLATE_NOOP("Term", "energy, distance, RBF score"),
    ),
    Term(
        "evidence",
        QT_TRANSLATE_NOOP("Term", "evidence"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Evidence is what a network has for a class; large is good. Where a "
            "[softmax](softmax) follows, it is the sum that goes into it, elsewhere called logit; "
            "where there are [penalties](penalty), it is the negative penalty. The difference of "
            "two classes' evidence says how clearly one is ahead of the other.",
        ),
        answers.evidence,
        formula="z<sub>i</sub> = Σ<sub>j</sub> w<sub>ij</sub> x<sub>j</sub> + "
        "b<sub>i</sub> ,  z<sub>i</sub> = −y<sub>i</sub>",
        synonyms=QT_TRANSLATE_NOOP("Term", "logit, score before the softmax"),
    ),
    Term(
        "margin",
        QT_TRANSLATE_NOOP("Term", "margin"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The margin is the distance between the best class and the runner-up. A small one "
            "means that two classes are about equally likely, as with a 4 that could be a 9. "
            "Rules that [decline](reject) an answer often look at it.",
        ),
        answers.margin,
        synonyms=QT_TRANSLATE_NOOP("Term", "lead, gap to the runner-up"),
    ),
    Term(
        "not_a_digit",
        QT_TRANSLATE_NOOP("Term", "not-a-digit class"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Beside the classes there can be one that stands for everything that is no digit; its "
            "[evidence](evidence) is the constant −j. The less the picture resembles any digit, "
            "the more of the probability it takes. The paper calls it the rubbish class and uses "
            "it in the [MAP loss](map_loss).",
        ),
        answers.not_a_digit,
        formula="P = exp(−j) / (exp(−j) + Σ<sub>i</sub> exp(−y<sub>i</sub>))",
        section="II-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "rubbish class, garbage class, background class"),
    ),
    Term(
        "reject",
        QT_TRANSLATE_NOOP("Term", "reject"),
        QT_TRANSLATE_NOOP(
            "Term",
            "To reject means to give no answer, because it would be too uncertain. The dial below "
            "the answer says how many of the accepted answers may be wrong, and a "
            "[threshold](threshold) follows from it. Fewer mistakes cost more rejects, which a "
            "person then has to read.",
        ),
        answers.reject,
        section="X-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "rejection, decline, not sure, dial, reject rule"),
    ),
    Term(
        "threshold",
        QT_TRANSLATE_NOOP("Term", "threshold"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The threshold is how certain a network must be to answer; below it, it "
            "[rejects](reject). It is set on [validation data](validation_data), where the right "
            "answers are known, and never on the [test data](test_data). Which number is compared "
            "with it, the rule says: the [margin](margin), or the probability beside a "
            "[not-a-digit class](not_a_digit).",
        ),
        answers.threshold,
        section="X-C",
        synonyms=QT_TRANSLATE_NOOP("Term", "limit, certainty needed, cutoff"),
    ),
)
