"""The opening of the first start: what is seen, what ends it, and that it leaves no trace."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.common.training_values import TrainingConfig
from lenet_gui.engine.checkpoints.unfinished_trainings import Unfinished
from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.reduced_motion import be_still
from lenet_gui.gui.commands import training_commands
from lenet_gui.gui.panels.answer.panel import AnswerPanel
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.welcome import opening, welcome_commands
from lenet_gui.gui.welcome.opening import END_MS, REVEALED_MS, Opening
from lenet_gui.gui.widgets.notice_bar import NoticeBar
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    ONE,
    SEVEN,
    answer_of,
    canvas_of,
    child_of,
    draw,
    finish_work,
    idle,
    inked,
    on_canvas,
    pixels,
    press,
    release,
    same_drawings,
    whole_window,
    write,
)
from tests.helpers import default_recognizer

FIRST_EDITION = Path(__file__).parents[2] / "fixtures" / "first_edition" / "lenet_gui.ini"


class Clock:
    """Goes on only when the test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(opening, "clock", made)
    return made


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def moving() -> Iterator[None]:
    be_still(False)
    yield
    be_still(False)


Start = Callable[..., MainWindow]


@pytest.fixture
def start(qtbot, tmp_path: Path, monkeypatch) -> Iterator[Start]:
    """The program as it begins, at each call once more, with settings that last."""
    windows: list[MainWindow] = []

    def begin(*, opens_files: bool = False) -> MainWindow:
        settings = Settings(tmp_path / "settings.ini")
        window = whole_window(Session(default_recognizer()), settings)
        window.commands.view._choice = "full"  # the desktop of the tests is not asked
        windows.append(window)
        window.commands.recovery.begin()
        window.commands.welcome.begin(opens_files)
        window.show()
        window.activateWindow()
        finish_work()
        return window

    yield begin
    for window in windows:
        window.close()
        window.deleteLater()
    idle()


def end(window: MainWindow) -> None:
    """Close the program."""
    assert window.close()
    finish_work()


def playing(window: MainWindow) -> bool:
    return window.commands.welcome.opening is not None


def at(window: MainWindow, clock: Clock, milliseconds: float) -> None:
    """Look at the opening when it has played for so long."""
    found = window.commands.welcome.opening
    assert isinstance(found, Opening)
    if found._start is None:
        found._show_frame()
    assert found._start is not None
    clock.seconds = found._start + milliseconds / 1000
    found._show_frame()
    idle()


def network_of(window: MainWindow) -> NetworkPanel:
    return child_of(window, NetworkPanel)


# ---- what is seen


def test_a_digit_draws_itself_and_the_maps_fill(start: Start, clock: Clock) -> None:
    window = start()
    assert playing(window)
    canvas, network = canvas_of(window), network_of(window)
    inks, columns = [], []
    for milliseconds in (0, 400, 900, 1500, 2100, REVEALED_MS):
        at(window, clock, milliseconds)
        inks.append(int(inked(canvas).sum()))
        columns.append(network.revealed)
    assert inks == sorted(inks)
    assert inks[0] < inks[1] < inks[2] < inks[3] < inks[4]
    assert columns == sorted(set(columns))
    assert columns[0] == 0
    assert columns[-1] == len(network.columns()) + 1
    assert window.session.recognition.label == "5"  # the network in use has read it
    assert child_of(window, AnswerPanel).recognition.label == "5"
    at(window, clock, END_MS)
    assert not playing(window)
    assert END_MS <= 4000


def test_then_the_page_is_as_before_the_opening(start: Start, clock: Clock) -> None:
    window = start(opens_files=True)
    seen = [canvas_of(window), network_of(window), child_of(window, AnswerPanel)]
    before = [pixels(widget) for widget in seen]
    window.menus.actions["opening"].trigger()
    finish_work()
    at(window, clock, 2000)
    assert not any(map(np.array_equal, before, map(pixels, seen)))
    at(window, clock, END_MS)
    assert window.session.recognition.reason == "blank"
    assert all(map(np.array_equal, before, map(pixels, seen)))


