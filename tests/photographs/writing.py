"""Draws digits as pens leave them on paper: strokes of real writers if given, else MNIST's.

A glyph is float32 (rows, columns) of ink, 0..1, tightly cut.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np

from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.data.stroke_sets import StrokeSet, read_stroke_set

PENS = "LENET_GUI_PENS"
"""Environment variable: a stroke set of digits to write pages with, beside MNIST's."""

WRITERS = "LENET_GUI_PEN_WRITERS"
"""Environment variable: a file of writers to leave out; with "only:" before it, to keep."""


@dataclass(frozen=True)
class Hand:
    """How a page is written. pen: width of strokes as a fraction of a digit's height. slant: shear.

    strokes: written with a pen's strokes, else with enlarged scans.
    """

    pen: float
    slant: float
    strokes: bool
    broken: float
    writer: int


@cache
def scanned() -> tuple[np.ndarray, np.ndarray]:
    data = mnist("mnist-test")
    return data.images, np.array([int(label) for label in data.labels])


@cache
def written() -> tuple[StrokeSet, list[np.ndarray]] | None:
    """Return the stroke set and the samples of each writer; None without one."""
    if PENS not in os.environ:
        return None
    strokes = read_stroke_set(Path(os.environ[PENS]))
    left_out = os.environ.get(WRITERS, "")
    names = Path(left_out.removeprefix("only:")).read_text("utf-8").split() if left_out else []
    inside = np.isin(strokes.writer, names)
    samples = np.flatnonzero(inside if left_out.startswith("only:") else ~inside)
    by_writer = [samples[strokes.writer[samples] == w] for w in np.unique(strokes.writer[samples])]
    return strokes, [mine for mine in by_writer if len(mine) >= 8]


def hand(g: np.random.Generator) -> Hand:
    pen = float(g.choice([0.035, 0.05, 0.07, 0.1, 0.14])) * float(g.uniform(0.85, 1.15))
    has_strokes = written() is not None and bool(g.random() < 0.6)
    broken = float(g.choice([0.0, 0.0, 0.0, 0.12]))
    return Hand(pen, float(g.normal(0, 0.1)), has_strokes, broken, int(g.integers(1 << 30)))


def glyph(by: Hand, height: float, g: np.random.Generator) -> tuple[int, np.ndarray]:
    """Return some digit, and its ink at about that height in pixels."""
    least = max(1.3, by.pen * height) / height  # no camera sees less than that
    if by.strokes:
        digit, ink = _of_strokes(by, height, least, g)
    else:
        digit, ink = _of_scan(by, height, least, g)
    if g.random() < by.broken:
        row = int(g.uniform(0.25, 0.75) * len(ink))
        gap = max(1, round(0.035 * height))
        ink[row : row + gap] *= 0.05
    rows, columns = np.flatnonzero(ink.max(1) > 0.2), np.flatnonzero(ink.max(0) > 0.2)
    return digit, ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _of_strokes(
    by: Hand, height: float, pen: float, g: np.random.Generator
) -> tuple[int, np.ndarray]:
    found = written()
    assert found is not None
    strokes, writers = found
    mine = writers[by.writer % len(writers)]
    sample = int(g.choice(mine))
    lines = strokes.lines(sample)
    points = np.concatenate(lines)
    low, extent = points.min(axis=0), np.ptp(points, axis=0)
    scale = 4 * height / max(float(extent[1]), 0.45 * float(extent[0]), 1e-6)
    pad = int(4 * pen * height) + 8
    size = (extent * scale + 2 * pad).astype(int) + 1
    canvas = np.zeros((int(size[1]), int(size[0])), np.uint8)
    width = max(1, round(4 * pen * height))
    for line in lines:
        way = np.round((line - low) * scale + pad).astype(np.int32)
        cv2.polylines(canvas, [way[:, None]], False, (255,), width, cv2.LINE_8)
        if len(way) == 1:
            cv2.circle(canvas, tuple(way[0].tolist()), width // 2, (255,), -1)
    small = cv2.resize(canvas, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    return int(strokes.label[sample]), small.astype(np.float32) / 255


def _of_scan(by: Hand, height: float, pen: float, g: np.random.Generator) -> tuple[int, np.ndarray]:
    images, labels = scanned()
    index = int(g.integers(len(images)))
    image = images[index]
    rows, columns = np.flatnonzero(image.max(1) > 60), np.flatnonzero(image.max(0) > 60)
    tight = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = height / len(tight)
    large: np.ndarray = cv2.resize(
        np.pad(tight, 3), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC
    ).astype(np.float32)
    large = np.asarray(cv2.GaussianBlur(large, (0, 0), max(0.5, 0.5 * scale)), np.float32)
    # The width of the strokes follows from the level at which the blurred scan is cut.
    level = float(np.clip(125 - 500 * (pen - 0.1), 60, 150))
    ink = np.clip((large - level) / max(20.0, 90 / scale) + 0.5, 0, 1)
    shear = np.array([[1, by.slant, max(0.0, -by.slant) * len(ink)], [0, 1, 0]], np.float32)
    out = ink.shape[1] + int(abs(by.slant) * len(ink)) + 1, len(ink)
    return int(labels[index]), np.asarray(cv2.warpAffine(ink, shear, out), np.float32)
