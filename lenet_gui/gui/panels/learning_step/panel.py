"""The panel of one step of learning: the loss, its gradients from the output back, and the step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.panels.learning_step.class_deltas import ClassDeltas
from lenet_gui.gui.panels.learning_step.gradient_words import deltas, layer_lines
from lenet_gui.gui.panels.learning_step.loss_words import (
    loss_formula,
    loss_in_numbers,
    loss_legend,
    loss_name,
)
from lenet_gui.gui.panels.learning_step.step_words import outcome, step_tip
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.elided_label import ElidedLabel
from lenet_gui.gui.widgets.form_parts import explain, make_button, quiet_label, wrapped_label
from lenet_gui.gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from lenet_gui.engine.explaining.learning_step import Lesson
    from lenet_gui.gui.explaining.learning_step import LearningStep
    from lenet_gui.gui.session.session import Session

RATE, LEAST_RATE, MOST_RATE = 0.001, 1e-6, 100.0  # 0.001: a wrong answer gives way in a few steps
RATE_DECIMALS = 6
LITTLE_TO_LEARN = 0.01  # loss
SIDE_BY_SIDE = 560  # pixels; in narrower panels the classes stand below
WITH_SCORES = 720  # pixels; in narrower panels the answer panel alone shows them
NARROW_BUTTON = 20  # pixels around the text


class LearningStepPanel(QWidget):
    """The lesson that the page would be for the network in use, if it were told the right class."""

    def __init__(
        self, session: Session, learning: LearningStep, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._learning = session, learning
        self._refused = ""  # why the newest step was not taken
        self._stale = True
        self._name()
        self._make()
        self._arrange()
        learning.changed.connect(self._refresh)
        session.unit_pointed.connect(self._refresh)
        self._refresh()

    def _name(self) -> None:
        self.setObjectName("learning_step")
        self.setAccessibleName(self.tr("One step of learning"))
        self.setWhatsThis(
            self.tr(
                "Say which class is the right one. The loss E measures how wrong the network is. "
                "Its gradient goes back from the output, layer by layer: δ says how E changes with "
                "the weighted sum of each unit. A step moves each weight of a copy of the network "
                "against its gradient, and the copy then reads the page."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumSize(320, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(620, 260)

    def _make(self) -> None:
        self.label = QComboBox()
        self.label.setObjectName("learning-label")
        explain(
            self.label, self.tr("The right class"),
            self.tr("The class that the digit on the page should be"),
        )  # fmt: skip
        self.label.activated.connect(self._choose)
        self.kind = ElidedLabel()
        self.kind.setObjectName("learning-kind")
        self.kind.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.loss = wrapped_label("learning-loss")
        self.back = make_button(
            "learning-back", self.tr("◂ Back"),
            self.tr("Show the gradient one layer further from the output"),
        )  # fmt: skip
        self.forward = make_button(
            "learning-forward", self.tr("Forward ▸"),
            self.tr("Show the gradient of one layer less"),
        )  # fmt: skip
        self.all = make_button(
            "learning-all", self.tr("All"), self.tr("Show the gradients of all layers")
        )
        self.none = make_button(
            "learning-none", self.tr("Activations"), self.tr("Show activations again")
        )
        self.gradient = wrapped_label("learning-gradient")
        self.rate = NumberField(LEAST_RATE, MOST_RATE, RATE_DECIMALS, step=0)
        self.rate.setObjectName("learning-rate")
        self.rate.setValue(RATE)
        explain(
            self.rate, self.tr("Learning rate"),
            self.tr("Each weight moves by the rate times its gradient, against the gradient"),
        )  # fmt: skip
        self.step = make_button("learning-take", self.tr("Take the step"), "")
        self.undo = make_button(
            "learning-undo", self.tr("Undo"), self.tr("Take the newest step back")
        )
        self.start = make_button(
            "learning-start", self.tr("Back to the start"),
            self.tr("Read with the network as it was before the first step"),
        )  # fmt: skip
        self.outcome = wrapped_label("learning-outcome")
        self.classes = ClassDeltas()
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.all.clicked.connect(self._show_all)
        self.none.clicked.connect(self._show_none)
        self.step.clicked.connect(self._take)
        self.undo.clicked.connect(self._learning.undo)
        self.start.clicked.connect(self._learning.back_to_start)

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        rate = quiet_label(self.tr("Rate"), self.rate)
        right_class = quiet_label(self.tr("It should be a"), self.label)
        left.addLayout(_row(right_class, self.label, self.kind))
        left.addLayout(_row(self.back, self.forward, self.all, self.none))
        left.addLayout(_row(rate, self.rate, self.step, self.undo, self.start))
        for text in (self.loss, self.outcome, self.gradient):  # below: buttons stay where they are
            left.addWidget(text)
        left.addStretch(1)
        body = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._both.setContentsMargins(12, 8, 12, 8)
        self._both.setSpacing(18)
        self._both.addLayout(left, 1)
        self._both.addWidget(self.classes, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        for part in (body, scroll.viewport()):
            part.setAutoFillBackground(False)  # what is opaque would be no part of visibleRegion
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._fit_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= SIDE_BY_SIDE
        self.classes.show_scores(not beside or event.size().width() >= WITH_SCORES)
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Make the buttons no wider than their words need, or two rows would not fit."""
        for button in self.findChildren(QPushButton):
            words = button.fontMetrics().horizontalAdvance(button.text())
            button.setFixedWidth(words + NARROW_BUTTON)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._stale:  # it was behind another tab
            self._stale = False
            QTimer.singleShot(0, self._refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._learning.watch(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # the window is not just minimized
            self._learning.unwatch(self)

    # ---- what is shown

    @Slot()
    def _refresh(self) -> None:
        self._stale = self.visibleRegion().isEmpty()  # hidden, or behind another tab
        if self._stale:
            return
        learning, lesson = self._learning, self._learning.lesson
        self._show_choices()
        there, shown = lesson is not None, learning.shown
        self.back.setEnabled(there and shown < len(learning.layers))
        self.forward.setEnabled(there and shown > 0)
        self.all.setEnabled(there and shown < len(learning.layers))
        self.none.setEnabled(there and shown > 0)
        self.step.setEnabled(there and not learning.is_learning)
        self.undo.setEnabled(learning.can_undo)
        self.start.setEnabled(learning.steps > 0)
        explain(self.step, self.tr("Take the step"), step_tip(learning))
        self.outcome.setText(self._refused or outcome(learning))
        self.outcome.setVisible(bool(self.outcome.text()))
        if lesson is None:
            self.loss.setText(
                self.tr("Draw a digit: there is nothing to learn from an empty page.")
            )
            self.kind.setText("")
            self.classes.clear()
        else:
            self._show_lesson(lesson)
        self.gradient.setVisible(there)

    def _show_choices(self) -> None:
        names = self._session.recognizer.checkpoint.class_names
        if tuple(self.label.itemText(i) for i in range(self.label.count())) != names:
            self.label.clear()
            self.label.addItems(names)
        label = self._learning.label
        self.label.setCurrentIndex(-1 if label is None else label)
        self.label.setEnabled(label is not None)

    def _show_lesson(self, lesson: Lesson) -> None:
        recognition, recognizer = self._session.recognition, self._session.recognizer
        kind, names = recognizer.architecture.score_kind, recognizer.checkpoint.class_names
        formula = loss_formula(lesson, kind, names[lesson.label])
        lines = formula, loss_in_numbers(lesson, kind), loss_legend(lesson, kind)
        self.loss.setText("\n".join(lines))
        self.kind.setText(loss_name(lesson, kind))
        head = "y" if kind == "penalty" else "p"
        delta = deltas(lesson, self._learning.layers[0])
        self.classes.show_classes(names, head, recognition.scores, delta, lesson.label)
        shown = self._learning.layers[: self._learning.shown]
        if not shown and lesson.loss.value < LITTLE_TO_LEARN:
            text = self.tr(
                "The network answers {0} already, so there is little to learn. Say that it should "
                "be another class, and see how the network changes."
            )
            self.gradient.setText(text.format(names[lesson.label]))
            return
        if not shown:
            self.gradient.setText(
                self.tr(
                    "The network picture shows activations. Go back layer by layer to see there "
                    "how the loss changes with each unit: δ."
                )
            )
            return
        title = self.tr("δ of {0}").format(shown[-1] if shown[-1] != "INPUT" else self.tr("Input"))
        about = layer_lines(lesson, recognizer, shown[-1], self._session.unit)
        self.gradient.setText("\n".join((title, *about)))

    # ---- what is chosen

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._refused = ""
        self._learning.choose(place)

    @Slot()
    def _go_back(self) -> None:
        self._learning.show_layers(self._learning.shown + 1)

    @Slot()
    def _go_forward(self) -> None:
        self._learning.show_layers(self._learning.shown - 1)

    @Slot()
    def _show_all(self) -> None:
        self._learning.show_layers(len(self._learning.layers))

    @Slot()
    def _show_none(self) -> None:
        self._learning.show_layers(0)

    @Slot()
    def _take(self) -> None:
        self._refused = ""
        try:
            self._learning.take(self.rate.value())
        except BadInput as error:
            self._refused = sentence(error)
            self._refresh()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
