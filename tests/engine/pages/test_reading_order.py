"""Where lines of digits run, on boxes and centres that are made up."""

import numpy as np
import pytest

from lenet_gui.engine.pages.reading_order import in_lines, tilt_of

SIZE = 20.0


def centres(tilt: float, lines: int = 4, per_line: int = 7) -> np.ndarray:
    """Return (digits, 2): centres of lines that rise by ``tilt`` degrees to the right."""
    x, y = np.meshgrid(np.arange(per_line) * 1.3 * SIZE, np.arange(lines) * 2.5 * SIZE)
    turn = np.radians(tilt)
    x, y = x.ravel(), y.ravel()
    return np.stack(
        [x * np.cos(turn) + y * np.sin(turn), y * np.cos(turn) - x * np.sin(turn)], axis=1
    )


def sizes(points: np.ndarray) -> np.ndarray:
    return np.full(len(points), SIZE)


@pytest.mark.parametrize("tilt", [-40.0, -20.0, -6.0, 0.0, 5.0, 12.0, 33.0])
def test_lines_that_rise_show_their_angle(tilt: float) -> None:
    points = centres(tilt)
    assert tilt_of(points, sizes(points)) == pytest.approx(tilt, abs=1.0)


def test_one_line_shows_its_angle() -> None:
    points = centres(10.0, lines=1)
    assert tilt_of(points, sizes(points)) == pytest.approx(10.0, abs=1.0)


def test_lines_that_run_down_show_the_same_tilt() -> None:
    """Which of the two directions at right angles is the line's is left open."""
    turned = centres(100.0)
    assert tilt_of(turned, sizes(turned)) == pytest.approx(10.0, abs=1.0)


@pytest.mark.parametrize("seed", range(6))
def test_sharp_rows_refine_what_neighbours_say(seed: int) -> None:
    """Digits stand a little higher or lower: their neighbours are up to 2 degrees off."""
    points = centres(15.0, lines=5, per_line=9)
    uneven = points + np.random.default_rng(seed).normal(0, 0.15 * SIZE, points.shape)
    assert tilt_of(uneven, sizes(uneven)) == pytest.approx(15.0, abs=0.5)


def test_few_digits_show_no_tilt() -> None:
    points = centres(20.0, lines=1, per_line=5)
    assert tilt_of(points, sizes(points)) == 0.0
    assert tilt_of(np.empty((0, 2)), np.empty(0)) == 0.0


def test_digits_far_apart_show_no_tilt() -> None:
    points = centres(20.0, lines=1, per_line=8)
    assert tilt_of(points, sizes(points) / 2) != 0.0  # 2.6 sizes apart
    assert tilt_of(points, sizes(points) / 4) == 0.0  # 5.2


def test_digits_anywhere_show_no_tilt() -> None:
    for seed in range(5):
        points = np.random.default_rng(seed).uniform(0, 12 * SIZE, (40, 2))
        assert tilt_of(points, sizes(points)) == 0.0


# ---- lines


def box(x: float, y: float, width: float = 10, height: float = 20) -> tuple[float, ...]:
    return x, y, x + width, y + height


def lines_of(*boxes: tuple[float, ...]) -> list[list[int]]:
    return in_lines(boxes)  # type: ignore[arg-type]


def test_no_boxes_make_no_lines() -> None:
    assert lines_of() == []


def test_lines_come_from_top_to_bottom_and_digits_from_left_to_right() -> None:
    low, high = (50, 20, 35), (30, 0, 15)
    boxes = [*(box(x, 60) for x in low), *(box(x, 0) for x in high)]
    assert lines_of(*boxes) == [[4, 5, 3], [1, 2, 0]]


def test_lines_may_rise_beyond_their_own_height() -> None:
    first = [box(15 * i, 100 - 5 * i) for i in range(12)]
    second = [box(15 * i, 140 - 5 * i) for i in range(12)]
    assert lines_of(*first, *second) == [list(range(12)), list(range(12, 24))]


@pytest.mark.parametrize(("lower", "lines"), [(12.5, 1), (13.5, 2)])
def test_a_box_stands_in_a_line_if_it_shares_a_third_of_its_height(
    lower: float, lines: int
) -> None:
    assert len(lines_of(box(0, 0), box(20, lower))) == lines


def test_a_box_stands_in_the_line_it_shares_most_height_with() -> None:
    for top, lines in ((5, [[0, 2], [1]]), (9, [[0], [1, 2]])):  # 15 and 11, 11 and 15 of 20
        assert lines_of(box(0, 0), box(0, 14), box(30, top)) == lines


def test_a_small_box_shares_its_own_height() -> None:
    assert lines_of(box(0, 0), box(20, 14, 4, 6)) == [[0, 1]]


def rising(*tops: float) -> list[tuple[float, ...]]:
    return [box(15 * place, top) for place, top in enumerate(tops)]


def test_a_box_is_compared_with_the_last_three_of_a_line() -> None:
    line = rising(0, 5, 10, 15, 20)  # the last three lie at 15, all at 10, the last at 20
    assert lines_of(*line, box(75, 27)) == [[0, 1, 2, 3, 4, 5]]
    assert lines_of(*line, box(75, 31)) != [[0, 1, 2, 3, 4, 5]]


def test_a_line_goes_on_at_the_height_of_its_last_box() -> None:
    line = rising(0, 8, 16)
    assert lines_of(*line, box(45, 23), box(60, 30)) == [[0, 1, 2, 3, 4]]
    assert lines_of(*line, box(45, 25)) == [[0, 1, 2], [3]]  # 11 of 20 shared
    assert lines_of(*line, box(39, 23)) == [[0, 1, 2], [3]]  # not beside the last box


def test_lines_side_by_side_at_other_heights_stay_apart() -> None:
    assert lines_of(box(0, 0), box(15, 0), box(60, 15), box(75, 15)) == [[0, 1], [2, 3]]
