"""The window as a whole: every action of the table, readers, docks, themes, settings."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QWhatsThis,
    QWidget,
)

from lenet_gui import __version__
from lenet_gui.common.values import Drawing
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.gui.appearance.theme import DARK, LIGHT, theme_of
from lenet_gui.gui.commands.action import Action
from lenet_gui.gui.commands.action_table import MENU_ACTIONS
from lenet_gui.gui.commands.menus import MENUS, SUBMENUS, key_sequences
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    canvas_of,
    contrast,
    draw,
    finish_work,
    idle,
    look_alike,
    next_start,
    on_screen,
    pixels,
    write,
)

each_action = pytest.mark.parametrize("record", MENU_ACTIONS, ids=lambda record: record.name)


def menu_actions(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        inside = action.menu()
        found += menu_actions(inside) if isinstance(inside, QMenu) else [action]
    return [action for action in found if not action.isSeparator()]


def all_actions(window: QMainWindow) -> list[QAction]:
    """What the menus hold."""
    menus = [action.menu() for action in window.menuBar().actions()]
    return [action for menu in menus if isinstance(menu, QMenu) for action in menu_actions(menu)]


def action_of(window: QMainWindow, text: str) -> QAction:
    """By its text; undo and redo also say what they would do."""
    (action,) = [a for a in all_actions(window) if a.text().partition(":")[0] == text]
    return action


def record_named(name: str) -> Action:
    (record,) = [record for record in MENU_ACTIONS if record.name == name]
    return record


def trigger(window: QMainWindow, name: str) -> None:
    """Choose an action of the table in its menu."""
    action_of(window, record_named(name).text).trigger()
    idle()


@pytest.fixture
def dismissed(qapp: QApplication) -> Iterator[list[str]]:
    """Dialogs that come up are closed, as with Esc; what they said is noted."""
    said: list[str] = []
    timer = QTimer()
    timer.setInterval(10)

    def dismiss() -> None:
        for widget in (QApplication.activeModalWidget(), QApplication.activePopupWidget()):
            if widget is not None:
                said.append(widget.text() if isinstance(widget, QMessageBox) else "")
                widget.close()

    timer.timeout.connect(dismiss)
    timer.start()
    yield said
    timer.stop()


# ---- actions


@each_action
def test_table_is_sound(record: Action) -> None:
    assert [other.name for other in MENU_ACTIONS].count(record.name) == 1
    assert record.menu in {name for name, *_ in (*MENUS, *SUBMENUS)}
    assert record.text
    assert record.tip
    for name, sequence in zip(record.shortcuts, key_sequences(record.shortcuts), strict=False):
        assert not sequence.isEmpty(), name


def test_menus_have_different_letters(window: MainWindow) -> None:
    """The letter behind & opens the menu, or chooses the entry, with the keyboard."""
    bars = [window.menuBar().actions()]
    menus = [action.menu() for action in bars[0]]
    bars += [menu.actions() for menu in menus if isinstance(menu, QMenu)]
    for actions in bars:
        texts = [action.text() for action in actions if "&" in action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(letters), texts


@each_action
def test_action_is_in_its_menu(window: MainWindow, record: Action) -> None:
    action = action_of(window, record.text)
    assert action.toolTip()
    assert action.statusTip() == record.tip
    assert action.whatsThis() == record.tip
    assert action.shortcuts() == key_sequences(record.shortcuts)


def test_no_shortcut_twice(window: MainWindow) -> None:
    keys = [
        sequence.toString() for action in all_actions(window) for sequence in action.shortcuts()
    ]
    assert len(set(keys)) == len(keys)


@each_action
@pytest.mark.parametrize("drawn", [False, True], ids=["blank", "drawn"])
def test_any_action_at_any_time(
    window: MainWindow, dismissed: list[str], record: Action, drawn: bool
) -> None:
    """None fails, whatever is on the page; dialogs can be left with Esc."""
    if drawn:
        draw(window.session, FOUR)
    action_of(window, record.text).trigger()
    idle()
    if QWhatsThis.inWhatsThisMode():
        QWhatsThis.leaveWhatsThisMode()
    for dialog in window.findChildren(QDialog):
        dialog.close()
    idle()
    if record.name == "opening" and window.commands.welcome.opening is not None:
        window.commands.welcome.opening.end()  # as the first touch would
    if record.name != "quit":
        assert window.isVisible()
        draw(window.session, SEVEN)  # and it still reads
        assert window.session.recognition.reason != "blank"


def test_quit(window: MainWindow) -> None:
    trigger(window, "quit")
    assert not window.isVisible()


def test_undo_redo_clear(window: MainWindow) -> None:
    undo, redo = (action_of(window, record_named(name).text) for name in ("undo", "redo"))
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    write(canvas_of(window), FOUR)
    idle()
    assert undo.isEnabled()
    assert window.windowTitle() == "4 – lenet_gui"

    trigger(window, "clear")
    assert window.session.drawing.empty
    assert not any(window.menus.actions[name].isEnabled() for name in ("clear", "copy"))
    assert window.windowTitle() == "lenet_gui"
    trigger(window, "undo")
    assert all(window.menus.actions[name].isEnabled() for name in ("clear", "copy"))
    assert window.windowTitle() == "4 – lenet_gui"
    assert redo.isEnabled()
    trigger(window, "redo")
    assert window.session.drawing.empty


@pytest.mark.parametrize(
    ("key", "back"),
    [("Del", "Ctrl+Z"), ("Ctrl+Backspace", "Ctrl+Z"), ("Ctrl+Z", "Ctrl+Shift+Z")],
)
def test_keys_take_the_stroke_away_and_bring_it_back(
    window: MainWindow, key: str, back: str
) -> None:
    write(canvas_of(window), SEVEN)
    QTest.keySequence(window, QKeySequence(key))
    idle()
    assert window.session.drawing.empty
    QTest.keySequence(window, QKeySequence(back))
    idle()
    assert len(window.session.drawing.strokes) == len(SEVEN)


def test_undo_in_the_middle_of_a_stroke(window: MainWindow) -> None:
    draw(window.session, SEVEN)
    window.session.begin_stroke(10, 10)
    window.session.extend_stroke(300, 300)
    trigger(window, "undo")
    assert window.session.live is None
    assert len(window.session.drawing.strokes) == len(SEVEN)  # only the stroke at hand is gone
    trigger(window, "undo")
    assert len(window.session.drawing.strokes) == len(SEVEN) - 1


def test_about_names_credits_and_licences(window: MainWindow, dismissed: list[str]) -> None:
    trigger(window, "about")
    said = "".join(dismissed)
    for words in (__version__, "LeCun", "MIT", "LGPL", "MNIST", "CC BY-SA"):
        assert words in said


def test_toolbar_and_keyboard_reach_everything(window: MainWindow) -> None:
    """Tab goes around the window and comes to canvas, reader and network."""
    window.activateWindow()
    canvas_of(window).setFocus()
    reached = set()
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert {"canvas", "network-choice", "network"} <= reached


# ---- readers


def network_box(window: QMainWindow) -> QComboBox:
    box = window.findChild(QComboBox, "network-choice")
    assert box is not None
    return box


@pytest.mark.parametrize("name", network_names())
def test_reader_from_the_menu(window: MainWindow, name: str) -> None:
    draw(window.session, FOUR)
    action_of(window, name).trigger()
    assert window.session.recognition.network == name
    assert window.session.recognition.label == "4"
    assert network_box(window).currentText() == name
    assert action_of(window, name).isChecked()
    assert sum(action_of(window, other).isChecked() for other in network_names()) == 1
    assert Settings().text("reader", "") == name


def test_readers_in_the_toolbar_by_keyboard(window: MainWindow) -> None:
    draw(window.session, SEVEN)
    box = network_box(window)
    assert [box.itemText(index) for index in range(box.count())] == network_names()
    box.setFocus()
    seen = []
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in network_names():
        idle()
        seen.append(box.currentText())
        assert window.session.recognition.network == box.currentText()
        assert window.windowTitle() == "7 – lenet_gui"
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert seen == network_names()


@pytest.mark.parametrize("name", network_names())
def test_reader_says_what_it_is(window: MainWindow, name: str) -> None:
    action_of(window, name).trigger()
    architecture = window.session.recognizer.architecture
    facts = window.findChild(QWidget, "network-facts")
    assert facts is not None
    words = facts.toolTip()
    for number in (architecture.parameters, architecture.connections):
        assert window.locale().toString(number) in words
    assert "%" in words  # its error
    assert architecture.departure in words


def test_status_bar_names_the_reader(window: MainWindow, qtbot) -> None:
    draw(window.session, FOUR)
    reading = window.findChild(QWidget, "reading")
    assert reading is not None
    qtbot.waitUntil(lambda: "ms" in reading.text())
    assert window.session.recognizer.name in reading.text()


def test_first_window_fits_the_screen(qtbot, settings: Settings) -> None:
    """With its frame; the screen of these tests is smaller than the usual window."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert room.width() < FIRST_SIZE.width()
    assert (room - window.size()).width() >= 0 < (room - window.size()).height() - 25


