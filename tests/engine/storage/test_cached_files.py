"""What is kept in the cache: whole or not at all, within its limit, and lost without harm."""

import os
from pathlib import Path

import pytest

from lenet_gui.engine.storage import cached_files
from lenet_gui.engine.storage.cached_files import cache_folder, keep_cached, read_cached
from lenet_gui.engine.storage.data_path import DATA_VARIABLE


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "user"))


def test_what_was_kept_is_read() -> None:
    path = cache_folder() / "some" / "a.kept"
    assert read_cached(path, 4) is None
    keep_cached(path, b"four", 100)
    assert read_cached(path, 4) == b"four"


@pytest.mark.parametrize("size", [3, 5])
def test_a_file_of_another_size_is_damaged(size: int) -> None:
    path = cache_folder() / "a.kept"
    keep_cached(path, b"four", 100)
    assert read_cached(path, size) is None


def test_those_not_used_for_longest_give_way() -> None:
    folder = cache_folder()
    for age, name in enumerate("abc"):
        keep_cached(folder / f"{name}.kept", b"12345", 15)
        os.utime(folder / f"{name}.kept", (10**9 + age, 10**9 + age))
    assert read_cached(folder / "a.kept", 5) == b"12345"  # now the newest
    keep_cached(folder / "d.kept", b"12345", 15)
    assert {file.stem for file in folder.iterdir()} == {"a", "c", "d"}
    keep_cached(folder / "large.kept", bytes(16), 15)
    assert {file.stem for file in folder.iterdir()} == {"a", "c", "d"}


def test_without_a_folder_to_write_to_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    keep_cached(tmp_path / "file" / "a.kept", b"four", 100)
    assert read_cached(tmp_path / "file" / "a.kept", 4) is None


def test_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    assert "lenet_gui" in cached_files.cache_folder().parts
