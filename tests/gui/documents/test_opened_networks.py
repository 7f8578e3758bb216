"""Checkpoints that are opened: they read, stay in the list, and are not asked for later."""

from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QComboBox

from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import FOUR, SEVEN, answer_of, draw, idle
from tests.gui.opening import answer_dialog, checkpoint_in


def box_of(window: MainWindow) -> QComboBox:
    box = window.findChild(QComboBox, "network-choice")
    assert box is not None
    return box


def names_in(box: QComboBox) -> list[str]:
    return [box.itemText(place) for place in range(box.count())]


def test_checkpoint_becomes_the_reader(window: MainWindow, tmp_path: Path, qtbot) -> None:
    draw(window.session, FOUR)
    drawing, box = window.session.drawing, box_of(window)
    path = checkpoint_in(tmp_path, "mine")
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(path))
    assert names_in(box) == [*network_names(), "mine"]
    assert box.currentText() == "mine"
    assert window.session.recognition.network == "mine"
    assert window.session.recognition.score_kind == "penalty"
    assert answer_of(window) == "4"
    assert window.session.drawing is drawing
    assert not any(window.menus.actions[f"network:{name}"].isChecked() for name in network_names())


def choose(window: MainWindow, name: str) -> None:
    """In the list of the toolbar."""
    box = box_of(window)
    place = box.findText(name)
    box.setCurrentIndex(place)
    box.textActivated.emit(name)
    idle()


def test_there_and_back_again(window: MainWindow, tmp_path: Path, qtbot) -> None:
    path = checkpoint_in(tmp_path, "mine")
    draw(window.session, SEVEN)
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(path))
    scores = window.session.recognition.scores
    for _ in range(2):
        choose(window, "lenet-5-modern")
        assert window.session.recognition.network == "lenet-5-modern"
        assert window.menus.actions["network:lenet-5-modern"].isChecked()
        choose(window, "mine")
        assert window.session.recognition.network == "mine"
        assert np.array_equal(window.session.recognition.scores, scores)
        assert not window.menus.actions["network:lenet-5-modern"].isChecked()
    assert names_in(box_of(window)).count("mine") == 1


def test_back_by_the_menu(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """Also to the reader that was checked before."""
    first = window.session.recognizer.name
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(checkpoint_in(tmp_path, "mine")))
    window.menus.actions[f"network:{first}"].trigger()
    assert window.session.recognizer.name == first
    assert box_of(window).currentText() == first


def test_checkpoint_that_is_called_like_a_reader(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """The reader of the program stays reachable."""
    path = checkpoint_in(tmp_path / "own", "lenet-5-modern")
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(path))
    name = window.session.recognizer.name
    assert name not in network_names()
    assert name.startswith("lenet-5-modern")
    choose(window, "lenet-5-modern")
    assert window.session.recognizer.architecture.name == "lenet-5-modern"
    choose(window, name)
    assert window.session.recognizer.architecture.name == "lenet-5"


def test_checkpoint_that_was_written_again(window: MainWindow, tmp_path: Path, qtbot) -> None:
    """Opening the file once more reads it once more."""
    path = checkpoint_in(tmp_path, "mine", "lenet-5")
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(path))
    checkpoint_in(tmp_path, "mine", "lenet-5-tanh")
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(path))
    assert window.session.recognizer.architecture.name == "lenet-5-tanh"
    assert names_in(box_of(window)).count("mine") == 1


def test_checkpoint_by_the_dialog(window: MainWindow, tmp_path: Path, qtbot, monkeypatch) -> None:
    asked = answer_dialog(monkeypatch, "getOpenFileName", checkpoint_in(tmp_path, "mine"))
    with qtbot.waitSignal(window.session.network_changed):
        window.menus.actions["open_checkpoint"].trigger()
    assert "*.safetensors" in asked[0][1]
    assert "*.png" not in asked[0][1]
    assert window.session.recognizer.name == "mine"


def test_opened_reader_is_not_asked_for_at_the_next_start(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    """Its file may be gone; a reader of the program stays the stored one."""
    window.commands.networks.use("lenet-5")
    with qtbot.waitSignal(window.session.network_changed):
        window.commands.documents.open_path(str(checkpoint_in(tmp_path, "mine")))
    window.close()
    assert Settings().text("reader", "") == "lenet-5"
