"""Stroke sets: the layout of numbers, what is drawn of it, and damaged files."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.data import stroke_sets
from lenet_gui.engine.data.stroke_sets import StrokeSet, read_stroke_set, write_stroke_set
from lenet_gui.engine.ink.rasterizer import (
    PAGE_SIDE,
    PEN_WIDTH,
    Raster,
    drawing_picture,
    ink_picture,
)
from tests.helpers import written


def small_set() -> StrokeSet:
    """A 5 of two strokes, an A of one, and a 1 that is a tap."""
    xy = [[0, 0], [0, 50], [40, 60], [0, 0], [45, 0], [7, 7], [9, 90], [12, 8], [3, 3]]
    return StrokeSet(
        xy=np.array(xy, np.float32),
        t=np.array([0, 10, 20, 60, 70, -1, -1, -1, 0], np.int32),
        pressure=np.array([-1] * 9, np.int16),
        stroke_start=np.array([0, 3, 5, 8, 9], np.int32),
        sample_start=np.array([0, 2, 3, 4], np.int32),
        label=np.array([5, ord("A"), 1], np.uint8),
        writer=np.array(["w1", "w2", "w1"]),
        split=np.array(["a/OK", "a/?", "a/OK"]),
        meta='{"name": "small"}',
    )


def save(path: Path, **changes: Any) -> Path:
    strokes = small_set()
    arrays = {key: getattr(strokes, key) for key in stroke_sets._ARRAYS} | changes
    np.savez(path, **{key: value for key, value in arrays.items() if value is not None})
    return path


def test_a_set_comes_back_as_it_was(tmp_path: Path) -> None:
    wanted = small_set()
    write_stroke_set(tmp_path / "s.npz", wanted)
    found = read_stroke_set(tmp_path / "s.npz")
    assert len(found) == 3
    for key in stroke_sets._ARRAYS:
        assert np.array_equal(getattr(found, key), getattr(wanted, key)), key
    assert found.meta == wanted.meta
    assert found.class_names() == ["5", "A", "1"]


def test_a_set_without_meta_is_read(tmp_path: Path) -> None:
    assert read_stroke_set(save(tmp_path / "s.npz")).meta == "{}"


def test_samples_are_drawn_on_the_page_with_the_pen_of_the_canvas() -> None:
    strokes = small_set()
    five, letter, tap = (strokes.drawing(index) for index in range(3))
    assert [len(drawing.strokes) for drawing in (five, letter, tap)] == [2, 1, 1]
    points = np.concatenate([stroke.points for stroke in five.strokes])
    extent = points.max(axis=0) - points.min(axis=0)
    assert extent.max() == pytest.approx(0.65 * PAGE_SIDE)
    assert extent.tolist() == pytest.approx(
        [0.65 * PAGE_SIDE * 45 / 60, 0.65 * PAGE_SIDE]
    )  # aspect kept
    assert (points.max(axis=0) + points.min(axis=0)) / 2 == pytest.approx([PAGE_SIDE / 2] * 2)
    assert five.strokes[0].times.tolist() == [0, 10, 20]
    assert five.strokes[1].times.tolist() == [60, 70]
    assert {stroke.width for stroke in five.strokes} == {PEN_WIDTH}
    assert tap.strokes[0].points.tolist() == [[PAGE_SIDE / 2, PAGE_SIDE / 2]]
    assert np.array_equal(drawing_picture(five).ink, drawing_picture(strokes.drawing(0)).ink)


def curved_set() -> StrokeSet:
    """The small set; the strokes of the 5 are curves."""
    return replace(small_set(), curved=np.array([True, True, False, False]))


def test_curved_strokes_come_back_and_are_drawn_as_curves(tmp_path: Path) -> None:
    write_stroke_set(tmp_path / "s.npz", curved_set())
    found = read_stroke_set(tmp_path / "s.npz")
    assert found.curved is not None
    assert found.curved.tolist() == [True, True, False, False]
    five, letter = found.drawing(0), found.drawing(1)
    assert [stroke.curved for stroke in five.strokes + letter.strokes] == [True, True, False]
    straight = small_set().drawing(0)
    assert all(
        np.array_equal(one.points, other.points)
        for one, other in zip(five.strokes, straight.strokes, strict=True)
    )
    assert not np.array_equal(drawing_picture(five).ink, drawing_picture(straight).ink)


def test_lines_of_curves_are_close_enough_to_be_changed_and_inked_straight() -> None:
    """What is learned from lies on the same curve as what is read."""
    angles = np.linspace(0, 5, 9)
    arc = 1000 * np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    plain = replace(small_set(), xy=arc)
    curved = replace(plain, curved=np.array([True] * 4), stroke_start=np.array([0, 9]))
    curved = replace(curved, sample_start=np.array([0, 1]), label=np.array([0], np.uint8))
    (line,) = curved.lines(0)
    assert line.shape[0] > 40
    assert np.abs(np.hypot(*line.T) - 1000)[5:-5].max() < 25
    assert [part.tolist() for part in plain.lines(0)] == [arc[:3].tolist(), arc[3:5].tolist()]


def test_a_set_without_curves_is_written_as_before(tmp_path: Path) -> None:
    write_stroke_set(tmp_path / "s.npz", replace(small_set(), curved=np.zeros(4, bool)))
    with np.load(tmp_path / "s.npz") as arrays:
        assert set(arrays) == {*stroke_sets._ARRAYS, "meta"}


def test_an_empty_set_is_a_set(tmp_path: Path) -> None:
    empty = {
        "xy": np.empty((0, 2), np.float32),
        "t": np.empty(0, np.int32),
        "pressure": np.empty(0, np.int16),
        "stroke_start": np.zeros(1, np.int32),
        "sample_start": np.zeros(1, np.int32),
        "label": np.empty(0, np.uint8),
        "writer": np.empty(0, "U1"),
        "split": np.empty(0, "U1"),
    }
    assert len(read_stroke_set(save(tmp_path / "s.npz", **empty))) == 0


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"xy": None}, "is not a stroke set"),
        ({"split": None}, "is not a stroke set"),
        ({"xy": np.zeros((9, 2), np.int32)}, "xy has the wrong kind"),
        ({"xy": np.zeros((9, 3), np.float32)}, "do not match"),
        ({"xy": np.zeros(18, np.float32)}, "xy has the wrong number of axes"),
        ({"xy": np.full((9, 2), np.nan, np.float32)}, "points have invalid coordinates"),
        ({"xy": np.full((9, 2), np.inf, np.float32)}, "points have invalid coordinates"),
        ({"t": np.zeros(8, np.int32)}, "do not match"),
        ({"t": np.zeros(9, np.float32)}, "t has the wrong kind"),
        ({"pressure": np.zeros(10, np.int16)}, "do not match"),
        ({"label": np.zeros(2, np.uint8)}, "do not match"),
        ({"label": np.array(["5", "A", "1"])}, "label has the wrong kind"),
        ({"label": np.array([5, -1, 1])}, "neither digits nor characters"),
        ({"label": np.array([5, 0x110000, 1])}, "neither digits nor characters"),
        ({"writer": np.array(["w1"])}, "do not match"),
        ({"writer": np.array([1, 2, 3])}, "writer has the wrong kind"),
        ({"stroke_start": np.array([0, 3, 5, 8, 10])}, "stroke_start has invalid offsets"),
        ({"stroke_start": np.array([0, 5, 3, 8, 9])}, "stroke_start has invalid offsets"),
        ({"stroke_start": np.array([0, 3, 3, 8, 9])}, "stroke_start has invalid offsets"),
        ({"stroke_start": np.array([1, 3, 5, 8, 9])}, "stroke_start has invalid offsets"),
        ({"stroke_start": np.array([], np.int32)}, "has invalid offsets"),
        ({"curved": np.zeros(3, bool)}, "curved does not match"),
        ({"curved": np.zeros(4, np.uint8)}, "curved does not match"),
        ({"curved": np.zeros((4, 1), bool)}, "curved does not match"),
        ({"curved": np.array("yes")}, "curved does not match"),
        ({"sample_start": np.array([0, 2, 3, 5])}, "sample_start has invalid offsets"),
        ({"sample_start": np.array([0, 2, 2, 4])}, "sample_start has invalid offsets"),
        ({"sample_start": np.array([0, -5, 3, 4])}, "sample_start has invalid offsets"),
    ],
)
def test_sets_that_do_not_fit_together_get_a_sentence(
    tmp_path: Path, changes: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(
        BadInput,
        match=rf"s\.npz is not a stroke set.*{sentence.removeprefix('is not a stroke set')}",
    ):
        read_stroke_set(save(tmp_path / "s.npz", **changes))


def test_objects_are_never_unpickled(tmp_path: Path) -> None:
    path = save(tmp_path / "s.npz", writer=np.array([{"a": 1}, 2, 3], object))
    with pytest.raises(BadInput, match="is not a readable npz file"):
        read_stroke_set(path)


def test_other_and_cut_off_files_get_a_sentence(tmp_path: Path) -> None:
    data = save(tmp_path / "good.npz").read_bytes()
    for content in (b"", b"PK\x03\x04", b"\x93NUMPY", *(data[:n] for n in range(0, len(data), 97))):
        with pytest.raises(BadInput, match=r"s\.npz is not a readable npz file"):
            read_stroke_set(written(tmp_path / "s.npz", content))
    with pytest.raises(BadInput, match="There is no file"):
        read_stroke_set(tmp_path / "none.npz")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stroke_sets, "MAX_UNPACKED", 4_000_000)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xy.npy", bytes(5_000_000))
    with pytest.raises(BadInput, match="unpacks to more data than is supported"):
        read_stroke_set(written(tmp_path / "s.npz", buffer.getvalue()))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"meta": np.array("x" * 1_000_001)}, "meta has texts that are too long"),
        ({"writer": np.array(["w" * 201, "b", "c"])}, "writer has texts that are too long"),
        ({"split": np.array(["", "\0b", "c"])}, "some names are not text"),
        ({"split": np.array(["", "a\0b", "c"])}, "some names are not text"),
        ({"writer": np.array(["a", "\x1b[2J", "c"])}, "some names are not text"),
    ],
)
def test_texts_have_bounds(tmp_path: Path, changes: dict[str, Any], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        read_stroke_set(save(tmp_path / "s.npz", **changes))


def test_a_long_meta_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    """70 million letters in 0.3 MB, which would take a gigabyte."""
    path = tmp_path / "s.npz"
    header = b"{'descr': '<U70000000', 'fortran_order': False, 'shape': (), }"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("meta.npy", "w") as file,
    ):
        file.write(b"\x93NUMPY\1\0" + len(header).to_bytes(2, "little") + header)
        for _ in range(280):
            file.write(b"x\0\0\0" * 250_000)
    assert path.stat().st_size < 400_000
    with pytest.raises(BadInput, match="unpacks to more data than is supported"):
        read_stroke_set(path)


def of_one_sample(count: int) -> dict[str, Any]:
    return {
        "xy": np.random.default_rng(0).random((count, 2)).astype(np.float32),
        "t": np.full(count, -1, np.int32),
        "pressure": np.full(count, -1, np.int16),
        "stroke_start": np.array([0, count]),
        "sample_start": np.array([0, 1]),
        "label": np.array([5], np.uint8),
        "writer": np.array(["a"]),
        "split": np.array([""]),
    }


def test_a_sample_of_too_many_points_is_refused(tmp_path: Path) -> None:
    assert len(read_stroke_set(save(tmp_path / "s.npz", **of_one_sample(10_000)))) == 1
    with pytest.raises(BadInput, match="a sample has too many points"):
        read_stroke_set(save(tmp_path / "s.npz", **of_one_sample(10_001)))


def test_too_many_points_in_all_are_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(stroke_sets, "MAX_POINTS", 8)
    with pytest.raises(BadInput, match="it has too many points"):
        read_stroke_set(save(tmp_path / "s.npz"))


@pytest.mark.parametrize("count", [500, 1000, 2000])
def test_drawing_a_sample_takes_work_in_proportion_to_its_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """Points at random, none of which can be left out: each is one more segment to draw."""
    drawn: list[object] = []
    capsule = Raster._capsule

    def counted(*arguments: Any) -> None:
        drawn.append(arguments)
        return capsule(*arguments)

    monkeypatch.setattr(Raster, "_capsule", counted)
    strokes = read_stroke_set(save(tmp_path / "s.npz", **of_one_sample(count)))
    ink_picture(strokes.drawing(0).strokes)
    assert 0.9 * count < len(drawn) < count


def test_a_file_of_many_entries_is_not_looked_through(tmp_path: Path) -> None:
    """The zip parser would keep half a kilobyte of each."""
    path = tmp_path / "s.npz"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(200):
            archive.writestr(f"{number}.npy", b"")
    with pytest.raises(BadInput, match="is not a readable npz file"):
        read_stroke_set(path)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    samples=st.lists(
        st.tuples(
            st.integers(0, 0x10FFFF).filter(stroke_sets._is_label),
            st.lists(
                st.lists(
                    st.tuples(*[st.floats(-(2.0**100), 2.0**100, width=32)] * 2),
                    min_size=1,
                    max_size=4,
                ),
                min_size=1,
                max_size=3,
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_set_comes_back_and_can_be_drawn(tmp_path: Path, samples: Any) -> None:
    strokes = [stroke for _, parts in samples for stroke in parts]
    points = np.array([point for stroke in strokes for point in stroke], np.float32)
    wanted = replace(
        small_set(),
        xy=points,
        t=np.full(len(points), -1, np.int32),
        pressure=np.full(len(points), -1, np.int16),
        stroke_start=np.cumsum([0, *map(len, strokes)]),
        sample_start=np.cumsum([0, *(len(parts) for _, parts in samples)]),
        label=np.array([label for label, _ in samples], np.uint32),
        writer=np.array(["w"] * len(samples)),
        split=np.array([""] * len(samples)),
    )
    write_stroke_set(tmp_path / "s.npz", wanted)
    found = read_stroke_set(tmp_path / "s.npz")
    for index, (_, parts) in enumerate(samples):
        lines = found.lines(index)
        assert [line.tolist() for line in lines] == [
            np.array(stroke, np.float32).tolist() for stroke in parts
        ]
        drawing = found.drawing(index)
        assert all(
            ((stroke.points >= 0) & (stroke.points <= PAGE_SIDE)).all()
            for stroke in drawing.strokes
        )
        assert drawing_picture(drawing, 0.1).ink.any()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.floats(0, 1, exclude_max=True), values=st.binary(min_size=1, max_size=6))
def test_changed_bytes_give_a_sentence_or_a_set(
    tmp_path: Path, place: float, values: bytes
) -> None:
    data = bytearray(save(tmp_path / "good.npz").read_bytes())
    start = int(place * len(data))
    data[start : start + len(values)] = values
    try:
        strokes = read_stroke_set(written(tmp_path / "s.npz", bytes(data)))
    except BadInput:
        return
    assert len(strokes.class_names()) == len(strokes)
