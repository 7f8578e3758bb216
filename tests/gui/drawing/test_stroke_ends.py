"""A stroke always ends, also when its release is lost; what moves unpressed never draws."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QGuiApplication,
    QInputDevice,
    QKeySequence,
    QMouseEvent,
    QPointingDevice,
    QTabletEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QWidget

from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.gui.documents.mime_data import DRAWING_TYPE, received
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.carrying import press_keys
from tests.gui.helpers import FOUR, SEVEN, canvas_of, draw, idle, on_canvas, press
from tests.gui.opening import answer_dialog

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
MIDDLE = Qt.MouseButton.MiddleButton
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE = QEvent.Type.MouseButtonRelease
PLAIN = Qt.KeyboardModifier.NoModifier
START, END, FAR = QPoint(60, 60), QPoint(200, 200), QPoint(300, 100)


def mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPoint,
    buttons: Qt.MouseButton = NONE,
    button: Qt.MouseButton = NONE,
) -> None:
    """buttons: those that are down afterwards. button: the one that was pressed or released."""
    where = QPointF(at)
    event = QMouseEvent(kind, where, widget.mapToGlobal(where), button, buttons, PLAIN)
    QCoreApplication.sendEvent(widget, event)


def drag(canvas: Canvas) -> None:
    """Press, and move with the button down. The release is lost."""
    canvas.setFocus()
    press(canvas, START)
    mouse(canvas, MOVE, END, LEFT)


def assert_ended(session: Session, points: int = 2) -> None:
    idle()
    assert session.live is None
    (stroke,) = session.drawing.strokes
    assert len(stroke.points) == points
    assert session.undo_stack.undoText() == "Draw a stroke"


# ---- the release is lost


def test_a_move_without_a_button_ends_it(canvas: Canvas, session: Session) -> None:
    drag(canvas)
    mouse(canvas, MOVE, FAR)
    assert_ended(session)
    mouse(canvas, MOVE, START, LEFT)  # pressed elsewhere
    assert_ended(session)


def test_coming_back_without_a_button_ends_it(canvas: Canvas, session: Session) -> None:
    drag(canvas)
    place = QPointF(FAR)
    QCoreApplication.sendEvent(canvas, QEnterEvent(place, place, canvas.mapToGlobal(place)))
    assert_ended(session)


def another_window(canvas: Canvas) -> QWidget:
    other = QDialog(canvas.window())
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    return other


def dialog(canvas: Canvas) -> QWidget:
    other = QDialog(canvas.window())
    other.open()
    return other


def menu(canvas: Canvas) -> QWidget:
    other = QMenu(canvas.window())
    other.addAction("x")
    other.popup(canvas.mapToGlobal(END))
    return other


def focus_elsewhere(canvas: Canvas) -> QWidget:
    other = QPushButton(canvas.window())
    other.show()
    other.setFocus()
    return other


TAKEN: dict[str, Callable[[Canvas], QWidget | None]] = {
    "another window": another_window,
    "a dialog": dialog,
    "a menu": menu,
    "another widget has the keyboard": focus_elsewhere,
    "hidden": lambda canvas: canvas.hide(),
    "disabled": lambda canvas: canvas.setEnabled(False),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_takes_the_pointer_away_ends_it(window: MainWindow, name: str) -> None:
    canvas = canvas_of(window)
    window.activateWindow()
    drag(canvas)
    assert window.session.live is not None
    other = TAKEN[name](canvas)
    assert_ended(window.session)
    if other is not None:
        other.close()
        other.deleteLater()
    canvas.setEnabled(True)
    canvas.show()
    mouse(canvas, MOVE, FAR, LEFT)  # it is not taken up again
    assert_ended(window.session)


def test_minimizing_ends_it(window: MainWindow) -> None:
    drag(canvas_of(window))
    window.showMinimized()
    assert_ended(window.session)
    window.showNormal()


@pytest.mark.parametrize("second", [RIGHT, MIDDLE, Qt.MouseButton.BackButton])
def test_a_second_button_ends_it(canvas: Canvas, session: Session, second: Qt.MouseButton) -> None:
    """What has a menu takes the release of the first one; only a press of its own draws again."""
    drag(canvas)
    mouse(canvas, PRESS, END, LEFT | second, second)
    assert_ended(session)
    mouse(canvas, MOVE, FAR, LEFT | second)
    mouse(canvas, RELEASE, FAR, LEFT, second)
    mouse(canvas, MOVE, START, LEFT)  # the first button is still down
    assert_ended(session)
    mouse(canvas, RELEASE, START, NONE, LEFT)
    assert_ended(session)
    mouse(canvas, PRESS, START, LEFT, LEFT)
    mouse(canvas, MOVE, END, LEFT)
    mouse(canvas, RELEASE, END, NONE, LEFT)
    assert [len(stroke.points) for stroke in session.drawing.strokes] == [2, 2]


def test_a_press_beside_another_button_does_not_draw(canvas: Canvas, session: Session) -> None:
    mouse(canvas, PRESS, START, RIGHT, RIGHT)
    mouse(canvas, PRESS, START, LEFT | RIGHT, LEFT)
    mouse(canvas, MOVE, END, LEFT | RIGHT)
    mouse(canvas, RELEASE, END, LEFT, RIGHT)
    mouse(canvas, MOVE, FAR, LEFT)
    assert session.live is None
    assert session.drawing.empty


def test_a_second_button_whose_press_is_not_told_ends_it(canvas: Canvas, session: Session) -> None:
    drag(canvas)
    mouse(canvas, MOVE, FAR, LEFT | RIGHT)
    assert_ended(session)


def test_a_second_button_ends_erasing(canvas: Canvas, session: Session) -> None:
    draw(session, FOUR)
    session.set_erasing(True)
    press(canvas, on_canvas(canvas, *FOUR[1][2]))
    mouse(canvas, PRESS, END, LEFT | RIGHT, RIGHT)
    mouse(canvas, MOVE, on_canvas(canvas, *FOUR[0][2]), LEFT | RIGHT)
    assert len(session.drawing.strokes) == 1
    assert session.undo_stack.undoText() == "Erase"


# ---- saved and copied with all that is seen


def test_saving_has_the_stroke_in_progress(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    answer_dialog(monkeypatch, "getSaveFileName", path)
    canvas = canvas_of(window)
    for lines in (1, 2):  # once with the dialog, and once without
        drag(canvas)
        window.menus.actions["save"].trigger()
        assert window.session.live is None
        assert len(read_drawing(path).strokes) == lines
        mouse(canvas, MOVE, FAR, LEFT)
        mouse(canvas, MOVE, FAR)
    assert len(window.session.drawing.strokes) == 2


def test_copying_has_the_stroke_in_progress(window: MainWindow) -> None:
    canvas, session = canvas_of(window), window.session
    press(canvas, on_canvas(canvas, *SEVEN[0][0]))
    for point in SEVEN[0][1:]:
        mouse(canvas, MOVE, on_canvas(canvas, *point), LEFT)
    idle()
    assert window.menus.actions["copy"].isEnabled()
    press_keys(window, QKeySequence.StandardKey.Copy)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat(DRAWING_TYPE)
    copied = received(data)
    assert isinstance(copied, Drawing)
    assert len(copied.strokes) == 1
    assert_ended(session, len(SEVEN[0]))


def test_what_is_being_erased_ends_too(canvas: Canvas, session: Session) -> None:
    draw(session, FOUR)
    session.set_erasing(True)
    press(canvas, on_canvas(canvas, *FOUR[1][2]))
    assert len(session.drawing.strokes) == 1
    mouse(canvas, MOVE, on_canvas(canvas, *FOUR[0][2]))
    assert len(session.drawing.strokes) == 1
    assert session.undo_stack.undoText() == "Erase"


# ---- a pen


def pen_event(
    canvas: Canvas, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, buttons: Qt.MouseButton
) -> None:
    device = QPointingDevice(
        "pen", 1, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure, 1, 3,
    )  # fmt: skip
    place = QPointF(at)
    event = QTabletEvent(
        kind, device, place, canvas.mapToGlobal(place), 0.5, 0, 0, 0, 0, 0, PLAIN, button, buttons,
    )  # fmt: skip
    QCoreApplication.sendEvent(canvas, event)


def pen_drag(canvas: Canvas) -> None:
    pen_event(canvas, QEvent.Type.TabletPress, START, LEFT, LEFT)
    pen_event(canvas, QEvent.Type.TabletMove, END, NONE, LEFT)


def test_a_pen_that_hovers_does_not_draw(canvas: Canvas, session: Session) -> None:
    pen_drag(canvas)
    pen_event(canvas, QEvent.Type.TabletMove, FAR, NONE, NONE)
    assert_ended(session)
    pen_event(canvas, QEvent.Type.TabletMove, START, NONE, LEFT)
    assert_ended(session)


def test_a_pen_that_leaves_the_tablet_ends_its_stroke(canvas: Canvas, session: Session) -> None:
    pen_drag(canvas)
    application = QCoreApplication.instance()
    assert application is not None
    QCoreApplication.sendEvent(application, QEvent(QEvent.Type.TabletLeaveProximity))
    assert_ended(session)


def test_a_mouse_beside_a_pen_does_not_end_its_stroke(canvas: Canvas, session: Session) -> None:
    pen_drag(canvas)
    mouse(canvas, MOVE, FAR)
    assert session.live is not None
    pen_event(canvas, QEvent.Type.TabletMove, FAR, NONE, LEFT)
    pen_event(canvas, QEvent.Type.TabletRelease, FAR, LEFT, NONE)
    assert_ended(session, 3)
