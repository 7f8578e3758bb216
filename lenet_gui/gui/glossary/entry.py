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
    quiet, name = f'<span style="color:{theme.quiet}">', name_of(term)
    english = f" {quiet}· {escape(term.name)}</span>" if name != term.name else ""
    parts = [
        f"<h2>{escape(name[:1].upper() + name[1:])}{english}</h2>",
        f"<p>{linked(translate('Term', term.text))}</p>",
    ]
    if term.formula:
        parts.append(_box(f'<span style="font-size:large">{term.formula}</span>', theme))
    reader = visible(network.recognizer.name)[:MOST_LETTERS]
    lines = "".join(f"<li>{escape(line)}</li>" for line in term.numbers(network))
    heading = escape(translate("Glossary", "In the network {0}").format(reader))
    parts.append(f"<p><b>{heading}</b></p><ul>{lines}</ul>")
    notes = [translate("Glossary", "Also: {0}").format(translate("Term", term.synonyms))]
    notes.append(_paper(term.section))
    parts += [f"<p>{quiet}{escape(note)}</span></p>" for note in notes]
    return "".join(parts)


def _box(content: str, theme: Theme) -> str:
    return (
        f'<table width="100%" cellpadding="8" bgcolor="{theme.window}">'
        f'<tr><td align="center">{content}</td></tr></table>'
    )


def _paper(section: str) -> str:
    if not section:
        return translate("Glossary", "The paper of 1998 does not have it.")
    if len(section) == 1 and section in "ABC":
        return translate("Glossary", "The paper of 1998: appendix {0}.").format(section)
    return translate("Glossary", "The paper of 1998: section {0}.").format(section)
