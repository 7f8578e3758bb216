"""Every name of Qt is known before a thread may ask for one."""

import subprocess
import sys

from tests.helpers import PATIENCE

ASK = """
import threading
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QTimer
from lenet_gui.gui.system.qt_preload import QtNames
app = QtWidgets.QApplication(["names", "-platform", "offscreen"])
unknown = lambda: sum(n not in vars(m) for m in (QtCore, QtGui, QtWidgets) for n in dir(m))
pieces = []
clock = QTimer(interval=1)
clock.timeout.connect(lambda: pieces.append(unknown()))
clock.start()
names = QtNames(app)
names.known.connect(app.quit)
before = unknown()
names.ask()
app.exec()
print(before > 100, unknown(), len({*pieces}) > 3)
again = QtNames(app)
again.known.connect(app.quit)
again.ask()
app.exec()
print("again")
"""


def test_all_names_are_asked_for_in_pieces_and_once() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.stdout.split("\n")[:2] == ["True 0 True", "again"], done.stderr
