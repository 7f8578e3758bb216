"""`python -m tests.benchmarks.results.fast_pens --pens FILE`: few points, straight and curved.

A fast pen leaves few points. Digits of the writers held out are thinned to so many, evenly in time,
and read twice: with straight lines between the points, and with a curve through them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray, Stroke
from lenet_gui.engine.data.held_out_writers import read_writers
from lenet_gui.engine.data.stroke_sets import StrokeSet, read_stroke_set
from lenet_gui.engine.ink.normalization import normalize
from lenet_gui.engine.ink.rasterizer import PEN_WIDTH, fit_to_page, ink_picture, make_stroke
from tests.benchmarks.results.figures import load
from tests.benchmarks.results.material import LIST, material_of
from tests.benchmarks.results.plan import NETWORKS
from tests.benchmarks.results.rows import counted

POINTS = (6, 9, 13)  # of a digit; a mouse sends 60 to 125 points a second


def held_out(pens: str) -> tuple[StrokeSet, list[int]]:
    """The stroke set, and the indices of the digits of writers that nothing learned from."""
    path = Path(pens)
    if not path.is_file():
        raise BadInput("--pens FILE names no stroke set.")
    strokes = read_stroke_set(path)
    writers = read_writers(str(path.parent / LIST))[path.stem]
    return strokes, [i for i, writer in enumerate(strokes.writer.tolist()) if writer in writers]


def thinned(lines: Sequence[FloatArray], count: int) -> Iterator[FloatArray]:
    """Each stroke with its share of ``count`` points by its length, but two at least."""
    lengths = [float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in lines]
    for line, length in zip(lines, lengths, strict=True):
        kept = round(count * length / (sum(lengths) or 1.0))
        places = np.linspace(0, len(line) - 1, min(max(kept, 2), len(line)))
        yield line[np.unique(np.round(places).astype(int))]


def images(strokes: StrokeSet, chosen: Sequence[int], count: int, curved: bool) -> np.ndarray:
    """uint8 (digits, 28, 28); count: points of each, or 0 for all."""
    found = np.zeros((len(chosen), 28, 28), np.uint8)
    for place, index in enumerate(chosen):
        lines = fit_to_page(strokes.lines(index))
        few = thinned(lines, count) if count else lines
        drawn: list[Stroke] = [make_stroke(line, PEN_WIDTH, curved=curved) for line in few]
        found[place] = normalize(ink_picture(drawn)).digit
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the errors of each network, declined or not, with 95 % intervals."""
    _, options = material_of(arguments)
    strokes, chosen = held_out(options.pens)
    labels = strokes.label[chosen]
    kinds = [(0, False), *((count, curved) for count in POINTS for curved in (False, True))]
    pictures = {kind: images(strokes, chosen, *kind) for kind in kinds}
    for plan in NETWORKS:
        recognizer = load(plan.name)
        names = np.array([int(name) for name in recognizer.checkpoint.class_names[:10]])
        for count, curved in kinds:
            best = recognizer.evidence(pictures[count, curved])[:, :10].argmax(axis=1)
            what = (
                f"{count} points, {'curved' if curved else 'straight'}" if count else "all points"
            )
            errors = int((names[best] != labels).sum())
            print(counted(f"{plan.name}: {what}", errors, len(chosen)).text(), flush=True)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BadInput as error:
        sys.exit(str(error))
