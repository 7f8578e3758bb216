"""The table of layers: each formula gives the number that the network really has."""

import math

import pytest

from lenet_gui.engine.checkpoints.architecture_json import (
    architecture_as_json,
    architecture_from_json,
)
from lenet_gui.engine.explaining.layer_table import input_text, layer_table, totals
from lenet_gui.engine.explaining.layer_words import Count, FirstWeights, Wording
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.weight_initialization import initial_weights
from tests.engine.explaining.architectures import every_architecture

each = pytest.mark.parametrize("name", every_architecture())


def computed(count: Count) -> float:
    """What the formula gives that people see, separators and all."""
    formula = count.text().partition(" = ")[0].partition(" (")[0].replace(",", "")
    for sign, python in {"·": "*", "−": "-", "⌊": "math.floor(", "⌋": ")"}.items():
        formula = formula.replace(sign, python)
    return eval(formula, {"math": math})


@each
def test_formulas_give_what_the_network_has(name: str) -> None:
    architecture = every_architecture()[name]
    rows, placed = layer_table(architecture), list(architecture.placed_layers())
    assert [row.name for row in rows] == [one.name for one in placed]
    for row, one in zip(rows, placed, strict=True):
        assert row.parameters.value == one.parameters == computed(row.parameters)
        assert row.connections.value == one.connections == computed(row.connections)
        assert (row.input_shape, row.output_shape) == (one.source, one.shape)
        if len(one.shape) == 3 and row.kernel:
            assert row.side is not None
            assert row.side.value == one.shape[1] == computed(row.side)
    sums = [sum(row.parameters.value for row in rows), sum(row.connections.value for row in rows)]
    assert totals(architecture) == f"{sums[0]:,} parameters · {sums[1]:,} connections"


@each
def test_what_a_checkpoint_carries_has_the_same_table(name: str) -> None:
    architecture = every_architecture()[name]
    again = architecture_from_json("own", architecture_as_json(architecture))
    assert layer_table(again) == layer_table(architecture)


@each
def test_first_weights_lie_where_the_table_says(name: str) -> None:
    architecture = every_architecture()[name]
    drawn = initial_weights(architecture, 0)
    for row in layer_table(architecture):
        own = [key for key in drawn if key.startswith(f"{row.name}.")]
        assert [f"{row.name}.{first.parameter}" for first in row.first_weights] == own
        for first in row.first_weights:
            values = drawn[f"{row.name}.{first.parameter}"]
            if first.distribution == "constant":
                assert (values == first.most).all()
            elif first.distribution == "uniform":
                assert abs(values).max() <= first.most * 1.000001
            elif values.size > 1000:
                assert first.least * 0.8 < values.std() < first.most * 1.2


def test_the_network_of_1998_in_the_words_of_the_textbook() -> None:
    rows = {row.name: row for row in layer_table(ARCHITECTURES["lenet-5"])}
    assert {name: row.parameters.text() for name, row in rows.items()} == {
        "C1": "5·5·1·6 + 6 = 156",
        "S2": "6·2 = 12",
        "C3": "5·5·60 + 16 = 1,516",
        "S4": "16·2 = 32",
        "C5": "5·5·16·120 + 120 = 48,120",
        "F6": "120·84 + 84 = 10,164",
        "OUTPUT": "0 (the codes are fixed)",
    }
    assert {name: row.connections.text() for name, row in rows.items()} == {
        "C1": "156·28·28 = 122,304",
        "S2": "(4+1)·6·14·14 = 5,880",
        "C3": "1,516·10·10 = 151,600",
        "S4": "(4+1)·16·5·5 = 2,000",
        "C5": "48,120·1·1 = 48,120",
        "F6": "(120+1)·84 = 10,164",
        "OUTPUT": "84·10 = 840",
    }
    assert [row.short() for row in rows.values()] == [
        "5×5 · tanh", "2×2 sum · tanh", "5×5 by table · tanh", "2×2 sum · tanh", "5×5 · tanh",
        "84 · tanh", "10 × RBF",
    ]  # fmt: skip
    assert rows["C1"].first_weights_text() == "weights uniform within ±0.096, biases 0"
    assert rows["C3"].first_weights_text().startswith("weights uniform within ±0.016 to ±0.032")
    assert rows["S2"].first_weights_text() == "coefficients 0.25, biases 0"


def test_max_blur_whose_squares_are_cut_at_the_edge() -> None:
    rows = {row.name: row for row in layer_table(every_architecture()["lenet-5-modern"])}
    assert rows["S2"].connections.text() == "6·(3·14−1)·(3·14−1) = 10,086"
    own = {row.name: row for row in layer_table(every_architecture()["dark ink"])}
    assert own["S2"].connections.formula == "3·(5·7−1)·(5·7−1)"  # 22 rows: the last square has 4


def test_strides_and_padding() -> None:
    rows = {row.name: row for row in layer_table(every_architecture()["stride, table, odd maps"])}
    first = rows["C1"]
    assert (first.kernel, first.stride, first.padding) == (4, 2, 1)
    assert first.side is not None
    assert first.side.text() == "⌊(31+2·1−4)/2⌋+1 = 15"
    assert rows["S2"].side is not None
    assert rows["S2"].side.text() == "⌊15/2⌋ = 7"
    assert rows["F5"].side is None


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lenet-5", "1@32×32: 28×28 digit, border 2; paper is -0.1, ink 1.175"),
        ("lenet-sigmoid", "1@28×28: 28×28 digit; paper is 0, ink 1"),
        ("lenet-keras", "1@28×28: 28×28 digit; C1 pads it by 2 per side with zeros; "
         "paper is 0, ink 1"),
        ("dark ink", "1@24×24: 28×28 digit without its rim of 2; C1 pads it by 1 per side "
         "with zeros; paper is 1, ink -1"),
        ("grey picture", "1@40×40: picture, resized; black is -1, white 1"),
    ],
)  # fmt: skip
def test_input_in_words(name: str, words: str) -> None:
    assert input_text(every_architecture()[name]) == words


def test_another_language_brings_its_words_and_numbers() -> None:
    shouting = Wording(str.upper, lambda value: f"{value:,}".replace(",", "'"))
    row = layer_table(ARCHITECTURES["lenet-5"])[2]
    assert row.short(shouting) == "5×5 BY TABLE · TANH"
    assert row.connections.text(shouting) == "1'516·10·10 = 151'600"
    assert FirstWeights("bias", "uniform", 0.0, 0.0).text(shouting) == "BIASES 0.0"
