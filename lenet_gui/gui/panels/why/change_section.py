"""The smallest change that makes it another class: sought when it is asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from lenet_gui.common.values import Recognition
from lenet_gui.engine.explaining.pixels import pixels_of
from lenet_gui.engine.explaining.smallest_change import scores_along, smallest_change
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.explaining.newest_first import NewestFirst
from lenet_gui.gui.panels.why.answer_section import AnswerSection
from lenet_gui.gui.panels.why.change_view import PLAYED_STEPS, ChangeView, Replay
from lenet_gui.gui.panels.why.words import short
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label
from lenet_gui.gui.widgets.link_button import LinkButton


class ChangeSection(QWidget):
    """A link, and below it what was found. Other ink or another rival takes it away."""

    def __init__(
        self,
        session: Session,
        questions: NewestFirst,
        answer: AnswerSection,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._questions, self._answer = session, questions, answer
        self.link = LinkButton("why-change-link")
        self.link.clicked.connect(self._seek)
        self.note = wrapped_label("why-change-note")
        self.view = ChangeView()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.link, self.note, self.view):
            layout.addWidget(widget)
        session.recognized.connect(self._outdate)
        answer.rival_changed.connect(self._outdate)
        answer.refreshed.connect(self._name)
        self._outdate()
        self._name()

    @Slot()
    def _outdate(self) -> None:
        """Show the link alone again."""
        self._questions.forget("change")
        self._note("")
        if not self.view.isHidden():
            self.view.show_replay(None)
            self.view.hide()

    @Slot()
    def _name(self) -> None:
        """Name the class on the link."""
        pair = self._answer.pair()
        self.link.setVisible(pair is not None)
        if pair is None:
            return
        name = short(self._session.recognition.class_names[pair[1]])
        text = self.tr("Smallest change that makes it {0} ▸").format(name)
        if text != self.link.text():
            self.link.setText(text)
            self.link.setShortcut(QKeySequence())  # a & in a name marks none
            tip = self.tr("Seek the smallest change of the ink with which the network answers {0}")
            explain(self.link, text, tip.format(name))

    @Slot()
    def _seek(self) -> None:
        pair = self._answer.pair()
        if pair is None:
            return
        self._note(self.tr("Searching …"))
        work = partial(_replay, self._session.recognition, pair[1])
        self._questions.ask("change", self._session.recognizer, work, self._show, self._fail)

    def _show(self, replay: Replay | None) -> None:
        self._note("" if replay else self.tr("No change that makes it this class was found."))
        self.view.show_replay(replay)
        self.view.setVisible(replay is not None)
        if replay is not None:
            QTimer.singleShot(0, self._come_into_view)  # once it has its place

    @Slot()
    def _come_into_view(self) -> None:
        """Scroll the panel to what was found."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self.view)

    def _fail(self, error: Exception) -> None:
        self._note(sentence(error))

    def _note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))


def _replay(recognition: Recognition, rival: int, recognizer: Recognizer) -> Replay | None:
    architecture = recognizer.architecture
    change = smallest_change(recognizer, pixels_of(architecture, recognition.field), rival)
    if change is None:
        return None
    scores = scores_along(recognizer, change, PLAYED_STEPS)
    return Replay(recognition, rival, change, scores, architecture.sees == "ink")
