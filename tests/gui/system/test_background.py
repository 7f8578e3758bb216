"""Slow work outside the window's thread: the newest request counts, whatever happens."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from lenet_gui.gui.system.background import Background, let_finish
from tests.gui.helpers import finish_work, idle
from tests.helpers import PATIENCE


class Heard:
    """What came back, and in which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(threading.get_ident())

    def failed(self, error: Exception) -> None:
        self.errors.append(error)
        self.threads.add(threading.get_ident())

    @property
    def count(self) -> int:
        return len(self.results) + len(self.errors)


@pytest.fixture
def background(qapp) -> Background:
    return Background()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Work waits for it; it opens at the end of every test."""
    gate = threading.Event()
    yield gate
    gate.set()


def test_result_comes_in_the_windows_thread(background: Background, heard: Heard, qtbot) -> None:
    worked_in: list[int] = []

    def work() -> str:
        worked_in.append(threading.get_ident())
        return "result"

    background.start(work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.count == 1)
    assert heard.results == ["result"]
    assert heard.threads == {threading.get_ident()}
    assert worked_in[0] not in heard.threads


def test_error_comes_in_the_windows_thread(background: Background, heard: Heard, qtbot) -> None:
    error = OSError("gone")

    def work() -> None:
        raise error

    background.start(work, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.count == 1)
    assert heard.errors == [error]
    assert heard.threads == {threading.get_ident()}


def test_window_lives_on_meanwhile(background: Background, heard: Heard, gate, qtbot) -> None:
    background.start(lambda: gate.wait(PATIENCE), heard.done, heard.failed)
    assert background.busy
    happened: list[bool] = []
    QTimer.singleShot(0, lambda: happened.append(True))
    idle()
    assert happened
    assert heard.results == []
    gate.set()
    qtbot.waitUntil(lambda: heard.count == 1)
    assert not background.busy


def test_none_is_a_result(background: Background, heard: Heard, qtbot) -> None:
    background.start(lambda: None, heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.count == 1)
    assert heard.results == [None]


def test_only_the_newest_request_is_heard_of(
    background: Background, heard: Heard, gate, qtbot
) -> None:
    """The slow one that was overtaken ends later, and nobody is told."""
    ended = threading.Event()

    def slow() -> str:
        gate.wait(PATIENCE)
        ended.set()
        return "slow"

    background.start(slow, heard.done, heard.failed)
    background.start(lambda: "fast", heard.done, heard.failed)
    qtbot.waitUntil(lambda: heard.count == 1)
    gate.set()
    finish_work()
    assert ended.is_set()
    assert heard.results == ["fast"]


def test_error_of_one_that_was_overtaken_is_not_told(
    background: Background, heard: Heard, gate, qtbot
) -> None:
    def slow() -> None:
        gate.wait(PATIENCE)
        raise OSError("late")

    background.start(slow, heard.done, heard.failed)
    background.start(lambda: "fast", heard.done, heard.failed)
    gate.set()
    finish_work()
    assert heard.results == ["fast"]
    assert not heard.errors


def test_one_may_start_the_next(background: Background, heard: Heard, qtbot) -> None:
    def first(result: object) -> None:
        heard.done(result)
        background.start(lambda: "second", heard.done, heard.failed)

    background.start(lambda: "first", first, heard.failed)
    qtbot.waitUntil(lambda: heard.count == 2)
    assert heard.results == ["first", "second"]
    assert not background.busy


def test_many_at_once(background: Background, heard: Heard, qtbot) -> None:
    for number in range(30):
        background.start(partial(str, number), heard.done, heard.failed)
    qtbot.waitUntil(lambda: not background.busy)
    idle()
    assert heard.results == ["29"]


def test_owner_that_goes_before_the_result(qapp, heard: Heard, gate, qtbot) -> None:
    """The window was closed meanwhile: no crash, no message, no thread that stays."""
    owner = QObject()
    background = Background(owner)
    background.start(lambda: gate.wait(PATIENCE), heard.done, heard.failed)
    owner.deleteLater()
    del owner
    idle()
    assert not isValid(background)
    gate.set()
    finish_work()
    assert not heard.count


def test_the_end_waits_for_what_has_begun(background: Background, heard: Heard, gate) -> None:
    done = threading.Event()

    def work() -> None:
        gate.wait(PATIENCE)
        done.set()

    background.start(work, heard.done, heard.failed)
    let_finish(0.0)  # no longer than it may
    assert not done.is_set()
    threading.Thread(target=gate.set).start()  # while the other thread is waited for, or before
    let_finish(PATIENCE)
    assert done.is_set()
    background.forget()
