"""The part on what the pinned unit likes; sought when its pictures are seen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Unit
from lenet_gui.engine.explaining.ascent import STEPS
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.gui.explaining.newest_first import NewestFirst
from lenet_gui.gui.panels.why.liking_view import BothGrown, Liked, LikingView, both_grown, liked
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import quiet_label, wrapped_label
from lenet_gui.gui.wording.phrases import Phrase
from lenet_gui.gui.wording.recognition_words import unit_place

REST_MS = 150  # after the last stroke or pin
LEARNING_REST_MS = 2000  # after the last weights of a network that learns: digits take long


class LikingSection(QWidget):
    """A title, the pictures, and a sentence. Without a pinned unit it says how to pin one."""

    def __init__(
        self, session: Session, questions: NewestFirst, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._questions = session, questions
        self._digits_wanted = self._grown_wanted = True
        self.title = wrapped_label("why-liking-title")
        self.view = LikingView()
        self.note = quiet_label()
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.title, self.view, self.note):
            layout.addWidget(widget)
        self._digits_rest, self._grown_rest = self._timer(), self._timer()
        self._digits_rest.timeout.connect(self._ask_digits)
        self._grown_rest.timeout.connect(self._ask_grown)
        self.view.seen.connect(self._want)
        self.view.chosen.connect(self._take)
        session.pins.changed.connect(self._change_unit)
        session.network_changed.connect(self._change_unit)
        session.weights_changed.connect(self._learn)
        session.recognized.connect(self._outdate_grown)
        self._change_unit()

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer

    @property
    def unit(self) -> Unit | None:
        """The pinned unit; None for one of the input, which likes nothing but itself."""
        unit = self._session.pins.unit
        return None if unit is None or unit.layer == "INPUT" else unit

    # ---- what is not true any more is not shown

    @Slot()
    def _change_unit(self) -> None:
        unit, recognizer = self.unit, self._session.recognizer
        self._outdate_digits(REST_MS)
        self._outdate_grown()
        self.view.setVisible(unit is not None)
        self.note.setVisible(unit is not None)
        if unit is None:
            self.title.setText(
                self.tr("Pin a unit of the network with a click, and see here what it likes.")
            )
            return
        architecture, names = recognizer.architecture, recognizer.checkpoint.class_names
        place = unit_place(unit, names, architecture.coloured)
        self.title.setText(self.tr("What {0} likes").format(place))
        self.view.ink = architecture.sees == "ink"
        self.view.window_read = architecture.windows(unit)[-1]

    @Slot()
    def _learn(self) -> None:
        self._outdate_digits(LEARNING_REST_MS)

    def _outdate_digits(self, rest: int) -> None:
        self._questions.forget("digits")
        self._digits_rest.stop()
        self._digits_rest.setInterval(rest)
        self.view.liked, self._digits_wanted = None, True
        self.note.setText(self.tr("Searching MNIST's test digits …"))
        self.view.update()

    @Slot()
    def _outdate_grown(self) -> None:
        self._questions.forget("grown")
        self._grown_rest.stop()
        self.view.grown, self._grown_wanted = None, True
        self.view.update()

    # ---- in the background

    @Slot()
    def _want(self) -> None:
        """Begin to wait for what is lacking, because it is seen."""
        if self._digits_wanted:
            self._digits_wanted = False
            self._digits_rest.start()
        if self._grown_wanted:
            self._grown_wanted = False
            self._grown_rest.start(REST_MS)

    @Slot()
    def _ask_digits(self) -> None:
        if self.unit is not None:
            work = partial(liked, self.unit)
            self._questions.ask(
                "digits", self._session.recognizer, work, self._show_digits, self._fail
            )

    @Slot()
    def _ask_grown(self) -> None:
        recognition = self._session.recognition
        if self.unit is not None:
            work = partial(both_grown, self.unit, recognition.field)
            self._questions.ask(
                "grown", self._session.recognizer, work, self._show_grown, self._fail
            )

    def _show_digits(self, found: Liked) -> None:
        self.view.liked = found
        if found.found.any:
            text = self.tr("Left: the nine of {0} test digits that excite it most.")
        else:
            text = self.tr("Left: it makes no difference between these nine of {0} test digits.")
        grown = self.tr(
            "Right: inputs grown in {0} small steps, each in the direction that excites it more "
            "(gradient ascent) and smoothed a little."
        ).format(STEPS)
        count = QLocale().toString(found.found.looked_at)
        self.note.setText(f"{text.format(count)} {grown}")
        self.view.update()

    def _show_grown(self, found: BothGrown) -> None:
        self.view.grown = found
        self.view.update()

    def _fail(self, error: Exception) -> None:
        self.note.setText(sentence(error))

    @Slot(int)
    def _take(self, place: int) -> None:
        """Put a digit onto the page."""
        shown = self.view.liked
        if shown is not None:
            index, label = int(shown.found.indices[place]), shown.labels[place]
            text = QT_TRANSLATE_NOOP("MnistSource", "MNIST test digit {0}, labelled {1}")
            title = Phrase("MnistSource", text, (index, label))
            self._session.put_picture(sample_picture(shown.images[place]), title)
