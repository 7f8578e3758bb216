"""Drawing files: everything comes back, and damaged ones get a sentence."""

import base64
import io
import json
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, Picture
from lenet_gui.engine.ink import drawing_files
from lenet_gui.engine.ink.colour_pictures import MAX_COLOUR_SIDE
from lenet_gui.engine.ink.drawing_files import read_drawing, write_drawing
from lenet_gui.engine.ink.rasterizer import drawing_picture, make_stroke
from tests.engine.decoding.hostile_images import crumbs, packed_texts, profiles
from tests.helpers import written

DRAWING = Drawing(
    (
        make_stroke([(10, 20), (30.5, 40.25), (50, 20)], 36, [0.5, math.nan, 1.0], [0, 8, 16]),
        make_stroke([(300, 301)], 12),
    ),
    (400.0, 300.0),
)
GOOD: dict[str, Any] = {
    "kind": "lenet_gui drawing",
    "format": 1,
    "size": [560, 560],
    "strokes": [{"width": 36, "points": [[1, 2], [3, 4]]}],
}
# Thin loops through few points, each of which is drawn in dozens of pieces.
LOOPS = [[99999, 0], [0, 99999], [-99999, 0], [0, -99999]] * 2000


def stroke_with(**changes: Any) -> dict[str, Any]:
    return GOOD | {"strokes": [GOOD["strokes"][0] | changes]}


def test_a_drawing_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "drawing.json"
    write_drawing(path, DRAWING)
    found = read_drawing(path)
    assert found.size == DRAWING.size
    assert len(found.strokes) == 2
    for stroke, wanted in zip(found.strokes, DRAWING.strokes, strict=True):
        assert np.array_equal(stroke.points, wanted.points)
        assert np.array_equal(stroke.pressures, wanted.pressures, equal_nan=True)
        assert np.array_equal(stroke.times, wanted.times)
        assert stroke.width == wanted.width
        assert stroke.points.dtype == stroke.pressures.dtype == np.float32
        assert stroke.times.dtype == np.int32
    assert np.array_equal(drawing_picture(found).ink, drawing_picture(DRAWING).ink)


def test_curved_strokes_stay_curved_and_others_are_written_as_before(tmp_path: Path) -> None:
    points = [(100, 300), (200, 180), (330, 180), (430, 300)]
    both = Drawing((make_stroke(points, 20), make_stroke(points, 20, curved=True)))
    path = tmp_path / "drawing.json"
    write_drawing(path, both)
    straight, curved = json.loads(path.read_text())["strokes"]
    assert set(straight) == {"width", "points", "pressures", "times"}
    assert curved == straight | {"curved": True}
    found = read_drawing(path)
    assert [stroke.curved for stroke in found.strokes] == [False, True]
    assert np.array_equal(drawing_picture(found).ink, drawing_picture(both).ink)
    one, other = (drawing_picture(Drawing((stroke,))).ink for stroke in found.strokes)
    assert not np.array_equal(one, other)


def test_unknown_keys_are_ignored(tmp_path: Path) -> None:
    """So a version before can open what a later one writes."""
    later = stroke_with(later=[1, 2]) | {"later": {}}
    (stroke,) = read_drawing(written(tmp_path / "d.json", json.dumps(later).encode())).strokes
    assert stroke.points.tolist() == GOOD["strokes"][0]["points"]


def test_an_empty_drawing_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "empty.json"
    write_drawing(path, Drawing())
    assert read_drawing(path).strokes == ()


def test_the_file_is_plain_json(tmp_path: Path) -> None:
    path = tmp_path / "drawing.json"
    write_drawing(path, DRAWING)
    content = json.loads(path.read_text(), parse_constant=pytest.fail)  # NaN is no JSON
    assert content["strokes"][0]["points"][1] == [30.5, 40.25]
    assert content["strokes"][0]["pressures"] == [0.5, None, 1.0]


def test_pressures_and_times_may_be_missing(tmp_path: Path) -> None:
    path = written(tmp_path / "hand-made.json", json.dumps(GOOD).encode())
    (stroke,) = read_drawing(path).strokes
    assert np.isnan(stroke.pressures).all()
    assert stroke.times.tolist() == [-1, -1]


