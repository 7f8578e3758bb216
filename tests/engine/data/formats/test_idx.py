"""IDX files: MNIST's own, and damaged ones."""

import gzip
import struct
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.formats.idx import read_idx, read_idx_labels
from lenet_gui.engine.storage import packed_files
from tests.helpers import written

IMAGES = struct.pack(">BBBBIII", 0, 0, 8, 3, 2, 3, 4) + bytes(range(24))


@pytest.mark.parametrize("zipped", [False, True])
def test_images_come_as_they_are(tmp_path: Path, zipped: bool) -> None:
    path = written(tmp_path / "images", gzip.compress(IMAGES) if zipped else IMAGES)
    assert np.array_equal(read_idx(path, 3), np.arange(24).reshape(2, 3, 4))


def test_labels_come_as_they_are(tmp_path: Path) -> None:
    data = struct.pack(">BBBBI", 0, 0, 8, 1, 3) + b"\5\0\x09"
    assert read_idx(written(tmp_path / "labels", data), 1).tolist() == [5, 0, 9]


def test_mnist_begins_with_7_2_1_0() -> None:
    labels = read_idx(resource("mnist", "t10k-labels-idx1-ubyte.gz"), 1)
    assert labels.shape == (10_000,)
    assert labels[:4].tolist() == [7, 2, 1, 0]
    assert np.bincount(labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


@pytest.mark.parametrize("zipped", [False, True])
def test_every_truncation_gets_a_sentence(tmp_path: Path, zipped: bool) -> None:
    data = gzip.compress(IMAGES) if zipped else IMAGES
    for length in range(len(data)):
        with pytest.raises(
            BadInput, match=r"images (is incomplete|is not an IDX|is a damaged gzip)"
        ):
            read_idx(written(tmp_path / "images", data[:length]), 3)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "is not an IDX file of bytes"),
        (
            struct.pack(">BBBBIII", 0, 0, 0x0D, 3, 2, 3, 4) + bytes(96),
            "is not an IDX file of bytes",
        ),
        (struct.pack(">BBBBI", 0, 0, 8, 1, 24) + bytes(24), "an array with 1 axes; 3"),
        (struct.pack(">BBBBIII", 0, 0, 8, 3, 2, 0, 4), "nothing or too much"),
        (struct.pack(">BBBBIII", 0, 0, 8, 3, 2**32 - 1, 2**32 - 1, 9), "nothing or too much"),
        (IMAGES + b"\0", "is longer than its header says"),
        (b"\x1f\x8b" + bytes(40), "is a damaged gzip file"),
        (gzip.compress(IMAGES, mtime=0)[:-8] + bytes(8), "is a damaged gzip file"),
    ],
)
def test_other_files_get_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=f"images .*{sentence}|^images holds {sentence}"):
        read_idx(written(tmp_path / "images", data), 3)


@pytest.mark.parametrize("zipped", [False, True])
def test_a_file_that_claims_a_gigabyte_costs_nothing(tmp_path: Path, zipped: bool) -> None:
    data = struct.pack(">BBBBIII", 0, 0, 8, 3, 1000, 1000, 999) + bytes(1000)
    path = written(tmp_path / "images", gzip.compress(data) if zipped else data)
    tracemalloc.start()
    try:
        with pytest.raises(BadInput, match=r"is incomplete|far more data"):
            read_idx(path, 3)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_what_unpacks_to_far_more_than_it_is_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = struct.pack(">BBBBIII", 0, 0, 8, 3, 1000, 28, 28) + bytes(784_000)
    path = written(tmp_path / "images", gzip.compress(bomb))
    assert read_idx(path, 3).shape == (1000, 28, 28)  # small enough, whatever it is
    monkeypatch.setattr(packed_files, "ALWAYS_UNPACKED", 10_000)
    with pytest.raises(BadInput, match="unpacks to far more data"):
        read_idx(path, 3)


def test_labels_that_would_take_gigabytes_in_memory_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "labels", struct.pack(">BBBBI", 0, 0, 8, 1, 200_000_000))
    with pytest.raises(BadInput, match="too much"):
        read_idx_labels(path)


def test_a_missing_file_and_a_folder_get_a_sentence(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none", "There is no file"), (tmp_path, "is a folder")):
        with pytest.raises(BadInput, match=said):
            read_idx(path, 3)
