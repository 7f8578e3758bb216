"""Commands that greet and guide: samples, tour, and the opening."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Drawing
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.wording.phrases import Phrase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.gui.documents.documents import Documents
    from lenet_gui.gui.photos.photo_files import Photograph
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.welcome.samples import Sample


class WelcomeCommands(QObject):
    """Opens samples; what is not needed at the start is imported when it is asked for."""

    failed = Signal(object)  # an error to tell

    def __init__(self, window: QMainWindow, session: Session, documents: Documents) -> None:
        """window: parent of the gallery."""
        super().__init__(window)
        self._window, self._session, self._documents = window, session, documents
        self._background = Background(self, finishes=True)

    # ---- samples

    def show_samples(self) -> None:
        """Open the gallery of samples, or bring it to the front."""
        from lenet_gui.gui.welcome.samples_window import SamplesWindow

        open_one = self._window.findChild(SamplesWindow)
        found = SamplesWindow(self._open_sample, self._window) if open_one is None else open_one
        found.show()
        found.raise_()
        found.activateWindow()

    def _open_sample(self, sample: Sample) -> None:
        """Open a sample as a file, but do not remember it, nor save to it later."""
        from lenet_gui.gui.welcome.samples import read_sample

        recognizer = self._session.recognizer
        self._background.start(
            lambda: read_sample(sample, recognizer),
            partial(self._put_sample, sample.name),
            self.failed.emit,
        )

    def _put_sample(self, name: str, page: Drawing | Photograph) -> None:
        if not isinstance(page, Drawing):
            page = replace(page, name=name, path="")
        text = Phrase("Sample", QT_TRANSLATE_NOOP("Sample", "Sample {0}"), (name,))
        self._documents.show_page(page, text)

    # ---- the tour

    def take_tour(self) -> None:
        """Show what the window can do."""

    # ---- the opening

    def play_opening(self) -> None:
        """Play the opening again."""
