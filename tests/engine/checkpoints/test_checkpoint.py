"""Checkpoints: what is written comes back, and no file does harm or gets through by mistake."""

import json
import math
import os
import pickle
import struct
import tracemalloc
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import RejectCurve, RejectRule
from lenet_gui.engine.checkpoints import checkpoint as module
from lenet_gui.engine.checkpoints.checkpoint import (
    architecture_of,
    read_checkpoint,
    write_checkpoint,
)
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.engine.networks.network import check_weights
from tests.helpers import untrained, written

HUGE = '{"score": "margin", "threshold": 1%s, "j": 0, "chosen": ""}' % ("0" * 400)
CURVES = (
    RejectCurve("margin", ((0.1,), (0.7,), (1.1,)), (90, 60, 0), (4, 1, 0), (7, 2, 0), 100, 8, 0.1),
    RejectCurve("1990", ((0.2, 0.9, 0.1), (0.8, 0.3, 0.6)), (95, 0), (9, 0), (0, 0), 100),
)
RULE = RejectRule("margin", 0.25, 3.0, "at most 0.1 % wrong", 0.5, 0.125, 0.01, CURVES)


def of_rule(**entries: object) -> str:
    return json.dumps(asdict(RULE) | entries)


def of_curve(**entries: object) -> str:
    return of_rule(curves=[asdict(CURVES[0]) | entries])


def good(tmp_path: Path, name: str = "lenet-5-modern") -> bytes:
    write_checkpoint(tmp_path / "good.safetensors", untrained(name, rejection=RULE))
    return (tmp_path / "good.safetensors").read_bytes()


def split(data: bytes) -> tuple[dict[str, Any], bytes]:
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def joined(header: object, body: bytes, length: int | None = None) -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text) if length is None else length) + text + body


def changed(data: bytes, **metadata: object) -> bytes:
    """With other entries in the metadata; None takes one away."""
    header, body = split(data)
    found = header["__metadata__"] | metadata
    header["__metadata__"] = {key: value for key, value in found.items() if value is not None}
    return joined(header, body)


