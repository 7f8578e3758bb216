"""A program that ended suddenly: its page and history are offered, and nothing else is."""

import json
import os
import shutil
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from lenet_gui.engine.storage.data_path import DATA_VARIABLE
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.commands.recovery_commands import NOTICE_NAME
from lenet_gui.gui.session import recovery, recovery_files
from lenet_gui.gui.session.recovery import KEEP_AFTER_MS
from lenet_gui.gui.session.session import MOST_UNDONE, Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.widgets.notice_bar import NoticeBar
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    FOUR,
    ONE,
    SEVEN,
    answer_of,
    child_of,
    draw,
    finish_work,
    idle,
    same_drawings,
    whole_window,
)
from tests.helpers import default_recognizer


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    return tmp_path / "recovery"


class Programs:
    """Windows of programs that run at the same time or one after the other."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.windows: list[MainWindow] = []

    def start(self) -> MainWindow:
        window = whole_window(Session(default_recognizer()), self._settings)
        self.windows.append(window)
        window.commands.recovery.begin()
        window.show()
        finish_work()
        return window

    def crash(self, window: MainWindow) -> None:
        """End as the system sees it: locks are free, and nothing else is done."""
        finish_work()
        kept = window.commands.recovery.kept
        kept._timer.stop()
        if kept._file is not None:
            kept._file.let_go()
            kept._file = None
        kept.on = False
        self._drop(window)

    def quit(self, window: MainWindow) -> None:
        assert window.close()
        self._drop(window)

    def _drop(self, window: MainWindow) -> None:
        self.windows.remove(window)
        window.hide()
        window.commands.recovery.kept.on = False
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.fixture
def programs(qapp, settings: Settings) -> Iterator[Programs]:
    programs = Programs(settings)
    yield programs
    for window in list(programs.windows):
        programs.quit(window)


def tick(window: MainWindow) -> None:
    """Let the time pass after which a change is written."""
    timer = window.commands.recovery.kept._timer
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()
    finish_work()


def notice_of(window: MainWindow) -> NoticeBar | None:
    idle()
    return window.findChild(NoticeBar, NOTICE_NAME)


def press_notice(window: MainWindow, text: str) -> None:
    notice = notice_of(window)
    assert notice is not None
    (action,) = (action for action in notice.actions() if action.text() == text)
    action.trigger()
    finish_work()


def kept_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


# ---- a crash


def test_drawing_and_history_come_back(programs: Programs) -> None:
    window = programs.start()
    assert notice_of(window) is None
    draw(window.session, FOUR)
    window.session.clear()
    draw(window.session, SEVEN)
    window.session.undo_stack.undo()  # can be redone
    drawing = window.session.drawing
    tick(window)
    programs.crash(window)

    window = programs.start()
    notice = notice_of(window)
    assert notice is not None
    assert notice.isVisible()
    assert child_of(notice, QLabel).text() == "Restore what you were drawing? (just now)"
    assert window.session.drawing.empty  # until it is asked for
    press_notice(window, "Restore")
    assert same_drawings(window.session.drawing, drawing)
    assert notice_of(window) is None
    stack = window.session.undo_stack
    assert (stack.count(), stack.index()) == (4, 3)
    assert [stack.text(place) for place in range(4)] == [
        "Draw a stroke", "Draw a stroke", "Clear", "Draw a stroke",
    ]  # fmt: skip
    window.menus.actions["redo"].trigger()
    idle()
    assert answer_of(window) == "7"
    for _ in range(2):
        window.menus.actions["undo"].trigger()
    idle()
    assert answer_of(window) == "4"


def test_stroke_in_progress_is_kept(programs: Programs) -> None:
    window = programs.start()
    window.session.begin_stroke(*SEVEN[0][0])
    for point in SEVEN[0][1:]:
        window.session.extend_stroke(*point)
    tick(window)
    assert window.session.live is not None  # it goes on
    assert not window.session.undo_stack.count()
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert answer_of(window) == "7"
    assert window.session.undo_stack.undoText() == "Draw a stroke"


def test_what_is_being_erased_is_kept(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    window.session.erase(*FOUR[1][2])
    tick(window)
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert len(window.session.drawing.strokes) == 1
    assert window.session.undo_stack.undoText() == "Erase"
    window.session.undo_stack.undo()
    idle()
    assert answer_of(window) == "4"


def test_drawing_meanwhile_loses_neither(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    window = programs.start()
    draw(window.session, SEVEN)
    assert notice_of(window) is not None
    press_notice(window, "Restore")
    assert answer_of(window) == "4"
    for text, answer in (("Draw a stroke", None), ("Draw a stroke", None), ("Restore", "7")):
        assert window.session.undo_stack.undoText() == text
        window.session.undo_stack.undo()
        idle()
        if answer is not None:
            assert answer_of(window) == answer


def test_a_long_history_before_and_after(programs: Programs) -> None:
    """200 steps stay: all that was drawn since the start, and the newest of what is restored."""
    window = programs.start()
    for number in range(MOST_UNDONE):
        draw(window.session, [[(number + 1, 5), (number + 1, 500)]])
    tick(window)
    programs.crash(window)
    window = programs.start()
    draw(window.session, ONE)
    mine = window.session.drawing
    press_notice(window, "Restore")
    stack, session = window.session.undo_stack, window.session
    assert (stack.count(), stack.index()) == (MOST_UNDONE, MOST_UNDONE)
    assert len(session.drawing.strokes) == MOST_UNDONE
    stack.setIndex(1)
    assert session.drawing is mine
    stack.undo()
    assert session.drawing.empty


def test_the_restored_page_is_kept_in_turn(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert len(kept_files(folder)) == 1  # in a file of its own; the former one is gone
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert answer_of(window) == "4"


def test_discarded_is_gone(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Discard")
    assert notice_of(window) is None
    assert not list(folder.iterdir())
    assert window.session.drawing.empty


def test_what_was_not_decided_on_is_offered_again(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    window = programs.start()
    assert notice_of(window) is not None
    programs.quit(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert answer_of(window) == "4"


def test_the_source_comes_back(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    window.sources.bring("mnist")
    tick(window)
    programs.crash(window)
    window = programs.start()
    press_notice(window, "Restore")
    assert window.sources.name == "mnist"
    assert window.menus.actions["source:mnist"].isChecked()


# ---- no crash


def test_after_an_ordinary_end_nothing_is_offered(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    assert kept_files(folder)
    programs.quit(window)
    assert not list(folder.iterdir())
    assert notice_of(programs.start()) is None


def test_two_programs_never_restore_each_others(programs: Programs, folder: Path) -> None:
    one = programs.start()
    draw(one.session, FOUR)
    tick(one)
    two = programs.start()
    assert notice_of(two) is None
    draw(two.session, SEVEN)
    tick(two)
    assert len(kept_files(folder)) == 2
    programs.crash(two)
    three = programs.start()
    press_notice(three, "Restore")
    assert answer_of(three) == "7"
    assert same_drawings(one.session.drawing, one.session.drawing)
    assert len(kept_files(folder)) == 2


def test_what_one_program_offers_the_next_does_not(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    assert notice_of(programs.start()) is not None
    assert notice_of(programs.start()) is None


def test_of_several_that_ended_the_newest_comes_first(programs: Programs, folder: Path) -> None:
    one, two = programs.start(), programs.start()
    for window, lines in ((one, FOUR), (two, SEVEN)):
        draw(window.session, lines)
        tick(window)
    older, newer = (window.commands.recovery.kept._file for window in (one, two))
    assert older is not None
    assert newer is not None
    os.utime(older.path, (1000, 1000))
    for window in (one, two):
        programs.crash(window)
    window = programs.start()
    press_notice(window, "Discard")
    assert not newer.path.exists()
    press_notice(window, "Restore")
    assert answer_of(window) == "4"


# ---- the files


def test_files_are_for_the_user_alone(programs: Programs, folder: Path) -> None:
    if os.name != "posix":
        pytest.skip("on Windows the folder of the user is private anyway")
    former = os.umask(0)
    try:
        window = programs.start()
        draw(window.session, FOUR)
        tick(window)
    finally:
        os.umask(former)
    (file,) = kept_files(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_nothing_is_written_while_nothing_changes(programs: Programs, folder: Path) -> None:
    window = programs.start()
    timer = window.commands.recovery.kept._timer
    if timer.isActive():
        tick(window)  # the window has found its place
    assert not folder.exists()  # a blank page is not worth a file
    draw(window.session, FOUR)
    assert timer.isActive()
    assert timer.interval() == KEEP_AFTER_MS <= 10_000
    tick(window)
    (file,) = kept_files(folder)
    os.utime(file, (1000, 1000))
    assert not timer.isActive()
    idle()
    assert file.stat().st_mtime == 1000
    window.workspaces.changed.emit()  # something of the window: the page is not written
    tick(window)
    assert file.stat().st_mtime == 1000


def test_it_can_be_switched_off(programs: Programs, folder: Path, settings: Settings) -> None:
    window = programs.start()
    action = window.menus.actions["recovery"]
    assert action.isChecked()
    draw(window.session, FOUR)
    tick(window)
    assert kept_files(folder)
    action.trigger()
    finish_work()
    assert not kept_files(folder)
    draw(window.session, ONE)
    assert not window.commands.recovery.kept._timer.isActive()
    window.commands.recovery.keep()
    assert not kept_files(folder)
    programs.crash(window)
    window = programs.start()
    assert notice_of(window) is None
    assert not window.menus.actions["recovery"].isChecked()
    window.menus.actions["recovery"].trigger()
    draw(window.session, FOUR)
    tick(window)
    assert kept_files(folder)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff" * 100, b"[" * 100_000, b"{}"])
def test_damaged_files_do_not_stop_the_start(
    programs: Programs, folder: Path, data: bytes, warnings: pytest.LogCaptureFixture
) -> None:
    folder.mkdir(parents=True)
    (folder / "a.json").write_bytes(data)
    window = programs.start()
    assert notice_of(window) is None
    assert "a.json" in warnings.text
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    assert notice_of(programs.start()) is not None


def test_other_things_of_that_name_do_not_stop_the_start(programs: Programs, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "folder.json").mkdir()
    (folder / "link.json").symlink_to(folder / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.json")
    assert notice_of(programs.start()) is None


def test_hostile_names_of_steps_are_shown_as_they_are(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    (file,) = kept_files(folder)
    content = json.loads(file.read_text())
    content["names"] = [["x", "{0.__class__}", "y"], ["x", "{", "y"]]
    file.write_text(json.dumps(content))
    window = programs.start()
    press_notice(window, "Restore")
    stack = window.session.undo_stack
    assert [stack.text(place) for place in range(2)] == ["{0.__class__}", "{"]
    window.session.retranslate()


def test_few_files_stay(programs: Programs, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery_files, "MOST_KEPT", 3)
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    (file,) = kept_files(folder)
    for number in range(5):
        copy = folder / f"copy {number}.json"
        shutil.copy(file, copy)
        os.utime(copy, (1000 + number,) * 2)
    (folder / "spare.lock").touch()
    programs.start()
    assert [path.name for path in kept_files(folder) if path != file] == [
        "copy 3.json", "copy 4.json",
    ]  # fmt: skip


def test_a_folder_that_cannot_be_written_is_a_line_in_the_log(
    programs: Programs, folder: Path, warnings: pytest.LogCaptureFixture
) -> None:
    folder.parent.joinpath("recovery").write_text("a file")
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    assert "not kept" in warnings.text
    assert answer_of(window) == "4"


def test_a_disk_that_hangs_does_not_hold_the_end(
    programs: Programs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def hang(*_: object, **__: object) -> None:
        go_on.wait()

    monkeypatch.setattr(recovery, "LONGEST_WRITING_S", 0.01)
    monkeypatch.setattr(recovery_files, "write_atomically", hang)
    window = programs.start()
    draw(window.session, FOUR)
    window.keep()
    assert not kept_files(folder)  # it has returned, and is not done
    go_on.set()


# ---- ends from outside


def test_a_logout_keeps_all_and_asks_nothing(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    window.keep_for_logout()
    assert kept_files(folder)
    assert window.close()  # as the desktop asks next
    assert kept_files(folder)


def test_a_logout_that_was_called_off(programs: Programs, folder: Path) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    window.keep_for_logout()
    draw(window.session, ONE)
    programs.quit(window)
    assert not kept_files(folder)


def test_the_window_is_stored_with_the_page(programs: Programs, settings: Settings) -> None:
    window = programs.start()
    window.workspaces.docks["stages"].hide()
    idle()
    tick(window)
    programs.crash(window)
    assert programs.start().workspaces.docks["stages"].isHidden()


def test_the_notice_speaks_the_language_in_use(programs: Programs) -> None:
    window = programs.start()
    draw(window.session, FOUR)
    tick(window)
    programs.crash(window)
    window = programs.start()
    use_language("zh_CN")
    idle()
    notice = notice_of(window)
    assert notice is not None
    assert notice.isVisible()
    use_language("en")
    idle()
    press_notice(window, "Restore")
    assert answer_of(window) == "4"
