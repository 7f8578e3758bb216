"""A logout, and the last words of Qt; signals are tried on the real program (end_to_end)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from lenet_gui.gui.system.sudden_ends import SuddenEnds

ROOT = Path(__file__).parents[3]


def test_a_logout_saves(qapp: QGuiApplication) -> None:
    calls: list[str] = []
    ends = SuddenEnds(qapp, lambda: calls.append("keep"), lambda: calls.append("logout"))
    try:
        qapp.commitDataRequest.emit(None)
        qapp.saveStateRequest.emit(None)
    finally:
        ends.remove()
        ends.deleteLater()
    assert calls == ["logout", "logout"]


# Says something as Qt does.
SCRIPT = """
import os
from PySide6.QtCore import qFatal, qWarning
from PySide6.QtGui import QGuiApplication
from lenet_gui.gui.system.sudden_ends import SuddenEnds
application = QGuiApplication([])
ends = SuddenEnds(application, lambda: print("kept", flush=True), lambda: None)
{said}
print("goes on", flush=True)
"""


@pytest.mark.parametrize(
    ("said", "printed", "codes"),
    [
        ('qWarning("some plugin is old")', "goes on\n", {0}),
        ('qWarning("The X11 connection broke (error 1).")', "kept\n", {1}),
        ('qWarning("The Wayland connection broke.")', "kept\n", {1}),
        ('qWarning("The Wayland connection experienced a fatal error")', "kept\n", {1}),
        ('os.close(2)\nqWarning("The X11 connection broke (error 1).")', "kept\n", {1}),
        (
            # Qt grabs the screen in a thread of its own; the window's thread goes on meanwhile.
            "import threading\nlost = lambda: "
            'qWarning("The X11 connection broke: I/O error (code 1)")\n'
            "threading.Thread(target=lost).start()\napplication.exec()",
            "kept\n",
            {1},
        ),
        ('qFatal("no more")', "kept\n", {-6, 3}),
    ],
)
def test_last_words(tmp_path: Path, said: str, printed: str, codes: set[int]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(said=said)], cwd=tmp_path,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.stdout == printed
    assert done.returncode in codes
    assert said.split('"')[1] in done.stderr or "close" in said
