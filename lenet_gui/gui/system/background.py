"""Slow work, like reading a file, outside the window's thread; only the newest request counts."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

_THREAD_NAME = "background"


class _Messenger(QObject):
    """Carries results to the window's thread; lives as long as the threads that still use it."""

    ready = Signal(int, object, object)  # number of the request, result, error


class Background(QObject):
    """Runs work in a thread, and calls back in the window's thread.

    When a newer request has come, the result of an older one is dropped.

    finishes: the end of the program waits for work that has begun. That is needed where OpenCV is
    at work: Python ending a thread inside of it aborts the program.
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
        """Return whether the newest request is not answered yet."""
        return self._done is not None

    def start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` in a thread, then call ``done(result)`` or ``failed(error)``."""
        self._number += 1
        self._done, self._failed = done, failed
        arguments = (self._messenger, self._number, work)
        threading.Thread(
            target=_run, args=arguments, name=_THREAD_NAME, daemon=self._daemon
        ).start()

    def forget(self) -> None:
        """Drop the result of what was started."""
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


def let_finish(seconds: float) -> bool:
    """Wait for the threads that have begun, at most that many seconds. Return whether all ended.

    Python crashes if it ends while one of them loads a library of Qt.
    """
    until = time.monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == _THREAD_NAME:
            thread.join(max(0.0, until - time.monotonic()))
    return not any(thread.name == _THREAD_NAME for thread in threading.enumerate())


def end_work(seconds: float, code: int, flush: Callable[[], None]) -> None:
    """Wait for the threads that have begun, so long; then end the program with a code if need be.

    The processes that decode pictures and read networks are killed, so that nothing waits for
    them. A thread may be inside a library for much longer (OpenCV, zlib), where nothing can
    interrupt it: Python would wait for it to come back, and the program would live on without a
    window. So it ends at once, after ``flush`` has written what is left.
    """
    from lenet_gui.engine.decoding.helper_process import close_all

    close_all()
    if let_finish(seconds):
        return
    flush()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(code)


def _run(messenger: _Messenger, number: int, work: Callable[[], Any]) -> None:
    """Do the work, in the thread. If the window has closed meanwhile, the result is lost."""
    result, failure = None, None
    try:
        result = work()
    except Exception as error:
        failure = error
    messenger.ready.emit(number, result, failure)
