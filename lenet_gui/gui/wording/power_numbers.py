"""Numbers of any size in a few digits, with powers of ten where they are needed."""

from __future__ import annotations

from PySide6.QtCore import QLocale

MINUS = "\N{MINUS SIGN}"
DIGITS = 4  # significant, of every number
LEAST_POWER, MOST_POWER = -3, 5  # numbers beyond are written with a power of ten
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def number(value: float, figures: int = DIGITS) -> str:
    """Write a number with so many significant digits: 0.2134, −31.20, 2.134·10⁻⁵."""
    if not value:
        return "0"
    sign, size = (MINUS if value < 0 else ""), abs(float(value))
    digits, _, exponent = f"{size:.{figures - 1}e}".partition("e")
    power, locale = int(exponent), QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if LEAST_POWER <= power <= MOST_POWER:
        return sign + locale.toString(size, "f", max(0, figures - 1 - power))
    plain = locale.toString(float(digits), "f", figures - 1)
    return f"{sign}{plain}·10{str(power).translate(_RAISED)}"


def bound_text(bound: float) -> str:
    """Write the end of a scale, a round number, with up to three digits: 1.72, 4·10⁻⁹."""
    if 10.0**LEAST_POWER <= bound < 10.0 ** (MOST_POWER + 1):
        return QLocale().toString(bound, "g", 3)
    return number(bound, 2 if f"{bound:.1e}"[2] != "0" else 1)
