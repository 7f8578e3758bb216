"""Occlusion: how far the lead of a class shrinks when a square of paper covers a place.

After Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import FloatArray
from lenet_gui.engine.explaining.pixels import inputs_of, paper_of
from lenet_gui.engine.networks.network import Network

STEP = 2  # pixels from one square to the next
SIDE = 4  # pixels of a square
MOST_PLACES = 24  # down and across; in larger pictures squares and steps grow
BATCH = 64  # covered fields per forward pass


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """The effect of covering each place.

    changes: float32 (places down, places across): the lead of the uncovered field minus that of
    the covered one; above 0, what is there speaks for the class. pixels: float32 (rows, columns):
    the mean over the squares that cover each pixel. step, side: of the squares, in pixels.
    """

    changes: FloatArray
    pixels: FloatArray
    step: int
    side: int


def occlusion(network: Network, pixels: FloatArray, answer: int, rival: int) -> Occlusion:
    """Cover a field with a square of paper, place by place, and see what the lead loses.

    pixels: as ``pixels_of`` returns them. Places without ink are not computed: paper on paper
    changes nothing.
    """
    step, side = square_of(pixels.shape[1:])
    tops, lefts = (np.arange(0, length - side + 1, step) for length in pixels.shape[1:])
    paper = paper_of(network.architecture, pixels)
    corners = [(top, left) for top in tops for left in lefts]
    inked = [
        place
        for place, (top, left) in enumerate(corners)
        if (pixels[:, top : top + side, left : left + side] != paper).any()
    ]
    leads = _leads(network, pixels, paper, [corners[place] for place in inked], side, answer, rival)
    changes = np.zeros(len(corners), np.float32)
    changes[inked] = leads[0] - leads[1:]
    by_place = changes.reshape(len(tops), len(lefts))
    return Occlusion(by_place, _by_pixel(by_place, pixels.shape[1:], step, side), step, side)


def square_of(shape: tuple[int, ...]) -> tuple[int, int]:
    """Return the step and the side of the squares for a field of (rows, columns), in pixels."""
    step = STEP * max(1, -(-max(shape) // (STEP * MOST_PLACES)))
    return step, step * SIDE // STEP


def _leads(
    network: Network,
    pixels: FloatArray,
    paper: FloatArray,
    corners: list[tuple[int, int]],
    side: int,
    answer: int,
    rival: int,
) -> FloatArray:
    """Return the lead with nothing covered, then with a square at each corner, (corners + 1,)."""
    count = len(corners) + 1
    batch = min(BATCH, count)
    padded = -(-count // batch) * batch  # batches of one size, so that the network keeps buffers
    leads = np.empty(padded, np.float32)
    for first in range(0, padded, batch):
        fields = np.repeat(pixels[None], batch, axis=0)
        for row, (top, left) in enumerate(corners[max(first - 1, 0) : first + batch - 1]):
            at = row + (first == 0)  # the first field stays uncovered
            fields[at, :, top : top + side, left : left + side] = paper
        inputs = inputs_of(network.architecture, fields)
        evidence = network.activations_and_evidence(inputs)[1]
        leads[first : first + batch] = evidence[:, answer] - evidence[:, rival]
    return leads[:count]


def _by_pixel(changes: FloatArray, shape: tuple[int, ...], step: int, side: int) -> FloatArray:
    """Return the mean change of the squares that cover each pixel; 0 where none does."""
    total, covered = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for (down, across), change in np.ndenumerate(changes):
        here = (
            slice(down * step, down * step + side),
            slice(across * step, across * step + side),
        )
        total[here] += change
        covered[here] += 1
    return total / np.maximum(covered, 1)
