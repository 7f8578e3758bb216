"""Stroke sets: many labelled drawings in one npz file, with their writers.

xy float32 (P, 2), y downward, any units; t int32 (P,) milliseconds or -1; pressure int16 (P,)
0..1000 or -1; stroke k is xy[stroke_start[k]:stroke_start[k+1]]; sample i has the strokes
sample_start[i]:sample_start[i+1]; label (N,) digits or character codes; writer, split str (N,);
meta: JSON text.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lenet_gui.engine.files import read_limited, write_atomically
from lenet_gui.engine.strokes import PEN_WIDTH, fit_to_page, make_stroke, thinned
from lenet_gui.values import BadInput, Drawing

SUFFIX = ".npz"
MAX_FILE = 500_000_000
_KEYS = {
    "xy": "f", "t": "i", "pressure": "i", "stroke_start": "i", "sample_start": "i",
    "label": "u", "writer": "U", "split": "U",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class StrokeSet:
    """The arrays of a stroke set, checked. See the head of this file."""

    xy: np.ndarray
    t: np.ndarray
    pressure: np.ndarray
    stroke_start: np.ndarray
    sample_start: np.ndarray
    label: np.ndarray
    writer: np.ndarray
    split: np.ndarray
    meta: str = "{}"

    def __len__(self) -> int:
        return len(self.label)

    def lines(self, index: int) -> list[np.ndarray]:
        """The points of each stroke of a sample, float32 (N, 2), in the writer's units."""
        return [self.xy[start:end] for start, end in self._strokes(index)]

    def drawing(self, index: int, width: float = PEN_WIDTH) -> Drawing:
        """A sample on the page of the canvas, drawn with a pen of that width."""
        strokes = []
        fitted = fit_to_page(self.lines(index))
        for points, (start, end) in zip(fitted, self._strokes(index), strict=True):
            kept = thinned(points)
            strokes.append(make_stroke(points[kept], width, times=self.t[start:end][kept]))
        return Drawing(tuple(strokes))

    def class_names(self) -> list[str]:
        """The label of each sample as text: digits 0..9, otherwise the character."""
        return [str(code) if code < 10 else chr(code) for code in self.label.tolist()]

    def _strokes(self, index: int) -> Iterator[tuple[int, int]]:
        for stroke in range(self.sample_start[index], self.sample_start[index + 1]):
            yield int(self.stroke_start[stroke]), int(self.stroke_start[stroke + 1])


def read_stroke_set(path: Path) -> StrokeSet:
    """Read and check. Raises BadInput with a sentence if the file is not a stroke set."""
    data = read_limited(path, MAX_FILE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > 4 * MAX_FILE:
                raise BadInput("{file} unpacks to more than is read.", file=path.name)
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            found = {key: arrays[key] for key in _KEYS}
            meta = str(arrays["meta"]) if "meta" in arrays else "{}"
    except BadInput:
        raise
    except KeyError as error:
        why = error.args[0]
        raise BadInput("{file} is no stroke set: {why}.", file=path.name, why=why) from None
    except Exception:  # zip and npy readers raise whatever damage leads to
        raise BadInput("{file} is not a readable npz file.", file=path.name) from None
    strokes = StrokeSet(**found, meta=meta)
    _check(path, strokes)
    return strokes


def write_stroke_set(path: Path, strokes: StrokeSet) -> None:
    """Write atomically; BadInput if that fails."""
    buffer = io.BytesIO()
    arrays = {key: getattr(strokes, key) for key in _KEYS}
    np.savez_compressed(buffer, **arrays, meta=np.array(strokes.meta))
    write_atomically(path, buffer.getvalue())


def _check(path: Path, strokes: StrokeSet) -> None:
    def wrong(what: str) -> BadInput:
        return BadInput("{file} is no stroke set: {what}.", file=path.name, what=what)

    for key, kind in _KEYS.items():
        if getattr(strokes, key).dtype.kind not in (kind, "i" if kind == "u" else kind):
            raise wrong(f"{key} has the wrong kind of values")
        if getattr(strokes, key).ndim != (2 if key == "xy" else 1):
            raise wrong(f"{key} has the wrong number of axes")
    points, samples = len(strokes.xy), len(strokes.label)
    if strokes.xy.shape[1:] != (2,) or {len(strokes.t), len(strokes.pressure)} != {points}:
        raise wrong("xy, t and pressure do not belong together")
    if {len(strokes.writer), len(strokes.split), len(strokes.sample_start) - 1} != {samples}:
        raise wrong("label, writer, split and sample_start do not belong together")
    for name, starts, end in (
        ("stroke_start", strokes.stroke_start, points),
        ("sample_start", strokes.sample_start, len(strokes.stroke_start) - 1),
    ):
        if not len(starts) or starts[0] != 0 or starts[-1] != end or (np.diff(starts) < 1).any():
            raise wrong(f"{name} does not divide what it should")
    if not np.isfinite(strokes.xy).all():
        raise wrong("some points are nowhere")
    if samples and not 0 <= int(strokes.label.min()) <= int(strokes.label.max()) < 0x110000:
        raise wrong("some labels are neither digits nor characters")
