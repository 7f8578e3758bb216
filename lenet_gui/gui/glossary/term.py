"""One term of the glossary, as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lenet_gui.gui.glossary.open_network import OpenNetwork

Numbers = Callable[[OpenNetwork], tuple[str, ...]]
"""Sentences with the numbers of a network, in the language in use."""


@dataclass(frozen=True)
class Term:
    """One term.

    key: what links name. name, text, synonyms: translated in the context "Term"; synonyms are
    separated by commas. text: three sentences, with links to other terms as ``[words](key)``.
    formula: rich text of our own, alike in all languages; empty if there is none.
    section: of the 1998 paper, "A" to "C" for an appendix; empty if the paper does not have it.
    """

    key: str
    name: str
    text: str
    numbers: Numbers
    formula: str = ""
    section: str = ""
    synonyms: str = ""
