"""The 7x12 bitmaps with which the RBF units of the 1998 network compare F6 (Fig. 3)."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

CODE_ROWS, CODE_COLUMNS = 12, 7

# Digits 0 to 9 side by side, as printed. # is +1, . is -1.
_BITMAPS = """
.#####. ...##.. .#####. ####### .#####. .#####. ..####. ####### .#####. .#####.
....... ..###.. ....... .....## ....... ....... .##.... .....## ##...## ##..###
..###.. .####.. .#####. ....##. ....... ####### ##..... .....## ##...## ##...##
.##.##. ...##.. ##...## ...##.. .##..## ##..... ##..... ....##. ##...## ##...##
##...## ...##.. #....## ..####. .##..## ##..... ######. ...##.. .#####. ##..###
##...## ...##.. ....##. .....## ###..## .####.. ###..## ...##.. ##...## .######
##...## ...##.. ..###.. .....## ##...## ..####. ##...## ..##... ##...## .....##
##...## ...##.. .##.... .....## ##...## .....## ##...## ..##... ##...## .....##
.##.##. ...##.. ##..... ##...## ##..### ##...## ###..## ..##... ##...## ....##.
..###.. .###### ####### .#####. .###### .#####. .#####. ..##... .#####. .####..
....... ....... ....... ....... .....## ....... ....... ....... ....... .......
....... ....... ....... ....... .....## ....... ....... ....... ....... .......
"""


def drawn_codes() -> str:
    """Return the bitmaps as twelve lines of ten drawings; # is +1, . is -1."""
    return _BITMAPS.strip()


def digit_codes() -> NDArray[np.float64]:
    """Return the codes of the digits 0..9: float64 (10, 84) of +1 and -1, bitmaps row by row."""
    return _codes().copy()


@cache
def _codes() -> NDArray[np.float64]:
    lines = [line.split() for line in drawn_codes().splitlines()]
    codes = [
        [1.0 if mark == "#" else -1.0 for line in lines for mark in line[digit]]
        for digit in range(10)
    ]
    return np.array(codes)
