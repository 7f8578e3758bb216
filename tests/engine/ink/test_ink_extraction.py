"""Which pixels are ink: on even paper, in uneven light, and in frames, circles and on sheets."""

import cv2
import numpy as np
import pytest

from lenet_gui.common.values import ByteArray, Picture
from lenet_gui.engine.ink import ink_extraction
from lenet_gui.engine.ink.ink_extraction import ink_of, picture_of_grey
from lenet_gui.engine.ink.normalization import normalize
from tests.helpers import default_recognizer, mnist_test

SEVEN, TWO, ONE, ZERO, FOUR, FIVE = 0, 1, 2, 3, 4, 8
"""Samples of MNIST's test digits; of the 5 the upper stroke stands apart."""


def stroke(paper: int, ink: int) -> ByteArray:
    values = np.full((60, 40), paper, np.uint8)
    values[10:50, 15:25] = ink
    return values


def digit(index: int, side: int = 140) -> ByteArray:
    """Return a digit's ink, smoothly enlarged, uint8 (side, side)."""
    large = cv2.resize(mnist_test().images[index], (side, side), interpolation=cv2.INTER_CUBIC)
    return np.asarray(large, np.uint8)


def on_paper(index: int, rows: int = 240, columns: int = 240, side: int = 140) -> ByteArray:
    """Return a black digit in the middle of white paper."""
    page = np.full((rows, columns), 255, np.uint8)
    top, left = (rows - side) // 2, (columns - side) // 2
    page[top : top + side, left : left + side] -= digit(index, side)
    return page


def answer(grey: ByteArray) -> str | None:
    return default_recognizer().recognize(picture_of_grey(grey)).label


def stretched(image: ByteArray) -> ByteArray:
    """Return ink up to 255, as it is; a level of 1 might be noise."""
    peak = np.float32(255.0 / image.max())
    return np.where(image > 1, image * peak + np.float32(0.5), 0).astype(np.uint8)


# ---- even paper


@pytest.mark.parametrize("contrast", [60, 100, 180])
@pytest.mark.parametrize("sigma", [0, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 4, 6])
def test_noise_of_a_photograph_does_not_widen_the_digit(sigma: float, contrast: int) -> None:
    generator = np.random.default_rng(0)
    values = generator.normal(230, sigma, (400, 300))
    values[100:300, 140:160] -= contrast
    ink = ink_of(np.clip(np.round(values), 0, 255).astype(np.uint8))
    assert normalize(Picture(ink)).box == (100, 140, 300, 160)


def test_a_digit_that_fills_its_picture_stays() -> None:
    """Ink on the rim is no noise: a T cut out tightly has its whole upper rim inked."""
    values = np.full((30, 20), 255, np.uint8)
    values[:4] = values[:, 8:12] = 0
    assert np.array_equal(ink_of(values), 255 - values)


