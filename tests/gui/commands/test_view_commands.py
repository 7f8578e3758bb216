"""For a room full of people, and for people whom motion disturbs."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontInfo, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenuBar, QWidget

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.common.values import Unit
from lenet_gui.gui.appearance import reduced_motion
from lenet_gui.gui.appearance.languages import LANGUAGES, use_language
from lenet_gui.gui.appearance.reduced_motion import (
    STILL,
    be_still,
    is_still,
    pace,
    system_wants_stillness,
)
from lenet_gui.gui.commands.auto_clear import CLEAR_AFTER_S, AutoClear
from lenet_gui.gui.commands.view_commands import PROJECTOR_ZOOM
from lenet_gui.gui.drawing.countdown import Countdown
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.learning_network import READING_PAUSE_MS
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.appearance.test_languages import cut_off_in
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import (
    FOUR,
    canvas_of,
    child_of,
    drag_separator,
    draw,
    idle,
    next_start,
    whole_window,
)
from tests.helpers import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
SIZE = (1366, 768)
SIZES = [(1024, 600), (1024, 768), (1366, 768), (1920, 1080)]
READABLE = SIZE[1] / 42  # pixels of an em: what the last row of a classroom can read


@pytest.fixture
def projected(window: MainWindow) -> Iterator[MainWindow]:
    window.resize(*SIZE)
    draw(window.session, FOUR)
    window.menus.actions["projector"].trigger()
    idle()
    yield window
    window.commands.view.use_projector(False)


def shown(window: MainWindow, *kinds: type) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isVisible() and isinstance(w, kinds)]


def places(window: MainWindow) -> dict[str, QRect]:
    """Where the page and each panel is that is seen, in pixels."""
    seen = {name: dock.geometry() for name, dock in window.workspaces.docks.items() if dock.seen}
    return seen | {"window": window.geometry(), "page": canvas_of(window).geometry()}


def em(widget: QWidget) -> int:
    return QFontInfo(widget.font()).pixelSize()


def test_everything_can_be_read_from_afar(
    projected: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Widgets, and what they paint."""
    written = shown(projected, QLabel, QAbstractButton, QComboBox, QMenuBar)
    assert len(written) > 10
    assert not [w for w in written if getattr(w, "text", str)() and em(w) < READABLE]
    painted: list[tuple[str, int]] = []
    draw_text = QPainter.drawText

    def note(painter: QPainter, *arguments: Any) -> object:
        text = next(a for a in arguments if isinstance(a, str))
        painted.append((text, QFontInfo(painter.font()).pixelSize()))
        return draw_text(painter, *arguments)  # as they came

    monkeypatch.setattr(QPainter, "drawText", note)
    projected.grab()
    assert {"4", "C1", "F6"} <= {text for text, _ in painted}
    assert not [each for each in painted if each[1] < READABLE]


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(projected: MainWindow, size: tuple[int, int]) -> None:
    projected.resize(*size)
    for language in LANGUAGES:
        use_language(language)
        idle()
        assert (projected.width(), projected.height()) == size
        assert not cut_off_in(projected), language


def test_only_what_is_looked_at_is_shown(projected: MainWindow) -> None:
    docks = projected.workspaces.docks
    assert {name for name, dock in docks.items() if dock.isVisible()} == {"network", "answer"}
    assert docks["answer"].height() > SIZE[1] / 4
    assert projected.session.recognition.label == "4"
    assert len(projected.session.drawing.strokes) == len(FOUR)