def test_it_is_never_played_again(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, END_MS)
    end(window)
    assert not playing(start())


def test_not_for_a_user_of_the_version_before(start: Start, tmp_path: Path) -> None:
    shutil.copy(FIRST_EDITION, tmp_path / "settings.ini")
    window = start()
    window.close()
    assert not playing(window)
    assert not playing(start())


def test_a_start_with_files_leaves_it_to_the_next(start: Start) -> None:
    window = start(opens_files=True)
    assert not playing(window)
    end(window)
    assert playing(start())


def test_settings_that_do_not_last_do_not_play_it_each_time(start: Start, monkeypatch) -> None:
    monkeypatch.setattr(Settings, "lasting", property(lambda _: False))
    assert not playing(start())


def test_no_window_but_the_programs_plays_it(qtbot, tmp_path: Path) -> None:
    """As those of benchmarks, of screenshots and of tests."""
    window = whole_window(Session(default_recognizer()), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.show()
    finish_work()
    assert not playing(window)


# ---- no trace


def test_nothing_of_it_is_kept(start: Start, clock: Clock, data: Path) -> None:
    window = start()
    titles = [window.windowTitle()]
    window.windowTitleChanged.connect(titles.append)
    for milliseconds in (500, 1500, 2500):
        at(window, clock, milliseconds)
        session = window.session
        assert session.drawing.empty
        assert session.live is None
        assert session.history().blank
        assert not session.undo_stack.count()
        assert not window.menus.actions["clear"].isEnabled()
        window.keep()  # as if the program had to end now
        assert not list(data.glob("recovery/*.json"))
    at(window, clock, END_MS)
    assert titles == ["lenet_gui"]
    assert window.commands.documents.recent == ()


def test_screen_readers_hear_nothing_of_it(start: Start, clock: Clock, monkeypatch) -> None:
    window = start()
    answer = child_of(window, AnswerPanel)
    heard: list[str] = []

    def note(event: QAccessibleEvent) -> None:
        heard.append(event.message() if isinstance(event, QAccessibleAnnouncementEvent) else "")

    monkeypatch.setattr(QAccessible, "updateAccessibility", note)
    for milliseconds in range(0, END_MS, 100):
        at(window, clock, milliseconds)
        assert answer.accessibleName() == "Answer: Nothing drawn"
    assert heard == []
    at(window, clock, END_MS)
    assert len(heard) <= 1  # the page is read again
    assert not any(heard)
    draw(window.session, ONE)
    assert answer.accessibleName() == "Answer: 1"


# ---- what ends it


def test_the_touch_that_ends_it_is_the_first_point_of_a_stroke(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    canvas = canvas_of(window)
    write(canvas, ONE)
    idle()
    assert not playing(window)
    assert answer_of(window) == "1"
    (stroke,) = window.session.drawing.strokes
    assert len(stroke.points) == len(ONE[0])
    assert np.abs(stroke.points[0] - ONE[0][0]).max() < 2.0  # page units: within a pixel
    assert network_of(window).revealed > len(network_of(window).columns())


def test_a_finger_ends_it_and_draws(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    canvas = canvas_of(window)
    screen = QTest.createTouchDevice()
    assert isinstance(screen, QPointingDevice)
    places = [on_canvas(canvas, *point) for point in ONE[0]]
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, places[0], canvas).commit()
    for place in places[1:]:
        touch.move(0, place, canvas).commit()
    touch.release(0, places[-1], canvas).commit()
    idle()
    assert not playing(window)
    assert answer_of(window) == "1"
    assert len(window.session.drawing.strokes[0].points) == len(places)


def test_a_key_ends_it_and_does_its_usual_work(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    before = window.session.pen_width
    QTest.keyClick(canvas_of(window), Qt.Key.Key_BracketRight)
    assert not playing(window)
    assert window.session.pen_width > before


def test_the_wheel_ends_it(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    canvas = canvas_of(window)
    place = QPointF(canvas.rect().center())
    event = QWheelEvent(
        place, canvas.mapToGlobal(place), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = window.session.pen_width
    QApplication.sendEvent(canvas, event)
    assert not playing(window)
    assert window.session.pen_width > before


def test_a_click_elsewhere_ends_it_and_is_a_click(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    eraser = child_of(window, QWidget, "eraser")
    press(eraser, eraser.rect().center())
    assert not playing(window)
    release(eraser, eraser.rect().center())
    assert window.session.erasing


def test_moving_the_mouse_does_not_end_it(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    QTest.mouseMove(network_of(window), QPoint(60, 60))
    QTest.mouseMove(canvas_of(window), QPoint(60, 60))
    idle()
    assert playing(window)


def test_reduced_motion_ends_it_at_once(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    be_still(True)
    at(window, clock, 1516)
    assert not playing(window)
    assert window.session.recognition.reason == "blank"


def test_reduced_motion_never_begins_it(start: Start, tmp_path: Path) -> None:
    Settings(tmp_path / "settings.ini").store("opening", "due")
    settings = Settings(tmp_path / "settings.ini")
    settings.store("motion", "reduced")
    settings.write_now()
    assert not playing(start())


def test_another_language_ends_it(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    use_language("zh_CN")
    finish_work()
    assert not playing(window)
    assert not inked(canvas_of(window)).any()
    draw(window.session, ONE)
    assert answer_of(window) == "1"


def test_another_source_ends_it(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 1500)
    window.sources.bring("mnist")
    finish_work()
    assert not playing(window)
    assert window.session.watched is None


def test_a_window_that_is_resized_shows_it_whole(start: Start, clock: Clock) -> None:
    window = start()
    at(window, clock, 2500)
    window.resize(window.width() - 150, window.height() - 60)
    idle()
    page = child_of(window, QWidget, "self-drawn-page")
    assert page.geometry() == canvas_of(window).rect()
    seen = inked(canvas_of(window))
    assert seen.any()
    at(window, clock, END_MS)
    assert not inked(canvas_of(window)).any()


# ---- one notice at a time


def leave_a_page(start: Start) -> None:
    """End a program suddenly, with a page that it kept."""
    window = start(opens_files=True)
    draw(window.session, SEVEN)
    window.keep()
    kept = window.commands.recovery.kept
    kept._timer.stop()
    kept._file.let_go()
    kept._file, kept.on = None, False


def press_notice(window: MainWindow, text: str) -> None:
    (action,) = (a for a in child_of(window, NoticeBar).actions() if a.text() == text)
    action.trigger()
    finish_work()


def notices(window: MainWindow) -> list[str]:
    idle()
    return [bar.objectName() for bar in window.findChildren(NoticeBar)]


@pytest.mark.parametrize("choice", ["Restore", "Discard"])
def test_a_page_to_restore_comes_first_and_alone(
    start: Start, monkeypatch, tmp_path: Path, choice: str
) -> None:
    """Then an unfinished training; the opening waits for another start."""
    leave_a_page(start)
    config = TrainingConfig("lenet-5-modern").with_fields(seconds=60)
    found = Unfinished(tmp_path / "n.safetensors", config, 26.0, 0.43, 500, 1200, 0.02, 0.0)
    monkeypatch.setattr(training_commands, "_newest", lambda _: found)
    window = start()
    assert notices(window) == ["recovery-notice"]
    assert not playing(window)
    press_notice(window, choice)
    assert notices(window) == ["training-notice"]
    press_notice(window, "Later")
    assert notices(window) == []
    assert not playing(window)
    end(window)
    window = start()
    assert notices(window) == ["training-notice"]
    assert not playing(window)
    end(window)
    monkeypatch.setattr(training_commands, "_newest", lambda _: None)
    assert playing(start())


def test_no_notice_is_lost_where_the_restored_page_cannot_be_looked_for(
    start: Start, monkeypatch, tmp_path: Path, data: Path
) -> None:
    data.mkdir(parents=True)
    (data / "recovery").write_text("a file")
    config = TrainingConfig("lenet-5-modern").with_fields(seconds=60)
    found = Unfinished(tmp_path / "n.safetensors", config, 26.0, 0.43, 500, 1200, 0.02, 0.0)
    monkeypatch.setattr(training_commands, "_newest", lambda _: found)
    assert notices(start()) == ["training-notice"]


def test_it_does_not_begin_over_somebodys_ink(qtbot, tmp_path: Path) -> None:
    """Who has drawn before it was known whether there is a notice has seen enough."""
    window = whole_window(Session(default_recognizer()), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window)
    window.commands.welcome.begin(opens_files=False)
    window.show()
    draw(window.session, ONE)
    finish_work()
    assert not playing(window)
    assert answer_of(window) == "1"


# ---- again


def test_help_plays_it_again_over_a_drawing_that_stays(start: Start, clock: Clock) -> None:
    window = start(opens_files=True)
    draw(window.session, SEVEN)
    before, page = window.session.drawing, pixels(canvas_of(window))
    window.sources.bring("mnist")
    window.menus.actions["opening"].trigger()
    finish_work()
    assert playing(window)
    assert window.sources.name == "drawing"
    at(window, clock, 2500)
    assert window.session.recognition.label == "5"
    window.menus.actions["opening"].trigger()  # it plays already
    finish_work()
    at(window, clock, END_MS)
    assert not playing(window)
    assert same_drawings(window.session.drawing, before)
    assert np.array_equal(pixels(canvas_of(window)), page)
    assert answer_of(window) == "7"
    assert window.session.undo_stack.count() == 1


def test_a_stroke_drawn_meanwhile_is_not_covered(start: Start) -> None:
    """The opening is asked for, and its digit is still being loaded."""
    window = start(opens_files=True)
    window.menus.actions["opening"].trigger()
    draw(window.session, SEVEN)
    finish_work()
    assert not playing(window)
    assert answer_of(window) == "7"


def test_help_says_why_it_is_not_played(start: Start) -> None:
    window = start(opens_files=True)
    be_still(True)
    window.menus.actions["opening"].trigger()
    finish_work()
    assert not playing(window)
    assert "motion is reduced" in window.statusBar().currentMessage()


def test_without_its_sample_the_start_goes_on(
    start: Start, monkeypatch, warnings: pytest.LogCaptureFixture
) -> None:
    """Only who asks for it is told."""
    monkeypatch.setattr(welcome_commands, "DIGIT", "nothing.json")
    window = start()
    told: list[object] = []
    window.failed.connect(told.append)
    assert not playing(window)
    assert "nothing.json" in warnings.text
    window.menus.actions["opening"].trigger()
    finish_work()
    assert len(told) == 1


def test_what_is_opened_later_is_loaded_when_it_is_over(start: Start, clock: Clock, qtbot) -> None:
    """Imports would make it stumble."""
    window = start()
    training = window.commands.training
    loaded: list[bool] = []
    training.loaded.connect(lambda: loaded.append(True))
    at(window, clock, 1500)
    assert window.commands.welcome.moving
    assert not training._background.busy
    assert not training._next.isActive()
    at(window, clock, END_MS)
    qtbot.waitUntil(lambda: bool(loaded))


def test_each_frame_draws_only_what_is_new(start: Start, clock: Clock, monkeypatch) -> None:
    """So that a frame cannot stall the window: points are inked once, and read once a frame."""
    window = start()
    at(window, clock, 0)
    read: list[object] = []
    window.session.recognized.connect(read.append)
    hand = window.commands.welcome.opening._hand
    total = 0
    for frame in range(1, END_MS // 16):
        before = sum(len(s.points) for s in hand.drawing.strokes) + len(hand.live or ())
        at(window, clock, 16 * frame)
        now = sum(len(s.points) for s in hand.drawing.strokes) + len(hand.live or ())
        assert 0 <= now - before <= 4
        total += now - before
    assert total > 150
    assert len(read) <= END_MS // 16
    assert QEvent.Type.MouseMove not in opening._ENDING
