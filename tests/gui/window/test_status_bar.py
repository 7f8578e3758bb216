"""The status bar: who reads, how fast, and from the pen to the screen."""

import re

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from lenet_gui.common.values import Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.status_bar import TEXT_INTERVAL_MS, StatusBar
from tests.gui.helpers import (
    FOUR,
    canvas_of,
    child_of,
    draw,
    drawing_of,
    idle,
    on_canvas,
    pixels,
    press,
    release,
)
from tests.helpers import PATIENCE, untrained


def text(window: MainWindow, name: str) -> str:
    label = window.statusBar().findChild(QLabel, name)
    assert label is not None
    return label.text()


@pytest.mark.parametrize("name", network_names())
def test_who_reads_and_how_fast(window: MainWindow, qtbot, name: str) -> None:
    window.commands.networks.use(name)
    draw(window.session, FOUR)
    qtbot.waitUntil(lambda: text(window, "reading").startswith(f"{name} · read in "))
    found = re.search(r"read in (\d+\.\d) ms", text(window, "reading"))
    assert found is not None
    assert float(found[1]) == pytest.approx(window.session.recognition.milliseconds, abs=0.06)


def test_an_empty_page_took_no_time(window: MainWindow, qtbot) -> None:
    draw(window.session, FOUR)
    qtbot.waitUntil(lambda: " ms" in text(window, "reading"))
    window.session.clear()
    qtbot.waitUntil(lambda: text(window, "reading") == window.session.recognizer.name)


def test_from_the_pen_to_the_screen(window: MainWindow, qtbot) -> None:
    """Only once something was drawn by hand and painted."""
    window.session.clear()
    canvas = canvas_of(window)
    press(canvas, on_canvas(canvas, 100, 100))
    QTest.mouseMove(canvas, on_canvas(canvas, 300, 300))
    release(canvas, on_canvas(canvas, 300, 300))
    qtbot.waitUntil(lambda: "pen to screen" in text(window, "reading"))
    found = re.search(r"pen to screen (\d+) ms", text(window, "reading"))
    assert found is not None
    assert int(found[1]) < 1000 * PATIENCE  # not the time since the machine was started


def test_no_time_of_a_pen_that_was_not_there(window: MainWindow, qtbot) -> None:
    window.session.replace_drawing(drawing_of(FOUR), "")
    idle()
    qtbot.waitUntil(lambda: "read in" in text(window, "reading"))
    assert "pen to screen" not in text(window, "reading")


def test_texts_rest_while_much_is_drawn(session: Session, qtbot) -> None:
    """They change so seldom that they can be read."""
    parent = QWidget()
    qtbot.addWidget(parent)
    bar = StatusBar(session, parent)

    def changed() -> bool:
        if bar.reading.text() == "":
            session.recognized.emit(session.recognition)
        return bar.reading.text() != ""

    for _ in range(3):
        bar.reading.clear()
        for _ in range(100):
            assert not changed()  # not before the timer says so
        assert bar._timer.interval() == TEXT_INTERVAL_MS
        qtbot.waitUntil(changed)  # which is not put off by what follows
        assert not bar._timer.isActive()


def test_unit_at_once(window: MainWindow) -> None:
    draw(window.session, FOUR)
    window.session.point_at(Unit("C1", 3, 4, 5))
    assert text(window, "unit").startswith("C1 map 3 · row 4, column 5 · ")
    window.session.point_at(None)
    assert text(window, "unit") == ""


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_a_message_has_a_place_of_its_own(window: MainWindow, qtbot, width: int) -> None:
    """It hides neither the unit nor the network, and both stay where they are."""
    window.resize(width, 600)
    draw(window.session, FOUR)
    window.session.point_at(Unit("F6", 3))
    bar = child_of(window, StatusBar)
    qtbot.waitUntil(lambda: not bar._timer.isActive())  # the texts do not change any more
    idle()
    assert bar.unit.isVisible()
    assert text(window, "unit").startswith("F6 unit 3 · ")
    before = pixels(bar)
    bar.showMessage("A message that is much longer than the room for messages is. " * 9)
    idle()
    assert bar.unit.isVisible()
    assert bar.unit.shown() == text(window, "unit")
    room = bar.message_room()
    shown = pixels(bar)
    assert np.array_equal(shown[:, bar.unit.x() :], before[:, bar.unit.x() :])
    assert room.right() < bar.unit.x() < bar.reading.x()
    assert room.width() > 0.25 * width
    assert bar.toolTip() == bar.currentMessage()
    changed = np.flatnonzero((shown != before).any(axis=(0, 2)))
    assert changed.min() >= room.left()
    assert changed.max() <= room.right()
    bar.clearMessage()
    idle()
    assert np.array_equal(pixels(bar), before)
    assert bar.toolTip() == ""


def test_value_of_a_class_with_a_long_name(qtbot) -> None:
    """The name is shortened, the value never, and the bar stays narrower than a small screen."""
    names = tuple(f"{'strawberry ' * 9}{i}" for i in range(10))
    session = Session(Recognizer("n" * 200, untrained(class_names=names)))
    parent = QMainWindow()
    qtbot.addWidget(parent)
    bar = StatusBar(session, parent)
    parent.setStatusBar(bar)
    parent.resize(1024, 600)
    with qtbot.waitExposed(parent):
        parent.show()
    draw(session, FOUR)
    session.point_at(Unit("OUTPUT", 3))
    idle()
    value = float(session.recognition.activations["OUTPUT"].ravel()[3])
    assert bar.unit.shown().endswith(f"… · {value:+.3f}")
    assert parent.minimumSizeHint().width() <= 1024
    assert parent.width() == 1024
