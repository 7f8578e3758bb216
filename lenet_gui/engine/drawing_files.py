"""Drawing files: the strokes of a page as JSON that people and programs can read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from lenet_gui.engine.files import read_limited, write_atomically
from lenet_gui.values import BadInput, Drawing, Stroke

SUFFIX = ".json"
KIND = "lenet_gui drawing"
FORMAT = 1
MAX_FILE = 32_000_000
MAX_POINTS = 500_000
MAX_SIDE = 100_000.0


def write_drawing(path: Path, drawing: Drawing) -> None:
    """Write atomically; BadInput if that fails."""
    content = {
        "kind": KIND,
        "format": FORMAT,
        "size": [float(side) for side in drawing.size],
        "strokes": [
            {
                "width": stroke.width,
                "points": [[round(float(x), 3), round(float(y), 3)] for x, y in stroke.points],
                "pressures": [
                    None if np.isnan(p) else round(float(p), 4) for p in stroke.pressures
                ],
                "times": [int(t) for t in stroke.times],
            }
            for stroke in drawing.strokes
        ],
    }
    write_atomically(path, json.dumps(content).encode())


def read_drawing(path: Path) -> Drawing:
    """Read and check. Raises BadInput with a sentence if it is not a drawing."""
    try:
        content = json.loads(read_limited(path, MAX_FILE))
    except (ValueError, RecursionError) as error:
        if isinstance(error, BadInput):
            raise
        raise BadInput("{file} is not readable JSON.", file=path.name) from None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise BadInput("{file} is JSON, but not a drawing of this program.", file=path.name)
    if content.get("format") != FORMAT:
        raise BadInput(
            "{file} was written in format {version}; this program reads format {known}.",
            file=path.name,
            version=str(content.get("format"))[:20],
            known=FORMAT,
        )
    try:
        return _drawing(content)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadInput("{file} has strokes that are damaged.", file=path.name) from None


def _drawing(content: dict[str, Any]) -> Drawing:
    width, height = (float(side) for side in content["size"])
    if not (1 <= width <= MAX_SIDE and 1 <= height <= MAX_SIDE):
        raise ValueError("size")
    if sum(len(entry["points"]) for entry in content["strokes"]) > MAX_POINTS:
        raise ValueError("too many points")
    return Drawing(tuple(_stroke(entry) for entry in content["strokes"]), (width, height))


def _stroke(entry: dict[str, Any]) -> Stroke:
    points = np.array(entry["points"], np.float32)
    count = len(points)
    pressures = np.array(
        [np.nan if p is None else float(p) for p in entry.get("pressures", [None] * count)],
        np.float32,
    )
    times = np.array(entry.get("times", [-1] * count), np.int32)
    width = float(entry["width"])
    known = pressures[~np.isnan(pressures)]
    if (
        count == 0
        or points.shape != (count, 2)
        or pressures.shape != (count,)
        or times.shape != (count,)
        or not np.isfinite(points).all()
        or np.abs(points).max() > MAX_SIDE
        or not 0 < width <= MAX_SIDE
        or not ((known >= 0) & (known <= 1)).all()
    ):
        raise ValueError("stroke")
    return Stroke(points, pressures, times, width)
