"""The library of checkpoints: keeping, naming, and everything that can be in the way."""

import json
import os
import stat
import sys
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadChoice, BadInput
from lenet_gui.common.values import Checkpoint
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, write_checkpoint
from lenet_gui.engine.checkpoints.library import Library, checked_note, export
from lenet_gui.engine.checkpoints.library_entries import (
    MAX_NAME_LENGTH,
    MAX_NOTE_LENGTH,
    checked_name,
)
from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.checkpoints.unfinished_trainings import state_path
from lenet_gui.engine.storage.data_folders import data_folder, library_path, training_folder
from lenet_gui.engine.storage.data_path import data_path
from tests.helpers import untrained

EVALUATION = {
    "data": "mnist-test",
    "count": 10_000,
    "errors": 162,
    "error_rate": 0.0162,
    "interval": [0.0139, 0.0189],
}
TRAINING = {"config": {"architecture": "lenet-5-modern", "seconds": 60.0}, "seconds": 60.1}


def trained(path: Path, name: str = "lenet-5-modern") -> Path:
    """A checkpoint as a training leaves it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = untrained(name)
    checkpoint = Checkpoint(
        name, made.class_names, made.weights, None, training=TRAINING, evaluation=EVALUATION
    )
    write_checkpoint(path, checkpoint)
    return path


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


@pytest.fixture
def result(tmp_path: Path) -> Path:
    return trained(tmp_path / "training" / "run.safetensors")


# ---- keeping


def test_a_kept_training_moves_into_the_library(library: Library, result: Path) -> None:
    before = read_checkpoint(result)
    entry = library.keep(result, "my first", "on the train")
    assert not result.exists()
    assert library.names() == ["my first"]
    assert entry.path == library.folder / "my first.safetensors"
    assert (entry.name, entry.note, entry.architecture.name) == (
        "my first",
        "on the train",
        "lenet-5-modern",
    )
    assert (entry.errors, entry.error_rate, entry.interval) == (162, 0.0162, (0.0139, 0.0189))
    assert entry.seconds == 60.1
    assert entry.data == "mnist-test"
    assert entry.trained is not None
    after = read_checkpoint(entry.path)
    assert after.evaluation == before.evaluation
    for key, weights in before.weights.items():
        assert np.array_equal(after.weights[key], weights)
    assert [file.name for file in library.folder.iterdir()] == ["my first.safetensors"]


def test_an_unfinished_training_is_copied_and_stays(library: Library, result: Path) -> None:
    state_path(result).write_bytes(b"state")
    library.keep(result, "half")
    assert result.exists()
    assert library.names() == ["half"]


@pytest.mark.parametrize(
    "name", ["数字识别", "Zürich №5", "Ωμέγα", "a.b", "x" * MAX_NAME_LENGTH, "字" * MAX_NAME_LENGTH]
)
def test_names_of_all_languages(library: Library, result: Path, name: str) -> None:
    library.keep(result, name, f"Notiz über {name}")
    assert library.names() == [name]
    assert library.entry(name).note == f"Notiz über {name}"
    assert library.rename(name, "other").name == "other"
    assert library.rename("other", name).name == name


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Enter a name"),
        ("  \t ", "Enter a name"),
        ("x" * (MAX_NAME_LENGTH + 1), "too long: it can have 50 characters, not 51"),
        ("../escape", "cannot contain /"),
        ("a/b", "cannot contain /"),
        ("a\\b", r"cannot contain \\"),
        ("C:evil", "cannot contain :"),
        ("what?", r"cannot contain \?"),
        ("line\nbreak", r"cannot contain U\+000A"),
        ("bell\x07", r"cannot contain U\+0007"),
        ("\ud800", r"cannot contain U\+D800"),
        ("right\u202eleft", r"cannot contain U\+202E"),
        (".hidden", "cannot begin with a dot"),
        ("--json", "cannot begin with a dot or a hyphen"),
        ("end.", "or end with a dot"),
        ("nul", "a reserved name on Windows"),
        ("COM1.x", "a reserved name on Windows"),
        ("lenet-5-modern", "already a network named lenet-5-modern"),
        ("LeNet-5-Modern", "already a network named"),
        ("lenet-sigmoid", "already a network named"),
    ],
)
def test_bad_names_get_a_sentence(library: Library, result: Path, name: str, sentence: str) -> None:
    with pytest.raises(BadChoice, match=sentence):
        library.keep(result, name)
    assert result.exists()
    assert library.names() == []


def test_nothing_is_replaced(library: Library, result: Path, tmp_path: Path) -> None:
    library.keep(result, "mine", "the first")
    second = trained(tmp_path / "training" / "second.safetensors")
    for name in ("mine", "MINE", " mine "):
        with pytest.raises(BadChoice, match="already a network"):
            library.keep(second, name)
    assert second.exists()
    assert library.entry("mine").note == "the first"


def test_letters_are_composed() -> None:
    assert checked_name("Zu\u0308rich") == "Z\u00fcrich"


def test_what_is_no_checkpoint_is_not_kept(library: Library, tmp_path: Path) -> None:
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"rubbish")
    with pytest.raises(BadInput, match="not a safetensors file"):
        library.keep(bad, "bad")
    with pytest.raises(BadInput, match="There is no file"):
        library.keep(tmp_path / "absent.safetensors", "absent")
    assert library.names() == []


def test_a_free_name(library: Library, result: Path) -> None:
    assert library.free_name("mine") == "mine"
    library.keep(result, "mine")
    assert library.free_name("mine") == "mine 2"
    assert library.free_name("Mine") == "Mine 2"
    assert library.free_name("lenet-5") == "lenet-5 2"
    assert library.free_name("a/b") == "network"
    assert len(library.free_name("x" * 300)) <= MAX_NAME_LENGTH


# ---- changing


def test_notes(library: Library, result: Path) -> None:
    entry = library.keep(result, "mine")
    weights = read_checkpoint(entry.path).weights
    for note in ("short", "", "zwei\nZeilen", "数" * MAX_NOTE_LENGTH):
        assert library.set_note("mine", note).note == note
        assert library.entry("mine").trained == entry.trained
    with pytest.raises(BadChoice, match="note is too long"):
        library.set_note("mine", "x" * (MAX_NOTE_LENGTH + 1))
    after = read_checkpoint(entry.path).weights
    assert all(np.array_equal(after[key], weights[key]) for key in weights)
    assert checked_note("half a letter \ud800") == "half a letter ?"


def test_a_file_put_there_by_hand_keeps_its_time(library: Library) -> None:
    path = trained(library.folder / "by hand.safetensors")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    assert library.set_note("by hand", "mine").trained is not None
    assert library.entry("by hand").trained.year == 2001


def test_renaming(library: Library, result: Path) -> None:
    library.keep(result, "mine", "note")
    assert library.rename("mine", "mine").name == "mine"
    assert library.rename("mine", "Mine").name == "Mine"
    assert library.rename("Mine", "yours").note == "note"
    assert library.names() == ["yours"]
    with pytest.raises(BadChoice, match="network Mine is no longer in the library"):
        library.rename("Mine", "theirs")
    with pytest.raises(BadChoice, match="already a network"):
        library.rename("yours", "lenet-5")


def test_two_programs_rename_at_once(
    library: Library, result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one is told, and there is still one file."""
    library.keep(result, "mine")
    other, link = Library(library.folder), os.link

    def slow_link(one: Path, target: Path) -> None:
        monkeypatch.setattr(os, "link", link)
        link(one, target)
        other.rename("mine", "theirs")

    monkeypatch.setattr(os, "link", slow_link)
    with pytest.raises(BadChoice, match="network mine is no longer in the library"):
        library.rename("mine", "ours")
    assert library.names() == ["theirs"]


