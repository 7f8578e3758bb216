"""CSV files as Kaggle and others offer MNIST."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data import datasets
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.formats import csv_sets
from lenet_gui.engine.data.train_test_splits import load_parts, matching_test
from lenet_gui.engine.storage import packed_files
from tests.engine.data.idx_files import digits
from tests.helpers import written

HEADER = "label," + ",".join(f"pixel{place}" for place in range(784))


def rows(images: np.ndarray, labels: Iterable[object], separator: str = ",") -> list[str]:
    return [
        separator.join([str(label), *map(str, image.ravel().tolist())])
        for image, label in zip(images, labels, strict=True)
    ]


def write(path: Path, lines: list[str], end: str = "\n") -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes((end.join(lines) + end).encode())
    return path


def test_kaggles_train_csv(tmp_path: Path) -> None:
    images, labels = digits(0, 30)
    path = write(tmp_path / "train.csv", [HEADER, *rows(images, labels.tolist())])
    data = load_dataset(str(path))
    assert data.kind == "csv"
    assert np.array_equal(data.images, images)
    assert data.labels == tuple(map(str, labels.tolist()))
    assert data.remarks == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_other_ways_to_write_it(tmp_path: Path, separator: str) -> None:
    images, labels = digits(0, 12)
    plain = rows(images, (f"{label}.0" for label in labels.tolist()), separator)
    letters = ["0", *(f"0.{place}" for place in range(1, 785))]  # numbers as names of columns
    last = [separator.join([*row.split(separator)[1:], row.split(separator)[0]]) for row in plain]
    names = separator.join([*(f"p{place}" for place in range(784)), "class"])
    for lines, end in (
        (plain, "\n"),
        ([separator.join(letters), *plain], "\r\n"),
        ([names, *last], "\n"),
        (["\ufeff" + names, *last, "", ""], "\r\n"),
        ([separator.join(f'"{field}"' for field in row.split(separator)) for row in plain], "\n"),
    ):
        data = load_dataset(str(write(tmp_path / "a.csv", lines, end)))
        assert data.labels == tuple(map(str, labels.tolist()))
        assert np.array_equal(data.images, images)


@pytest.mark.parametrize("name", ["train.csv.gz", "train.csv", "mnist", "a.idx3-ubyte", "a.npz"])
@pytest.mark.parametrize("packed", [True, False])
def test_content_tells_whatever_the_name(tmp_path: Path, name: str, packed: bool) -> None:
    images, labels = digits(0, 30)
    path = write(tmp_path / name, [HEADER, *rows(images, labels.tolist())])
    if packed:
        path.write_bytes(gzip.compress(path.read_bytes()))
    told: list[tuple[int, int]] = []
    data = load_dataset(str(path), lambda *step: told.append(step))
    assert data.kind == "csv"
    assert np.array_equal(data.images, images)
    assert data.labels == tuple(map(str, labels.tolist()))
    assert told[-1] == (path.stat().st_size,) * 2


def test_values_of_many_digits_are_known_by_their_content(tmp_path: Path) -> None:
    images, labels = digits(0, 5)
    table = np.column_stack([labels, images.reshape(5, 784) / 255])
    np.savetxt(tmp_path / "digits.txt", table, delimiter=",")  # 0.000000000000000000e+00
    assert np.array_equal(load_dataset(str(tmp_path / "digits.txt")).images, images)


@pytest.mark.parametrize("name", ["train.csv", "train.csv.gz", "mnist_784.csv", "digits.csv.gz"])
def test_a_folder_with_a_table_stands_for_it(tmp_path: Path, name: str) -> None:
    images, labels = digits(0, 90)
    path = write(tmp_path / "kaggle" / name, [HEADER, *rows(images, labels.tolist())])
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(path.read_bytes()))
    (tmp_path / "kaggle" / "README.md").touch()
    for folder in (tmp_path / "kaggle", tmp_path):
        assert np.array_equal(load_dataset(str(folder)).images, images)
    assert load_parts(TrainingData((str(tmp_path),)), 0).sources[0].test_from == "part"


def test_values_up_to_one_are_stretched(tmp_path: Path) -> None:
    images, labels = digits(0, 12)
    for scaled in ((images > 99).astype(np.uint8), np.round(images / 255, 4)):
        path = write(tmp_path / "a.csv", rows(scaled, labels.tolist()))
        wanted = np.round(scaled * 255.0).astype(np.uint8)
        assert np.array_equal(load_dataset(str(path)).images, wanted)


def test_blocks_end_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images, labels = digits(0, 9)
    path = write(tmp_path / "train.csv", [HEADER, *rows(images, labels.tolist())])
    path.write_bytes(path.read_bytes().rstrip())  # no end of the last line
    monkeypatch.setattr(csv_sets, "_BLOCK", 1000)
    told: list[tuple[int, int]] = []
    data = load_dataset(str(path), lambda *step: told.append(step))
    assert np.array_equal(data.images, images)
    assert len(told) > 10
    assert told[-1] == (path.stat().st_size,) * 2


def test_reading_ends_when_it_is_told_to(tmp_path: Path) -> None:
    images, labels = digits(0, 3)
    path = write(tmp_path / "train.csv", [HEADER, *rows(images, labels.tolist())])

    def stop(done: int, total: int) -> None:
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        load_dataset(str(path), stop)


def test_the_test_file_counts_only_if_it_has_labels(tmp_path: Path) -> None:
    images, labels = digits(0, 90)
    train = write(tmp_path / "train.csv", [HEADER, *rows(images, labels.tolist())])
    unlabelled = [row.partition(",")[2] for row in rows(images[:5], range(5))]
    write(tmp_path / "test.csv", [HEADER.partition(",")[2], *unlabelled])
    write(tmp_path / "sample_submission.csv", ["ImageId,Label", "1,0"])
    assert matching_test(str(train)) is None
    assert load_parts(TrainingData((str(tmp_path),)), 0).sources[0].test_from == "part"
    more = write(tmp_path / "mnist_train.csv", rows(images, labels.tolist()))
    test = write(tmp_path / "mnist_test.csv", rows(*digits(500, 20)))
    assert matching_test(str(more)) == str(test)
    assert matching_test(f"{more}#invert") == f"{test}#invert"
    packed = test.with_name("mnist_test.csv.gz")
    packed.write_bytes(gzip.compress(test.read_bytes()))
    test.unlink()
    assert matching_test(str(more)) == str(packed)
    packed.write_bytes(gzip.compress(",".join(["0"] * 784).encode()))
    assert matching_test(str(more)) is None
    with pytest.raises(BadInput, match=r"several data sets.*mnist_train\.csv, train\.csv"):
        load_dataset(str(tmp_path))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([HEADER.partition(",")[2], ",".join(["0"] * 784)], "has no labels: each of its 784"),
        ([",".join(["0"] * 784)], "has no labels"),
        (["a,b,c", "1,2,3"], r"no table of digits: it has 3 columns"),
        ([""], "no table of digits"),
        ([HEADER], "contains no samples"),
        ([HEADER, "1" + ",0" * 784, "1" + ",0" * 783], "line 3 is no row"),
        ([HEADER, "1" + ",0" * 784, "", "1" + ",x" * 784], "line 4 is no row"),
        ([HEADER, "1" + ",7" * 784, "1" + ",0" * 783 + ",256"], "line 3 is no row"),
        ([HEADER, "1" + ",0" * 783 + ",-1"], "line 2 is no row"),
        ([HEADER, "1" + ",0" * 783 + ",nan"], "line 2 is no row"),
        ([HEADER, "1" + ",0" * 783 + ",1e39"], "line 2 is no row"),
        ([HEADER, ",0" * 784], "line 2 is no row"),
        ([HEADER, "1" * 200_000], "line 2 is no row"),
    ],
)
def test_bad_files_get_a_sentence(tmp_path: Path, lines: list[str], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        load_dataset(str(write(tmp_path / "train.csv", lines)))


def test_a_line_without_end_takes_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "train.csv"
    path.write_bytes((HEADER + "\n").encode() + b"0," * 500_000)
    monkeypatch.setattr(csv_sets, "_BLOCK", 10_000)
    told: list[int] = []
    with pytest.raises(BadInput, match="line 2 is no row"):
        load_dataset(str(path), lambda done, total: told.append(done))
    assert told[-1] < 150_000  # not read to its end


def test_what_unpacks_to_far_more_than_it_is_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = gzip.compress(b"1" + b",0" * 784 + b"\n" * 2_000_000)
    # Small enough, whatever it is.
    assert len(load_dataset(str(written(tmp_path / "a.csv.gz", bomb)))) == 1
    monkeypatch.setattr(packed_files, "ALWAYS_UNPACKED", 300_000)
    monkeypatch.setattr(csv_sets, "_BLOCK", 100_000)
    told: list[int] = []
    path = written(tmp_path / "b.csv.gz", bomb)
    with pytest.raises(BadInput, match="unpacks to far more data than pictures"):
        load_dataset(str(path), lambda done, total: told.append(done))
    assert len(told) == 3


def test_a_damaged_gzip_file_gets_a_sentence(tmp_path: Path) -> None:
    images, labels = digits(0, 30)
    text = "\n".join([HEADER, *rows(images, labels.tolist())]).encode()
    whole = gzip.compress(text)
    path = tmp_path / "train.csv.gz"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BadInput, match=r"train\.csv\.gz is incomplete"):
        load_dataset(str(path))
    path.write_bytes(whole[:-8] + bytes(8))  # the sum at the end
    with pytest.raises(BadInput, match=r"train\.csv\.gz is a damaged gzip file"):
        load_dataset(str(path))
    assert not csv_sets.has_labels(written(path, whole[:40]))


def test_more_rows_than_are_supported_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets, "MAX_SAMPLES", 4)
    images, labels = digits(0, 5)
    path = write(tmp_path / "train.csv", rows(images, labels.tolist()))
    with pytest.raises(BadInput, match="contains more than 4 samples"):
        load_dataset(str(path))
