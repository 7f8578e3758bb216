"""Whether an image shows one digit or a page, on readings and ink that are made up."""

import cv2
import numpy as np
import pytest

from lenet_gui.common.values import ByteArray, Picture, Recognition
from lenet_gui.engine.ink.ink_extraction import picture_of_grey
from lenet_gui.engine.pages import page_or_digit
from lenet_gui.engine.pages.page_or_digit import is_one_digit, looks_like_page
from lenet_gui.engine.pages.values import (
    Box,
    FoundDigit,
    PageLine,
    PageReading,
    PageStages,
    Verdict,
)
from tests.engine.pages.made_up import recognition
from tests.helpers import default_recognizer, mnist_test

BLANK = np.zeros((4, 4), np.uint8)
WHOLE_7, UNREAD = recognition(7), recognition(7, accepted=False)


def reading(*found: tuple[int, Box, Verdict], rejected: int = 0) -> PageReading:
    digits = tuple(
        FoundDigit(box, Picture(BLANK), recognition(answer), verdict)
        for answer, box, verdict in found
    )
    stages = PageStages(BLANK, BLANK, BLANK, BLANK, False, 1.0)
    others: tuple[tuple[Box, Verdict], ...] = (((0, 0, 9, 9), "shape"),) * rejected
    return PageReading((100, 100), (PageLine(digits),), others, stages, 0.0, 0.0)


def ink(*boxes: Box, scale: float = 1.0) -> Picture:
    """Return solid boxes of ink, x, y, width, height, 100 pixels wide and high."""
    picture = np.zeros((100, 100), np.uint8)
    for x, y, width, height in boxes:
        picture[y : y + height, x : x + width] = 255
    return Picture(picture, scale=scale)


LEFT, RIGHT = (10, 20, 20, 40), (60, 20, 20, 40)


@pytest.mark.parametrize(
    ("clutter", "whole", "one"), [(8, UNREAD, True), (9, UNREAD, False), (9, WHOLE_7, True)]
)
def test_clutter_without_a_digit_is_a_photograph_unless_it_is_read_as_one(
    clutter: int, whole: Recognition, one: bool
) -> None:
    assert is_one_digit(reading(rejected=clutter), ink(LEFT), whole) is one
    unsure: tuple[int, Box, Verdict] = (3, LEFT, "unsure")
    assert is_one_digit(reading(unsure, rejected=clutter - 1), ink(LEFT), whole) is one


@pytest.mark.parametrize(
    ("answer", "box", "one"),
    [(7, (0, 0, 5, 5), True), (3, LEFT, False), (3, (0, 0, 90, 90), True)],
)
def test_a_digit_that_is_found_is_the_only_one_if_it_is_the_whole_or_has_the_ink(
    answer: int, box: Box, one: bool
) -> None:
    assert is_one_digit(reading((answer, box, "read")), ink(LEFT, RIGHT), WHOLE_7) is one


def test_digits_in_what_surrounds_the_only_one_are_none() -> None:
    """Of a picture with a frame or in a window the ink is the digit's alone."""
    around = reading((1, RIGHT, "read"))
    assert is_one_digit(around, ink(LEFT), WHOLE_7)
    assert not is_one_digit(around, ink(LEFT), UNREAD)
    both = reading((1, RIGHT, "read"), (1, LEFT, "read"), (4, (60, 70, 20, 20), "read"))
    assert not is_one_digit(both, ink(LEFT, RIGHT), WHOLE_7)


def test_a_frame_around_a_digit_of_two_pieces_is_no_second_digit() -> None:
    """The box of the frame holds all of the ink; of the frame itself none is left."""
    pieces: tuple[Box, Box] = ((30, 20, 30, 30), (25, 60, 40, 10))
    both = reading((3, (25, 20, 40, 50), "read"), (0, (5, 0, 90, 90), "read"))
    assert is_one_digit(both, ink(*pieces), WHOLE_7)
    assert is_one_digit(both, ink(*pieces), UNREAD)  # not sure on the page, rather than "30"
    beside = reading((3, pieces[0], "read"), (0, (20, 55, 50, 20), "read"))
    assert not is_one_digit(beside, ink(*pieces), WHOLE_7)


