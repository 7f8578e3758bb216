"""Files: drawings, images and checkpoints are opened and saved, and what is broken is told."""

import os
import stat
import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.engine.ink.image_files import read_picture
from lenet_gui.engine.storage import files as engine_files
from lenet_gui.gui.documents import documents
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    ONE,
    SEVEN,
    answer_of,
    draw,
    drawing_of,
    finish_work,
    idle,
    same_drawings,
    whole_window,
)
from tests.gui.opening import answer_dialog, opened

# ---- opening


def test_a_drawing_becomes_the_page(window: MainWindow, seven: Path, qtbot) -> None:
    draw(window.session, FOUR)
    opened(qtbot, window, seven, "7")
    assert same_drawings(window.session.drawing, read_drawing(seven))
    assert window.session.undo_stack.undoText() == "Open seven.json"
    window.session.undo_stack.undo()
    idle()
    assert answer_of(window) == "4"
    window.session.undo_stack.redo()
    idle()
    assert answer_of(window) == "7"


def test_an_image_becomes_the_page(window: MainWindow, eight: Path, qtbot) -> None:
    opened(qtbot, window, eight, "8")
    assert np.array_equal(window.session.drawing.picture.ink, read_picture(eight).ink)
    window.session.undo_stack.undo()
    idle()
    assert answer_of(window) == ""


@pytest.mark.parametrize(("name", "label"), [("two", "2"), ("four", "4"), ("seven", "7")])
def test_samples_are_read_right(window: MainWindow, name: str, label: str, qtbot) -> None:
    opened(qtbot, window, resource("samples", f"{name}.json"), label)


def test_reading_does_not_stop_the_window(window: MainWindow, seven: Path, qtbot) -> None:
    """The page changes only later, when the event loop runs."""
    window.commands.documents.open_path(str(seven))
    assert window.session.drawing.empty
    draw(window.session, ONE)  # meanwhile
    qtbot.waitUntil(lambda: answer_of(window) == "7")
    window.session.undo_stack.undo()
    idle()
    assert answer_of(window) == "1"  # nothing is lost


def test_the_last_of_several_requests_counts(
    window: MainWindow, seven: Path, eight: Path, qtbot
) -> None:
    for path in (seven, eight, seven, eight):
        window.commands.documents.open_path(str(path))
    qtbot.waitUntil(lambda: answer_of(window) == "8")
    idle()
    assert window.session.undo_stack.count() == 1


def test_by_the_dialog(window: MainWindow, eight: Path, qtbot, monkeypatch) -> None:
    asked = answer_dialog(monkeypatch, "getOpenFileNames", [str(eight)])
    window.menus.actions["open"].trigger()
    qtbot.waitUntil(lambda: answer_of(window) == "8")
    for suffix in ("*.json", "*.safetensors", "*.png", "*.jpg"):
        assert suffix in asked[0][1]
    window.menus.actions["open"].trigger()
    idle()
    assert asked[1][0] == str(eight.parent)  # where one was last


def test_dialog_that_is_left(window: MainWindow, monkeypatch) -> None:
    draw(window.session, FOUR)
    answer_dialog(monkeypatch, "getOpenFileNames", [])
    answer_dialog(monkeypatch, "getOpenFileName", "")
    answer_dialog(monkeypatch, "getSaveFileName", "")
    before = window.session.drawing
    for name in ("open", "open_checkpoint", "save", "save_as"):
        window.menus.actions[name].trigger()
    idle()
    assert window.session.drawing is before
    assert window.commands.documents.recent == ()


# ---- what cannot be opened


def refused(qtbot, window: MainWindow, path: Path) -> str:
    """Open a file that cannot be opened; returns what is said."""
    said: list[Exception] = []
    window.failed.connect(said.append)
    with qtbot.waitSignal(window.failed):
        window.commands.documents.open_path(str(path))
    idle()
    (error,) = said  # once
    assert isinstance(error, BadInput)
    return str(error)


