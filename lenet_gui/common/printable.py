"""Which texts of a file can be shown and written."""

from __future__ import annotations

from unicodedata import category

MAX_CLASS_NAME = 100  # letters of a class's name
_UNSAYABLE = ("Cc", "Cs")  # control characters, halves of letters


def is_printable(text: str) -> bool:
    """Whether it can stand in a window, a terminal and a file; tabs and line ends cannot."""
    return not any(category(letter) in _UNSAYABLE for letter in text)


def escaped_surrogates(text: str) -> str:
    """The text with halves of letters spelled out, as names of files may have that are in no
    Unicode: it can be written."""
    return text.encode(errors="backslashreplace").decode()


def is_class_name(text: object) -> bool:
    """Whether it can be the name of a class: 1 to LONGEST_CLASS letters that can be shown."""
    return isinstance(text, str) and 0 < len(text) <= MAX_CLASS_NAME and is_printable(text)
