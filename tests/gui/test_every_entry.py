"""Every entry of every menu, static or made while the program runs, is clicked with the mouse.

An exception in what a click calls fails the test, as in all tests of the window.
"""

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QToolBar,
    QToolButton,
    QWhatsThis,
)
from pytestqt.qtbot import QtBot

from lenet_gui.common.recipes import preset
from lenet_gui.engine.checkpoints.library import Library
from lenet_gui.engine.checkpoints.shipped_networks import shipped_path
from lenet_gui.engine.checkpoints.unfinished_trainings import Unfinished
from lenet_gui.gui.panels.library import LibraryPanel
from lenet_gui.gui.panels.training.panel import TrainingPanel
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.state import State
from lenet_gui.gui.window.main_window import MainWindow
from tests.engine.data.idx_files import digits, put
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import EVERY_PANEL, FOUR, child_of, draw, finish_work, idle, panel_of

LAST = ("quit", "language_zh_CN")  # the one ends the window, the other renames everything
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support", "pipewire", "Could not open media"
)


@pytest.fixture(autouse=True)
def closed_dialogs(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever comes up is closed, as with Esc."""
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        answer = ([], "") if name.endswith("s") else ("", "")
        monkeypatch.setattr(QFileDialog, name, lambda *_, answer=answer: answer)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    timer = QTimer()
    timer.setInterval(10)
    timer.timeout.connect(close_modal)
    timer.start()
    yield
    timer.stop()


def close_modal() -> None:
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()


def close_others(window: MainWindow) -> None:
    """Close what a click has opened."""
    QWhatsThis.leaveWhatsThisMode()
    for widget in window.findChildren(QDialog):
        widget.close()
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    idle()


@pytest.fixture
def full(training: FakeTraining, window: MainWindow) -> MainWindow:
    """A window with networks of one's own, imported data, recent files and a drawing."""
    draw(window.session, FOUR)
    window.commands.networks.fill()
    return window


@pytest.fixture(autouse=True)
def own_files(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Settings, seven: Path
) -> None:
    """Made before the window is: networks in the library, data, a recent file."""
    monkeypatch.setenv("LENET_GUI_DATA", str(tmp_path / "data"))
    for name in ("mine", "yours"):
        copy = tmp_path / "copy.safetensors"
        shutil.copyfile(shipped_path("lenet-5-tanh"), copy)
        Library().keep(copy, name)
    images, labels = digits(0, 20)
    put(tmp_path / "train-images-idx3-ubyte", images)
    put(tmp_path / "train-labels-idx1-ubyte", labels)
    settings.store_texts("data", (str(tmp_path / "train-images-idx3-ubyte"),))
    settings.store_texts("recent", (str(seven),))


# ---- hands


def click_entry(menu: QMenu, action: QAction) -> None:
    """Open a menu and click an entry, as a person does."""
    away = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    QTest.mouseMove(away, away.rect().bottomRight())  # Qt ignores a click where a menu opened
    menu.popup(QPoint(0, 0))
    place = menu.actionGeometry(action).center()
    QTest.mouseMove(menu, place)
    heard, text = list[str](), action.text()
    # Not the action's own signal: what it calls may delete it.
    heard_of = menu.triggered.connect(lambda: heard.append(text))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert heard == [text]
    with contextlib.suppress(RuntimeError):  # the menu may be gone, too
        QObject.disconnect(heard_of)
    finish_work()


def submenus(menu: QMenu) -> list[QMenu]:
    found = [action.menu() for action in menu.actions()]
    return [inner for inner in found if isinstance(inner, QMenu)]


def _submenu(menu: Callable[[], QMenu], place: int) -> QMenu:
    return submenus(menu())[place]


def click_all(window: MainWindow, menu: Callable[[], QMenu], last: set[QAction]) -> dict[str, bool]:
    """Click each entry of a menu, which may change with each; return text -> it was enabled."""
    clicked: dict[str, bool] = {}
    for inner in range(len(submenus(menu()))):
        clicked |= click_all(window, partial(_submenu, menu, inner), last)
    for place in range(len(menu().actions())):
        menu().aboutToShow.emit()
        actions = menu().actions()
        if place >= len(actions):
            break
        action = actions[place]
        if action.isSeparator() or isinstance(action.menu(), QMenu) or action in last:
            continue
        clicked[action.text()] = action.isEnabled()
        if action.isEnabled():
            click_entry(menu(), action)
            close_others(window)
    return clicked


# ---- the menus


def test_menu_bar(qtbot: QtBot, full: MainWindow) -> None:
    window = full
    last = {window.menus.actions[name] for name in LAST}
    bar = window.menuBar().actions()
    clicked: dict[str, bool] = {}
    for place in range(len(bar)):
        draw(window.session, FOUR)  # or nothing could be undone or copied

        def menu(place: int = place) -> QMenu:
            found = window.menuBar().actions()[place].menu()
            assert isinstance(found, QMenu)
            return found

        clicked |= click_all(window, menu, last)
    assert len(clicked) > 60
    assert sum(clicked.values()) > 50
    window.commands.trainings.shut_down()
    for name in reversed(LAST):
        window.menus.actions[name].trigger()
        finish_work()
        close_others(window)
    assert not window.isVisible()


def test_toolbar(full: MainWindow) -> None:
    bar = child_of(full, QToolBar, "toolbar")
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton) and button.isEnabled() and button.isVisible():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            finish_work()
            close_others(full)


