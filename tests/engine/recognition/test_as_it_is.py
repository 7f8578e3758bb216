"""Pictures that go to the input as they are: their bytes are the field, and nothing is declined."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.values import RejectRule
from lenet_gui.engine.recognition.as_it_is import field_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.engine.checkpoints.test_network_scripts import networks
from tests.helpers import untrained

NEVER = RejectRule("posterior", 1.1)
"""A rule that declines everything."""


def recognizer_of(name: str) -> Recognizer:
    checkpoint = networks()[name] if name in networks() else untrained(name)
    return Recognizer(name, replace(checkpoint, rejection=NEVER))


def noise(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)


@pytest.mark.parametrize(
    "name", ["lenet-5", "lenet-5-modern", "lenet-keras", "lenet-relu", "dark ink"]
)
def test_ink_of_the_inputs_size_is_the_input(name: str) -> None:
    recognizer = recognizer_of(name)
    architecture = recognizer.architecture
    channels, side, _ = architecture.input_shape
    field = noise(side, side)
    found = recognizer.recognize(field_picture(field))
    low, high = architecture.input_range
    inputs = np.repeat((low + (high - low) * field / 255)[None], channels, axis=0)
    np.testing.assert_allclose(
        found.scores, recognizer.network.scores(inputs[None].astype(np.float32))[0], rtol=1e-4
    )
    np.testing.assert_allclose(architecture.input_from(found.field), inputs, atol=1e-5)
    assert found.field.shape == (32, 32)
    assert found.normalized is None


@pytest.mark.parametrize("name", ["grey picture", "stride, table, odd maps"])
def test_pictures_keep_their_colours_or_become_grey(name: str) -> None:
    recognizer = recognizer_of(name)
    channels, side, _ = recognizer.architecture.input_shape
    colours = noise(side, side, 3)
    found = recognizer.recognize(field_picture(colours)).field
    if channels == 3:
        np.testing.assert_array_equal(found, colours.transpose(2, 0, 1))
    else:
        grey = colours @ (0.299, 0.587, 0.114)
        assert np.abs(found[0] - grey).max() <= 1


@pytest.mark.parametrize("name", ["lenet-5", "lenet-keras", "grey picture"])
def test_other_sizes_are_resized_whatever_their_proportions(name: str) -> None:
    recognizer = recognizer_of(name)
    _, side, _ = recognizer.architecture.input_shape
    halves = np.zeros((3 * side, 2 * side), np.uint8)
    halves[:, side:] = 255
    field = recognizer.recognize(field_picture(halves)).field
    inside = field if field.ndim == 2 else field[0]
    border = (inside.shape[0] - side) // 2
    inside = inside[border : border + side, border : border + side]
    assert (inside[:, : side // 2 - 1] == 0).all()
    assert (inside[:, side // 2 + 1 :] == 255).all()


def test_nothing_is_declined_not_even_an_empty_field() -> None:
    recognizer = recognizer_of("lenet-5")
    for field in (np.zeros((32, 32), np.uint8), noise(32, 32), np.eye(32, dtype=np.uint8)):
        found = recognizer.recognize(field_picture(field))
        assert not found.blank
        assert found.label == found.class_names[found.ranking[0]]
        assert (found.reason, found.rule, found.doubt) == (None, None, None)
        assert set(found.activations) == {"C1", "S2", "C3", "S4", "C5", "F6", "OUTPUT"}


def test_many_at_once_answer_like_one() -> None:
    recognizer = recognizer_of("lenet-keras")
    pictures = [field_picture(noise(28, 28)), field_picture(noise(32, 32))]
    for found, picture in zip(recognizer.recognize_all(pictures), pictures, strict=True):
        alone = recognizer.recognize(picture)
        np.testing.assert_allclose(found.scores, alone.scores, rtol=1e-4)
        assert found.label == alone.label
