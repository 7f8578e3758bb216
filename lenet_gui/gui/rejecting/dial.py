"""The dial: how many of the accepted answers may be wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from lenet_gui.common.values import RejectRule
from lenet_gui.engine.recognition.reject_calibration import dial_stops
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.reject_words import dial_text

SLIDER_WIDTH, SLIDER_GAP = 120, 10  # pixels


class Dial(QWidget):
    """A slider over the reject rules of the session's network, with the rule in use in words.

    To the left the network answers more often, to the right fewer answers are wrong.
    """

    turned = Signal(object)  # RejectRule that the user has chosen

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stops: tuple[RejectRule, ...] = ()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("dial")
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(SLIDER_WIDTH // 2)
        self.slider.setMaximumWidth(SLIDER_WIDTH)
        self.words = ElidedLabel()
        self.words.setObjectName("dial-words")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SLIDER_GAP)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.words, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.valueChanged.connect(self._turn)
        self.turned.connect(session.use_rule)
        session.network_changed.connect(self._refresh)
        session.rule_changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(3 * SLIDER_WIDTH, self.slider.sizeHint().height())

    @Slot()
    def _refresh(self) -> None:
        recognizer = self._session.recognizer
        own, rule = recognizer.checkpoint.rejection, recognizer.rule
        self._stops = dial_stops(own, None if rule is None else rule.score)
        place = _place_of(rule, self._stops)
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(self._stops) - 1)
        self.slider.setValue(place)
        self.slider.blockSignals(False)
        self.slider.setEnabled(len(self._stops) > 1)
        self._say(rule)

    def _say(self, rule: RejectRule | None) -> None:
        text = dial_text(rule)
        self._fit_words()
        tip = self.tr("Certainty: {0}").format(text)
        if len(self._stops) == 1:
            tip = self.tr("This network has not been calibrated; it always answers")
        explain(self.slider, self.tr("Certainty"), tip)
        self.words.setToolTip(inert(tip))
        self.slider.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Use the short text where there is too little room for the long one."""
        rule = self._session.recognizer.rule
        text = dial_text(rule)
        text = text[:1].upper() + text[1:]
        room = self.width() - SLIDER_WIDTH // 2 - SLIDER_GAP
        fits = self.words.fontMetrics().horizontalAdvance(text) <= room
        self.words.setText(text if fits else dial_text(rule, short=True))

    @Slot(int)
    def _turn(self, place: int) -> None:
        self.turned.emit(self._stops[place])


def turn(session: Session, steps: int) -> None:
    """Turn the session's dial by ``steps`` stops; positive ones refuse more."""
    recognizer = session.recognizer
    own, rule = recognizer.checkpoint.rejection, recognizer.rule
    found = dial_stops(own, None if rule is None else rule.score)
    place = _place_of(rule, found) + steps
    session.use_rule(found[min(max(place, 0), len(found) - 1)])


def _place_of(rule: RejectRule | None, found: tuple[RejectRule, ...]) -> int:
    """Return the place of a rule among the stops.

    A rule that is none of them has the place of the nearest one that is not stricter.
    """
    if rule is None:
        return 0
    if rule in found:
        return found.index(rule)
    laxer = [stop for stop in found if stop.threshold <= rule.threshold]
    return max(len(laxer) - 1, 0)
