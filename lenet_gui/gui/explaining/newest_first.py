"""Questions that take long to answer, worked on one at a time, the newest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.system.background import Background


@dataclass(frozen=True)
class _Question:
    recognizer: Recognizer
    work: Callable[[Recognizer], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]


class NewestFirst(QObject):
    """Answers questions about a network in a thread, and calls back in the window's thread.

    A question has a kind: a newer one replaces an older one of its kind, whose answer is never
    heard of. Those that wait begin when the thread is free, the newest first. It ends with its
    parent: what waits then is not begun, and what is at work is not heard of.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._waiting: dict[str, _Question] = {}  # the newest last
        self._working = ""  # the kind that is worked on, or none whose answer is still wanted
        self._of: Recognizer | None = None
        self._copy: Recognizer | None = None  # of ``_of``; the thread alone uses it

    def ask(
        self,
        kind: str,
        recognizer: Recognizer,
        work: Callable[[Recognizer], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Call ``work`` in the thread, with a copy of the recognizer; then ``done`` or ``failed``.

        Neither is called if ``forget`` or a newer question of that kind comes first.
        """
        self.forget(kind)
        self._waiting[kind] = _Question(recognizer, work, done, failed)
        self._begin()

    def forget(self, kind: str) -> None:
        """Drop the question of a kind, whether it waits or is worked on."""
        self._waiting.pop(kind, None)
        if self._working == kind:
            self._working = ""

    def asks(self, kind: str) -> bool:
        """Return whether a question of a kind waits or is worked on."""
        return kind in self._waiting or self._working == kind

    def _begin(self) -> None:
        """Begin with the newest question, unless the thread is still at work."""
        if self._background.busy or not self._waiting:
            return
        self._working, question = self._waiting.popitem()

        def heard(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def hear(answer: Any) -> None:
                wanted, self._working = bool(self._working), ""
                if wanted:
                    tell(answer)
                self._begin()

            return hear

        self._background.start(
            lambda: question.work(self._copied(question.recognizer)),
            heard(question.done),
            heard(question.failed),
        )

    def _copied(self, recognizer: Recognizer) -> Recognizer:
        """Return the thread's copy of a recognizer, which the window goes on using."""
        if self._copy is None or self._of is not recognizer:
            self._of, self._copy = recognizer, recognizer.copy()
        return self._copy
