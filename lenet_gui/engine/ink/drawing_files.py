"""Drawing files: the strokes of a page, and its picture, as JSON.

Versions: keys that a reader does not know are ignored, so a later version may add some, as long as
a drawing is still right without them; if it is not, the number of the format changes, which older
readers refuse. ``curved`` came later: it is true at strokes that are smooth curves, and absent at
others. A reader that does not know it draws straight lines between the same points. ``colour`` of
strokes that are not black, ``paper`` that is not white, and ``colours`` of the picture are for
networks that see pictures; a reader that does not know them has the same ink.

The limits below keep a hostile or damaged file from using up memory or time.
"""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import BLACK, WHITE, ByteArray, Colour, Drawing, Picture, Stroke
from lenet_gui.engine.decoding.image_cost import image_cost
from lenet_gui.engine.ink.colour_pictures import MAX_COLOUR_SIDE
from lenet_gui.engine.ink.curves import piece_counts
from lenet_gui.engine.storage.file_kinds import DRAWING
from lenet_gui.engine.storage.files import read_limited, write_atomically

DRAWING_KIND = "lenet_gui drawing"
DRAWING_FORMAT = 1
MAX_DRAWING_FILE = 32_000_000
MAX_DRAWING_POINTS = 60_000  # eight minutes of a pen that sends 125 points a second
MAX_COORDINATE = 100_000.0  # page units, of points; also the widest line
MAX_PAGE_SIDE = 4096.0  # page units
MAX_INKED_AREA = 6e8  # square units, summed over segments: some seconds of drawing
DRAWN_TOLERANCE = 0.1  # page units that a flattened curve is off on a large screen
LEAST_PIECE_AREA = 2500.0  # square units whose drawing takes as long as a tiny piece of a curve
MAX_JSON_VALUES = 16 * MAX_DRAWING_POINTS  # commas and brackets; a point takes 5
MAX_PICTURE_SIDE = 4096  # pixels


def is_drawing(path: Path) -> bool:
    """Return whether a file should be a drawing, by its name."""
    return DRAWING.has_name(path)


def write_drawing(path: Path, drawing: Drawing) -> None:
    """Write a drawing file atomically. Raises BadInput if that fails."""
    write_atomically(path, to_json(drawing))


def to_json(drawing: Drawing) -> bytes:
    """Return the content of a drawing file."""
    content: dict[str, Any] = {
        "kind": DRAWING_KIND,
        "format": DRAWING_FORMAT,
        "size": [float(side) for side in drawing.size],
        "strokes": [stroke_entry(stroke) for stroke in drawing.strokes],
        **colour_entry("paper", drawing.paper, WHITE),
    }
    if drawing.picture is not None:
        content["picture"] = image_entry(drawing.picture.ink)
        if drawing.picture.rgb is not None:
            content["colours"] = image_entry(drawing.picture.rgb)
    return json.dumps(content).encode()


def stroke_entry(stroke: Stroke) -> dict[str, Any]:
    """Return a stroke as it stands in a file."""
    entry: dict[str, Any] = {
        "width": stroke.width,
        "points": [[round(float(x), 3), round(float(y), 3)] for x, y in stroke.points],
        "pressures": [None if np.isnan(p) else round(float(p), 4) for p in stroke.pressures],
        "times": [int(t) for t in stroke.times],
    }
    if stroke.curved:
        entry["curved"] = True
    return {**entry, **colour_entry("colour", stroke.colour, BLACK)}


def colour_entry(key: str, colour: Colour, usual: Colour) -> dict[str, str]:
    """Return a colour as it stands in a file: "#rrggbb"; nothing if it is the usual one."""
    return {} if colour == usual else {key: "#{:02x}{:02x}{:02x}".format(*colour)}


def colour_of(entry: dict[str, Any], key: str, usual: Colour) -> Colour:
    """Return a colour of a file. Raises ValueError or TypeError if it is none."""
    if key not in entry:
        return usual
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", entry[key]):
        raise ValueError("colour")
    red, green, blue = bytes.fromhex(entry[key][1:])
    return red, green, blue


def read_drawing(path: Path) -> Drawing:
    """Read and check a drawing file. Raises BadInput if it is not a drawing."""
    return from_json(read_limited(path, MAX_DRAWING_FILE), path.name)