@pytest.mark.parametrize(
    "content",
    [
        stroke_with(points=[]),
        stroke_with(points=[[1, 2, 3]]),
        stroke_with(points=[[1, 2], [3]]),
        stroke_with(points=[["1", "x"]]),
        stroke_with(points=[[1, math.nan]]),
        stroke_with(points=[[1, 1e300]]),
        stroke_with(points=[[1, 200_000]]),
        stroke_with(points=7),
        stroke_with(points=None),
        stroke_with(width=0),
        stroke_with(width=-3),
        stroke_with(width=math.nan),
        stroke_with(width="wide"),
        stroke_with(width=10**400),
        stroke_with(pressures=[0.5]),
        stroke_with(pressures=[0.5, 1.5]),
        stroke_with(pressures=[-0.1, 0.5]),
        stroke_with(curved="yes"),
        stroke_with(curved=1),
        stroke_with(curved=None),
        stroke_with(times=[1]),
        stroke_with(times=[1, 10**12]),
        GOOD | {"size": [560]},
        GOOD | {"size": [0, 560]},
        GOOD | {"size": [math.inf, 560]},
        GOOD | {"size": None},
        GOOD | {"strokes": None},
        GOOD | {"strokes": {}} | {"size": "big"},
        GOOD | {"strokes": [[]]},
        {key: value for key, value in GOOD.items() if key != "strokes"},
    ],
)
def test_damaged_strokes_get_a_sentence(tmp_path: Path, content: object) -> None:
    path = written(tmp_path / "damaged.json", json.dumps(content).encode())
    with pytest.raises(BadInput, match=r"damaged\.json contains damaged strokes"):
        read_drawing(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is not valid JSON"),
        (b"{", "is not valid JSON"),
        (b"\xff\xfe\x00", "is not valid JSON"),
        (b"[" * 100_000, "is not valid JSON"),
        (b"[]", "not a drawing of this program"),
        (b"null", "not a drawing of this program"),
        (b'{"kind": "recipe"}', "not a drawing of this program"),
        (json.dumps(GOOD | {"format": 2}).encode(), "written in format 2"),
        (json.dumps(GOOD | {"format": None}).encode(), "written in format None"),
    ],
)
def test_other_files_get_a_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_drawing(written(tmp_path / "other.json", data))


def test_a_missing_file_a_folder_and_a_huge_file_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path / "missing.json", tmp_path):
        with pytest.raises(BadInput, match=r"There is no file|is a folder, not a file"):
            read_drawing(path)
    monkeypatch.setattr(drawing_files, "MAX_DRAWING_FILE", 1_000_000)
    with pytest.raises(BadInput, match="larger than 1 MB"):
        read_drawing(written(tmp_path / "huge.json", b" " * 1_000_001))


def test_too_many_points_get_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "long.json", json.dumps(GOOD).encode())
    monkeypatch.setattr(drawing_files, "MAX_DRAWING_POINTS", 1)
    with pytest.raises(BadInput, match="damaged"):
        read_drawing(path)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["points", "width", "pressures", "times"]), inner)
    ),
    max_leaves=8,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(strokes=JSON, size=JSON)
def test_any_json_gives_a_drawing_or_a_sentence(tmp_path: Path, strokes: Any, size: Any) -> None:
    content = GOOD | {"strokes": strokes} | ({} if size is None else {"size": size})
    path = written(tmp_path / "any.json", json.dumps(content).encode())
    try:
        drawing = read_drawing(path)
    except BadInput:
        return
    drawing_picture(drawing, 0.01)


# ---- a picture under the strokes


def test_the_picture_under_the_strokes_comes_back(tmp_path: Path) -> None:
    ink = np.random.default_rng(0).integers(0, 256, (30, 20)).astype(np.uint8)
    path = tmp_path / "drawing.json"
    write_drawing(path, replace(DRAWING, picture=Picture(ink)))
    found = read_drawing(path)
    assert found.picture is not None
    assert np.array_equal(found.picture.ink, ink)
    assert len(found.strokes) == 2


def png(image: Image.Image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, "png")
    return base64.b64encode(buffer.getvalue()).decode()


@pytest.mark.parametrize(
    "picture",
    [
        "", "?", "AAAA", 7, [], {}, "é", "A" * 10_000,
        png(Image.new("RGB", (5, 5))),
        png(Image.new("L", (drawing_files.MAX_PICTURE_SIDE + 1, 1))),
        png(Image.new("L", (5, 5)))[:60],
        base64.b64encode(b"GIF89a" + bytes(50)).decode(),
    ],
)  # fmt: skip
def test_damaged_pictures_get_a_sentence(tmp_path: Path, picture: object) -> None:
    content = json.dumps(GOOD | {"picture": picture}).encode()
    with pytest.raises(BadInput, match="damaged"):
        read_drawing(written(tmp_path / "damaged.json", content))


