"""The end of the program: whatever its threads and processes do, all of them end with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.decoding.hostile_images import repeated_scans

# Opens a file in the window, waits until the window's thread in the background is at work, and
# closes the window. The last line it writes is the process number of the helper.
_OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from lenet_gui import app
from lenet_gui.engine.decoding.helper_process import HELPER

app.END_TIMEOUT_S = 0.2

def window():
    from PySide6.QtWidgets import QApplication
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "window")

def look():
    opened = hasattr(window(), "commands")
    if opened and not window().commands.documents._background.busy:
        window().commands.documents.open_path(sys.argv[1])
    if opened and HELPER._process is not None:
        print(HELPER._process.pid, flush=True)
        timer.stop()
        window().close()

timer = QTimer()
timer.timeout.connect(look)
start = QTimer.singleShot
make = app._window
def made(settings):
    timer.start(20)
    return make(settings)
app._window = made
code = app.run([])
print("ended", code)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
def test_closing_the_window_ends_a_decoder_that_would_go_on(tmp_path: Path) -> None:
    path = tmp_path / "scans.jpg"
    path.write_bytes(repeated_scans(100_000))
    command = [sys.executable, "-c", _OPEN_AND_CLOSE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    number, ended = done.stdout.splitlines()
    assert ended == "ended 0", done.stderr
    assert not Path("/proc", number).exists()


_STUCK = """
import os, sys, threading, time
from lenet_gui.gui.system import background
from PySide6.QtCore import QCoreApplication

application = QCoreApplication([])
work = background.Background(None, finishes=True)
work.start(lambda: time.sleep(10**6), print, print)
background.end_work(0.1, 3, lambda: print("flushed"))
"""


def test_a_thread_that_does_not_end_cannot_keep_the_program_alive() -> None:
    """It ends with its code, after settings and output are written."""
    command = [sys.executable, "-c", _STUCK]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "flushed\n", "")
