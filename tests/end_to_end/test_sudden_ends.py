"""The real program is ended from outside: it ends at once, and the next start offers the page."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.screen import DEADLINE, ROOT, Program, Screen, clean_environment, until
from tests.end_to_end.test_window import DIGITS, MISSING

# Draws a one, says so, and waits; what follows comes from outside.
DRAWS = """
def go(window):
    session = window.session
    session.begin_stroke(280, 100)
    for y in (200, 300, 460):
        session.extend_stroke(280, y)
    {end}
    print("drawn", flush=True)
"""
# Waits for the notice, restores, and prints the answer of the title and what can be undone.
RESTORES = """
import json
def go(window):
    timer = QTimer(window)
    asked = []
    def look():
        notice = window.commands.recovery.notice
        if notice is not None:
            asked.append(notice.label.text())
            next(a for a in notice.actions() if a.text() == "Restore").trigger()
        elif asked and window.windowTitle().startswith("1 "):
            timer.stop()
            print(json.dumps([asked[0], session_of(window)]), flush=True)
            window.close()
    timer.timeout.connect(look)
    timer.start(10)
def session_of(window):
    return [len(window.session.drawing.strokes), window.session.undo_stack.undoText()]
"""
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from lenet_gui import app
{what}
begin = app._begin_reading
def then(window):
    begin(window)
    go(window)
app._begin_reading = then
sys.exit(app.run([]))
"""


def _hear_hang_ups() -> None:
    """Hear them, even if the tests themselves run under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Run:
    """The program in a process of its own, without a screen."""

    def __init__(self, home: Path, what: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT.format(what=what)],
            env=clean_environment(home, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(ROOT)),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            preexec_fn=_hear_hang_ups if os.name == "posix" else None,
        )  # fmt: skip

    def __enter__(self) -> Run:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()

    def said(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def end(self) -> int:
        return self.process.wait(DEADLINE)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def restored(home: Path) -> list:
    with Run(home, RESTORES) as run:
        said = run.said()
        assert said, run.process.stderr and run.process.stderr.read()
        asked, found = json.loads(said)
        assert asked.startswith("Restore what you were drawing?")
        assert run.end() == 0
    return found


def logged(home: Path) -> str:
    return "".join(path.read_text() for path in home.rglob("lenet_gui.log"))


SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("name", SIGNALS)
@pytest.mark.parametrize("end", ["session.end_stroke()", "pass"], ids=["drawn", "in progress"])
def test_signals_end_it_at_once_and_lose_nothing(home: Path, name: str, end: str) -> None:
    number = getattr(signal, name)
    with Run(home, DRAWS.format(end=end)) as run:
        assert run.said() == "drawn\n"
        run.process.send_signal(number)  # long before the page would have been written
        assert run.end() == -number
    assert name in logged(home)
    assert restored(home) == [1, "Draw a stroke"]
    assert not list(home.rglob("recovery/*"))  # after that, an ordinary end


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_nohup_is_respected(home: Path) -> None:
    what = "import signal\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    with Run(home, what + DRAWS.format(end="session.end_stroke()")) as run:
        assert run.said() == "drawn\n"
        run.process.send_signal(signal.SIGHUP)
        run.process.send_signal(signal.SIGTERM)
        assert run.end() == -signal.SIGTERM


@pytest.mark.skipif(os.name != "posix", reason="it needs a way to end without any notice")
def test_a_crash_loses_little(home: Path) -> None:
    """What was written in time is offered."""
    with Run(home, DRAWS.format(end="session.end_stroke()")) as run:
        assert run.said() == "drawn\n"
        until(lambda: list(home.rglob("recovery/*.json")), "the page on the disk")
        run.process.kill()
        run.end()
    assert restored(home) == [1, "Draw a stroke"]


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.mark.end_to_end
@pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true",
    reason=f"needs a virtual screen and its tools: {', '.join(MISSING)}",
)
def test_a_lost_display(screen: Screen, home: Path) -> None:
    with Program(screen, home, silent=False) as program:
        program.draw(DIGITS["1"])
        program.wait_for_answer("1")
        screen._server.kill()
        assert program.wait_for_end() > 0
    assert "X11 connection broke" in logged(home)
    assert restored(home) == [1, "Draw a stroke"]
