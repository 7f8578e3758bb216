"""Finds terms by their names in every language, and by synonyms."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QTranslator

from lenet_gui.common.assets import resource
from lenet_gui.gui.appearance.languages import LANGUAGES
from lenet_gui.gui.glossary.table import TERMS
from lenet_gui.gui.glossary.term import Term


def found_by(text: str) -> list[Term]:
    """Return the terms that a text may mean, the likeliest first; all of them for an empty text.

    First come names that begin with it, then names that contain it, then synonyms.
    """
    wanted = _folded(text)
    ranked = [(_rank(wanted, term), term) for term in TERMS.values()]
    return [term for rank in range(_NOT_MEANT) for found, term in ranked if found == rank]


_NOT_MEANT = 4


def _rank(wanted: str, term: Term) -> int:
    names, synonyms = _words(term)
    if any(name.startswith(wanted) for name in names):
        return 0
    if any(wanted in name for name in names):
        return 1
    if any(synonym.startswith(wanted) for synonym in synonyms):
        return 2
    return 3 if any(wanted in synonym for synonym in synonyms) else _NOT_MEANT


@cache
def _words(term: Term) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and the synonyms of a term in all languages, folded."""
    names, synonyms = in_every_language(term.name), in_every_language(term.synonyms)
    return (
        tuple(map(_folded, names)),
        tuple(_folded(word) for line in synonyms for word in line.split(",")),
    )


def in_every_language(text: str) -> list[str]:
    """Return a text of the context "Term" in English and in each other language."""
    return [text, *filter(None, (each.translate("Term", text) for each in _translators()))]


@cache
def _translators() -> tuple[QTranslator, ...]:
    """Return translators that are not installed, one for each language but that of the sources."""
    made = []
    for language in LANGUAGES[1:]:
        translator = QTranslator()
        if translator.load(f"lenet_gui_{language}", str(resource("translations"))):
            made.append(translator)
    return tuple(made)


def _folded(text: str) -> str:
    """Return a text in which case, hyphens and spaces at the ends do not matter."""
    return text.casefold().replace("-", " ").strip()
