"""Pen, finger, mouse and keyboard on the canvas: what each of them leaves on the page."""

import math
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QInputDevice,
    QKeySequence,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from lenet_gui.engine.strokes import LIGHTEST_TOUCH, make_stroke
from lenet_gui.gui.canvas import Canvas
from lenet_gui.gui.main_window import MainWindow
from lenet_gui.gui.session import THICKEST, THINNEST, Session
from lenet_gui.gui.settings import Settings
from lenet_gui.gui.sources.drawing import DrawingSource
from lenet_gui.gui.theme import LIGHT
from tests.gui.helpers import (
    FOUR,
    SEVEN,
    canvas_of,
    draw,
    idle,
    on_canvas,
    on_screen,
    pixels,
    press,
    release,
)
from tests.helpers import default_reader

# The platform without a screen cannot raise windows or keep their least sizes, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

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


@pytest.fixture
def canvas(qtbot, session: Session) -> Canvas:
    canvas = Canvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    QCursor.setPos(799, 799)  # away, or the ring of the pen is seen
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


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


def inked(widget: QWidget) -> np.ndarray:
    """bool (rows, columns): where full ink is seen."""
    return (pixels(widget) == QColor(LIGHT.ink).getRgb()[:3]).all(axis=2)


def thickness(widget: QWidget, column: int) -> float:
    """How many pixels the ink is high in that column, with parts of pixels at its edges."""
    paper, ink = (np.array(QColor(c).getRgb()[:3], float) for c in (LIGHT.paper, LIGHT.ink))
    shown = pixels(widget)[20:-20, column].astype(float)
    return float(((paper - shown) / (paper - ink)).mean(axis=1).sum())


# ---- the pen of a tablet


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
    wanted = full * (LIGHTEST_TOUCH + (1 - LIGHTEST_TOUCH) * pressure)
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
    box = window.findChild(QWidget, "reader")
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


# ---- fingers


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


def default_scores(drawing: object) -> np.ndarray:
    from lenet_gui.engine.strokes import drawing_picture

    return default_reader().recognize(drawing_picture(drawing)).scores


@pytest.fixture
def source(qtbot, session: Session) -> DrawingSource:
    source = DrawingSource(session)
    qtbot.addWidget(source)
    source.resize(420, 460)
    with qtbot.waitExposed(source):
        source.show()
    return source


def test_eraser_by_key_button_and_menu(window: MainWindow) -> None:
    canvas, session = canvas_of(window), window.session
    button = window.findChild(QToolButton, "eraser")
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


# ---- the pen's width


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
        (lambda window: wheel(canvas_of(window), 1, Qt.KeyboardModifier.ControlModifier), True),
        (lambda window: wheel(canvas_of(window), -1, Qt.KeyboardModifier.ControlModifier), False),
        (lambda window: QTest.keyClick(slider(window), Qt.Key.Key_PageUp), True),
        (lambda window: QTest.keyClick(slider(window), Qt.Key.Key_PageDown), False),
    ],
    ids=["]", "[", "wheel up", "wheel down", "slider up", "slider down"],
)
def test_width_and_ring_and_slider_and_label_agree(
    window: MainWindow, change: object, grows: bool
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
        wheel(canvas, 1 / 8, Qt.KeyboardModifier.ControlModifier)
    eighths, session.pen_width = session.pen_width, before
    wheel(canvas, 1, Qt.KeyboardModifier.ControlModifier)
    assert eighths == pytest.approx(session.pen_width)


@pytest.mark.parametrize(("key", "limit"), [("[", THINNEST), ("]", THICKEST)])
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
    again = MainWindow(Session(default_reader()), Settings())
    qtbot.addWidget(again)
    assert again.session.pen_width == 77.5
    assert slider(again).value() == round(77.5)


def test_count_of_strokes(source: DrawingSource, session: Session) -> None:
    def said() -> bool:
        count = len(session.drawing.strokes)
        text = f"{count} stroke" if count == 1 else f"{count} strokes"
        return text in [label.text() for label in source.findChildren(QLabel)]

    assert said()
    draw(session, FOUR)
    assert said()
    session.undo_stack.undo()
    assert said()


def test_unknown_pressure_is_full_width(canvas: Canvas, session: Session) -> None:
    """The mouse has none."""
    draw(session, [[(100, 280), (460, 280)]])
    full = session.pen_width / 560 * canvas.page_rect().width()
    assert thickness(canvas, 200) == pytest.approx(full, abs=0.3)
    assert math.isnan(make_stroke([(0, 0)]).pressures[0])
