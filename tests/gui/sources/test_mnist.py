"""MNIST's test digits: shown, chosen with mouse and keyboard, and read as they are evaluated."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.engine.recognition.reject_rule import rankings
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.results.digit_grid import DIGIT_CELL, DigitGrid
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.sources import mnist as module
from lenet_gui.gui.sources.mnist import MnistSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.digits import DIGITS
from tests.gui.helpers import FOUR, draw, drawing_of, idle, pixels
from tests.helpers import PATIENCE, mnist_test

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The digits are read once for all tests; loading them is tested on its own."""
    monkeypatch.setattr(module, "_test_digits", mnist_test)


def shown_source(qtbot, session: Session) -> MnistSource:
    source = MnistSource(session)
    qtbot.addWidget(source)
    source.resize(420, 460)
    with qtbot.waitExposed(source):
        source.show()
    return source


@pytest.fixture
def source(qtbot, session: Session, read_once) -> MnistSource:
    source = shown_source(qtbot, session)
    qtbot.waitUntil(lambda: len(source.grid.shown) > 0)
    return source


def shown_labels(source: MnistSource) -> set[str]:
    labels = mnist_test().labels
    return {labels[index] for index in source.grid.shown}


def click(grid: DigitGrid, place: int) -> int:
    """Click the digit at that place; returns its number."""
    QTest.mouseClick(grid, LEFT, pos=grid.cell(place).center())
    idle()
    return int(grid.shown[place])


def marked(grid: DigitGrid, place: int) -> bool:
    """Whether a frame in the accent colour is seen around it."""
    cell = grid.cell(place)
    accent = np.array(QColor(LIGHT.accent).getRgb()[:3])
    part = pixels(grid.grab(cell))
    close = np.abs(part.astype(int) - accent).max(axis=2) < 40
    return bool(close[1].sum() > DIGIT_CELL / 2 and close[:, 1].sum() > DIGIT_CELL / 2)


# ---- loading


def test_nothing_is_read_before_it_is_seen(qtbot, session: Session, monkeypatch) -> None:
    asked: list[int] = []
    gate = threading.Event()

    def digits() -> object:
        asked.append(threading.get_ident())
        gate.wait(PATIENCE)
        return mnist_test()

    monkeypatch.setattr(module, "_test_digits", digits)
    source = MnistSource(session)
    qtbot.addWidget(source)
    idle()
    assert not asked
    with qtbot.waitExposed(source):
        source.show()
    idle()
    assert source.status.text() == "Loading …"
    assert len(source.grid.shown) == 0
    gate.set()
    qtbot.waitUntil(lambda: len(source.grid.shown) > 0)
    assert asked != [threading.get_ident()]  # not in the window's thread
    source.hide()
    source.show()
    idle()
    assert len(asked) == 1


def test_the_real_digits(qtbot, session: Session) -> None:
    source = shown_source(qtbot, session)
    qtbot.waitUntil(lambda: len(source.grid.shown) == 10_000)
    assert source.locale().toString(10_000) in source.status.text()


def test_digits_that_are_missing(qtbot, session: Session, monkeypatch) -> None:
    """Told in the source itself; the next look tries again."""
    missing = [True]

    def digits() -> object:
        if missing:
            raise BadInput("There is no file {file}.", file="t10k")
        return mnist_test()

    monkeypatch.setattr(module, "_test_digits", digits)
    source = shown_source(qtbot, session)
    qtbot.waitUntil(lambda: "no file t10k" in source.status.text())
    source.take_random()  # tries again, too
    qtbot.waitUntil(lambda: not source._background.busy)
    assert session.drawing.empty
    missing.clear()
    source.hide()
    source.show()
    qtbot.waitUntil(lambda: len(source.grid.shown) == 10_000)


# ---- classes


@pytest.mark.parametrize("label", "0123456789")
def test_only_one_class(source: MnistSource, label: str) -> None:
    source.choice.setFocus()
    for _ in range(int(label) + 1):
        QTest.keyClick(source.choice, Qt.Key.Key_Down)
    assert source.choice.currentText() == f"Only {label}"
    assert shown_labels(source) == {label}
    assert len(source.grid.shown) == mnist_test().labels.count(label)
    assert source.locale().toString(len(source.grid.shown)) in source.status.text()
    QTest.keyClick(source.choice, Qt.Key.Key_Home)
    assert len(source.grid.shown) == 10_000


