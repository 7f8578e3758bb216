"""A step of learning by hand: the loss, and where it leads."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray, Checkpoint
from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.explaining.learning_step import after_step, criterion_of, lesson
from lenet_gui.engine.recognition.recognizer import Recognizer
from tests.helpers import mnist_test, untrained


def field_of(digit: int) -> ByteArray:
    return np.pad(mnist_test().images[digit], 2)[:32, :32] if digit >= 0 else np.empty(0, np.uint8)


@pytest.mark.parametrize("name", network_names())
def test_a_small_step_makes_the_loss_smaller_by_what_the_gradient_says(name: str) -> None:
    """E falls by rate · |gradient|², since the rate is so small that E is a plane."""
    before = load_recognizer(name)
    field, wrong = field_of(0), 3  # it is a 7
    first = lesson(before, field, wrong)
    squares = sum(float(np.square(part).sum()) for part in first.gradients.weights.values())
    rate = 1e-3 / squares
    after = Recognizer(name, after_step(before.checkpoint, first.gradients, rate))
    second = lesson(after, field, wrong)
    assert first.loss.value - second.loss.value == pytest.approx(1e-3, rel=0.05)


def test_every_weight_moves_by_the_rate_times_its_gradient_and_the_original_stays() -> None:
    recognizer = Recognizer("untrained", untrained("lenet-5"))
    checkpoint = recognizer.checkpoint
    before = {name: values.copy() for name, values in checkpoint.weights.items()}
    gradients = lesson(recognizer, field_of(1), 2).gradients
    moved = after_step(checkpoint, gradients, 0.25)
    for name, values in before.items():
        assert np.array_equal(checkpoint.weights[name], values)
        wanted = (values - 0.25 * gradients.weights[name]).astype(np.float32)
        assert np.array_equal(moved.weights[name], wanted)
        assert not np.array_equal(moved.weights[name], values)
    assert moved.training == checkpoint.training
    assert not moved.evaluation


def test_a_step_that_is_too_large_is_refused() -> None:
    recognizer = Recognizer("untrained", untrained("lenet-5-tanh"))
    gradients = lesson(recognizer, field_of(1), 2).gradients
    with pytest.raises(BadInput, match="smaller rate"):
        after_step(recognizer.checkpoint, gradients, 1e39)


def criterion(checkpoint: Checkpoint) -> tuple[str, float, bool]:
    found = criterion_of(Recognizer("one", checkpoint))
    return found.name, found.j, found.recorded


@pytest.mark.parametrize(
    ("name", "config", "wanted"),
    [
        ("lenet-5", None, ("map", 20.0, False)),
        ("lenet-5-tanh", None, ("cross-entropy", 0.0, False)),
        ("lenet-5", {"loss": "mse"}, ("mse", 20.0, True)),
        ("lenet-5", {"loss": "map", "j": 7.0}, ("map", 7.0, True)),
        ("lenet-5-tanh", {"loss": "mse"}, ("mse", 20.0, True)),
        ("lenet-5-tanh", {"loss": "map", "j": 0.0}, ("map", 0.0, True)),
        ("lenet-5", {"loss": "cross-entropy"}, ("map", 20.0, False)),
        ("lenet-5-tanh", {"loss": "unheard of"}, ("cross-entropy", 0.0, False)),
        ("lenet-5-tanh", {"loss": 3, "j": []}, ("cross-entropy", 0.0, False)),
        ("lenet-5", "nothing", ("map", 20.0, False)),
    ],
)
def test_the_loss_is_that_of_the_training_where_the_file_says_it(name, config, wanted) -> None:
    training = {} if config is None else {"config": config}
    assert criterion(replace(untrained(name), training=training)) == wanted
