"""Recovery files: states that share strokes, runs that lie, names that are none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.ink.drawing_history import (
    MAX_HISTORY_FILE,
    HistoryWriter,
    history_from_json,
)
from lenet_gui.engine.ink.history import History
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke
from lenet_gui.engine.storage.files import read_limited
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated, mutated_json
from tests.helpers import default_recognizer


def corpus() -> Files:
    strokes = tuple(make_stroke([(50 * n, 10), (50 * n, 500)]) for n in range(1, 6))
    pages = tuple(Drawing(strokes[:count]) for count in range(6))
    picture = Picture(np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8))
    drawn = ("Session", "Draw a stroke")
    mixed = (*pages[:3], Drawing(strokes[1:3]), Drawing((), picture=picture))
    histories = {
        "drawn.json": History(pages, (drawn,) * 5, 5, "drawing"),
        "mixed.json": History(mixed, (drawn, drawn, ("Session", "Erase"), ("Paste",)), 2),
        "one.json": History((Drawing(strokes),)),
    }
    return {name: HistoryWriter().to_json(history) for name, history in histories.items()}


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    if chance.random() < 0.3:
        return mutated(data, others, chance)
    content = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = mutated_json(content, chance)
    return json.dumps(content).encode(errors="surrogatepass")


def by_hand(heavy: bool) -> Files:
    whole = json.loads(corpus()["drawn.json"])
    dot = {"points": [[1, 1]], "width": 36}
    far = {"points": [[1e5, -1e5], [-1e5, 1e5]] * 50, "width": 100_000}
    state = {"size": [560, 560], "runs": [[0, 4000]], "picture": None, "file": ""}
    files = {
        "many.json": whole | {"strokes": [dot] * 4000, "states": [state] * 6},
        "wide.json": whole | {"strokes": [far] * 100},
        "runs.json": whole | {"states": [state | {"runs": [[0, 1]] * 50_000}] * 6},
        "huge.json": whole | {"states": [state | {"runs": [[0, 10**18]]}] * 6},
    }
    packed = {name: json.dumps(content).encode() for name, content in files.items()}
    if heavy:
        packed["lists.json"] = b"[" + b"[]," * 2_000_000 + b"[]]"
    return packed


def use(path: Path) -> None:
    """Read it, show its page, and write it again."""
    history = history_from_json(read_limited(path, MAX_HISTORY_FILE), path.name)
    default_recognizer().recognize(drawing_picture(history.states[history.index]))
    history_from_json(HistoryWriter().to_json(history), "again")


KIND = Kind("recovery files", corpus, mutate, use, by_hand)
