"""Errors that nobody caught: one dialog, one sentence, details on demand."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMessageBox, QPushButton

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.system.errors import ErrorReporter
from tests.gui.helpers import idle

# What is reported is logged, too, which is part of what is tested here.
pytestmark = [
    pytest.mark.usefixtures("quiet"),
    # Dialogs have sizes, which the platform without a screen cannot keep.
    pytest.mark.qt_log_ignore("This plugin does not support"),
]


@pytest.fixture
def quiet(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)


@pytest.fixture
def owner(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def reporter(owner: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> ErrorReporter:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test
    reporter = ErrorReporter(owner)
    reporter.install()
    return reporter


def fail(error: Exception) -> None:
    """As in a slot: raised where nobody can catch it."""

    def slot() -> None:
        raise error

    QTimer.singleShot(0, slot)
    idle()


def dialogs(owner: QMainWindow) -> list[QMessageBox]:
    return [box for box in owner.findChildren(QMessageBox) if box.isVisible()]


@pytest.mark.usefixtures("reporter")
def test_sentence_and_details(owner: QMainWindow, caplog) -> None:
    fail(ZeroDivisionError("deep inside"))
    (box,) = dialogs(owner)
    assert "An internal error" in box.text()
    assert "Traceback" not in box.text()
    assert "ZeroDivisionError" not in box.text()
    details = box.detailedText()
    assert "Traceback" in details
    assert "deep inside" in details
    assert "deep inside" in caplog.text
    box.accept()
    idle()


@pytest.mark.usefixtures("reporter")
def test_what_a_person_did_wrong_needs_no_details(owner: QMainWindow) -> None:
    fail(BadInput("{file} is not an image.", file="notes.txt"))
    (box,) = dialogs(owner)
    assert box.text() == "notes.txt is not an image."
    assert box.detailedText() == ""
    box.accept()
    idle()


@pytest.mark.usefixtures("reporter")
def test_one_dialog_at_a_time(owner: QMainWindow, caplog) -> None:
    for number in range(5):
        fail(RuntimeError(f"number {number}"))
    (box,) = dialogs(owner)
    assert "number 0" in box.detailedText()
    assert all(f"number {number}" in caplog.text for number in range(5))  # none is lost

    button = box.button(QMessageBox.StandardButton.Ok)
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    idle()
    assert not dialogs(owner)
    fail(RuntimeError("later"))
    (box,) = dialogs(owner)
    assert "later" in box.detailedText()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    idle()
    assert not dialogs(owner)


@pytest.mark.usefixtures("reporter")
def test_window_stays_usable(owner: QMainWindow) -> None:
    """The dialog does not stop the event loop."""
    fail(RuntimeError())
    happened: list[bool] = []
    QTimer.singleShot(0, lambda: happened.append(True))
    idle()
    assert happened == [True]
    (box,) = dialogs(owner)
    box.accept()
    idle()


def test_keyboard_interrupt_is_no_error(
    owner: QMainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: passed_on.append(kind))
    reporter = ErrorReporter(owner)
    reporter.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed_on == [KeyboardInterrupt]
    assert not dialogs(owner)


def test_former_hook_comes_back(reporter: ErrorReporter, owner: QMainWindow) -> None:
    assert sys.excepthook == reporter.report
    reporter.remove()
    assert sys.excepthook != reporter.report
