"""Texts that can be said again when the language has changed, counts and rates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

MOST_COUNTED = 2**31 - 1  # Qt counts no further
FIXED = "\u00a0"  # a space at which no line ends
JOINED = "\u2060"  # nothing to be seen, and no line ends there, as it may after a dash


@dataclass(frozen=True)
class Phrase:
    """template: marked for translation in ``context``; gaps: what fills its {0}, {1} ..."""

    context: str
    template: str
    gaps: tuple[object, ...] = ()

    def __str__(self) -> str:
        return QCoreApplication.translate(self.context, self.template).format(*self.gaps)


def counted(context: str, text: str, count: int) -> str:
    """``text`` with %Ln for the count, in the singular or plural that belongs to it."""
    return QCoreApplication.translate(context, text, None, min(count, MOST_COUNTED))


def percent(rate: float, digits: int = 2) -> str:
    """A rate 0..1 as "1.62 %"."""
    return QLocale().toString(100 * rate, "f", digits) + f"{FIXED}%"


def plain(text: str) -> str:
    """The text of a button or a menu entry as it is spoken: without its letter, without …"""
    text = re.sub(r"\(&.\)", "", text).rstrip("… ")
    return re.sub(r"&(.)", r"\1", text)