def test_data_of_the_training_panel(full: MainWindow) -> None:
    """Data is ticked and unticked: the menu is made anew at each click."""
    full.workspaces.bring("training")
    finish_work()
    form = full.commands.training.form
    assert form.config.data.sources == ("mnist",)
    box = panel_of(full, "training", TrainingPanel).start_row.data
    titles = [action.text() for action in box.menu.actions() if not action.isSeparator()]
    sees = ["See ink, as in MNIST", "See whole pictures"]
    assert titles == ["MNIST", "train-images-idx3-ubyte", *sees, "&Import …"]
    for place, count in ((1, 2), (0, 1), (0, 2), (1, 1)):
        click_entry(box.menu, box.menu.actions()[place])
        assert len(form.config.data.sources) == count
    assert form.config.data.sources == ("mnist",)
    click_entry(box.menu, box.menu.actions()[0])  # the last one stays
    assert form.config.data.sources == ("mnist",)
    assert box.menu.actions()[0].isChecked()
    click_entry(box.menu, box.menu.actions()[-1])
    assert [dialog.objectName() for dialog in full.findChildren(QDialog) if dialog.isVisible()]
    close_others(full)


@pytest.mark.parametrize("chosen", [set(), {"mine"}, {"mine", "yours"}, {"lenet-5"}])
def test_library(full: MainWindow, chosen: set[str]) -> None:
    full.workspaces.bring("library")
    finish_work()
    panel = panel_of(full, "library", LibraryPanel)
    panel.table.choose(chosen)
    for place in range(len(panel.actions_row.whole_menu.actions())):
        panel.table.choose(chosen)
        action = panel.actions_row.whole_menu.actions()[place]
        if action.isEnabled():
            click_entry(panel.actions_row.whole_menu, action)
            close_others(full)


def test_menus_of_docks(full: MainWindow) -> None:
    for name in EVERY_PANEL:
        full.workspaces.bring(name)
        finish_work()
        full.workspaces.menu_wanted.emit(name, QPoint(0, 0))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = [a.text() for a in menu.actions() if a.isEnabled() and not a.isSeparator()]
        for text in texts:  # the menu is made anew each time
            full.workspaces.menu_wanted.emit(name, QPoint(0, 0))
            opened = QApplication.activePopupWidget()
            assert isinstance(opened, QMenu)
            again = next(a for a in opened.actions() if a.text() == text)
            click_entry(opened, again)
            close_others(full)


def test_notice_of_an_unfinished_training(
    training: FakeTraining, full: MainWindow, tmp_path: Path
) -> None:
    config = preset("best").config("lenet-5")
    output = tmp_path / "net.safetensors"
    found = Unfinished(output, config, 10.0, 0.5, 100, 200, 0.1, time.time())
    commands = full.commands.training
    commands._offer(found)
    assert commands.notice is not None
    count = len(commands.notice.actions())
    assert count == 5  # the sentence, and four buttons
    for place in range(1, count):
        training.enter(State.READY)  # Resume began one
        commands._offer(found)
        button = commands.notice.widgetForAction(commands.notice.actions()[place])
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        finish_work()
        close_others(full)