def refuse(path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as raised:
        read_checkpoint(written(path / "stranger.safetensors", data))
    assert "stranger.safetensors" in str(raised.value)
    assert str(raised.value)[-1] in ".?"


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_a_checkpoint_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    wanted = replace(
        untrained(name, rejection=RULE),
        training={"command": "lenet-gui train", "data": {"ä": "00ff"}, "cpu_seconds": 1.5},
        evaluation={"error_rate": 0.01, "interval": [0.0, 0.1], "confusion": [[1, 0], [0, 1]]},
    )
    path = tmp_path / "a.safetensors"
    write_checkpoint(path, wanted)
    found = read_checkpoint(path)
    assert found.architecture == name
    assert found.class_names == wanted.class_names
    assert found.rejection == RULE
    assert found.training == wanted.training
    assert found.evaluation == wanted.evaluation
    assert found.weights.keys() == wanted.weights.keys()
    assert all(np.array_equal(found.weights[key], wanted.weights[key]) for key in wanted.weights)
    assert all(values.dtype == np.float32 for values in found.weights.values())


def test_names_of_files_in_no_unicode_can_be_written(tmp_path: Path) -> None:
    training = {"data": {"caf\udce9-images": "00ff"}}
    write_checkpoint(tmp_path / "a.safetensors", replace(untrained(), training=training))
    found = read_checkpoint(tmp_path / "a.safetensors").training
    assert found == {"data": {"caf?-images": "00ff"}}


def test_class_names_and_no_rule_come_back(tmp_path: Path) -> None:
    names = ("ja", "nein", "é", "数")
    write_checkpoint(tmp_path / "a.safetensors", untrained(class_names=names))
    found = read_checkpoint(tmp_path / "a.safetensors")
    assert found.class_names == names
    assert found.rejection is None
    assert architecture_of(found).classes == 4


def test_a_rule_without_curves_is_read_as_files_had_it_before_there_were_any(
    tmp_path: Path,
) -> None:
    text = '{"score": "posterior", "threshold": 0.86, "j": 20.0, "chosen": "so"}'
    path = written(tmp_path / "old.safetensors", changed(good(tmp_path), rejection=text))
    assert read_checkpoint(path).rejection == RejectRule("posterior", 0.86, 20.0, "so")


def test_a_checkpoint_is_a_safetensors_file_for_other_programs(tmp_path: Path) -> None:
    arrays = safetensors.numpy.load(good(tmp_path))
    assert arrays["C1.weight"].shape == (6, 1, 5, 5)


@pytest.mark.parametrize("kind", [np.float16, np.float64])
def test_other_floats_are_read(tmp_path: Path, kind: type) -> None:
    data = good(tmp_path)
    arrays: dict[str, np.ndarray] = {
        key: values.astype(kind) for key, values in safetensors.numpy.load(data).items()
    }
    metadata = split(data)[0]["__metadata__"]
    path = written(tmp_path / "a.safetensors", safetensors.numpy.save(arrays, metadata))
    assert read_checkpoint(path).weights["C1.weight"].dtype == np.float32


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_copies_in_half_the_bits_are_read(tmp_path: Path, name: str) -> None:
    """BF16, the upper half of a float32, which numpy does not have; and F16."""
    data = good(tmp_path, name)
    header, body = split(data)
    wanted = read_checkpoint(tmp_path / "good.safetensors").weights
    for kind in ("BF16", "F16"):
        values = np.frombuffer(body, "<f4")
        half = values.view("<u4") >> 16 if kind == "BF16" else values.astype("<f2").view("<u2")
        tensors = {
            key: {"dtype": kind, "shape": entry["shape"],
                  "data_offsets": [offset // 2 for offset in entry["data_offsets"]]}
            for key, entry in header.items() if key != "__metadata__"
        }  # fmt: skip
        metadata = {"__metadata__": header["__metadata__"]}
        copy = joined(metadata | tensors, half.astype("<u2").tobytes())
        found = read_checkpoint(written(tmp_path / "copy.safetensors", copy))
        assert found.weights.keys() == wanted.keys()
        for key, array in found.weights.items():
            assert array.dtype == np.float32
            assert np.allclose(array, wanted[key], rtol=2**-7, atol=1e-7)
        assert found.rejection == RULE


# ---- damage


@pytest.mark.parametrize("name", list(ARCHITECTURES))
def test_finite_weights_whose_sums_are_not_are_refused(tmp_path: Path, name: str) -> None:
    header, body = split(good(tmp_path, name))
    values = np.sign(np.frombuffer(body, "<f4")) * np.float32(1e38)
    refuse(tmp_path, joined(header, values.tobytes()), "too large: its answer is not a number")


def test_two_entries_of_a_name_are_refused(tmp_path: Path) -> None:
    """Programs differ in which of them counts."""
    header, body = split(good(tmp_path))
    text = json.dumps(header)
    twin = json.dumps({"C1.weight": header["C1.weight"]})[1:-1]
    refuse(tmp_path, joined(f"{text[:-1]}, {twin}}}".encode(), body), "two entries named C1.weight")
    more = text.replace('"format": "1"', '"format": "1", "format": "1"')
    refuse(tmp_path, joined(more.encode(), body), "two entries named format")


def test_every_truncation_gets_a_sentence(tmp_path: Path) -> None:
    data = good(tmp_path)
    header = 8 + int.from_bytes(data[:8], "little")
    lengths = [
        *range(12),
        header // 2,
        header - 1,
        header,
        header + 1,
        len(data) // 2,
        len(data) - 1,
    ]
    for length in lengths:
        refuse(tmp_path, data[:length], "is not a safetensors file|is incomplete")


def test_bytes_too_many_get_a_sentence(tmp_path: Path) -> None:
    refuse(tmp_path, good(tmp_path) + b"\0" * 8, "cannot be used")


@pytest.mark.parametrize("length", [0, 2**20, 2**40, 2**63, 2**64 - 1])
def test_headers_that_claim_too_much_cost_nothing(tmp_path: Path, length: int) -> None:
    header, body = split(good(tmp_path))
    path = written(tmp_path / "stranger.safetensors", joined(header, body, length))
    tracemalloc.start()
    try:
        with pytest.raises(BadInput):
            read_checkpoint(path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 4 * 10**12]},
        {"dtype": "F32", "shape": [10**6, 10**6], "data_offsets": [0, 600]},
        {"dtype": "F32", "shape": [6, 1, 5, 5], "data_offsets": [0, 10**15]},
        {"dtype": "F32", "shape": [6, 1, 5, 5], "data_offsets": [600, 0]},
        {"dtype": "F32", "shape": [2**63, 2**63], "data_offsets": [0, 600]},
        {"dtype": "F32", "shape": [-1], "data_offsets": [0, 600]},
        {"dtype": "F77", "shape": [6, 1, 5, 5], "data_offsets": [0, 600]},
        {"dtype": "F32", "shape": "large", "data_offsets": [0, 600]},
        {},
        [],
        None,
    ],
)
def test_hostile_entries_get_a_sentence(tmp_path: Path, entry: object) -> None:
    header, body = split(good(tmp_path))
    header["C1.weight"] = entry
    refuse(tmp_path, joined(header, body), "cannot be used|cannot be read")


