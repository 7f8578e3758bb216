"""Drawing files: strokes that are not, pages without end, pictures under them."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

from lenet_gui.common.assets import resource
from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.ink.drawing_files import from_json, read_drawing, to_json
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke
from tests.fuzz import images
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated, mutated_json
from tests.helpers import default_recognizer

_PAGE = {"kind": "lenet_gui drawing", "format": 1, "size": [560, 560]}


def corpus() -> Files:
    ink = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)
    stroke = make_stroke([(10, 10), (200, 300), (220, 310)], pressures=[0.1, 1.0, 0.5])
    files = {
        f"{name}.json": resource("samples", f"{name}.json").read_bytes()
        for name in ("two", "four", "seven")
    }
    return files | {
        "picture.json": to_json(Drawing((stroke,), picture=Picture(ink))),
        "dot.json": to_json(Drawing((make_stroke([(5, 5)]),))),
        "empty.json": to_json(Drawing()),
    }


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    if chance.random() < 0.3:
        return mutated(data, others, chance)
    content = json.loads(data)
    if "picture" in content and chance.random() < 0.5:
        png = images.mutate("", base64.b64decode(content["picture"]), [], chance)
        content["picture"] = base64.b64encode(png).decode()
        return json.dumps(content).encode()
    for _ in range(chance.choice((1, 1, 2, 4))):
        content = mutated_json(content, chance)
    return json.dumps(content).encode(errors="surrogatepass")


def by_hand(heavy: bool) -> Files:
    wide = {"points": [[1, 1], [559, 559]] * 200, "width": 100_000}
    many = {"points": [[x % 560, x * 7 % 560] for x in range(4000)], "width": 36}
    far = {"points": [[1e5, -1e5], [-1e5, 1e5]], "width": 36}
    files: dict[str, object] = {
        "endless page.json": _PAGE | {"size": [100_000, 100_000], "strokes": [far]},
        "long page.json": _PAGE | {"size": [100_000, 1], "strokes": [far]},
        "far.json": _PAGE | {"strokes": [far] * 100},
        "wide.json": _PAGE | {"strokes": [wide] * 200},
        "long.json": _PAGE | {"strokes": [many] * 100},
    }
    packed = {name: json.dumps(content).encode() for name, content in files.items()}
    packed["nested.json"] = b'{"a":' * 3000
    packed["number.json"] = json.dumps(_PAGE).encode()[:-1] + b', "strokes": ' + b"9" * 9000 + b"}"
    if heavy:
        packed["lists.json"] = b"[" + b"[]," * 10_000_000 + b"[]]"
        packed["keys.json"] = b"{" + b",".join(b'"%d":1' % key for key in range(3_000_000)) + b"}"
    return packed


def use(path: Path) -> None:
    """Read it, show it, read what it says, and write it again."""
    drawing = read_drawing(path)
    default_recognizer().recognize(drawing_picture(drawing))
    from_json(to_json(drawing), "again")


KIND = Kind("drawings", corpus, mutate, use, by_hand)
