"""What's This with links to terms, and the way from such a link to the glossary.

A link that is clicked becomes a ``QWhatsThisClickedEvent``, which goes up from the widget to its
window; the window opens the glossary. Headings of panels send the same event.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QWhatsThisClickedEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.glossary.entry import name_of
from lenet_gui.gui.glossary.table import TERMS


def with_terms(text: str, *keys: str) -> str:
    """Return a What's This: a plain text, in which nothing is markup, and links to terms."""
    links = " · ".join(f'<a href="{key}">{escape(name_of(TERMS[key]))}</a>' for key in keys)
    heading = escape(QCoreApplication.translate("Glossary", "Glossary: {0}"))
    return f"<p>{escape(text)}</p><p>{heading.format(links)}</p>"


def show_term(widget: QWidget, key: str) -> None:
    """Ask the window that a widget stands in to open the glossary at a term."""
    QCoreApplication.sendEvent(widget, QWhatsThisClickedEvent(key))
