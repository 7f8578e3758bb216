"""The arithmetic of a unit or a weight in words: its formula, and the formula with its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.values import Unit, WeightPlace
from lenet_gui.engine.explaining.arithmetic import (
    Arithmetic,
    InputValue,
    Parameter,
    Penalty,
    SharedWeight,
    Subsampled,
    WeightedSum,
)
from lenet_gui.engine.networks.activation_functions import Activation, ActivationFunction
from lenet_gui.gui.wording.recognition_words import percent_text, unit_place
from lenet_gui.gui.wording.weight_words import weight_place

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

SUM_DIGITS = 3  # decimals of sums and results
WEIGHT_DIGITS = 4  # decimals of a weight, which is often small
MOST_SUMS = 24  # sums of maps that are written out
_FUNCTIONS = {
    "scaled tanh": "f(a) = 1.7159 tanh(2a/3)",
    "tanh": "f(a) = tanh(a)",
    "sigmoid": "f(a) = 1 / (1 + exp(-a))",
    "relu": "f(a) = max(0, a)",
}


@dataclass(frozen=True)
class Part:
    """A part of a line: a text, which may be a link, or be strong because it is the result."""

    text: str
    target: Unit | WeightPlace | None = None
    strong: bool = False


Line = tuple[Part, ...]


def signed(value: float, digits: int = SUM_DIGITS) -> str:
    """Return a number with its sign: "+0.176"."""
    text = QLocale().toString(value, "f", digits)
    return text if value < 0 or text.startswith("-") else f"+{text}"


def chained(values: Iterable[float]) -> str:
    """Return a sum: "-1.115 - 0.728 + 0.958"."""
    first, *others = values
    more = (
        f" {'-' if value < 0 else '+'} {QLocale().toString(abs(value), 'f', SUM_DIGITS)}"
        for value in others
    )
    return signed(first) + "".join(more)


def place_words(place: Unit | WeightPlace, recognizer: Recognizer) -> str:
    """Return what a place is called: "C3 map 6 · row 5, column 3"."""
    if isinstance(place, WeightPlace):
        return weight_place(place, recognizer)
    names = recognizer.checkpoint.class_names
    return unit_place(place, names, recognizer.architecture.coloured)


def map_words(layer: str, index: int, recognizer: Recognizer) -> str:
    """Return the name of a map in a row of its own: "map 2", or a colour of the input."""
    translate = QCoreApplication.translate
    if layer != "INPUT":
        return translate("Arithmetic", "map {0}").format(index)
    if recognizer.architecture.input_shape[0] == 1:
        return ""
    if not recognizer.architecture.coloured:
        return translate("Arithmetic", "channel {0}").format(index)
    colours = ("red", "green", "blue")
    return translate("PictureStages", colours[index])


def function_formula(activation: Activation | None) -> str:
    """Return the formula of an activation function; "" without one."""
    if activation is None:
        return ""
    if isinstance(activation, ActivationFunction):
        return _FUNCTIONS[activation.function]
    return QCoreApplication.translate("Arithmetic", "f = softmax: exp(a) / Σ exp(a of all classes)")


def formula(found: Arithmetic) -> str:
    """Return how such a number comes about, before any numbers are put in."""
    translate = QCoreApplication.translate
    if isinstance(found, InputValue):
        return translate("Arithmetic", "x = low + byte × (high - low) / 255")
    if isinstance(found, SharedWeight):
        if found.place.parameter == "weight":
            return translate("Arithmetic", "w × value, in every unit of the map")
        if found.place.parameter == "bias":
            return translate("Arithmetic", "added to the sum, in every unit of the map")
        return translate("Arithmetic", "coefficient × sum of the square, in every unit of the map")
    if isinstance(found, Penalty):
        return translate("Arithmetic", "x = Σ (value - code)²")
    inner = _sum_formula(found)
    if found.activation is None:
        return f"x = {inner}"
    return f"x = f({inner})   {function_formula(found.activation)}"


def _sum_formula(found: WeightedSum | Subsampled) -> str:
    translate = QCoreApplication.translate
    if isinstance(found, WeightedSum):
        if found.kind == "convolution":
            return translate("Arithmetic", "Σ patch × kernel + bias")
        return translate("Arithmetic", "Σ value × weight + bias")
    return {
        "sum": translate("Arithmetic", "coefficient × Σ values + bias"),
        "average": translate("Arithmetic", "average of the values"),
        "max": translate("Arithmetic", "largest value"),
        "max blur": translate("Arithmetic", "average of the largest values of overlapping squares"),
    }[found.kind]


def number_lines(found: Arithmetic) -> Iterator[Line]:
    """Yield the lines that follow from the pictures: the formula with the numbers put in."""
    if isinstance(found, InputValue):
        yield _input_line(found)
    elif isinstance(found, SharedWeight):
        yield from _weight_lines(found)
    elif isinstance(found, Penalty):
        yield (Part(f"{formula(found)} = "), Part(signed(found.x), strong=True))
    elif isinstance(found, WeightedSum):
        yield from _weighted_lines(found)
    else:
        yield from _subsampled_lines(found)


def _input_line(found: InputValue) -> Line:
    number, translate = QLocale().toString, QCoreApplication.translate
    if found.byte is None:
        text = translate("Arithmetic", "the border around the digit: x = ")
        return (Part(text), Part(signed(found.x), strong=True))
    low, step = number(found.low, "g", 4), number(found.high - found.low, "g", 4)
    return (
        Part(f"x = {low} + {found.byte} × {step} / 255 = "),
        Part(signed(found.x), strong=True),
    )


def _weight_lines(found: SharedWeight) -> Iterator[Line]:
    translate = QCoreApplication.translate
    symbol = {
        "weight": translate("Arithmetic", "w = "),
        "bias": translate("Arithmetic", "bias = "),
        "coefficient": translate("Arithmetic", "coefficient = "),
    }[found.place.parameter]
    yield (Part(symbol), Part(signed(found.value, WEIGHT_DIGITS), strong=True))
    if found.connections == 1:
        yield (Part(translate("Arithmetic", "One connection uses it.")),)
    else:
        rows, columns = found.units
        text = translate("Arithmetic", "Shared by {0} × {1} = {2} connections.")
        many = QLocale().toString(found.connections)
        yield (Part(text.format(rows, columns, many)),)
    yield (Part(_beginning(found)),)
    if found.gradient is not None:
        begin = translate("Arithmetic", "gradient = Σ δ × value = ")
        yield (Part(begin), Part(f"{found.gradient:+.3g}", strong=True))


def _beginning(found: SharedWeight) -> str:
    """Return how a weight was drawn before training."""
    translate, scale = QCoreApplication.translate, QLocale().toString(found.scale, "g", 3)
    if found.distribution == "normal":
        text = translate("Arithmetic", "Before training: random, standard deviation {0}.")
    elif found.distribution == "uniform" and found.scale:
        text = translate("Arithmetic", "Before training: random, from -{0} to +{0}.")
    else:
        text = translate("Arithmetic", "Before training: {0}.")
    return text.format(scale)


def _weighted_lines(found: WeightedSum) -> Iterator[Line]:
    translate = QCoreApplication.translate
    sums = [group.sum for group in found.products]
    total = signed(found.total)
    if 1 < len(sums) <= MOST_SUMS:
        yield (*_sum_of(sums), Part(f" = {total}"))
    elif len(sums) > 1:
        text = translate("Arithmetic", "Σ of the sums of {0} maps = {1}")
        yield (Part(text.format(len(sums), total)),)
    begin = translate("Arithmetic", "a = Σ + bias = {0} ").format(total)
    yield (Part(begin), *_added(found.bias), Part(f" = {signed(found.a)}"))
    if found.softmax is None:
        yield _result(found.activation, found.x)
        return
    number, softmax = QLocale().toString, found.softmax
    top, all_ = softmax.exponentials[found.unit.map], number(softmax.total, "f", 4)
    inner, own = chained((found.a, -softmax.largest)), number(float(top), "f", 4)
    yield (
        Part(f"x = exp({inner}) / Σ exp = {own} / {all_} = "),
        Part(percent_text(found.x, 2), strong=True),
    )


def _subsampled_lines(found: Subsampled) -> Iterator[Line]:
    translate, count = QCoreApplication.translate, found.patch.values.size
    values = chained(float(value) for value in found.patch.values.flat)
    if found.kind == "sum":
        assert found.coefficient is not None
        assert found.bias is not None
        factor = found.coefficient
        yield (*_sum_of(found.patch.values.ravel().tolist()), Part(f" = {signed(found.joined)}"))
        yield (
            Part(translate("Arithmetic", "a = coefficient × Σ + bias = ")),
            Part(signed(factor.value), factor.place),
            Part(f" × {signed(found.joined)} "),
            *_added(found.bias),
            Part(f" = {signed(found.a)}"),
        )
        yield _result(found.activation, found.x)
        return
    begin = "x" if found.activation is None else "a"
    if found.kind == "max":
        text = translate("Arithmetic", "largest")
    elif found.maxima is not None:
        maxima = chained(float(value) for value in found.maxima.flat)
        text = f"({maxima}) / {found.maxima.size}"
    else:
        text = f"({values}) / {count}"
    yield (Part(f"{begin} = {text} = "), Part(signed(found.a), strong=found.activation is None))
    if found.activation is not None:
        yield _result(found.activation, found.x)


def _sum_of(values: Sequence[float]) -> Iterator[Part]:
    """Yield "Σ = -1.115", " - 0.728" and so on, so that the line may be broken before each."""
    first, *others = values
    yield Part(f"Σ = {signed(first)}")
    for value in others:
        yield Part(chained((0.0, value)).removeprefix(signed(0.0)))


def _added(bias: Parameter) -> Line:
    """Return " + 0.421", whose number is a link."""
    sign = "-" if bias.value < 0 else "+"
    number = QLocale().toString(abs(bias.value), "f", SUM_DIGITS)
    return (Part(f"{sign} "), Part(number, bias.place))


def _result(activation: Activation | None, x: float) -> Line:
    return (Part("x = a = " if activation is None else "x = f(a) = "), Part(signed(x), strong=True))
