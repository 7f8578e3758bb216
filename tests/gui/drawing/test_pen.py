"""The pen of a tablet: its pressure is the width, its other end erases, its button does nothing."""

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QInputDevice,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lenet_gui.engine.ink.rasterizer import MIN_PRESSURE_WIDTH, make_stroke
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    canvas_of,
    draw,
    idle,
    inked,
    on_canvas,
    on_screen,
    pixels,
)

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TABLET_PRESS, TABLET_MOVE = QEvent.Type.TabletPress, QEvent.Type.TabletMove
TABLET_RELEASE = QEvent.Type.TabletRelease
MOUSE = {
    TABLET_PRESS: QEvent.Type.MouseButtonPress,
    TABLET_MOVE: QEvent.Type.MouseMove,
    TABLET_RELEASE: QEvent.Type.MouseButtonRelease,
}


def pen_with(pointer: QPointingDevice.PointerType) -> QPointingDevice:
    return QPointingDevice(
        "pen",
        1,
        QInputDevice.DeviceType.Stylus,
        pointer,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        3,
    )


@pytest.fixture
def pen(qapp) -> QPointingDevice:
    return pen_with(QPointingDevice.PointerType.Pen)


@pytest.fixture
def eraser(qapp) -> QPointingDevice:
    return pen_with(QPointingDevice.PointerType.Eraser)


class Tablet:
    """A pen over a widget. What it does not accept comes again as a mouse event, as Qt does it."""

    def __init__(self, widget: QWidget, device: QPointingDevice) -> None:
        self._widget, self._device = widget, device
        self._buttons = NONE

    def send(
        self,
        kind: QEvent.Type,
        at: QPointF,
        pressure: float = 0.0,
        button: Qt.MouseButton = NONE,
        modifiers: Qt.KeyboardModifier = PLAIN,
    ) -> bool:
        """Returns whether the widget accepted it."""
        everywhere = self._widget.mapToGlobal(at)
        event = QTabletEvent(
            kind, self._device, at, everywhere, pressure, 0, 0, 0, 0, 0,
            modifiers, button, self._buttons,
        )  # fmt: skip
        event.ignore()
        QCoreApplication.sendEvent(self._widget, event)
        if not event.isAccepted():
            again = QMouseEvent(MOUSE[kind], at, everywhere, button, self._buttons, modifiers)
            QCoreApplication.sendEvent(self._widget, again)
        return event.isAccepted()

    def press(self, at: QPointF, pressure: float = 0.5, button: Qt.MouseButton = LEFT) -> bool:
        self._buttons |= button
        return self.send(TABLET_PRESS, at, pressure, button)

    def move(
        self, at: QPointF, pressure: float = 0.5, modifiers: Qt.KeyboardModifier = PLAIN
    ) -> bool:
        return self.send(TABLET_MOVE, at, pressure, modifiers=modifiers)

    def release(self, at: QPointF, button: Qt.MouseButton = LEFT) -> bool:
        self._buttons &= ~button
        return self.send(TABLET_RELEASE, at, 0.0, button)

    def draw(self, places: list[tuple[float, float]], pressures: list[float]) -> None:
        self.press(QPointF(*places[0]), pressures[0])
        for place, pressure in zip(places[1:], pressures[1:], strict=True):
            self.move(QPointF(*place), pressure)
        self.release(QPointF(*places[-1]))


def thickness(widget: QWidget, column: int) -> float:
    """How many pixels the ink is high in that column, with parts of pixels at its edges."""
    paper, ink = (np.array(QColor(c).getRgb()[:3], np.float64) for c in (LIGHT.paper, LIGHT.ink))
    shown = pixels(widget)[20:-20, column].astype(float)
    return float(((paper - shown) / (paper - ink)).mean(axis=1).sum())


def test_pen_draws_with_its_pressure(canvas: Canvas, session: Session, pen) -> None:
    places = [(60.25, 200.5), (120.0, 200.5), (200.0, 200.5), (340.75, 200.5)]
    pressures = [0.1, 0.4, 0.8, 1.0]
    Tablet(canvas, pen).draw(places, pressures)
    (stroke,) = session.drawing.strokes
    assert np.allclose(stroke.pressures, pressures)
    assert stroke.width == session.pen_width
    wanted = [canvas.to_page(QPointF(*place)) for place in places]
    assert np.abs(stroke.points - np.array(wanted)).max() < 1e-3  # finer than pixels


@pytest.mark.parametrize("pressure", [0.0, 0.25, 0.5, 1.0])
def test_width_follows_the_pressure(canvas: Canvas, session: Session, pen, pressure: float) -> None:
    Tablet(canvas, pen).draw([(60, 200), (340, 200)], [pressure, pressure])
    QCursor.setPos(799, 799)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    full = session.pen_width / 560 * canvas.page_rect().width()
    wanted = full * (MIN_PRESSURE_WIDTH + (1 - MIN_PRESSURE_WIDTH) * pressure)
    assert thickness(canvas, 200) == pytest.approx(wanted, abs=0.3)


def test_a_stroke_swells(canvas: Canvas, pen) -> None:
    """Pressed more and more, it grows from one end to the other."""
    Tablet(canvas, pen).draw([(60, 200), (340, 200)], [0.0, 1.0])
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    seen = [thickness(canvas, column) for column in range(80, 330, 40)]
    assert all(after > before + 0.5 for before, after in pairwise(seen))


