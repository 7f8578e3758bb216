"""Somebody copies a drawing and closes the program."""

import subprocess
import sys

from tests.helpers import PATIENCE

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from lenet_gui import app
from tests.gui.helpers import FOUR, draw

def act(window):
    draw(window.session, FOUR)
    window.menus.actions["copy"].trigger()
    window.close()

def begin(window, begin_reading=app._begin_reading):
    begin_reading(window)
    QTimer.singleShot(0, lambda: act(window))

app._begin_reading = begin
sys.exit(app.run([]))
"""


def test_the_program_ends_well() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], timeout=PATIENCE, check=False)
    assert done.returncode == 0
