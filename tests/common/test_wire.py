"""Frames and messages: values survive the way, and garbage is refused with a sentence."""

import contextlib
import json
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.training_reports import (
    TrainingProgress,
    TrainingReport,
    TrainingStart,
    TrainingStep,
)
from lenet_gui.common.training_values import ImageAugmentation, TrainingChanges, TrainingConfig
from lenet_gui.common.values import Evaluation
from lenet_gui.common.wire import messages
from lenet_gui.common.wire.frames import Frame, FrameParser, pack

WEIGHTS = {"C1.weight": np.arange(6, dtype=np.float32).reshape(2, 3), "C1.bias": np.ones(2, "f4")}
CONFIG = TrainingConfig("lenet-5").with_fields(
    sources=("mnist", "/tmp/ü"), image_augmentation=None, seconds=10
)
STEP = TrainingStep(1, 20, 400, 0.05, float("inf"), 1e-3, 0.25, 1.5, False, 0.125, 0.75, WEIGHTS)
NUMBERS = np.arange(3)


def through(frame: Frame, piece: int = 7) -> Frame:
    """Return a frame as it arrives, in small pieces."""
    parser, data = FrameParser(), pack(frame)
    found = [f for at in range(0, len(data), piece) for f in parser.feed(data[at : at + piece])]
    assert len(found) == 1
    return found[0]


def evaluation(count: int = 4) -> Evaluation:
    labels = np.array([0, 1, 1, -1][:count])
    return Evaluation(
        "net", "few", count, 3, 1, 1 / 3, (0.1, 0.7), 2, None,
        np.eye(2, dtype=np.int64), ("a", "b"), np.array([2]), labels, np.zeros(count, np.int64),
        "test", 0.25, np.full((10, 3), 0.5),
    )  # fmt: skip


def same(one: object, other: object) -> None:
    """Assert that two values are equal in all fields, arrays by value and dtype."""
    assert type(one) is type(other)
    for name in type(one).__slots__:
        left, right = getattr(one, name), getattr(other, name)
        if isinstance(left, np.ndarray):
            assert left.dtype == right.dtype
            assert np.array_equal(left, right)
        elif isinstance(left, Evaluation | TrainingStep):
            same(left, right)
        elif name == "weights" and left is not None:
            assert left.keys() == right.keys()
            assert all(np.array_equal(left[key], right[key]) for key in left)
        else:
            assert left == right, name


def progress() -> TrainingProgress:
    floats = NUMBERS.astype(np.float32)
    return TrainingProgress(STEP, NUMBERS, floats, floats)


def report(test: Evaluation | None) -> TrainingReport:
    images = np.zeros((0 if test is None else 4, 28, 28), np.uint8)
    return TrainingReport(CONFIG, "/tmp/a b", 2.0, 1.5, evaluation(), test, images)


START = TrainingStart(CONFIG, ("a", "b"), 10, 2, 3, "cpu", "/tmp/ö.safetensors", WEIGHTS)
CASES = [
    (messages.start_frame(START), messages.start_of, START),
    (messages.progress_frame(progress()), messages.progress_of, progress()),
    (messages.report_frame(report(evaluation())), messages.report_of, report(evaluation())),
    (messages.report_frame(report(None)), messages.report_of, report(None)),
]
READ = (
    messages.start_of, messages.progress_of, messages.report_of, messages.error_of,
    messages.config_of, messages.changes_of, messages.preview_of,
)  # fmt: skip


@pytest.mark.parametrize(("frame", "read", "value"), CASES)
def test_values_come_back_as_they_were(frame, read, value) -> None:
    same(read(through(frame)), value)


@pytest.mark.parametrize("ranges", [None, ImageAugmentation(rotation=3)])
def test_choices_and_changes_come_back(ranges) -> None:
    config = TrainingConfig("lenet-5").with_fields(image_augmentation=ranges)
    assert messages.config_of(through(messages.config_frame("train", config))) == config
    changes = TrainingChanges(0.5, ranges)
    assert messages.changes_of(through(messages.changes_frame(changes))) == changes


