"""Saves the page when the program is ended from outside: by a signal, a logout, a lost display."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from socket import socketpair
from types import FrameType
from typing import NoReturn

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication

log = logging.getLogger(__name__)

# Windows has no hang-up; its console ends programs with a break.
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
# What Qt says before it ends the process, for X11 and for Wayland.
_DISPLAY_LOST = re.compile(r"connection (broke|experienced a fatal error)", re.IGNORECASE)
LOST_DISPLAY_CODE = 1  # Qt's own exit code
_LOST = 0  # comes through the socket in place of a signal's number
KEEPING_S = 5.0  # how long a thread that has lost the display waits until all is saved


class SuddenEnds(QObject):
    """Calls ``keep`` before such an end, and leaves a line in the log."""

    def __init__(
        self,
        application: QGuiApplication,
        keep: Callable[[], None],
        session_ends: Callable[[], None],
    ) -> None:
        """keep: saves everything, and must not ask. session_ends: saves, too, as the desktop is
        about to end all programs; it may still change its mind."""
        super().__init__(application)
        self._keep = keep
        self._numbers = _ending_signals()
        self._here, self._there = socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        # Python runs handlers only between its own instructions, and Qt waits outside of them. So
        # the number comes through a socket, and what follows happens between two events.
        signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
        for number in self._numbers:
            signal.signal(number, _wake)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end_by_signal)
        for request in (application.commitDataRequest, application.saveStateRequest):
            request.connect(session_ends, Qt.ConnectionType.DirectConnection)
        qInstallMessageHandler(self._hear)

    def remove(self) -> None:
        """Undo all of that: the program has ended by itself."""
        qInstallMessageHandler(None)
        signal.set_wakeup_fd(-1)
        for number in self._numbers:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    @Slot()
    def _end_by_signal(self) -> None:
        """End as the signal would have ended the program, once everything is saved."""
        received = self._here.recv(64)
        if _LOST in received:
            self._end_without_display()
        number = next((n for n in received if n in self._numbers), None)
        if number is None:
            return
        log.info("The program is ended by the signal %s.", signal.Signals(number).name)
        self._keep()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    def _hear(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """Pass on a message of Qt, which may be its last one."""
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):  # the terminal may be gone
                print(text, file=sys.stderr)
        lost = _DISPLAY_LOST.search(text) is not None
        mine = threading.current_thread() is threading.main_thread()
        if lost or (mine and kind == QtMsgType.QtFatalMsg):
            log.error("The program ends: %s", text)
            if not mine:
                self._let_window_end()
            elif lost:
                self._end_without_display()
            else:
                self._keep()

    def _let_window_end(self) -> None:
        """Have the window's thread save everything and end the program: Qt, which grabs the screen
        in a thread of its own, would end it when this returns."""
        with contextlib.suppress(OSError):
            self._there.send(bytes([_LOST]))
        time.sleep(KEEPING_S)
        os._exit(LOST_DISPLAY_CODE)

    def _end_without_display(self) -> NoReturn:
        self._keep()
        os._exit(LOST_DISPLAY_CODE)  # Qt would exit, and wait for threads that need Python


def _ending_signals() -> frozenset[int]:
    """Return the signals that end the program; not those that its parent had it ignore (nohup)."""
    numbers = (getattr(signal, name, None) for name in _SIGNALS)
    return frozenset(
        number
        for number in numbers
        if number is not None and signal.getsignal(number) != signal.SIG_IGN
    )


def _wake(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the number of the signal lies in the socket already."""