def from_json(data: bytes, name: str) -> Drawing:
    """Parse the content of a drawing file. Raises BadInput, which calls the file ``name``."""
    if len(data) > MAX_DRAWING_FILE or sum(map(data.count, (b"[", b"{", b","))) > MAX_JSON_VALUES:
        raise BadInput("{file} contains more than a drawing can have.", file=name)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        raise BadInput("{file} is not valid JSON.", file=name) from None
    if not isinstance(content, dict) or content.get("kind") != DRAWING_KIND:
        raise BadInput("{file} is JSON, but not a drawing of this program.", file=name)
    if content.get("format") != DRAWING_FORMAT:
        raise BadInput(
            "{file} was written in format {version}; this program reads format {known}.",
            file=name,
            version=str(content.get("format"))[:20],
            known=DRAWING_FORMAT,
        )
    try:
        return _drawing(content, name)
    except BadInput:
        raise
    except (KeyError, TypeError, ValueError, OverflowError):
        raise BadInput("{file} contains damaged strokes.", file=name) from None


def _drawing(content: dict[str, Any], name: str) -> Drawing:
    width, height = (float(side) for side in content["size"])
    if not (1 <= width <= MAX_PAGE_SIDE and 1 <= height <= MAX_PAGE_SIDE):
        raise ValueError("size")
    if sum(len(entry["points"]) for entry in content["strokes"]) > MAX_DRAWING_POINTS:
        raise ValueError("too many points")
    strokes = tuple(stroke_of(entry) for entry in content["strokes"])
    if sum(inked_area(stroke, (width, height)) for stroke in strokes) > MAX_INKED_AREA:
        raise BadInput("{file} contains too much ink to draw.", file=name)
    picture, paper = None, colour_of(content, "paper", WHITE)
    if content.get("picture") is not None:
        picture = picture_of(content["picture"], content.get("colours"))
    return Drawing(strokes, (width, height), picture, paper=paper)


def image_entry(pixels: ByteArray) -> str:
    """Return the ink or the colours of a picture as they stand in a file: a PNG in base64."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "png")
    return base64.b64encode(buffer.getvalue()).decode()


def picture_of(ink: str, colours: str | None, most_pixels: int = MAX_PICTURE_SIDE**2) -> Picture:
    """Decode the texts that ``image_entry`` returns. Raises ValueError or TypeError for others."""
    grey = _pixels_of(ink, "L", MAX_PICTURE_SIDE, most_pixels)
    rgb = None if colours is None else _pixels_of(colours, "RGB", MAX_COLOUR_SIDE, most_pixels)
    return Picture(grey, rgb=rgb)


def _pixels_of(text: str, mode: str, most_side: int, most_pixels: int) -> ByteArray:
    try:
        data = base64.b64decode(text, validate=True)
        cost = image_cost(data)
        if cost is None or not cost.small:
            raise ValueError("picture")
        image = Image.open(io.BytesIO(data), formats=["PNG"])
        if (
            image.mode != mode
            or max(image.size) > most_side
            or image.width * image.height > most_pixels
        ):
            raise ValueError("picture")
        return np.array(image)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("picture") from error


def inked_area(stroke: Stroke, page: tuple[float, float]) -> float:
    """Return the area of the boxes around a stroke's segments, in square page units."""
    steps = np.abs(np.diff(stroke.points, axis=0, prepend=stroke.points[:1])).astype(np.float64)
    if not stroke.curved:
        return float(np.minimum(steps + stroke.width, page).prod(axis=1).sum())
    counts = np.concatenate([[1], piece_counts(stroke.points, DRAWN_TOLERANCE)])
    boxes = np.minimum(steps / counts[:, None] + stroke.width, page).prod(axis=1)
    return float((counts * np.maximum(boxes, LEAST_PIECE_AREA)).sum())


def stroke_of(entry: dict[str, Any]) -> Stroke:
    """Return a stroke of a file. Raises KeyError, TypeError, ValueError, OverflowError."""
    points = np.array(entry["points"], np.float64)
    count = len(points)
    pressures = np.array(
        [np.nan if p is None else float(p) for p in entry.get("pressures", [None] * count)],
        np.float64,
    )
    times = np.array(entry.get("times", [-1] * count), np.int32)
    width, curved = float(entry["width"]), entry.get("curved", False)
    colour = colour_of(entry, "colour", BLACK)
    known = pressures[~np.isnan(pressures)]
    if (
        count == 0
        or points.shape != (count, 2)
        or pressures.shape != (count,)
        or times.shape != (count,)
        or not np.isfinite(points).all()
        or np.abs(points).max() > MAX_COORDINATE
        or not 0 < width <= MAX_COORDINATE
        or type(curved) is not bool
        or not ((known >= 0) & (known <= 1)).all()
    ):
        raise ValueError("stroke")
    floats = points.astype(np.float32), pressures.astype(np.float32)
    return Stroke(*floats, times, width, curved, colour)
