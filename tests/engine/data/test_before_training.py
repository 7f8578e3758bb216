"""What is told before a training: its classes, and colours and channels that are lost."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data.before_training import (
    channels_remark,
    classes_by_source,
    classes_in,
)
from lenet_gui.engine.data.colour_noticing import MOST_SAMPLED, sampled
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from tests.engine.data.coloured_folders import BLUE, GREEN, GREY, RED, write_coloured
from tests.engine.data.formats.test_keras_sets import write_keras


def test_classes_of_folders_are_known_without_reading_the_pictures(tmp_path: Path) -> None:
    own = write_coloured(tmp_path / "own", [RED] * 11, count=1)
    for picture in own.glob("*/*.jpg"):
        picture.write_bytes(b"no picture")
    assert classes_in(str(own)) == tuple(map(str, range(11)))  # 10 comes after 9
    found = classes_by_source(("mnist", str(tmp_path / "none")))
    assert found["mnist"] == tuple("0123456789")
    assert "There is no data" in str(found[str(tmp_path / "none")])


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        ((RED, GREEN, BLUE), True),
        ((BLUE, GREY, GREY), True),  # one class differs by its colour
        ((BLUE, BLUE, BLUE), False),  # all in the same pen
        ((GREY, GREY, GREY), False),  # yellowed paper is no colour
    ],
)
def test_colours_that_are_dropped_are_told(
    tmp_path: Path, colours: tuple[tuple[int, int, int], ...], told: bool
) -> None:
    own = str(write_coloured(tmp_path / "own", colours))
    assert any("--sees picture" in str(remark) for remark in load_dataset(own).remarks) is told
    in_grey = load_dataset(own, shape=(1, 28, 28)).remarks
    assert any("sees them in grey" in str(remark) for remark in in_grey) is told
    assert load_dataset(own, shape=(3, 32, 32)).remarks == ()


def test_colours_of_a_keras_file_are_told(tmp_path: Path) -> None:
    images = np.zeros((30, 8, 8, 3), np.uint8)
    images[::2, 2:6, 3:5, 0] = images[1::2, 2:6, 3:5, 2] = 255
    path = write_keras(tmp_path / "own.npz", x_train=images, y_train=np.arange(30) % 2)
    assert "Pictures in colour: 30 of 30" in str(load_dataset(str(path)).remarks[0])


def test_a_sample_is_bounded_and_evenly_spread() -> None:
    assert sampled(3) == [0, 1, 2]
    many = sampled(1_000_000)
    assert (len(many), many[0], many[-1]) == (MOST_SAMPLED, 0, 999_999)
    assert sampled(0) == []


def test_three_channels_that_all_see_the_same_ink_are_told() -> None:
    colour = ARCHITECTURES["lenet-relu"]
    remark = channels_remark(colour, ("own",))
    assert isinstance(remark, BadInput)
    assert "lenet-relu has 3 channels, but sees ink" in str(remark)
    assert channels_remark(colour, ("mnist",)) is None  # it is grey
    assert channels_remark(colour.seeing("picture"), ("own",)) is None
    assert channels_remark(ARCHITECTURES["lenet-5"], ("own",)) is None
