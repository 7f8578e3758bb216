"""The program itself, in a process of its own, in a home that has never seen it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.common.assets import resource
from tests.helpers import PATIENCE

# More of the room would make the start slower.
AT_THE_START = "lenet_gui.gui.welcome.tour_link lenet_gui.gui.welcome.welcome_commands"
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from lenet_gui import app

made = app._window
def window(settings):
    global shown
    shown = made(settings)
    QTimer.singleShot(0, look)
    return shown
app._window = window
known = []
seen = []

def look():
    commands = getattr(shown, "commands", None)
    if commands is not None and not seen:
        seen.append(commands)
        print(*sorted(n for n in sys.modules if n.startswith("lenet_gui.gui.welcome.")), flush=True)
        commands.training.greeted.connect(known.append)
        commands.training.loaded.connect(end)
    if commands is not None and commands.welcome.opening is not None and len(seen) == 1:
        seen.append("opening")
        print("plays", shown.session.drawing.empty, flush=True)
        from lenet_gui.gui.welcome import opening
        now, opening.clock = opening.clock(), lambda: now + 10  # it is over at once
        commands.welcome.opening._start = now
    if not shown.isHidden():
        QTimer.singleShot(5, look)

def end():
    if sys.argv[1:] and shown.session.recognition.label is None:
        QTimer.singleShot(5, end)  # the file is still read
        return
    print("notice", *known, "file", shown.session.recognition.label, flush=True)
    shown.close()

sys.exit(app.run(sys.argv[1:]))
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    names = ("HOME", "LENET_GUI_DATA", *(f"XDG_{n}_HOME" for n in ("CONFIG", "DATA", "STATE")))
    return {**os.environ, **dict.fromkeys(names, str(tmp_path / "home"))}


def start(environment: dict[str, str], *files: Path) -> list[str]:
    """Start the program, wait until all of it is loaded, and return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, files)],
        env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    imported, *said = done.stdout.splitlines()
    assert imported == AT_THE_START
    return said


def test_it_plays_at_the_first_start_and_never_again(environment: dict[str, str]) -> None:
    plays, rest = start(environment)
    assert plays == "plays True"
    assert rest == "notice False file None"
    assert start(environment) == ["notice False file None"]


def test_it_does_not_play_when_the_window_opens_a_file(environment: dict[str, str]) -> None:
    (rest,) = start(environment, resource("samples", "three.json"))
    assert rest == "notice False file 3"
    plays, _ = start(environment)
    assert plays.startswith("plays")