@pytest.mark.parametrize("size", SIZES)
def test_page_is_larger_than_before(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    idle()
    before = canvas_of(window).page_rect().width()
    window.menus.actions["projector"].trigger()
    assert window.isFullScreen()
    idle()
    window.resize(*size)  # the screen that is not there has only one size
    idle()
    assert canvas_of(window).page_rect().width() > before
    assert (window.width(), window.height()) == size
    window.menus.actions["projector"].trigger()


def test_other_workspaces_are_shown_large_and_left_as_they_were(window: MainWindow) -> None:
    """What is moved while projecting is not the user's arrangement."""
    workspaces = window.workspaces
    workspaces.show_workspace("look_inside")
    idle()
    before = places(window)
    window.menus.actions["projector"].trigger()
    assert workspaces.name == "read"
    workspaces.show_workspace("look_inside")
    workspaces.docks["inspector"].close()
    idle()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    idle()
    assert not workspaces.projected
    assert not window.menus.actions["projector"].isChecked()
    assert workspaces.name == "look_inside"
    assert workspaces.docks["inspector"].seen
    assert places(window) == before


def test_escape_goes_step_by_step(projected: MainWindow) -> None:
    session = projected.session
    session.begin_stroke(100, 100)
    session.point_at(Unit("C1", 0, 3, 3))
    for stroke, unit, full in ((False, True, True), (False, False, True), (False, False, False)):
        QTest.keyClick(projected, Qt.Key.Key_Escape)
        assert (session.live is not None) == stroke
        assert (session.unit is not None) == unit
        assert projected.workspaces.projected == full


def test_all_is_as_before_afterwards(window: MainWindow, qapp: QApplication, qtbot) -> None:
    """To the pixel; also when the window is closed meanwhile, and started again."""
    window.workspaces.docks["certainty"].close()
    before = places(window)
    drag_separator(window, "network", 97)
    assert places(window)["network"].width() == before["network"].width() - 97
    font, before = qapp.font().pointSizeF(), places(window)
    QTest.keyClick(window, Qt.Key.Key_F11)
    idle()
    assert window.workspaces.projected
    assert qapp.font().pointSizeF() == pytest.approx(font * PROJECTOR_ZOOM)
    QTest.keyClick(window, Qt.Key.Key_F11)
    idle()
    assert places(window) == before
    QTest.keyClick(window, Qt.Key.Key_F11)
    idle()
    window.close()
    assert qapp.font().pointSizeF() == pytest.approx(font)
    again = next_start(qtbot)
    idle()
    assert not again.isFullScreen()
    again.setGeometry(before["window"])  # the screen that is not there has less room
    idle()
    assert places(again) == before


# ---- the page empties itself


@pytest.fixture
def resting(training: FakeTraining, window: MainWindow) -> AutoClear:
    found = window.commands.view.findChild(AutoClear)
    assert found is not None
    draw(window.session, FOUR)
    assert not found.timer.isActive()  # until somebody switches it on
    found.timer.setInterval(60_000)  # until a test lets time pass
    window.menus.actions["auto_clear"].trigger()
    return found


def test_seconds_are_counted_over_the_page(window: MainWindow, resting: AutoClear) -> None:
    label = child_of(window, Countdown)
    assert not label.isVisible()
    said = []
    for _ in range(CLEAR_AFTER_S - 1):
        resting.timer.timeout.emit()
        assert label.isVisible()
        assert window.sources.rect().contains(label.geometry())
        said.append(label.text())
    assert said[0] == f"The page clears in {CLEAR_AFTER_S - 1} s"
    assert said[-1] == "The page clears in 1 s"
    resting.timer.timeout.emit()
    assert window.session.drawing.empty
    assert not label.isVisible()
    draw(window.session, FOUR)
    assert not label.isVisible()  # it begins again


def test_page_stays_unless_that_was_switched_on(projected: MainWindow, settings: Settings) -> None:
    found = projected.commands.view.findChild(AutoClear)
    assert not found.timer.isActive()
    assert settings.text("auto_clear", "off") == "off"
    projected.menus.actions["auto_clear"].trigger()
    assert found.timer.isActive()
    assert settings.text("auto_clear", "off") == "on"
    projected.menus.actions["auto_clear"].trigger()
    assert not found.timer.isActive()


def test_page_is_cleared_when_the_pen_rests(window: MainWindow, resting: AutoClear, qtbot) -> None:
    session = window.session
    resting.timer.setInterval(3)
    qtbot.waitUntil(lambda: session.drawing.empty)
    window.menus.actions["undo"].trigger()  # somebody wanted to look longer
    assert not session.drawing.empty
    session.begin_stroke(100, 100)
    resting.timer.timeout.emit()
    assert session.live is not None
    session.end_stroke()
    qtbot.waitUntil(lambda: session.drawing.empty)


def test_page_stays_while_a_network_learns_to_read_it(
    window: MainWindow, resting: AutoClear, training: FakeTraining
) -> None:
    training.start(TrainingConfig("lenet-5"))
    resting.timer.timeout.emit()
    assert not window.session.drawing.empty


def test_page_waits_while_something_else_is_looked_at(
    window: MainWindow, resting: AutoClear, qtbot
) -> None:
    window.sources.bring("mnist")
    resting.timer.timeout.emit()
    assert window.sources.currentWidget() is window.sources.source("mnist")
    assert not window.session.drawing.empty
    window.sources.bring("drawing")
    resting.timer.setInterval(3)
    qtbot.waitUntil(lambda: window.session.drawing.empty)


# ---- motion


@pytest.fixture(autouse=True)
def moving(qapp: QApplication) -> Iterator[None]:
    yield
    be_still(False)


def test_little_moves(qapp: QApplication) -> None:
    flash = qapp.cursorFlashTime()
    be_still(True)
    assert pace(READING_PAUSE_MS) == STILL
    assert pace(STILL * 2) == STILL * 2
    assert qapp.cursorFlashTime() == 0
    be_still(False)
    assert pace(READING_PAUSE_MS) == READING_PAUSE_MS
    assert qapp.cursorFlashTime() == flash


def test_choice_is_kept(window: MainWindow, settings: Settings) -> None:
    window.menus.actions["still"].trigger()
    assert is_still()
    assert settings.text("motion", "system") == "reduced"
    window.menus.actions["still"].trigger()
    assert not is_still()
    assert settings.text("motion", "system") == "full"


def test_curves_change_once_a_second(training: FakeTraining, window: MainWindow) -> None:
    window.workspaces.bring("training")
    panel = window.workspaces.panel("training")
    be_still(True)
    training.start(TrainingConfig("lenet-5"))
    before = panel.running_row.bar.value()
    training.learn(10, progress=0.5)
    assert panel._repaint.interval() == STILL
    assert panel.running_row.bar.value() == before
    panel._repaint.timeout.emit()
    assert panel.running_row.bar.value() == 500


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody's settings, on a desktop that is not GNOME."""
    monkeypatch.setattr(reduced_motion.sys, "platform", "linux")
    monkeypatch.setattr(reduced_motion, "_gnome", lambda: False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "still"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("kdeglobals", "no settings at all %", False),
        ("other", "", False),
    ],
)
def test_the_system_is_asked(home: Path, name: str, text: str, still: bool) -> None:
    path = home / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert system_wants_stillness() is still


