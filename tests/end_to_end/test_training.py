"""A network is trained in the real window while somebody draws, and nothing is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.end_to_end.screen import (
    DEADLINE,
    PROGRAM,
    ROOT,
    Program,
    Screen,
    alive,
    clean_environment,
    until,
)
from tests.end_to_end.test_window import DIGITS, pytestmark, screen  # noqa: F401  a fixture

TRAINED = 400.0  # seconds; a minute of training on a machine that has other things to do


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def program(screen: Screen, home: Path) -> Iterator[Program]:  # noqa: F811
    with Program(screen, home) as program:
        yield program


def plan(home: Path, data: Path) -> dict[str, list[float]]:
    """Where the tabs of the panels are, and the buttons of a notice about what is in ``data``."""
    # A home of its own each time: the window restores how the one before was left.
    own = Path(tempfile.mkdtemp(prefix="tabs", dir=home.parent))
    environment = clean_environment(own, XDG_DATA_HOME=str(data))
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.training_plan"],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def worker(program: Program) -> int | None:
    """The training process, if there is one."""
    for number in program.family():
        try:
            words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"worker" in words:
            return number
    return None


def changing(program: Program, layer: str) -> bool:
    """Whether the maps of a layer change within a moment though nobody draws."""
    before = program.maps(layer)
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        if not np.array_equal(before, program.maps(layer)):
            return True
        time.sleep(0.02)
    return False


def resting(program: Program) -> bool:
    """Whether nothing learns: the maps are the same for a second."""
    return not changing(program, "C1")


def unfinished(home: Path) -> list[Path]:
    return list((home / "lenet_gui" / "training").glob("*.resume.safetensors"))


def networks(home: Path) -> list[str]:
    """The networks that the command line knows there."""
    done = subprocess.run(
        [PROGRAM, "networks", "--json"],
        env=clean_environment(home), capture_output=True, text=True, timeout=DEADLINE, check=True,
    )  # fmt: skip
    return [network["name"] for network in json.loads(done.stdout)]


def begin(program: Program, *long: str) -> None:
    """In the workspace Train, choose how long with these keys, and start; then look from Read.

    Longer than what the test does meanwhile can take: time goes on while the machine is busy.
    """
    program.keys("ctrl+4")
    program.rest()
    until(lambda: worker(program) is not None, "the training process")
    program.keys("alt+l", *long)
    until(program.still, "the window to rest")
    program.keys("F5")
    program.rest()
    program.keys("ctrl+1")
    program.rest()


def asked_for_a_name(program: Program) -> bool:
    """Press Keep, and again if nothing comes: the result may just be judged."""
    program.keys("ctrl+4")
    program.rest()
    program.keys("alt+k")
    try:
        until(lambda: keep_dialog(program), "the dialog", 15.0)
    except AssertionError:
        return False
    return True


def test_a_minute_of_training_watched_interrupted_and_kept(program: Program, home: Path) -> None:
    program.draw(DIGITS["3"])
    program.wait_for_answer("3")
    shipped = {layer: program.maps(layer) for layer in ("C1", "C3")}
    begin(program, "Home", "Down")
    for layer, before in shipped.items():  # other weights, other maps
        until(lambda: not np.array_equal(before, program.maps(layer)), f"{layer} of new weights")  # noqa: B023
    until(lambda: changing(program, "C1") and changing(program, "C3"), "maps that change")

    program.keys("Delete")
    program.draw(DIGITS["7"])
    until(lambda: program.answer == "7", "the new ink to be read by what was learned", TRAINED)

    program.keys("F6")
    until(lambda: resting(program), "the pause")
    program.keys("F6")
    until(lambda: changing(program, "C1"), "the training to go on")

    until(lambda: unfinished(home), "the first save")
    first = worker(program)
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until(lambda: not alive(first), "its end")
    until(lambda: resting(program), "the training to stop")
    until(lambda: program.answer == "7", "the reader from before")
    program.keys("ctrl+4")
    program.rest()
    program.keys("alt+m")
    until(lambda: worker(program) not in (None, first), "another process")
    program.keys("ctrl+1")
    program.rest()
    until(lambda: changing(program, "C1"), "the training to go on from the disk")

    until(lambda: not unfinished(home), "the end of the training", TRAINED)
    until(lambda: resting(program), "the window to rest")
    until(lambda: asked_for_a_name(program), "the question for a name", TRAINED)
    program.screen.hand("type", "my network")
    program.keys("Return")
    until(lambda: "my network" in networks(home), "the network in the library")
    program.keys("ctrl+1")
    program.rest()
    until(program.still, "the window to rest")

    program.keys("Delete")
    program.wait_for_answer("")
    program.draw(DIGITS["3"])
    until(lambda: program.answer != "", "an answer")  # how good it is depends on the machine
    for layer, before in shipped.items():
        look = f"{layer} of the new one"
        until(lambda: not np.array_equal(before, program.maps(layer)), look)  # noqa: B023


def keep_dialog(program: Program) -> bool:
    found = program.screen.hand("search", "--onlyvisible", "--name", "^Keep", check=False)
    return bool(found)


def test_quitting_asks_and_the_next_start_goes_on(screen: Screen, home: Path) -> None:  # noqa: F811
    with Program(screen, home) as program:
        program.draw(DIGITS["3"])
        program.wait_for_answer("3")
        begin(program, "End")
        until(lambda: changing(program, "C1"), "the training")
        program.keys("ctrl+q")
        until(lambda: question(program) and elsewhere(program), "the question with the keyboard")
        program.keys("Escape")
        until(lambda: not (question(program) or elsewhere(program)), "the question to go")
        until(lambda: changing(program, "C1"), "the training to go on")
        program.keys("ctrl+q")
        until(lambda: question(program) and elsewhere(program), "the question with the keyboard")
        program.keys("alt+q")
        assert program.wait_for_end() == 0
        assert unfinished(home)
    places = plan(home, home)
    # Without the geometry of the first window, which has no window manager to keep it in place.
    with Program(screen, home.parent / "second", XDG_DATA_HOME=str(home)) as program:
        until(lambda: goes_on(program, places), "the training process")
        program.draw(DIGITS["3"])
        until(lambda: changing(program, "C1"), "the training to go on")
        until(lambda: not resting(program), "the training to go on")
        program.keys("shift+F5")
        until(lambda: resting(program), "it to stop")
        until(lambda: len(unfinished(home)) == 1, "what was learned on the disk")


def goes_on(program: Program, places: dict) -> bool:
    """Press the button of the notice, which comes some time after the window: is anything done?"""
    program.click(places["Resume"])
    program.rest()
    end = time.monotonic() + 5
    while not worker(program) and time.monotonic() < end:
        time.sleep(0.1)
    return worker(program) is not None


def question(program: Program) -> bool:
    """Whether a second window of the program is there."""
    search = ["search", "--onlyvisible", "--pid", program.process.pid, "--name", "."]
    return len(program.screen.hand(*search, check=False).split()) > 1


def elsewhere(program: Program) -> bool:
    """Whether another window than the main one has the keyboard."""
    return program.screen.hand("getwindowfocus", check=False).strip() != program.window


def test_settings_and_import_give_the_keyboard_back(program: Program) -> None:
    program.draw(DIGITS["3"])
    program.wait_for_answer("3")
    for key in ("F7", "ctrl+i"):
        program.keys(key)
        until(lambda: question(program) and elsewhere(program), "the dialog with the keyboard")
        program.keys("Escape")
        until(lambda: not (question(program) or elsewhere(program)), "the dialog to go")
    program.keys("Delete")
    program.wait_for_answer("")
