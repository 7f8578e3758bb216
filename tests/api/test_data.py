"""Data sets from Python: the program's sources, and own arrays, images and files."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import lenet_gui
from tests.helpers import mnist_test

DIGITS, LABELS = mnist_test().images[:40], mnist_test().labels[:40]


def test_a_source_is_read_as_the_network_sees_it(tmp_path: Path) -> None:
    assert lenet_gui.load_dataset().labels[:3] == ("7", "2", "1")
    np.savez(tmp_path / "own.npz", x_train=DIGITS, y_train=np.array(LABELS, int))
    ink = lenet_gui.load_dataset(tmp_path / "own.npz", lenet_gui.load("lenet-5"))
    assert (ink.images == DIGITS).all()
    painter = lenet_gui.untrained("lenet-relu", sees="picture")
    assert lenet_gui.load_dataset(tmp_path / "own.npz", painter).images.shape == (40, 3, 32, 32)
    with pytest.raises(lenet_gui.BadInput, match="no data named nowhere"):
        lenet_gui.load_dataset("nowhere")


def test_own_arrays_are_evaluated_as_they_are_read(tmp_path: Path) -> None:
    network = lenet_gui.load("lenet-5", accept_errors=1)
    of_array = lenet_gui.dataset_of(DIGITS, [int(label) for label in LABELS], network)
    result = lenet_gui.evaluate(network, of_array)
    answers = [network.recognize(digit).ranking[0] for digit in DIGITS]
    assert [network.class_names[answer] for answer in result.answers] == answers
    assert (result.count, result.labelled, result.data) == (40, 40, "own")
    assert result.errors == sum(a != b for a, b in zip(answers, LABELS, strict=True))
    path = tmp_path / "digit.png"
    Image.fromarray(DIGITS[0]).save(path)
    mixed = lenet_gui.dataset_of([path, Image.fromarray(DIGITS[1]), DIGITS[2]], LABELS[:3])
    assert (mixed.images == of_array.images[:3]).all()


def test_own_pictures_keep_their_colours() -> None:
    network = lenet_gui.untrained("lenet-relu", ["warm", "cold"], sees="picture")
    red = np.full((2, 8, 8, 3), (250, 0, 0), np.uint8)
    dataset = lenet_gui.dataset_of(red, ["warm", "cold"], network)
    assert dataset.images.shape == (2, 3, 32, 32)
    assert (dataset.images[:, 0] == 250).all()
    assert lenet_gui.evaluate(network, dataset).errors == 1
    with pytest.raises(lenet_gui.BadInput, match="own has pictures of 3 x 32 x 32; lenet-5 reads"):
        lenet_gui.evaluate(lenet_gui.load("lenet-5"), dataset)
    with pytest.raises(lenet_gui.BadInput, match="own has pictures of 28 x 28; lenet-relu reads"):
        lenet_gui.evaluate(network, lenet_gui.dataset_of(DIGITS, LABELS))


@pytest.mark.parametrize(
    ("images", "labels", "said"),
    [
        (DIGITS, LABELS[:3], "3 labels for 40 pictures"),
        (DIGITS[:1], [""], "The label '' is no class name"),
        (DIGITS[:1], ["a\nb"], r"The label 'a\\nb' is no class name"),
        ([np.zeros(3)], ["1"], "has the shape 3"),
        (["nowhere.png"], ["1"], "nowhere.png"),
    ],
)
def test_what_is_no_data_is_named(images, labels, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        lenet_gui.dataset_of(images, labels)
