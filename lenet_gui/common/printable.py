"""Tells which texts from files can be shown and written."""

from __future__ import annotations

from unicodedata import category

MAX_CLASS_NAME = 100  # characters
_UNPRINTABLE = ("Cc", "Cs")  # Unicode categories: control characters, surrogates


def is_printable(text: str) -> bool:
    """Return whether a text can be shown and written; tabs and line ends cannot."""
    return not any(category(character) in _UNPRINTABLE for character in text)


def escaped_surrogates(text: str) -> str:
    """Return the text with lone surrogates as escape sequences, so that it can be written.

    Python puts them into names of files that are not valid UTF-8.
    """
    return text.encode(errors="backslashreplace").decode()


def is_class_name(text: object) -> bool:
    """Return whether a value is 1 to MAX_CLASS_NAME printable characters, as class names are."""
    return isinstance(text, str) and 0 < len(text) <= MAX_CLASS_NAME and is_printable(text)
