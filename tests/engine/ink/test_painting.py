"""Drawings as paintings: paper, a picture on it, strokes over each other."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.values import Colour, Drawing, Picture
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.engine.ink.painting import covered, painted_picture, painting_of
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke

RED: Colour = (220, 30, 30)
BLUE: Colour = (20, 60, 200)
YELLOW: Colour = (255, 235, 90)


def line(colour: Colour, *ends: tuple[float, float]) -> Drawing:
    return Drawing((replace(make_stroke(list(ends)), colour=colour),))


def test_colours_are_mixed_as_an_image_program_does() -> None:
    generator = np.random.default_rng(0)
    ground = generator.integers(0, 256, (40, 50, 3)).astype(np.uint8)
    coverage = generator.integers(0, 256, (40, 50)).astype(np.uint8)
    wanted = Image.fromarray(ground)
    wanted.paste(RED, mask=Image.fromarray(coverage))
    assert np.abs(covered(ground, coverage, RED).astype(int) - np.asarray(wanted)).max() <= 1
    nothing, everything = np.zeros_like(coverage), np.full_like(coverage, 255)
    assert np.array_equal(covered(ground, nothing, RED), ground)
    assert (covered(ground, everything, RED) == RED).all()


def test_black_on_white_is_the_ink() -> None:
    drawing = line((0, 0, 0), (100, 100), (400, 300))
    ink = drawing_picture(drawing, 0.25).ink
    assert np.array_equal(painting_of(drawing), np.repeat(255 - ink[:, :, None], 3, axis=2))


def test_later_strokes_lie_over_earlier_ones_on_the_paper() -> None:
    across = line(RED, (50, 280), (510, 280)).strokes
    down = line(BLUE, (280, 50), (280, 510)).strokes
    painting = painting_of(Drawing(across + down, paper=YELLOW))
    assert tuple(painting[70, 70]) == BLUE
    assert tuple(painting[70, 20]) == RED
    assert tuple(painting[5, 5]) == YELLOW
    assert tuple(painting_of(Drawing(down + across))[70, 70]) == RED


@pytest.mark.parametrize("rgb", [None, np.full((20, 10, 3), (1, 2, 3), np.uint8)])
def test_a_picture_lies_on_the_paper(rgb: np.ndarray | None) -> None:
    picture = Picture(np.full((20, 10), 255, np.uint8), rgb=rgb)
    painting = painting_of(Drawing(picture=picture, paper=YELLOW))
    assert tuple(painting[70, 70]) == ((0, 0, 0) if rgb is None else (1, 2, 3))
    assert tuple(painting[70, 10]) == YELLOW  # it is half as wide as it is high


def test_what_is_recognized_has_colours_where_there_are_any() -> None:
    assert painted_picture(Drawing()).rgb is None
    assert painted_picture(Drawing(paper=YELLOW)).rgb is None  # an empty page, too
    picture = Picture(np.ones((9, 9), np.uint8), rgb=np.zeros((9, 9, 3), np.uint8))
    assert painted_picture(Drawing(picture=picture)) is picture
    assert painted_picture(Drawing(picture=picture, paper=YELLOW)).rgb is not None
    assert painted_picture(line(RED, (9, 9))).rgb is not None


def test_samples_of_data_sets_as_pictures() -> None:
    digit = np.arange(784, dtype=np.uint32).reshape(28, 28).astype(np.uint8)
    picture = sample_picture(digit)
    assert picture.rgb is not None
    assert np.array_equal(picture.ink, digit)
    assert np.array_equal(picture.rgb[:, :, 1], digit)  # light on black, as it is stored
    planes = np.zeros((3, 20, 24), np.uint8)
    planes[2, 5:15] = 240
    coloured = sample_picture(planes)
    assert coloured.rgb is not None
    assert tuple(coloured.rgb[10, 10]) == (0, 0, 240)
    assert coloured.ink.shape == (20, 24)
    grey = sample_picture(planes[2:])
    assert grey.rgb is not None
    assert tuple(grey.rgb[10, 10]) == (240, 240, 240)
