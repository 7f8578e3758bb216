"""What's This with links to terms."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from lenet_gui.gui.glossary.entry import name_of, translate
from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS
from lenet_gui.gui.glossary.table import TERMS

_LINK = '<a href="'  # no plain text has one: ``inert`` parts "<" from the letter behind it


def with_terms(text: str, *keys: str) -> str:
    """Return a What's This: a plain text, in which nothing is markup, and links to terms."""
    links = " · ".join(f'{_LINK}{key}">{escape(name_of(TERMS[key]))}</a>' for key in keys)
    heading = escape(translate("Glossary", "In the glossary: {0}"))
    return f"<p>{escape(text)}</p><p>{heading.format(links)}</p>"


def link_parts(window: QWidget) -> None:
    """Add links to the What's This of each part of a window that has terms and has none yet."""
    for name, keys in TERMS_OF_PARTS.items():
        for part in window.findChildren(QWidget, name):
            if part.whatsThis() and _LINK not in part.whatsThis():
                part.setWhatsThis(with_terms(part.whatsThis(), *keys))
