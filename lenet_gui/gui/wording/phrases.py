"""Texts that can be retranslated, counts, percentages, and texts without shortcut letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.printable import visible

MOST_COUNTED = 2**31 - 1  # Qt takes a C int
FIXED = "\u00a0"  # no-break space
JOINED = "\u2060"  # word joiner: invisible, prevents a line break, for instance after a dash


@dataclass(frozen=True)
class Phrase:
    """A text that is translated whenever it is shown, so that it follows the language in use.

    template: marked for translation in ``context``; gaps: the values for its {0}, {1} ...
    """

    context: str
    template: str
    gaps: tuple[object, ...] = ()

    def __str__(self) -> str:
        gaps = (visible(gap) if isinstance(gap, str) else gap for gap in self.gaps)
        return QCoreApplication.translate(self.context, self.template).format(*gaps)


def counted(context: str, text: str, count: int) -> str:
    """Return a text with %Ln in place of the count, in the singular or plural for it."""
    return QCoreApplication.translate(context, text, None, min(count, MOST_COUNTED))


def percent(rate: float, digits: int = 2) -> str:
    """Return a rate 0..1 in percent: "1.62 %"."""
    return QLocale().toString(100 * rate, "f", digits) + f"{FIXED}%"


def literal(name: str) -> str:
    """Return a name as the text of a button or menu entry, where one & marks a shortcut letter."""
    return name.replace("&", "&&")


def plain(text: str) -> str:
    """Return the text of a button or menu entry without its shortcut letter and without …"""
    text = re.sub(r"\(&.\)", "", text).rstrip("… ")
    return re.sub(r"&(.)", r"\1", text)
