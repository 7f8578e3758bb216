"""What was read once comes at once, unless it has changed."""

import os
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.engine.data import dataset_cache, datasets
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.dataset_cache import Memory
from lenet_gui.engine.data.datasets import forget, load_dataset
from lenet_gui.engine.data.stroke_sets import write_stroke_set
from lenet_gui.engine.storage.files import PARTIAL_SUFFIX
from tests.engine.data.idx_files import digits, put
from tests.engine.data.test_stroke_sets import small_set
from tests.engine.data.test_train_test_splits import source


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dataset_cache.DATA_VARIABLE, str(tmp_path / "user"))
    monkeypatch.setattr(datasets, "SLOW", -1.0)
    forget()


def test_the_same_files_are_read_once(tmp_path: Path) -> None:
    images, labels = digits(0, 9)
    put(tmp_path / "a-labels", labels)
    path = put(tmp_path / "a-images", images)
    first = load_dataset(str(path))
    assert load_dataset(str(path)).images is first.images
    with pytest.raises(ValueError, match="read-only"):
        first.images[0] = 0
    put(path, images[::-1])
    os.utime(path, ns=(1, 1))
    assert np.array_equal(load_dataset(str(path)).images, images[::-1])


def test_what_is_forgotten_is_not_what_everybody_shows(tmp_path: Path) -> None:
    """After an import the window still has one copy of MNIST's digits."""
    path = put(tmp_path / "a-images", digits(0, 9)[0])
    put(tmp_path / "a-labels", digits(0, 9)[1])
    shown, imported = load_dataset("mnist-test"), load_dataset(str(path))
    forget()
    assert load_dataset("mnist-test").images is shown.images
    assert load_dataset(str(path)).images is not imported.images


def test_memory_has_a_limit_and_gives_up_what_was_not_used() -> None:
    memory = Memory(limit=3 * 10 * 784)
    for name in "abc":
        memory.put(name, source(10))
    assert memory.get("a") is not None
    memory.put("d", source(10))
    assert memory.get("b") is None
    assert memory.get("a") is not None
    memory.put("large", source(100))
    assert memory.get("large") is not None
    assert memory.get("a") is None


def test_what_took_long_is_kept_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    first = load_dataset(str(path))
    forget()
    monkeypatch.setattr(datasets, "read_stroke_set", None)  # calling it would fail
    again = load_dataset(str(path))
    assert np.array_equal(again.images, first.images)
    assert again.labels == first.labels
    assert (again.groups, again.hashes, again.kind) == (first.groups, first.hashes, "strokes")


def test_a_damaged_or_absent_file_of_the_cache_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    labels = load_dataset(str(path)).labels
    (kept,) = dataset_cache.folder().glob("*.npz")
    for damage in (b"", b"garbage", kept.read_bytes()[:200]):
        kept.write_bytes(damage)
        forget()
        assert load_dataset(str(path)).labels == labels


def test_the_folder_of_the_cache_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data: Dataset = source(10)
    dataset_cache.to_disk("a", data)
    size = sum(file.stat().st_size for file in dataset_cache.folder().iterdir())
    monkeypatch.setattr(dataset_cache, "MAX_DISK", int(2.5 * size))
    for place, name in enumerate("bcd"):
        dataset_cache.to_disk(name, data)
        os.utime(dataset_cache.folder() / f"{name}.npz", (10**9 + place, 10**9 + place))
    assert {file.stem for file in dataset_cache.folder().iterdir()} == {"a", "d"}
    dataset_cache.to_disk("large", source(100))  # more than all of it: nothing gives way for that
    assert {file.stem for file in dataset_cache.folder().iterdir()} == {"a", "d"}


def test_what_a_sudden_end_left_half_written_is_removed(tmp_path: Path) -> None:
    dataset_cache.to_disk("a", source(10))
    left = dataset_cache.folder() / f".b.npz.x{PARTIAL_SUFFIX}"
    left.write_bytes(bytes(1000))
    os.utime(left, (10**9, 10**9))
    dataset_cache.to_disk("c", source(10))
    assert {file.stem for file in dataset_cache.folder().iterdir()} == {"a", "c"}


def test_a_cache_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "user").write_text("a file where the folder should be")
    dataset_cache.to_disk("a", source(10))
    assert dataset_cache.from_disk("a") is None


def test_reading_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    class EnoughError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert total == 3
        if done == 1:
            raise EnoughError

    path = tmp_path / "s.npz"
    write_stroke_set(path, small_set())
    with pytest.raises(EnoughError):
        load_dataset(str(path), stop)
    assert len(load_dataset(str(path))) == 3
