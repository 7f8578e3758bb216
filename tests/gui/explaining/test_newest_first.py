"""Questions are answered one at a time, the newest first, and old ones never."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.explaining.newest_first import NewestFirst
from tests.gui.helpers import finish_work, idle
from tests.helpers import PATIENCE, default_recognizer


class Asking:
    """Asks questions whose answers are their names; the first one waits for the gate."""

    def __init__(self, gate: threading.Event) -> None:
        self._parent = QObject()
        self.questions = NewestFirst(self._parent)
        self._gate = gate
        self.begun: list[str] = []
        self.heard: list[object] = []
        self.networks: list[Recognizer] = []

    def ask(self, kind: str, name: str, waits: bool = False) -> None:
        def work(recognizer: Recognizer) -> str:
            self.networks.append(recognizer)
            self.begun.append(name)
            if waits:
                self._gate.wait(PATIENCE)
            if name == "wrong":
                raise OSError(name)
            return name

        self.questions.ask(kind, default_recognizer(), work, self.heard.append, self.heard.append)

    def end(self) -> None:
        self._gate.set()
        finish_work()


@pytest.fixture
def asking(qapp) -> Iterator[Asking]:
    gate = threading.Event()
    asking = Asking(gate)
    yield asking
    gate.set()
    finish_work()


def test_the_newest_is_next(asking: Asking) -> None:
    asking.ask("first", "first", waits=True)
    asking.ask("map", "map")
    asking.ask("digits", "digits")
    assert asking.questions.asks("map")
    assert asking.begun in ([], ["first"])  # and no other one beside it
    asking.end()
    assert asking.heard == asking.begun == ["first", "digits", "map"]
    assert not asking.questions.asks("map")


def test_an_older_one_of_its_kind_is_not_heard_of(asking: Asking) -> None:
    asking.ask("map", "stale", waits=True)
    asking.ask("map", "old")
    asking.ask("map", "new")
    asking.end()
    assert asking.begun == ["stale", "new"]
    assert asking.heard == ["new"]


def test_what_is_forgotten_is_not_heard_of(asking: Asking) -> None:
    asking.ask("change", "at work", waits=True)
    asking.ask("digits", "waiting")
    asking.questions.forget("digits")
    asking.questions.forget("change")
    assert not asking.questions.asks("change")
    asking.ask("map", "map")
    asking.end()
    assert asking.heard == ["map"]


def test_a_failure_is_told_and_the_next_begins(asking: Asking) -> None:
    asking.ask("first", "first", waits=True)
    asking.ask("digits", "digits")
    asking.ask("map", "wrong")
    asking.end()
    assert [str(each) for each in asking.heard] == ["first", "wrong", "digits"]


def test_the_thread_has_a_copy_of_the_network(asking: Asking) -> None:
    asking.ask("map", "map")
    finish_work()
    asking.ask("map", "again")
    finish_work()
    first, second = asking.networks
    assert first is second
    assert first is not default_recognizer()
    assert first.checkpoint is default_recognizer().checkpoint


def test_it_ends_with_its_parent(asking: Asking) -> None:
    asking.ask("first", "first", waits=True)
    asking.ask("map", "map")
    asking.questions.deleteLater()
    idle()
    asking.end()
    assert asking.heard == []
    assert asking.begun == ["first"]
