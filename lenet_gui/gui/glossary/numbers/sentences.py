"""Translation and numbers of the language in use, for all sentences with numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.engine.explaining.layer_words import Wording


def translate(context: str, text: str) -> str:
    """Translate; the function has the name that lupdate looks for."""
    return QCoreApplication.translate(context, text)


def whole(number: int) -> str:
    """Return a count with the group separators of the language in use."""
    return QLocale().toString(int(number))


def decimal(number: float, digits: int = 3) -> str:
    """Return a number with a fixed count of decimals."""
    return QLocale().toString(float(number), "f", digits)


def signed(number: float, digits: int = 3) -> str:
    """Return a number with its sign."""
    return ("+" if number >= 0 else "") + decimal(number, digits)


def short(number: float) -> str:
    """Return a number in at most four digits: "0.002", "1.2e+05"."""
    return QLocale().toString(float(number), "g", 4)


WORDING = Wording(lambda text: translate("Layers", text), lambda n: QLocale().toString(n))


def side_by_side(rows: int, columns: int) -> str:
    """Return a size: "14×14"."""
    return f"{rows}×{columns}"


def nothing_drawn() -> tuple[str, ...]:
    """Return the sentence in place of numbers while the page is empty."""
    return (translate("TermNumbers", "Draw a digit to see its numbers here."),)


def not_recorded() -> tuple[str, ...]:
    """Return the sentence in place of what the file of a network does not say."""
    return (translate("TermNumbers", "The file of this network does not say it."),)
