"""Hostile files end in a sentence, within bounds, and no code of theirs is run."""

from __future__ import annotations

import io
import json
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import h5py  # type: ignore[import-untyped]
import numpy as np
import onnx
import pytest
import safetensors.numpy
import torch
from onnx import TensorProto, helper, numpy_helper

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.importing.candidates import Said
from lenet_gui.engine.importing.foreign_file import read_foreign_file
from lenet_gui.engine.importing.imported import found_in
from tests.engine.importing.networks import Colour

Writer = Callable[[Path], None]


class Command:
    """Unpickled, it would make a file."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.mark),)


def code_in_pickle(path: Path) -> None:
    path.write_bytes(pickle.dumps({"a": Command(path.with_name("ran"))}))


def code_in_torch(path: Path) -> None:
    torch.save({"a": torch.zeros(3), "b": Command(path.with_name("ran"))}, path)


def whole_module(path: Path) -> None:
    torch.save(Colour(), path)


def huge_view(path: Path) -> None:
    torch.save({"conv.weight": torch.zeros(1).expand(10**6, 10**6)}, path)


def zip_bomb_in_torch(path: Path) -> None:
    good = io.BytesIO()
    torch.save({"a": torch.zeros(3)}, good)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            large = "/data/" in entry.filename
            new.writestr(entry.filename, bytes(300_000_000) if large else old.read(entry))


def zip_bomb_in_keras(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", "{}")
        archive.writestr("model.weights.h5", bytes(300_000_000))


def zip_bomb_in_npz(path: Path) -> None:
    np.savez_compressed(path, w=np.zeros((6000, 6000), np.float32))


def objects_in_npz(path: Path) -> None:
    np.savez(path, w=np.array([Command(path.with_name("ran"))], object))


def huge_shape_in_hdf5(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_dataset("dense/kernel", (1 << 40, 1 << 20), "f4", chunks=(64, 64))


def external_link(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file["dense"] = h5py.ExternalLink("/etc/passwd", "/kernel")


def external_storage(path: Path) -> None:
    secret = path.with_name("secret")
    secret.write_bytes(bytes(400))
    with h5py.File(path, "w") as file:
        file.create_dataset("kernel", (10, 10), "f4", external=[(str(secret), 0, 400)])


def soft_link(path: Path) -> None:
    with h5py.File(path, "w") as file:
        file.create_group("a")["b"] = h5py.SoftLink("/a")


def model_of(weight: onnx.TensorProto) -> onnx.ModelProto:
    graph = helper.make_graph(
        [helper.make_node("Flatten", ["x"], ["f"]),
         helper.make_node("Gemm", ["f", weight.name], ["y"], transB=1)],
        "g", [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 1, 28, 28])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 10])], [weight],
    )  # fmt: skip
    return helper.make_model(graph)


def external_data(path: Path) -> None:
    tensor = numpy_helper.from_array(np.zeros((10, 784), np.float32), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../secret")
    path.write_bytes(model_of(tensor).SerializeToString())


def giant_dims(path: Path) -> None:
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[1 << 40, 1 << 20])
    path.write_bytes(model_of(tensor).SerializeToString())


def too_few_values(path: Path) -> None:
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[10, 784], raw_data=bytes(8))
    path.write_bytes(model_of(tensor).SerializeToString())


def unknown_layer(path: Path) -> None:
    model = model_of(numpy_helper.from_array(np.zeros((10, 784), np.float32), "w"))
    model.graph.node[0].op_type = "Loop"
    path.write_bytes(model.SerializeToString())


def endless_sizes(path: Path) -> None:
    """A giant array that the graph itself would make."""
    model = model_of(numpy_helper.from_array(np.zeros((10, 784), np.float32), "w"))
    size = numpy_helper.from_array(np.array([1 << 40], np.int64), "size")
    model.graph.initializer.append(size)
    model.graph.node.insert(0, helper.make_node("ConstantOfShape", ["size"], ["huge"]))
    path.write_bytes(model.SerializeToString())


def not_numbers(path: Path) -> None:
    state = Colour().state_dict()
    state["fc1.bias"][3] = float("nan")
    torch.save(state, path)


def many_tensors(path: Path) -> None:
    safetensors.numpy.save_file({f"w{n}": np.zeros(1, np.float32) for n in range(10_000)}, path)


def many_in_torch(path: Path) -> None:
    torch.save({f"w{n}": torch.zeros(1) for n in range(1100)}, path)


def keras_code(path: Path) -> None:
    layer = {"class_name": "Lambda", "config": {"name": "l", "function": "__import__('os')"}}
    config = {"class_name": "Sequential", "config": {"name": "s", "layers": [layer]}}
    weights = io.BytesIO()
    h5py.File(weights, "w").close()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", json.dumps(config))
        archive.writestr("model.weights.h5", weights.getvalue())


def deep_json(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "[" * 100_000)
        archive.writestr("model.weights.h5", b"")


HOSTILE: dict[str, tuple[str, Writer, str]] = {
    "pickle": ("a.pt", code_in_pickle, r"names .*mkdir|damaged"),
    "code": ("a.pt", code_in_torch, r"names .*mkdir.*code is never run"),
    "module": ("a.pth", whole_module, r"names tests\.engine\.importing\.networks\.Colour"),
    "view": ("a.pt", huge_view, "million weights"),
    "torch bomb": ("a.pt", zip_bomb_in_torch, "unpacks to far more"),
    "keras bomb": ("a.keras", zip_bomb_in_keras, "unpacks to far more"),
    "npz bomb": ("a.npz", zip_bomb_in_npz, "million weights"),
    "npz objects": ("a.npz", objects_in_npz, "number type"),
    "hdf5 shape": ("a.h5", huge_shape_in_hdf5, "million weights"),
    "hdf5 link": ("a.h5", external_link, "not followed"),
    "hdf5 storage": ("a.h5", external_storage, "not followed"),
    "hdf5 soft link": ("a.h5", soft_link, "not followed"),
    "onnx elsewhere": ("a.onnx", external_data, "weights in another file"),
    "onnx dims": ("a.onnx", giant_dims, "million weights"),
    "onnx values": ("a.onnx", too_few_values, "do not have the size"),
    "onnx layer": ("a.onnx", unknown_layer, r"layer .*\(Loop\)"),
    "nan": ("a.pt", not_numbers, "fc1.bias contain values that are not numbers"),
    "many": ("a.safetensors", many_tensors, "more than 1000 arrays"),
    "many in torch": ("a.pt", many_in_torch, "more than 1000 arrays"),
    "keras code": ("a.keras", keras_code, r"layer l \(Lambda\)"),
    "onnx loop": ("a.onnx", endless_sizes, "is damaged|takes|no chain|not one chain|answers"),
    "json": ("a.keras", deep_json, "header|damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_in_a_sentence(tmp_path: Path, name: str) -> None:
    file, write, sentence = HOSTILE[name]
    path = tmp_path / file
    write(path)
    assert path.stat().st_size < 16_000_000
    with pytest.raises(BadInput, match=sentence) as caught:
        read_foreign_file(path)
    assert "a." in str(caught.value)
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("file", ["a.pt", "a.onnx", "a.h5", "a.keras", "a.npz", "a.safetensors"])
def test_noise_ends_in_a_sentence(tmp_path: Path, file: str) -> None:
    (tmp_path / file).write_bytes(b"\x01noise" * 100)
    with pytest.raises(BadInput, match=r"a\.\w+ .*(damaged|is not)"):
        read_foreign_file(tmp_path / file)


def test_a_giant_input_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    state = {
        "conv1.weight": torch.zeros(1, 1, 2, 2),
        "fc.weight": torch.zeros(10, 1000 * 1000 // 4),
    }
    torch.save(state, path)
    file = read_foreign_file(path)
    for side in (1000, 10**9):
        with pytest.raises(BadInput, match=r"a\.pt cannot be imported"):
            found_in(file, Said(input_side=side))


def test_names_with_escape_sequences_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    torch.save({"\x1b[31mconv.weight": torch.zeros(6, 2, 5, 5)}, path)
    with pytest.raises(BadInput) as caught:
        found_in(read_foreign_file(path))
    assert "\x1b" not in str(caught.value)
    assert "U+001B" in str(caught.value)
    assert "come first" in str(caught.value)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"conv2.weight": (16, 7, 5, 5)}, r"conv2\.weight of shape .*cannot follow conv1\.weight"),
        ({"fc1.weight": (120, 401)}, r"fc1\.weight of shape .*cannot follow conv2\.weight"),
        ({"fc2.weight": (84, 119)}, r"fc2\.weight of shape .*cannot follow fc1\.weight"),
        ({"conv1.weight": (6, 3, 5, 4)}, r"conv1\.weight have the shape"),
        ({"extra.running_mean": (9,), "extra.running_var": (9,)}, r"extra\.\w+ of shape"),
    ],
)
def test_the_first_tensor_that_does_not_fit_is_named(
    tmp_path: Path, changed: dict[str, tuple[int, ...]], sentence: str
) -> None:
    state = {name: values.numpy() for name, values in Colour().state_dict().items()}
    path = tmp_path / "net.npz"
    arrays = state | {name: np.zeros(shape, np.float32) for name, shape in changed.items()}
    np.savez(path, **arrays)
    with pytest.raises(BadInput, match=sentence):
        found_in(read_foreign_file(path))
