"""A grown input excites its unit, within its receptive field and within paper and ink."""

import numpy as np
import pytest

from lenet_gui.common.values import Unit
from lenet_gui.engine.explaining.ascent import ascent, grey_like
from lenet_gui.engine.explaining.pixels import pixels_of
from tests.engine.explaining.every_network import noisy_field, recognizer_of
from tests.helpers import default_recognizer, mnist_test


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("lenet-5", Unit("C3", 6, 5, 3)),
        ("lenet-5", Unit("OUTPUT", 4)),
        ("lenet-5-modern", Unit("F6", 30)),
        ("own", Unit("C3", 2, 1, 2)),
    ],
)
def test_it_excites_the_unit_more(name: str, unit: Unit) -> None:
    recognizer = recognizer_of(name)
    ink = pixels_of(recognizer.architecture, noisy_field(name))
    for start in (ink, grey_like(ink)):
        grown = ascent(recognizer, unit, start)
        assert grown.after > grown.before
        assert grown.pixels.min() >= 0
        assert grown.pixels.max() <= 1
        field = recognizer.architecture.windows(unit)[-1]
        changed = grown.pixels != start
        assert changed.any()
        changed[:, field.top : field.bottom, field.left : field.right] = False
        assert not changed.any()


def test_a_class_grows_from_grey_into_an_answer() -> None:
    recognizer = default_recognizer().copy()
    pixels = pixels_of(recognizer.architecture, np.pad(mnist_test().images[0], 2))
    grown = ascent(recognizer, Unit("OUTPUT", 3), grey_like(pixels))
    again = ascent(recognizer, Unit("OUTPUT", 3), grey_like(pixels))
    np.testing.assert_array_equal(grown.pixels, again.pixels)
    inputs = recognizer.architecture.input_from(np.rint(grown.pixels * 255).astype(np.uint8)[0])
    assert recognizer.network.activations_and_evidence(inputs)[1].argmax() == 3


def test_what_has_no_slope_stays_as_it_is() -> None:
    recognizer = recognizer_of("lenet-5")
    white = np.ones((1, 32, 32), np.float32)
    grown = ascent(recognizer, Unit("INPUT", 0, 4, 5), white)
    assert grown.after == grown.before
    np.testing.assert_array_equal(grown.pixels, white)
