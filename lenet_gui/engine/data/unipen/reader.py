"""Turns UNIPEN files into stroke sets (UNIPEN 1.0 format definition, Guyon and others 1994).

A file holds pen-down and pen-up components, numbered from 0 on; empty ones are not counted.
Segments name the components (and points) that make up a character. UNIPEN's y grows upward, that
of stroke sets downward; y is converted to the units of x.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.data.stroke_sets import StrokeSet
from lenet_gui.engine.data.unipen.segments import BadSegment, Component, delineated
from lenet_gui.engine.data.unipen.statements import (
    Statement,
    has_segments,
    numbers,
    positive,
    statements,
)
from lenet_gui.engine.networks.architecture import DIGITS
from lenet_gui.engine.storage.files import cannot_read

MAX_SET_POINTS = 20_000_000  # of all samples: segments may name the same points again and again
MAX_SAMPLE_POINTS = 20_000
_LABEL = re.compile(r'"((?:\\.|[^"\\])*)"', re.DOTALL)
_LABEL_ESCAPES = {"t": "\t", "n": "\n"}


@dataclass(slots=True)
class UnipenImport:
    """The characters of UNIPEN files.

    skipped: why segments were left out -> how many. problems: sentences.
    """

    samples: list[_Sample] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def stroke_set(self) -> StrokeSet:
        """Return the samples as a set. Raises BadInput if there are none, or too many points."""
        return _stroke_set(self.samples)


@dataclass(frozen=True, slots=True)
class _Segment:
    """A labelled character. at: how many components there were when it was read."""

    statement: Statement
    delineation: str
    quality: str
    label: str
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class _Sample:
    strokes: list[Component]
    label: str
    quality: str


def read_unipen(paths: Sequence[Path]) -> UnipenImport:
    """Read the characters of UNIPEN files, and of the files with segments in folders.

    A file that cannot be read becomes a problem of the result; the others are read.
    """
    result = UnipenImport()
    for path in _files(paths, result.problems):
        file = _UnipenFile(path.stem, result)
        try:
            for statement in statements(path):
                file.take(statement)
            file.finish(path.name)
        except BadInput as error:
            result.problems.append(str(error))
    return result


def _files(paths: Sequence[Path], problems: list[str]) -> list[Path]:
    found: dict[Path, None] = {}

    def tell(error: OSError) -> None:
        problems.append(str(cannot_read(Path(error.filename), error)))

    for path in paths:
        if not path.is_dir():
            found[path.absolute()] = None
            continue
        walk = os.walk(path, onerror=tell)
        inside = (Path(folder) / name for folder, _, names in walk for name in names)
        chosen = [file for file in sorted(inside) if has_segments(file)]
        found.update(dict.fromkeys(file.absolute() for file in chosen))
        if not chosen:
            problems.append(f"{path} has no files with segments.")
    return list(found)


class _UnipenFile:
    """One file, statement by statement; its characters are added to a result."""

    def __init__(self, name: str, result: UnipenImport) -> None:
        self._result = result
        self._components: list[Component] = []
        self._segments: list[_Segment] = []
        self._coordinates: list[str] = []
        self._numbers: dict[str, float] = {}
        self._clock = 0.0  # milliseconds, for files without times
        self._writer = name  # until the file names one; few files are by two writers
        self._source = "?"
        self._any = False

    def take(self, statement: Statement) -> None:
        """Take the next statement. Raises BadInput if it cannot be used."""
        keyword = statement.keyword
        if keyword in ("PEN_DOWN", "PEN_UP"):
            self._any = True
            self._pen(statement)
        elif keyword == "SEGMENT":
            self._any = True
            self._segment(statement)
        elif keyword == "START_SET":
            self._resolve()
        elif keyword == "COORD":
            self._coordinates = statement.text.upper().split()
        elif keyword == "WRITER_ID":
            self._writer = " ".join(statement.text.split())[:100] or self._writer
        elif keyword == "DATA_SOURCE":
            self._source = " ".join(statement.text.split())[:100] or self._source
        elif keyword == "DT":
            self._clock += numbers(statement)[:1].sum()
        elif re.fullmatch(r"[XY]_POINTS_PER_(INCH|MM)|POINTS_PER_SECOND", keyword):
            self._numbers[keyword] = positive(statement)

    def finish(self, file: str) -> None:
        """End the file. Raises BadInput if it was not a UNIPEN file."""
        self._resolve()
        if not self._any:
            raise BadInput("{file} is not a UNIPEN file: it has no segments.", file=file)

    def _pen(self, statement: Statement) -> None:
        values = numbers(statement)
        if not len(values):
            return  # empty components have no number
        names = self._coordinates
        if "X" not in names or "Y" not in names:
            raise BadInput(
                "{file}, line {line}: there is pen movement, but no .COORD with X and Y that "
                "says how to read it.",
                file=statement.file,
                line=statement.line,
            )
        if len(values) % len(names):
            raise BadInput(
                "{file}, line {line}: {count} numbers do not form whole points of {names}.",
                file=statement.file,
                line=statement.line,
                count=len(values),
                names=" ".join(names)[:100],
            )
        table = values.reshape(-1, len(names))
        column = {name: table[:, place] for place, name in enumerate(names)}
        xy = np.stack([column["X"], 0.0 - column["Y"] * self._aspect()], axis=1)
        t = column.get("T", self._ticks(len(table)))
        down = statement.keyword == "PEN_DOWN"
        self._components.append(Component(down, xy, t, column.get("P"), self._writer, self._source))

    def _aspect(self) -> float:
        """Return how many units of x make one of y."""
        for unit in ("INCH", "MM"):
            x, y = (self._numbers.get(f"{axis}_POINTS_PER_{unit}") for axis in "XY")
            if x is not None and y is not None:
                return x / y
        return 1.0

    def _ticks(self, count: int) -> FloatArray | None:
        rate = self._numbers.get("POINTS_PER_SECOND")
        if rate is None:
            return None
        times: FloatArray = self._clock + np.arange(count) * (1000.0 / rate)
        self._clock += count * 1000.0 / rate
        return times

    def _segment(self, statement: Statement) -> None:
        head, *_ = statement.text.split('"', 1)
        words = head.split()
        if not words or words[0].upper() != "CHARACTER":
            self._result.skipped["not characters, but words or the like"] += 1
            return
        match = _LABEL.search(statement.text)
        if match is None:
            self._result.skipped["without a label"] += 1
            return
        label = re.sub(r"\\(.)", _unescaped, match[1], flags=re.DOTALL)
        if len(label) != 1 or not label.isprintable() or label.isspace():
            self._result.skipped["with a label that is not one character"] += 1
            return
        delineation, quality = (*words[1:3], "?", "?")[:2]
        self._segments.append(
            _Segment(statement, delineation, quality[:20], label, len(self._components))
        )

    def _resolve(self) -> None:
        """Make samples of the segments, which may stand before or after their components."""
        for place, segment in enumerate(self._segments):
            following = self._segments[place + 1 : place + 2]
            end = following[0].at if following else len(self._components)
            try:
                strokes = self._strokes(segment, end)
            except BadSegment as error:
                where = f"{segment.statement.file}, line {segment.statement.line}"
                self._result.problems.append(f"{where}: {error}")
            else:
                sample = _Sample(strokes, segment.label, segment.quality)
                self._result.samples.append(sample)
        self._components, self._segments, self._clock = [], [], 0.0

    def _strokes(self, segment: _Segment, end: int) -> list[Component]:
        if segment.delineation == "?":  # it can only mean the components that follow it
            parts = iter(self._components[segment.at : end])
        else:
            parts = delineated(self._components, segment.delineation)
        strokes, points = [], 0
        for component in parts:
            points += len(component.xy)
            if points > MAX_SAMPLE_POINTS:
                raise BadSegment(f"the segment has more than {MAX_SAMPLE_POINTS:,} points.")
            if component.down:
                strokes.append(component)
        if not strokes:
            raise BadSegment("the segment has no component with the pen down.")
        return strokes


def _unescaped(escape: re.Match[str]) -> str:
    return _LABEL_ESCAPES.get(escape[1], escape[1])


def _stroke_set(samples: Sequence[_Sample]) -> StrokeSet:
    strokes = [stroke for sample in samples for stroke in sample.strokes]
    points = sum(len(stroke.xy) for stroke in strokes)
    if not strokes:
        raise BadInput("These files contain no labelled characters.")
    if points > MAX_SET_POINTS:
        raise BadInput(
            "These files have {points} million points; a stroke set can have at most {most} "
            "million.",
            points=points // 1_000_000,
            most=MAX_SET_POINTS // 1_000_000,
        )
    codes = [int(s.label) if s.label in DIGITS else ord(s.label) for s in samples]
    hardest = _hardest(strokes)
    return StrokeSet(
        xy=np.concatenate([stroke.xy for stroke in strokes]).astype(np.float32),
        t=np.concatenate([_times(sample.strokes) for sample in samples]),
        pressure=np.concatenate([_pressures(stroke, hardest) for stroke in strokes]),
        stroke_start=_starts(len(stroke.xy) for stroke in strokes),
        sample_start=_starts(len(sample.strokes) for sample in samples),
        label=np.array(codes, np.uint8 if max(codes) < 256 else np.uint32),
        writer=np.array([sample.strokes[0].writer for sample in samples]),
        split=np.array([f"{sample.strokes[0].source}/{sample.quality}" for sample in samples]),
        meta=json.dumps({"source": "UNIPEN files", "split": "data source/quality"}),
    )


def _starts(sizes: Iterable[int]) -> NDArray[np.int32]:
    return np.cumsum([0, *sizes], dtype=np.int32)


def _times(strokes: Sequence[Component]) -> NDArray[np.int32]:
    """Return milliseconds since the first pen-down; -1 for all points if some are unknown."""
    unknown = np.full(sum(len(stroke.xy) for stroke in strokes), -1, np.int32)
    known = [stroke.t for stroke in strokes if stroke.t is not None]
    if len(known) < len(strokes):
        return unknown
    times = np.concatenate(known)
    times = np.rint(times - times[0])
    if (np.diff(times) < 0).any() or times[-1] > np.iinfo(np.int32).max:
        return unknown  # a clock that runs backward tells nothing
    whole: NDArray[np.int32] = times.astype(np.int32)
    return whole


def _hardest(strokes: Sequence[Component]) -> dict[str, float]:
    """Return the highest pressure of each writer: units differ from tablet to tablet."""
    hardest: dict[str, float] = {}
    for stroke in strokes:
        if stroke.pressure is not None:
            peak = float(stroke.pressure.max())
            hardest[stroke.writer] = max(hardest.get(stroke.writer, 0.0), peak)
    return hardest


def _pressures(stroke: Component, hardest: dict[str, float]) -> NDArray[np.int16]:
    """Return pressures, 0..1000 of the writer's highest, or -1 where unknown."""
    if stroke.pressure is None or hardest[stroke.writer] <= 0:
        return np.full(len(stroke.xy), -1, np.int16)
    parts = np.clip(stroke.pressure / hardest[stroke.writer], 0.0, 1.0)
    thousandths: NDArray[np.int16] = np.rint(parts * 1000).astype(np.int16)
    return thousandths
