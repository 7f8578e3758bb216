"""Tells which texts from files can be shown and written, and shows what others hide."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import category

MAX_CLASS_NAME = 100  # characters
_PICTURE_FORM, _JOINER = "\ufe0f", "\u200d"  # of emoji (Unicode Technical Standard 51)
MOST_MARKS = 4  # combining marks on a letter: Vietnamese has two, pointed Hebrew up to four
# Unicode categories: control and format characters (escape sequences, changes of the direction of
# writing, zero-width letters), surrogates, line and paragraph separators.
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
# Characters of other categories that nothing is seen of (Default_Ignorable_Code_Point, and a
# Braille cell without dots).
_INVISIBLE = (
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\ufff0-\ufff8\U000e0000-\U000e0fff]"
)


@cache
def _invisible() -> re.Pattern[str]:
    """Return the pattern of such a character, which the start of the window need not wait for."""
    return re.compile(_INVISIBLE)


def visible(text: str) -> str:
    """Return a text of strangers as one line in which nothing is hidden.

    Controls and invisible characters are shown by their numbers, as in ⟨U+202E⟩; so are the marks
    of a letter beyond MOST_MARKS, which would cover what stands above it.
    """
    if text.isascii() and text.isprintable():
        return text
    shown, marks = list[str](), 0
    for place, character in enumerate(text):
        kind = category(character)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        hides = kind in _HIDDEN or marks > MOST_MARKS or _invisible().match(character)
        if hides and not _is_part_of_emoji(text, place):
            shown.append(f"⟨U+{ord(character):04X}⟩")
        else:
            shown.append(character)
    return "".join(shown)


def _is_part_of_emoji(text: str, place: int) -> bool:
    """Return whether an invisible character gives a pictograph its form, or joins two of them."""
    before = text[place - 1] if place else ""
    if text[place] == _PICTURE_FORM:
        return bool(before) and category(before) == "So"
    if text[place] != _JOINER or place + 1 == len(text):
        return False
    return before == _PICTURE_FORM or (bool(before) and category(before) in ("So", "Sk"))


def is_printable(text: str) -> bool:
    """Return whether a text can be written, and shown with nothing hidden; ends of lines cannot."""
    return visible(text) == text


def escaped_surrogates(text: str) -> str:
    """Return the text with lone surrogates as escape sequences, so that it can be written.

    Python puts them into names of files that are not valid UTF-8.
    """
    return text.encode(errors="backslashreplace").decode()


def is_class_name(text: object) -> bool:
    """Return whether a value is 1 to MAX_CLASS_NAME printable characters, as class names are."""
    return isinstance(text, str) and 0 < len(text) <= MAX_CLASS_NAME and is_printable(text)
