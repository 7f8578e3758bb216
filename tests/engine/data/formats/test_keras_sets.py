"""Files like Keras' mnist.npz, and hostile ones."""

import contextlib
import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.formats import keras_sets
from lenet_gui.engine.data.train_test_splits import load_parts
from tests.engine.data.idx_files import digits


def write_keras(path: Path, packed: bool = False, **arrays: Any) -> Path:
    """Write a file like mnist.npz; arrays: those that are different."""
    (x_train, y_train), (x_test, y_test) = digits(0, 80), digits(500, 20)
    save = np.savez_compressed if packed else np.savez
    made = {"x_train": x_train, "y_train": y_train, "x_test": x_test, "y_test": y_test} | arrays
    save(path, **made)
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_both_parts_are_read(tmp_path: Path, packed: bool) -> None:
    path = write_keras(tmp_path / "mnist.npz", packed)
    data = load_dataset(str(path))
    assert data.kind == "keras"
    assert np.array_equal(data.images, digits(0, 80)[0])
    assert data.labels == tuple(map(str, digits(0, 80)[1].tolist()))
    parts = load_parts(TrainingData((str(path),)), 0)
    assert parts.sources[0].test_from == "file"
    assert np.array_equal(parts.test.images, digits(500, 20)[0])
    assert np.array_equal(load_dataset(f"{path}#test").images, digits(500, 20)[0])


def test_a_folder_with_nothing_else_stands_for_it(tmp_path: Path) -> None:
    write_keras(tmp_path / "mnist.npz")
    (tmp_path / "LICENSE").touch()
    data = load_dataset(str(tmp_path))
    assert (data.kind, len(data)) == ("keras", 80)
    parts = load_parts(TrainingData((str(tmp_path),)), 0)
    assert parts.sources[0].test_from == "file"
    assert np.array_equal(parts.test.images, digits(500, 20)[0])
    assert np.array_equal(load_dataset(f"{tmp_path}#test").images, digits(500, 20)[0])
    write_keras(tmp_path / "other.npz")
    with pytest.raises(BadInput, match=r"several data sets.*mnist\.npz, other\.npz"):
        load_dataset(str(tmp_path))


@pytest.mark.parametrize("name", ["mnist", "mnist.zip", "train-images.csv"])
def test_content_tells_whatever_the_name(tmp_path: Path, name: str) -> None:
    path = write_keras(tmp_path / "mnist.npz").rename(tmp_path / name)
    assert load_dataset(str(path)).kind == "keras"


