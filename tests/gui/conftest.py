"""A session, a window with settings of its own, and the light theme before each test."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

import lenet_gui.gui.panels.certainty.curve
import lenet_gui.gui.panels.training.curves
import lenet_gui.gui.plotting.reliability_diagram  # noqa: F401
from lenet_gui.engine.ink.drawing_files import write_drawing
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.session.view_context import ViewContext
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.training.training_parts import TrainingParts
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.gui.window.main_window import FIRST_SIZE
from tests.gui.digits import DIGITS, digit_image, grey_image
from tests.gui.fake_training import FakeTraining
from tests.gui.helpers import SEVEN, context_of, drawing_of, finish_work, whole_window
from tests.gui.time_limits import set_far_away
from tests.helpers import PATIENCE, default_recognizer

LONG = round(PATIENCE * 1000)  # milliseconds


class PatientBot(QtBot):
    """Waits for what it is asked for as long as a busy machine may need."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONG) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONG, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = LONG) -> Any:
        return super().waitExposed(widget, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a busy machine brings late is late for nobody."""
    set_far_away(monkeypatch)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """Themes belong to the whole application, so each test begins with the same one."""
    if not qapp.styleSheet():
        apply_theme(qapp, "light")
    sheet = qapp.styleSheet()
    yield
    if qapp.styleSheet() != sheet:
        apply_theme(qapp, "light")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Languages, too, belong to the whole application."""
    if not qapp.findChildren(QTranslator, "language"):
        use_language("en")
    translators = qapp.findChildren(QTranslator, "language")
    yield
    if qapp.findChildren(QTranslator, "language") != translators:
        use_language("en")


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python put there, Qt would delete after Python has ended, and crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def settings_file(qapp: QApplication) -> QSettings:
    """The user's settings: none but that the opening was seen."""
    file = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "lenet_gui", "lenet_gui"
    )
    file.setFallbacksEnabled(False)  # as the program opens it
    file.clear()
    file.setValue("opening", "seen")  # a program that a test starts reads these settings, too
    file.sync()
    return file


@pytest.fixture
def settings(settings_file: QSettings) -> Settings:
    return Settings()


@pytest.fixture
def session(qapp: QApplication) -> Iterator[Session]:
    session = Session(default_recognizer())
    yield session
    default_recognizer().rule = (
        default_recognizer().checkpoint.rejection
    )  # all tests have the same one


@pytest.fixture
def trainings(session: Session, settings: Settings) -> Iterator[TrainingParts]:
    """What trains in the window, and in panels without one."""
    trainings = TrainingParts(session, settings)
    yield trainings
    trainings.shut_down()


@pytest.fixture
def training(session: Session, trainings: TrainingParts) -> FakeTraining:
    """The window trains with this one."""
    fake = FakeTraining(session)
    trainings.use(cast(TrainingSession, fake))  # it has what the window uses of a training
    return fake


@pytest.fixture
def context(qtbot, session: Session, settings: Settings, trainings: TrainingParts) -> ViewContext:
    """What panels and sources are made with that stand alone."""
    return context_of(qtbot, session, settings, trainings)


@pytest.fixture
def canvas(qtbot, session: Session) -> Canvas:
    canvas = Canvas(session)
    qtbot.addWidget(canvas)
    canvas.resize(400, 400)
    QCursor.setPos(799, 799)  # away, or the ring of the pen is seen
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


@pytest.fixture
def window(
    qtbot, session: Session, settings: Settings, trainings: TrainingParts
) -> Iterator[QMainWindow]:
    """The whole window, as it is at the first start once what that begins is done."""
    window = whole_window(session, settings, trainings)
    window.resize(FIRST_SIZE)  # the screen that is not there has less room
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    finish_work()
    yield window
    trainings.shut_down()  # a training would have the window ask before it closes


@pytest.fixture
def seven(tmp_path: Path) -> Path:
    path = tmp_path / "seven.json"
    write_drawing(path, drawing_of(SEVEN))
    return path


@pytest.fixture
def eight(tmp_path: Path) -> Path:
    path = tmp_path / "eight.png"
    assert grey_image(255 - digit_image(DIGITS["8"])).save(str(path))
    return path


@pytest.fixture
def warnings(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.WARNING)
    return caplog
