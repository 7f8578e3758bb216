"""Networks of tutorials answer here as there, and how they read is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from safetensors.torch import save_file

from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import (
    architecture_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.importing.candidates import Candidate, Said
from lenet_gui.engine.importing.foreign_file import read_foreign_file
from lenet_gui.engine.importing.imported import Found, found_in, imported
from lenet_gui.engine.networks.network import Network
from tests.engine.importing.conftest import Tutorial
from tests.engine.importing.networks import Colour, digits

NAMES = ("sigmoid", "colour", "parts", "tanh")


def answers_of(checkpoint: Checkpoint, count: int) -> np.ndarray:
    """Probabilities for MNIST's first test digits, by way of the file."""
    architecture = architecture_of(checkpoint)
    images = (digits("mnist-test", count)[0].numpy()[:, 0] * 255.0).round().astype(np.uint8)
    if architecture.sees == "picture":
        images = np.repeat(images[:, None], architecture.input_shape[0], axis=1)
    return Network(architecture, checkpoint.weights).scores(architecture.input_from(images))


def kept(found: Found, choice: int, folder: Path) -> Checkpoint:
    path = folder / "kept.safetensors"
    write_checkpoint(path, imported(found, choice))
    return read_checkpoint(path)


def is_true(candidate: Candidate, tutorial: Tutorial) -> bool:
    return (
        candidate.function == tutorial.function
        and candidate.pooling == tutorial.pooling
        and candidate.ink == tutorial.ink
        and candidate.input_range == tutorial.input_range
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_state_dict_answers_as_there(
    tutorials: dict[str, Tutorial], tmp_path: Path, name: str
) -> None:
    tutorial = tutorials[name]
    path = tmp_path / f"{name}.pt"
    torch.save({"epoch": 3, "model_state_dict": tutorial.net.state_dict()}, path)
    found = found_in(read_foreign_file(path))
    assert found.tried
    assert found.certain
    true = [place for place, one in enumerate(found.choices) if is_true(one, tutorial)]
    assert true, [(one.function, one.pooling, one.ink, one.input_range) for one in found.choices]
    theirs = tutorial.answers(50)
    nearest = min(
        np.abs(answers_of(kept(found, place, tmp_path), 50) - theirs).max() for place in true
    )
    assert nearest < 1e-5
    record = imported(found).training["imported"]
    assert (record["file"], record["kind"]) == (path.name, "PyTorch")
    assert len(record["sha256"]) == 64


def test_names_and_order_do_not_matter(tutorials: dict[str, Tutorial], tmp_path: Path) -> None:
    """safetensors sorts by name: the classifier comes before the features, biases first."""
    tutorial = tutorials["parts"]
    said = Said(activation="relu", pooling="max", ink="bright", input_range="standardized",
                input_side=28)  # fmt: skip
    state = {f"module.{name}": value for name, value in tutorial.net.state_dict().items()}
    torch.save(state, tmp_path / "a.pth")
    save_file(tutorial.net.state_dict(), tmp_path / "a.safetensors")
    plain = {name.replace(".", "_"): value.numpy() for name, value in state.items()}
    np.savez(tmp_path / "a.npz", **plain)
    for file in ("a.pth", "a.safetensors", "a.npz"):
        found = found_in(read_foreign_file(tmp_path / file), said)
        assert found.combinations == 1
        assert np.abs(answers_of(imported(found), 50) - tutorial.answers(50)).max() < 1e-5
        rows = {row.source: row.parameter for row in found.choices[0].table}
        first = next(name for name in rows if name.endswith(("features.0.weight", "0_weight")))
        assert rows[first] == "C1.weight"
        assert any(row.folded for row in found.choices[0].table)


@pytest.mark.parametrize("file", ["net.keras", "net.h5", "net.weights.h5"])
def test_keras_says_its_layers_itself(keras_files: Path, file: str) -> None:
    said = Said(ink="bright", input_range="0..1")
    if file == "net.weights.h5":
        said = replace(said, activation="tanh", pooling="average", padding=2, input_side=28)
    found = found_in(read_foreign_file(keras_files / file), said)
    assert found.combinations == 1
    theirs = np.load(keras_files / "answers.npy")
    assert np.abs(answers_of(imported(found), 50) - theirs).max() < 1e-5


def test_keras_layers_of_own_names(keras_files: Path) -> None:
    """A functional model of five classes, whose convolution has a name of its own."""
    found = found_in(read_foreign_file(keras_files / "own.keras"))
    assert found.class_names == ("0", "1", "2", "3", "4")
    assert not found.tried
    assert [layer.name for layer in found.choices[0].architecture.layers] == ["C1", "S2", "OUTPUT"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", ["colour", "parts"])
def test_onnx_of_pytorch(tutorials: dict[str, Tutorial], tmp_path: Path, name: str) -> None:
    tutorial = tutorials[name]
    path = tmp_path / "net.onnx"
    example = tutorial.prepared(digits("mnist-test", 1)[0])
    torch.onnx.export(tutorial.net, (example,), str(path), dynamo=False, verbose=False)
    found = found_in(read_foreign_file(path), Said(ink="bright", sees="ink"))
    at = next(
        place for place, one in enumerate(found.choices) if one.input_range == tutorial.input_range
    )
    assert np.abs(answers_of(imported(found, at), 50) - tutorial.answers(50)).max() < 1e-5


def test_onnx_with_channels_last(tmp_path: Path) -> None:
    """As TensorFlow's exporter writes: transpositions, products and sums, a normalization."""
    random = np.random.default_rng(4)
    arrays = {
        "w1": random.normal(0, 0.2, (4, 1, 3, 3)), "gain": random.uniform(0.5, 2, 4),
        "shift": random.normal(0, 1, 4), "mean": random.normal(0, 1, 4),
        "spread": random.uniform(0.5, 2, 4), "w2": random.normal(0, 0.1, (676, 10)),
        "b2": random.normal(0, 1, 10),
    }  # fmt: skip
    nodes = [
        helper.make_node("Transpose", ["x"], ["t"], perm=[0, 3, 1, 2]),
        helper.make_node("Conv", ["t", "w1"], ["c"]),
        helper.make_node("BatchNormalization", ["c", "gain", "shift", "mean", "spread"], ["n"]),
        helper.make_node("Relu", ["n"], ["r"]),
        helper.make_node("MaxPool", ["r"], ["p"], kernel_shape=[2, 2], strides=[2, 2]),
        helper.make_node("Transpose", ["p"], ["l"], perm=[0, 2, 3, 1]),
        helper.make_node("Shape", ["l"], ["s"]),
        helper.make_node("Reshape", ["l", "flat"], ["f"]),
        helper.make_node("MatMul", ["f", "w2"], ["m"]),
        helper.make_node("Add", ["m", "b2"], ["a"]),
        helper.make_node("Softmax", ["a"], ["y"]),
    ]
    initializers = [
        numpy_helper.from_array(values.astype(np.float32), name) for name, values in arrays.items()
    ]
    flat = numpy_helper.from_array(np.array([-1, 676], np.int64), "flat")
    graph = helper.make_graph(
        nodes, "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 28, 28, 1])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 10])], [*initializers, flat],
    )  # fmt: skip
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    (tmp_path / "net.onnx").write_bytes(model.SerializeToString())
    images, _ = digits("mnist-test", 20)
    (theirs,) = ReferenceEvaluator(model).run(None, {"x": images.numpy().transpose(0, 2, 3, 1)})
    said = Said(ink="bright", input_range="0..1")
    made = imported(found_in(read_foreign_file(tmp_path / "net.onnx"), said))
    assert np.abs(answers_of(made, 20) - theirs).max() < 1e-5


def test_letters_have_to_be_said(tmp_path: Path) -> None:
    """MNIST does not tell what a network of four kinds of pictures reads."""
    torch.manual_seed(1)
    net = Colour(4, 20)
    path = tmp_path / "signs.pt"
    torch.save(net.state_dict(), path)
    file = read_foreign_file(path)
    found = found_in(file, class_names=("stop", "go", "left", "right"))
    assert not found.tried
    assert not found.certain
    assert found.choices[0].function == "relu"
    assert found.choices[0].architecture.sees == "picture"
    checkpoint = imported(found)
    assert checkpoint.class_names == ("stop", "go", "left", "right")
    images = np.random.default_rng(0).integers(0, 256, (5, 3, 20, 20)).astype(np.uint8)
    architecture = architecture_of(checkpoint)
    if architecture.input_shape == (3, 20, 20):
        with torch.no_grad():
            theirs = torch.softmax(net(torch.from_numpy(images / np.float32(255))), 1).numpy()
        ours = Network(architecture, checkpoint.weights).scores(architecture.input_from(images))
        assert np.abs(ours - theirs).max() < 1e-5
    said = found_in(file, Said(activation="tanh", pooling="max", input_range="-1..1", ink="dark"))
    assert said.choices[0].architecture.input_range == (1.0, -1.0)


@pytest.mark.parametrize("turned", [False, True])
def test_arrays_without_names(tmp_path: Path, turned: bool) -> None:
    """As ``np.savez(path, *weights)`` writes them: in order, with PyTorch's axes or Keras'."""
    own = load_checkpoint("lenet-sigmoid")
    arrays = []
    for name in architecture_of(own).parameter_shapes:
        values = own.weights[name]
        if turned and values.ndim == 4:
            values = values.transpose(2, 3, 1, 0)
        elif turned and values.ndim == 2:
            if name == "C5.weight":  # the first one after maps
                values = values.reshape(120, 16, 4, 4).transpose(0, 2, 3, 1).reshape(120, 256)
            values = values.T
        arrays.append(values)
    np.savez(tmp_path / "net.npz", *arrays)
    said = Said(activation="sigmoid", pooling="max", ink="bright", input_range="0..1")
    made = imported(found_in(read_foreign_file(tmp_path / "net.npz"), said))
    assert made.architecture == "lenet-sigmoid"
    assert not made.specification
    for name, values in own.weights.items():
        assert (made.weights[name] == values).all(), name
