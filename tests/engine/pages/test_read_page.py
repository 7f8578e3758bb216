"""Photographs to digits: composed pages, and pictures that hold no page."""

from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.engine.pages.read_page import read_page
from lenet_gui.engine.pages.values import PageReading
from tests.helpers import default_recognizer, mnist_test
from tests.photographs.composer import Photograph, compose
from tests.photographs.page_evaluation import evaluate, overlap

CLEAN = {
    "sheet": (1280, 720), "size": 60, "lines": 3, "per_line": 5, "table": "none", "quarter": 0,
    "tilt": 0.0, "perspective": 0.0, "ruling": "none", "touching": False, "invert": False,
    "broken": False, "through": 0.0, "contrast": 0.65, "thickness": 0.0, "shadow": 0.0,
    "jitter": 0.05,
}  # fmt: skip


def page(seed: int = 11, **changed: Any) -> Photograph:
    return compose(seed, **(CLEAN | changed))


def read(grey: np.ndarray) -> PageReading:
    return read_page(grey, default_recognizer())


def right_part(photograph: Photograph) -> float:
    evaluated = evaluate(read(photograph.grey), photograph.truths)
    return evaluated.right / evaluated.digits


def digit(index: int, side: int) -> np.ndarray:
    image = 255 - mnist_test().images[index]
    return np.asarray(cv2.resize(image, (side, side), interpolation=cv2.INTER_CUBIC))


def test_a_small_set_of_composed_pages_is_read() -> None:
    evaluated = []
    for seed in range(3000, 3012):
        photograph = compose(seed, touching=False)
        evaluated.append(evaluate(read(photograph.grey), photograph.truths))
    digits = sum(one.digits for one in evaluated)
    assert digits > 150
    assert sum(one.right for one in evaluated) / digits >= 0.93
    assert sum(one.false for one in evaluated) / len(evaluated) <= 1.0


def test_lines_are_in_reading_order() -> None:
    photograph = page()
    lines = read(photograph.grey).lines
    written = [
        "".join(str(t.digit) for t in photograph.truths if t.line == line) for line in range(3)
    ]
    assert [len(line.text) for line in lines] == [len(line) for line in written]
    same = sum(
        a == b for a, b in zip("".join(written), "".join(x.text for x in lines), strict=True)
    )
    assert same >= len("".join(written)) - 1


@pytest.mark.parametrize(
    "changed",
    [
        {"shadow": 0.55}, {"gradient": 0.6}, {"contrast": 0.25, "thickness": -1.0},
        {"thickness": 1.1, "contrast": 0.85}, {"paper": 150.0}, {"invert": True},
        {"ruling": "ruled"}, {"ruling": "squared", "size": 70}, {"table": "dark"},
        {"table": "wood"}, {"tilt": 13.0}, {"perspective": 0.06, "table": "dark"},
        {"through": 0.07}, {"broken": True}, {"size": 34}, {"size": 95}, {"quality": 40},
    ],
    ids=str,
)  # fmt: skip
def test_each_difficulty_alone(changed: dict[str, Any]) -> None:
    assert right_part(page(**changed)) >= 0.85


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_on_its_side_is_read_in_its_own_direction(quarter: int) -> None:
    photograph = page(quarter=quarter)
    reading = read(photograph.grey)
    assert reading.angle == (360 - 90 * quarter) % 360
    evaluated = evaluate(reading, photograph.truths)
    assert evaluated.right / evaluated.digits >= 0.85
    assert len(reading.lines) == 3


def test_touching_digits_are_split() -> None:
    evaluated = [
        evaluate(read(one.grey), one.truths) for one in (page(s, touching=True) for s in range(5))
    ]
    assert sum(one.right for one in evaluated) / sum(one.digits for one in evaluated) >= 0.75


def test_boxes_are_in_the_pixels_of_a_large_picture() -> None:
    photograph = page()
    large = np.asarray(cv2.resize(photograph.grey, None, fx=3, fy=3))
    reading = read(large)
    assert reading.size == (3840, 2160)
    assert reading.stages.scale > 2
    x, y, width, height = (3 * value for value in photograph.truths[0].box)
    best = max(overlap(digit.box, (x, y, width, height)) for digit in reading.digits)
    assert best > 0.7


def test_a_small_picture_is_read() -> None:
    photograph = page(noise=2.0, blur=0.0, size=80)
    small = np.asarray(cv2.resize(photograph.grey, (400, 225), interpolation=cv2.INTER_AREA))
    labels = [found.label for found in read(small).digits]
    assert sum(label is not None for label in labels) >= 0.8 * len(photograph.truths)