# ---- docks


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.name)
def test_dock_goes_and_comes(window: MainWindow, panel: Panel) -> None:
    toggle = action_of(window, panel.title)
    if not window.workspaces.is_seen(panel.name):
        toggle.trigger()
        finish_work()
    dock = window.workspaces.docks[panel.name]
    assert dock.seen
    assert toggle.isChecked()
    toggle.trigger()
    idle()
    assert dock.isHidden()
    assert not toggle.isChecked()
    draw(window.session, FOUR)  # while nobody looks
    toggle.trigger()
    finish_work()
    assert dock.seen
    assert look_alike(on_screen(window), pixels(window))


def test_reset_brings_everything_back(window: MainWindow) -> None:
    docks = window.workspaces.docks
    first = {name: dock.geometry() for name, dock in docks.items()}
    docks["network"].close()
    docks["answer"].setFloating(True)
    idle()
    trigger(window, "reset_layout")
    finish_work()
    docks = window.workspaces.docks
    assert not any(dock.isHidden() or dock.isFloating() for dock in docks.values())
    assert {name: dock.geometry() for name, dock in docks.items()} == first


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)])
def test_small_screens(window: MainWindow, size: tuple[int, int]) -> None:
    minimum = window.minimumSizeHint()
    assert minimum.width() <= size[0]
    assert minimum.height() <= size[1]
    window.resize(*size)
    idle()
    assert (window.width(), window.height()) == size
    page = canvas_of(window).page_rect()
    assert page.width() >= 160


