"""Reads and writes stroke sets: many labelled drawings in one npz file, with their writers.

xy float32 (P, 2), y downward, any units; t int32 (P,) milliseconds or -1; pressure int16 (P,)
0..1000 or -1; stroke k is xy[stroke_start[k]:stroke_start[k+1]]; sample i has the strokes
sample_start[i]:sample_start[i+1]; label (N,) digits or character codes; writer, split str (N,);
meta: JSON text. curved bool (S,), for each stroke: it is a smooth curve through its points. Without
that array all strokes are straight between their points, as they are to a reader that does not know
it: arrays of other names are ignored.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import is_printable
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.rasterizer import (
    PEN_WIDTH,
    fit_to_page,
    line_of,
    make_stroke,
    thin_points,
)
from lenet_gui.engine.storage.files import read_limited, write_atomically
from lenet_gui.engine.storage.npz_entries import open_array

STROKE_SET_SUFFIX = ".npz"
MAX_STROKE_SET = 200_000_000
MAX_UNPACKED = 300_000_000
MOST_PACKED = 100  # times the size of the file, at most; strokes are packed 2 to 10 times
ALWAYS_UNPACKED = 50_000_000  # bytes that are unpacked however well they are packed
MAX_POINTS = 20_000_000
MAX_SAMPLE_POINTS = 10_000  # a minute of a tablet that sends 200 a second; drawing takes seconds
MAX_META = 1_000_000  # characters
MAX_NAME = 200  # characters, of writers and splits
_MAX_ENTRIES = 100  # of the npz file; the zip parser reads all of them before anything else
_NAMES_AT_ONCE = 10_000
_ENTRY_SIGNATURE = b"PK\1\2"
CHARACTER_CODES = 0x110000  # Unicode's codes are below
FLAT_PART = 5e-4  # of a sample's side that the line of a curve may be off: a quarter of a unit
LARGEST_COORDINATE = 1e31  # float32 ends at 3e38
_ARRAYS = {
    "xy": "f", "t": "i", "pressure": "i", "stroke_start": "i", "sample_start": "i",
    "label": "u", "writer": "U", "split": "U",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class StrokeSet:
    """The checked arrays of a stroke set, described at the head of this file."""

    xy: np.ndarray
    t: np.ndarray
    pressure: np.ndarray
    stroke_start: np.ndarray
    sample_start: np.ndarray
    label: np.ndarray
    writer: np.ndarray
    split: np.ndarray
    meta: str = "{}"
    curved: np.ndarray | None = None  # None: no stroke is

    def __len__(self) -> int:
        return len(self.label)

    def lines(self, index: int) -> list[np.ndarray]:
        """Return each stroke of a sample as a line, float (N, 2), in the writer's units.

        The lines are straight between their points, so those of a curve lie close together.
        """
        strokes = self._strokes(index)
        if not any(curved for _, _, curved in strokes):
            return [self.xy[start:end] for start, end, _ in strokes]
        every = self.xy[strokes[0][0] : strokes[-1][1]]
        extent = float(np.ptp(every, axis=0).max())
        tolerance = extent * FLAT_PART if extent > 0 else 1.0
        return [
            line_of(make_stroke(self.xy[start:end], curved=curved), tolerance)[0]
            for start, end, curved in strokes
        ]

    def drawing(self, index: int, width: float = PEN_WIDTH) -> Drawing:
        """Return a sample on the page of the canvas, drawn with a pen of that width."""
        strokes = []
        places = self._strokes(index)
        fitted = fit_to_page([self.xy[start:end] for start, end, _ in places])
        for points, (start, end, curved) in zip(fitted, places, strict=True):
            # Close points of a curve may be its corners.
            kept = np.arange(len(points)) if curved else thin_points(points)
            times = self.t[start:end][kept]
            strokes.append(make_stroke(points[kept], width, times=times, curved=curved))
        return Drawing(tuple(strokes))

    def class_names(self) -> list[str]:
        """Return the label of each sample as text: a digit 0..9, or else the character."""
        return [str(code) if code < 10 else chr(code) for code in self.label.tolist()]

    def _strokes(self, index: int) -> list[tuple[int, int, bool]]:
        """Return (first point, end, curved) of each stroke of a sample."""
        return [
            (
                int(self.stroke_start[stroke]),
                int(self.stroke_start[stroke + 1]),
                self.curved is not None and bool(self.curved[stroke]),
            )
            for stroke in range(self.sample_start[index], self.sample_start[index + 1])
        ]


def read_stroke_set(path: Path) -> StrokeSet:
    """Read a stroke set and check it. Raises BadInput if the file is not one."""
    data = read_limited(path, MAX_STROKE_SET)
    try:
        if data.count(_ENTRY_SIGNATURE) > _MAX_ENTRIES:
            raise ValueError("too many entries")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_claims(path, archive, len(data))
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            found = {key: arrays[key] for key in _ARRAYS}
            meta = arrays["meta"] if "meta" in arrays else np.array("{}")
            curved = arrays.get("curved")
    except BadInput:
        raise
    except KeyError as error:
        why = error.args[0]
        raise BadInput("{file} is not a stroke set: {why}.", file=path.name, why=why) from None
    except Exception:  # damage makes the zip and npy parsers raise almost anything
        raise BadInput("{file} is not a readable npz file.", file=path.name) from None
    if meta.ndim or not _are_texts(meta):
        raise _wrong(path, "meta is not text")
    strokes = StrokeSet(**found, meta=str(meta), curved=curved)
    _check(path, strokes)
    return replace(
        strokes,
        xy=strokes.xy.astype(np.float32, copy=False),
        t=strokes.t.astype(np.int32, copy=False),
    )


def _check_claims(path: Path, archive: zipfile.ZipFile, size: int) -> None:
    """Check what would be unpacked before it is.

    size: bytes of the file. Raises BadInput if it is too much, ValueError if an array claims more
    than there is.
    """
    entries = archive.infolist()
    most = min(MAX_UNPACKED, max(ALWAYS_UNPACKED, MOST_PACKED * size))
    if sum(entry.file_size for entry in entries) > most:
        raise BadInput("{file} unpacks to more data than is supported.", file=path.name)
    widest = {"meta.npy": MAX_META, "writer.npy": MAX_NAME, "split.npy": MAX_NAME}
    for entry in entries:
        with open_array(archive, entry) as (header, _):
            pass
        if header.size > entry.file_size:
            raise ValueError("cut off")
        if header.dtype.itemsize > 4 * widest.get(entry.filename, MAX_NAME):
            raise _wrong(path, f"{entry.filename.removesuffix('.npy')} has texts that are too long")
        if entry.filename == "xy.npy" and header.shape and header.shape[0] > MAX_POINTS:
            raise _wrong(path, "it has too many points")


def write_stroke_set(path: Path, strokes: StrokeSet) -> None:
    """Write a stroke set atomically. Raises BadInput if that fails."""
    buffer = io.BytesIO()
    arrays = {key: getattr(strokes, key) for key in _ARRAYS}
    if strokes.curved is not None and strokes.curved.any():
        arrays["curved"] = strokes.curved
    np.savez_compressed(buffer, **arrays, meta=np.array(strokes.meta))
    write_atomically(path, buffer.getvalue())


def _wrong(path: Path, what: str) -> BadInput:
    return BadInput("{file} is not a stroke set: {what}.", file=path.name, what=what)


def _check(path: Path, strokes: StrokeSet) -> None:
    """Check that the arrays belong together. Raises BadInput if they do not."""
    wrong = partial(_wrong, path)
    for key, kind in _ARRAYS.items():
        if getattr(strokes, key).dtype.kind not in (kind, "i" if kind == "u" else kind):
            raise wrong(f"{key} has the wrong kind of values")
        if getattr(strokes, key).ndim != (2 if key == "xy" else 1):
            raise wrong(f"{key} has the wrong number of axes")
    curved = strokes.curved
    if curved is not None and (
        curved.dtype != np.bool_ or curved.shape != (max(len(strokes.stroke_start) - 1, 0),)
    ):
        raise wrong("curved does not match the strokes")
    points, samples = len(strokes.xy), len(strokes.label)
    if strokes.xy.shape[1:] != (2,) or {len(strokes.t), len(strokes.pressure)} != {points}:
        raise wrong("xy, t and pressure do not match")
    if {len(strokes.writer), len(strokes.split), len(strokes.sample_start) - 1} != {samples}:
        raise wrong("label, writer, split and sample_start do not match")
    for name, starts, end in (
        ("stroke_start", strokes.stroke_start, points),
        ("sample_start", strokes.sample_start, len(strokes.stroke_start) - 1),
    ):
        steps = np.diff(starts.astype(np.int64))
        if not len(starts) or starts[0] != 0 or starts[-1] != end or (steps < 1).any():
            raise wrong(f"{name} has invalid offsets")
    if samples and np.diff(strokes.stroke_start[strokes.sample_start]).max() > MAX_SAMPLE_POINTS:
        raise wrong("a sample has too many points")
    if not (np.abs(strokes.xy) <= LARGEST_COORDINATE).all():
        raise wrong("some points have invalid coordinates")
    if points and not -1 <= int(strokes.t.min()) <= int(strokes.t.max()) < 2**31:
        raise wrong("some times are invalid")
    if not all(map(_is_label, np.unique(strokes.label).tolist())):
        raise wrong("some labels are neither digits nor characters")
    if not (_are_texts(strokes.writer) and _are_texts(strokes.split)):
        raise wrong("some names are not text")


def _is_label(code: int) -> bool:
    return 0 <= code < 10 or (10 <= code < CHARACTER_CODES and is_printable(chr(code)))


def _are_texts(names: np.ndarray) -> bool:
    """Return whether an array holds texts that can be shown; numpy makes texts of any numbers."""
    if names.dtype.kind != "U":
        return False
    if not names.size or not names.dtype.itemsize:
        return True
    native = np.ascontiguousarray(names, names.dtype.newbyteorder("=")).reshape(-1, 1)
    codes = native.view(np.uint32)  # a row for each text, filled up with zeros
    if int(codes.max()) >= CHARACTER_CODES or (codes[:, 1:] > 0)[codes[:, :-1] == 0].any():
        return False
    used = np.zeros(CHARACTER_CODES, bool)
    for start in range(0, len(codes), _NAMES_AT_ONCE):
        used[codes[start : start + _NAMES_AT_ONCE]] = True
    return all(is_printable(chr(code)) for code in np.flatnonzero(used).tolist() if code)
