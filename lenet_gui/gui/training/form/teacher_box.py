"""The teacher of a training: a trained network whose answers the next one learns from as well."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QGroupBox

from lenet_gui.common.training_help import EXPLANATIONS
from lenet_gui.engine.checkpoints.named_networks import network_names, network_path
from lenet_gui.gui.training.form.fields import DISTILLATION_FIELD
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.training.form.option_groups import (
    LEAST_WIDTH,
    field_text,
    make_number,
    permit,
    set_quietly,
)
from lenet_gui.gui.training.form.suiting import why_not
from lenet_gui.gui.widgets.form_parts import explain, quiet_label


class TeacherBox(QGroupBox):
    """The choice of a teacher, or none, and its part of the loss."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "Teacher"))
        self._form = form
        self.teacher, self.part = QComboBox(), make_number(DISTILLATION_FIELD)
        self.teacher.setObjectName("field-teachers")
        fit = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.teacher.setSizeAdjustPolicy(fit)
        self.teacher.setMinimumContentsLength(LEAST_WIDTH)
        words = QCoreApplication.translate("Training", EXPLANATIONS["teachers"])
        explain(self.teacher, self.tr("Teacher"), words)
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(quiet_label(self.tr("Teac&her"), self.teacher), 0, 0)
        grid.addWidget(self.teacher, 0, 1)
        grid.addWidget(quiet_label(field_text(DISTILLATION_FIELD.title), self.part), 1, 0)
        grid.addWidget(self.part, 1, 1)
        self.teacher.activated.connect(self._choose)
        self.part.valueChanged.connect(self._set_part)
        form.changed.connect(self.show_form)
        self.look()

    def look(self) -> None:
        """List the networks there are now; unset a teacher whose file is gone."""
        blocker = QSignalBlocker(self.teacher)
        self.teacher.clear()
        self.teacher.addItem(self.tr("none"), ())
        for name in network_names():
            self.teacher.addItem(name, (str(network_path(name)),))
        del blocker
        if self._place() < 0:
            self._form.set(teachers=())
        self.show_form()

    def _place(self) -> int:
        wanted = self._form.config.learning.teachers
        every = [tuple(self.teacher.itemData(i)) for i in range(self.teacher.count())]
        return every.index(wanted) if wanted in every else -1

    @Slot()
    def show_form(self) -> None:
        """Show the form's present choices, and enable what suits them."""
        config = self._form.config
        set_quietly(self.part, config.learning.distillation)
        self.teacher.setCurrentIndex(max(0, self._place()))
        permit(self.teacher, why_not(config, "teachers"))
        permit(self.part, why_not(config, "distillation"))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._form.set(teachers=tuple(self.teacher.itemData(place)))

    @Slot(float)
    def _set_part(self, part: float) -> None:
        self._form.set(distillation=part)
