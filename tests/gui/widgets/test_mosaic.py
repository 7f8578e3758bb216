"""Many maps packed into one picture: every unit where it belongs, on one scale for all."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from lenet_gui.gui.appearance.theme import DARK, EMPTY, LIGHT, SIGNED_LEVELS, Theme
from lenet_gui.gui.widgets.mosaic import Grid, draw_maps, nice_bound, pack
from tests.gui.helpers import pixels

MIDDLE = SIGNED_LEVELS // 2

grids = st.builds(
    Grid,
    count=st.integers(1, 12),
    rows=st.integers(1, 6),
    columns=st.integers(1, 6),
    across=st.integers(1, 5),
    column_gap=st.integers(0, 3),
    row_gap=st.integers(0, 3),
)


def naive(grid: Grid, maps: np.ndarray, bound: float) -> np.ndarray:
    """Pack maps unit by unit."""
    packed = np.full((grid.height, grid.width), EMPTY, np.uint8)
    for index in range(grid.count):
        top, left = grid.corner(index)
        for row in range(grid.rows):
            for column in range(grid.columns):
                part = min(max(float(maps[index, row, column]) / bound, -1.0), 1.0)
                packed[top + row, left + column] = round(part * MIDDLE) + MIDDLE
    return packed


@given(grid=grids, seed=st.integers(0, 99), bound=st.sampled_from([0.5, 1.0, 2.0]))
@hypothesis_settings(max_examples=150, deadline=None)
def test_packed_as_unit_by_unit(grid: Grid, seed: int, bound: float) -> None:
    # Multiples of 1/64 are exact in float32, so both ways round the same numbers.
    maps = np.random.default_rng(seed).integers(-96, 97, (grid.count, grid.rows, grid.columns)) / 64
    packed = pack(grid, maps.astype(np.float32), bound)
    assert packed.dtype == np.uint8
    assert packed.flags.c_contiguous
    wanted = naive(grid, maps, bound)
    assert packed.shape == wanted.shape
    # A half may be rounded either way.
    assert np.abs(packed.astype(int) - wanted).max() <= 1
    assert np.array_equal(packed == EMPTY, wanted == EMPTY)


def test_zero_is_the_middle_and_the_ends_are_the_ends() -> None:
    maps = np.array([-9.0, -2.0, 0.0, 2.0, 9.0], np.float32).reshape(5, 1, 1)
    packed = pack(Grid(5, 1, 1, 5), maps, 2.0)
    assert packed.tolist() == [[0, 0, MIDDLE, 2 * MIDDLE, 2 * MIDDLE]]


@given(largest=st.floats(1e-30, 1e30))
def test_nice_bound_is_the_next_round_number(largest: float) -> None:
    bound = nice_bound(largest)
    assert largest <= bound * 1.0002
    assert bound <= largest * 1.6  # not much is wasted
    digits = bound / 10.0 ** math.floor(math.log10(bound) + 1e-9)
    assert round(digits, 6) in {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}


@given(largest=st.floats(1e-6, 1e6), grown=st.floats(1.0, 1.5))
def test_nice_bound_never_falls_when_values_grow(largest: float, grown: float) -> None:
    assert nice_bound(largest) <= nice_bound(largest * grown) * 1.0001


@pytest.mark.parametrize("largest", [0.0, -1.0, math.nan])
def test_nice_bound_of_nothing(largest: float) -> None:
    assert nice_bound(largest) == 1.0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("zoom", [1, 1.5, 2.5, 3, 7])
@pytest.mark.usefixtures("qapp")
def test_each_unit_is_a_rectangle_of_its_colour(theme: Theme, zoom: float) -> None:
    grid = Grid(4, 5, 3, 2, 1, 2)
    maps = np.random.default_rng(5).uniform(-1, 1, (4, 5, 3))
    indices = pack(grid, maps, 1.0)
    width, height = grid.x(grid.width, zoom), grid.y(grid.height, zoom)
    image = QImage(width + 4, height + 4, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    draw_maps(painter, grid, indices, QPointF(2, 2), zoom, theme)
    painter.end()
    found = pixels(image)
    assert (found[[0, 1, -2, -1]] == QColor("#123456").getRgb()[:3]).all()
    table = [QColor(color).getRgb()[:3] for color in theme.signed_table()]
    for row in range(grid.height):
        for column in range(grid.width):
            part = found[2:, 2:][
                grid.y(row, zoom) : grid.y(row + 1, zoom),
                grid.x(column, zoom) : grid.x(column + 1, zoom),
            ]
            assert part.size
            assert (part == table[indices[row, column]]).all()


@given(grid=grids, halves=st.integers(2, 40))
@hypothesis_settings(deadline=None)
def test_fractions_are_spread_evenly(grid: Grid, halves: int) -> None:
    """Units differ by a pixel at most, no two wide ones are neighbours, and all maps are alike."""
    zoom = halves / 2
    edges = [grid.x(column, zoom) for column in range(grid.width + 1)]
    widths = np.diff(edges)
    assert set(widths.tolist()) <= {int(zoom), int(zoom + 0.5)}
    whole = [
        widths[grid.corner(index)[1] :][: grid.columns].tolist()
        for index in range(min(grid.across, grid.count))
    ]
    assert all(one == whole[0] for one in whole)
    if zoom % 1:
        assert all(one != other for one, other in pairwise(whole[0]))
    assert all(grid.y(row, zoom) < grid.y(row + 1, zoom) for row in range(grid.height))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.usefixtures("qapp")
def test_signed_scale(theme: Theme) -> None:
    """It begins, passes zero and ends with the colours of the theme, and never turns back."""
    table = [QColor(color) for color in theme.signed_table()]
    assert len(table) == 256
    for place, name in ((0, "negative"), (MIDDLE, "zero"), (2 * MIDDLE, "positive")):
        assert table[place] == theme.color(name)
    assert table[EMPTY] == theme.color("panel")
    for part in (table[: MIDDLE + 1], table[MIDDLE:SIGNED_LEVELS]):
        channels = np.array([color.getRgb()[:3] for color in part])
        steps = np.diff(channels, axis=0)
        assert all((steps[:, i] >= 0).all() or (steps[:, i] <= 0).all() for i in range(3))
