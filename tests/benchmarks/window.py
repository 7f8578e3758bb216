"""The real window under Xvfb: from pen to painted panels, start, memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.measure import ROUNDS, Row

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


def rows() -> Iterator[Row]:
    if shutil.which("Xvfb") is None:
        raise SystemExit("make bench needs Xvfb (Debian: apt install xvfb)")
    with screen() as environment:
        starts = [_starts(environment) for _ in range(ROUNDS)]
        ink = [_measured("ink", environment) for _ in range(ROUNDS)]
    empty, ours = (min(values) for values in zip(*((s[0], s[1]) for s in starts), strict=True))
    note = f"{ours:.2f} s, an empty window with numpy {empty:.2f} s"
    yield Row("window painted / empty PySide6 window", ours / empty, 1.6, "x", note)
    yield Row("first answer after the window is painted", min(s[2] for s in starts), 0.5, "s")
    best = min(ink, key=lambda found: found["p95"])
    note = f"median {best['median']:.1f} ms, {best['events']:.0f} pen events"
    yield Row("pen event to all panels painted, 95 %", best["p95"], 12.0, "ms", note)
    yield Row("resident memory while drawing", best["megabytes"], 120.0, "MB")
    yield Row("torch mapped into the window's process", best["torch"], 0.0, "files")


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An environment with a virtual screen and an empty home."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as display, tempfile.TemporaryDirectory() as home:
        number = display.readline().strip()
        environment = {**os.environ, "DISPLAY": f":{number}", "HOME": home, "XDG_CONFIG_HOME": home}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        try:
            yield environment
        finally:
            server.terminate()
            server.wait()


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
