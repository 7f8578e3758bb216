"""Exported files of PyTorch and Keras answer as the network does, without this program."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Checkpoint, Picture
from lenet_gui.engine.checkpoints.checkpoint import architecture_of, checkpoint_of
from lenet_gui.engine.checkpoints.exports import export_format, export_network
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.ink.colour_pictures import resized
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.layers import Convolution, EuclideanRBF, FullConnection, Subsampling
from lenet_gui.engine.networks.network import Network
from tests.helpers import largest_error, lively_weights, mnist_test, random_inputs, untrained

RUNNER = Path(__file__).with_name("run_scripts.py")
DIGITS = tuple("0123456789")
OWN = ("stride, table, odd maps", "grey picture", "dark ink", "RBF of maps")
WHOLE = ("lenet-5", "lenet-5-modern", "lenet-keras", "stride, table, odd maps")
"""Networks that are also saved, trained and used on the command line."""
HOSTILE = (
    '"""\nopen("pwned", "w")\n"""', "'''", "\\", '"', "'", "both \" and '", "{CLASSES}", "a\nb",
    "\ud800", "\u202e", "😀", "数字", "\\x41", "#", "",
)  # fmt: skip


def own(shape: tuple[int, int, int], *layers: Layer, **rest: Any) -> Checkpoint:
    made = Architecture(
        **{"name": "own", "input_range": (0.0, 1.0), "initialization": "torch", "departure": ""}
        | {"input_shape": shape, "layers": layers}
        | rest
    )
    classes = DIGITS[: made.classes]
    return checkpoint_of(made, classes, lively_weights(made))


def sums(function: Any) -> ActivationFunction:
    return ActivationFunction(function)


def hostile() -> Checkpoint:
    """A network whose names would be code if they were written as they are."""
    named = ARCHITECTURES["lenet-sigmoid"].for_classes(len(HOSTILE))
    return checkpoint_of(replace(named, name=HOSTILE[0]), HOSTILE, lively_weights(named))


@cache
def networks() -> Mapping[str, Checkpoint]:
    """The networks that are exported, by the names of their files."""
    found = {name: load_checkpoint(name) for name in ARCHITECTURES}
    found |= {f"{name}-untrained": untrained(name) for name in ARCHITECTURES}
    found["two"] = untrained("lenet-keras", ("a", "b"))
    found["many"] = untrained("lenet-relu", tuple(f"class {number}" for number in range(200)))
    found["hostile"] = hostile()
    table = ((0, 1), (1, 2, 4), (0, 3), (2,))
    found["stride, table, odd maps"] = own(
        (3, 31, 31),
        Layer("C1", Convolution(5, 4, padding=1, stride=2), sums("tanh")),
        Layer("S2", Subsampling("average"), sums("sigmoid")),
        Layer("C3", Convolution(4, 3, padding=1, table=table, stride=2), sums("scaled tanh")),
        Layer("S4", Subsampling("sum")),
        Layer("F5", FullConnection(30), sums("relu")),
        Layer("OUTPUT", FullConnection(7), Softmax()),
        sees="picture",
    )
    found["grey picture"] = own(
        (1, 40, 40),
        Layer("C1", Convolution(3, 5, stride=3), sums("relu")),
        Layer("OUTPUT", FullConnection(3), Softmax()),
        sees="picture", input_range=(-1.0, 1.0),
    )  # fmt: skip
    found["dark ink"] = own(
        (1, 24, 24),
        Layer("C1", Convolution(3, 5, padding=1)),
        Layer("S2", Subsampling("max blur", 3), sums("relu")),
        Layer("S3", Subsampling("max", 3)),
        Layer("OUTPUT", FullConnection(10), Softmax()),
        input_range=(1.0, -1.0),
    )
    found["RBF of maps"] = own(
        (1, 28, 28),
        Layer("C1", Convolution(6, 5, padding=2), sums("relu")),
        Layer("S2", Subsampling("average", 4)),
        Layer("C3", Convolution(21, 6), sums("scaled tanh")),
        Layer("OUTPUT", EuclideanRBF()),
        input_range=(-0.4242, 2.8215),
    )
    return found


@dataclass(frozen=True)
class Ran:
    """What a script did: scores of random inputs, inputs of images and a file, what it says."""

    checkpoint: Checkpoint
    given: np.ndarray
    scores: np.ndarray
    images: np.ndarray
    inputs: np.ndarray
    said: dict[str, Any]


def large_digit() -> np.ndarray:
    """A digit of MNIST, enlarged, at one side of the page: ink 255, uint8 (180, 200)."""
    large = mnist_test().images[0].repeat(5, axis=0).repeat(5, axis=1)
    return np.pad(large, ((40, 0), (10, 50)))


def images_for(architecture: Architecture) -> np.ndarray:
    """Two pictures in colour, or two digits of MNIST, uint8 (2, rows, columns[, 3])."""
    if architecture.sees == "picture":
        return np.random.default_rng(0).integers(0, 256, (2, 50, 60, 3)).astype(np.uint8)
    return mnist_test().images[:2]


@pytest.fixture(scope="module", params=["pytorch", "keras"])
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """Export all networks, run them in one process, and return what they did by name."""
    folder = tmp_path_factory.mktemp(request.param)
    Image.fromarray(255 - large_digit()).save(folder / "picture.png")  # dark ink on light paper
    for name, checkpoint in networks().items():
        title = "".join(HOSTILE) if name == "hostile" else name
        export_network(title, checkpoint, export_format(request.param), folder / f"{name}.py")
        architecture = architecture_of(checkpoint)
        inputs = random_inputs(architecture, 3).astype(np.float32)
        images, whole = images_for(architecture), np.array(name in WHOLE)
        np.savez(folder / f"{name}.npz", inputs=inputs, images=images, whole=whole)
    done = subprocess.run(
        [sys.executable, str(RUNNER), request.param, str(folder)], cwd=folder, check=False,
        env={**os.environ, "KERAS_BACKEND": "torch", "PYTHONPATH": ""}, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert not (folder / "pwned").exists()
    return request.param, {name: read(folder, name) for name in networks()}


def read(folder: Path, name: str) -> Ran:
    with np.load(folder / f"{name}.npz") as given:
        return Ran(
            networks()[name],
            given["inputs"],
            np.load(folder / f"{name}.scores.npy"),
            given["images"],
            np.load(folder / f"{name}.inputs.npy"),
            json.loads((folder / f"{name}.json").read_text()),
        )


def test_scores_are_those_of_the_network(ran: tuple[str, dict[str, Ran]]) -> None:
    """PyTorch's networks of probabilities give logits, as its loss takes them."""
    framework, each = ran
    wrong = {}
    for name, done in each.items():
        architecture = architecture_of(done.checkpoint)
        network = Network(architecture, done.checkpoint.weights)
        wanted = network.scores(done.given)
        if framework == "pytorch" and architecture.score_kind == "probability":
            wanted = network.evidence(done.given)
        wrong[name] = largest_error(done.scores, wanted)
    assert len(wrong) >= 18
    assert not {name: error for name, error in wrong.items() if not error < 1e-5}