def test_reading_ends_when_it_is_told_to(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        load_dataset(str(write_keras(tmp_path / "a.npz")), stop)


@pytest.mark.parametrize(
    "change",
    [
        lambda images: images.astype(np.float32) / 255,
        lambda images: images.astype(np.float64),
        lambda images: images.astype(np.int64)[..., None],
        np.asfortranarray,
    ],
)
def test_other_kinds_of_numbers_are_the_same_pictures(tmp_path: Path, change) -> None:
    path = write_keras(tmp_path / "a.npz", x_train=change(digits(0, 80)[0]))
    assert np.array_equal(load_dataset(str(path)).images, digits(0, 80)[0])


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"x_train": np.zeros((80, 784), np.uint8)}, "x_train has the shape 80 x 784"),
        ({"x_train": np.zeros((80, 28, 2001), np.uint8)}, "x_train has the shape"),
        ({"x_train": np.zeros((0, 28, 28), np.uint8)}, "x_train has the shape 0 x 28 x 28"),
        ({"x_train": np.full((80, 28, 28), -1)}, "x_train has values that are not from 0 to 255"),
        ({"x_train": np.full((80, 28, 28), np.nan)}, "not from 0 to 255"),
        ({"y_train": np.zeros(79, np.uint8)}, "y_train has no label for each of 80 pictures"),
        ({"y_train": np.zeros(80)}, "y_train has no label for each"),
        ({"x_train": np.array([{}] * 80, object)}, "not a readable npz file"),  # pickled
        ({"y_train": np.array(["a"] * 80)}, "not a readable npz file"),
    ],
)
def test_other_arrays_get_a_sentence(tmp_path: Path, arrays, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        load_dataset(str(write_keras(tmp_path / "a.npz", **arrays)))


def test_a_file_without_a_test_part_is_split(tmp_path: Path) -> None:
    images, labels = digits(0, 80)
    np.savez(tmp_path / "a.npz", x_train=images, y_train=labels)
    with pytest.raises(BadInput, match=r"a\.npz has no x_test, y_test"):
        load_dataset(f"{tmp_path / 'a.npz'}#test")
    parts = load_parts(TrainingData((str(tmp_path / "a.npz"),)), 0)
    assert parts.sources[0].test_from == "part"


def header(shape: tuple[int, ...], dtype: str = "|u1") -> bytes:
    buffer = io.BytesIO()
    fields = {"descr": dtype, "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(buffer, fields)
    return buffer.getvalue()


def archive_of(path: Path, kind: int = zipfile.ZIP_DEFLATED, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.npy", data)
    return path


def test_claims_are_checked_before_memory_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_reading(*_: object) -> bytearray:
        raise AssertionError("nothing of it may be inflated")

    labels = header((9,)) + bytes(9)
    bomb = header((60_000_000, 28, 28)) + bytes(60_000_000)
    whole = archive_of(tmp_path / "whole.npz", y_train=labels, x_train=bomb)
    assert whole.stat().st_size < 100_000
    huge = header((10**12, 28, 28)) + bytes(9)
    claims = archive_of(tmp_path / "claims.npz", y_train=labels, x_train=huge)
    many = archive_of(tmp_path / "many.npz", x_train=huge, y_train=header((10**9,)) + bytes(9))
    packed = archive_of(tmp_path / "b.npz", zipfile.ZIP_BZIP2, x_train=huge, y_train=labels)
    with pytest.raises(BadInput, match="unpacks to far more data than pictures"):
        load_dataset(str(whole))
    with pytest.raises(BadInput, match="unpacks to more data than is supported"):
        load_dataset(str(claims))
    monkeypatch.setattr(keras_sets, "_exactly", no_reading)
    with pytest.raises(BadInput, match="unpacks to more data than is supported"):
        load_dataset(str(many))
    with pytest.raises(BadInput, match="not a readable npz file"):
        load_dataset(str(packed))


def test_a_long_list_of_contents_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long.npz"
    names = {f"n{place}": b"" for place in range(3000)}
    archive_of(path, zipfile.ZIP_STORED, x_train=header((1,)), y_train=header((1,)), **names)
    assert not keras_sets.is_keras_set(path)
    data = bytearray(write_keras(tmp_path / "k.npz").read_bytes())
    data[-22:-22] = b"PK\6\7" + bytes(16)  # a second list that would count instead
    (tmp_path / "k.npz").write_bytes(data)
    assert not keras_sets.is_keras_set(tmp_path / "k.npz")


def test_damaged_files_get_a_sentence(tmp_path: Path) -> None:
    path = write_keras(tmp_path / "a.npz", packed=True)
    data = path.read_bytes()
    generator = np.random.default_rng(17)
    for _ in range(60):
        changed = bytearray(data)
        for place in generator.integers(0, len(data), 8).tolist():
            changed[place] = generator.integers(0, 256)
        (tmp_path / "b.npz").write_bytes(changed[: generator.integers(1, len(data) + 1)])
        with contextlib.suppress(BadInput):
            load_dataset(str(tmp_path / "b.npz"))
    (tmp_path / "c.npz").write_bytes(b"PK\5\6" + struct.pack("<8xII2x", 46, 9))
    with pytest.raises(BadInput, match="not a readable npz file"):
        load_dataset(str(tmp_path / "c.npz"))
