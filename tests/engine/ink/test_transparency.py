"""Transparency: ink of one shade, and stickers whose rim is of another."""

import cv2
import numpy as np
import pytest
from PIL import Image

from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from tests.engine.ink.test_ink_extraction import FIVE, FOUR, ONE, SEVEN, TWO, ZERO, on_paper
from tests.helpers import default_recognizer, mnist_test


def sticker(index: int, wide: int, rim: int, ink: int, hidden: int) -> Image.Image:
    """Return a digit with a rim around its strokes, and nothing around that."""
    part = 1 - on_paper(index) / 255
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * wide + 1, 2 * wide + 1))
    seen = cv2.dilate(part, kernel)
    grey = np.where(seen > 0, rim + (ink - rim) * part, hidden)
    return Image.fromarray(np.stack([grey, grey, grey, 255 * seen], 2).astype(np.uint8))


@pytest.mark.parametrize("hidden", [0, 255])
@pytest.mark.parametrize(("rim", "ink"), [(255, 0), (230, 20), (0, 255), (40, 235)])
@pytest.mark.parametrize("wide", [3, 10, 30])
def test_the_rim_of_a_sticker_is_paper(wide: int, rim: int, ink: int, hidden: int) -> None:
    for index in (SEVEN, TWO, ONE, ZERO, FOUR, FIVE):
        picture = picture_of_grey(grey_of_image(sticker(index, wide, rim, ink, hidden)))
        assert default_recognizer().recognize(picture).label == mnist_test().labels[index]


@pytest.mark.parametrize("shade", [0, 60, 128, 200, 255])
def test_ink_without_a_rim_is_ink(shade: int) -> None:
    part = 255 - on_paper(SEVEN)
    layers = [np.full_like(part, shade)] * 3 + [part]
    image = Image.fromarray(np.stack(layers, 2))
    picture = picture_of_grey(grey_of_image(image))
    assert default_recognizer().recognize(picture).label == mnist_test().labels[SEVEN]
