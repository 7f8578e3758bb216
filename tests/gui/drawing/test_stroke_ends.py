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
PLAIN = Qt.KeyboardModifier.NoModifier
START, END, FAR = QPoint(60, 60), QPoint(200, 200), QPoint(300, 100)


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, buttons: Qt.MouseButton = NONE) -> None:
    where = QPointF(at)
    event = QMouseEvent(kind, where, widget.mapToGlobal(where), NONE, buttons, PLAIN)
    QCoreApplication.sendEvent(widget, event)


def drag(canvas: Canvas) -> None:
    """Press, and move with the button down. The release is lost."""
    canvas.setFocus()
    press(canvas, START)
    mouse(canvas, QEvent.Type.MouseMove, END, LEFT)


def assert_ended(session: Session, points: int = 2) -> None:
    idle()
    assert session.live is None
    (stroke,) = session.drawing.strokes
    assert len(stroke.points) == points
    assert session.undo_stack.undoText() == "Draw a stroke"


# ---- the release is lost


def test_a_move_without_a_button_ends_it(canvas: Canvas, session: Session) -> None:
    drag(canvas)
    mouse(canvas, QEvent.Type.MouseMove, FAR)
    assert_ended(session)
    mouse(canvas, QEvent.Type.MouseMove, START, LEFT)  # pressed elsewhere
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
    mouse(canvas, QEvent.Type.MouseMove, FAR, LEFT)  # it is not taken up again
    assert_ended(window.session)


def test_minimizing_ends_it(window: MainWindow) -> None:
    drag(canvas_of(window))
    window.showMinimized()
    assert_ended(window.session)
    window.showNormal()


def test_a_second_button_does_not_keep_it(canvas: Canvas, session: Session) -> None:
    """Its menu takes the release of the first one."""
    drag(canvas)
    press(canvas, END, RIGHT)
    mouse(canvas, QEvent.Type.MouseMove, FAR, RIGHT)
    assert_ended(session)


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
        mouse(canvas, QEvent.Type.MouseMove, FAR, LEFT)
        mouse(canvas, QEvent.Type.MouseMove, FAR)
    assert len(window.session.drawing.strokes) == 2


def test_copying_has_the_stroke_in_progress(window: MainWindow) -> None:
    canvas, session = canvas_of(window), window.session
    press(canvas, on_canvas(canvas, *SEVEN[0][0]))
    for point in SEVEN[0][1:]:
        mouse(canvas, QEvent.Type.MouseMove, on_canvas(canvas, *point), LEFT)
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
    mouse(canvas, QEvent.Type.MouseMove, on_canvas(canvas, *FOUR[0][2]))
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
    mouse(canvas, QEvent.Type.MouseMove, FAR)
    assert session.live is not None
    pen_event(canvas, QEvent.Type.TabletMove, FAR, NONE, LEFT)
    pen_event(canvas, QEvent.Type.TabletRelease, FAR, LEFT, NONE)
    assert_ended(session, 3)
