"""The process of the worker: its streams, its priority, and its end.

Commands come as frames on stdin, answers go as frames to stdout; whatever else is printed goes to
stderr. The process ends when stdin does, so that it never outlives the window.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
from typing import BinaryIO, NoReturn

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.wire.frames import Frame, FrameParser

NICENESS = 5  # as os.nice counts; the window and its threads stay at 0
SAVING_GRACE = 0.8  # seconds to save what was learned once the window has gone
_READ_BYTES = 1 << 16
_BELOW_NORMAL = 0x4000  # BELOW_NORMAL_PRIORITY_CLASS of Windows

Commands = queue.SimpleQueue[Frame | None]


def take_output() -> BinaryIO:
    """Return stdout for frames alone; from now on file descriptor 1 is stderr."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    sys.stdout.flush()
    frames = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return frames


def lower_priority() -> None:
    """Give way to the window."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(NICENESS)


class Listener(threading.Thread):
    """Puts commands into a queue, None after the last one, and ends the process soon after that."""

    def __init__(self) -> None:
        super().__init__(name="commands", daemon=True)
        self.commands: Commands = queue.SimpleQueue()
        self.error: BadInput | None = None

    def run(self) -> None:
        parser = FrameParser()
        try:
            while piece := os.read(0, _READ_BYTES):
                for frame in parser.feed(piece):
                    self.commands.put(frame)
        except BadInput as error:
            self.error = error
        except OSError:
            pass  # nothing more will come, as at its end
        self.commands.put(None)
        time.sleep(SAVING_GRACE)
        self.end()

    def end(self) -> NoReturn:
        """End the process whatever it is doing; an ordinary exit of torch takes seconds."""
        if self.error is not None:
            print(f"lenet-gui: {self.error}", file=sys.stderr)
        sys.stderr.flush()
        os._exit(0 if self.error is None else 1)
