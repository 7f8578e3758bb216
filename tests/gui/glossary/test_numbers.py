"""The numbers in entries are those of the network in use, and they are right."""

import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from lenet_gui.common.values import Picture
from lenet_gui.engine.checkpoints.checkpoint import checkpoint_of
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.ink.painting import painted_picture
from lenet_gui.engine.ink.rasterizer import drawing_picture
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, FullConnection
from lenet_gui.engine.networks.subsampling import Subsampling
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.glossary.entry import entry
from lenet_gui.gui.glossary.numbers.strongest_unit import strongest_unit
from lenet_gui.gui.glossary.open_network import OpenNetwork
from lenet_gui.gui.glossary.table import TERMS
from lenet_gui.gui.glossary.what_is import what_is
from tests.gui.helpers import FOUR, drawing_of
from tests.gui.picture_networks import red_four_on_yellow, seeing_pictures
from tests.helpers import lively_weights, untrained

OWN = Architecture(
    name="own",
    input_shape=(3, 32, 32),
    input_range=(0.0, 1.0),
    initialization="he",
    departure="An architecture of its own.",
    layers=(
        Layer("A", Convolution(4, 5, padding=2, stride=2), ActivationFunction("relu")),
        Layer("B", Subsampling("max", 3)),
        Layer("OUTPUT", FullConnection(10), Softmax()),
    ),
)


@cache
def recognizer_of(name: str) -> Recognizer:
    """Of the published weights, of an architecture of its own, or of one that sees colours."""
    if name == "own":
        digits = tuple("0123456789")
        return Recognizer("own", checkpoint_of(OWN, digits, lively_weights(OWN)))
    return seeing_pictures() if name == "colours" else load_recognizer(name)


def opened(name: str, blank: bool = False) -> OpenNetwork:
    return reading(recognizer_of(name), blank)


def reading(recognizer: Recognizer, blank: bool = False) -> OpenNetwork:
    drawing = drawing_of([] if blank else FOUR)
    picture = drawing_picture(drawing)
    if recognizer.architecture.sees == "picture" and not blank:
        picture = painted_picture(red_four_on_yellow())
    return OpenNetwork(recognizer, recognizer.recognize(picture))


def said(key: str, network: OpenNetwork) -> str:
    return " ".join(TERMS[key].numbers(network))


NETWORKS = (*ARCHITECTURES, "own", "colours")


# ---- of the architecture