@pytest.mark.parametrize("picture", [packed_texts, profiles, crumbs])
def test_a_picture_that_takes_minutes_to_decode_is_refused(
    tmp_path: Path, picture: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before Pillow begins; this program writes no such pictures."""
    monkeypatch.setattr(drawing_files, "MAX_DRAWING_FILE", 100_000_000)
    monkeypatch.setattr(Image, "open", None)
    content = json.dumps(GOOD | {"picture": base64.b64encode(picture()).decode()}).encode()
    with pytest.raises(BadInput, match="damaged"):
        read_drawing(written(tmp_path / "bomb.json", content))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (GOOD | {"size": [100_000, 100_000]}, "damaged"),
        (
            GOOD | {"strokes": [{"points": [[1, 1], [559, 559]] * 2000, "width": 1000}]},
            "too much ink",
        ),
        (
            GOOD | {"strokes": [{"points": LOOPS, "width": 0.1, "curved": True}]},
            "too much ink",
        ),
        ([0] * 1_000_001, "more than a drawing"),
    ],
)
def test_what_would_take_all_time_or_memory_is_refused(
    tmp_path: Path, content: object, sentence: str
) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_drawing(written(tmp_path / "heavy.json", json.dumps(content).encode()))


# ---- colours, for networks that see pictures


def coloured() -> Drawing:
    rgb = np.arange(40 * 30 * 3, dtype=np.uint32).reshape(40, 30, 3).astype(np.uint8)
    stroke = make_stroke([(10, 20), (200, 300)])
    return Drawing(
        (replace(stroke, colour=(250, 0, 17)), stroke),
        picture=Picture(np.full((80, 60), 40, np.uint8), rgb=rgb),
        paper=(255, 240, 3),
    )


def test_colours_come_back(tmp_path: Path) -> None:
    drawing, path = coloured(), tmp_path / "drawing.json"
    write_drawing(path, drawing)
    found = read_drawing(path)
    assert [stroke.colour for stroke in found.strokes] == [(250, 0, 17), (0, 0, 0)]
    assert found.paper == (255, 240, 3)
    assert found.picture is not None
    assert drawing.picture is not None
    assert np.array_equal(found.picture.ink, drawing.picture.ink)
    assert found.picture.rgb is not None
    assert drawing.picture.rgb is not None
    assert np.array_equal(found.picture.rgb, drawing.picture.rgb)


def test_the_file_is_as_before_without_colours_and_older_programs_read_it(tmp_path: Path) -> None:
    content = json.loads(drawing_files.to_json(Drawing((make_stroke([(10, 20)]),))))
    assert set(content) == {"kind", "format", "size", "strokes"}
    assert "colour" not in content["strokes"][0]
    content = json.loads(drawing_files.to_json(coloured()))
    assert content["format"] == 1
    assert content["strokes"][0]["colour"] == "#fa0011"
    assert content["paper"] == "#fff003"
    assert base64.b64decode(content["picture"]).startswith(b"\x89PNG")  # the ink alone, as ever


def colours_of(size: tuple[int, int], mode: str = "RGB") -> str:
    buffer = io.BytesIO()
    Image.new(mode, size).save(buffer, "png")
    return base64.b64encode(buffer.getvalue()).decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"paper": "yellow"},
        {"paper": "#ffff0"},
        {"paper": "#ffff00\n"},
        {"paper": ["#ffff00"]},
        {"paper": 7},
        {"colours": "no picture"},
        {"colours": colours_of((20, 20), "L")},
        {"colours": colours_of((MAX_COLOUR_SIDE + 1, 2))},
        {"colours": 5},
    ],
)
def test_damaged_colours_get_a_sentence(changes: dict[str, Any]) -> None:
    content = json.loads(drawing_files.to_json(coloured())) | changes
    with pytest.raises(BadInput, match="contains damaged strokes"):
        drawing_files.from_json(json.dumps(content).encode(), "drawing.json")


def test_a_damaged_colour_of_a_stroke_gets_a_sentence() -> None:
    content = json.loads(drawing_files.to_json(coloured()))
    content["strokes"][0]["colour"] = "#12345g"
    with pytest.raises(BadInput, match="contains damaged strokes"):
        drawing_files.from_json(json.dumps(content).encode(), "drawing.json")
