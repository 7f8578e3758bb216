"""Covering: a network whose answer is a sum of pixels loses just what is covered."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.engine.explaining.occlusion import occlusion
from lenet_gui.engine.explaining.pixels import inputs_of, paper_of, pixels_of
from lenet_gui.engine.networks.activation_functions import Softmax
from lenet_gui.engine.networks.architecture import Architecture, Layer
from lenet_gui.engine.networks.layers import FullConnection
from lenet_gui.engine.networks.network import Network
from tests.engine.explaining.every_network import NAMES, noisy_field, recognizer_of

TOY = Architecture(
    "toy", (1, 32, 32), (0.0, 1.0), "torch", "", (Layer("OUTPUT", FullConnection(2), Softmax()),)
)


def toy(weights: np.ndarray) -> Network:
    """The first class has the weighted sum of the pixels as its evidence, the second nothing."""
    both = np.stack([weights.ravel(), np.zeros(1024)])
    return Network(TOY, {"OUTPUT.weight": both, "OUTPUT.bias": np.zeros(2)})


def test_the_lead_loses_what_was_covered() -> None:
    weights = np.random.default_rng(0).normal(size=(32, 32))
    pixels = np.zeros((1, 32, 32), np.float32)
    pixels[0, 10:15, 11] = 1.0
    found = occlusion(toy(weights), pixels, 0, 1)
    assert (found.step, found.side) == (2, 4)
    assert found.changes.shape == (15, 15)
    for down, across in np.ndindex(15, 15):
        covered = pixels[0, 2 * down : 2 * down + 4, 2 * across : 2 * across + 4]
        own = weights[2 * down : 2 * down + 4, 2 * across : 2 * across + 4]
        assert found.changes[down, across] == pytest.approx((covered * own).sum(), abs=1e-5)
    swapped = occlusion(toy(weights), pixels, 1, 0)
    np.testing.assert_allclose(swapped.changes, -found.changes, atol=1e-6)


def test_a_pixel_has_the_mean_of_the_squares_over_it() -> None:
    weights, pixels = np.zeros((32, 32)), np.zeros((1, 32, 32), np.float32)
    weights[10, 10], pixels[0, 10, 10] = 8.0, 1.0
    found = occlusion(toy(weights), pixels, 0, 1)
    assert np.count_nonzero(found.changes) == 4  # two down, two across
    assert found.pixels[10, 10] == pytest.approx(8.0)  # under all four
    assert found.pixels[8, 8] == pytest.approx(2.0)  # under one of its four
    assert found.pixels[20, 20] == 0


def test_paper_on_paper_is_not_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    network, batches = toy(np.ones((32, 32))), []
    compute = network.activations_and_evidence

    def counting(inputs: np.ndarray) -> tuple[dict[str, np.ndarray], np.ndarray]:
        batches.append(len(inputs))
        return compute(inputs)

    monkeypatch.setattr(network, "activations_and_evidence", counting)
    pixels = np.zeros((1, 32, 32), np.float32)
    pixels[0, 10, 10] = 1.0
    occlusion(network, pixels, 0, 1)
    assert batches == [5]


@pytest.mark.parametrize("name", NAMES)
def test_each_place_is_the_field_with_a_square_of_paper(name: str) -> None:
    recognizer = recognizer_of(name)
    architecture = recognizer.architecture
    pixels = pixels_of(architecture, noisy_field(name))
    found = occlusion(recognizer.network, pixels, 1, 2)
    down, across = 3, 5
    covered = pixels.copy()
    covered[:, 6:10, 10:14] = paper_of(architecture, pixels)
    leads = [
        float(evidence[1] - evidence[2])
        for evidence in recognizer.network.evidence(
            inputs_of(architecture, np.stack([pixels, covered]))
        )
    ]
    tolerance = 1e-4 * max(map(abs, leads)) + 1e-4
    assert found.changes[down, across] == pytest.approx(leads[0] - leads[1], abs=tolerance)


def test_squares_grow_with_the_picture() -> None:
    large = replace(TOY, input_shape=(1, 128, 128), sees="picture")
    weights = {"OUTPUT.weight": np.ones((2, 128 * 128)), "OUTPUT.bias": np.zeros(2)}
    pixels = np.random.default_rng(0).uniform(size=(1, 128, 128)).astype(np.float32)
    found = occlusion(Network(large, weights), pixels, 0, 1)
    assert (found.step, found.side) == (6, 12)
    assert max(found.changes.shape) <= 24
    assert found.pixels.shape == (128, 128)