BROKEN = {
    "text.json": b"four",
    "other.json": b'{"a": 1}',
    "empty.json": b"",
    "deep.json": b"[" * 100_000,
    "strokes.json": b'{"kind": "lenet_gui drawing", "format": 1, "size": [560, 560], "strokes": 5}',
    "later.json": b'{"kind": "lenet_gui drawing", "format": 99}',
    "text.png": b"four",
    "empty.png": b"",
    "cut.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "nothing": b"no suffix at all",
    "text.safetensors": b"four",
    "empty.safetensors": b"",
    "huge.safetensors": b"\xff" * 8 + b"{}",
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_broken_file_is_told_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot, name: str
) -> None:
    draw(window.session, FOUR)
    before, recognizer = window.session.drawing, window.session.recognizer
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    said = refused(qtbot, window, path)
    assert name in said
    assert said.endswith(".")
    assert len(said) < 300
    assert "\n" not in said
    assert window.session.drawing is before
    assert window.session.recognizer is recognizer
    assert window.session.undo_stack.count() == len(FOUR)
    assert str(path) not in window.commands.documents.recent


@pytest.mark.parametrize("name", ["gone.json", "gone.png", "gone.safetensors"])
def test_missing_file(window: MainWindow, tmp_path: Path, qtbot, name: str) -> None:
    assert "There is no file" in refused(qtbot, window, tmp_path / name)


@pytest.mark.parametrize("name", ["a.json", "a.png", "a.safetensors"])
def test_folder_of_that_name(window: MainWindow, tmp_path: Path, qtbot, name: str) -> None:
    (tmp_path / name).mkdir()
    assert name in refused(qtbot, window, tmp_path / name)


# ---- saving


def test_drawing_is_saved_and_read_back(window: MainWindow, tmp_path: Path, monkeypatch) -> None:
    window.session.set_pen_width(51.0)
    draw(window.session, FOUR)
    path = tmp_path / "four.json"
    asked = answer_dialog(monkeypatch, "getSaveFileName", path)
    window.menus.actions["save"].trigger()
    assert same_drawings(read_drawing(path), window.session.drawing)
    assert str(path) in window.statusBar().currentMessage()
    draw(window.session, [[(40, 500), (500, 500)]])
    window.menus.actions["save"].trigger()  # to the same file, without asking
    assert len(asked) == 1
    assert len(read_drawing(path).strokes) == 3


def test_save_after_open_goes_to_the_same_file(
    window: MainWindow, seven: Path, qtbot, monkeypatch
) -> None:
    asked = answer_dialog(monkeypatch, "getSaveFileName", "")
    opened(qtbot, window, seven, "7")
    draw(window.session, [[(40, 500), (500, 500)]])
    window.menus.actions["save"].trigger()
    assert not asked
    assert len(read_drawing(seven).strokes) == 2


def test_save_after_opening_an_image_asks(
    window: MainWindow, seven: Path, eight: Path, qtbot, monkeypatch
) -> None:
    """Nobody's photograph is written over, nor the drawing that was open before."""
    asked = answer_dialog(monkeypatch, "getSaveFileName", "")
    opened(qtbot, window, seven, "7")
    opened(qtbot, window, eight, "8")
    before = eight.read_bytes()
    window.menus.actions["save"].trigger()
    assert len(asked) == 1
    assert eight.read_bytes() == before
    assert same_drawings(read_drawing(seven), drawing_of(SEVEN))


def test_picture_is_saved_with_its_strokes(
    window: MainWindow, eight: Path, tmp_path: Path, qtbot
) -> None:
    opened(qtbot, window, eight, "8")
    draw(window.session, ONE)
    path = tmp_path / "both.json"
    window.commands.documents.save_to(path)
    assert same_drawings(read_drawing(path), window.session.drawing)


def test_name_without_suffix_gets_one(window: MainWindow, tmp_path: Path, monkeypatch) -> None:
    draw(window.session, SEVEN)
    answer_dialog(monkeypatch, "getSaveFileName", tmp_path / "mine")
    window.menus.actions["save_as"].trigger()
    assert same_drawings(read_drawing(tmp_path / "mine.json"), window.session.drawing)


def test_a_drawing_has_a_suffix_of_its_own_beside_json(
    window: MainWindow, tmp_path: Path, qtbot, monkeypatch
) -> None:
    """Save offers both, and both open again."""
    draw(window.session, SEVEN)
    path = tmp_path / "seven.lenet-drawing"
    asked = answer_dialog(monkeypatch, "getSaveFileName", path)
    window.menus.actions["save_as"].trigger()
    assert "(*.json)" in asked[0][1]
    assert "(*.lenet-drawing)" in asked[0][1]
    assert same_drawings(read_drawing(path), window.session.drawing)
    window.session.clear()
    idle()
    opened(qtbot, window, path, "7")
    assert window.windowTitle() == "7 – seven.lenet-drawing – lenet_gui"


