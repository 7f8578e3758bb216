"""`python -m tests.benchmarks.results.two_digits --pens FILE [--network NAME]`: one digit or two?

By writers held out. Single digits as they were written, and broken into up to ten strokes, must not
be called two; pairs by two writers, side by side with a gap, should be.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.random import Generator

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, FloatArray, Recognition
from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK
from lenet_gui.engine.data.stroke_sets import StrokeSet
from lenet_gui.engine.ink.rasterizer import drawing_picture, drawn
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.side_by_side import groups_of, told_apart
from tests.benchmarks.results.fast_pens import held_out
from tests.benchmarks.results.figures import load
from tests.benchmarks.results.rows import counted

PAIRS, SEED = 2000, 18
MOST_STROKES = 10
GAPS = (0.1, 0.3, 0.6)  # between two digits, as fractions of their height: ends of the two ranges


def read(drawing: Drawing, by: Recognizer) -> Recognition:
    """What the window says of a drawing."""
    return told_apart(by.recognize(drawing_picture(drawing)), drawing, by)


def is_called_several(drawing: Drawing, by: Recognizer) -> bool:
    """Whether the window takes a drawing for several digits. One group is not read: it never is."""
    return len(groups_of(drawing.strokes)) > 1 and bool(read(drawing, by).side_by_side)


def broken(lines: Sequence[FloatArray], generator: Generator) -> list[FloatArray]:
    """The strokes with gaps where they were not, in all up to MOST_STROKES."""
    parts = list(lines)
    for _ in range(int(generator.integers(1, MOST_STROKES))):
        longest = max(range(len(parts)), key=lambda number: len(parts[number]))
        line = parts[longest]
        if len(line) < 8:
            break
        place = int(generator.integers(2, len(line) - 3))
        gap = int(generator.integers(0, max(1, len(line) // 8) + 1))
        parts[longest : longest + 1] = [line[:place], line[min(place + gap, len(line) - 2) :]]
    return parts


def pair(
    left: Sequence[FloatArray], right: Sequence[FloatArray], gap: float, drop: float
) -> Drawing:
    """Two digits of one height side by side; gap, drop: of their height."""
    first, second = _of_height_one(left), _of_height_one(right)
    edge = max(line[:, 0].max() for line in first) - min(line[:, 0].min() for line in second)
    return drawn([*first, *(line + np.array([edge + gap, drop]) for line in second)])


def _of_height_one(lines: Sequence[FloatArray]) -> list[FloatArray]:
    points = np.concatenate(lines)
    height = max(float(np.ptp(points[:, 1])), float(np.ptp(points[:, 0])) / 2, 1e-9)
    return [(line - points.min(axis=0)) / height for line in lines]


def figures(strokes: StrokeSet, chosen: Sequence[int], by: Recognizer) -> Iterator[str]:
    """The rows of the table, one after the other."""
    generator = np.random.default_rng(SEED)
    several = [i for i in chosen if len(strokes.lines(i)) > 1]
    for what, indices in (("single digits", chosen), ("of several strokes", several)):
        called = sum(is_called_several(strokes.drawing(i), by) for i in indices)
        yield counted(f"{what}, called several digits", called, len(indices)).text()
    called = 0
    for index in chosen:
        called += is_called_several(drawn(broken(strokes.lines(index), generator)), by)
    yield counted("broken digits, called several digits", called, len(chosen)).text()
    for low, high in pairwise(GAPS):
        hits = right = answered = 0
        for _ in range(PAIRS // 2):
            one, other = (int(i) for i in generator.choice(chosen, 2))
            gap, drop = generator.uniform(low, high), generator.normal(0, 0.08)
            found = read(pair(strokes.lines(one), strokes.lines(other), gap, drop), by)
            hits += bool(found.side_by_side)
            answered += found.label is not None
            labels = strokes.label[[one, other]].astype(str).tolist()
            right += list(found.side_by_side) == labels
        note = f"both digits right in {right}; answered as one digit: {answered}"
        what = f"pairs with gaps of {low:g} to {high:g}, called several"
        yield counted(what, hits, PAIRS // 2, note=note).text()


def main(arguments: Sequence[str]) -> int:
    """Print the figures of a network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pens", required=True, metavar="FILE", help="stroke set of digits")
    parser.add_argument("--network", default=DEFAULT_NETWORK, metavar="NAME")
    options = parser.parse_args(arguments)
    strokes, chosen = held_out(options.pens)
    writers = len(set(strokes.writer[chosen].tolist()))
    print(f"{options.network}, {len(chosen):,} digits by {writers} writers")
    for line in figures(strokes, chosen, load(options.network)):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BadInput as error:
        sys.exit(str(error))