def test_boxes_are_in_pixels_of_the_image_and_not_of_its_ink() -> None:
    box: Box = (20, 40, 40, 80)  # all of LEFT at two pixels to one of the ink
    assert is_one_digit(reading((3, box, "read")), ink(LEFT, scale=2.0), WHOLE_7)
    assert not is_one_digit(reading((3, box, "read")), ink(RIGHT, scale=2.0), UNREAD)


def test_several_digits_are_a_page_unless_they_are_fragments_of_one_piece() -> None:
    whole = (10, 10, 70, 70)
    two = reading((1, (10, 10, 30, 70), "read"), (4, (40, 10, 40, 70), "read"))
    assert is_one_digit(two, ink(whole), WHOLE_7)
    assert not is_one_digit(two, ink(whole), UNREAD)
    assert not is_one_digit(
        reading((1, LEFT, "read"), (4, RIGHT, "read")), ink(LEFT, RIGHT), WHOLE_7
    )


@pytest.mark.parametrize(("count", "one"), [(10, True), (11, False)])
def test_one_digit_has_at_most_ten_fragments(count: int, one: bool) -> None:
    found = [(1, (10, 10 + 6 * place, 70, 6), "read") for place in range(count)]
    assert is_one_digit(reading(*found), ink((10, 10, 70, 70)), WHOLE_7) is one  # type: ignore[arg-type]


# ---- images


def page_of(rows: list[list[int]], side: int = 56) -> ByteArray:
    """Return grey MNIST digits, by index of the test set, in lines on white paper."""
    page = np.full((len(rows) * 90 + 60, len(rows[0]) * 80 + 60), 255, np.uint8)
    for row, indices in enumerate(rows):
        for place, index in enumerate(indices):
            large = 255 - np.kron(mnist_test().images[index], np.ones((side // 28,) * 2, np.uint8))
            y, x = 40 + 90 * row, 40 + 80 * place
            page[y : y + side, x : x + side] = large
    return page


def looks(grey: ByteArray) -> bool:
    picture, recognizer = picture_of_grey(grey), default_recognizer()
    return looks_like_page(grey, picture, recognizer.recognize(picture), recognizer)


@pytest.mark.parametrize("rows", [[[0, 1]], [[2, 3, 4]], [[0, 1, 2], [3, 4, 5], [6, 7, 9]]])
@pytest.mark.parametrize("shape", ["box", "circle", "double"])
def test_a_page_stays_one_when_a_digit_of_it_is_circled(rows: list[list[int]], shape: str) -> None:
    """What lies beyond the frame is no part of it."""
    page = page_of(rows)
    x, y = 40 + 80 * (len(rows[0]) - 1) + 28, 40 + 90 * (len(rows) // 2) + 28
    if shape == "box":
        cv2.rectangle(page, (x - 36, y - 36), (x + 36, y + 36), (40,), 2)
    else:
        for radius in (36, 41)[: 1 + (shape == "double")]:
            cv2.circle(page, (x, y), radius, (40,), 2, cv2.LINE_AA)
    assert looks(page)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("desk", [20, 100])
def test_cards_side_by_side_are_a_page(count: int, desk: int) -> None:
    page = np.full((160, 140 * count + 20), desk, np.uint8)
    for place in range(count):
        card = page_of([[place]])[10:130, 10:130]
        page[20:140, 20 + 140 * place : 140 + 140 * place] = card
    assert looks(page)


@pytest.mark.parametrize("index", range(10))  # 8 is two pieces of ink
def test_one_digit_does_not_look_like_a_page(index: int) -> None:
    assert not looks(255 - mnist_test().images[index])
    assert not looks(page_of([[index]]))


def test_several_digits_look_like_a_page() -> None:
    assert looks(page_of([[0, 1]]))
    assert looks(page_of([[0, 1, 2, 3], [4, 5, 6, 7]]))


def test_paper_without_digits_does_not_look_like_a_page() -> None:
    assert not looks(np.full((60, 90), 200, np.uint8))
    noise = np.random.default_rng(0).integers(0, 256, (200, 200), np.uint8)
    assert not looks(noise)


def test_one_piece_that_is_read_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_or_digit, "read_page", None)
    seven = 255 - mnist_test().images[0]
    assert not looks(seven)
    with pytest.raises(TypeError):
        looks(page_of([[0, 1]]))
