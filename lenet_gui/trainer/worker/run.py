"""Runs the worker process, from its start to its end."""

from __future__ import annotations

import contextlib
import signal
from typing import NoReturn

from lenet_gui.trainer.worker.process import Listener, lower_priority, take_output


def run_worker() -> NoReturn:
    """Serve the window at the other end of stdin and stdout until it has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window, which tells us
    frames = take_output()
    lower_priority()
    listener = Listener()
    listener.start()

    # the listener already hears commands, a cancel above all, while this loads numpy
    from lenet_gui.trainer.worker.worker import Worker

    with contextlib.suppress(BrokenPipeError):  # the window has gone
        Worker(listener.commands, frames).serve()
    listener.end()
