"""Honest splits: no sample and no writer in two parts, no test part that is learned from."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData, ValidationPart
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.honest_parts import fingerprints
from lenet_gui.engine.data.train_test_splits import load_parts, split, split_source
from tests.engine.data.idx_files import digits, put, write_emnist, write_qmnist
from tests.engine.data.test_dataset import numbered


def source(count: int, writers: list[str] | None = None, classes: int = 10) -> Dataset:
    images = np.random.default_rng(0).integers(0, 255, (count, 28, 28)).astype(np.uint8)
    groups = tuple(writers or [""] * count)
    return Dataset("d", images, tuple(str(i % classes) for i in range(count)), groups, {"f": "0"})


def plain(folder: Path, count: int, name: str = "own-images", start: int = 0) -> str:
    images, labels = digits(start, count)
    put(folder / name.replace("images", "labels"), labels)
    return str(put(folder / name, images))


def marks(part: Dataset) -> set[int]:
    return set(fingerprints(part.images).tolist())


def test_mnist_is_split_as_it_always_was() -> None:
    parts = load_parts(TrainingData(), seed=0)
    assert [len(part) for part in (parts.training, parts.validation, parts.test)] == [
        55_000, 5_000, 10_000,
    ]  # fmt: skip
    for part, digest in ((parts.training, "ffc57cbd0eef"), (parts.validation, "efe5afe9222b")):
        content = part.images.tobytes() + "".join(part.labels).encode()
        assert hashlib.sha256(content).hexdigest().startswith(digest)
    assert parts.test.name == "mnist-test"
    assert parts.sources[0].test_from == "file"
    assert len(parts.hashes) == 4


def test_validation_can_be_what_comes_first() -> None:
    parts = load_parts(TrainingData(("mnist",), validation_part="first"), 0)
    assert parts.validation.labels[:4] == ("5", "0", "4", "1")
    assert len(parts.validation) == 5_000


def test_no_sample_is_in_two_parts_whatever_the_seed(tmp_path: Path) -> None:
    own = plain(tmp_path, 350)
    tests = []
    for seed in range(4):
        parts = load_parts(TrainingData((own,), validation=50 + seed), seed)
        pieces = [marks(part) for part in (parts.training, parts.validation, parts.test)]
        assert sum(map(len, pieces)) == len(set().union(*pieces)) == 350
        tests.append(pieces[2])
    assert len(tests[0]) == 50
    assert all(test == tests[0] for test in tests)  # no training has ever learned from it


def test_samples_that_are_added_leave_most_of_the_test_part_where_it_was(tmp_path: Path) -> None:
    before = load_parts(TrainingData((plain(tmp_path, 350),)), 0)
    after = load_parts(TrainingData((plain(tmp_path, 400),)), 0)
    assert len(marks(before.test) & marks(after.training)) <= 3


@pytest.mark.parametrize("seed", range(4))
def test_no_writer_is_in_two_parts(tmp_path: Path, seed: int) -> None:
    path = str(write_qmnist(tmp_path, 200, writers=20, test=False))
    parts = load_parts(TrainingData((path,), validation=40), seed)
    groups = [set(part.groups) for part in (parts.training, parts.validation, parts.test)]
    assert sum(map(len, groups)) == len(set().union(*groups)) == 20
    assert parts.sources[0].writers == tuple(map(len, groups))
    assert parts.sources[0].test_from == "part"


def test_the_test_file_beside_it_is_the_test_part(tmp_path: Path) -> None:
    parts = load_parts(TrainingData((str(write_qmnist(tmp_path)),)), 0)
    assert np.array_equal(parts.test.images, digits(2000, 80)[0])
    assert parts.sources[0].test_from == "file"
    assert "qmnist-test-images-idx3-ubyte.gz" in parts.hashes
    parts = load_parts(TrainingData((str(tmp_path),)), 0)  # as a folder, too
    assert len(parts.test) == 80


def test_a_test_that_is_given_is_the_test_part(tmp_path: Path) -> None:
    own, other = plain(tmp_path, 100), plain(tmp_path, 60, "other-images", 500)
    parts = load_parts(TrainingData((own,), test=other, validation=20), 0)
    assert [len(part) for part in (parts.training, parts.validation, parts.test)] == [80, 20, 60]


def test_what_is_in_the_test_is_not_learned_from(tmp_path: Path) -> None:
    own = plain(tmp_path, 100)
    some = plain(tmp_path, 160, "other-images", 60)
    parts = load_parts(TrainingData((some,), test=own), 0)
    assert not (marks(parts.training) | marks(parts.validation)) & marks(parts.test)
    with pytest.raises(BadInput, match="are in the test data, too"):
        load_parts(TrainingData((own,), test=own), 0)
    # the digits of MNIST's test under another name
    parts = load_parts(TrainingData(("mnist", own)), 0)
    assert not (marks(parts.training) | marks(parts.validation)) & marks(parts.test)
    assert len(parts.training) + len(parts.validation) == 60_000
    assert len(parts.test) == 10_000


def test_each_source_is_split_by_itself_and_counts_once(tmp_path: Path) -> None:
    own, other = plain(tmp_path, 140), plain(tmp_path, 280, "other-images", 500)
    parts = load_parts(TrainingData((own, other, own), validation=60), 0)
    assert [split.validation for split in parts.sources] == [20, 40]
    assert [split.test for split in parts.sources] == [20, 40]
    assert len(parts.training) == 300
    assert len(load_parts(TrainingData(("mnist", "mnist-train")), 0).test) == 10_000


def test_validation_takes_no_more_than_a_fifth(tmp_path: Path) -> None:
    parts = load_parts(TrainingData((plain(tmp_path, 70),)), 0)
    assert [len(part) for part in (parts.training, parts.validation, parts.test)] == [46, 14, 10]


def test_letters_keep_their_names(tmp_path: Path) -> None:
    parts = load_parts(TrainingData((str(write_emnist(tmp_path, 260)),)), 0)
    assert parts.training.class_names() == tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert set(parts.validation.labels) <= set(parts.training.labels)


def test_one_class_gets_a_sentence_unless_it_is_mixed(tmp_path: Path) -> None:
    images, labels = digits(0, 300)
    sevens = labels == 7
    put(tmp_path / "seven-labels", labels[sevens])
    path = str(put(tmp_path / "seven-images", images[sevens]))
    with pytest.raises(BadInput, match="All samples belong to one class, 7"):
        load_parts(TrainingData((path,)), 0)
    parts = load_parts(TrainingData((path, plain(tmp_path, 300, start=1000))), 0)
    assert len(parts.training.class_names()) == 10


@pytest.mark.parametrize("name", ["x" * 101, "a\tb", "half \udce9"])
def test_a_class_whose_name_no_checkpoint_can_hold_is_refused_before_the_training(
    tmp_path: Path, name: str
) -> None:
    for place, label in enumerate((name, "b")):
        (tmp_path / label).mkdir()
        for number, image in enumerate(digits(20 * place, 20)[0]):
            Image.fromarray(image).save(tmp_path / label / f"{number}.png")
    with pytest.raises(BadInput, match="A class cannot be named") as refused:
        load_parts(TrainingData((str(tmp_path),)), 0)
    str(refused.value).encode()


def test_too_few_samples_get_a_sentence() -> None:
    with pytest.raises(BadInput, match="d has too few samples to split: 2; it needs at least 3"):
        split_source(source(2), 1, 0)
    assert [len(part) for part in split_source(source(3), 1, 0)] == [1, 1, 1]


@pytest.mark.parametrize("writers", [["w"] * 90, ["w", "v"] * 45, ["w"] * 88 + ["v", "u"]])
def test_with_too_few_writers_the_split_is_by_sample(writers: list[str]) -> None:
    parts = split_source(source(90, writers), 18, 0)
    assert not any(any(part.groups) for part in parts)
    assert [len(part) for part in parts] == [60, 18, 12]


def test_a_class_with_a_single_sample_is_learned(tmp_path: Path) -> None:
    images, labels = digits(0, 60)
    labels = labels.copy()
    labels[7] = 99
    put(tmp_path / "a-labels", labels)
    path = str(put(tmp_path / "a-images", images))
    for seed in range(12):
        parts = load_parts(TrainingData((path,)), seed)
        assert set(parts.training.labels) == set(map(str, labels.tolist()))


@pytest.mark.parametrize("part", ["first", "random"])
def test_a_folder_sorted_by_class_keeps_every_class(tmp_path: Path, part: ValidationPart) -> None:
    images, labels = digits(0, 300)
    for place, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        (tmp_path / "own" / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(tmp_path / "own" / str(label) / f"{place:03}.png")
    data = TrainingData((str(tmp_path / "own"),), validation=50, validation_part=part)
    parts = load_parts(data, 0)
    assert set(parts.training.labels) == set(parts.validation.labels) == set("0123456789")
    assert parts.validation.places is not None
    assert parts.training.places is not None
    if part == "first":
        for digit in "0123456789":  # what is learned of each class comes after what is set aside
            places = [
                [place for place, name in zip(seen, one.labels, strict=True) if name == digit]
                for one in (parts.validation, parts.training)
                if (seen := one.places) is not None
            ]
            assert max(places[0]) < min(places[1])
            share = len(places[0]) / (len(places[0]) + len(places[1]))
            assert abs(share - len(parts.validation) / 257) < 0.06


def test_the_first_of_mnist_are_the_first_whatever_their_class() -> None:
    images = np.arange(70, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2)
    labels = (*sorted("0123456" * 9), *"0123456")
    mnist = Dataset("m", images, labels, ("",) * 70, {}, "mnist")
    test = Dataset("t", images + 100, labels, ("",) * 70, {}, "mnist")
    assert split_source(mnist, 14, 0, test, first=True)[1].labels == labels[:14]
    other = split_source(replace(mnist, kind="idx"), 14, 0, test, first=True)[1]
    assert sorted(other.labels) == sorted("0123456" * 2)


def test_a_training_that_would_lose_a_class_is_refused(tmp_path: Path) -> None:
    images, labels = digits(0, 200)
    table = np.zeros((200, 8), np.int32)
    table[:, 0], table[:, 2] = labels, np.arange(200) % 7
    put(tmp_path / "q-images-idx3-ubyte", images)
    path = tmp_path / "q-images-idx3-ubyte"
    put(tmp_path / "q-labels-idx2-int", table)
    assert len(load_parts(TrainingData((str(path),)), 0).training.class_names()) == 10
    table[labels == 9, 2] = 9  # all nines by one writer, who is set aside as a whole
    put(tmp_path / "q-labels-idx2-int", table)
    with pytest.raises(BadInput, match="left to learn these classes from: 9"):
        [load_parts(TrainingData((str(path),)), seed) for seed in range(8)]
    given = plain(tmp_path, 50, "all-images", 200)
    own = put(tmp_path / "own-images", digits(200, 120)[0])
    names = np.where(np.arange(120) < 30, 3, 4).astype(np.uint8)  # the test has all of class 3
    put(tmp_path / "own-labels", names)
    with pytest.raises(BadInput, match="left to learn these classes from: 3"):
        load_parts(TrainingData((str(own),), test=given), 0)


def test_pictures_have_different_fingerprints() -> None:
    images = np.zeros((28 * 28, 28, 28), np.uint8)
    for place in range(28 * 28):
        images[place, place // 28, place % 28] = 1
    assert len(set(fingerprints(images).tolist())) == 28 * 28


def test_a_split_by_sample_is_whole_and_the_same_for_the_same_seed() -> None:
    data = numbered(50)
    rest, aside = split(data, 20, seed=3)
    assert (len(rest), len(aside)) == (30, 20)
    ids = [set(part.images[:, 0, 0].tolist()) for part in (rest, aside)]
    assert ids[0] | ids[1] == set(range(50))
    assert np.array_equal(split(data, 20, seed=3)[1].images, aside.images)
    assert not np.array_equal(split(data, 20, seed=4)[1].images, aside.images)
    assert rest.hashes == data.hashes
    for part in (rest, aside):  # labels stay with their images
        assert part.labels == tuple(str(i % 10) for i in part.images[:, 0, 0].tolist())


@pytest.mark.parametrize("seed", range(5))
def test_a_split_never_divides_a_writer(seed: int) -> None:
    writers = [f"w{i % 7}" for i in range(60)]
    rest, aside = split(numbered(60, writers), 15, seed)
    assert not set(rest.groups) & set(aside.groups)
    assert 15 <= len(aside) < 15 + 9  # whole writers, and no more than needed
    assert len(rest) + len(aside) == 60


@pytest.mark.parametrize("count", [-1, 0, 10, 11])
def test_a_split_that_leaves_nothing_is_refused(count: int) -> None:
    with pytest.raises(BadInput, match="Cannot set aside"):
        split(numbered(10), count, 0)


def test_one_writer_cannot_be_split() -> None:
    with pytest.raises(BadInput, match="too few writers"):
        split(numbered(10, ["w"] * 10), 3, 0)
