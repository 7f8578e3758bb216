"""The arithmetic of a unit or a weight as text, as CSV, and as LaTeX."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.explaining.arithmetic import (
    Arithmetic,
    InputValue,
    Parameter,
    Patch,
    Penalty,
    SharedWeight,
    Subsampled,
    WeightedSum,
)
from lenet_gui.engine.networks.activation_functions import Activation, ActivationFunction
from lenet_gui.gui.wording.arithmetic_words import (
    formula,
    map_words,
    number_lines,
    place_words,
    signed,
)
from lenet_gui.gui.wording.csv_tables import csv_text

if TYPE_CHECKING:
    from lenet_gui.engine.recognition.recognizer import Recognizer

CELL_DIGITS = 3  # decimals of values in a text
EXACT = 9  # digits by which a float32 is known exactly
MOST_WRITTEN = 8  # largest products that LaTeX spells out; matrices have as many columns, or 10
WIDEST_MATRIX = 10  # columns of LaTeX's matrices
_LATEX_FUNCTIONS = {
    "scaled tanh": r"1.7159\tanh\tfrac{2a}{3}",
    "tanh": r"\tanh a",
    "sigmoid": r"\frac{1}{1+e^{-a}}",
    "relu": r"\max(0, a)",
}


def arithmetic_text(found: Arithmetic, recognizer: Recognizer) -> str:
    """Return an arithmetic as lines of text: what it is, its formula, all numbers, the result."""
    place = found.place if isinstance(found, SharedWeight) else found.unit
    lines = [place_words(place, recognizer), formula(found), *_matrices(found, recognizer)]
    lines += ["".join(part.text for part in line) for line in number_lines(found)]
    return "\n".join(line for line in lines if line) + "\n"


def arithmetic_sentence(found: Arithmetic, recognizer: Recognizer) -> str:
    """Return an arithmetic without its products in one line, for screen readers."""
    place = found.place if isinstance(found, SharedWeight) else found.unit
    lines = ("".join(part.text for part in line) for line in number_lines(found))
    return "; ".join([place_words(place, recognizer), formula(found), *lines])


def _matrices(found: Arithmetic, recognizer: Recognizer) -> Iterator[str]:
    if isinstance(found, WeightedSum):
        for group in found.products:
            name = map_words(group.patch.layer, group.patch.map, recognizer)
            yield f"{group.patch.layer} {name}".rstrip()
            yield from _beside(group.patch.values, "×", group.weights, "=", group.products)
            yield f"Σ = {signed(group.sum)}"
    elif isinstance(found, Penalty):
        yield from _beside(found.patch.values, "-", found.code, "²", found.squares)
    elif isinstance(found, Subsampled):
        yield from _beside(found.patch.values)
        if found.maxima is not None:
            yield "→"
            yield from _beside(found.maxima)
    elif isinstance(found, SharedWeight) and found.kernel.size > 1:
        yield from _beside(found.kernel)


def _beside(*parts: FloatArray | str) -> Iterator[str]:
    """Yield arrays with signs between them, row by row; a row of single units becomes a column."""
    arrays = [part.reshape(len(part), -1) for part in parts if not isinstance(part, str)]
    for row in range(len(arrays[0])):
        left = iter(arrays)
        yield "  ".join(
            part
            if isinstance(part, str)
            else " ".join(f"{value:+8.{CELL_DIGITS}f}" for value in next(left)[row])
            for part in parts
        )


def arithmetic_csv(found: Arithmetic) -> str:
    """Return a row for each number: what it is, where it stands, value, weight and product."""
    head = ["term", "layer", "map", "row", "column", "value", "weight", "product"]
    return csv_text([head, *_csv_rows(found)])


def _csv_rows(found: Arithmetic) -> Iterator[list[object]]:
    if isinstance(found, SharedWeight):
        index = " ".join(map(str, found.place.index))
        yield ["weight", found.place.layer, index, None, None, None, _exact(found.value), None]
        if found.factors is not None:
            for cell, factor in np.ndenumerate(found.factors):
                unit = found.unit((cell[0], cell[1]))
                product = _exact(float(factor) * found.value)
                yield ["used by", *_place(unit), _exact(factor), _exact(found.value), product]
        return
    if isinstance(found, WeightedSum):
        for group in found.products:
            for cell, value in np.ndenumerate(group.patch.values):
                numbers = value, group.weights[cell], group.products[cell]
                yield [
                    "product",
                    *_source(group.patch, cell),
                    *(_exact(number) for number in numbers),
                ]
        yield _parameter_row("bias", found.bias)
    elif isinstance(found, Penalty):
        for cell, value in np.ndenumerate(found.patch.values):
            numbers = value, found.code[cell], found.squares[cell]
            yield ["square", *_source(found.patch, cell), *(_exact(number) for number in numbers)]
    elif isinstance(found, Subsampled):
        for cell, value in np.ndenumerate(found.patch.values):
            yield ["value", *_source(found.patch, cell), _exact(value), None, None]
        for name, parameter in (("coefficient", found.coefficient), ("bias", found.bias)):
            if parameter is not None:
                yield _parameter_row(name, parameter)
    if not isinstance(found, InputValue):
        yield ["a", *_place(found.unit), _exact(found.a), None, None]
    yield ["x", *_place(found.unit), _exact(found.x), None, None]


def _exact(value: Any) -> float:
    """Return a float32 with the digits that it has, rather than those of its float64."""
    return float(f"{float(value):.{EXACT}g}")


def _place(unit: Unit) -> list[object]:
    return [unit.layer, unit.map, unit.row, unit.column]


def _source(patch: Patch, cell: tuple[int, ...]) -> list[object]:
    unit = patch.unit(cell)
    return ["padding", patch.map, None, None] if unit is None else _place(unit)


def _parameter_row(name: str, parameter: Parameter) -> list[object]:
    place, value = parameter.place, _exact(parameter.value)
    return [name, place.layer, place.index[0], None, None, None, value, None]


# ---- LaTeX


def arithmetic_latex(found: Arithmetic) -> str:
    """Return an arithmetic as an ``align*`` environment, which needs the package amsmath."""
    body = " \\\\\n".join(f"  {line}" for line in _latex_lines(found))
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"


def _latex_lines(found: Arithmetic) -> Iterator[str]:
    if isinstance(found, InputValue):
        if found.byte is None:
            yield f"x &= {found.low:g}"
        else:
            step = f"{found.high - found.low:g}"
            yield rf"x &= {found.low:g} + {found.byte} \cdot \frac{{{step}}}{{255}} = {found.x:.3f}"
    elif isinstance(found, SharedWeight):
        yield f"w &= {found.value:.4f}"
    elif isinstance(found, Penalty):
        yield r"x &= \sum_j (x_j - w_j)^2 = " + _largest(found) + f" = {found.x:.3f}"
    elif isinstance(found, WeightedSum):
        yield from _latex_sum(found)
    else:
        yield from _latex_subsampled(found)


def _latex_sum(found: WeightedSum) -> Iterator[str]:
    if found.products[0].weights.ndim == 2 and found.products[0].weights.shape[1] <= WIDEST_MATRIX:
        for place, group in enumerate(found.products):
            name = rf"s_{{{place}}} &= \sum "
            matrices = r" \odot ".join(map(_matrix, (group.patch.values, group.weights)))
            yield f"{name}{matrices} = {group.sum:.3f}"
        names = " + ".join(f"s_{{{place}}}" for place in range(len(found.products)))
    else:
        yield r"s &= \sum_j w_j x_j = " + _largest(found) + f" = {found.total:.3f}"
        names = "s"
    yield f"a &= {names} + b = {found.total:.3f} {found.bias.value:+.3f} = {found.a:.3f}"
    if found.softmax is None:
        yield from _latex_result(found.activation, found.x)
        return
    top = float(found.softmax.exponentials[found.unit.map])
    total = found.softmax.total
    fraction = rf"\frac{{{top:.4f}}}{{{total:.4f}}}"
    yield rf"x &= \frac{{e^{{a}}}}{{\sum_k e^{{a_k}}}} = {fraction} = {found.x:.4f}"


def _latex_subsampled(found: Subsampled) -> Iterator[str]:
    values = _matrix(found.patch.values)
    if found.coefficient is not None and found.bias is not None:
        yield rf"s &= \sum {values} = {found.joined:.3f}"
        numbers = f"{found.coefficient.value:.3f} \\cdot {found.joined:.3f} {found.bias.value:+.3f}"
        yield f"a &= c\\,s + b = {numbers} = {found.a:.3f}"
        yield from _latex_result(found.activation, found.x)
        return
    if found.maxima is not None:
        yield rf"m &= {_matrix(found.maxima)}"
        yield rf"a &= \tfrac{{1}}{{{found.maxima.size}}} \sum m = {found.a:.3f}"
    elif found.kind == "max":
        yield rf"a &= \max {values} = {found.a:.3f}"
    else:
        yield rf"a &= \tfrac{{1}}{{{found.patch.values.size}}} \sum {values} = {found.a:.3f}"
    yield from _latex_result(found.activation, found.x)


def _latex_result(activation: Activation | None, x: float) -> Iterator[str]:
    if isinstance(activation, ActivationFunction):
        yield f"x &= f(a) = {_LATEX_FUNCTIONS[activation.function]} = {x:.3f}"
    else:
        yield f"x &= a = {x:.3f}"


def _largest(found: WeightedSum | Penalty) -> str:
    """Return the largest terms of a sum, spelled out."""
    values: Iterable[FloatArray]
    if isinstance(found, Penalty):
        values, weights, results = found.patch.values, found.code, found.squares
        term = r"({0:.3f} - ({1:+.0f}))^2"
    else:
        values, weights, results = (
            np.concatenate([part.ravel() for part in parts])
            for parts in (
                [group.patch.values for group in found.products],
                [group.weights for group in found.products],
                [group.products for group in found.products],
            )
        )
        term = r"({0:.3f})({1:.3f})"
    order = np.argsort(-np.abs(results), kind="stable")[:MOST_WRITTEN]
    terms = [term.format(float(values[j]), float(weights[j])) for j in order]
    rest = [r"\cdots"] if len(results) > len(order) else []
    return " + ".join(terms + rest)


def _matrix(values: FloatArray) -> str:
    rows = (" & ".join(f"{value:.3f}" for value in row) for row in values)
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"
