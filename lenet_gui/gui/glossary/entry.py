"""The entry of a term as rich text, in the language in use.

All of it is the program's own text, but for the numbers, in which nothing is markup.
"""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QCoreApplication

from lenet_gui.common.printable import visible
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.glossary.open_network import MOST_LETTERS, OpenNetwork
from lenet_gui.gui.glossary.term import Term

LINK = re.compile(r"\[([^\]]+)\]\((\w+)\)")
_LINE = 'style="margin-top:0px; margin-bottom:4px"'
_APART = 'style="margin-top:8px; margin-bottom:8px"'
_TEXT = 'style="line-height:130%"'


def translate(context: str, text: str) -> str:
    """Translate; the function has the name that lupdate looks for."""
    return QCoreApplication.translate(context, text)


def name_of(term: Term) -> str:
    """Return the name of a term in the language in use."""
    return translate("Term", term.name)


def linked(text: str) -> str:
    """Return a text of a term as rich text, with its links."""
    return LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))


def entry(term: Term, network: OpenNetwork, theme: Theme) -> str:
    """Return the entry of a term as rich text."""
    text = translate("Term", term.text)
    quiet, name = f'<span style="color:{theme.quiet}">', name_of(term)
    english = f" {quiet}· {escape(term.name)}</span>" if name != term.name else ""
    parts = [
        f"<h2>{escape(name[:1].upper() + name[1:])}{english}</h2>",
        f"<p {_TEXT}>{linked(text)}</p>",
    ]
    parts.append(_box(_formula(term) + _numbers(term, network), theme))
    notes = [translate("Glossary", "Also: {0}").format(translate("Term", term.synonyms))]
    notes.append(_paper(term.section))
    parts += [f"<p>{quiet}{escape(note)}</span></p>" for note in notes]
    return "".join(parts)


def _formula(term: Term) -> str:
    if not term.formula:
        return ""
    return f'<p align="center" style="font-size:large">{term.formula}</p>'


def _numbers(term: Term, network: OpenNetwork) -> str:
    """Return the numbers of a network under its name; its name and those of classes are inert."""
    name = visible(network.recognizer.name)[:MOST_LETTERS]
    heading = escape(translate("Glossary", "In the network {0}").format(name))
    lines = "".join(f"<p {_LINE}>{escape(line)}</p>" for line in term.numbers(network))
    return f"<p><b>{heading}</b></p>{lines}"


def _box(content: str, theme: Theme) -> str:
    """Return a content on the colour of the window, as wide as the text."""
    return (
        f'<table width="100%" cellpadding="10" bgcolor="{theme.window}" {_APART}>'
        f"<tr><td>{content}</td></tr></table>"
    )


def _paper(section: str) -> str:
    if not section:
        return translate("Glossary", "No section of the paper of 1998 is about it.")
    if len(section) == 1 and section in "ABC":
        return translate("Glossary", "The paper of 1998: appendix {0}.").format(section)
    return translate("Glossary", "The paper of 1998: section {0}.").format(section)