@pytest.mark.parametrize(
    ("key", "name", "wanted"),
    [
        ("weight_sharing", "lenet-5", "156 weights make 122,304 connections"),
        ("weight_sharing", "lenet-5", "28·28 = 784 times"),
        ("weight_sharing", "lenet-sigmoid", "156 weights make 89,856 connections"),
        ("weight_sharing", "own", "304 weights make 77,824 connections"),
        ("receptive_field", "lenet-5", "A unit of C3 sees 14×14 pixels."),
        ("receptive_field", "lenet-5", "A unit of S2 sees 6×6 pixels."),
        ("receptive_field", "lenet-5", "A unit of C5 sees 32×32 pixels."),
        ("receptive_field", "lenet-5-modern", "A unit of C3 sees 15×15 pixels."),
        ("receptive_field", "own", "A unit of B sees 9×9 pixels."),
        ("parameter", "lenet-5", "156 + 12 + 1,516 + 32 + 48,120 + 10,164 + 0 = 60,000"),
        ("parameter", "lenet-5-tanh", "= 61,706"),
        ("connection", "lenet-5", "= 340,908"),
        ("c1", "lenet-5", "5·5·1·6 + 6 = 156"),
        ("c1", "lenet-5", "156·28·28 = 122,304"),
        ("c1", "lenet-relu", "5·5·3·6 + 6 = 456"),
        ("c1", "own", "This network has no layer C1."),
        ("s2", "lenet-5", "6·2 = 12"),
        ("s2", "lenet-5", "(4+1)·6·14·14 = 5,880"),
        ("c3", "lenet-5", "5·5·60 + 16 = 1,516"),
        ("c3", "lenet-5", "1,516·10·10 = 151,600"),
        ("c3", "lenet-5-tanh", "5·5·6·16 + 16 = 2,416"),
        ("c5", "lenet-5", "5·5·16·120 + 120 = 48,120"),
        ("f6", "lenet-5", "120·84 + 84 = 10,164"),
        ("output", "lenet-5", "84·10 = 840"),
        ("output", "lenet-keras", "(84+1)·10 = 850"),
        ("padding", "lenet-keras", "C1, padding 2. Rows: 28+2·2−5+1 = 28"),
        ("padding", "lenet-5", "No layer of this network pads."),
        ("stride", "own", "A, stride 2. Rows: ⌊(32+2·2−5)/2⌋+1 = 16"),
        ("stride", "own", "B, stride 3. Rows: ⌊16/3⌋ = 5"),
        ("connection_table", "lenet-5", "60 entries of 96 possible ones; map 0 reads the maps 0"),
        ("connection_table", "lenet-relu", "no table: each of 16 maps reads all 6, 16·6 = 96."),
        ("kernel", "lenet-5", "C3 has 60 kernels of 5×5"),
        ("unit", "lenet-5", "4,704 + 1,176 + 1,600 + 400 + 120 + 84 + 10 = 8,094 units"),
        ("input", "lenet-relu", "3·32·32 = 3,072 numbers. Paper is 0, full ink 1."),
        ("input", "colours", "Black is 0, white 1."),
        ("input", "lenet-5", "Paper is -0.1, full ink 1.175."),
        ("activation_function", "lenet-5", "scaled tanh in C1, S2, C3, S4, C5, F6."),
        ("scaled_tanh", "lenet-relu", "does not use it. This network uses ReLU in C1, C3, C5, F6."),
        ("max_blur", "lenet-5-modern", "A unit of S2 reads 3×3 units"),
        ("max_blur", "lenet-5", "none; its subsampling layers are S2 (sum), S4 (sum)."),
        ("coefficient", "lenet-5", "S2 has 6 coefficients"),
        ("coefficient", "lenet-relu", "This network has none"),
        ("initialization", "lenet-5", "C1: 2.4 / 25 inputs = ±0.0960."),
        ("code", "lenet-5", "6 and 8 are the most alike: they differ in 12 of 84"),
        ("code", "lenet-5", "4·12 = 48"),
        ("softmax", "lenet-5", "This network has no softmax"),
        ("rbf", "lenet-keras", "This network has no codes"),
        ("penalty", "lenet-keras", "This network has no penalties"),
        ("backpropagation", "own", "OUTPUT → B → A"),
        ("occlusion", "lenet-keras", "4×4 in steps of 2 pixels: 13·13 = 169 places on 28×28"),
        ("class", "colours", "4 classes: blue, green, red, yellow."),
    ],
)  # fmt: skip
def test_numbers_of_architectures(key: str, name: str, wanted: str) -> None:
    assert wanted in said(key, opened(name))


@pytest.mark.parametrize("name", NETWORKS)
def test_formulas_of_each_layer_come_to_what_they_say(name: str) -> None:
    network = opened(name)
    totals = {"Parameters": 0, "Connections": 0}
    for placed in network.layers:
        for line in layer_lines(placed.name, network):
            what, _, formula = line.partition(": ")
            if what in totals:
                left, *right = formula.replace(",", "").split(" = ")
                value = int(right[0]) if right else int(left.partition(" ")[0])
                if right:
                    sum_ = left.replace("·", "*").replace("−", "-")
                    assert eval(sum_) == value  # our own formula
                totals[what] += value
    assert totals["Parameters"] == sum(w.size for w in weights_of(network).values())
    assert totals["Connections"] == network.architecture.connections


def layer_lines(layer: str, network: OpenNetwork) -> tuple[str, ...]:
    from lenet_gui.gui.glossary.numbers.layers import of_layer

    return of_layer(layer)(network)


def weights_of(network: OpenNetwork) -> dict[str, np.ndarray]:
    return dict(network.recognizer.checkpoint.weights)


# ---- of what is drawn


