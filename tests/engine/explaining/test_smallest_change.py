"""The smallest change found really changes the answer, in whole bytes, and is small."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.explaining.pixels import inputs_of, pixels_of
from lenet_gui.engine.explaining.smallest_change import (
    _nearest,
    scores_along,
    smallest_change,
)
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import FullConnection
from lenet_gui.engine.networks.network import Network
from tests.engine.explaining.every_network import noisy_field, recognizer_of
from tests.helpers import mnist_test


@pytest.mark.parametrize("name", ["lenet-5-modern", "lenet-5"])
@pytest.mark.parametrize("digit", [0, 3, 4])
def test_it_makes_a_digit_another_one(name: str, digit: int) -> None:
    recognizer = load_recognizer(name)
    field = np.pad(mnist_test().images[digit], 2)
    pixels = pixels_of(recognizer.architecture, field)
    evidence = recognizer.evidence(field[None])[0]
    rival = int(np.argsort(-evidence)[1])
    found = smallest_change(recognizer, pixels, rival)
    assert found is not None
    np.testing.assert_array_equal(found.before, field[None])
    assert recognizer.evidence(found.after)[0].argmax() == rival
    assert 0 < found.length < 4
    assert found.length == pytest.approx(np.linalg.norm((found.after / 255) - (field / 255)))
    again = smallest_change(recognizer, pixels, rival)
    assert again is not None
    np.testing.assert_array_equal(found.after, again.after)


def test_it_is_played_from_the_ink_to_the_change() -> None:
    recognizer = load_recognizer("lenet-5-modern")
    pixels = pixels_of(recognizer.architecture, np.pad(mnist_test().images[4], 2))
    found = smallest_change(recognizer, pixels, 9)
    assert found is not None
    np.testing.assert_allclose(found.at(0.0), pixels, atol=1e-6)
    np.testing.assert_allclose(found.at(1.0) * 255, found.after, atol=1e-3)
    scores = scores_along(recognizer, found, 25)
    assert scores.shape == (26, 10)
    np.testing.assert_allclose(scores.sum(axis=1), 1.0, rtol=1e-5)
    assert scores[0].argmax() == 4
    assert scores[25].argmax() == 9
    half = recognizer.network.scores(inputs_of(recognizer.architecture, found.at(0.4))[None])
    np.testing.assert_allclose(scores[10], half[0], atol=1e-4)


def test_pictures_in_colour_have_one_too() -> None:
    recognizer = recognizer_of("own")
    pixels = pixels_of(recognizer.architecture, noisy_field("own"))
    evidence = recognizer.network.evidence(inputs_of(recognizer.architecture, pixels)[None])[0]
    rival = int(np.argsort(-evidence)[1])
    found = smallest_change(recognizer, pixels, rival)
    assert found is not None
    assert found.after.shape == (3, 30, 30)
    assert recognizer.evidence(found.after[None])[0].argmax() == rival


def test_of_a_sum_it_is_the_nearest_point_of_the_border() -> None:
    """Two classes of weighted sums: the border is a plane, and the way there is known."""
    recognizer = recognizer_of("lenet-5").copy()
    weights = np.zeros((2, 1024), np.float32)
    weights[1, :100] = 1.0
    both = {"OUTPUT.weight": weights, "OUTPUT.bias": np.array([20.0, 0.0], np.float32)}
    layers = (Layer("OUTPUT", FullConnection(2), Softmax()),)
    recognizer.architecture = Architecture("sum", (1, 32, 32), (0.0, 1.0), "torch", "", layers)
    recognizer.checkpoint = replace(recognizer.checkpoint, weights=both)
    recognizer.network = Network(recognizer.architecture, both)
    found = smallest_change(recognizer, np.zeros((1, 32, 32), np.float32), 1)
    assert found is not None
    assert found.length == pytest.approx(2.0, abs=0.1)  # 100 pixels of 0.2 each


def test_a_class_that_cannot_be_reached_is_not_found() -> None:
    recognizer = recognizer_of("lenet-5").copy()
    weights = {"OUTPUT.weight": np.zeros((2, 1024)), "OUTPUT.bias": np.array([1.0, 0.0])}
    layers = (Layer("OUTPUT", FullConnection(2), Softmax()),)
    recognizer.architecture = Architecture("sum", (1, 32, 32), (0.0, 1.0), "torch", "", layers)
    recognizer.checkpoint = replace(recognizer.checkpoint, weights=weights)
    recognizer.network = Network(recognizer.architecture, weights)
    assert smallest_change(recognizer, np.zeros((1, 32, 32), np.float32), 1) is None


@pytest.mark.parametrize("seed", range(5))
def test_the_nearest_point_of_a_plane_within_the_box(seed: int) -> None:
    """It lies on the plane; and, as it should, pixels move along the slope or are at an end."""
    generator = np.random.default_rng(seed)
    point, slope = generator.uniform(size=50), generator.normal(size=50)
    slope[7] = 0.0
    height = float((slope * point).sum()) + generator.uniform(0.1, 3.0)
    found = _nearest(point, slope, height)
    assert float((slope * found).sum()) == pytest.approx(height)
    assert found.min() >= 0
    assert found.max() <= 1
    free = (found > 0) & (found < 1) & (slope != 0)
    rates = (found - point)[free] / slope[free]
    np.testing.assert_allclose(rates, rates[0])


def test_a_plane_beyond_the_box_is_gone_towards_to_the_end() -> None:
    found = _nearest(np.full(4, 0.5), np.array([1.0, -1.0, 2.0, 0.0]), 100.0)
    np.testing.assert_array_equal(found, [1.0, 0.0, 1.0, 0.5])
    ahead = np.full(4, 0.5)
    np.testing.assert_array_equal(_nearest(ahead, np.ones(4), 1.0), ahead)
