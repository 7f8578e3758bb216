"""Networks from Python answer as they do everywhere in the program."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import lenet_gui
from lenet_gui.common.values import Picture
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, load_recognizer
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from tests.helpers import mnist_test

SEVEN = mnist_test().images[0]


def test_the_default_is_the_window_s() -> None:
    assert lenet_gui.load().name == DEFAULT_NETWORK
    given = lenet_gui.load(DEFAULT_NETWORK).recognize(SEVEN)
    assert lenet_gui.recognize(SEVEN).scores == given.scores
    assert lenet_gui.recognize(SEVEN, lenet_gui.load("lenet-5")).score_kind == "penalty"


def test_threads_do_not_disturb_each_other() -> None:
    digits = list(mnist_test().images[:200])
    alone = [lenet_gui.recognize(digit).scores for digit in digits]
    with ThreadPoolExecutor(4) as pool:
        together = [answer.scores for answer in pool.map(lenet_gui.recognize, digits)]
    assert together == alone


@pytest.mark.parametrize("name", ["lenet-5", "lenet-relu", "lenet-keras"])
def test_an_answer_is_that_of_the_recognizer(name: str) -> None:
    network, recognizer = lenet_gui.load(name), load_recognizer(name)
    answer = network.recognize(SEVEN, paper="black")
    wanted = recognizer.recognize(Picture(SEVEN))
    assert (answer.label, answer.reason, answer.ranking[0]) == ("7", None, "7")
    assert list(answer.scores) == list(network.class_names) == list("0123456789")
    assert list(answer.scores.values()) == wanted.scores.tolist()
    assert answer.score_kind == wanted.score_kind == network.architecture.score_kind
    best = (min if answer.score_kind == "penalty" else max)(answer.scores.values())
    assert answer.scores[answer.ranking[0]] == best
    assert answer.confidence == wanted.confidence
    for layer, values in wanted.activations.items():
        assert (answer.activations[layer] == values).all()
        assert values.shape == network.architecture.layer(layer).shape


def test_blank_paper_has_no_answer() -> None:
    answer = lenet_gui.recognize(np.full((40, 30), 255, np.uint8))
    assert (answer.label, answer.reason, answer.ranking) == (None, "blank", ())
    assert not answer.scores
    assert not answer.activations


def test_the_dial_is_set_as_on_the_command_line() -> None:
    noise = np.random.default_rng(5).integers(0, 256, (28, 28)).astype(np.uint8)
    strict, lax = lenet_gui.load("lenet-5"), lenet_gui.load("lenet-5", accept_errors=1)
    declined = strict.recognize(noise, paper="black")
    assert (declined.label, declined.reason) == (None, "unsure")
    assert lax.recognize(noise, paper="black").label == declined.ranking[0]
    with pytest.raises(lenet_gui.BadInput, match="between 0 and 1"):
        lenet_gui.load(accept_errors=2)


def test_a_file_is_loaded_by_its_path(tmp_path: Path, monkeypatch) -> None:
    lenet_gui.load("lenet-5").save(tmp_path / "mine.safetensors")
    monkeypatch.chdir(tmp_path)
    for path in ("mine.safetensors", "./mine.safetensors", tmp_path / "mine.safetensors"):
        network = lenet_gui.load(path)
        assert network.name == "mine"
        assert network.checkpoint.evaluation == lenet_gui.load("lenet-5").checkpoint.evaluation
    assert lenet_gui.load(shipped_path("lenet-5")).recognize(SEVEN).label == "7"


@pytest.mark.parametrize(
    ("network", "said"),
    [
        ("lenet-50", "no network named lenet-50. Did you mean lenet-5"),
        ("", "no network named"),
        ("missing.safetensors", "missing.safetensors"),
        (Path("lenet-5"), "lenet-5"),  # a path is a file
        (Path(__file__), "test_named_network.py"),
    ],
)
def test_what_cannot_be_loaded_is_named(network: str | Path, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        lenet_gui.load(network)


def test_save_replaces_nothing_unless_told(tmp_path: Path) -> None:
    network, path = lenet_gui.load("lenet-5"), tmp_path / "net.onnx"
    network.save(path, "onnx")
    first = path.read_bytes()
    with pytest.raises(lenet_gui.BadInput, match=r"net\.onnx"):
        lenet_gui.load("lenet-keras").save(path, "onnx")
    assert path.read_bytes() == first
    lenet_gui.load("lenet-keras").save(path, "onnx", replace=True)
    assert path.read_bytes() != first
    with pytest.raises(lenet_gui.BadInput, match=r"no format named onx\. Did you mean onnx"):
        network.save(tmp_path / "x", "onx")


@pytest.mark.parametrize("name", ARCHITECTURES)
def test_an_untrained_network_answers_to_a_random_input(name: str) -> None:
    network = lenet_gui.untrained(name, seed=3)
    shape = network.architecture.input_shape
    inputs = np.random.default_rng(3).standard_normal((2, *shape))
    both, one = network.activations(inputs), network.activations(inputs[0])
    assert both["OUTPUT"].shape == (2, 10)
    for layer, values in one.items():
        assert values.dtype == np.float32
        np.testing.assert_allclose(both[layer][0], values, rtol=1e-5, atol=1e-5)
    again = lenet_gui.untrained(name, seed=3).checkpoint.weights
    other = lenet_gui.untrained(name, seed=4).checkpoint.weights
    for key, weights in network.checkpoint.weights.items():
        assert (weights == again[key]).all()
    assert any((weights != other[key]).any() for key, weights in again.items())


def test_an_untrained_network_has_the_classes_that_were_asked_for(tmp_path: Path) -> None:
    assert lenet_gui.untrained("lenet-relu", 3).class_names == ("0", "1", "2")
    network = lenet_gui.untrained("lenet-relu", ["cat", "dog"])
    assert network.class_names == ("cat", "dog")
    assert set(network.recognize(SEVEN).scores) == {"cat", "dog"}
    network.save(tmp_path / "pets.safetensors")
    assert lenet_gui.load(tmp_path / "pets.safetensors").class_names == ("cat", "dog")


def test_a_network_may_see_pictures(tmp_path: Path) -> None:
    network = lenet_gui.untrained("lenet-relu", ["warm", "cold"], sees="picture", seed=1)
    red, blue = (np.full((9, 7, 3), shade, np.uint8) for shade in ((255, 0, 0), (0, 0, 255)))
    inputs = np.zeros((3, 32, 32), np.float32)
    inputs[0] = 1.0
    given = network.activations(inputs)
    seen = network.recognize(red).activations
    for layer, values in given.items():
        assert (seen[layer] == values).all()
    assert (network.recognize(blue).activations["C1"] != given["C1"]).any()
    network.save(tmp_path / "colours.safetensors")
    loaded = lenet_gui.load(tmp_path / "colours.safetensors")
    assert loaded.recognize(red).scores == network.recognize(red).scores


def test_an_architecture_of_ones_own(tmp_path: Path) -> None:
    half = replace(
        ARCHITECTURES["lenet-keras"],
        name="half",
        layers=(
            Layer("C1", Convolution(3, 5, padding=2), ActivationFunction("tanh")),
            Layer("S2", Subsampling("average")),
            Layer("OUTPUT", FullConnection(10), Softmax()),
        ),
    )
    network = lenet_gui.untrained(half, 4)
    assert network.name == "half"
    assert network.activations(np.ones((1, 28, 28)))["OUTPUT"].shape == (4,)
    network.save(tmp_path / "half.safetensors")
    assert lenet_gui.load(tmp_path / "half.safetensors").architecture == network.architecture


def test_first_weights_are_drawn_by_the_scheme() -> None:
    drawn = lenet_gui.untrained("lenet-5-tanh", first_weights="normal-0.1").checkpoint.weights
    assert drawn["C3.weight"].std() == pytest.approx(0.1, rel=0.1)
    with pytest.raises(lenet_gui.BadInput, match=r"first_weights cannot be 'none'"):
        lenet_gui.untrained("lenet-5-tanh", first_weights="none")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("architecture", "classes", "said"),
    [
        ("lenet-9", 10, "no architecture named lenet-9"),
        ("lenet-relu", 1, "2 to 1000 classes, not 1"),
        ("lenet-relu", -1, "2 to 1000 classes"),
        ("lenet-relu", 1001, "2 to 1000 classes, not 1001"),
        ("lenet-relu", ["a", "a"], "each of them once"),
        ("lenet-relu", ["a", ""], "1 to 100 visible characters"),
        ("lenet-relu", 10**12, "2 to 1000 classes"),  # before any name of theirs is made
        ("lenet-5", 11, "the drawn codes of ten digits"),
    ],
)
def test_what_cannot_be_made_is_named(architecture: str, classes, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        lenet_gui.untrained(architecture, classes)


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        (np.zeros((28, 28)), r"\(28, 28\); lenet-5 needs \(1, 32, 32\)"),
        (np.zeros((1, 1, 1, 32, 32)), "needs"),
        (np.zeros(()), "needs"),
        (np.full((1, 32, 32), "x"), "numbers"),
        ([[1], [2, 3]], "numbers"),
    ],
)
def test_inputs_of_another_form_are_refused(inputs, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        lenet_gui.load("lenet-5").activations(inputs)
