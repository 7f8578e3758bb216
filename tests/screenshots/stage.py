"""The window that pictures are taken of, with a digit on its page."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenet_gui.common.assets import resource
from lenet_gui.common.values import Drawing, Unit
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.ink.drawing_files import read_drawing
from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.plotting.plot_loading import PlotLoading
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import MainWindow

SETTLED = 400  # milliseconds until docks are where they belong and all is painted
PATIENCE = 600.0  # seconds to wait for what the program does by itself
PINNED = Unit("C3", 3, 4, 4)  # a unit that pictures of Look inside show, in the middle of a map


class Stage:
    """One window, which can be looked at in every language, theme, size and workspace."""

    def __init__(self) -> None:
        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._application, self._language = application, "en"
        use_language("en")
        self.session = Session(load_recognizer("lenet-5"))
        self.window = MainWindow(Settings())
        complete(self.window, self.session)
        self.window.show()
        self.session.replace_drawing(sample("four"), "")

    def fill_screen(self) -> str:
        """Make the window as large as the screen. Return the screen's pixels, such as 1366x768."""
        screen = self.window.screen()
        self.window.resize(screen.size())
        size = screen.size() * self.window.devicePixelRatio()
        return f"{size.width()}x{size.height()}"

    def look(self, language: str, theme: str) -> None:
        """Use a language and a theme."""
        if language != self._language:
            self._language = language
            use_language(language)
        apply_theme(self._application, theme)

    def enter(self, workspace: str) -> None:
        """Show a workspace as it is at first."""
        self.window.workspaces.show_workspace(workspace)
        self.window.workspaces.reset()
        self.session.pins.let_go()
        if workspace == "look_inside":
            self.session.pins.pin(PINNED)
        self.settle()

    def bring(self, panel: str) -> None:
        """Show a panel of this workspace that is behind a tab."""
        self.window.workspaces.bring(panel)
        self.settle()

    def project(self) -> None:
        """Show the window as for a projector, or no longer."""
        self.window.menus.actions["projector"].trigger()
        self.settle()

    def settle(self) -> None:
        """Wait until everything that is seen has been made, has its place and is painted."""
        QTest.qWait(SETTLED)
        workspaces = self.window.workspaces
        wait_until(
            lambda: all(n in workspaces.panels for n, d in workspaces.docks.items() if d.seen)
        )
        wait_until(lambda: not any(plot.busy for plot in self.window.findChildren(PlotLoading)))
        QTest.qWait(SETTLED)

    def save(self, path: Path) -> QPixmap:
        """Write a picture of the window as it is. Return it."""
        picture = self.window.grab()
        assert picture.save(str(path)), path
        return picture


def sample(name: str) -> Drawing:
    """Return a drawing that comes with the program."""
    return read_drawing(resource("samples", f"{name}.json"))


def wait_until(look: Callable[[], bool]) -> None:
    """Let the window live until something holds. Raises AssertionError when it never does."""
    end = time.monotonic() + PATIENCE
    while not look():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.02)  # QTest.qWait would keep threads from Python
