"""The toolbar: the reader's facts are the numbers of its checkpoint."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.widgets.elided_label import FittingLabel
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.window.network_bar import network_facts
from tests.gui.helpers import FOUR, child_of, draw, idle, pixels
from tests.helpers import untrained

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("name", network_names())
@pytest.mark.usefixtures("english")
def test_facts_are_those_of_the_checkpoint(name: str) -> None:
    recognizer = load_recognizer(name)
    facts, evaluation = network_facts(recognizer)[0], recognizer.checkpoint.evaluation
    assert f"{recognizer.architecture.parameters:,} parameters" in facts
    assert f"{recognizer.architecture.connections:,} connections" in facts
    assert f"{100 * evaluation['error_rate']:.2f} % error on MNIST's test digits" in facts
    assert ("and other writers' pen digits" in facts) == name.endswith("-pen")
    low, high = evaluation["interval"]
    assert f"({100 * low:.2f} to {100 * high:.2f})" in facts
    assert facts.endswith(recognizer.architecture.departure)


@pytest.mark.usefixtures("english")
def test_the_numbers_of_the_paper() -> None:
    facts = network_facts(load_recognizer("lenet-5"))[0]
    assert "60,000 parameters · 340,908 connections" in facts
    assert "as published" in facts


def test_numbers_as_they_are_written_elsewhere() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        facts = network_facts(load_recognizer("lenet-5"))[0]
    finally:
        QLocale.setDefault(before)
    assert "60.000 parameters" in facts
    assert "0,4" in facts


def test_reader_that_was_never_evaluated() -> None:
    """Nothing is said of an error that nobody knows."""
    assert "%" not in "".join(network_facts(Recognizer("own", untrained())))


@pytest.mark.parametrize("width", [800, 1024, 1366, 1900])
def test_facts_are_as_many_as_there_is_room_for_and_whole_in_the_tip(
    window: MainWindow, width: int
) -> None:
    window.resize(width, 700)
    idle()
    label = child_of(window, FittingLabel, "network-facts")
    ways = network_facts(window.session.recognizer)
    assert label.toolTip() == label.text() == ways[0]
    assert label.shown() in ways, "it is cut in the middle of a word"
    longer = ways[: ways.index(label.shown())]
    assert all(label.fontMetrics().horizontalAdvance(way) > label.width() for way in longer)
    pixels(label)
    for button in window.network_bar.findChildren(QToolButton):
        if button.defaultAction() is not None:
            assert button.isVisible()
            assert window.network_bar.rect().contains(button.geometry())


def test_what_is_narrower_than_all_ways_ends_in_an_ellipsis(qtbot) -> None:
    label = FittingLabel()
    qtbot.addWidget(label)
    label.set_ways(("0.84 % error on the digits", "0.84 % error"))
    whole = label.fontMetrics().horizontalAdvance(label.text())
    label.resize(whole, 20)
    assert label.shown() == "0.84 % error on the digits"
    label.resize(whole - 1, 20)
    assert label.shown() == "0.84 % error"
    label.resize(label.fontMetrics().horizontalAdvance("0.84 %…"), 20)
    assert label.shown().endswith("…")


def test_the_name_that_is_chosen_can_be_read_in_full(window: MainWindow) -> None:
    box, name = window.network_bar.box, "lenet-5-modern 2026-11-27 03.43"
    usual, frame_and_arrow = box.width(), 24
    window.session.use(Recognizer(name, untrained()))
    idle()
    assert box.width() >= box.fontMetrics().horizontalAdvance(name) + frame_and_arrow
    window.commands.networks.use("lenet-5")
    idle()
    assert box.width() < usual + 40, "the longest name takes the room of the facts"


def test_undo_redo_clear_are_a_click_away(window: MainWindow) -> None:
    draw(window.session, FOUR)
    for name, empty in (("clear", True), ("undo", False), ("redo", True)):
        button = window.network_bar.widgetForAction(window.menus.actions[name])
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.session.drawing.empty == empty
    button = window.network_bar.widgetForAction(window.menus.actions["redo"])
    assert not button.isEnabled()
