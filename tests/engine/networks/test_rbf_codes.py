"""The bitmaps of Fig. 3 by the numbers that can be counted in print."""

from itertools import combinations

import numpy as np

from lenet_gui.engine.networks.rbf_codes import CODE_COLUMNS, CODE_ROWS, digit_codes


def test_codes_are_ten_bitmaps_of_plus_and_minus_one() -> None:
    codes = digit_codes()
    assert codes.shape == (10, CODE_ROWS * CODE_COLUMNS) == (10, 84)
    assert set(np.unique(codes)) == {-1.0, 1.0}


def test_inked_pixels_of_each_digit() -> None:
    counts = (digit_codes() == 1).sum(axis=1)
    assert counts.tolist() == [35, 27, 33, 32, 41, 35, 39, 25, 43, 39]


def test_squared_distances_run_from_48_to_200() -> None:
    codes = digit_codes()
    distances = {
        pair: int(((codes[pair[0]] - codes[pair[1]]) ** 2).sum())
        for pair in combinations(range(10), 2)
    }
    assert min(distances.values()) == 48
    assert [pair for pair, d in distances.items() if d == 48] == [(6, 8)]
    assert max(distances.values()) == 200
    assert [pair for pair, d in distances.items() if d == 200] == [(1, 4), (1, 8), (4, 7)]


def test_the_seven_has_its_bar_on_top() -> None:
    rows = digit_codes()[7].reshape(CODE_ROWS, CODE_COLUMNS)
    assert rows[0].tolist() == [1] * 7
    assert rows[1].tolist() == [-1] * 5 + [1, 1]
    assert (rows[-2:] == -1).all()
