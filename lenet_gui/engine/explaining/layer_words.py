"""Layers in words and numbers, in any language: kinds, activation functions, first weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

LayerKind = Literal[
    "convolution",
    "convolution by table",
    "sum subsampling",
    "average subsampling",
    "max subsampling",
    "max blur subsampling",
    "full connection",
    "Euclidean RBF",
]
ActivationName = Literal["scaled tanh", "tanh", "sigmoid", "relu", "softmax"]


def english_number(value: float) -> str:
    """Return a whole number with commas, any other with six significant digits at most."""
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


@dataclass(frozen=True, slots=True)
class Wording:
    """The language of a table. word: translates a text of the context "Layers"; number: writes one.

    The engine has no translations: what shows the table brings them.
    """

    word: Callable[[str], str]
    number: Callable[[int | float], str]


ENGLISH = Wording(str, english_number)

KIND_WORDS: dict[LayerKind, str] = {
    "convolution": QT_TRANSLATE_NOOP("Layers", "convolution"),
    "convolution by table": QT_TRANSLATE_NOOP("Layers", "convolution by table"),
    "sum subsampling": QT_TRANSLATE_NOOP("Layers", "sum subsampling"),
    "average subsampling": QT_TRANSLATE_NOOP("Layers", "average subsampling"),
    "max subsampling": QT_TRANSLATE_NOOP("Layers", "max subsampling"),
    "max blur subsampling": QT_TRANSLATE_NOOP("Layers", "max blur subsampling"),
    "full connection": QT_TRANSLATE_NOOP("Layers", "full connection"),
    "Euclidean RBF": QT_TRANSLATE_NOOP("Layers", "Euclidean RBF"),
}
# {0} is the size of a kernel or of a square, such as 5×5, or the number of units.
SHORT_KINDS: dict[LayerKind, str] = {
    "convolution": "{0}",
    "convolution by table": QT_TRANSLATE_NOOP("Layers", "{0} by table"),
    "sum subsampling": QT_TRANSLATE_NOOP("Layers", "{0} sum"),
    "average subsampling": QT_TRANSLATE_NOOP("Layers", "{0} average"),
    "max subsampling": QT_TRANSLATE_NOOP("Layers", "{0} max"),
    "max blur subsampling": QT_TRANSLATE_NOOP("Layers", "{0} max blur"),
    "full connection": "{0}",
    "Euclidean RBF": QT_TRANSLATE_NOOP("Layers", "{0} × RBF"),
}
ACTIVATION_WORDS: dict[ActivationName, str] = {
    "scaled tanh": QT_TRANSLATE_NOOP("Layers", "scaled tanh"),
    "tanh": "tanh",
    "sigmoid": "sigmoid",
    "relu": "ReLU",
    "softmax": "softmax",
}


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number with the formula that it comes from.

    formula: numbers without separators, + − · / and brackets, such as "5·5·1·6 + 6"; ⌊a/b⌋ is
    rounded down. note: a text of the context "Layers" where there is nothing to compute.
    """

    formula: str
    value: int
    note: str = ""

    def steps(self, wording: Wording = ENGLISH) -> tuple[str, str]:
        """Return the formula, or the note, empty if there is none, and the number, as text."""
        number = wording.number(self.value)
        if self.formula == str(self.value):
            return wording.word(self.note) if self.note else "", number
        parts = "".join(
            wording.number(int(part)) if part.isdigit() else part for part in _parts(self.formula)
        )
        return parts, number

    def text(self, wording: Wording = ENGLISH) -> str:
        """Return "5·5·1·6 + 6 = 156", "0 (the codes are fixed)", or the number alone."""
        formula, number = self.steps(wording)
        if self.note:
            return f"{number} ({formula})"
        return f"{formula} = {number}" if formula else number


def _parts(formula: str) -> list[str]:
    """Split a formula into numbers and what stands between them."""
    parts = [""]
    for letter in formula:
        if parts[-1] and parts[-1][-1].isdigit() != letter.isdigit():
            parts.append("")
        parts[-1] += letter
    return parts


@dataclass(frozen=True, slots=True)
class FirstWeights:
    """How the values of one parameter begin. least, most: of their scale, as in ``InitialValues``.

    parameter: "weight", "bias" or "coefficient".
    """

    parameter: str
    distribution: Literal["constant", "uniform", "normal"]
    least: float
    most: float

    def text(self, wording: Wording = ENGLISH) -> str:
        """Return "weights uniform within ±0.096", "biases 0" or the like."""
        name = wording.word(_PARAMETERS[self.parameter])
        least, most = (wording.number(_rounded(scale)) for scale in (self.least, self.most))
        if self.distribution == "constant" or self.most == 0:
            return f"{name} {most}"
        one, several = _DISTRIBUTIONS[self.distribution]
        template = wording.word(one if least == most else several)
        return f"{name} {template.format(*dict.fromkeys((least, most)))}"


def _rounded(scale: float) -> float:
    """Round to three significant digits."""
    return float(f"{scale:.3g}")


_PARAMETERS = {
    "weight": QT_TRANSLATE_NOOP("Layers", "weights"),
    "bias": QT_TRANSLATE_NOOP("Layers", "biases"),
    "coefficient": QT_TRANSLATE_NOOP("Layers", "coefficients"),
}
# The second of each is for layers whose maps read different numbers of maps below.
_DISTRIBUTIONS = {
    "uniform": (
        QT_TRANSLATE_NOOP("Layers", "uniform within ±{0}"),
        QT_TRANSLATE_NOOP("Layers", "uniform within ±{0} to ±{1}, by map"),
    ),
    "normal": (
        QT_TRANSLATE_NOOP("Layers", "normal with deviation {0}"),
        QT_TRANSLATE_NOOP("Layers", "normal with deviation {0} to {1}, by map"),
    ),
}