def test_an_image_becomes_the_input_of_the_network(ran: tuple[str, dict[str, Ran]]) -> None:
    """Arrays in MNIST's form or in colour, and last a file with a digit to be centred."""
    framework, each = ran
    for done in each.values():
        architecture = architecture_of(done.checkpoint)
        if (shape := architecture.picture_shape) is not None:
            file = np.repeat(255 - large_digit()[:, :, None], 3, axis=2)
            seen = np.stack([resized(image, shape) for image in (*done.images, file)])
        else:
            centred = normalize(Picture(large_digit())).digit
            seen = np.stack([*done.images, centred])
        inputs = done.inputs if framework == "pytorch" else done.inputs.transpose(0, 3, 1, 2)
        grey_level = np.ptp(architecture.input_range) / 255
        np.testing.assert_allclose(inputs, architecture.input_from(seen), atol=1.01 * grey_level)
        np.testing.assert_allclose(inputs[:2], architecture.input_from(seen[:2]), atol=1e-6)


def test_classes_are_those_of_the_network_and_no_code(ran: tuple[str, dict[str, Ran]]) -> None:
    _, each = ran
    for done in each.values():
        assert tuple(done.said["classes"]) == done.checkpoint.class_names


def test_a_picture_is_read_on_the_command_line(ran: tuple[str, dict[str, Ran]]) -> None:
    _, each = ran
    for name in WHOLE[:3]:
        assert each[name].said["printed"] == "picture.png: 7\n"


def test_training_in_keras_keeps_to_the_connection_table(ran: tuple[str, dict[str, Ran]]) -> None:
    framework, each = ran
    if framework == "keras":
        assert each["lenet-5"].said["connected"] == {"conv2": 60 * 25}
        assert each["stride, table, odd maps"].said["connected"] == {"conv2": 8 * 9}


def test_a_training_script_reads_digits_alone() -> None:
    with pytest.raises(BadInput, match="reads digits, but mine sees pictures"):
        export_format("script").make("mine", networks()["grey picture"])
    export_format("script").make("mine", networks()["dark ink"])