@pytest.mark.parametrize("name", NETWORKS)
def test_the_sum_of_the_strongest_unit_is_that_of_the_network(name: str) -> None:
    network = opened(name)
    strongest = strongest_unit(network)
    a = strongest.products + strongest.bias
    function = {
        "lenet-5": lambda: 1.7159 * np.tanh(2 * a / 3),
        "lenet-5-tanh": lambda: np.tanh(a),
        "lenet-keras": lambda: np.tanh(a),
        "lenet-sigmoid": lambda: 1 / (1 + np.exp(-a)),
    }.get(name, lambda: max(a, 0.0))
    assert strongest.activation == pytest.approx(function(), abs=1e-4)
    assert f"{a:+.3f}" in said("convolution", network)


def numbers_in(text: str) -> list[float]:
    return [
        float(found)
        for found in re.findall(r"[-+]?\d+(?:\.\d+)?(?:e[-+]\d+)?", text.replace(",", ""))
    ]


@pytest.mark.parametrize("name", ["lenet-keras", "lenet-relu", "lenet-5-modern", "own"])
def test_softmax_and_cross_entropy(name: str) -> None:
    network = opened(name)
    best = max(float(score) for score in network.recognition.scores)
    _, evidence, power, total, *_, share = numbers_in(said("softmax", network))
    assert power == pytest.approx(np.exp(evidence), rel=0.006)  # of a rounded exponent
    assert power / total == pytest.approx(best, abs=2e-3)
    assert share == pytest.approx(100 * best, abs=0.005)
    assert numbers_in(said("cross_entropy", network))[-1] == pytest.approx(-np.log(best), abs=1e-4)


def test_penalties_and_their_losses() -> None:
    network = opened("lenet-5")
    scores = sorted(float(score) for score in network.recognition.scores)
    assert numbers_in(said("rbf", network))[-1] == pytest.approx(scores[0], abs=0.051)
    assert numbers_in(said("mean_square", network))[-1] == pytest.approx(scores[0], abs=6e-4)
    margin = numbers_in(said("margin", network))[-1]
    assert margin == pytest.approx(scores[1] - scores[0], abs=0.011)
    j = 20.0
    wanted = scores[0] + np.log(np.exp(-j) + sum(np.exp(-score) for score in scores))
    assert f"{wanted:.3f}" in said("map_loss", network)
    assert f"j = {j:.0f}" in said("map_loss", network)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("sum_subsampling", "lenet-5"),
        ("average_pooling", "lenet-keras"),
        ("max_pooling", "lenet-relu"),
        ("max_pooling", "own"),
        ("max_blur", "lenet-5-modern"),
    ],
)
def test_what_subsampling_makes_of_its_units(key: str, name: str) -> None:
    """Each formula with numbers comes to the unit's value, as far as they are rounded."""
    lines = [line for line in TERMS[key].numbers(opened(name)) if " now: " in line]
    assert lines
    for line in lines:
        formula, _, value = line.partition(" now: ")[2].replace("·", "*").rpartition(" = ")
        found = eval(formula, {"f": lambda a: 1.7159 * np.tanh(2 * a / 3), "max": max})
        assert found == pytest.approx(float(value), abs=0.03)


def test_deltas_are_what_losses_say() -> None:
    network = opened("lenet-keras")
    likely = max(float(score) for score in network.recognition.scores)
    assert f"the delta {likely:.4f} − 1 = {likely - 1:.4f}" in said("delta", network)
    network = opened("lenet-5")
    below = network.recognition.activations["F6"]
    unit = int(re.findall(r"unit (\d+) of F6", said("delta", network))[0])
    *_, x, code, derivative = numbers_in(said("delta", network).replace("−", "").rstrip("."))
    assert x == pytest.approx(float(below[unit]), abs=6e-4)
    assert derivative == pytest.approx(2 * (x - code), abs=2e-3)


@pytest.mark.parametrize("name", ["lenet-relu", "own"])
def test_zeros_of_relu_are_counted(name: str) -> None:
    network = opened(name)
    first = network.layers[0].name
    values = network.recognition.activations[first]
    assert f"{first} now: {int((values == 0).sum()):,} of {values.size:,} units" in said(
        "relu", network
    )


