"""Labelled pictures from every kind of source."""

import gzip
import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.data import datasets
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.data.stroke_sets import write_stroke_set
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke
from tests.engine.data.idx_files import idx, put
from tests.engine.data.test_stroke_sets import small_set
from tests.helpers import mnist_test

ONE = Drawing((make_stroke([(300, 100), (300, 450)], 36),))


def test_mnist_test_set_is_whole() -> None:
    data = load_dataset("mnist-test")
    assert data.name == "mnist-test"
    assert data.images.shape == (10_000, 28, 28)
    assert data.class_names() == tuple("0123456789")
    assert data.labels[:4] == ("7", "2", "1", "0")
    assert not any(data.groups)
    path = resource("mnist", "t10k-images-idx3-ubyte.gz")
    assert data.hashes[path.name] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert len(data.hashes) == 2


def test_mnist_is_the_training_set() -> None:
    assert len(load_dataset("mnist")) == 60_000
    assert load_dataset("mnist").name == "mnist-train"


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_idx_files_with_labels_beside_them(tmp_path: Path, suffix: str) -> None:
    images = mnist_test().images[:5]
    pack = gzip.compress if suffix else bytes
    path = tmp_path / f"own-images-idx3-ubyte{suffix}"
    path.write_bytes(pack(idx(images)))
    (tmp_path / "own-labels-idx1-ubyte").write_bytes(idx(np.array([7, 2, 1, 0, 4], np.uint8)))
    data = load_dataset(str(path))
    assert np.array_equal(data.images, images)
    assert data.labels == ("7", "2", "1", "0", "4")
    assert set(data.hashes) == {path.name, "own-labels-idx1-ubyte"}


def test_idx_pictures_of_another_size_are_normalised(tmp_path: Path) -> None:
    large = np.zeros((2, 90, 60), np.uint8)
    large[0, 10:80, 20:30] = 255
    (tmp_path / "a-images").write_bytes(idx(large))
    (tmp_path / "a-labels").write_bytes(idx(np.array([1, 3], np.uint8)))
    data = load_dataset(str(tmp_path / "a-images"))
    assert data.images.shape == (2, 28, 28)
    assert np.array_equal(data.images[0], normalize(Picture(large[0])).digit)
    assert not data.images[1].any()  # blank stays blank


def test_idx_without_or_with_other_labels_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a-images"
    path.write_bytes(idx(np.ones((2, 28, 28), np.uint8)))
    with pytest.raises(BadInput, match=r"labels of a-images are missing.*a-labels"):
        load_dataset(str(path))
    (tmp_path / "a-labels").write_bytes(idx(np.zeros(3, np.uint8)))
    with pytest.raises(BadInput, match="a-images has 2 images, but a-labels has 3 labels"):
        load_dataset(str(path))


def test_a_folder_with_a_folder_for_each_class(tmp_path: Path) -> None:
    ink = np.full((50, 40), 255, np.uint8)
    ink[10:40, 18:22] = 0
    for label, name in (("1", "b.png"), ("1", "a.PNG"), ("two", "c.bmp")):
        (tmp_path / label).mkdir(exist_ok=True)
        Image.fromarray(ink).save(tmp_path / label / name)
    write_drawing(tmp_path / "1" / "z.json", ONE)
    (tmp_path / "1" / "notes.txt").write_text("no picture")
    (tmp_path / "empty").mkdir()
    data = load_dataset(str(tmp_path))
    assert data.labels == ("1", "1", "1", "two")
    assert data.class_names() == ("1", "two")
    assert np.array_equal(data.images[0], normalize(Picture(255 - ink)).digit)
    assert np.array_equal(data.images[2], normalize(drawing_picture(ONE)).digit)
    assert list(data.hashes) == [tmp_path.name]
    before = data.hashes[tmp_path.name]
    (tmp_path / "two" / "c.bmp").rename(tmp_path / "two" / "d.bmp")
    assert load_dataset(str(tmp_path)).hashes[tmp_path.name] != before


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes there")
def test_names_of_files_may_be_in_no_unicode(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    path = tmp_path / "1" / os.fsdecode(b"caf\xe9.png")
    Image.fromarray(mnist_test().images[0]).save(path)
    (named,) = load_dataset(str(tmp_path)).hashes.values()
    path.rename(tmp_path / "1" / "cafe.png")
    (renamed,) = load_dataset(str(tmp_path)).hashes.values()
    assert named != renamed


def test_an_unreadable_picture_in_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "a.png").write_bytes(b"no picture")
    with pytest.raises(BadInput, match=r"a\.png is not an image"):
        load_dataset(str(tmp_path))


def test_more_samples_than_are_normalised_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasets, "MAX_SAMPLES", 2)
    write_stroke_set(tmp_path / "s.npz", small_set())
    put(tmp_path / "a-images", np.full((3, 20, 20), 9, np.uint8))
    put(tmp_path / "a-labels", np.zeros(3, np.uint8))
    (tmp_path / "b" / "1").mkdir(parents=True)
    for number in range(3):
        (tmp_path / "b" / "1" / f"{number}.png").touch()
    for source in ("s.npz", "a-images", "b"):
        with pytest.raises(BadInput, match="contains more than 2 samples"):
            load_dataset(str(tmp_path / source))


def test_a_folder_without_pictures_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="has no folders with pictures"):
        load_dataset(str(tmp_path))


def test_a_source_that_is_not_there_gets_a_sentence() -> None:
    with pytest.raises(BadInput, match="There is no data named nowhere"):
        load_dataset("nowhere")
    with pytest.raises(BadInput, match=r"no data|cannot be read"):
        load_dataset("x" * 5000)


def test_a_stroke_set_is_drawn_and_keeps_its_writers(tmp_path: Path) -> None:
    strokes = small_set()
    write_stroke_set(tmp_path / "s.npz", strokes)
    data = load_dataset(str(tmp_path / "s.npz"))
    assert data.labels == ("5", "A", "1")
    assert data.groups == ("w1", "w2", "w1")
    for index in range(3):
        picture = drawing_picture(strokes.drawing(index))
        assert np.array_equal(data.images[index], normalize(picture).digit)
    again = load_dataset(str(tmp_path / "s.npz"))
    assert np.array_equal(again.images, data.images)
