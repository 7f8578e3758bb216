"""Drawing files: the strokes of a page as JSON that people and programs can read."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, Picture, Stroke
from lenet_gui.engine.storage.files import read_limited, write_atomically

SUFFIX = ".json"
KIND = "lenet_gui drawing"
FORMAT = 1
MAX_FILE = 32_000_000
MAX_POINTS = 60_000  # eight minutes of a pen that never rests
MAX_SIDE = 100_000.0  # the farthest point, and the widest line
MAX_PAGE = 4096.0  # the longest side of a page
MAX_INK = 6e8  # square units that its segments cover, one by one: seconds to draw
MAX_VALUES = 16 * MAX_POINTS  # what stands between commas and brackets
MAX_PICTURE_SIDE = 4096


def write_drawing(path: Path, drawing: Drawing) -> None:
    """Write atomically; BadInput if that fails."""
    write_atomically(path, to_json(drawing))


def to_json(drawing: Drawing) -> bytes:
    """The content of a drawing file."""
    content: dict[str, Any] = {
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
    if drawing.picture is not None:
        content["picture"] = _encoded(drawing.picture)
    return json.dumps(content).encode()


def read_drawing(path: Path) -> Drawing:
    """Read and check. Raises BadInput with a sentence if it is not a drawing."""
    return from_json(read_limited(path, MAX_FILE), path.name)


def from_json(data: bytes, name: str) -> Drawing:
    """The drawing in the content of a file; ``name`` is for the sentences of BadInput."""
    if len(data) > MAX_FILE or sum(map(data.count, (b"[", b"{", b","))) > MAX_VALUES:
        raise BadInput("{file} contains more than a drawing can have.", file=name)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise BadInput("{file} is not valid JSON.", file=name) from None
    if not isinstance(content, dict) or content.get("kind") != KIND:
        raise BadInput("{file} is JSON, but not a drawing of this program.", file=name)
    if content.get("format") != FORMAT:
        raise BadInput(
            "{file} was written in format {version}; this program reads format {known}.",
            file=name,
            version=str(content.get("format"))[:20],
            known=FORMAT,
        )
    try:
        return _drawing(content, name)
    except BadInput:
        raise
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadInput("{file} contains damaged strokes.", file=name) from None


def _drawing(content: dict[str, Any], name: str) -> Drawing:
    width, height = (float(side) for side in content["size"])
    if not (1 <= width <= MAX_PAGE and 1 <= height <= MAX_PAGE):
        raise ValueError("size")
    if sum(len(entry["points"]) for entry in content["strokes"]) > MAX_POINTS:
        raise ValueError("too many points")
    strokes = tuple(_stroke(entry) for entry in content["strokes"])
    if sum(_ink(stroke, (width, height)) for stroke in strokes) > MAX_INK:
        raise BadInput("{file} contains too much ink to draw.", file=name)
    picture = _decoded(content["picture"]) if content.get("picture") is not None else None
    return Drawing(strokes, (width, height), picture)


def _encoded(picture: Picture) -> str:
    """The ink as a grey PNG in base64."""
    buffer = io.BytesIO()
    Image.fromarray(picture.ink).save(buffer, "png")
    return base64.b64encode(buffer.getvalue()).decode()


def _decoded(text: str) -> Picture:
    try:
        image = Image.open(io.BytesIO(base64.b64decode(text, validate=True)), formats=["PNG"])
        if image.mode != "L" or max(image.size) > MAX_PICTURE_SIDE:
            raise ValueError("picture")
        return Picture(np.array(image))
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("picture") from error


def _ink(stroke: Stroke, page: tuple[float, float]) -> float:
    """Square units of the boxes around its segments."""
    steps = np.abs(np.diff(stroke.points, axis=0, prepend=stroke.points[:1])).astype(np.float64)
    return float(np.minimum(steps + stroke.width, page).prod(axis=1).sum())


def _stroke(entry: dict[str, Any]) -> Stroke:
    points = np.array(entry["points"], np.float64)
    count = len(points)
    pressures = np.array(
        [np.nan if p is None else float(p) for p in entry.get("pressures", [None] * count)],
        np.float64,
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
    return Stroke(points.astype(np.float32), pressures.astype(np.float32), times, width)
