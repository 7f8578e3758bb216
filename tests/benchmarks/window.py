"""The real window under Xvfb: from pen to painted panels, start, memory."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.measure import ROUNDS, Measurement, Row, beside, in_words
from tests.first_start import without_opening

ENDING = 2.0  # seconds in which a server that has dropped its clients is gone
STARTS = 15  # of each; they scatter more than events of a pen
PAINTED = "window painted / empty PySide6 window"
ANSWER = "first answer after the window is painted"
PEN = "pen event to all panels painted, 95 %"
INSPECTED = "pen event with a pinned unit and its inspector, 95 %"
ELSEWHERE = "pen event in the slowest other workspace, 95 %"
MEMORY = "resident memory while drawing"
TORCH = "torch mapped into the window's process"
# How `references` come to bars.
MOST_ANSWER = 3.4  # 0.2 s of 0.5; ratio 1.35
MOST_PEN = 3.3  # 7.6 ms of 12; ratio 2.08

EMPTY_WINDOW = """
import time
import numpy
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(time.time(), flush=True)
        QApplication.quit()
application = QApplication([])
window = Empty()
window.resize(1280, 740)
window.show()
application.exec()
"""


def _first() -> Iterator[Row]:
    with screen() as environment:
        starts = [_starts(environment) for _ in range(STARTS)]
    empty, ours, answers = zip(*starts, strict=True)
    # Like beside(), but for the row's own name, which says against what.
    ratio = statistics.median(a / b for a, b in zip(ours, empty, strict=True))
    note = f"an empty window with numpy {in_words(statistics.median(empty))}"
    yield Row(PAINTED, ratio, 1.4, "x", note, seconds=statistics.median(ours))
    yield beside(ANSWER, answers, "an empty window's start", empty, MOST_ANSWER)


def _ink() -> Iterator[Row]:
    with screen() as environment:
        ink = [_measured("ink", environment) for _ in range(ROUNDS)]
    own, reference = ([found[key] / 1000 for found in ink] for key in ("p95", "reference"))
    middle = {key: statistics.median(found[key] for found in ink) for key in ink[0]}
    note = f"median {middle['median']:.1f} ms, {middle['events']:.0f} pen events"
    yield beside(PEN, own, "painting two forms, 95 %", reference, MOST_PEN, note)
    there = [found["elsewhere"] / 1000 for found in ink]
    yield beside(ELSEWHERE, there, "in the first workspace", own, 1.3)
    pinned, without = ([found[key] / 1000 for found in ink] for key in ("pinned", "unpinned"))
    yield beside(INSPECTED, pinned, "without a pin", without, 1.5)
    yield Row(MEMORY, middle["megabytes"], 120.0, "MB")
    yield Row(TORCH, max(found["torch"] for found in ink), 0.0, "files")


MEASUREMENTS = (
    Measurement((PAINTED, ANSWER), _first),
    Measurement((PEN, ELSEWHERE, INSPECTED, MEMORY, TORCH), _ink),
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An environment with a virtual screen and an empty home.

    Raises SystemExit with a sentence if the screen cannot be started, or ends too early, whatever
    fails then.
    """
    if shutil.which("Xvfb") is None:
        raise SystemExit("make bench needs Xvfb (Debian: apt install xvfb)")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as display, tempfile.TemporaryDirectory() as home:
        number = display.readline().strip()
        if not number:
            code = server.wait()
            raise SystemExit(f"make bench: its screen, Xvfb, cannot be started (it gave {code}).")
        without_opening(Path(home))
        environment = {**os.environ, "DISPLAY": f":{number}", "HOME": home, "XDG_CONFIG_HOME": home}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        try:
            yield environment
        except (Exception, SystemExit):
            if not _has_ended(server):
                raise
            raise SystemExit(
                "make bench: its screen, Xvfb, ended while a window was measured on it. What was "
                "printed before holds; start it again for the rest."
            ) from None
        finally:
            server.terminate()
            server.wait()


def _has_ended(server: subprocess.Popen[bytes]) -> bool:
    """Tell whether the server has ended; its clients may hear of it a little earlier."""
    try:
        server.wait(ENDING)
    except subprocess.TimeoutExpired:
        return False
    return True


def _starts(environment: dict[str, str]) -> tuple[float, float, float]:
    """Seconds to the first painting of an empty window, of ours, and from there to an answer."""
    start = time.time()
    out = subprocess.run(
        [sys.executable, "-c", EMPTY_WINDOW], env=environment, capture_output=True, check=True
    )
    empty = float(out.stdout.split()[0]) - start
    start = time.time()
    found = _measured("first", environment)
    return empty, found["painted"] - start, found["answered"] - found["painted"]


def _measured(what: str, environment: dict[str, str]) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.driven_window", what]
    out = subprocess.run(command, env=environment, capture_output=True, check=False)
    if out.returncode:
        raise SystemExit(out.stderr.decode())
    values: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return values
