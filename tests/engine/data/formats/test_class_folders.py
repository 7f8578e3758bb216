"""Folders as people have them: doubled, with parts, with much that is no picture."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.train_test_splits import load_parts, matching_test
from tests.engine.data.idx_files import digits, put


def write_folders(folder: Path, start: int = 0, count: int = 40) -> Path:
    """Write pictures of MNIST's test digits by class."""
    images, labels = digits(start, count)
    for place, (image, label) in enumerate(zip(images, labels.tolist(), strict=True)):
        (folder / str(label)).mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(folder / str(label) / f"{place:03}.png")
    return folder


def told(source: Path) -> list[str]:
    return [str(remark) for remark in load_dataset(str(source)).remarks]


def test_nothing_is_told_about_a_clean_folder(tmp_path: Path) -> None:
    data = load_dataset(str(write_folders(tmp_path / "own")))
    assert len(data) == 40
    assert (data.remarks, data.suggestion) == ((), None)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("3/notes.txt", "Files of other kinds, not read: 1, such as 3/notes.txt."),
        ("labels.xlsx", "Files of other kinds, not read: 1, such as labels.xlsx."),
        ("above.png", "Pictures outside of the class folders, not read: 1, such as above.png."),
        ("3/Thumbs.db", "Files of the operating system, not read: 1, such as 3/Thumbs.db."),
        ("3/.DS_Store", "Files of the operating system, not read: 1, such as 3/.DS_Store."),
        ("3/._001.png", "Files of the operating system, not read: 1, such as 3/._001.png."),
        ("__MACOSX/3/a.png", "Files of the operating system, not read: 1, such as __MACOSX."),
        ("@eaDir/3/a.png", "Files of the operating system, not read: 1, such as @eaDir."),
        ("3/@eaDir/a.png/x.jpg", "Files of the operating system, not read: 1, such as 3/@eaDir."),
        ("3/more/a.png", "Folders that are no classes, not read: 1, such as 3/more."),
        ("extra/a.txt", "Folders that are no classes, not read: 1, such as extra."),
    ],
)
def test_what_is_not_read_is_counted(tmp_path: Path, name: str, sentence: str) -> None:
    own = write_folders(tmp_path / "own")
    (own / name).parent.mkdir(parents=True, exist_ok=True)
    (own / name).write_bytes(b"x")
    assert sentence in told(own)
    assert len(load_dataset(str(own))) == 40


def test_broken_links_and_pipes_are_counted(tmp_path: Path) -> None:
    own = write_folders(tmp_path / "own")
    for name in ("a.png", "b.png"):
        (own / "1" / name).symlink_to(own / "1" / name)  # to itself
    (own / "2" / "c.png").symlink_to(tmp_path / "gone")
    (own / "9" / "same.png").symlink_to(next((own / "9").iterdir()))  # a good one is a picture
    assert told(own) == ["Broken links: 3, such as 1/a.png."]
    assert len(load_dataset(str(own))) == 41
    if sys.platform != "win32":
        os.mkfifo(own / "2" / "pipe.png")
        assert "Files of other kinds, not read: 1, such as 2/pipe.png." in told(own)


def test_pictures_that_cannot_be_read_never_refuse_the_rest(tmp_path: Path) -> None:
    own = write_folders(tmp_path / "own")
    whole = next((own / "1").glob("*.png")).read_bytes()
    (own / "1" / "cut.png").write_bytes(whole[:60])
    (own / "7" / "empty.jpg").touch()
    (own / "7" / "z.json").write_text("{")
    data = load_dataset(str(own))
    assert len(data) == 40
    (remark,) = map(str, data.remarks)
    assert remark.startswith("Pictures that cannot be read, left out: 3. 1/cut.png is damaged")
    before = data.hashes
    (own / "7" / "z.json").unlink()
    assert load_dataset(str(own)).hashes == before  # of what was read
    assert "left out: 2" in told(own)[0]


def test_a_folder_of_folders_stands_for_what_is_in_it(tmp_path: Path) -> None:
    write_folders(tmp_path / "digits" / "digits" / "own")
    (tmp_path / "digits" / "__MACOSX").mkdir()
    (tmp_path / "digits" / "readme.txt").touch()
    assert len(load_dataset(str(tmp_path / "digits"))) == 40
    for label in ("0", "1"):  # each class in a folder of its own name
        inner = tmp_path / "classes" / label / label
        inner.parent.mkdir(parents=True)
        (tmp_path / "digits" / "digits" / "own" / label).rename(inner)
    data = load_dataset(str(tmp_path / "classes"))
    assert data.class_names() == ("0", "1")
    assert data.remarks == ()


