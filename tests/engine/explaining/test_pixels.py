"""What the network reads of a field, and the way from there to its inputs."""

import numpy as np
import pytest

from lenet_gui.engine.explaining.pixels import inputs_of, paper_of, pixel_gradient, pixels_of
from tests.engine.explaining.every_network import NAMES, noisy_field, recognizer_of


@pytest.mark.parametrize("name", NAMES)
def test_the_inputs_are_those_that_the_recognizer_makes_of_the_field(name: str) -> None:
    architecture, field = recognizer_of(name).architecture, noisy_field(name)
    pixels = pixels_of(architecture, field)
    assert pixels.min() >= 0
    assert pixels.max() <= 1
    wanted = architecture.input_from(field)
    np.testing.assert_allclose(inputs_of(architecture, pixels), wanted, atol=1e-6)
    batch = inputs_of(architecture, np.stack([pixels, pixels]))
    np.testing.assert_allclose(batch[1], wanted, atol=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_a_gradient_by_the_pixels_is_the_chain_rule_through_the_inputs(name: str) -> None:
    """A sum of inputs, each with a weight, is linear in the pixels: its gradient is exact."""
    architecture = recognizer_of(name).architecture
    pixels = pixels_of(architecture, noisy_field(name)).astype(np.float64)
    weights = np.random.default_rng(1).normal(size=architecture.input_shape)
    gradient = pixel_gradient(architecture, weights)
    assert gradient.shape == pixels.shape
    changed = pixels.copy()
    changed[0, 7, 9] += 0.5
    sums = [(inputs_of(architecture, shown) * weights).sum() for shown in (pixels, changed)]
    assert sums[1] - sums[0] == pytest.approx(0.5 * gradient[0, 7, 9], abs=1e-4)


def test_paper_is_no_ink_and_in_pictures_what_lies_along_the_edge() -> None:
    ink, picture = recognizer_of("lenet-5").architecture, recognizer_of("own").architecture
    assert paper_of(ink, np.full((1, 32, 32), 0.7, np.float32)).item() == 0
    shown = np.zeros((3, 30, 30), np.float32)
    shown[0], shown[:, 8:20, 8:20] = 0.25, 1.0
    np.testing.assert_allclose(paper_of(picture, shown).ravel(), (0.25, 0, 0))
