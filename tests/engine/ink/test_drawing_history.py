"""A page with its undo history as a file: nothing lost, small, and safe against strangers."""

import json
from dataclasses import replace
from itertools import accumulate
from typing import Any

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing, Picture, Stroke
from lenet_gui.engine.ink.drawing_files import MAX_DRAWING_POINTS, to_json
from lenet_gui.engine.ink.drawing_history import (
    MAX_HISTORY_PIXELS,
    HistoryWriter,
    history_from_json,
)
from lenet_gui.engine.ink.history import MAX_STATES, History
from lenet_gui.engine.ink.rasterizer import make_stroke


def line(number: int, points: int = 3) -> Stroke:
    return make_stroke([(10 + number % 500, 10 + place % 500) for place in range(points)], 20)


def strokes_of(drawing: Drawing) -> list[list[list[float]]]:
    return [stroke.points.tolist() for stroke in drawing.strokes]


def growing(count: int, points: int = 3) -> History:
    """A page on which one stroke after the other was drawn."""
    pages = accumulate(
        (line(number, points) for number in range(count)),
        lambda page, stroke: replace(page, strokes=(*page.strokes, stroke)),
        initial=Drawing(),
    )
    names = (("Session", "Draw a stroke"),) * count
    return History(tuple(pages), names, count, "drawing")


def again(history: History) -> History:
    return history_from_json(HistoryWriter().to_json(history), "x.json")


def assert_same(one: History, other: History) -> None:
    assert [strokes_of(state) for state in one.states] == [strokes_of(s) for s in other.states]
    assert (one.names, one.index, one.source) == (other.names, other.index, other.source)
    assert [s.size for s in one.states] == [s.size for s in other.states]
    for mine, its in zip(one.states, other.states, strict=True):
        assert (mine.picture is None) == (its.picture is None)
        if mine.picture is not None and its.picture is not None:
            assert np.array_equal(mine.picture.ink, its.picture.ink)


def test_all_comes_back() -> None:
    picture = Picture(np.arange(600, dtype=np.uint8).reshape(20, 30))
    a, b, c = (line(number) for number in range(3))
    states = (
        Drawing(),
        Drawing((a,)),
        Drawing((a, b)),
        Drawing((a, b, c)),
        Drawing((a, c)),  # b is erased
        Drawing((), (560.0, 560.0), picture),
        Drawing((c,), (560.0, 300.0), picture, "/home/me/drawing.json"),
    )
    names = (("Session", "Draw a stroke"), ("Paste",), ("Documents", "Open {0}", "x.json")) * 2
    history = History(states, names, 4, "camera")
    assert_same(again(history), history)
    assert again(history).states[6].file == "/home/me/drawing.json"


def test_strokes_that_states_share_are_shared_again() -> None:
    history = again(growing(10))
    first = history.states[1].strokes[0]
    assert all(state.strokes[0] is first for state in history.states[1:])


def test_200_steps_take_little_more_than_the_last_of_them() -> None:
    """A file of each state would take a hundred times as much."""
    history = growing(200, 50)
    alone = len(to_json(history.states[-1]))
    assert len(HistoryWriter().to_json(history)) < 1.3 * alone
    assert len(history.states) == MAX_STATES


