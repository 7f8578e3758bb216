"""The table of terms, by theme."""

from __future__ import annotations

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.glossary.term import Term
from lenet_gui.gui.glossary.terms.answers import ANSWERS
from lenet_gui.gui.glossary.terms.layers import LAYERS
from lenet_gui.gui.glossary.terms.learning import LEARNING
from lenet_gui.gui.glossary.terms.maps import MAPS
from lenet_gui.gui.glossary.terms.pictures import PICTURES
from lenet_gui.gui.glossary.terms.testing import TESTING
from lenet_gui.gui.glossary.terms.training import TRAINING
from lenet_gui.gui.glossary.terms.units import UNITS

# Titles are translated in the context "Term".
THEMES: tuple[tuple[str, tuple[Term, ...]], ...] = (
    (QT_TRANSLATE_NOOP("Term", "Layers"), LAYERS),
    (QT_TRANSLATE_NOOP("Term", "Maps"), MAPS),
    (QT_TRANSLATE_NOOP("Term", "Units and weights"), UNITS),
    (QT_TRANSLATE_NOOP("Term", "Answers"), ANSWERS),
    (QT_TRANSLATE_NOOP("Term", "Learning"), LEARNING),
    (QT_TRANSLATE_NOOP("Term", "Training and data"), TRAINING),
    (QT_TRANSLATE_NOOP("Term", "Testing"), TESTING),
    (QT_TRANSLATE_NOOP("Term", "Pictures"), PICTURES),
)
TERMS: dict[str, Term] = {term.key: term for _, terms in THEMES for term in terms}
