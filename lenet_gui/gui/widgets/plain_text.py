"""Texts with names of strangers, shown as they are: nothing in them is markup.

Qt guesses whether a text is rich text, and rich text can load files. So no label is made but by
``PlainLabel``, and no tool tip or What's This is set but through ``inert``; a test of the source
holds this.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from lenet_gui.gui.wording.phrases import JOINED

WIDEST_WORD = 160  # pixels; a longer one in a wrapped text is cut off rather than widens the window
_BEGINNINGS = re.compile(rf"<(?!{JOINED})|&(?=lt;)")


def inert(text: str) -> str:
    """Return a text that looks the same, and that Qt does not take for rich text."""
    return _BEGINNINGS.sub(rf"\g<0>{JOINED}", text)


def describe(target: QWidget | QAction, text: str) -> None:
    """Set the tool tip, the status tip and the What's This of a widget or an action."""
    target.setToolTip(inert(text))
    target.setStatusTip(text)
    target.setWhatsThis(inert(text))


class PlainLabel(QLabel):
    """A label whose text is never markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), WIDEST_WORD), hint.height()) if self.wordWrap() else hint
