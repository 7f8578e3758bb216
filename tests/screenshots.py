"""`make screenshots`: the window as people see it, at several sizes, scales and themes.

Writes build/screenshots/*.png, and the two pictures of the README to resources/screenshots/.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "screenshots"
README = ROOT / "resources" / "screenshots"

SIZES = ((1024, 600), (1366, 768), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
THEMES = ("light", "dark")
SETTLE = 300  # milliseconds until docks are where they belong
README_SIZE, README_SCALE = (1366, 768), 1.5


def main() -> int:
    BUILD.mkdir(parents=True, exist_ok=True)
    README.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            "XDG_CONFIG_HOME": str(BUILD / "settings"),
        }
        command = [sys.executable, "-m", "tests.screenshots", str(scale)]
        subprocess.run(command, env=environment, check=True, cwd=ROOT)
    print(f"written: {BUILD} and {README}")
    return 0


def take(scale: float) -> None:
    """All pictures at one scale; Qt reads the scale once, when it starts."""
    from PySide6.QtCore import QLocale
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lenet_gui.assets import resource
    from lenet_gui.engine.drawing_files import read_drawing
    from lenet_gui.engine.readers import load_reader
    from lenet_gui.gui.main_window import MainWindow
    from lenet_gui.gui.session import Session
    from lenet_gui.gui.settings import Settings
    from lenet_gui.gui.theme import apply_theme

    application = QApplication([])
    QLocale.setDefault(QLocale(QLocale.Language.English))
    session = Session(load_reader("lenet-5"))
    window = MainWindow(session, Settings())
    window.show()
    session.replace_drawing(read_drawing(resource("samples", "four.json")), "")
    for theme in THEMES:
        apply_theme(application, theme)
        for size in SIZES:
            window.resize(*size)
            window.reset_layout()
            QTest.qWait(SETTLE)
            picture = window.grab()
            picture.save(str(BUILD / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}.png"))
            if size == README_SIZE and scale == README_SCALE:
                picture.save(str(README / f"window-{theme}.png"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(float(sys.argv[1]))
    else:
        sys.exit(main())