@pytest.mark.parametrize("names", [("training", "testing"), ("train", "test"), ("Train", "Test")])
def test_the_parts_of_mnist_png_are_found(tmp_path: Path, names: tuple[str, str]) -> None:
    root = tmp_path / "mnist_png"
    write_folders(root / names[0], 0, 90)
    write_folders(root / names[1], 500, 20)
    for source in (root, tmp_path, root / names[0]):
        data = load_dataset(str(source))
        assert len(data) == 90
        parts = load_parts(TrainingData((str(source),)), 0)
        assert parts.sources[0].test_from == "file"
        assert len(parts.test) == 20
    assert matching_test(str(root / names[1])) is None


def test_what_lies_on_the_way_is_told(tmp_path: Path) -> None:
    root = tmp_path / "mnist_png"
    write_folders(root / "training", 0, 90)
    write_folders(root / "testing", 500, 20)
    write_folders(root / "valid", 600, 20)
    (root / "stray.png").touch()
    (tmp_path / "LICENSE").touch()
    assert told(tmp_path) == [
        "Pictures outside of the class folders, not read: 1, such as stray.png.",
        "Folders that are no classes, not read: 1, such as valid.",
        "Files of other kinds, not read: 1, such as LICENSE.",
    ]
    assert told(root / "training") == []


def test_a_folder_of_unlabelled_pictures_is_no_test_part(tmp_path: Path) -> None:
    write_folders(tmp_path / "train", 0, 90)
    (tmp_path / "test").mkdir()
    Image.fromarray(digits(0, 1)[0][0]).save(tmp_path / "test" / "1.png")
    assert load_parts(TrainingData((str(tmp_path / "train"),)), 0).sources[0].test_from == "part"


def test_what_is_wrong_in_the_test_part_is_told_too(tmp_path: Path) -> None:
    write_folders(tmp_path / "training", 0, 90)
    write_folders(tmp_path / "testing", 500, 20)
    (tmp_path / "testing" / "3" / "bad.png").write_bytes(b"no picture")
    (remark,) = load_parts(TrainingData((str(tmp_path),)), 0).remarks
    assert "left out: 1. 3/bad.png is not an image" in str(remark)


def write_doubled(folder: Path, dots: bool = False) -> Path:
    """Write an IDX set as it is unpacked on Windows; dots: in the other spelling within."""
    for part, start, count in (("train", 0, 90), ("t10k", 500, 20)):
        for name, values in zip(("images-idx3", "labels-idx1"), digits(start, count), strict=True):
            inner = f"{part}-{name}-ubyte"
            file = folder / inner / (inner.replace("-idx", ".idx") if dots else inner)
            file.parent.mkdir(parents=True)
            put(file, values)
    return folder


@pytest.mark.parametrize("dots", [False, True])
def test_idx_files_in_folders_of_their_own_names(tmp_path: Path, dots: bool) -> None:
    root = write_doubled(tmp_path / "archive", dots)
    (file,) = (root / "train-images-idx3-ubyte").iterdir()
    for source in (root, file.parent, file):
        data = load_dataset(str(source))
        assert data.labels == tuple(map(str, digits(0, 90)[1].tolist()))
        assert len(load_parts(TrainingData((str(source),)), 0).test) == 20
    for part in ("train", "t10k"):  # once more beside them, as Kaggle has it
        for name in ("images-idx3", "labels-idx1"):
            (inner,) = (root / f"{part}-{name}-ubyte").iterdir()
            (root / f"{part}-{name.replace('-idx', '.idx')}-ubyte").write_bytes(inner.read_bytes())
    assert len(load_dataset(str(root))) == 90


def test_torchvisions_folders(tmp_path: Path) -> None:
    raw = tmp_path / "data" / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for suffix in ("", ".gz"):
        for part, start in (("train", 0), ("t10k", 500)):
            images, labels = digits(start, 40)
            put(raw / f"{part}-images-idx3-ubyte{suffix}", images)
            put(raw / f"{part}-labels-idx1-ubyte{suffix}", labels)
    assert np.array_equal(load_dataset(str(tmp_path / "data")).images, digits(0, 40)[0])


def test_a_single_class_may_have_folders(tmp_path: Path) -> None:
    for name in ("own/7/a.png", "own/7/more/b.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(digits(0, 1)[0][0]).save(tmp_path / name)
    data = load_dataset(str(tmp_path / "own"))
    assert data.labels == ("7",)
    assert told(tmp_path / "own") == [
        "Folders that are no classes, not read: 1, such as 7/more.",
    ]


def test_two_ways_to_go_are_none(tmp_path: Path) -> None:
    write_folders(tmp_path / "a" / "digits")
    write_folders(tmp_path / "a" / "more")
    with pytest.raises(BadInput, match="has no folders with pictures"):
        load_dataset(str(tmp_path / "a"))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may read all")
def test_a_class_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    own = write_folders(tmp_path / "own")
    (own / "3").chmod(0)
    try:
        assert "such as 3." in told(own)[0]
    finally:
        (own / "3").chmod(0o755)
