"""Commands that greet and guide: samples, tour, and the opening."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Drawing
from lenet_gui.gui.appearance.reduced_motion import is_still
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.wording.phrases import Phrase

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.gui.documents.documents import Documents
    from lenet_gui.gui.photos.photo_files import Photograph
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.welcome.opening import Opening
    from lenet_gui.gui.welcome.samples import Sample
    from lenet_gui.gui.welcome.tour import Tour
    from lenet_gui.gui.window.source_stack import SourceStack


log = logging.getLogger(__name__)

SETTING = "opening"  # "due" or "seen"
SAID_MS = 8000  # how long the status bar tells why the opening is not played
DIGIT = "five.json"  # the sample that draws itself: of two strokes


class WelcomeCommands(QObject):
    """Imports what is not needed at the start when it is asked for."""

    failed = Signal(object)  # an error to tell

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        trainings: TrainingParts,
        documents: Documents,
        sources: SourceStack,
        bring: Callable[[str], None],
        say: Callable[[str, int], None],
    ) -> None:
        """window: parent of gallery and tour. bring: shows the panel of that name. say: shows a
        text for so many milliseconds."""
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._trainings, self._documents, self._sources = trainings, documents, sources
        self._bring, self._say = bring, say
        self._background = Background(self, finishes=True)
        self._due = False
        self.opening: Opening | None = None  # while it plays
        self.tour: Tour | None = None  # while it lasts

    @Slot()
    def retranslate(self) -> None:
        """Say the tour in the language that is in use now."""
        if self.tour is not None:
            self.tour.retranslate()

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
        """Begin the tour, or give the keyboard to the stop that is shown."""
        from lenet_gui.gui.welcome.tour import Tour

        if self.opening is not None:
            self.opening.end()
        if self.tour is None:
            training = self._trainings.training
            self.tour = Tour(
                self._window, self._session, training, self._bring, self._sources.bring
            )
            self.tour.ended.connect(self._forget_tour)
        self.tour.bubble.next_button.setFocus()

    @Slot()
    def _forget_tour(self) -> None:
        self.tour = None

    # ---- the opening

    def begin(self, opens_files: bool) -> None:
        """Let the opening greet at the first start of all, unless that opens files.

        It follows as soon as it is known that no notice greets (``greet``). Where settings do not
        last it would come at each start, and so at none.
        """
        choice = self._settings.text(SETTING, "due" if self._settings.first_use else "seen")
        if choice == "due":
            self._settings.store(SETTING, choice)
            self._due = self._settings.lasting and not opens_files

    @Slot()
    def stand_back(self) -> None:
        """Leave this start to a notice; the opening stays due."""
        self._due = False

    @Slot(bool)
    def greet(self, noticed: bool) -> None:
        """Play the opening, if it is due; noticed: a notice greets at this start."""
        if self._due and not noticed:
            self._due = False
            self._settings.store(SETTING, "seen")
            if not is_still() and not self._in_use():
                self._play(self._do_without)

    def _in_use(self) -> bool:
        """Return whether the window is in use already."""
        session = self._session
        return (
            not session.drawing.empty
            or session.live is not None
            or session.undo_stack.count() > 0
            or self._sources.name != "drawing"
            or QApplication.activePopupWidget() is not None
            or QApplication.activeModalWidget() is not None
        )

    def play_opening(self) -> None:
        """Play the opening again, or say why not."""
        if is_still():
            self._say(self.tr("The opening is not played while motion is reduced."), SAID_MS)
        else:
            self._play(self.failed.emit)

    @property
    def moving(self) -> bool:
        """Return whether the opening plays, or is about to."""
        return self.opening is not None or self._background.busy

    def _do_without(self, error: Exception) -> None:
        """Log why the first start has no opening, which was not asked for."""
        log.warning("The opening is not played: %s", error)

    def _play(self, failed: Callable[[Exception], None]) -> None:
        from lenet_gui.common.assets import resource
        from lenet_gui.gui.documents.lazy_files import read_drawing

        path, page = resource("samples", DIGIT), self._session.drawing
        self._background.start(
            lambda: read_drawing(path), lambda drawing: self._begin_opening(drawing, page), failed
        )

    def _begin_opening(self, drawing: Drawing, page: Drawing) -> None:
        """Play it, unless the page has changed since it was asked for."""
        from lenet_gui.gui.panels.network import NetworkPanel
        from lenet_gui.gui.sources.drawing import DrawingSource
        from lenet_gui.gui.welcome.opening import Opening

        session = self._session
        if session.live is not None or session.drawing is not page or self.opening is not None:
            return
        self._sources.bring("drawing")
        canvas = self._sources.typed("drawing", DrawingSource).canvas
        network = self._window.findChild(NetworkPanel)
        self.opening = Opening(session, canvas, network, drawing)
        self.opening.ended.connect(self._forget_opening)

    @Slot()
    def _forget_opening(self) -> None:
        self.opening = None
