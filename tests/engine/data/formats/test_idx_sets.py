"""EMNIST, QMNIST and Fashion-MNIST: what is peculiar to each."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.formats.idx import read_idx_labels
from lenet_gui.engine.data.formats.idx_sets import matching_test_file, read_idx_set
from tests.engine.data.idx_files import digits, idx, put, write_emnist, write_qmnist
from tests.helpers import written


def test_emnist_is_turned_upright_and_its_letters_have_names(tmp_path: Path) -> None:
    data = load_dataset(str(write_emnist(tmp_path)))
    assert data.kind == "emnist"
    assert np.array_equal(data.images, digits(0, 60)[0])
    assert data.labels[:3] == ("A", "B", "C")
    assert "emnist-letters-mapping.txt" in data.hashes


def test_without_its_mapping_emnist_has_numbers_in_their_order(tmp_path: Path) -> None:
    data = load_dataset(str(write_emnist(tmp_path, mapping=False)))
    assert data.class_names() == tuple(str(label) for label in range(1, 27))


@pytest.mark.parametrize("line", ["A B", "1 99999999999", "1", "1 -4", "\xff\xff"])
def test_a_bad_mapping_gets_a_sentence(tmp_path: Path, line: str) -> None:
    path = write_emnist(tmp_path)
    (tmp_path / "emnist-letters-mapping.txt").write_text(line + "\n", "latin-1")
    with pytest.raises(BadInput, match=r"mapping\.txt is not a mapping of labels to characters"):
        load_dataset(str(path))
    (tmp_path / "emnist-letters-mapping.txt").write_text("1 65\n2 65\n")
    with pytest.raises(BadInput, match="gives two labels the same name"):
        load_dataset(str(path))


def test_qmnist_knows_its_writers(tmp_path: Path) -> None:
    data = load_dataset(str(write_qmnist(tmp_path)))
    assert data.kind == "qmnist"
    assert data.labels == tuple(map(str, digits(0, 80)[1].tolist()))
    assert data.groups[:9] == ("0", "1", "2", "3", "4", "5", "6", "7", "0")


def test_labels_of_32_bits_in_one_column_are_labels(tmp_path: Path) -> None:
    path = put(tmp_path / "labels", np.array([3, -1, 70_000], np.int32))
    assert read_idx_labels(path).tolist() == [[3], [-1], [70_000]]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (idx(np.zeros((2, 8), np.int32))[:-1], "is incomplete"),
        (
            gzip.compress(idx(np.zeros((2, 8), np.int32)), mtime=0)[:-9],
            "is incomplete|damaged gzip",
        ),
        (b"\0\0\x0c\2\xff\xff\xff\xff\xff\xff\xff\xff", "nothing or too much"),
        (b"\0\0\x08\1\0\0\0\0", "nothing or too much"),
        (b"\0\0\x0d\1\0\0\0\1\0\0\0\0", "contains no labels"),
        (b"hello", "is not an IDX file"),
        (b"", "is not an IDX file"),
    ],
)
def test_bad_labels_get_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_idx_labels(written(tmp_path / "labels", data))


@pytest.mark.parametrize(
    ("train", "test"),
    [
        ("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz"),
        ("train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte"),
        ("train-images.idx3-ubyte", "t10k-images.idx3-ubyte"),
        ("emnist-digits-train-images-idx3-ubyte.gz", "emnist-digits-test-images-idx3-ubyte.gz"),
        ("qmnist-train-images-idx3-ubyte", "qmnist-test-images-idx3-ubyte.gz"),
    ],
)
def test_the_test_file_is_found_by_its_name(tmp_path: Path, train: str, test: str) -> None:
    assert matching_test_file(tmp_path / train) is None
    (tmp_path / test).touch()
    assert matching_test_file(tmp_path / train) == tmp_path / test
    assert matching_test_file(tmp_path / test) is None
    assert matching_test_file(tmp_path / "strained-images") is None


def test_fashion_mnist_has_classes_0_to_9(tmp_path: Path) -> None:
    images, labels = digits(0, 200)
    put(tmp_path / "train-images-idx3-ubyte.gz", images)
    put(tmp_path / "train-labels-idx1-ubyte.gz", labels)
    found = read_idx_set(tmp_path / "train-images-idx3-ubyte.gz")
    assert set(found.labels) == set("0123456789")


def test_a_folder_with_one_idx_set_is_that_set(tmp_path: Path) -> None:
    write_qmnist(tmp_path)
    assert load_dataset(str(tmp_path)).kind == "qmnist"
    write_emnist(tmp_path)
    with pytest.raises(BadInput, match=r"several data sets; choose one of them: emnist-.*qmnist-"):
        load_dataset(str(tmp_path))
