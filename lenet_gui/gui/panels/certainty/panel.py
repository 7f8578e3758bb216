"""How sure the network must be to answer: the dial, the score that counts, and the curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.values import RejectScore
from lenet_gui.engine.recognition.reject_calibration import (
    choosable_scores,
    curve_of,
    curve_row_of,
    dial_stops,
)
from lenet_gui.gui.plotting.plot_loading import Builder, PlotLoading
from lenet_gui.gui.rejecting.dial import Dial
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import explain, make_button, quiet_label, wrapped_label
from lenet_gui.gui.wording.recognition_words import certainty_sentence
from lenet_gui.gui.wording.reject_words import (
    consequences,
    curve_csv,
    score_explanation,
    score_name,
)

if TYPE_CHECKING:
    from lenet_gui.gui.panels.certainty.curve import CertaintyCurve


class CertaintyPanel(QWidget):
    """Dial and reject rule of the session's network on the left, its curve on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.curve: CertaintyCurve | None = None
        self._loading = PlotLoading(_load_curve, self)
        self._scores: tuple[RejectScore, ...] = ()
        self._name()
        self._make()
        self._loading.made.connect(self._add_curve)
        self._loading.failed.connect(self._no_curve)
        session.network_changed.connect(self._refresh)
        session.rule_changed.connect(self._refresh)
        session.recognized.connect(self._show_this)
        self._refresh()

    def _name(self) -> None:
        self.setObjectName("certainty")
        self.setAccessibleName(self.tr("Certainty"))
        self.setWhatsThis(
            self.tr(
                "Without a reject rule, a network answers every scribble, too. The dial sets how "
                "many mistakes in 100 answers are allowed; digits that are less certain are "
                "rejected. The curve shows what that costs, measured on digits that the network "
                "was not trained on: further right, more digits are rejected; lower, fewer of "
                "the rest are wrong."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumSize(320, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(620, 200)

    def _make(self) -> None:
        self.dial = Dial(self._session)
        self.score = QComboBox()
        self.score.setObjectName("certainty-score")
        self.score.activated.connect(self._choose_score)
        self.own = make_button(
            "certainty-own",
            self.tr("Reset to &measured"),
            self.tr("Reset the dial to the position stored in the network's file"),
        )
        self.own.clicked.connect(self._use_own)
        self.consequences = wrapped_label("certainty-consequences")
        self.this = wrapped_label("certainty-this")
        self.this.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        form = QFormLayout()
        form.setHorizontalSpacing(10)
        self.dial.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        form.addRow(quiet_label(self.tr("&Dial"), self.dial.slider), self.dial)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.score, 1)
        row.addWidget(self.own)
        form.addRow(quiet_label(self.tr("Re&ject by"), self.score), row)
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addLayout(form)
        side.addWidget(self.consequences)
        side.addWidget(self.this)
        side.addStretch(1)
        self._body = QHBoxLayout(self)
        self._body.setContentsMargins(12, 8, 12, 8)
        self._body.setSpacing(18)
        self._body.addLayout(side, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loading.start()

    @Slot(object)
    def _add_curve(self, curve: CertaintyCurve) -> None:
        self.curve = curve
        self._body.addWidget(curve, 1)
        self._refresh()

    @Slot(object)
    def _no_curve(self, error: Exception) -> None:
        self._body.addWidget(wrapped_label("certainty-failed", sentence(error)), 1)

    # ---- what is shown

    @Slot()
    def _refresh(self) -> None:
        recognizer = self._session.recognizer
        own, rule = recognizer.checkpoint.rejection, recognizer.rule
        self._scores = choosable_scores(own)
        score = self._scores[0] if rule is None else rule.score
        self.score.clear()
        self.score.addItems([score_name(each) for each in self._scores])
        self.score.setCurrentIndex(self._scores.index(score) if score in self._scores else -1)
        self.score.setEnabled(len(self._scores) > 1)
        explain(self.score, self.tr("Reject by"), score_explanation(score))
        self.own.setEnabled(rule != own)
        curve = curve_of(own, score)
        row = None if curve is None or rule is None else curve_row_of(curve, rule)
        if curve is None or row is None:
            self.consequences.setText(self._unmeasured())
        else:
            self.consequences.setText(consequences(curve, row))
        if self.curve is not None:
            self.curve.show_curve(curve, row)
            self.curve.setVisible(curve is not None)
        self._show_this()

    def _unmeasured(self) -> str:
        own = self._session.recognizer.checkpoint.rejection
        if own is None:
            return self.tr("This network has not been calibrated, so it always answers.")
        return self.tr(
            "This network's file has one threshold, but no measurements for others. Run "
            "“lenet-gui calibrate” to add them."
        )

    @Slot()
    def _show_this(self) -> None:
        self.this.setText(certainty_sentence(self._session.recognition))

    def as_csv(self) -> str:
        """Return the curve as CSV, a line for each setting; empty if there is none."""
        recognizer = self._session.recognizer
        curve = curve_of(recognizer.rule)
        return "" if curve is None else curve_csv(curve)

    # ---- what is chosen

    @Slot(int)
    def _choose_score(self, place: int) -> None:
        """Refuse by another score, with the dial at the stop nearest to where it was."""
        recognizer = self._session.recognizer
        now = 1.0 if recognizer.rule is None else recognizer.rule.accepted_errors
        found = dial_stops(recognizer.checkpoint.rejection, self._scores[place])
        own = found[-1].accepted_errors if now is None else now
        nearest = min(found, key=lambda stop: _distance(stop.accepted_errors, own))
        self._session.use_rule(nearest)

    @Slot()
    def _use_own(self) -> None:
        self._session.use_rule(self._session.recognizer.checkpoint.rejection)


def _distance(one: float | None, other: float | None) -> float:
    """Return how far two parts 0..1 are from each other; None is farthest from any other."""
    if one is None or other is None:
        return 0.0 if one is other else 2.0
    return abs(one - other)


def _load_curve() -> Builder:
    """Import the curve. Runs in a thread."""
    from lenet_gui.gui.panels.certainty.curve import building

    return building
