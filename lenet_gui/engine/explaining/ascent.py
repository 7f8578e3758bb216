"""Gradient ascent: an input grown so that it excites one unit.

After Erhan et al., "Visualizing higher-layer features of a deep network", 2009. Each step is
smoothed a little, without which the result is noise to people.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from lenet_gui.common.values import FloatArray, Unit
from lenet_gui.engine.explaining.slopes import unit_slope
from lenet_gui.engine.recognition.recognizer import Recognizer

STEPS = 60
RATE = 0.1  # of full ink: what a usual pixel changes by in the first step; it falls to none
SMOOTHING = 0.2  # part of each step's result that is the mean of a pixel and its neighbours
GREY = 0.5
GRAIN = 0.1  # by which grey varies: rectified units see nothing in an even grey, which has no slope


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """A grown input. pixels: float32 (planes, rows, columns), 0..1.

    before, after: the unit's activation at the start and at the end; of an output its evidence.
    """

    pixels: FloatArray
    before: float
    after: float


def grey_like(pixels: FloatArray) -> FloatArray:
    """Return a grainy grey, of the shape of ``pixels``, to start from; it is always the same."""
    grain = np.random.default_rng(0).uniform(-GRAIN, GRAIN, pixels.shape)
    return (GREY + grain).astype(pixels.dtype)


def ascent(recognizer: Recognizer, unit: Unit, start: FloatArray) -> Grown:
    """Grow an input from ``start``, (planes, rows, columns), up the slope of a unit.

    Only its receptive field changes; pixels stay within 0..1.
    """
    pixels = start.astype(np.float32)
    before, slope = unit_slope(recognizer, pixels, unit)
    reached = slope != 0
    best, best_pixels = before, pixels
    for step in range(STEPS):
        reached |= slope != 0
        usual = float(np.sqrt((slope[reached] ** 2).mean())) if reached.any() else 0.0
        if not usual > 0:
            break
        rate = np.float32(RATE * (1 - step / STEPS) / usual)
        moved = np.clip(pixels + rate * slope.astype(np.float32), 0, 1)
        pixels = np.where(reached, moved + SMOOTHING * (_means(moved) - moved), pixels)
        value, slope = unit_slope(recognizer, pixels, unit)
        if value > best:
            best, best_pixels = value, pixels
    return Grown(best_pixels, before, best)


def _means(pixels: FloatArray) -> FloatArray:
    """Return the mean of each pixel and its eight neighbours, those at the edge repeated."""
    rows, columns = pixels.shape[1:]
    wide = np.pad(pixels, ((0, 0), (1, 1), (1, 1)), mode="edge")
    shifted = [
        wide[:, down : down + rows, across : across + columns]
        for down in range(3)
        for across in range(3)
    ]
    means: FloatArray = np.mean(shifted, axis=0, dtype=np.float32)
    return means
