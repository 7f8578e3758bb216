"""Without torch, or with a broken one, the program does all but train, and says what is missing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import PATIENCE
from tests.trainer.test_launch import BROKEN, broken_torch

ROOT = Path(__file__).parent.parent.parent
MISSING, *_ = BROKEN  # torch is not installed

WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from lenet_gui import app
from lenet_gui.gui.commands.help_window import HelpWindow

def wait(what):
    while not what():
        QApplication.processEvents()

def use(window):
    session = window.session
    session.begin_stroke(280, 120)
    for y in range(130, 440, 10):
        session.extend_stroke(282, y)
    session.end_stroke()
    wait(lambda: session.recognition.label)
    print("reads", session.recognition.label)
    window.menus.actions["help"].trigger()
    print("explains", bool(window.findChild(HelpWindow)))
    window.findChild(HelpWindow).close()
    window.workspaces.bring("training")
    panel = window.workspaces.panel("training")
    sentence = panel.outcome.stopped.text
    wait(sentence.isVisible)
    print(sentence.text())
    window.close()

def begin(window, begin_reading=app._begin_reading):
    begin_reading(window)
    QTimer.singleShot(0, lambda: use(window))

app._begin_reading = begin
sys.exit(app.run([]))
"""


def run(tmp_path: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PYTHONPATH": broken_torch(tmp_path, program),
        "LENET_GUI_DATA": str(tmp_path / "data"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT, env=os.environ | environment, capture_output=True, text=True,
        timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(("program", "said"), list(BROKEN.items())[:2])  # missing, and broken
def test_the_window_does_all_but_train(tmp_path: Path, program: str, said: str) -> None:
    """The training panel says what to install as soon as it is shown."""
    done = run(tmp_path, program, "-c", WINDOW)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["reads 1", "explains True", said]


def test_the_command_line_does_all_but_train(tmp_path: Path) -> None:
    two = str(ROOT / "resources" / "samples" / "two.json")
    read = run(tmp_path, MISSING, "-m", "lenet_gui", "recognize", "--json", two)
    assert json.loads(read.stdout)[0]["digit"] == 2


def test_python_does_all_but_train(tmp_path: Path) -> None:
    two = str(ROOT / "resources" / "samples" / "two.json")
    program = (
        "import lenet_gui\n"
        f"print(lenet_gui.recognize({two!r}).label)\n"
        "try: lenet_gui.train()\n"
        "except lenet_gui.BadInput as error: print(error)\n"
    )
    done = run(tmp_path, MISSING, "-c", program)
    assert done.stdout.splitlines() == ["2", BROKEN[MISSING]], done.stderr
