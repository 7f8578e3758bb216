"""Architectures as JSON: what comes back, and what is refused."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.architecture_json import (
    architecture_as_json,
    architecture_from_json,
)
from lenet_gui.engine.checkpoints.checkpoint import (
    architecture_of,
    checkpoint_of,
    read_checkpoint,
    read_metadata,
    write_checkpoint,
)
from lenet_gui.engine.checkpoints.library_entries import read_entry
from lenet_gui.engine.networks.activation_functions import ActivationFunction, Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.architectures import ARCHITECTURES, architecture
from lenet_gui.engine.networks.layers import Convolution, FullConnection, Subsampling
from lenet_gui.engine.networks.network import Network
from lenet_gui.engine.networks.weight_initialization import initial_weights

OWN = Architecture(
    name="my own",
    input_shape=(1, 28, 28),
    input_range=(-0.4242, 2.8215),
    initialization="torch",
    departure="",
    layers=(
        Layer("C1", Convolution(4, 3, stride=2), ActivationFunction("relu")),  # 13x13
        Layer("S2", Subsampling("max")),  # 6x6: the last row and column are not read
        Layer("C3", Convolution(5, 3, padding=1), ActivationFunction("sigmoid")),
        Layer("F4", FullConnection(7), ActivationFunction("tanh")),
        Layer("OUTPUT", FullConnection(3), Softmax()),
    ),
)


@pytest.mark.parametrize("name", ARCHITECTURES)
@pytest.mark.parametrize("sees", ["ink", "picture"])
def test_each_architecture_comes_back(name: str, sees: Any) -> None:
    made = architecture(name).seeing(sees)
    written = json.loads(json.dumps(architecture_as_json(made)))
    found = architecture_from_json(name, written)
    assert found == made
    assert found.initialization == made.initialization
    assert found.departure == made.departure


def test_a_network_that_no_table_has_is_read_back(tmp_path: Path) -> None:
    weights = initial_weights(OWN, 1)
    path = tmp_path / "own.safetensors"
    write_checkpoint(path, checkpoint_of(OWN, ("a", "b", "c"), weights))
    found = read_checkpoint(path)
    assert architecture_of(found) == OWN
    assert read_entry(path).architecture == OWN
    inputs = np.random.default_rng(0).normal(0, 1, (2, 1, 28, 28)).astype(np.float32)
    assert np.array_equal(
        Network(architecture_of(found), found.weights).scores(inputs),
        Network(OWN, weights).scores(inputs),
    )
    assert read_metadata(path)["format"] == "2"  # programs that know no such files refuse it


@pytest.mark.parametrize("classes", [2, 10, 200])
def test_what_the_table_has_is_not_carried(classes: int, tmp_path: Path) -> None:
    made = architecture("lenet-relu").for_classes(classes)
    checkpoint = checkpoint_of(made, tuple(map(str, range(classes))), initial_weights(made, 0))
    assert checkpoint.specification == {}
    write_checkpoint(tmp_path / "n.safetensors", checkpoint)
    assert read_metadata(tmp_path / "n.safetensors")["format"] == "1"
    assert "specification" not in read_metadata(tmp_path / "n.safetensors")


def test_what_a_network_sees_is_carried(tmp_path: Path) -> None:
    made = architecture("lenet-relu").for_classes(4).seeing("picture")
    checkpoint = checkpoint_of(made, tuple("abcd"), initial_weights(made, 0))
    write_checkpoint(tmp_path / "n.safetensors", checkpoint)
    found = architecture_of(read_checkpoint(tmp_path / "n.safetensors"))
    assert found.picture_shape == (3, 32, 32)
    assert found.summary == architecture("lenet-relu").summary


def test_as_many_names_as_outputs() -> None:
    with pytest.raises(BadInput, match="2 class names for 3 outputs"):
        architecture_of(checkpoint_of(OWN, ("a", "b"), {}))


def set_to(*path: Any) -> Callable[[dict[str, Any]], None]:
    """Return what puts the last of ``path`` where the others lead to."""
    *way, key, value = path

    def change(values: Any) -> None:
        for step in way:
            values = values[step]
        values[key] = value

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (set_to("layers", []), "unusable entry layers"),
        (set_to("layers", "C1"), "unusable entry layers"),
        (set_to("layers", [{}] * 25), "unusable entry layers"),
        (set_to("layers", 0, []), "unusable entry layers"),
        (set_to("layers", 0, "name", "INPUT"), "unusable entry name"),
        (set_to("layers", 0, "name", "self.x"), "unusable entry name"),
        (set_to("layers", 0, "name", "S2"), "unusable entry name"),
        (set_to("layers", 0, "kind", "dropout"), "unusable entry kind"),
        (set_to("layers", 0, "maps", 10**9), "unusable entry maps"),
        (set_to("layers", 0, "maps", True), "unusable entry maps"),
        (set_to("layers", 0, "maps", 2.0), "unusable entry maps"),
        (set_to("layers", 0, "kernel", 33), "unusable entry kernel"),
        (set_to("layers", 0, "stride", 0), "unusable entry stride"),
        (set_to("layers", 0, "padding", -1), "unusable entry padding"),
        (set_to("layers", 0, "table", [[0]] * 3), "unusable entry table"),
        (set_to("layers", 0, "table", [[1]] * 4), "unusable entry table"),
        (set_to("layers", 0, "table", [[]] * 4), "unusable entry table"),
        (set_to("layers", 2, "table", [[0, 0]] * 5), "unusable entry table"),
        (set_to("layers", 0, "activation", "softmax"), "unusable entry activation"),
        (set_to("layers", 0, "activation", "gelu"), "unusable entry activation"),
        (set_to("layers", 1, "size", 1), "unusable entry size"),
        (set_to("layers", 1, "size", 14), "S2 does not fit"),
        (set_to("layers", 3, "units", 10**12), "unusable entry units"),
        (set_to("layers", 4, "units", 1), "unusable entry units"),
        (set_to("layers", 4, "activation", "relu"), "neither a softmax nor RBF"),
        (set_to("layers", 4, "kind", "euclidean rbf"), "unusable entry kind"),
        (set_to("input_shape", [1, 28]), "unusable entry input_shape"),
        (set_to("input_shape", [2, 28, 28]), "unusable entry input_shape"),
        (set_to("input_shape", [1, 28, 32]), "unusable entry input_shape"),
        (set_to("input_shape", [1, 10**6, 10**6]), "unusable entry input_shape"),
        (set_to("input_range", [0.0, 0.0]), "unusable entry input_range"),
        (set_to("input_range", [0.0, float("nan")]), "unusable entry input_range"),
        (set_to("input_range", [0.0, 1e30]), "unusable entry input_range"),
        (set_to("sees", "sounds"), "unusable entry sees"),
        (set_to("initialization", ["torch"]), "unusable entry initialization"),
    ],
)
def test_nonsense_is_refused(change: Callable[[dict[str, Any]], None], sentence: str) -> None:
    values = copy.deepcopy(architecture_as_json(OWN))
    change(values)
    with pytest.raises(BadInput, match=sentence):
        architecture_from_json("my own", values)


def test_what_would_take_too_much_is_refused_before_it_does() -> None:
    values = architecture_as_json(OWN)
    values["layers"][3]["units"] = 100_000  # 18 million weights
    with pytest.raises(BadInput, match=r"too large: 18,\d+,\d+ parameters"):
        architecture_from_json("my own", values)
    values = architecture_as_json(OWN)
    values["layers"][0] |= {"maps": 2048, "stride": 1, "kernel": 3}
    with pytest.raises(BadInput, match="C1 has too many units"):
        architecture_from_json("my own", values)
