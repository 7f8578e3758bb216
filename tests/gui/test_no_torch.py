"""The window in a process of its own: it starts, reads, ends, and torch was never loaded."""

import subprocess
import sys
from pathlib import Path

from tests.helpers import PATIENCE

ROOT = Path(__file__).parent.parent.parent

PROGRAM = """
import importlib, pkgutil, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import lenet_gui.app, lenet_gui.gui

for module in pkgutil.walk_packages(lenet_gui.gui.__path__, "lenet_gui.gui."):
    importlib.import_module(module.name)

def draw():
    (window,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == "window"]
    if not window.sources.made:  # it is only a frame yet
        QTimer.singleShot(1, draw)
        return
    session = window.session
    session.begin_stroke(280, 120)
    for y in range(130, 440, 10):
        session.extend_stroke(282, y)
    session.end_stroke()
    session.recognized.connect(lambda recognition: close(window, recognition))

def close(window, recognition):
    print("read", recognition.label)
    window.close()

run = QApplication.exec
def run_with_a_hand(*_):
    QTimer.singleShot(0, draw)
    return run()
QApplication.exec = run_with_a_hand

code = lenet_gui.app.run([])
foreign = {name.partition(".")[0] for name in sys.modules} & {"torch", "torchvision", "tqdm"}
ours = [name for name in sys.modules if name.startswith("lenet_gui.trainer")]
print("loaded", sorted(foreign), ours)
sys.exit(code)
"""


def test_window_never_loads_torch(tmp_path: Path, program_environment: dict[str, str]) -> None:
    environment = program_environment | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["read 1", "loaded [] []"]
