"""What a user does, at random."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, network_names
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.training.state import State
from lenet_gui.gui.window.main_window import MainWindow
from lenet_gui.gui.workspaces import WORKSPACES
from tests.gui.helpers import canvas_of, on_canvas, press, release

SECONDS = 1.0  # of a training
_THEMES = ("theme_light", "theme_dark", "theme_system")
_LANGUAGES = ("language_en", "language_zh_CN")


class Hands:
    """``act`` does one thing and says what it was; all follows from ``chance``."""

    def __init__(self, window: MainWindow, chance: Random, files: list[Path], data: str) -> None:
        self._window, self._chance, self._files, self._data = window, chance, files, data
        table: list[tuple[int, Callable[[], None]]] = [
            (300, self.draw),
            (80, lambda: self._menu("undo")),
            (60, lambda: self._menu("redo")),
            (60, lambda: self._menu("clear")),
            (10, lambda: self._menu("eraser")),
            (20, lambda: self._menu(chance.choice(("thinner", "thicker")))),
            (30, lambda: self._menu("random_digit")),
            (20, lambda: self._menu(chance.choice(("copy", "paste", "copy_text")))),
            (20, lambda: self._menu(chance.choice(("more_careful", "less_careful")))),
            (5, lambda: self._menu(chance.choice(("still", "projector")))),
            (5, lambda: self._menu(chance.choice(("help", "copy_diagnostics", "train_options")))),
            (3, lambda: self._menu(chance.choice(("library", "certainty", "import_data")))),
            (3, lambda: self._menu(chance.choice(("samples", "tour", "opening")))),
            (1, lambda: self._menu("evaluate")),
            (3, lambda: self._menu(chance.choice(("reset_layout", "reset_all")))),
            (2, lambda: self._menu("auto_clear")),
            (40, self.switch_workspace),
            (5, lambda: self._menu(chance.choice(_THEMES))),
            (3, lambda: self._menu(chance.choice(_LANGUAGES))),
            (40, self.switch_network),
            (60, self.toggle_panel),
            (30, self.show_source),
            (30, self.resize),
            (20, self.open_file),
            (5, self.train),
            (5, lambda: self._menu(chance.choice(("train_pause", "train_cancel")))),
        ]  # fmt: skip
        self._weights = [weight for weight, _ in table]
        self._acts = [act for _, act in table]

    def act(self) -> bool:
        self._put_away_dialogs()
        self._chance.choices(self._acts, self._weights)[0]()
        return True

    def rest(self) -> None:
        """The window as it began: nothing runs, and the same is to be seen each time."""
        for dialog in self._window.findChildren(QDialog):
            dialog.reject()
        for guide in (self._window.commands.welcome.tour, self._window.commands.welcome.opening):
            if guide is not None:
                guide.end()
        for name in ("train_cancel", "source:drawing", "clear", f"network:{DEFAULT_NETWORK}"):
            self._menu(name)
        for name in ("projector", "still", "eraser", "auto_clear"):
            if self._window.menus.actions[name].isChecked():
                self._menu(name)
        for name in ("theme_light", "language_en", "reset_all", "workspace:read"):
            self._menu(name)
        self._window.resize(1280, 800)

    def _menu(self, name: str) -> None:
        action = self._window.menus.actions[name]
        if action.isEnabled():
            action.trigger()

    def _put_away_dialogs(self) -> None:
        """Who works on has read what was said."""
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible() and self._chance.random() < 0.7:
                dialog.reject()

    def draw(self) -> None:
        window, chance = self._window, self._chance
        source = window.sources.source("drawing")
        if not source.isVisible() or QApplication.activeModalWidget() is not None:
            return
        canvas = canvas_of(source)
        x, y = chance.uniform(100, 460), chance.uniform(100, 460)
        press(canvas, on_canvas(canvas, x, y))
        for _ in range(chance.randrange(1, 15)):
            x, y = x + chance.uniform(-60, 60), y + chance.uniform(-60, 60)
            QTest.mouseMove(canvas, on_canvas(canvas, x, y))
        release(canvas, on_canvas(canvas, x, y))

    def switch_network(self) -> None:
        self._menu(f"network:{self._chance.choice(network_names())}")

    def toggle_panel(self) -> None:
        name = self._chance.choice(PANELS).name
        self._menu(f"panel:{name}")

    def switch_workspace(self) -> None:
        self._menu(f"workspace:{self._chance.choice(WORKSPACES).name}")

    def show_source(self) -> None:
        # The page comes back more often than not: most else happens on it.
        drawing = self._chance.random() < 0.5
        self._menu(f"source:{'drawing' if drawing else self._chance.choice(SOURCES).name}")

    def resize(self) -> None:
        self._window.resize(self._chance.randrange(700, 1900), self._chance.randrange(500, 1100))

    def open_file(self) -> None:
        self._window.commands.documents.open_path(str(self._chance.choice(self._files)))

    def train(self) -> None:
        window = self._window
        training = window.commands.trainings.training
        if training.state is State.OFF:
            training.prepare()
        elif training.state is State.READY:
            form = window.commands.training.form
            form.set(sources=(self._data,), seconds=SECONDS, validation=50, batch=32)
            self._menu("train_start")