@pytest.mark.parametrize("name", ["drawing.docx", "drawing", "drawing.safetensors"])
def test_name_of_another_kind_is_refused(
    window: MainWindow, tmp_path: Path, qtbot, name: str
) -> None:
    draw(window.session, SEVEN)
    with qtbot.waitSignal(window.failed) as failed:
        window.commands.documents.save_to(tmp_path / name)
    assert ".json" in str(failed.args[0])
    assert not list(tmp_path.iterdir())


def test_title_names_the_file(window: MainWindow, seven: Path, qtbot) -> None:
    """As long as it is the file's drawing; undo brings its name back, too."""
    opened(qtbot, window, seven, "7")
    assert window.windowTitle() == "7 – seven.json – lenet_gui"
    window.session.undo_stack.undo()
    idle()
    assert window.windowTitle() == "lenet_gui"
    window.session.undo_stack.redo()
    idle()
    assert window.windowTitle() == "7 – seven.json – lenet_gui"


@pytest.mark.parametrize("suffix", ["png", "PNG", "jpg", "bmp"])
def test_image_is_saved_and_read_back(
    window: MainWindow, tmp_path: Path, qtbot, suffix: str
) -> None:
    draw(window.session, FOUR)
    path = tmp_path / f"four.{suffix}"
    with qtbot.waitSignal(window.commands.documents.saved):
        window.commands.documents.save_to(path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1120, 1120)
    assert QColor(image.pixel(5, 5)) == QColor("white")
    window.session.clear()
    opened(qtbot, window, path, "4")


NO_WRITING = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)


def test_folder_that_is_not_there(window: MainWindow, tmp_path: Path, qtbot) -> None:
    draw(window.session, FOUR)
    for name in ("drawing.json", "image.png"):
        with qtbot.waitSignal(window.failed) as failed:
            window.commands.documents.save_to(tmp_path / "nowhere" / name)
        assert isinstance(failed.args[0], BadInput)
        assert name in str(failed.args[0])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["drawing.json", "image.png"])
def test_name_of_a_folder(window: MainWindow, tmp_path: Path, qtbot, name: str) -> None:
    """Told in a sentence, and nothing half written stays behind."""
    draw(window.session, FOUR)
    (tmp_path / name).mkdir()
    with qtbot.waitSignal(window.failed) as failed:
        window.commands.documents.save_to(tmp_path / name)
    assert isinstance(failed.args[0], BadInput)
    assert [path.name for path in tmp_path.iterdir()] == [name]


@NO_WRITING
def test_folder_that_may_not_be_written(window: MainWindow, tmp_path: Path, qtbot) -> None:
    draw(window.session, FOUR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        for name in ("drawing.json", "image.png"):
            with qtbot.waitSignal(window.failed):
                window.commands.documents.save_to(tmp_path / name)
        assert not list(tmp_path.iterdir())
    finally:
        tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("name", ["drawing.json", "image.png"])
def test_full_disk_leaves_the_old_file_whole(
    window: MainWindow, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    draw(window.session, SEVEN)
    window.commands.documents.save_to(path)
    before = path.read_bytes()
    draw(window.session, FOUR)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(engine_files.os, "fsync", full)
    with qtbot.waitSignal(window.failed) as failed:
        window.commands.documents.save_to(path)
    assert "No space left" in str(failed.args[0])
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [name]


# ---- closing


def test_closing_while_a_file_is_read(
    session: Session, settings, seven: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes too late is not missed, and breaks nothing."""
    go_on = threading.Event()

    def slow(path: Path) -> Drawing:
        go_on.wait()
        return read_drawing(path)

    monkeypatch.setattr(documents, "read_drawing", slow)
    window = whole_window(session, settings)
    window.commands.documents.open_path(str(seven))
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    go_on.set()
    finish_work()
    assert session.drawing.empty
    assert session.undo_stack.count() == 0