def test_a_digit_that_covers_most_of_the_rim_stays() -> None:
    """A 1 cut out tightly: the commonest shade of the rim is paper, and not the median."""
    values = np.full((30, 9), 255, np.uint8)
    for row in range(30):
        values[row, 6 - row // 5 : 9 - row // 5] = 0
    values[:, 0] = values[:, 8] = 255
    assert np.array_equal(ink_of(values), 255 - values)


@pytest.mark.parametrize("value", [0, 128, 255])
def test_an_even_picture_is_blank(value: int) -> None:
    assert not ink_of(np.full((20, 30), value, np.uint8)).any()


def test_contrast_too_faint_to_be_seen_is_blank() -> None:
    assert not ink_of(stroke(255, 255 - ink_extraction.MIN_CONTRAST + 1)).any()
    assert ink_of(stroke(255, 255 - ink_extraction.MIN_CONTRAST)).max() == 255


def test_antialiased_edges_stay_in_proportion() -> None:
    values = stroke(200, 100)
    values[10:50, 14] = 150
    assert ink_of(values)[30, 13:17].tolist() == [0, 128, 255, 255]


def test_mnists_own_pictures_are_their_ink() -> None:
    """Data sets kept as pictures of 28x28 are learned from as MNIST's files are."""
    for image in mnist_test().images[:300]:
        assert np.array_equal(ink_of(image), stretched(image))
        assert np.array_equal(ink_of(255 - image), stretched(image))


def test_loops_and_pieces_of_large_digits_are_their_own() -> None:
    for index in range(200):
        image = digit(index)
        assert np.array_equal(ink_of(255 - image), stretched(image))


# ---- light


def light(kind: str, rows: int, columns: int, strength: float) -> np.ndarray:
    """Return light that falls off to 1 - strength, float (rows, columns)."""
    y, x = np.mgrid[0 : 1 : rows * 1j, 0 : 1 : columns * 1j]
    far = {
        "side": x,
        "lamp": np.hypot(x - 0.2, y - 0.3) / 1.1,
        "lens": ((x - 0.5) ** 2 + (y - 0.5) ** 2) * 2,
        "corner": 1 - np.clip(np.hypot(x, y), 0, 1),
    }[kind]
    return np.asarray(1 - strength * far)


KINDS = ("side", "lamp", "lens", "corner")


@pytest.mark.parametrize("strength", [0.2, 0.4, 0.6])
@pytest.mark.parametrize("kind", KINDS)
def test_a_digit_is_read_in_uneven_light(kind: str, strength: float) -> None:
    for index in (SEVEN, TWO, FOUR, FIVE):
        lit = np.maximum(on_paper(index), 60) * light(kind, 240, 240, strength)
        grey = np.asarray(lit, np.uint8)
        assert answer(grey) == mnist_test().labels[index]


@pytest.mark.parametrize("noise", [0.0, 2.0])
@pytest.mark.parametrize("paper", [90, 170, 250])
@pytest.mark.parametrize("kind", KINDS)
def test_paper_in_uneven_light_is_blank(kind: str, paper: int, noise: float) -> None:
    generator = np.random.default_rng(5)
    for strength in (0.1, 0.3, 0.6):
        grey = paper * light(kind, 200, 260, strength) + generator.normal(0, noise, (200, 260))
        assert not ink_of(np.clip(np.round(grey), 0, 255).astype(np.uint8)).any()


# ---- frames


def framed(index: int, shape: str, width: int, shade: int, off: int = 20) -> ByteArray:
    """Return a digit on white paper in a drawn frame, ``off`` pixels from the picture's rim."""
    page = on_paper(index)
    far = 239 - off
    if shape == "box":
        cv2.rectangle(page, (off, off), (far, far), (shade,), width)
    elif shape == "circle":
        cv2.circle(page, (120, 120), 119 - off, (shade,), width, cv2.LINE_AA)
    elif shape == "double":
        cv2.rectangle(page, (off, off), (far, far), (shade,), width)
        cv2.rectangle(page, (off - 12, off - 12), (far + 12, far + 12), (shade,), width)
    else:  # broken
        for start in (10, 100, 190, 280):
            box = (120, 120), (119 - off, 119 - off), 0, start, start + 80
            cv2.ellipse(page, *box, (shade,), width, cv2.LINE_AA)
    return page


@pytest.mark.parametrize("width", [1, 4, 10])
@pytest.mark.parametrize("shape", ["box", "circle", "double", "broken"])
def test_a_digit_is_read_in_a_frame(shape: str, width: int) -> None:
    for shade in (0, 120, 200):
        for index in (SEVEN, TWO, ONE, ZERO, FOUR, FIVE):
            grey = framed(index, shape, width, shade)
            assert answer(grey) == mnist_test().labels[index]
            assert answer(255 - grey) == mnist_test().labels[index]


def test_a_digit_may_be_small_in_its_frame() -> None:
    """A sixth as high as the frame, it is no dust, and the frame no 0."""
    for index in (SEVEN, TWO, FOUR, FIVE):
        grey = on_paper(index, side=46)
        cv2.circle(grey, (120, 120), 105, (40,), 8, cv2.LINE_AA)
        assert answer(grey) == mnist_test().labels[index]


@pytest.mark.parametrize("start", [20, 110, 290])
def test_a_circle_by_hand_may_be_open_by_an_eighth(start: int) -> None:
    for index in (SEVEN, TWO, FOUR, FIVE):
        grey = on_paper(index, side=100)
        cv2.ellipse(grey, (120, 120), (105, 105), 0, start, start + 316, (60,), 8, cv2.LINE_AA)
        assert answer(grey) == mnist_test().labels[index]


@pytest.mark.parametrize("off", [-20, -2, 0, 3])
def test_a_frame_may_touch_the_rim_or_leave_the_picture(off: int) -> None:
    for index in (SEVEN, TWO, ZERO, FIVE):
        grey = on_paper(index)
        cv2.rectangle(grey, (20, max(off, -5)), (219, 239 - off), (60,), 6)
        assert answer(grey) == mnist_test().labels[index]


def test_what_lies_in_a_zero_is_its_own() -> None:
    """Zeros with a dot and with a slash are zeros in neither more nor less ink than they have."""
    zero = np.full((240, 240), 255, np.uint8)
    cv2.ellipse(zero, (120, 120), (50, 85), 0, 0, 360, (0,), 14, cv2.LINE_AA)
    dotted, slashed = zero.copy(), zero.copy()
    cv2.circle(dotted, (120, 120), 12, (0,), -1, cv2.LINE_AA)
    cv2.line(slashed, (100, 160), (140, 80), (0,), 12, cv2.LINE_AA)
    for grey in (zero, dotted, slashed):
        assert np.array_equal(ink_of(grey), stretched(255 - grey))


# ---- sheets


@pytest.mark.parametrize("paper", [0, 255])
@pytest.mark.parametrize("wide", [2, 12, 40])
def test_a_rim_of_another_shade_is_no_ink(wide: int, paper: int) -> None:
    for index in (SEVEN, TWO, ONE, ZERO, FOUR, FIVE):
        sheet = on_paper(index)
        grey = np.pad(255 - sheet if paper == 0 else sheet, wide, constant_values=255 - paper)
        assert answer(grey) == mnist_test().labels[index]


def test_a_light_drawing_area_in_a_dark_window_is_paper() -> None:
    for index in (SEVEN, TWO, ONE, ZERO, FOUR, FIVE):
        window = np.full((400, 600), 34, np.uint8)
        window[:28] = 60
        window[60:360, 120:560] = 240
        window[90:330, 200:440] = np.minimum(window[90:330, 200:440], on_paper(index))
        assert answer(window) == mnist_test().labels[index]
