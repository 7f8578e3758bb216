"""A dialog with all settings of a training, some of which can be changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.training_values import TrainingChanges
from lenet_gui.gui.training.form.augmentation_box import AugmentationBox
from lenet_gui.gui.training.form.classes_box import ClassesBox
from lenet_gui.gui.training.form.data_box import DataBox
from lenet_gui.gui.training.form.fields import AIM_GROUP, MACHINE_GROUP, STEP_GROUP
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.network_box import NetworkBox
from lenet_gui.gui.training.form.option_groups import GroupBox, LongBox
from lenet_gui.gui.training.form.teacher_box import TeacherBox
from lenet_gui.gui.training.state import State
from lenet_gui.gui.training.training_session import TrainingSession
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import PlainLabel

WIDTH, HEIGHT, TITLE_BAR = 940, 690, 30  # pixels
CHANGE_AFTER_MS = 150  # without another change: a dragged slider sends one message, not fifty


def show_options(window: QWidget, training: TrainingSession, form: TrainingForm) -> TrainingOptions:
    """Open the settings of a training as a child of ``window``, or bring them to the front."""
    found = window.findChild(TrainingOptions)
    options = TrainingOptions(training, form, window) if found is None else found
    options.show()
    options.raise_()
    options.activateWindow()
    return options


class TrainingOptions(QDialog):
    """The settings dialog. Not modal; every field acts at once, so there is nothing to confirm."""

    def __init__(self, training: TrainingSession, form: TrainingForm, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("training-settings")
        self.setWindowTitle(self.tr("Training settings"))
        self.finished.connect(parent.activateWindow)  # where no window manager does it
        self._training, self._form = training, form
        self._sent: TrainingChanges | None = None
        self._sending = QTimer(self)
        self._sending.setSingleShot(True)
        self._sending.setInterval(CHANGE_AFTER_MS)
        self._sending.timeout.connect(self._send)
        self.network = NetworkBox(self._form)
        self.data = DataBox(self._form)
        self.classes = ClassesBox(self._form)
        self.long = LongBox(self._form)
        self.steps = GroupBox(STEP_GROUP, self._form)
        self.aim = GroupBox(AIM_GROUP, self._form)
        self.teacher = TeacherBox(self._form)
        self.machine = GroupBox(MACHINE_GROUP, self._form, training)
        self.augmentation = AugmentationBox(self._form, training)
        self.reason = PlainLabel(
            self.tr(
                "A training is running. You can change the learning rate and the image "
                "augmentation."
            )
        )
        self.reason.setObjectName("training-locked")
        self.explanation = quiet_label()
        self.explanation.setObjectName("training-explanation")
        self._lay_out()
        screen = parent.screen().availableGeometry()  # Qt places a dialog of known size within it
        self.resize(min(WIDTH, screen.width()), min(HEIGHT, screen.height() - TITLE_BAR))
        self._form.changed.connect(self._note_change)
        training.state_changed.connect(self._show_state)
        self._show_state(training.state)

    def anew(self, window: QWidget) -> TrainingOptions:
        """Return a dialog for the same training in the language in use now."""
        return TrainingOptions(self._training, self._form, window)

    def _lay_out(self) -> None:
        left, middle, right = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for column, boxes in (
            (left, (self.network, self.data, self.classes)),
            (middle, (self.long, self.steps, self.aim, self.teacher)),
            (right, (self.augmentation, self.machine)),
        ):
            for box in boxes:
                column.addWidget(box)
            column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        for column in (left, middle, right):
            columns.addLayout(column, 2 if column is right else 1)
        self.explanation.setWordWrap(True)
        self.explanation.setMinimumHeight(2 * self.fontMetrics().height() + 4)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        explain(close, self.tr("Close"), self.tr("Changes apply immediately."))
        buttons.rejected.connect(self.close)
        below = QHBoxLayout()
        below.addWidget(self.explanation, 1)
        below.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.reason)
        self._area = _scrolled(columns)
        layout.addWidget(self._area, 1)
        layout.addLayout(below)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
            if isinstance(child, QPushButton):
                child.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter finish the typing of a number, or press the focused button, not close."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the focused field below, and scroll to it."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.explanation.setText(watched.whatsThis())
            self._area.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    # ---- while a training runs

    @Slot(object)
    def _show_state(self, state: State) -> None:
        busy = state.busy
        self.reason.setVisible(busy)
        for box in (self.network, self.data, self.classes, self.long, self.aim, self.teacher,
                    self.machine):  # fmt: skip
            box.setEnabled(not busy)
        self.steps.lock(busy, ("rate",))
        if not busy:
            self._sent = None

    @Slot(object)
    def _note_change(self) -> None:
        if self._training.state.busy:
            self._sending.start()

    @Slot()
    def _send(self) -> None:
        """Send the worker the changes, if a training runs and has not had them yet."""
        learning = self._form.config.learning
        changes = TrainingChanges(learning.rate, learning.image_augmentation)
        if self._training.state.busy and changes != self._sent:
            self._sent = changes
            self._training.change(changes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.augmentation.ask()
        self.teacher.look()


def _scrolled(columns: QHBoxLayout) -> QScrollArea:
    """Return an area in which a small screen can scroll the columns."""
    inside = QWidget()
    columns.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(columns)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
