"""Fingers on the canvas: one draws, others wait."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF
from PySide6.QtGui import (
    QPointingDevice,
    QTouchEvent,
)
from PySide6.QtTest import QTest

from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import (
    idle,
    inked,
    pixels,
)


@pytest.fixture(scope="module")
def screen_of_touch(qapp) -> QPointingDevice:
    return QTest.createTouchDevice()


def test_finger_draws(canvas: Canvas, session: Session, screen_of_touch) -> None:
    places = [QPoint(100, 100), QPoint(180, 140), QPoint(250, 300)]
    touch = QTest.touchEvent(canvas, screen_of_touch)
    touch.press(0, places[0], canvas).commit()
    assert inked(canvas)[100, 100]  # ink at once
    for place in places[1:]:
        touch.move(0, place, canvas).commit()
    assert inked(canvas)[300, 250]
    assert not session.drawing.strokes
    touch.release(0, places[-1], canvas).commit()
    idle()
    (stroke,) = session.drawing.strokes
    wanted = np.array([canvas.to_page(QPointF(place)) for place in places])
    assert np.abs(stroke.points - wanted).max() < 1.0
    assert np.isnan(stroke.pressures).all()
    assert session.undo_stack.count() == 1  # and no mouse stroke beside it


def test_second_finger_is_ignored(canvas: Canvas, session: Session, screen_of_touch) -> None:
    first, second = QPoint(100, 100), QPoint(300, 300)
    touch = QTest.touchEvent(canvas, screen_of_touch)
    touch.press(0, first, canvas).commit()
    touch.stationary(0).press(1, second, canvas).commit()
    touch.move(0, QPoint(120, 150), canvas).move(1, QPoint(320, 320), canvas).commit()
    touch.stationary(0).release(1, QPoint(320, 320), canvas).commit()
    touch.move(0, QPoint(130, 200), canvas).commit()
    touch.release(0, QPoint(130, 200), canvas).commit()
    idle()
    (stroke,) = session.drawing.strokes
    assert stroke.points.max() < canvas.to_page(QPointF(220, 220))[0]
    assert stroke.points[-1] == pytest.approx(canvas.to_page(QPointF(130, 200)), abs=1.0)


def test_second_finger_does_not_take_over(
    canvas: Canvas, session: Session, screen_of_touch
) -> None:
    """The first one is lifted while the other is still there: the stroke has ended."""
    touch = QTest.touchEvent(canvas, screen_of_touch)
    touch.press(0, QPoint(100, 100), canvas).commit()
    touch.move(0, QPoint(120, 150), canvas).press(1, QPoint(300, 300), canvas).commit()
    touch.release(0, QPoint(120, 150), canvas).stationary(1).commit()
    touch.move(1, QPoint(330, 330), canvas).commit()
    touch.release(1, QPoint(330, 330), canvas).commit()
    idle()
    (stroke,) = session.drawing.strokes
    assert stroke.points.max() < canvas.to_page(QPointF(200, 200))[0]
    assert session.live is None


def test_touch_that_the_system_takes_away_drops_the_stroke(
    canvas: Canvas, session: Session, screen_of_touch
) -> None:
    empty = pixels(canvas)
    touch = QTest.touchEvent(canvas, screen_of_touch)
    touch.press(0, QPoint(100, 100), canvas).commit()
    touch.move(0, QPoint(200, 200), canvas).commit()
    assert session.live is not None
    cancel = QTouchEvent(QEvent.Type.TouchCancel, screen_of_touch)
    QCoreApplication.sendEvent(canvas, cancel)
    idle()
    assert session.live is None
    assert session.drawing.empty
    assert session.undo_stack.count() == 0
    assert session.recognition.reason == "blank"
    assert np.array_equal(pixels(canvas), empty)
    touch.release(0, QPoint(200, 200), canvas).commit()
    idle()
    assert session.drawing.empty