@pytest.mark.parametrize("blank", [False, True])
@pytest.mark.parametrize("name", NETWORKS)
def test_every_term_says_something_of_every_network(name: str, blank: bool) -> None:
    network = opened(name, blank)
    for key, term in TERMS.items():
        lines = term.numbers(network)
        assert lines, key
        assert all(line and "{" not in line and "nan" not in line for line in lines), (key, lines)
        assert not blank or " now:" not in " ".join(lines), (key, lines)


def test_other_networks_have_other_numbers() -> None:
    differ = [
        key for key in TERMS if said(key, opened("lenet-5")) != said(key, opened("lenet-relu"))
    ]
    assert len(differ) > 45


# ---- of what the file says


def test_records_of_the_training_and_of_the_test() -> None:
    network = opened("lenet-5-pen")
    assert "132,587 samples in batches of 128" in said("batch", network)
    assert "1,036 steps an epoch" in said("batch", network)
    assert "125 wrong answers in 14,704: 0.85 %" in said("error_rate", network).replace("\xa0", " ")
    assert "from 0.71 % to 1.01 %" in said("confidence_interval", network).replace("\xa0", " ")
    assert "6 read as 4, 16 times" in said("confusion_matrix", network)
    assert "4: 1,462 of 1,484" in said("precision", network)
    assert "4: 1,462 of 1,468" in said("recall", network)
    assert "In the training of this network: 0.002." in said("learning_rate", network)


def test_samples_without_a_class_are_not_counted() -> None:
    record = {"errors": 5, "count": 100, "error_rate": 5 / 80}
    network = reading(Recognizer("x", replace(untrained(), evaluation=record)))
    assert "5 wrong answers in 80: 6.25" in said("error_rate", network)


STRANGE: tuple[object, ...] = (
    None, "x", [], {"config": 5}, {"config": {"batch": "many", "rate": [], "data": 7}},
    {"samples": -1, "config": {"batch": 0, "epochs": -3}}, {"errors": 5, "count": 2},
    {"errors": "a", "count": True, "confusion": [[1, 2], "x"], "data": ["<b>"]},
    {"confusion": [[0] * 10] * 10, "errors": 0, "count": 0},
    {"errors": 3, "count": 9, "error_rate": float("inf")},
    {"errors": 3, "count": 9, "error_rate": 1e-9},
)  # fmt: skip


@pytest.mark.parametrize("record", STRANGE, ids=repr)
def test_a_file_may_say_anything(record: object) -> None:
    known = record if isinstance(record, dict) else {}
    checkpoint = replace(untrained(), training=known, evaluation=known)
    network = reading(Recognizer("strange", checkpoint))
    for term in TERMS.values():
        assert all(term.numbers(network))
    assert TERMS["learning_rate"].numbers(network) == ("The file of this network does not say it.",)


def test_names_of_strangers_are_no_markup() -> None:
    names = tuple(f"<b>[unit](unit){digit}" for digit in range(10))
    network = reading(Recognizer("<img src=x>", untrained(class_names=names)))
    for key in ("class", "margin", "evidence", "softmax"):
        shown = entry(TERMS[key], network, LIGHT)
        assert "&lt;b&gt;[unit](unit)" in shown
        assert "&lt;img src=x&gt;" in shown
        assert "<img" not in shown
        assert "<b>[" not in shown


@pytest.mark.parametrize("name", NETWORKS)
def test_what_each_column_is(name: str) -> None:
    architecture = recognizer_of(name).architecture
    for layer in ("INPUT", *(layer.name for layer in architecture.layers)):
        text, key = what_is(layer, architecture)
        assert text.endswith(".")
        assert "{" not in text
        assert key in TERMS
    assert "kernels of 5×5" in what_is("C1", ARCHITECTURES["lenet-5"])[0]
    assert what_is("S4", ARCHITECTURES["lenet-relu"]) == (
        "Subsampling (max): each unit makes one number of a small square of C3. "
        "S4 has 16 maps of 5×5 units, 400 in all.",
        "s4",
    )


def test_an_empty_page_has_no_numbers_of_a_picture() -> None:
    blank = OpenNetwork(
        recognizer_of("lenet-5"),
        recognizer_of("lenet-5").recognize(Picture(np.zeros((280, 280), np.uint8))),
    )
    assert said("convolution", blank) == "Draw a digit to see its numbers here."
