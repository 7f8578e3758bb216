"""The helper process as this program sees it: started when it is needed, and killed when late."""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
import weakref
from pathlib import Path
from typing import Any

import lenet_gui
from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.decoding.bounds import MAX_SECONDS
from lenet_gui.engine.decoding.messages import read_message, write_message

COMMAND = "decoder"  # of the command line, not listed
START_SECONDS = 30.0  # that the process may take to start, on a busy machine
_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW of Windows


_ALL: weakref.WeakSet[HelperProcess] = weakref.WeakSet()


class HelperProcess:
    """One process that does one piece of work after the other; safe in any thread.

    command: of the command line, not listed, with its arguments. seconds: that one piece of work
    may take; None: ``MAX_SECONDS``.
    """

    def __init__(self, *command: str, seconds: float | None = None) -> None:
        self._command, self._seconds = command or (COMMAND,), seconds
        _ALL.add(self)
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def ask(self, header: dict[str, Any], body: bytes, name: str) -> tuple[dict[str, Any], bytes]:
        """Return the answer to a message. Errors call what it is about ``name``.

        Raises BadInput if there is none within the time, if the process dies of the work,
        or if it cannot be started.
        """
        with self._turn:
            process = self._running(name)
            answered, seconds = False, MAX_SECONDS if self._seconds is None else self._seconds
            try:
                answer = _answer(process, header, body, seconds)
                answered = True
                return answer
            except TimeoutError:
                raise BadInput(
                    "{file} takes longer to decode than {seconds} seconds, the limit.",
                    file=name,
                    seconds=round(seconds),
                ) from None
            except (OSError, EOFError, ValueError):
                raise BadInput("{file} is damaged: decoding it failed.", file=name) from None
            finally:
                if not answered:  # its answer must not be taken for that to the next question
                    self._end()

    def rest(self) -> None:
        """End the process once it has nothing to do; the next question starts another one."""
        with self._turn:
            self._end()

    def close(self) -> None:
        """Kill the process, whatever it does, and start none again: the program ends."""
        self._closed = True
        self._end()

    def _running(self, name: str) -> subprocess.Popen[bytes]:
        """Return the process, started if there is none. Raises BadInput if that fails."""
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._end()
        try:
            self._process = process = _started(self._command)
            if self._closed:
                raise EOFError
            _answer(process, {}, b"", START_SECONDS)
        except (OSError, EOFError, ValueError):
            self._end()
            raise BadInput(
                "{file} cannot be decoded: the helper process cannot be started.", file=name
            ) from None
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what was not sent cannot be any more
                if stream is not None:
                    stream.close()


HELPER = HelperProcess()


def close_all() -> None:
    """Kill all helper processes, whatever they do: the program ends."""
    for process in list(_ALL):
        process.close()


atexit.register(close_all)


def _started(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start the process: this Python, or the frozen program itself. Raises OSError.

    It runs in the folder of the program, since Python looks for modules in the working folder
    first; and in a session of its own, so that Ctrl+C in a terminal ends this program alone. What
    decoders print is of no use to anyone.
    """
    frozen = getattr(sys, "frozen", False)
    arguments = command if frozen else ("-m", lenet_gui.__name__, *command)
    folder = Path(sys.executable if frozen else lenet_gui.__path__[0]).parent
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        start_new_session=True,
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )


def _answer(
    process: subprocess.Popen[bytes], header: dict[str, Any], body: bytes, seconds: float
) -> tuple[dict[str, Any], bytes]:
    """Send a message, and wait for the answer.

    Raises TimeoutError if it comes too late, EOFError, OSError or ValueError if the process dies
    or says something else.
    """
    late = threading.Event()

    def kill() -> None:
        late.set()
        process.kill()

    assert process.stdin is not None
    assert process.stdout is not None
    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        write_message(process.stdin, header, body)
        answer = read_message(process.stdout)
    except (OSError, EOFError, ValueError):
        if late.is_set():
            raise TimeoutError from None
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise TimeoutError
    return answer