def test_random_is_one_of_those_shown(source: MnistSource, session: Session) -> None:
    source.choice.setCurrentIndex(4)
    drawn = set()
    for _ in range(25):
        QTest.mouseClick(source.random, LEFT)
        idle()
        ink = session.drawing.picture.ink
        index = next(
            int(i) for i in source.grid.shown if np.array_equal(mnist_test().images[i], ink)
        )
        assert mnist_test().labels[index] == "3"
        drawn.add(index)
    assert len(drawn) > 15
    assert session.undo_stack.count() == 25


# ---- choosing


@pytest.mark.parametrize("label", sorted(DIGITS))
def test_click_puts_the_digit_onto_the_page(
    source: MnistSource, session: Session, label: str
) -> None:
    draw(session, [[(100, 100), (300, 300)]])
    before = session.drawing
    index = click(source.grid, DIGITS[label])
    assert index == DIGITS[label]
    assert np.array_equal(session.drawing.picture.ink, mnist_test().images[index])
    assert not session.drawing.strokes
    assert session.recognition.label == label
    assert source.status.text() == f"MNIST test digit {index}, labelled {label}"
    assert session.undo_stack.undoText() == source.status.text()
    session.undo_stack.undo()
    assert session.drawing is before


@pytest.mark.parametrize("name", network_names())
def test_window_reads_as_evaluate_does(session: Session, name: str) -> None:
    """The answer is the one that the error rate of the network counts, also of misread digits."""
    session.use_network(name)
    images = mnist_test().images[:2500]
    answers = rankings(session.recognizer.evidence(images))[:, 0]
    misread = np.flatnonzero(answers != [int(label) for label in mnist_test().labels[:2500]])
    chosen = [*range(40), *misread[:60]]
    found = [session.recognizer.recognize(sample_picture(images[i])).ranking[0] for i in chosen]
    assert found == answers[chosen].tolist()


def test_what_is_undone_is_not_marked_any_more(source: MnistSource, session: Session) -> None:
    first, second = (click(source.grid, place) for place in (3, 7))
    assert (source.grid.marked, marked(source.grid, 7)) == (second, True)
    session.clear()
    assert source.grid.marked is None
    assert source.locale().toString(10_000) in source.status.text()
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert (source.grid.marked, marked(source.grid, 3)) == (first, True)
    label = mnist_test().labels[first]
    assert source.status.text() == f"MNIST test digit {first}, labelled {label}"
    draw(session, FOUR)
    assert source.grid.marked is None


def test_the_one_that_is_on_the_page_is_marked(source: MnistSource) -> None:
    for place in (0, 3, 12):
        click(source.grid, place)
        assert [p for p in range(20) if marked(source.grid, p)] == [place]


def test_right_click_and_click_beside_take_nothing(source: MnistSource, session: Session) -> None:
    grid = source.grid
    QTest.mouseClick(grid, Qt.MouseButton.RightButton, pos=grid.cell(2).center())
    assert session.drawing.empty
    source.resize(source.width() + 20 - grid.width() % DIGIT_CELL, source.height())
    idle()
    assert grid.width() % DIGIT_CELL == 20
    QTest.mouseClick(grid, LEFT, pos=QPoint(grid.width() - 10, 5))
    assert session.drawing.empty
    source.choice.setCurrentIndex(1)
    below = grid.cell(len(grid.shown) - 1).bottom() + 20
    QTest.mouseClick(grid, LEFT, pos=QPoint(5, below))
    assert session.drawing.empty
    assert session.undo_stack.count() == 0


def test_with_the_keyboard(source: MnistSource, session: Session) -> None:
    source.setFocus()
    grid = source.grid
    across = grid.width() // DIGIT_CELL
    place = 0
    for key, step in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, across),
        (Qt.Key.Key_Left, -1),
    ):
        QTest.keyClick(grid, key)
        place += step
    assert session.drawing.empty  # moving alone takes nothing
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter):
        session.clear()
        QTest.keyClick(grid, key)
        assert np.array_equal(session.drawing.picture.ink, mnist_test().images[place])
    assert marked(grid, place)


