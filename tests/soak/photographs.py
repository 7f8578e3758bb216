"""Photographs opened one after another, as somebody does who reads a stack of sheets."""

from __future__ import annotations

import threading
from pathlib import Path

from lenet_gui.gui.photos.photo_reading import PhotoReading
from lenet_gui.gui.sources.picture import PictureSource
from lenet_gui.gui.window.main_window import MainWindow
from tests.photographs.composer import compose

DIFFERENT = 8  # photographs; they are opened in turn


class Photographs:
    """``act`` opens the next photograph once the one before it has been read."""

    def __init__(self, window: MainWindow, home: Path) -> None:
        self._window = window
        self._opened = 0
        self._last: PhotoReading | None = None
        self._files = [home / f"photograph-{seed}.jpg" for seed in range(DIFFERENT)]
        for seed, file in enumerate(self._files):
            file.write_bytes(compose(seed).jpeg())

    def act(self) -> bool:
        """Return whether a photograph was opened."""
        if any(thread.name == "background" for thread in threading.enumerate()):
            return False
        if self._opened and self._shown() is self._last:
            return False
        self._last = self._shown()
        file = self._files[self._opened % DIFFERENT]
        self._opened += 1
        self._window.commands.documents.open_path(str(file))
        return True

    def _shown(self) -> PhotoReading | None:
        """Return the photograph that was read last."""
        picture = self._window.sources.made.get("picture")
        return picture.viewer.photo if isinstance(picture, PictureSource) else None

    def rest(self) -> None:
        """Look at the empty page."""
        for name in ("source:drawing", "clear"):
            self._window.menus.actions[name].trigger()
