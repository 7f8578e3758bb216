"""`make screenshots`: the window as people see it, at several sizes, scales and themes.

Writes build/screenshots/*.png, and the pictures of the README to resources/screenshots/.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lenet_gui.gui.window.main_window import MainWindow

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "screenshots"
README = ROOT / "resources" / "screenshots"

SIZES = ((1024, 600), (1366, 768), (1920, 1080))
SCALES = (1.0, 1.5, 2.0)
THEMES = ("light", "dark")
SETTLE = 300  # milliseconds until docks are where they belong
README_SIZE, README_SCALE = (1366, 768), 1.5
PAGE = 11  # seed of a page whose digits can be seen
TRAINED, PATIENCE = 0.6, 240.0  # part of a minute's training, and seconds to wait for it


def main() -> int:
    BUILD.mkdir(parents=True, exist_ok=True)
    README.mkdir(parents=True, exist_ok=True)
    for folder in ("settings", "data"):  # nothing is left over from last time
        shutil.rmtree(BUILD / folder, ignore_errors=True)
    for scale in SCALES:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            "XDG_CONFIG_HOME": str(BUILD / "settings"),
            "LENET_GUI_DATA": str(BUILD / "data"),
        }
        command = [sys.executable, "-m", "tests.screenshots", str(scale)]
        subprocess.run(command, env=environment, check=True, cwd=ROOT)
    print(f"written: {BUILD} and {README}")
    return 0


def take(scale: float) -> None:
    """All pictures at one scale; Qt reads the scale once, when it starts."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lenet_gui.common.assets import resource
    from lenet_gui.engine.checkpoints.named_networks import load_recognizer
    from lenet_gui.engine.ink.drawing_files import read_drawing
    from lenet_gui.gui.appearance.languages import use_language
    from lenet_gui.gui.appearance.theme import apply_theme
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.window.assembly import complete
    from lenet_gui.gui.window.main_window import MainWindow

    application = QApplication([])
    use_language("en")
    session = Session(load_recognizer("lenet-5"))
    window = MainWindow(Settings())
    complete(window, session)
    window.show()
    session.replace_drawing(read_drawing(resource("samples", "four.json")), "")
    for theme in THEMES:
        apply_theme(application, theme)
        for size in SIZES:
            window.resize(*size)
            window.workspaces.reset()
            QTest.qWait(SETTLE)
            picture = window.grab()
            picture.save(str(BUILD / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}.png"))
            if size == README_SIZE and scale == README_SCALE:
                picture.save(str(README / f"window-{theme}.png"))
    if scale == README_SCALE:
        take_projector(window)
        take_photograph(window)
        take_training(window)
    window.close()


def take_photograph(window: MainWindow) -> None:
    """A page that was read, with one digit in all panels."""
    from PIL import Image
    from PySide6.QtWidgets import QApplication

    from lenet_gui.gui.appearance.theme import apply_theme
    from tests.photographs.composer import compose

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    window.resize(*README_SIZE)
    window.workspaces.reset()
    path = BUILD / "page.jpg"
    Image.fromarray(compose(PAGE).grey).save(path)
    window.commands.documents.open_path(str(path))
    wait_until(lambda: "picture" in window.sources.made)
    shown: list[bool] = []  # the panels, with the digit that is looked at
    window.session.recognized.connect(lambda _: shown.append(True))
    wait_until(lambda: window.session.watched is not None and bool(shown))
    window.grab().save(str(README / "photograph.png"))
    window.sources.bring("drawing")


def take_projector(window: MainWindow) -> None:
    """Large letters, and in Chinese as usual; which needs a font with its letters."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lenet_gui.gui.appearance.theme import apply_theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    window.resize(*README_SIZE)
    window.workspaces.reset()
    for name, take, back in (
        ("projector", "projector", "projector"),
        ("window-zh", "language_zh_CN", "language_en"),
    ):
        window.menus.actions[take].trigger()
        QTest.qWait(5 * SETTLE)  # everything is made anew
        window.grab().save(str(README / f"{name}.png"))
        window.menus.actions[back].trigger()
        QTest.qWait(SETTLE)


def take_training(window: MainWindow) -> None:
    """A minute's training, when the curves are worth a look."""
    from PySide6.QtWidgets import QApplication

    from lenet_gui.gui.appearance.theme import apply_theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, "light")
    window.resize(*README_SIZE)
    window.workspaces.reset()
    window.commands.training.form.choose_network("lenet-5")
    window.commands.training.form.set(seconds=60.0)
    window.commands.training.start()

    training = window.commands.trainings.training
    wait_until(lambda: (step := training.newest) is not None and step.progress > TRAINED)
    window.grab().save(str(README / "training.png"))
    training.cancel()
    wait_until(lambda: not training.state.busy)


def wait_until(look: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.02)  # QTest.qWait would keep threads from Python


if __name__ == "__main__":
    if len(sys.argv) > 1:
        take(float(sys.argv[1]))
    else:
        sys.exit(main())
