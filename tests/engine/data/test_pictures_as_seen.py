"""Data for networks that see pictures as they are: colours, sizes, forms, drawings."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_values import TrainingData
from lenet_gui.common.values import Drawing
from lenet_gui.engine.data import pictures_as_seen
from lenet_gui.engine.data.datasets import forget, load_dataset
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.engine.ink.rasterizer import make_stroke

SHAPE = (3, 8, 8)


def save(path: Path, image: Image.Image) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two classes; the pictures of red are wider than high."""
    root = tmp_path / "own"
    for place in range(4):
        red = Image.new("RGB", (40, 20), (200 + 8 * place, 10, 20))
        red.paste((0, 0, 0), (0, 0, 20, 20))
        save(root / "red" / f"{place}.png", red)
        save(root / "green" / f"{place}.png", Image.new("RGB", (16, 16), (10, 200 + 8 * place, 20)))
    return root


def test_pictures_keep_their_colours_and_are_resized_as_they_are(folder: Path) -> None:
    data = load_dataset(str(folder), shape=SHAPE)
    assert data.images.shape == (8, *SHAPE)
    green = data.images[data.labels.index("green")]
    assert [plane.tolist() for plane in green] == [[[v] * 8] * 8 for v in (10, 200, 20)]
    red = data.images[data.labels.index("red")]
    assert red[:, :, 0].tolist() == [[0] * 8] * 3  # the black half is the left one, in full height
    assert red[0, :, 7].tolist() == [200] * 8
    forget()
    again = load_dataset(str(folder), shape=SHAPE)  # whatever was kept on disk
    assert np.array_equal(again.images, data.images)
    assert load_dataset(str(folder)).images.shape == (8, 28, 28)  # ink is another data set


def test_one_channel_sees_the_light_of_the_colours(folder: Path) -> None:
    data = load_dataset(str(folder), shape=(1, 8, 8))
    green = data.images[data.labels.index("green")]
    assert np.unique(green).tolist() == [round(0.299 * 10 + 0.587 * 200 + 0.114 * 20)]


def test_inverted_and_turned_pictures_keep_their_planes_apart(folder: Path) -> None:
    data = load_dataset(f"{folder}#invert,turn-left", shape=SHAPE)
    red = data.images[data.labels.index("red")]
    assert red[:, 7].tolist() == [[255] * 8] * 3  # the left half is at the bottom now
    assert red[:, 0].tolist() == [[v] * 8 for v in (55, 245, 235)]


def test_transparent_and_turned_files(tmp_path: Path) -> None:
    for label in "ab":
        seen = Image.new("RGBA", (20, 20), (0, 0, 255, 0))
        seen.paste((0, 0, 255, 255), (0, 0, 20, 10))
        exif = Image.Exif()
        exif[0x0112] = 3  # upside down
        (tmp_path / label).mkdir()
        seen.save(tmp_path / label / "x.png", exif=exif)
    image = load_dataset(str(tmp_path), shape=SHAPE).images[0]
    assert image[:, 0, 0].tolist() == [255, 255, 255]
    assert image[:, 7, 0].tolist() == [0, 0, 255]


def test_drawings_are_paintings(tmp_path: Path) -> None:
    stroke = make_stroke([(0, 280), (560, 280)], 200)
    for label in "ab":
        (tmp_path / label).mkdir()
        write_drawing(tmp_path / label / "x.json", Drawing((stroke,)))
    image = load_dataset(str(tmp_path), shape=SHAPE).images[0]
    assert image[:, 4, 4].max() <= 2
    assert image[:, 0, 4].tolist() == [255, 255, 255]


def test_keras_sets_in_colour(tmp_path: Path) -> None:
    images = np.zeros((6, 10, 10, 3), np.uint8)
    images[..., 1] = 180
    path = tmp_path / "colours.npz"
    np.savez(path, x_train=images, y_train=np.array([0, 1] * 3))
    assert load_dataset(str(path), shape=SHAPE).images[0, :, 0, 0].tolist() == [0, 180, 0]
    assert load_dataset(str(path)).images.shape == (6, 28, 28)


def test_mnist_is_seen_as_it_is_stored() -> None:
    ink, pictures = load_dataset("mnist-test"), load_dataset("mnist-test", shape=(1, 28, 28))
    assert np.array_equal(pictures.images[:, 0], ink.images)
    assert load_dataset("mnist-test") is ink


def test_pictures_that_would_take_too_much_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(pictures_as_seen, "MAX_PICTURE_BYTES", 1000)
    with pytest.raises(BadInput, match="8 pictures of 3 x 8 x 8 take more memory"):
        load_dataset(str(folder), shape=SHAPE)
    np.savez(tmp_path / "n.npz", x_train=np.zeros((9, 9, 9), np.uint8), y_train=np.arange(9))
    with pytest.raises(BadInput, match="9 pictures of 3 x 8 x 8 take more memory"):
        load_dataset(str(tmp_path / "n.npz"), shape=SHAPE)


def test_sides_that_are_no_multiple_of_8_bytes_are_split(folder: Path) -> None:
    parts = load_parts(TrainingData((str(folder),), validation=2), 0, shape=(1, 10, 10))
    assert [len(p) for p in (parts.training, parts.validation, parts.test)] == [6, 1, 1]
