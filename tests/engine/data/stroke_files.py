"""A small stroke set: 8 writers, 10 drawings each."""

from pathlib import Path

import numpy as np

from lenet_gui.engine.data.stroke_sets import StrokeSet, write_stroke_set

WRITERS = 8


def write_strokes(folder: Path, name: str = "pens", characters: str = "0123456789") -> str:
    """The path. Drawing 10 w + k is character k by writer "w{w}": two strokes of chance."""
    count = WRITERS * len(characters)
    generator = np.random.default_rng(len(characters))
    xy = generator.uniform(0, 100, (count * 16, 2)).astype(np.float32)
    codes = [int(c) if c.isdecimal() else ord(c) for c in characters]
    points = len(xy)
    strokes = StrokeSet(
        xy,
        np.full(points, -1, np.int32),
        np.full(points, -1, np.int16),
        np.arange(0, points + 1, 8, dtype=np.int32),
        np.arange(0, 2 * count + 1, 2, dtype=np.int32),
        np.array(codes * WRITERS, np.uint8),
        np.repeat([f"w{i}" for i in range(WRITERS)], len(characters)),
        np.full(count, "lab/OK"),
    )
    path = folder / f"{name}.npz"
    write_stroke_set(path, strokes)
    return str(path)
