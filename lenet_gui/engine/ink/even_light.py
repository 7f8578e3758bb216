"""Divides light out of a picture that falls off smoothly: a lamp's, a window's, a lens's.

The paper of such a picture is a smooth surface of grey: a polynomial of two variables, fitted to
small averages of the picture without those that the surface does not explain, since they hold
ink. Nothing is done to a picture whose paper is explained as well by one shade, nor to one that
no such surface explains: sheets and shadows have edges.

The numbers are hand-set, on pictures of tests/pictures; none was fitted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lenet_gui.common.values import ByteArray

CELLS = 40  # averages along the longer side: enough to tell strokes from paper
FEWEST_CELLS = 12  # along the shorter side
FEWEST_PIXELS = 24  # of the same: in less, a digit leaves no paper to tell its light from
DEGREES = (
    1,
    2,
    3,
    4,
    6,
    8,
)  # of the polynomial, one after the other: a lamp's light is no parabola
STIFF = 0.05  # of a cell's weight, by the degree squared: nothing shoots up where no paper is
ROUNDS = 4  # of weighing anew, at each degree
TUKEY = 4.685  # deviations from which on a cell has no weight: 95 % efficient on normal noise
MAD_TO_DEVIATION = 1.4826  # standard deviation over median absolute deviation, normal distribution
LEAST_DEVIATION = 0.6  # grey levels: rounding alone makes 0.3
EXPLAINED = 3.0  # deviations within which a cell is explained ...
LEAST_EXPLAINED, MOST_EXPLAINED = 3.0, 8.0  # ... but at least and at most so many grey levels
PAPER = 0.65  # of all cells, at least, are explained as paper
PAPER_OF_RIM = 0.85  # of those along the rim
GAIN = 0.1  # of all cells, and of those along the rim, are explained only by the surface
REST = 0.12  # of the light: what the surface leaves of paper, and ink exceeds
DARKEST = 16.0  # of 255: from less light nothing can be told

Floats = NDArray[np.float64]


def evenly_lit(grey: ByteArray) -> ByteArray:
    """Return a picture, uint8 (rows, columns), as if its light were even; the same array if it is.

    The paper is as light everywhere as it was in the median. On dark paper light ink stays light.
    """
    cells = _cells(grey)
    if cells is None or _is_even(cells):
        return grey
    surface = _surface_of(cells)
    if surface is None:
        return grey
    light = surface.at(grey.shape)
    if float(np.median(light)) >= 128:
        return _divided(grey, light)
    return np.asarray(~_divided(~grey, 255 - light), np.uint8)


def _divided(grey: ByteArray, light: NDArray[np.float32]) -> ByteArray:
    light = np.maximum(light, np.float32(DARKEST))
    even = grey * (np.float32(np.median(light)) / light) + np.float32(0.5)
    return np.asarray(np.minimum(even, 255), np.uint8)


def _cells(grey: ByteArray) -> Floats | None:
    """Return averages over squares of a picture; None if it is too small to have any."""
    factor = _factor(grey.shape)
    rows, columns = (length // factor for length in grey.shape)
    if min(rows, columns) < FEWEST_CELLS or min(grey.shape) < FEWEST_PIXELS:
        return None
    if factor == 1:
        return grey.astype(np.float64)
    whole = grey[: rows * factor, : columns * factor]
    sums = np.add.reduceat(whole, np.arange(0, rows * factor, factor), axis=0, dtype=np.float32)
    sums = np.add.reduceat(sums, np.arange(0, columns * factor, factor), axis=1)
    return sums.astype(np.float64) / factor**2


def _factor(shape: tuple[int, ...]) -> int:
    """Return how many pixels are averaged along each side of a cell."""
    return max(1, -(-max(shape) // CELLS))


def _shade_of_rim(cells: Floats) -> float:
    return float(np.median(np.asarray(_rim(cells), np.float64)))


def _rim(cells: NDArray[Any]) -> NDArray[Any]:
    return np.concatenate([cells[0], cells[-1], cells[1:-1, 0], cells[1:-1, -1]])


def _is_even(cells: Floats) -> bool:
    """Return whether one shade explains rim and paper, as it does in nearly all pictures."""
    near = np.abs(cells - _shade_of_rim(cells)) < LEAST_EXPLAINED
    return bool(near.mean() > PAPER and _rim(near).mean() > 1 - GAIN / 4)


@dataclass(frozen=True, slots=True, eq=False)
class _Surface:
    """A polynomial over a picture.

    coefficients: (degree + 1, degree + 1), of Legendre polynomials of y and x. cells: how many
    rows and columns of averages it was fitted to, whose outer edges lie at -1 and 1. rest: of
    the paper, what the polynomial leaves of each of them, as of a lamp's bright middle.
    """

    coefficients: Floats
    cells: tuple[int, int]
    rest: NDArray[np.float32]

    def at(self, shape: tuple[int, ...]) -> NDArray[np.float32]:
        """Return the light of each pixel of a picture, float32 (rows, columns)."""
        degree, factor = len(self.coefficients) - 1, _factor(shape)
        y, x = (
            _powers(length, degree, cells * factor)
            for length, cells in zip(shape, self.cells, strict=True)
        )
        light = (y @ self.coefficients @ x.T).astype(np.float32)
        whole = self.rest.shape[1] * factor, self.rest.shape[0] * factor
        rest = np.asarray(Image.fromarray(self.rest).resize(whole, Image.Resampling.BILINEAR))
        over = shape[0] - whole[1], shape[1] - whole[0]  # pixels beside the last cells
        light += np.pad(rest, ((0, over[0]), (0, over[1])), mode="edge")
        return light


def _powers(count: int, degree: int, side: int) -> Floats:
    """Return Legendre polynomials at the middles of ``count`` squares, (count, degree + 1).

    side: so many squares go from -1 to 1.
    """
    places = (np.arange(count) + 0.5) / side * 2 - 1
    return np.asarray(np.polynomial.legendre.legvander(places, degree))


def _surface_of(cells: Floats) -> _Surface | None:
    """Return the light of the paper; None unless it explains clearly more than one shade does."""
    rows, columns = cells.shape
    values, weights = cells.ravel(), np.ones(cells.size)
    surface, residual = None, values - np.median(values)
    for degree in DEGREES:
        pairs = [(i, j) for i in range(degree + 1) for j in range(degree + 1 - i)]
        y, x = _powers(rows, degree, rows), _powers(columns, degree, columns)
        terms = np.stack([np.outer(y[:, i], x[:, j]).ravel() for i, j in pairs], axis=1)
        stiff = np.diag([STIFF * (i + j) ** 2 for i, j in pairs])
        for _ in range(ROUNDS):
            weighed = terms * weights[:, None]
            found = np.linalg.solve(weighed.T @ terms + stiff, weighed.T @ values)
            residual = values - terms @ found
            weights = _weights(residual)
        surface = np.zeros((degree + 1, degree + 1))
        surface[tuple(zip(*pairs, strict=True))] = found
    assert surface is not None
    within = min(max(LEAST_EXPLAINED, EXPLAINED * _deviation(residual)), MOST_EXPLAINED)
    paper = (np.abs(residual) < within).reshape(cells.shape)
    rim, one_shade = _rim(paper), np.abs(cells - _shade_of_rim(cells)) < within
    clear = paper.mean() > max(PAPER, one_shade.mean() + GAIN)
    clear &= rim.mean() > max(PAPER_OF_RIM, _rim(one_shade).mean() + GAIN)
    return _Surface(surface, (rows, columns), _rest(cells, residual)) if clear else None


def _rest(cells: Floats, residual: Floats) -> NDArray[np.float32]:
    """Return the residual of cells that may be paper, smoothed, float32 (rows, columns)."""
    left = residual.reshape(cells.shape).astype(np.float32)
    paper = (np.abs(left) < REST * np.maximum(cells, 255 - cells)).astype(np.float32)
    near, sums = _mean_of_nine(paper), _mean_of_nine(left * paper)
    return np.asarray(np.where(near > 0.1, sums / np.maximum(near, 0.1), 0), np.float32)


def _mean_of_nine(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the mean of each cell and its neighbours, float32 (rows, columns)."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(cells, 1, mode="edge"), (3, 3))
    return np.asarray(around.mean(axis=(2, 3)), np.float32)


def _deviation(residual: Floats) -> float:
    return max(MAD_TO_DEVIATION * float(np.median(np.abs(residual))), LEAST_DEVIATION)


def _weights(residual: Floats) -> Floats:
    """Return Tukey's weights, 0..1."""
    part = residual / (TUKEY * _deviation(residual))
    return np.where(np.abs(part) < 1, (1 - part**2) ** 2, 0.0)
