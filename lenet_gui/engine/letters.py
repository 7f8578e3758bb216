"""Which texts of a file can be shown and written."""

from __future__ import annotations

from unicodedata import category

_UNSAYABLE = ("Cc", "Cs")  # control characters, halves of letters


def sayable(text: str) -> bool:
    """Whether it can stand in a window, a terminal and a file; tabs and line ends cannot."""
    return not any(category(letter) in _UNSAYABLE for letter in text)