# ---- sources


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_can_be_shown(window: MainWindow, source: object) -> None:
    action = action_of(window, source.title)
    action.trigger()
    idle()
    assert action.isChecked()
    assert window.isVisible()
    finish_work()  # it may load something
    action_of(window, SOURCES[0].title).trigger()
    idle()
    assert canvas_of(window).isVisible()


# ---- themes


@pytest.mark.parametrize(("name", "theme"), [("theme_light", LIGHT), ("theme_dark", DARK)])
def test_theme_is_everywhere_at_once(window: MainWindow, name: str, theme: object) -> None:
    draw(window.session, FOUR)
    trigger(window, "theme_dark" if name == "theme_light" else "theme_light")
    trigger(window, name)
    assert theme_of(window) is theme
    assert action_of(window, record_named(name).text).isChecked()
    for widget in (window, *window.findChildren(QWidget)):
        assert theme_of(widget) is theme, widget
    shown = pixels(window)
    wrong = np.array(QColor((LIGHT if theme is DARK else DARK).window).getRgb()[:3])
    assert not (shown == wrong).all(axis=2).any()
    assert np.array_equal(on_screen(window), shown)
    assert Settings().text("theme", "") == record_named(name).choice


def test_selected_text_can_be_read(window: MainWindow) -> None:
    for name in ("theme_light", "theme_dark"):
        trigger(window, name)
        palette = QGuiApplication.palette()
        text = palette.color(QPalette.ColorRole.HighlightedText)
        assert contrast(text, palette.color(QPalette.ColorRole.Highlight)) >= 3.0


# ---- settings


def test_window_comes_back_as_it_was(window: MainWindow, qtbot) -> None:
    window.resize(1111, 666)  # the screen that is not there is not as wide
    window.workspaces.docks["stages"].close()
    trigger(window, "theme_dark")
    window.close()
    again = next_start(qtbot)
    assert again.height() == 666
    assert again.workspaces.docks["stages"].isHidden()
    assert action_of(again, record_named("theme_dark").text).isChecked()


BROKEN = {
    "theme": "purple",
    "reader": "../../etc/passwd",
    "geometry": "not a geometry",
    "state": 17,
    "pen_width": "thick",
    "recent": "{]",
}


@pytest.mark.parametrize("key", list(BROKEN))
def test_one_broken_setting(
    qtbot, session: Session, settings_file: QSettings, warnings, key: str
) -> None:
    """It is dropped with a line in the log, and the others hold."""
    sound = {"theme": "dark", "reader": "lenet-5", "pen_width": 50.0, "recent": '["/a.json"]'}
    for name, value in (sound | {key: BROKEN[key]}).items():
        settings_file.setValue(name, value)
    window = next_start(qtbot)
    draw(window.session, FOUR)
    assert window.windowTitle() == "4 – lenet_gui"
    if key != "theme":
        assert action_of(window, record_named("theme_dark").text).isChecked()
    if key != "pen_width":
        assert window.session.pen_width == 50.0
    messages = [record.getMessage() for record in warnings.records]
    if key != "reader":  # read before there is a window
        assert len(messages) == 1
        assert key in messages[0]


def test_every_setting_broken(qtbot, settings_file: QSettings, warnings) -> None:
    for key, value in BROKEN.items():
        settings_file.setValue(key, value)
    window = next_start(qtbot)
    draw(window.session, FOUR)
    assert window.windowTitle() == "4 – lenet_gui"
    assert len(warnings.records) == len(BROKEN) - 1


@pytest.mark.parametrize("key", ["geometry", "state"])
def test_geometry_that_is_rubbish(qtbot, settings_file: QSettings, key: str) -> None:
    settings_file.setValue(key, QByteArray(bytes(range(256)) * 20))
    window = next_start(qtbot)
    assert window.isVisible()
    assert not any(dock.isHidden() for dock in window.workspaces.docks.values())


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS keeps the menu bar outside")
def test_window_says_what_is_drawn(window: MainWindow) -> None:
    """The title is what a screen reader and the task bar tell."""
    assert window.windowTitle() == "lenet_gui"
    draw(window.session, FOUR)
    assert window.windowTitle() == "4 – lenet_gui"
    window.session.replace_drawing(Drawing(), "")
    idle()
    assert window.windowTitle() == "lenet_gui"
    draw(window.session, [[(150, 400), (200, 100), (250, 400), (300, 100), (350, 400)]])
    assert window.windowTitle() == "Not sure – lenet_gui"
