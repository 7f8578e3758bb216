"""Slow work, like reading a file, outside the window's thread. Only the newest request counts."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

_THREAD_NAME = "background"


class _Messenger(QObject):
    """Belongs to the threads that still use it, so that it outlives the window if need be."""

    ready = Signal(int, object, object)  # number of the request, result, error


class Background(QObject):
    """``start`` returns at once; ``done`` or ``failed`` is called in the window's thread.

    A request that a newer one has overtaken is never heard of again.

    finishes: the end of the program waits for work that has begun. Where OpenCV is at work it
    must: a thread that Python ends inside of it takes the program down with an abort.
    """

    def __init__(self, parent: QObject | None = None, finishes: bool = False) -> None:
        super().__init__(parent)
        self._daemon = not finishes
        self._number = 0
        self._done: Callable[[Any], None] | None = None
        self._failed: Callable[[Exception], None] | None = None
        self._messenger = _Messenger()
        self._messenger.ready.connect(self._deliver)

    @property
    def busy(self) -> bool:
        return self._done is not None

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` in a thread, then ``done(result)`` or ``failed(error)``."""
        self._number += 1
        self._done, self._failed = done, failed
        arguments = (self._messenger, self._number, work)
        threading.Thread(
            target=_run, args=arguments, name=_THREAD_NAME, daemon=self._daemon
        ).start()

    def forget(self) -> None:
        """Hear no more of what was started."""
        self._number += 1
        self._done = self._failed = None

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._done is None or self._failed is None:
            return
        done, failed = self._done, self._failed
        self._done = self._failed = None
        if error is None:
            done(result)
        else:
            failed(error)


def let_finish(seconds: float) -> None:
    """Wait for the threads that have begun, that long at most.

    Python crashes when it ends while one of them loads a library of Qt.
    """
    until = time.monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == _THREAD_NAME:
            thread.join(max(0.0, until - time.monotonic()))


def _run(messenger: _Messenger, number: int, work: Callable[[], Any]) -> None:
    """In the thread; the window may be closed meanwhile, then nobody hears."""
    result, failure = None, None
    try:
        result = work()
    except Exception as error:
        failure = error
    messenger.ready.emit(number, result, failure)
