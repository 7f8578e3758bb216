"""Numbers as people type them, read without ever taking one for another."""

from __future__ import annotations

import re
import unicodedata

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

MOST_SHOWN = 40  # letters of a refused text in the sentence about it
_NO_NUMBER = QT_TRANSLATE_NOOP("BadInput", "“{text}” is not a number.")
_NOT_WHOLE = QT_TRANSLATE_NOOP("BadInput", "“{text}” is not a whole number.")
_NO_TIME = QT_TRANSLATE_NOOP(
    "BadInput", "“{text}” is no time. Enter seconds, or minutes and seconds as in 1:30."
)
_TWO_WAYS = QT_TRANSLATE_NOOP(
    "BadInput", "“{text}” can be read in two ways. Enter it without a group separator."
)
_SIGNS = {"−": "-", "–": "-", "’": "'", "٫": ".", "٬": "'"}
_NUMBER = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d{1,3})?", re.IGNORECASE)
# A thousand with a comma or a point: a group separator to some, a decimal sign to others.
_AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}([.,])\d{3}")
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:([ ',.])\d{3})(?:\1\d{3})*")
_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{1,5}):([0-5]\d)")


def number_of(text: str, whole: bool = False, time: bool = False) -> float:
    """Return the number that a text stands for. Raises BadInput if it is none, or not clearly one.

    Decimal point and comma, exponents, full-width letters, the digits of all scripts, and groups
    of three digits are understood. whole: integers only; a comma before three digits is then a
    group separator. time: minutes:seconds and hours:minutes:seconds are, too; in seconds.
    """
    plain = _plain(text)
    if time and ":" in plain:
        return _seconds(plain, text)
    separator = found[1] if (found := _GROUPED.fullmatch(plain)) else ""
    several = separator != "" and plain.count(separator) > 1
    if separator in (" ", "'") or several or (separator == "," and whole):
        plain = plain.replace(separator, "")
    elif (found := _AMBIGUOUS.fullmatch(plain)) and (found[1] == "," or whole):
        raise _refusal(_TWO_WAYS, text)
    if not _NUMBER.fullmatch(plain):
        raise _refusal(_NO_NUMBER, text)
    number = float(plain.replace(",", "."))
    if whole and not number.is_integer():
        raise _refusal(_NOT_WHOLE, text)
    return number


def _plain(text: str) -> str:
    """Return a text with ASCII digits, signs and spaces in place of full-width and other ones."""
    return "".join(map(_plain_letter, text)).strip()


def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    if "！" <= letter <= "～":  # the full-width forms of ASCII, in its order
        return chr(ord(letter) - ord("！") + ord("!"))
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else _SIGNS.get(letter, letter)


def _seconds(plain: str, text: str) -> float:
    found = _TIME.fullmatch(plain)
    if found is None:
        raise _refusal(_NO_TIME, text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    if found[1] is not None and minutes > 59:
        raise _refusal(_NO_TIME, text)
    return float(3600 * hours + 60 * minutes + seconds)


def _refusal(template: str, text: str) -> BadInput:
    shown = text.strip()
    return BadInput(
        template, text=shown if len(shown) <= MOST_SHOWN else visible(shown[: MOST_SHOWN - 1]) + "…"
    )
