"""Why one class and not another: the question, the pictures for and against, and the numbers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.printable import visible
from lenet_gui.common.values import ByteArray, FloatArray, Recognition
from lenet_gui.engine.explaining.answer_evidence import AnswerEvidence, answer_evidence
from lenet_gui.engine.explaining.ink_gradient import gradient_times_ink
from lenet_gui.engine.explaining.occlusion import occlusion, square_of
from lenet_gui.engine.explaining.pixels import pixels_of
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.explaining.newest_first import NewestFirst
from lenet_gui.gui.panels.why.evidence_view import EvidenceView
from lenet_gui.gui.panels.why.pictures import Shades
from lenet_gui.gui.panels.why.words import OCCLUSION, SAID, WAYS, lead_text, short, units_text
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, quiet_label, wrapped_label
from lenet_gui.gui.wording.recognition_words import doubt_text, layer_activations

REST_MS = 120  # the map of the ink is computed when the page has rested so long
MOST_LETTERS = 10  # of a class in the closed list


class AnswerSection(QWidget):
    """Shows the newest recognition. The rival is the runner-up unless another one is chosen."""

    rival_changed = Signal()
    outdated = Signal()  # ``refresh`` would show something else
    refreshed = Signal()

    def __init__(
        self, session: Session, questions: NewestFirst, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._questions = session, questions
        self._chosen: int | None = None  # as the rival
        self._dirty = True
        self._make()
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask_map)
        session.recognized.connect(self._outdate)
        session.network_changed.connect(self._change_network)
        self._fill_rivals()
        self.refresh()

    def _make(self) -> None:
        self.question = ElidedLabel()
        self.question.setObjectName("why-question")
        self.rival = QComboBox()
        self.rival.setObjectName("why-rival")
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.rival.setSizeAdjustPolicy(adjust)
        explain(
            self.rival,
            self.tr("The other class"),
            self.tr("The class to compare the answer with; at first the runner-up"),
        )
        self.rival.activated.connect(self._choose_rival)
        self.doubt = wrapped_label("why-doubt")
        self.evidence = EvidenceView(self._session.pins)
        self.legend = quiet_label()
        self.legend.setWordWrap(True)
        self.lead, self.units = wrapped_label("why-lead"), wrapped_label("why-units")
        self.way = QComboBox()
        self.way.setObjectName("why-way")
        for name, title in WAYS.items():
            self.way.addItem(QCoreApplication.translate("WhyWords", title), name)
        explain(self.way, self.tr("How the ink is judged"), self.tr("How the ink is judged"))
        self.way.activated.connect(self._outdate_map)
        self.said = quiet_label()
        self.said.setWordWrap(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.question.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self.question)
        head.addWidget(self.rival)
        head.addStretch(1)
        judged = QHBoxLayout()
        judged.addWidget(quiet_label(self.tr("The ink:"), self.way))
        judged.addWidget(self.way)
        judged.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        for widget in (self.doubt, self.evidence, self.legend):
            layout.addWidget(widget)
        layout.addLayout(judged)
        for widget in (self.said, self.lead, self.units):
            layout.addWidget(widget)

    # ---- what is compared

    @property
    def recognition(self) -> Recognition:
        """The recognition that is explained."""
        return self._session.recognition

    def pair(self) -> tuple[int, int] | None:
        """Return the classes that are compared, the best one and its rival; None if blank."""
        ranking = self.recognition.ranking
        if len(ranking) < 2:
            return None
        chosen = self._chosen
        return ranking[0], ranking[1] if chosen is None or chosen == ranking[0] else chosen

    def found(self) -> AnswerEvidence | None:
        """Return the lead of the best class, split by units; None if blank."""
        pair, recognizer = self.pair(), self._session.recognizer
        if pair is None:
            return None
        architecture, weights = recognizer.architecture, recognizer.checkpoint.weights
        layer = architecture.below(architecture.layers[-1].name)
        below = layer_activations(recognizer, self.recognition, layer)
        assert below is not None
        return answer_evidence(architecture, weights, below, *pair)

    def take_over(self, former: AnswerSection) -> None:
        """Compare and judge as ``former`` does, which is in another language."""
        self._chosen = former._chosen
        self.way.setCurrentIndex(former.way.currentIndex())
        self._outdate()

    # ---- hands

    @Slot(int)
    def _choose_rival(self, place: int) -> None:
        ranking = self.recognition.ranking
        self._chosen = None if place in ranking[:2] else place  # so the runner-up is followed again
        self._outdate()
        self.rival_changed.emit()

    @Slot()
    def _change_network(self) -> None:
        self._chosen = None
        self._fill_rivals()
        self._outdate()

    def _fill_rivals(self) -> None:
        names = self._session.recognizer.checkpoint.class_names
        self.rival.clear()
        self.rival.setMinimumContentsLength(min(max(map(len, names)) + 1, MOST_LETTERS))
        self.rival.addItems([visible(name) for name in names])

    # ---- shown when it is seen

    @Slot()
    def _outdate(self) -> None:
        """Note that something else is on the page; what was shown is not painted any more."""
        self._dirty = True
        self._outdate_map()

    @Slot()
    def _outdate_map(self) -> None:
        self._questions.forget("map")
        self._dirty = True
        self.evidence.ink_map = None
        self.evidence.update()
        self.outdated.emit()

    @Slot()
    def refresh(self) -> None:
        """Bring everything up to date, if it is not; to be called before it is painted."""
        if not self._dirty:
            return
        self._dirty = False
        self._show_pair()
        self.refreshed.emit()

    def _show_pair(self) -> None:
        pair, found, names = self.pair(), self.found(), self.recognition.class_names
        shown = pair is not None
        for widget in (self.rival, self.legend, self.lead, self.units, self.said, self.way):
            widget.setVisible(shown)
        self.doubt.setText(self._doubt())
        self.doubt.setVisible(bool(self.doubt.text()))
        self.evidence.evidence, self.evidence.class_names = found, names
        self.evidence.shades = None
        self.evidence.captions = ("", "")
        if pair is None or found is None:
            self.question.set_name(self.tr("Why this answer?"))
            return
        self._show(names[pair[0]], names[pair[1]], found)
        self.rival.setCurrentIndex(pair[1])
        self._start_rest()

    def _show(self, answer: str, rival: str, found: AnswerEvidence) -> None:
        architecture = self._session.recognizer.architecture
        pixels = pixels_of(architecture, self.recognition.field)
        self.evidence.shades = Shades(pixels, architecture.sees == "ink")
        units = self.tr("{0} · {1} units").format(found.layer, found.units.size)
        self.evidence.captions = (units, self.tr("the ink"))
        self.question.set_name(self.tr("Why {0}, and not").format(visible(answer)))
        legend = self.tr("Orange speaks for {0}, blue for {1}.")
        self.legend.setText(legend.format(short(answer), short(rival)))
        penalties = self.recognition.score_kind == "penalty"
        self.lead.setText(lead_text(found, answer, rival, penalties))
        self.units.setText(units_text(found, answer, rival))
        self.evidence.setAccessibleDescription(f"{self.lead.text()} {self.units.text()}")
        step, side = square_of(pixels.shape[1:])
        said = QCoreApplication.translate("WhyWords", SAID[self.way.currentData()])
        self.said.setText(said.format(side, step))

    def _doubt(self) -> str:
        """Return a sentence where there is no answer to explain."""
        if self.pair() is None:
            return self.tr("Draw a digit, and see here what speaks for the answer.")
        if self.recognition.label is None:
            best = short(self.recognition.class_names[self.recognition.ranking[0]])
            text = self.tr("{0}. Of all classes {1} is the nearest.")
            return text.format(doubt_text(self.recognition).rstrip(".?。？"), best)
        return ""

    # ---- in the background

    def _start_rest(self) -> None:
        """Wait until the pen rests; a network that learns never does."""
        if self._session.live is not None or not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _ask_map(self) -> None:
        pair = self.pair()
        if pair is None or self._dirty:
            return
        work = partial(_ink_map, self.way.currentData(), self.recognition.field, *pair)
        self._questions.ask("map", self._session.recognizer, work, self._show_map, self._fail)

    def _show_map(self, ink_map: FloatArray) -> None:
        self.evidence.ink_map = ink_map
        self.evidence.update()

    def _fail(self, error: Exception) -> None:
        self.said.setText(sentence(error))


def _ink_map(
    way: str, field: ByteArray, answer: int, rival: int, recognizer: Recognizer
) -> FloatArray:
    pixels = pixels_of(recognizer.architecture, field)
    if way == OCCLUSION:
        return occlusion(recognizer.network, pixels, answer, rival).pixels
    return gradient_times_ink(recognizer, pixels, answer, rival)
