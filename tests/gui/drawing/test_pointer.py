"""The mouse with Shift, Esc and the eraser, and the drawing source around the canvas."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from lenet_gui.common.values import Drawing
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    canvas_of,
    child_of,
    draw,
    idle,
    inked,
    on_canvas,
    on_screen,
    pixels,
    press,
    release,
)
from tests.helpers import default_recognizer

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier

# ---- the mouse with Shift


def moved(canvas: Canvas, at: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    """A move with the left button down and a key held, which QTest has no call for."""
    where = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, canvas.mapToGlobal(where), NONE, LEFT, modifiers
    )
    QCoreApplication.sendEvent(canvas, event)


def test_straight_segment_is_seen_before_it_is_done(canvas: Canvas, session: Session) -> None:
    press(canvas, QPoint(100, 100))
    for aside in (QPoint(300, 300), QPoint(100, 300), QPoint(300, 100)):
        moved(canvas, aside, SHIFT)
        idle()
        middle = (QPoint(100, 100) + aside) / 2
        assert inked(canvas)[middle.y(), middle.x()]
    shown = inked(canvas)
    assert not shown[200, 200]  # the former directions are gone
    assert not shown[200, 100]
    assert np.array_equal(on_screen(canvas), pixels(canvas))
    release(canvas, QPoint(300, 100))
    idle()
    assert np.array_equal(inked(canvas), shown)
    (stroke,) = session.drawing.strokes
    wanted = [canvas.to_page(QPointF(*place)) for place in ((100, 100), (300, 100))]
    assert np.abs(stroke.points - np.array(wanted)).max() < 1e-3


def test_reading_follows_the_straight_segment(canvas: Canvas, session: Session) -> None:
    top, bottom = on_canvas(canvas, 280, 100), on_canvas(canvas, 280, 450)
    press(canvas, top)
    moved(canvas, on_canvas(canvas, 500, 110), SHIFT)
    idle()
    assert session.recognition.label != "1"
    moved(canvas, bottom, SHIFT)
    idle()
    assert session.recognition.label == "1"
    release(canvas, bottom)
    idle()
    assert session.recognition.label == "1"


def test_a_seven_of_two_straight_segments(canvas: Canvas, session: Session) -> None:
    """Letting go of Shift for one move makes the corner."""
    corner = on_canvas(canvas, 410, 130)
    press(canvas, on_canvas(canvas, 150, 140))
    for place in ((200, 300), (420, 200)):
        moved(canvas, on_canvas(canvas, *place), SHIFT)
    moved(canvas, corner, SHIFT)
    moved(canvas, corner)
    for place in ((400, 300), (250, 440)):
        moved(canvas, on_canvas(canvas, *place), SHIFT)
    release(canvas, on_canvas(canvas, 250, 440))
    idle()
    (stroke,) = session.drawing.strokes
    assert len(stroke.points) == 4  # the corner twice
    assert session.recognition.label == "7"


# ---- Esc and the eraser


def test_escape_in_the_middle_of_erasing_restores(canvas: Canvas, session: Session) -> None:
    draw(session, FOUR)
    before, shown, count = session.drawing, inked(canvas), session.undo_stack.count()
    session.set_erasing(True)
    press(canvas, on_canvas(canvas, 140, 300))
    QTest.mouseMove(canvas, on_canvas(canvas, 250, 303))
    idle()
    assert len(session.drawing.strokes) == 1
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    idle()
    assert session.drawing is before
    assert session.recognition.label == "4"
    QTest.mouseMove(canvas, on_canvas(canvas, 313, 400))  # the button is still down
    release(canvas, on_canvas(canvas, 313, 400))
    assert session.drawing is before
    assert session.undo_stack.count() == count
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))  # with its ring
    assert np.array_equal(inked(canvas), shown)


def test_escape_in_the_middle_of_a_stroke_keeps_the_others(
    canvas: Canvas, session: Session
) -> None:
    draw(session, FOUR)
    before = session.drawing
    press(canvas, QPoint(60, 60))
    QTest.mouseMove(canvas, QPoint(340, 340))
    idle()
    assert not np.array_equal(session.recognition.scores, default_scores(before))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    idle()
    release(canvas, QPoint(340, 340))
    assert session.drawing is before
    assert np.array_equal(session.recognition.scores, default_scores(before))
    assert session.undo_stack.undoText() == "Draw a stroke"


def default_scores(drawing: Drawing) -> np.ndarray:
    from lenet_gui.engine.ink.rasterizer import drawing_picture

    return default_recognizer().recognize(drawing_picture(drawing)).scores


def test_eraser_by_key_button_and_menu(window: MainWindow) -> None:
    canvas, session = canvas_of(window), window.session
    button = child_of(window, QToolButton, "eraser")
    action = window.menus.actions["eraser"]
    draw(session, [FOUR[0], FOUR[1]])
    for switch in (
        lambda: QTest.keyClick(canvas, Qt.Key.Key_E),
        lambda: QTest.mouseClick(button, LEFT),
        action.trigger,
    ):
        switch()
        assert session.erasing
        assert button.isChecked()
        assert action.isChecked()
        press(canvas, on_canvas(canvas, *FOUR[1][3]))
        release(canvas, on_canvas(canvas, *FOUR[1][3]))
        assert len(session.drawing.strokes) == 1
        assert session.undo_stack.undoText() == "Erase"
        session.undo_stack.undo()
        switch()
        assert not session.erasing
        assert not button.isChecked()
        assert not action.isChecked()
    press(canvas, QPoint(40, 40))
    release(canvas, QPoint(40, 40))
    assert len(session.drawing.strokes) == 3


def test_eraser_is_told_by_more_than_a_colour(canvas: Canvas, session: Session) -> None:
    """Its ring has gaps."""
    middle = QPoint(100, 100)
    QTest.mouseMove(canvas, middle)
    weakest = {}
    for erasing in (False, True):
        session.set_erasing(erasing)
        idle()
        weakest[erasing] = min(darkness_around(canvas, middle, session.pen_width))
    assert weakest[True] < 0.6 * weakest[False]


def darkness_around(canvas: Canvas, middle: QPoint, width: float) -> list[float]:
    """How much the pen's ring stands out from the paper, all the way round."""
    radius = width / 560 * canvas.page_rect().width() / 2
    shown = 255 - pixels(canvas).astype(float).mean(axis=2)
    found = []
    for angle in np.linspace(0, 2 * np.pi, 90, endpoint=False):
        way = np.array([radius - 0.7, radius, radius + 0.7])
        rows = np.rint(middle.y() + way * np.sin(angle)).astype(int)
        columns = np.rint(middle.x() + way * np.cos(angle)).astype(int)
        found.append(float(shown[rows, columns].max()))
    return found