def test_a_stroke_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often the page is written while it grows."""
    from lenet_gui.engine.ink import drawing_history

    encoded: list[Stroke] = []
    real = drawing_history.stroke_entry

    def counted(stroke: Stroke) -> dict[str, Any]:
        encoded.append(stroke)
        return real(stroke)

    monkeypatch.setattr(drawing_history, "stroke_entry", counted)
    writer, whole = HistoryWriter(), growing(20)
    for count in range(1, 21):
        writer.to_json(History(whole.states[: count + 1], whole.names[:count], count))
    assert len(encoded) == 20


def test_a_stroke_in_another_order_stays_in_it() -> None:
    a, b = line(0), line(1)
    history = History((Drawing((a, b)), Drawing((b, a))), (("x",),), 1)
    assert_same(again(history), history)


def test_what_no_drawing_may_have_is_left_out() -> None:
    """The newest state that can be read again is the page."""
    half = MAX_DRAWING_POINTS // 2
    much = line(7, half), line(8, half)
    history = growing(3)
    last = history.states[-1]
    too_much = replace(last, strokes=(*last.strokes, *much))
    larger = History((*history.states, too_much), (*history.names, ("x",)), 4)
    found = again(larger)
    assert [strokes_of(state) for state in found.states] == [strokes_of(s) for s in history.states]
    assert found.index == 3
    nothing = again(History((Drawing((line(0, MAX_DRAWING_POINTS + 1),)),)))
    assert nothing.blank


def test_the_oldest_states_go_first() -> None:
    """Each of them is a whole drawing of its own."""
    states = tuple(Drawing((line(number, 50_000),)) for number in range(6))
    history = History(states, tuple((str(number),) for number in range(5)), 4)
    found = again(history)
    assert [strokes_of(state)[0][0] for state in found.states] == [
        strokes_of(state)[0][0] for state in states[2:5]
    ]
    assert (found.index, found.names) == (2, (("2",), ("3",)))


def test_pictures_have_a_limit_together() -> None:
    side = 3000
    pictures = [Picture(np.full((side, side), shade, np.uint8)) for shade in range(6)]
    states = tuple(Drawing(picture=picture) for picture in pictures)
    found = again(History(states, (("x",),) * 5, 5))
    assert len(found.states) == MAX_HISTORY_PIXELS // side**2
    assert found.states[-1].picture is not None
    assert found.states[-1].picture.ink[0, 0] == 5


# ---- strangers


def content(**changed: Any) -> bytes:
    whole = json.loads(HistoryWriter().to_json(growing(3)))
    return json.dumps(whole | changed).encode()


def state(**changed: Any) -> dict[str, Any]:
    return {"size": [560, 560], "runs": [], "picture": None, "file": ""} | changed


BAD: dict[str, bytes] = {
    "nothing": b"",
    "rubbish": b"\xff\x00\x01",
    "list": b"[]",
    "number": b"7",
    "deep": b"[" * 100_000,
    "drawing": to_json(Drawing()),
    "later": content(format=2),
    "no states": content(states=[], names=[]),
    "many states": content(states=[state()] * (MAX_STATES + 1), names=[["x"]] * MAX_STATES),
    "names": content(names=[]),
    "name": content(names=[[]] * 3),
    "long name": content(names=[["x" * 1000]] * 3),
    "name of numbers": content(names=[[1]] * 3),
    "index": content(index=4),
    "negative index": content(index=-1),
    "index is a text": content(index="1"),
    "source": content(source=["drawing"]),
    "no such stroke": content(states=[state(runs=[[0, 9]])] * 4),
    "stroke twice": content(states=[state(runs=[[0, 1], [0, 1]])] * 4),
    "backwards": content(states=[state(runs=[[2, 1]])] * 4),
    "negative": content(states=[state(runs=[[-2, -1]])] * 4),
    "fractions": content(states=[state(runs=[[0.5, 1.5]])] * 4),
    "no such picture": content(states=[state(picture=0)] * 4),
    "negative picture": content(states=[state(picture=-1)] * 4, pictures=[]),
    "picture": content(pictures=["AAAA"]),
    "file": content(states=[state(file=7)] * 4),
    "size": content(states=[state(size=[1e9, 560])] * 4),
    "nan": content(states=[state(size=[float("nan"), 560])] * 4),
    "stroke": content(strokes=[{"width": -1, "points": [[0, 0]]}]),
    "points": content(strokes=[{"width": 1, "points": [[0, 0]]}] * (3 * MAX_DRAWING_POINTS + 1)),
    "references": content(
        strokes=[{"width": 1, "points": [[0, 0]]}] * 20_000,
        states=[state(runs=[[0, 20_000]])] * 201,
        names=[["x"]] * 200,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(BAD))
def test_what_is_no_history_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match=r"x\.json"):
        history_from_json(BAD[name], "x.json")


@pytest.mark.parametrize("file", ["drawing.json", "/etc/passwd", "/home/me/.bashrc"])
def test_save_does_not_write_to_what_is_no_drawing(file: str) -> None:
    found = history_from_json(content(states=[state(file=file)] * 4), "x.json")
    assert {drawing.file for drawing in found.states} == {""}


def test_colours_come_back_and_are_written_once() -> None:
    rgb = np.arange(20 * 30 * 3, dtype=np.uint32).reshape(20, 30, 3).astype(np.uint8)
    ink = np.arange(600, dtype=np.uint8).reshape(20, 30)
    coloured, plain = Picture(ink, rgb=rgb), Picture(ink)
    red = replace(line(0), colour=(255, 0, 0))
    states = (
        Drawing(paper=(1, 2, 3)),
        Drawing((red,), paper=(1, 2, 3)),
        Drawing((red,), picture=coloured),
        Drawing((), picture=coloured),
        Drawing((), picture=plain),
    )
    history = History(states, (("Paste",),) * 4, 2)
    written = HistoryWriter().to_json(history)
    found = history_from_json(written, "x.json")
    assert_same(found, history)
    assert [state.paper for state in found.states] == [state.paper for state in states]
    assert found.states[1].strokes[0].colour == (255, 0, 0)
    assert found.states[2].picture is not None
    assert found.states[2].picture.rgb is not None
    assert np.array_equal(found.states[2].picture.rgb, rgb)
    assert found.states[2].picture is found.states[3].picture
    assert found.states[4].picture is not None
    assert found.states[4].picture.rgb is None
    assert len(json.loads(written)["colours"]) == 2
    older = {key: value for key, value in json.loads(written).items() if key != "colours"}
    assert history_from_json(json.dumps(older).encode(), "x.json").states[2].picture is not None


@pytest.mark.parametrize("colours", [["no picture"], [None, None], 5, {"0": None}])
def test_damaged_colours_of_pictures_get_a_sentence(colours: Any) -> None:
    history = History((Drawing(picture=Picture(np.zeros((20, 30), np.uint8))),))
    content = json.loads(HistoryWriter().to_json(history)) | {"colours": colours}
    with pytest.raises(BadInput, match="contains damaged strokes"):
        history_from_json(json.dumps(content).encode(), "x.json")
