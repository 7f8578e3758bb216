"""Digits side by side are told; one digit of many strokes never is."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.common.values import Drawing, Picture, Recognition
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.side_by_side import MOST_POINTS, groups_of, told_apart
from tests.helpers import default_recognizer

Points = list[tuple[float, float]]
ONE: list[Points] = [[(250, 150), (285, 120), (285, 270), (283, 430)]]
FOUR: list[Points] = [
    [(220, 110), (200, 180), (170, 260), (140, 300), (230, 303), (330, 296), (400, 290)],
    [(320, 180), (318, 260), (312, 340), (308, 440)],
]
SEVEN: list[Points] = [[(150, 140), (280, 135), (400, 130), (340, 240), (280, 340), (250, 440)]]


def drawing_of(lines: list[Points]) -> Drawing:
    return Drawing(tuple(make_stroke(line) for line in lines))


def moved(lines: list[Points], x: float, size: float = 0.5) -> list[Points]:
    """Smaller, and so far to the right."""
    return [[(x + size * (a - 130), 150 + size * b) for a, b in line] for line in lines]


def read(drawing: Drawing, by: Recognizer | None = None) -> Recognition:
    by = by or default_recognizer()
    return told_apart(by.recognize(drawing_picture(drawing)), drawing, by)


LEFT_SEVEN, RIGHT_FOUR = moved(SEVEN, 60), moved(FOUR, 330)


def test_two_digits_side_by_side_are_told_from_left_to_right() -> None:
    found = read(drawing_of([*LEFT_SEVEN, *RIGHT_FOUR]))
    assert found.label is None
    assert found.side_by_side == ("7", "4")
    again = read(drawing_of([*RIGHT_FOUR[::-1], *LEFT_SEVEN]))  # in whatever order they are drawn
    assert again.side_by_side == ("7", "4")


def test_three_digits_are_told_too() -> None:
    parts = [*moved(SEVEN, 20, 0.4), *moved(FOUR, 200, 0.4), *moved(SEVEN, 390, 0.4)]
    assert read(drawing_of(parts)).side_by_side == ("7", "4", "7")


@pytest.mark.parametrize("lines", [ONE, FOUR, SEVEN])
def test_one_digit_is_one(lines: list[Points]) -> None:
    found = read(drawing_of(lines))
    assert found.label is not None
    assert found.side_by_side == ()


def test_a_four_apart_in_its_two_strokes_is_a_four() -> None:
    apart = [FOUR[0], [(x + 110, y) for x, y in FOUR[1]]]
    assert len(groups_of(drawing_of(apart).strokes)) == 2
    assert read(drawing_of(apart)).side_by_side == ()


@pytest.mark.parametrize("pieces", range(2, 11))
def test_a_broken_circle_is_not_two(pieces: int) -> None:
    """A 0 of so many strokes, with gaps between them."""
    for turn in np.linspace(0, 2 * np.pi / pieces, 4):
        lines = []
        for number in range(pieces):
            along = turn + 2 * np.pi / pieces * np.linspace(number, number + 0.85, 12)
            lines.append(
                list(zip(280 + 110 * np.cos(along), 280 + 170 * np.sin(along), strict=True))
            )
        assert read(drawing_of(lines)).side_by_side == ()


@pytest.mark.parametrize("cuts", [9, 4, 2])
def test_an_eight_of_many_strokes_is_one(cuts: int) -> None:
    along = np.linspace(0, 2 * np.pi, 10 * cuts + 1)
    x, y = 280 + 90 * np.sin(2 * along), 280 - 170 * np.cos(along)
    lines = [
        list(zip(x[10 * n : 10 * n + 11], y[10 * n : 10 * n + 11], strict=True))
        for n in range(cuts)
    ]
    assert read(drawing_of(lines)).side_by_side == ()


def test_a_one_in_pieces_is_not_a_row_of_ones() -> None:
    """Each of them is read as a 1, and the whole is declined."""
    slanted = [[(330 - 40 * n - 5, 120 + 130 * n), (300 - 40 * n, 215 + 130 * n)] for n in range(3)]
    drawing = drawing_of([[(x - 70 * n, y) for x, y in line] for n, line in enumerate(slanted)])
    assert len(groups_of(drawing.strokes)) == 3
    by = default_recognizer()
    declined = replace(by.recognize(drawing_picture(drawing)), label=None, reason="unsure")
    assert told_apart(declined, drawing, by).side_by_side == ()


def test_a_digit_beside_a_scribble_is_not_two() -> None:
    scribble = [
        (390 + 50 * np.sin(5 * t), 280 + 90 * np.sin(7 * t + 1)) for t in np.arange(0, 6, 0.1)
    ]
    found = read(drawing_of([*LEFT_SEVEN, scribble]))
    assert found.label is None
    assert found.side_by_side == ()


def test_strokes_over_a_picture_are_left_alone() -> None:
    drawing = drawing_of([*LEFT_SEVEN, *RIGHT_FOUR])
    over = replace(drawing, picture=Picture(np.zeros((28, 28), np.uint8)))
    assert read(over).side_by_side == ()


def test_the_work_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many strokes, or long ones, no group is read: this runs between two events."""
    by = default_recognizer()
    reads: list[Picture] = []
    recognize = by.recognize
    dashes = drawing_of([[(x, 200), (x, 340)] for x in range(20, 540, 40)])
    dense = [make_stroke(np.linspace(line[0], line[-1], MOST_POINTS), 20) for line in FOUR]
    for drawing in (dashes, Drawing(tuple(dense))):
        declined = replace(recognize(drawing_picture(drawing)), label=None, reason="unsure")
        monkeypatch.setattr(by, "recognize", lambda picture: reads.append(picture))
        assert told_apart(declined, drawing, by) is declined
        assert reads == []


def test_slanted_digits_may_overlap_and_strokes_of_one_digit_stay_together() -> None:
    def groups(*spans: tuple[float, float]) -> list[int]:
        strokes = [make_stroke([(left, 100), (right, 300)]) for left, right in spans]
        return [len(group) for group in groups_of(strokes)]

    assert groups((100, 200), (190, 300)) == [1, 1]
    assert groups((100, 200), (160, 300)) == [2]
    assert groups((400, 500), (100, 300), (120, 180)) == [2, 1]
