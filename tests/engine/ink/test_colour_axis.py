"""Colours to grey: by their light where it tells ink from paper, else along another axis."""

import io

import numpy as np
import pytest
from PIL import Image

from lenet_gui.engine.ink.colour_axis import grey_of_colours
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.ink_extraction import ink_of, picture_of_grey
from tests.engine.ink.test_ink_extraction import FIVE, FOUR, SEVEN, on_paper
from tests.helpers import default_recognizer, mnist_test

Colour = tuple[int, int, int]

# Each pair is as light as the other, within a level: Rec. 601 says 85, 126, 96 and 180.
PAIRS: list[tuple[Colour, Colour]] = [
    ((200, 30, 62), (60, 105, 45)),
    ((126, 126, 126), (230, 95, 13)),
    ((60, 105, 145), (160, 70, 65)),
    ((255, 150, 138), (120, 222, 126)),
]


def coloured(index: int, ink: Colour, paper: Colour) -> np.ndarray:
    part = (1 - on_paper(index) / 255)[..., None]
    return np.asarray(np.round(np.array(paper) * (1 - part) + np.array(ink) * part), np.uint8)


def jpeg(colours: np.ndarray, quality: int) -> Image.Image:
    data = io.BytesIO()
    Image.fromarray(colours).save(data, "JPEG", quality=quality)
    return Image.open(data)


@pytest.mark.parametrize("kept", ["as it is", "JPEG", "CMYK", "palette"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS + [(b, a) for a, b in PAIRS])
def test_ink_as_light_as_its_paper_is_read(ink: Colour, paper: Colour, kept: str) -> None:
    for index in (SEVEN, FOUR, FIVE):
        colours = coloured(index, ink, paper)
        image = {
            "as it is": lambda c: Image.fromarray(c),
            "JPEG": lambda c: jpeg(c, 85),
            "CMYK": lambda c: Image.fromarray(c).convert("CMYK"),
            "palette": lambda c: Image.fromarray(c).quantize(16),
        }[kept](colours)
        picture = picture_of_grey(grey_of_image(image))
        assert default_recognizer().recognize(picture).label == mnist_test().labels[index]


@pytest.mark.parametrize(
    ("ink", "paper"), [((20, 30, 160), (255, 255, 255)), ((200, 40, 40), (250, 245, 230))]
)
def test_ink_that_is_darker_than_its_paper_is_grey_as_ever(ink: Colour, paper: Colour) -> None:
    image = Image.fromarray(coloured(SEVEN, ink, paper))
    assert np.array_equal(np.asarray(grey_of_colours(image)), np.asarray(image.convert("L")))


@pytest.mark.parametrize("quality", [20, 60, 90])
def test_a_cameras_noise_in_colour_is_no_ink(quality: int) -> None:
    noise = np.random.default_rng(3).normal(0, 14, (240, 240, 3))
    faint = np.repeat(200 - (255 - on_paper(SEVEN).astype(np.float64))[..., None] * 0.12, 3, 2)
    image = jpeg(np.clip(faint + noise, 0, 255).astype(np.uint8), quality)
    assert np.array_equal(np.asarray(grey_of_colours(image)), np.asarray(image.convert("L")))


def test_paper_of_one_colour_is_blank() -> None:
    paper = np.full((90, 120, 3), (200, 30, 62), np.uint8)
    assert not ink_of(grey_of_image(Image.fromarray(paper))).any()