@pytest.mark.parametrize(("choice", "still"), [("system", True), ("full", False)])
def test_the_system_decides_until_somebody_does(
    choice: str,
    still: bool,
    window_of: Callable[[], MainWindow],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    qtbot,
) -> None:
    monkeypatch.setattr("lenet_gui.gui.commands.view_commands.system_wants_stillness", lambda: True)
    settings.store("motion", choice)
    window = window_of()
    qtbot.waitUntil(lambda: not window.commands.view._background.busy)
    assert is_still() is still
    assert window.menus.actions["still"].isChecked() is still
    assert settings.text("motion", "system") == choice


@pytest.fixture
def window_of(session, settings: Settings, qtbot) -> Callable[[], MainWindow]:
    def make() -> MainWindow:
        window = whole_window(session, settings)
        qtbot.addWidget(window)
        return window

    return make


# ---- screens with more pixels

SCALED = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.drawing.countdown import Countdown
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.appearance.theme import apply_theme
from tests.gui.helpers import FOUR, draw, whole_window
from tests.gui.appearance.test_languages import cut_off_in

application = QApplication([])
use_language("en")
apply_theme(application, "light")
session = Session(load_recognizer("lenet-5"))
window = whole_window(session, Settings())
window.resize(1366, 768)
window.show()
draw(session, FOUR)
picture = window.grab()
print(picture.width(), picture.height(), session.recognition.label, *cut_off_in(window))
window.close()
"""


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_at_a_larger_scale(scale: float, tmp_path: Path) -> None:
    """Qt reads the scale once, when it starts, so a program of its own is needed."""
    done = subprocess.run(
        [sys.executable, "-c", SCALED],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "QT_SCALE_FACTOR": str(scale)},
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(round(1366 * scale)), str(round(768 * scale)), "4"]