def test_pen_events_are_accepted_so_that_no_mouse_follows(
    canvas: Canvas, session: Session, pen
) -> None:
    """Otherwise each stroke would be drawn twice."""
    tablet = Tablet(canvas, pen)
    assert tablet.move(QPointF(90, 90), 0.0)
    assert tablet.press(QPointF(100, 100))
    assert tablet.move(QPointF(200, 200))
    assert tablet.release(QPointF(200, 200))
    assert len(session.drawing.strokes) == 1
    assert session.undo_stack.count() == 1
    assert len(session.drawing.strokes[0].points) == 2


def test_hovering_shows_the_ring_and_draws_nothing(canvas: Canvas, session: Session, pen) -> None:
    empty = on_screen(canvas)
    tablet = Tablet(canvas, pen)
    for place in ((150, 150), (200, 120), (100, 100)):
        tablet.move(QPointF(*place), 0.0)
    idle()
    assert session.live is None
    assert session.drawing.empty
    rows, columns = np.nonzero((on_screen(canvas) != empty).any(axis=2))
    radius = session.pen_width / 560 * canvas.page_rect().width() / 2
    for found, wanted in ((rows, 100), (columns, 100)):  # only the last place has a ring
        assert found.min() == pytest.approx(wanted - radius, abs=2.5)
        assert found.max() == pytest.approx(wanted + radius, abs=2.5)
    QCoreApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    idle()
    assert np.array_equal(on_screen(canvas), empty)


def test_eraser_end_takes_whole_strokes_in_one_undo(
    canvas: Canvas, session: Session, eraser
) -> None:
    draw(session, [*FOUR, [(60, 500), (500, 500)]])
    before = session.drawing
    places = [on_canvas(canvas, *point) for point in ((100, 310), (250, 300), (313, 400))]
    tablet = Tablet(canvas, eraser)
    tablet.press(QPointF(places[0]))
    for place in places[1:]:
        tablet.move(QPointF(place))
    idle()
    assert session.drawing.strokes == before.strokes[2:]  # seen while the eraser is down
    assert not inked(canvas)[places[1].y(), places[1].x()]
    tablet.release(QPointF(places[-1]))
    assert session.drawing.strokes == before.strokes[2:]
    session.undo_stack.undo()
    idle()
    assert session.drawing is before
    assert session.recognition.label is not None or session.recognition.reason == "unsure"
    session.undo_stack.redo()
    assert session.drawing.strokes == before.strokes[2:]


def test_eraser_end_on_empty_paper_changes_nothing(
    canvas: Canvas, session: Session, eraser
) -> None:
    draw(session, SEVEN)
    count = session.undo_stack.count()
    Tablet(canvas, eraser).draw([(40, 360), (60, 380)], [0.5, 0.5])
    assert session.undo_stack.count() == count
    assert len(session.drawing.strokes) == 1


def test_button_of_the_pen_does_not_draw(canvas: Canvas, session: Session, pen) -> None:
    tablet = Tablet(canvas, pen)
    tablet.press(QPointF(100, 100), 0.0, RIGHT)
    tablet.move(QPointF(200, 200), 0.0)
    tablet.release(QPointF(200, 200), RIGHT)
    assert session.live is None
    assert session.drawing.empty


def test_button_of_the_pen_does_not_end_the_stroke(canvas: Canvas, session: Session, pen) -> None:
    """The hand that writes squeezes it; a mouse's second button ends the stroke."""
    tablet = Tablet(canvas, pen)
    tablet.press(QPointF(100, 100))
    tablet.press(QPointF(150, 100), 0.5, RIGHT)
    tablet.release(QPointF(160, 100), RIGHT)
    assert session.live is not None
    tablet.move(QPointF(200, 100))
    tablet.release(QPointF(200, 100))
    (stroke,) = session.drawing.strokes
    assert stroke.points[-1] == pytest.approx(canvas.to_page(QPointF(200, 100)), abs=1e-3)


def test_pen_with_shift_draws_straight(canvas: Canvas, session: Session, pen) -> None:
    tablet = Tablet(canvas, pen)
    tablet.press(QPointF(80, 80), 1.0)
    for place in ((100, 300), (200, 180), (320, 80)):
        tablet.move(QPointF(*place), 1.0, SHIFT)
    tablet.release(QPointF(320, 80))
    (stroke,) = session.drawing.strokes
    wanted = [canvas.to_page(QPointF(*place)) for place in ((80, 80), (320, 80))]
    assert np.abs(stroke.points - np.array(wanted)).max() < 1e-3


def test_escape_drops_the_stroke_of_a_pen_wherever_the_keyboard_was(
    window: MainWindow, pen
) -> None:
    """Putting the pen down on the canvas brings the keyboard there, as a click does."""
    window.activateWindow()
    box = window.findChild(QWidget, "network-choice")
    box.setFocus()
    canvas = canvas_of(window)
    tablet = Tablet(canvas, pen)
    middle = canvas.page_rect().center()
    tablet.press(middle)
    tablet.move(middle + QPointF(30, 30))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.session.live is None
    tablet.release(middle + QPointF(30, 30))
    assert window.session.drawing.empty


def test_unknown_pressure_is_full_width(canvas: Canvas, session: Session) -> None:
    """The mouse has none."""
    draw(session, [[(100, 280), (460, 280)]])
    full = session.pen_width / 560 * canvas.page_rect().width()
    assert thickness(canvas, 200) == pytest.approx(full, abs=0.3)
    assert math.isnan(make_stroke([(0, 0)]).pressures[0])
