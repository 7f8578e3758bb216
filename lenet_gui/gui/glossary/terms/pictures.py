"""Pictures, and what explains an answer."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.numbers import pictures, units
from lenet_gui.gui.glossary.term import Term

PICTURES: tuple[Term, ...] = (
    Term(
        "rasterization",
        QT_TRANSLATE_NOOP("Term", "rasterisation"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Rasterisation turns the strokes of the pen into pixels: each pixel is as dark as the "
            "part of it that a line covers. The same code does it for the screen, for recognition "
            "and for training. So the network learns from ink that looks like yours.",
        ),
        pictures.rasterization,
        synonyms=QT_TRANSLATE_NOOP("Term", "rasterization, ink to pixels, drawing"),
    ),
    Term(
        "normalization",
        QT_TRANSLATE_NOOP("Term", "normalisation of the input"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Normalisation makes every digit look like those of [MNIST](mnist): its longer side "
            "becomes 20 pixels, and its centre of mass goes to the middle of 28×28. Without it a "
            "small digit in a corner would be something that the network never saw. Most programs "
            "that fail on people's own digits have left this out.",
        ),
        pictures.normalization,
        section="III-A",
        synonyms=QT_TRANSLATE_NOOP(
            "Term", "normalization, preprocessing, centring, centre of mass"
        ),
    ),
    Term(
        "occlusion",
        QT_TRANSLATE_NOOP("Term", "occlusion"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Occlusion covers a small square of the [input](input) with paper and looks how the "
            "[evidence](evidence) changes, at one place after another. Where covering costs the "
            "answer most, the ink counts most. It asks the network itself, so it needs no "
            "[gradient](gradient), but it takes one reading for each place.",
        ),
        pictures.occlusion,
        synonyms=QT_TRANSLATE_NOOP("Term", "sensitivity by covering, masking"),
    ),
    Term(
        "gradient_times_input",
        QT_TRANSLATE_NOOP("Term", "gradient times input"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Gradient times input says for each pixel how much it speaks for an answer: its value "
            "times the derivative of the [evidence](evidence). One pass back is enough for all "
            "pixels. It is exact only for tiny changes, and so [occlusion](occlusion) may tell "
            "another story.",
        ),
        pictures.whole_input,
        formula="s = x · ∂z/∂x",
        synonyms=QT_TRANSLATE_NOOP("Term", "saliency, attribution, heat map"),
    ),
    Term(
        "gradient_ascent",
        QT_TRANSLATE_NOOP("Term", "gradient ascent"),
        QT_TRANSLATE_NOOP(
            "Term",
            "Gradient ascent changes the [input](input) step by step so that one [unit](unit) "
            "becomes more and more active. The [weights](weight) stay as they are; only the "
            "picture moves, along the [gradient](gradient). The result shows what the unit looks "
            "for, though often not as a person would draw it.",
        ),
        pictures.whole_input,
        formula="x ← x + η · ∂a/∂x",
        synonyms=QT_TRANSLATE_NOOP(
            "Term",
            "feature visualisation, what a unit likes, activation maximisation",
        ),
    ),
    Term(
        "smallest_change",
        QT_TRANSLATE_NOOP("Term", "smallest change"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The smallest change is the shortest way from the [input](input) on the page to one "
            "that the network reads as another class. It can be so faint that a person hardly "
            "sees it, and then it is called adversarial. Short ways tell where the network is "
            "easy to mislead, and the [margin](margin) there is small.",
        ),
        pictures.whole_input,
        formula="min ‖Δx‖ = √(Σ Δx²)",
        synonyms=QT_TRANSLATE_NOOP("Term", "adversarial example, adversarial change, perturbation"),
    ),
    Term(
        "exciting_digits",
        QT_TRANSLATE_NOOP("Term", "exciting digits"),
        QT_TRANSLATE_NOOP(
            "Term",
            "The exciting digits of a [unit](unit) are those of the test data that give it the "
            "highest [activation](activation). What they have in common is a hint at what the "
            "unit looks for. For a unit of a [feature map](feature_map), the place within each "
            "digit is its [receptive field](receptive_field).",
        ),
        units.unit,
        synonyms=QT_TRANSLATE_NOOP("Term", "maximally activating samples, favourite digits"),
    ),
)
