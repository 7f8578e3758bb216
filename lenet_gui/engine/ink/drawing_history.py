"""A page with its undo history as a file, from which a program that ended suddenly is restored.

Most states of a page have most strokes in common. Each stroke and picture is written once, and a
state names the runs of strokes that it has, so 200 states of one more stroke each take little more
than the last of them. The limits keep a hostile or damaged file from using up memory or time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, TypeVar

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import WHITE, ByteArray, Drawing, Picture, Stroke
from lenet_gui.engine.ink.drawing_files import (
    MAX_DRAWING_POINTS,
    MAX_INKED_AREA,
    MAX_JSON_VALUES,
    MAX_PAGE_SIDE,
    colour_entry,
    colour_of,
    image_entry,
    inked_area,
    is_drawing,
    picture_of,
    stroke_entry,
    stroke_of,
)
from lenet_gui.engine.ink.history import MAX_STATES, History

HISTORY_KIND = "lenet_gui recovery"
HISTORY_FORMAT = 1
MAX_HISTORY_FILE = 64_000_000  # bytes
TOTAL = 3  # times what one drawing may have is what all states together may have
MAX_HISTORY_PIXELS = 32_000_000  # of all pictures together
MAX_NAME = 300  # characters
MAX_NAME_PARTS = 6
MAX_FILE_NAME = 4096  # characters
MAX_REFERENCES = 2_000_000  # strokes of all states, those that they share counted in each

_Value = TypeVar("_Value")


class HistoryWriter:
    """Encodes histories of one page, one after the other; old strokes are not encoded again."""

    def __init__(self) -> None:
        self._texts: dict[int, tuple[Stroke | ByteArray, str]] = {}  # by the identity of the value

    def to_json(self, history: History) -> bytes:
        """Return the content of a file; what exceeds the limits of ``from_json`` is left out."""
        history = _within_limits(history)
        strokes, pictures = _Table[Stroke](), _Table[Picture]()
        states = [
            {
                "size": [float(side) for side in state.size],
                "runs": strokes.runs(state.strokes),
                "picture": None if state.picture is None else pictures.number(state.picture),
                "file": state.file[:MAX_FILE_NAME],
                **colour_entry("paper", state.paper, WHITE),
            }
            for state in history.states
        ]
        head = {
            "kind": HISTORY_KIND,
            "format": HISTORY_FORMAT,
            "index": history.index,
            "source": history.source,
            "names": [[part[:MAX_NAME] for part in name] for name in history.names],
            "states": states,
        }
        inks = [picture.ink for picture in pictures.values]
        colours = [picture.rgb for picture in pictures.values]
        used: list[Stroke | ByteArray] = [*strokes.values, *inks]
        used += [rgb for rgb in colours if rgb is not None]
        self._texts = {
            id(value): self._texts.get(id(value)) or (value, _text_of(value)) for value in used
        }
        parts = [json.dumps(head)[:-1]]
        lists: dict[str, Sequence[Stroke | ByteArray | None]] = {
            "strokes": strokes.values, "pictures": inks, "colours": colours,
        }  # fmt: skip
        for name, values in lists.items():
            texts = ("null" if value is None else self._texts[id(value)][1] for value in values)
            parts.append(f', "{name}": [{", ".join(texts)}]')
        return ("".join(parts) + "}").encode()


class _Table(Generic[_Value]):
    """The values that states have in common, numbered in the order of their first use."""

    def __init__(self) -> None:
        self.values: list[_Value] = []
        self._numbers: dict[int, int] = {}

    def number(self, value: _Value, least: int = 0) -> int:
        """Return the number of a value, which is added unless it has one from ``least`` on."""
        number = self._numbers.get(id(value), -1)
        if number < least:
            number = self._numbers[id(value)] = len(self.values)
            self.values.append(value)
        return number

    def runs(self, values: tuple[_Value, ...]) -> list[list[int]]:
        """Return the numbers of values as ascending runs [start, stop)."""
        runs: list[list[int]] = []
        for value in values:
            number = self.number(value, runs[-1][1] if runs else 0)
            if runs and runs[-1][1] == number:
                runs[-1][1] = number + 1
            else:
                runs.append([number, number + 1])
        return runs


def _text_of(value: Stroke | ByteArray) -> str:
    return json.dumps(stroke_entry(value) if isinstance(value, Stroke) else image_entry(value))


def _pixels(picture: Picture) -> int:
    """Return how many pixels a picture has, those of its colours among them."""
    return picture.ink.size + (0 if picture.rgb is None else picture.rgb.size // 3)


class _Budget:
    """Sums up what drawings hold, each stroke and picture once."""

    def __init__(self, most: int) -> None:
        """most: times what one drawing may have."""
        self._points = most * MAX_DRAWING_POINTS
        self._area = most * MAX_INKED_AREA
        self._pixels = MAX_HISTORY_PIXELS
        self._references = MAX_REFERENCES
        self._known: set[int] = set()

    def allows(self, drawing: Drawing) -> bool:
        """Return whether the budget still allows for a drawing, after subtracting it."""
        self._references -= len(drawing.strokes)
        for stroke in drawing.strokes:
            if id(stroke) not in self._known:
                self._known.add(id(stroke))
                self._points -= len(stroke.points)
                self._area -= inked_area(stroke, drawing.size)
        if drawing.picture is not None and id(drawing.picture) not in self._known:
            self._known.add(id(drawing.picture))
            self._pixels -= _pixels(drawing.picture)
        return min(self._points, self._area, self._pixels, self._references) >= 0


def _within_limits(history: History) -> History:
    """Leave out states that no drawing file could hold, and those farthest back that are too much.

    The newest states that can be undone stay longest, then the next ones that can be redone.
    """
    if len(history.states) <= MAX_STATES and _fit(history.states, 1):
        return history  # by far the most
    single = [number for number, state in enumerate(history.states) if _fit((state,), 1)]
    before = [number for number in single if number <= history.index]
    budget = _Budget(TOTAL)
    kept: list[int] = []
    for number in (*reversed(before), *single[len(before) :]):
        if len(kept) == MAX_STATES or not budget.allows(history.states[number]):
            break
        kept.append(number)
    if not kept:
        return History((Drawing(size=history.states[history.index].size),), source=history.source)
    kept.sort()
    names = tuple(history.names[number - 1] for number in kept[1:])
    index = max(sum(number <= history.index for number in kept) - 1, 0)
    return replace(history, states=tuple(history.states[n] for n in kept), names=names, index=index)


def _fit(states: tuple[Drawing, ...], most: int) -> bool:
    budget = _Budget(most)
    return all(map(budget.allows, states))


# ---- reading


def history_from_json(data: bytes, name: str) -> History:
    """Parse the content of a recovery file. Raises BadInput, which calls the file ``name``."""
    values = sum(map(data.count, (b"[", b"{", b",")))
    if len(data) > MAX_HISTORY_FILE or values > TOTAL * MAX_JSON_VALUES:
        raise BadInput("{file} contains more than a drawing can have.", file=name)
    try:
        content = json.loads(data)
        if content["kind"] != HISTORY_KIND or content["format"] != HISTORY_FORMAT:
            raise ValueError("kind")
        return _history(content)
    except (LookupError, TypeError, ValueError, ArithmeticError, RecursionError, AttributeError):
        raise BadInput("{file} contains damaged strokes.", file=name) from None


def _history(content: dict[str, Any]) -> History:
    entries, names = content["states"], content["names"]
    if not 1 <= len(entries) <= MAX_STATES or len(names) != len(entries) - 1:
        raise ValueError("states")
    if sum(len(entry["points"]) for entry in content["strokes"]) > TOTAL * MAX_DRAWING_POINTS:
        raise ValueError("too many points")
    runs = (run for entry in entries for run in entry["runs"])
    if sum(abs(stop - start) for start, stop in runs) > MAX_REFERENCES:
        raise ValueError("too many strokes")
    strokes = [stroke_of(entry) for entry in content["strokes"]]
    pictures, pixels = [], 0
    inks = content["pictures"]
    for ink, rgb in zip(inks, content.get("colours", [None] * len(inks)), strict=True):
        pictures.append(picture_of(ink, rgb, MAX_HISTORY_PIXELS - pixels))
        pixels += _pixels(pictures[-1])
    states = tuple(_state(entry, strokes, pictures) for entry in entries)
    index, source = content["index"], content["source"]
    if type(index) is not int or not 0 <= index < len(states) or not _is_text(source, MAX_NAME):
        raise ValueError("index")
    if not _fit(states, TOTAL) or not _fit((states[index],), 1):
        raise ValueError("too much ink")
    return History(states, tuple(map(_name, names)), index, source)


def _state(entry: dict[str, Any], strokes: list[Stroke], pictures: list[Picture]) -> Drawing:
    width, height = (float(side) for side in entry["size"])
    if not (1 <= width <= MAX_PAGE_SIDE and 1 <= height <= MAX_PAGE_SIDE):
        raise ValueError("size")
    end, chosen = 0, []
    for start, stop in entry["runs"]:  # ascending, so that no stroke comes twice
        if not end <= start < stop <= len(strokes):
            raise ValueError("runs")
        chosen += strokes[start:stop]
        end = stop
    number, file = entry["picture"], entry["file"]
    if not _is_text(file, MAX_FILE_NAME) or (number is not None and number < 0):
        raise ValueError("state")
    picture = None if number is None else pictures[number]
    paper = colour_of(entry, "paper", WHITE)
    return Drawing(tuple(chosen), (width, height), picture, _drawing_file(file), paper)


def _drawing_file(name: str) -> str:
    """Return the name of a drawing file, or none if Save should rather ask for one."""
    path = Path(name)
    return name if path.is_absolute() and is_drawing(path) else ""


def _name(parts: Any) -> tuple[str, ...]:
    if not 1 <= len(parts) <= MAX_NAME_PARTS or not all(_is_text(p, MAX_NAME) for p in parts):
        raise ValueError("names")
    return tuple(parts)


def _is_text(value: object, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most
