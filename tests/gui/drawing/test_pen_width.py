"""The pen's width: by keys, wheel and slider, and seen by its ring; how many strokes there are."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import NARROWEST_PEN, WIDEST_PEN, Session
from lenet_gui.gui.sources.drawing import DrawingSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    canvas_of,
    draw,
    idle,
    inked,
    next_start,
    pixels,
    press,
    release,
)

NONE = Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def source(qtbot, session: Session) -> DrawingSource:
    source = DrawingSource(session, take_tour=lambda: None)
    qtbot.addWidget(source)
    source.resize(420, 460)
    with qtbot.waitExposed(source):
        source.show()
    return source


def ring_height(canvas: Canvas) -> float:
    """Of the ring around the middle of the page, in page units."""
    middle = canvas.page_rect().center().toPoint()
    QTest.mouseMove(canvas, middle + QPoint(1, 1))
    QTest.mouseMove(canvas, middle)
    idle()
    with_ring = pixels(canvas)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    idle()
    rows, _ = np.nonzero((with_ring != pixels(canvas)).any(axis=2))
    return float(rows.max() - rows.min()) * 560 / canvas.page_rect().width()


def wheel(widget: QWidget, notches: float, modifiers: Qt.KeyboardModifier) -> bool:
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, round(notches * 120)), NONE, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    QCoreApplication.sendEvent(widget, event)
    return event.isAccepted()


@pytest.mark.parametrize(
    ("change", "grows"),
    [
        (lambda window: QTest.keySequence(canvas_of(window), QKeySequence("]")), True),
        (lambda window: QTest.keySequence(canvas_of(window), QKeySequence("[")), False),
        (lambda window: wheel(canvas_of(window), 1, CONTROL), True),
        (lambda window: wheel(canvas_of(window), -1, CONTROL), False),
        (lambda window: QTest.keyClick(slider(window), Qt.Key.Key_PageUp), True),
        (lambda window: QTest.keyClick(slider(window), Qt.Key.Key_PageDown), False),
    ],
    ids=["]", "[", "wheel up", "wheel down", "slider up", "slider down"],
)
def test_width_and_ring_and_slider_and_label_agree(
    window: MainWindow, change: Callable[[MainWindow], None], grows: bool
) -> None:
    canvas, session = canvas_of(window), window.session
    session.set_pen_width(60.0)
    before = ring_height(canvas)
    change(window)
    assert (session.pen_width > 60.0) == grows
    assert abs(session.pen_width - 60.0) > 2
    pixel = 560 / canvas.page_rect().width()
    assert ring_height(canvas) - before == pytest.approx(session.pen_width - 60, abs=3 * pixel)
    assert slider(window).value() == round(session.pen_width)
    labels = [label.text() for label in window.findChildren(QLabel)]
    assert f"Pen {round(session.pen_width)}" in labels
    press(canvas, QPoint(60, 60))
    release(canvas, QPoint(60, 60))
    assert session.drawing.strokes[0].width == session.pen_width


def slider(window: QWidget) -> QSlider:
    found = window.findChild(QSlider, "pen-width")
    assert found is not None
    return found


def test_wheel_alone_changes_nothing(canvas: Canvas, session: Session) -> None:
    before = session.pen_width
    assert not wheel(canvas, 3, PLAIN)  # whatever is around the canvas may scroll
    assert session.pen_width == before


def test_fine_wheels_change_finely(canvas: Canvas, session: Session) -> None:
    before = session.pen_width
    for _ in range(8):
        wheel(canvas, 1 / 8, CONTROL)
    eighths, session.pen_width = session.pen_width, before
    wheel(canvas, 1, CONTROL)
    assert eighths == pytest.approx(session.pen_width)


@pytest.mark.parametrize(("key", "limit"), [("[", NARROWEST_PEN), ("]", WIDEST_PEN)])
def test_limits(window: MainWindow, key: str, limit: float) -> None:
    for _ in range(30):
        QTest.keySequence(canvas_of(window), QKeySequence(key))
    assert window.session.pen_width == limit
    assert slider(window).value() == limit
    assert slider(window).value() in (slider(window).minimum(), slider(window).maximum())


def test_changing_the_width_leaves_the_ink(source: DrawingSource, session: Session) -> None:
    draw(session, SEVEN)
    drawing, shown = session.drawing, inked(source.canvas)
    slider(source).setValue(100)
    idle()
    assert session.drawing is drawing
    assert np.array_equal(inked(source.canvas), shown)


def test_width_is_kept(window: MainWindow, qtbot) -> None:
    window.session.set_pen_width(77.5)
    window.close()
    again = next_start(qtbot)
    assert again.session.pen_width == 77.5
    assert slider(again).value() == round(77.5)


def test_count_of_strokes(source: DrawingSource, session: Session) -> None:
    def said() -> bool:
        count = len(session.drawing.strokes)
        text = {0: "", 1: "1 stroke"}.get(count, f"{count} strokes")
        return text in [label.text() for label in source.findChildren(QLabel)]

    assert said()
    draw(session, FOUR)
    assert said()
    session.undo_stack.undo()
    assert said()