def test_keyboard_stays_within_the_digits_and_in_sight(
    source: MnistSource, session: Session
) -> None:
    source.setFocus()
    QTest.keyClick(source.grid, Qt.Key.Key_Up)
    QTest.keyClick(source.grid, Qt.Key.Key_Left)
    QTest.keyClick(source.grid, Qt.Key.Key_Return)
    assert np.array_equal(session.drawing.picture.ink, mnist_test().images[0])
    for _ in range(60):
        QTest.keyClick(source.grid, Qt.Key.Key_Down)
    QTest.keyClick(source.grid, Qt.Key.Key_Return)
    place = 60 * (source.grid.width() // DIGIT_CELL)
    assert np.array_equal(session.drawing.picture.ink, mnist_test().images[place])
    scroll = source.findChild(QScrollArea)
    seen = scroll.viewport().rect().translated(QPoint(0, scroll.verticalScrollBar().value()))
    assert seen.contains(source.grid.cell(place))


def test_before_the_digits_are_there(qtbot, session: Session) -> None:
    """An empty grid takes keys and clicks, and does nothing."""
    grid = DigitGrid()
    qtbot.addWidget(grid)
    grid.resize(200, 200)
    with qtbot.assertNotEmitted(grid.chosen):
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Left):
            QTest.keyClick(grid, key)
        QTest.mouseClick(grid, LEFT, pos=QPoint(10, 10))
    pixels(grid)


def test_digits_are_seen(source: MnistSource) -> None:
    """Each in its cell, dark ink on light paper."""
    margin = (DIGIT_CELL - 28) // 2
    for place in (0, 1, 13):
        part = pixels(source.grid.grab(source.grid.cell(place))).mean(axis=2)
        part = part[margin : margin + 28, margin : margin + 28]
        ink = mnist_test().images[place]
        assert np.corrcoef(part.ravel(), ink.ravel())[0, 1] < -0.99


# ---- in the window


def test_random_digit_from_the_menu_before_it_was_ever_shown(
    window: MainWindow, qtbot, read_once
) -> None:
    assert "mnist" not in window.sources.made
    QTest.keySequence(window, QKeySequence("Ctrl+R"))
    qtbot.waitUntil(lambda: window.session.drawing.picture is not None)
    idle()
    ink = window.session.drawing.picture.ink
    index = next(i for i, image in enumerate(mnist_test().images) if np.array_equal(image, ink))
    text = f"MNIST test digit {index}, labelled {mnist_test().labels[index]}"
    assert window.session.undo_stack.undoText() == text
    assert window.sources.currentWidget() is window.sources.made["drawing"]  # the page stays
    QTest.keySequence(window, QKeySequence("Ctrl+R"))
    idle()
    assert window.session.undo_stack.count() == 2


def test_ctrl_r_twice_before_they_are_loaded_is_one_digit(
    window: MainWindow, qtbot, read_once
) -> None:
    window.commands.photos.random_digit()
    window.commands.photos.random_digit()
    qtbot.waitUntil(lambda: window.session.drawing.picture is not None)
    idle()
    assert window.session.undo_stack.count() == 1


def test_drawing_over_a_digit(window: MainWindow, qtbot, read_once) -> None:
    """Back at the page, strokes go over it."""
    window.sources.bring("mnist")
    source = window.sources.source("mnist")
    qtbot.waitUntil(lambda: len(source.grid.shown) > 0)
    click(source.grid, DIGITS["1"])
    assert window.windowTitle() == "1 – lenet_gui"
    window.sources.bring("drawing")
    draw(window.session, [[(60, 500), (500, 500)]])
    assert window.session.drawing.picture is not None
    assert len(window.session.drawing.strokes) == 1
    window.session.replace_drawing(drawing_of([]), "")


def test_what_the_source_says_is_not_cut(source: MnistSource) -> None:
    click(source.grid, 9)
    label = source.status
    assert isinstance(label, QLabel)
    assert label.wordWrap()
    assert label.height() >= label.heightForWidth(label.width())
