"""The way that links have led to the pinned number, as links back."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.session.pins import Pinned
from lenet_gui.gui.wording.arithmetic_words import Line, Part, place_words

SIGN, MORE = "  ‹  ", "…"


def trail_line(trail: tuple[Pinned, ...], recognizer: Recognizer, font: QFont, width: int) -> Line:
    """Return the trail, the oldest first, and at its end what is pinned, which is no link.

    Where it is wider than ``width`` pixels the oldest ones are left out.
    """
    strong = QFont(font)
    strong.setBold(True)
    *before, last = trail
    end = Part(place_words(last, recognizer), strong=True)
    room = width - QFontMetrics(strong).horizontalAdvance(end.text)
    letters = QFontMetrics(font).horizontalAdvance
    parts: list[Part] = []
    for place in reversed(before):
        name = place_words(place, recognizer)
        room -= letters(name + SIGN)
        if room < letters(MORE + SIGN):
            parts = [Part(MORE, place), Part(SIGN), *parts]
            break
        parts = [Part(name, place), Part(SIGN), *parts]
    return (*parts, end)