def test_an_error_comes_back_with_its_sentence_and_trace() -> None:
    error = BadInput("There are {count} of {{it}} in {file}.", count=3, file="ß")
    found = messages.error_of(through(messages.error_frame(error, "line 3", output="x")))
    assert str(found) == str(error) == "There are 3 of {it} in ß."
    assert found.template == error.template
    assert found.__notes__ == ["line 3"]


@pytest.mark.parametrize(
    "template", ["{missing}", "{", "{0}", "{a.b}", "{a[0]}", "{a[z]}", "{a!x}", "{a:9}"]
)
def test_a_sentence_with_wrong_gaps_is_refused_or_said(template: str) -> None:
    values = {"template": template, "details": {"a": "x"}, "trace": ""}
    with contextlib.suppress(BadInput):
        messages.error_of(Frame("failed", values))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_changed_message_is_refused_or_a_value(data) -> None:
    """One of its values is another one or is missing."""
    frame, read, _ = data.draw(st.sampled_from(CASES))
    values, arrays = json.loads(json.dumps(frame.values)), dict(frame.arrays)
    inner = [values] + [part for part in values.values() if isinstance(part, dict)]
    part = data.draw(st.sampled_from(inner))
    if data.draw(st.booleans()) and arrays:
        arrays[data.draw(st.sampled_from(sorted(arrays)))] = np.zeros(
            data.draw(st.lists(st.integers(0, 3), max_size=4)),
            data.draw(st.sampled_from(["f4", "i8"])),
        )
    elif part:
        part[data.draw(st.sampled_from(sorted(part)))] = data.draw(JSON)
    with contextlib.suppress(BadInput):
        read(Frame(frame.kind, values, arrays))


@given(st.dictionaries(st.text(max_size=8), JSON, max_size=4), st.sampled_from(READ))
@settings(max_examples=100, deadline=None)
def test_any_values_are_refused(values, read) -> None:
    with pytest.raises(BadInput):
        read(Frame("started", values))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused_or_waited_for(data: bytes) -> None:
    with contextlib.suppress(BadInput):
        list(FrameParser().feed(data))


@given(JSON, st.binary(max_size=40))
@settings(deadline=None)
def test_a_frame_with_any_header_is_refused(header, body: bytes) -> None:
    text = json.dumps(header).encode()
    with pytest.raises(BadInput):
        list(FrameParser().feed(struct.pack("<4sII", b"LNT1", len(text), len(body)) + text + body))


@pytest.mark.parametrize("kind", ["start", "", 3, None, ["train"]])
def test_a_frame_of_an_unknown_kind_is_refused(kind: object) -> None:
    text = json.dumps({"kind": kind, "values": {}, "arrays": []}).encode()
    with pytest.raises(BadInput, match="cannot be understood"):
        list(FrameParser().feed(struct.pack("<4sII", b"LNT1", len(text), 0) + text))


@given(st.lists(st.integers() | st.floats() | st.none(), max_size=3), st.sampled_from(["uint8", 3]))
def test_arrays_of_any_size_are_refused(shape, dtype) -> None:
    """They are refused before memory is allocated for them."""
    header = {"kind": "started", "values": {}, "arrays": [["a", dtype, shape]]}
    text = json.dumps(header).encode()
    with contextlib.suppress(BadInput):
        list(FrameParser().feed(struct.pack("<4sII", b"LNT1", len(text), 0) + text))


def test_lengths_beyond_all_measure_are_refused_at_once() -> None:
    with pytest.raises(BadInput, match="cannot be understood"):
        list(FrameParser().feed(struct.pack("<4sII", b"LNT1", 2**31, 0)))
    with pytest.raises(BadInput):
        list(FrameParser().feed(b"Traceback (most recent call last)"))
