"""The nine digits that excite a unit most, and that they are found once for each network."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.values import ByteArray, Unit
from lenet_gui.engine.explaining import exciting_digits as module
from lenet_gui.engine.explaining.exciting_digits import exciting_digits, most_exciting
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.storage.cached_files import cache_folder
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from tests.engine.explaining.every_network import NAMES, recognizer_of


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))


@pytest.fixture
def images() -> ByteArray:
    return np.random.default_rng(0).integers(0, 256, (130, 28, 28), np.uint8)


@pytest.mark.parametrize(
    ("layer", "index"), [("INPUT", (0, 15, 16)), ("C1", (3, 5, 6)), ("F6", (7,)), ("OUTPUT", (2,))]
)
def test_they_are_those_with_the_largest_activations(
    images: ByteArray, layer: str, index: tuple[int, ...]
) -> None:
    recognizer = recognizer_of("lenet-5")
    inputs = recognizer.architecture.input_from(images)
    activations, evidence = recognizer.network.activations_and_evidence(inputs)
    values = {**activations, "INPUT": inputs, "OUTPUT": evidence}[layer]
    excited = np.array([float(of_digit[index]) for of_digit in values])
    wanted = np.argsort(-excited, kind="stable")[:9]
    found = exciting_digits(recognizer, Unit(layer, *index), images)
    np.testing.assert_array_equal(found.indices, wanted)
    np.testing.assert_allclose(found.values, excited[wanted], rtol=1e-4)
    assert found.looked_at == 130
    assert found.any


@pytest.mark.parametrize("name", NAMES)
def test_each_kind_of_network_has_them(name: str, images: ByteArray) -> None:
    recognizer = recognizer_of(name)
    for placed in recognizer.architecture.placed_layers():
        found = exciting_digits(recognizer, Unit(placed.name, placed.shape[0] - 1), images[:40])
        assert len(set(found.indices.tolist())) == 9
        assert (np.diff(found.values) <= 0).all()


def test_a_tie_goes_to_the_first(images: ByteArray) -> None:
    repeated = np.repeat(images[:1], 120, axis=0)
    indices, _ = most_exciting(recognizer_of("lenet-5"), "INPUT", range(1), repeated)
    np.testing.assert_array_equal(indices, np.broadcast_to(np.arange(9), (32 * 32, 9)))
    assert not exciting_digits(recognizer_of("lenet-5"), Unit("INPUT", 0, 9, 9), repeated).any


def test_they_are_computed_once_for_all_units_of_a_layer(
    images: ByteArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognizer = recognizer_of("lenet-5")
    first = exciting_digits(recognizer, Unit("F6", 5), images)
    monkeypatch.setattr(module, "most_exciting", None)  # calling it would fail
    again = exciting_digits(recognizer, Unit("F6", 5), images)
    np.testing.assert_array_equal(again.indices, first.indices)
    np.testing.assert_array_equal(again.values, first.values)
    exciting_digits(recognizer, Unit("F6", 6), images)


def changed(recognizer: Recognizer) -> Recognizer:
    """The same network after a step of learning."""
    weights = dict(recognizer.checkpoint.weights)
    weights["C1.bias"] = weights["C1.bias"] + 1
    return Recognizer("learned", replace(recognizer.checkpoint, weights=weights))


def test_other_weights_and_other_digits_are_computed_anew(images: ByteArray) -> None:
    recognizer = recognizer_of("lenet-5")
    exciting_digits(recognizer, Unit("F6", 5), images)
    exciting_digits(changed(recognizer), Unit("F6", 5), images)
    exciting_digits(recognizer, Unit("F6", 5), images[:100])
    exciting_digits(recognizer, Unit("C5", 5), images)
    assert len(list((cache_folder() / "explanations").iterdir())) == 4


def test_a_damaged_file_is_computed_anew(images: ByteArray) -> None:
    recognizer = recognizer_of("lenet-5")
    wanted = exciting_digits(recognizer, Unit("F6", 5), images)
    (kept,) = (cache_folder() / "explanations").iterdir()
    for damaged in (b"", kept.read_bytes()[:-1], b"\xff" * kept.stat().st_size):
        kept.write_bytes(damaged)
        found = exciting_digits(recognizer, Unit("F6", 5), images)
        np.testing.assert_array_equal(found.indices, wanted.indices)


def test_of_a_large_layer_one_map_is_looked_at(
    images: ByteArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_UNITS", 100)
    recognizer, unit = recognizer_of("lenet-5"), Unit("C3", 6, 5, 3)
    alone = exciting_digits(recognizer, unit, images)
    (kept,) = (cache_folder() / "explanations").iterdir()
    assert kept.stat().st_size == 10 * 10 * 9 * 8
    monkeypatch.undo()
    monkeypatch.setenv(DATA_VARIABLE, str(kept.parent / "other"))
    np.testing.assert_array_equal(alone.indices, exciting_digits(recognizer, unit, images).indices)


def test_large_networks_look_at_fewer_digits(
    images: ByteArray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_CONNECTIONS", 1.0)
    assert exciting_digits(recognizer_of("lenet-5"), Unit("F6", 0), images).looked_at == 100
