"""The worker as a process: its streams, its priority, and its end.

Commands come as frames on stdin, answers go as frames to what was stdout; prints go to stderr.
It ends when stdin does, so that it never outlives the window.
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

NICENESS = 5
SAVING_GRACE = 0.8  # seconds to save what was learned once the window has gone
_READ_BYTES = 1 << 16
_BELOW_NORMAL = 0x4000  # a priority class of Windows

Commands = queue.SimpleQueue[Frame | None]


def take_output() -> BinaryIO:
    """What was stdout, for frames alone; from now on file descriptor 1 is stderr."""
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    sys.stdout.flush()
    frames = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return frames


def lower_priority() -> None:
    """Whatever the window has to do comes first."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(NICENESS)


class Listener(threading.Thread):
    """Puts commands into a queue, None at their end, and sees to it that the process ends then."""

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
            pass  # as good as its end
        self.commands.put(None)
        time.sleep(SAVING_GRACE)
        self.end()

    def end(self) -> NoReturn:
        """End the process, whatever it does; torch would take seconds to tidy up."""
        if self.error is not None:
            print(f"lenet-gui: {self.error}", file=sys.stderr)
        sys.stderr.flush()
        os._exit(0 if self.error is None else 1)