@pytest.mark.parametrize(
    "header",
    [
        b"{",
        b"{}",
        b"{]",
        b'{"__metadata__": 3}',
        b'{"__metadata__": {"format": 1}}',
        b'{"__metadata__": null}',
        b'{"a":' * 30_000,
        b'{"__metadata__": {"x": "' + b"\xff" + b'"}}',
        b"{" + b" " * 900_000 + b"}",
    ],
)
def test_hostile_headers_get_a_sentence(tmp_path: Path, header: bytes) -> None:
    refuse(tmp_path, joined(header, b""), "an unreadable header|does not say of which")


def test_files_of_other_programs_get_a_sentence(tmp_path: Path) -> None:
    weights = {"conv1.weight": np.zeros((6, 1, 5, 5), np.float32)}
    refuse(tmp_path, safetensors.numpy.save(weights), "does not say of which network")
    refuse(tmp_path, safetensors.numpy.save(weights, {"format": "pt"}), "does not say of which")
    refuse(tmp_path, b"PK\x03\x04" + bytes(100), "is not a safetensors file")
    refuse(tmp_path, b"", "is not a safetensors file")


class Harm:
    """Unpickling this makes a file."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("harm",)


def test_pickles_are_refused_and_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        refuse(tmp_path, pickle.dumps(Harm(), protocol), "is not a safetensors file")
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize(
    ("metadata", "sentence"),
    [
        ({"format": "3"}, "written in format 3; this program reads 1 and 2"),
        ({"format": "9" * 1000}, "written in format 9{20};"),
        ({"format": None}, "does not say of which network"),
        ({"revision": "0"}, "weights for revision 0 of .*This program has revision"),
        ({"revision": "9" * 1000}, "weights for revision 9{20} of"),
        ({"architecture": None}, "does not say of which network"),
        ({"architecture": "lenet-7"}, "no architecture named lenet-7"),
        ({"architecture": "x" * 5000}, "no architecture named x{100}\\."),
        ({"architecture": "lenet-relu", "revision": "1"}, "have the shape"),
        ({"architecture": "lenet-5", "revision": "1"}, "contain|lack|shape"),
        ({"class_names": None}, "lacks a readable entry class_names"),
        ({"class_names": "[1, 2]"}, "class names are not texts"),
        ({"class_names": '["0", ""]'}, "class names are not texts"),
        ({"class_names": json.dumps(["a" * 101, "b"])}, "class names are not texts"),
        ({"class_names": '["0", "1", "0"]'}, "two of its classes have the same name"),
        ({"class_names": '{"0": 1}'}, "class_names has the wrong type"),
        ({"class_names": "[]"}, "2 to 1000 classes, not 0"),
        ({"class_names": '["a", "b"]'}, "have the shape"),
        ({"class_names": json.dumps([str(i) for i in range(2000)])}, "2 to 1000 classes"),
        ({"training": "[" * 100_000}, "lacks a readable entry training"),
        ({"training": "7"}, "training has the wrong type"),
        ({"evaluation": "nul"}, "lacks a readable entry evaluation"),
        ({"rejection": "[]"}, "rejection has the wrong type"),
        ({"rejection": "{}"}, "reject rule is damaged"),
        ({"rejection": '{"score": "luck", "threshold": 0, "j": 0, "chosen": ""}'}, "is damaged"),
        ({"rejection": '{"score": "margin", "threshold": NaN, "j": 0, "chosen": ""}'}, "damaged"),
        ({"rejection": '{"score": "margin", "threshold": "x", "j": 0, "chosen": ""}'}, "damaged"),
        ({"rejection": '{"score": [], "threshold": 0, "j": 0, "chosen": ""}'}, "damaged"),
        ({"rejection": HUGE}, "damaged"),
        ({"rejection": of_rule(accepted_errors=1.5)}, "damaged"),
        ({"rejection": of_rule(second=math.inf)}, "damaged"),
        ({"rejection": of_rule(curves=7)}, "damaged"),
        ({"rejection": of_rule(curves=[1])}, "damaged"),
        ({"rejection": of_curve(thresholds=[])}, "damaged"),
        ({"rejection": of_curve(thresholds=[[0.1]] * 2)}, "damaged"),
        ({"rejection": of_curve(thresholds=[[0.1, 0.2]] * 3)}, "damaged"),
        ({"rejection": of_curve(score="1990")}, "damaged"),
        ({"rejection": of_curve(thresholds=[[0.1]] * 2000, accepted=[0] * 2000, wrong=[0] * 2000,
                                others_accepted=[0] * 2000)}, "damaged"),
        ({"rejection": of_curve(accepted=[60, 90, 0])}, "damaged"),
        ({"rejection": of_curve(accepted=[101, 60, 0])}, "damaged"),
        ({"rejection": of_curve(accepted=[10**30, 60, 0])}, "damaged"),
        ({"rejection": of_curve(wrong=[91, 1, 0])}, "damaged"),
        ({"rejection": of_curve(wrong=[4, 1, -1])}, "damaged"),
        ({"rejection": of_curve(others_accepted=[7, 2, 1])}, "damaged"),
        ({"rejection": of_curve(digits=0)}, "damaged"),
        ({"rejection": of_curve(non_digit_part=2)}, "damaged"),
    ],
)  # fmt: skip
def test_metadata_that_makes_no_sense_gets_a_sentence(
    tmp_path: Path, metadata: dict[str, str | None], sentence: str
) -> None:
    refuse(tmp_path, changed(good(tmp_path), **metadata), sentence)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda w: w | {"C1.weight": w["C1.weight"].T.copy()}, "have the shape"),
        (lambda w: w | {"C1.weight": w["C1.weight"].astype(np.int32)}, "unknown number type"),
        (lambda w: w | {"C1.weight": w["C1.weight"] > 0}, "unknown number type"),
        (lambda w: w | {"C1.weight": w["C1.weight"] * np.nan}, "are not numbers"),
        (lambda w: w | {"C1.weight": w["C1.weight"] / np.float32(0)}, "are not numbers"),
        (lambda w: w | {"C1.weight": w["C1.weight"].astype(float) + 1e300}, "are not numbers"),
        (lambda w: w | {"extra": w["C1.weight"]}, "contain extra"),
        (lambda w: {k: v for k, v in w.items() if k != "F6.bias"}, r"lack F6\.bias"),
        (lambda w: {}, "lack"),
    ],
)
def test_weights_that_do_not_fit_get_a_sentence(tmp_path: Path, change: Any, sentence: str) -> None:
    data = good(tmp_path)
    with np.errstate(all="ignore"):
        weights = change(safetensors.numpy.load(data))
    metadata = split(data)[0]["__metadata__"]
    refuse(tmp_path, safetensors.numpy.save(weights, metadata), sentence)


def test_missing_files_folders_and_huge_files_get_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (tmp_path / "none.safetensors", tmp_path):
        with pytest.raises(BadInput, match=r"There is no file|is a folder, not a file"):
            read_checkpoint(path)
    monkeypatch.setattr(module, "MAX_CHECKPOINT_FILE", 3_000_000)
    refuse(tmp_path, bytes(3_000_001), "larger than 3 MB")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_mutated_files_give_a_sentence_or_a_valid_checkpoint(tmp_path: Path, data: Any) -> None:
    original = tmp_path / "original.safetensors"
    if not original.exists():
        write_checkpoint(original, untrained(rejection=RULE))
    content = bytearray(original.read_bytes())
    header = 8 + int.from_bytes(content[:8], "little")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, header + 40) | st.integers(0, len(content) - 1))
        kind = data.draw(st.sampled_from(["change", "insert", "delete"]))
        if kind == "change":
            content[place] = data.draw(st.integers(0, 255))
        elif kind == "insert":
            content[place:place] = data.draw(st.binary(max_size=8))
        else:
            del content[place : place + data.draw(st.integers(1, 20))]
    try:
        found = read_checkpoint(written(tmp_path / "mutated.safetensors", bytes(content)))
    except BadInput:
        return
    check_weights(architecture_of(found), found.weights)


# ---- writing


def test_unfit_weights_are_not_written(tmp_path: Path) -> None:
    broken = untrained()
    broken.weights["C1.bias"][0] = np.nan
    with pytest.raises(BadInput, match="are not numbers"):
        write_checkpoint(tmp_path / "a.safetensors", broken)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_a_stop_while_writing_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.safetensors"
    write_checkpoint(path, untrained())
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(BadInput, match="cannot be written: No space left"):
        write_checkpoint(path, untrained("lenet-5"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_writing_over_an_old_file_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "a.safetensors"
    write_checkpoint(path, untrained())
    write_checkpoint(path, untrained("lenet-5"))
    assert read_checkpoint(path).architecture == "lenet-5"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write_checkpoint(tmp_path / "none" / "a.safetensors", untrained())


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_the_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    write_checkpoint(tmp_path / "a.safetensors", untrained())
    (tmp_path / "plain").touch()
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_rates_are_numbers_that_can_be_shown(tmp_path: Path) -> None:
    evaluation = {"error_rate": 0, "interval": [0, 1], "errors": -1, "data": "a\n", "more": [1]}
    path = tmp_path / "rates.safetensors"
    write_checkpoint(path, replace(untrained(), evaluation=evaluation))
    found = read_checkpoint(path).evaluation
    assert found == {"error_rate": 0.0, "interval": [0.0, 1.0], "more": [1]}
    assert type(found["error_rate"]) is float


def test_figures_of_an_evaluation_are_checked_when_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "figures.safetensors"
    good = {"part": "test", "accuracy": 1, "loss": 0.25, "calibration_error": 0.5}
    write_checkpoint(path, replace(untrained(), evaluation=good))
    assert read_checkpoint(path).evaluation == good
    wrongs: tuple[dict[str, object], ...] = (
        {"part": "all", "accuracy": 1.5, "loss": -1, "calibration_error": "0"},
        {"part": [], "accuracy": None, "loss": float("inf"), "calibration_error": float("nan")},
        {"part": 1, "accuracy": True, "loss": 1e12, "calibration_error": -0.1},
    )
    for wrong in wrongs:
        write_checkpoint(path, replace(untrained(), evaluation=wrong))
        assert read_checkpoint(path).evaluation == {}
