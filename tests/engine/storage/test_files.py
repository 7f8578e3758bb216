"""Atomic writing: whole or not at all, with the rights of the user's other files."""

import os
import stat
from pathlib import Path

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.files import write_atomically


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
@pytest.mark.parametrize(("mask", "rights"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_rights_are_those_of_new_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mask: int, rights: int
) -> None:
    """The mask of the process is never changed: other threads make files meanwhile."""
    before = os.umask(mask)
    try:
        with monkeypatch.context() as patched:
            patched.setattr(os, "umask", lambda _mask: pytest.fail("the mask was changed"))
            write_atomically(tmp_path / "a", b"one")
            write_atomically(tmp_path / "a", b"two")
            write_atomically(tmp_path / "b", b"three", replace=False)
    finally:
        os.umask(before)
    assert (tmp_path / "a").read_bytes() == b"two"
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {rights}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_nothing_is_left_of_what_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a").write_bytes(b"one")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match="a cannot be written: No space left on device"):
        write_atomically(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_another_file_is_never_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    with pytest.raises(BadInput, match=r"a already exists\."):
        write_atomically(tmp_path / "a", b"two", replace=False)
    assert (tmp_path / "a").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
def test_private_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one", private=True)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o444, 0o666])
def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    """What was only for its owner is never readable by others, not even while it is written."""
    (tmp_path / "a").write_bytes(b"one")
    (tmp_path / "a").chmod(rights)
    write_atomically(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == rights
    write_atomically(tmp_path / "a", b"three", private=True)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