def test_two_programs_take_the_same_name_at_once(
    library: Library, result: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Library(library.folder)
    second = trained(tmp_path / "second.safetensors")
    check = Library._new_name

    def slow(self: Library, name: str) -> str:
        free = check(self, name)
        monkeypatch.setattr(Library, "_new_name", check)
        other.keep(second, name, "theirs")
        return free

    monkeypatch.setattr(Library, "_new_name", slow)
    with pytest.raises(BadChoice, match="already a network named mine"):
        library.keep(result, "mine", "ours")
    assert result.exists()
    assert library.entry("mine").note == "theirs"
    assert len(list(library.folder.iterdir())) == 1


def test_without_hard_links(
    library: Library, result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    library.keep(result, "mine")
    assert library.rename("mine", "yours").name == "yours"
    trained(result)
    with pytest.raises(BadChoice, match="already"):
        library.keep(result, "yours")


def test_deleting(library: Library, result: Path) -> None:
    library.keep(result, "mine")
    library.delete("mine")
    assert library.names() == []
    with pytest.raises(BadChoice, match="no longer in the library"):
        library.delete("mine")
    with pytest.raises(BadChoice, match="no longer in the library"):
        library.delete("../training/run")


def test_export_is_read_again(library: Library, result: Path, tmp_path: Path) -> None:
    entry = library.keep(result, "mine", "note")
    export(entry.path, tmp_path / "copy.safetensors")
    assert (tmp_path / "copy.safetensors").read_bytes() == entry.path.read_bytes()
    with pytest.raises(BadInput, match="cannot be written"):
        export(entry.path, tmp_path / "nowhere" / "copy.safetensors")


# ---- strange files


def test_strange_files_are_left_out(
    library: Library, result: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library.keep(result, "good")
    data = (library.folder / "good.safetensors").read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    header["__metadata__"]["architecture"] = "resnet"
    other = json.dumps(header).encode()
    strange = {
        "empty": b"",
        "short": data[:20],
        "rubbish": os.urandom(1000),
        "huge header": (1 << 60).to_bytes(8, "little") + b"{",
        "other": len(other).to_bytes(8, "little") + other,
        "pickle": b"\x80\x04K\x01.",
        "deep": (100_000).to_bytes(8, "little") + b"{" + b"[" * 99_999,
    }
    for name, content in strange.items():
        (library.folder / f"{name}.safetensors").write_bytes(content)
    (library.folder / "folder.safetensors").mkdir()
    (library.folder / "notes.txt").write_text("mine")
    (library.folder / ".half.safetensors").write_bytes(data)
    (library.folder / "lenet-5.safetensors").write_bytes(data)  # a name of the program
    if sys.platform != "win32":
        (library.folder / "loop.safetensors").symlink_to("loop.safetensors")
        os.mkfifo(library.folder / "pipe.safetensors")  # nothing ever writes into it
    assert [entry.name for entry in library.entries()] == ["good"]
    assert caplog.text.count("left out") == len(library.names()) - 1
    assert "lenet-5" not in library.names()


@pytest.mark.parametrize(
    ("evaluation", "training"),
    [
        ({"error_rate": "1 %", "interval": 7, "errors": -1, "data": []}, {"seconds": "long"}),
        ({"error_rate": 7.0, "interval": [0, 1, 2], "errors": 1.5}, {"seconds": float("nan")}),
        ({"error_rate": True, "interval": ["a", "b"]}, {"seconds": float("inf")}),
    ],
)
def test_strange_figures_are_left_out(
    library: Library, evaluation: dict, training: dict, tmp_path: Path
) -> None:
    library.folder.mkdir()
    made = untrained()
    path = library.folder / "odd.safetensors"
    write_checkpoint(
        path,
        Checkpoint(made.architecture, made.class_names, made.weights, None, training, evaluation),
    )
    (entry,) = library.entries()
    assert (entry.error_rate, entry.interval, entry.errors) in ((None, None, None),)
    assert entry.seconds is None


def test_a_list_is_quick(library: Library, tmp_path: Path) -> None:
    """Only headers are read: a file whose weights are missing is listed all the same."""
    path = trained(library.folder / "one.safetensors")
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    path.write_bytes(data[: 8 + length])
    assert [entry.name for entry in library.entries()] == ["one"]


# ---- folders


def test_folders_are_private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "deep" / "data"))
    assert data_path() == tmp_path / "deep" / "data"
    assert not data_path().exists()
    assert data_folder() == data_path()
    assert training_folder() == data_path() / "training"
    assert library_path() == data_path() / "library"
    if os.name == "posix":
        assert stat.S_IMODE(data_folder().stat().st_mode) == 0o700
        assert stat.S_IMODE(training_folder().stat().st_mode) == 0o700


def test_without_the_variable_it_is_where_the_system_wants_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("LENET_GUI_DATA", raising=False)
    assert data_path().name == "lenet_gui"
    assert data_path().is_absolute()


def test_a_folder_that_cannot_be_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, result: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "file" / "data"))
    with pytest.raises(BadInput, match="cannot be created"):
        data_folder()
    library = Library()
    assert library.names() == []
    assert library.entries() == []
    with pytest.raises(BadInput, match="cannot be created"):
        library.keep(result, "mine")
    assert result.exists()
    assert network_names() == shipped_names()


def test_a_folder_that_cannot_be_written(
    library: Library, result: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.folder.mkdir()
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(BadInput, match="is not writable"):
        library.keep(result, "mine")
    assert result.exists()


# ---- networks by name


def test_the_program_reads_with_what_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, result: Path
) -> None:
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path))
    Library().keep(result, "mine")
    assert network_names() == [*shipped_names(), "mine"]
    assert load_recognizer("mine").name == "mine"
    with pytest.raises(BadInput, match=r"Did you mean mine\?"):
        load_recognizer("mime")