def test_the_ink_of_a_digit_has_its_place_in_the_picture() -> None:
    for found in read(page().grey).digits:
        x, y, width, height = found.box
        picture = found.picture
        middle_x = picture.origin[0] + picture.scale * picture.ink.shape[1] / 2
        middle_y = picture.origin[1] + picture.scale * picture.ink.shape[0] / 2
        assert middle_x == pytest.approx(x + width / 2, abs=2)
        assert middle_y == pytest.approx(y + height / 2, abs=2)
        assert picture.ink.max() == 255


def test_a_digit_read_alone_gives_the_same_answer_with_all_states() -> None:
    found = read(page().grey).digits[0]
    alone = default_recognizer().recognize(found.picture)
    assert alone.label == found.recognition.label
    assert alone.lead == pytest.approx(found.score, abs=1e-5)
    assert len(alone.activations) > 1


def test_a_point_finds_its_digit() -> None:
    reading = read(page().grey)
    found = reading.digits[3]
    x, y, width, height = found.box
    assert reading.digit_at(x + width / 2, y + height / 2) is found
    assert reading.digit_at(-5, -5) is None


def test_stages_have_the_size_of_the_working_copy() -> None:
    stages = read(page().grey).stages
    for stage in (stages.ink, stages.mask, stages.cleaned):
        assert stage.shape == stages.grey.shape
        assert stage.dtype == np.uint8
    assert not stages.dark_paper
    assert read(page(invert=True).grey).stages.dark_paper


@pytest.mark.parametrize("side", [28, 60, 300, 900])
def test_one_digit_may_fill_the_picture(side: int) -> None:
    read_right = sum(
        [d.label for d in read(digit(index, side)).digits] == [mnist_test().labels[index]]
        for index in range(10)
    )
    assert read_right >= 8


def test_digits_of_different_size_stand_on_one_page() -> None:
    sheet = np.full((700, 1000), 235, np.uint8)
    places = [(0, 40, 60, 50), (1, 200, 60, 60), (2, 420, 60, 120), (4, 640, 60, 200)]
    for index, x, y, side in places:
        part = sheet[y : y + side, x : x + side]
        np.minimum(part, digit(index, side), out=part)
    labels = sorted(found.label or "?" for found in read(sheet).digits)
    assert labels == sorted(mnist_test().labels[index] for index, *_ in places)


# ---- tables, and printed paper


@pytest.mark.parametrize("seed", [3012, 3019, 3065, 3072, 3099, 3119])
def test_pages_on_a_table_and_on_printed_paper(seed: int) -> None:
    photograph = compose(seed, touching=False)
    evaluated = evaluate(read_page(photograph.grey, default_recognizer()), photograph.truths)
    assert evaluated.right >= 0.85 * evaluated.digits
    assert evaluated.false <= 2


def test_what_lies_on_the_table_is_no_part_of_the_lines() -> None:
    photograph = compose(3000, touching=False)  # on rough wood, in dim light
    reading = read_page(photograph.grey, default_recognizer())
    assert len(reading.lines) == len({truth.line for truth in photograph.truths})
    assert "?" not in "".join(line.text for line in reading.lines)
    assert "outside" in {verdict for _, verdict in reading.rejected}


# ---- no page


@pytest.mark.parametrize("value", [0, 128, 255])
@pytest.mark.parametrize("shape", [(1, 1), (1, 500), (7, 7), (480, 640)])
def test_even_pictures_have_no_digits(value: int, shape: tuple[int, int]) -> None:
    assert read(np.full(shape, value, np.uint8)).digits == ()


def test_noise_has_few_digits() -> None:
    generator = np.random.default_rng(3)
    for spread in (5, 40):
        noise = generator.normal(128, spread, (480, 640)).clip(0, 255).astype(np.uint8)
        assert sum(found.label is not None for found in read(noise).digits) <= 1


def test_a_landscape_has_few_digits() -> None:
    generator = np.random.default_rng(4)
    clouds = sum(
        cv2.resize(generator.normal(0, 2.0**k, (480 >> k, 640 >> k)), (640, 480))
        for k in range(1, 7)
    )
    hills = np.clip(128 + clouds, 0, 255).astype(np.uint8)
    assert sum(found.label is not None for found in read(hills).digits) <= 3


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 90), st.integers(1, 90), st.integers(1, 8))
def test_any_picture_is_read_without_failing(
    seed: int, rows: int, columns: int, grain: int
) -> None:
    generator = np.random.default_rng(seed)
    coarse = generator.integers(0, 256, (-(-rows // grain), -(-columns // grain)), np.uint8)
    grey = np.kron(coarse, np.ones((grain, grain), np.uint8))[:rows, :columns]
    for found in read(grey).digits:
        x, y, width, height = found.box
        assert 0 <= x < x + width <= columns
        assert 0 <= y < y + height <= rows
