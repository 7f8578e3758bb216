"""The network of a training: preset, architecture, what it sees, and its first weights."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QGroupBox

from lenet_gui.common.training_help import PRESET_NAMES
from lenet_gui.gui.training.form.architecture_choice import ArchitectureBox, departure
from lenet_gui.gui.training.form.fields import FIRST_WEIGHTS_FIELD, SEES_FIELD
from lenet_gui.gui.training.form.form import OWN, TrainingForm
from lenet_gui.gui.training.form.option_groups import (
    allow_only,
    field_text,
    make_choice,
    permit,
    set_quietly,
)
from lenet_gui.gui.training.form.suiting import why_not
from lenet_gui.gui.training.words import preset_title, preset_words
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import inert

LINES = 4  # of the sentence about the architecture


class NetworkBox(QGroupBox):
    """Preset, architecture with a sentence about it, what it sees, first weights."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__(QCoreApplication.translate("TrainingField", "Network"))
        self._form = form
        self.preset, self.network, self.words = QComboBox(), ArchitectureBox(form), quiet_label()
        self.preset.setObjectName("field-preset")
        self.network.setObjectName("field-architecture")
        explain(
            self.preset,
            self.tr("Preset"),
            self.tr("A complete set of settings. Any change makes them custom settings."),
        )
        explain(
            self.network,
            self.tr("Architecture to train"),
            self.tr("The architecture to train, from random weights."),
        )
        for name in (*PRESET_NAMES, OWN):
            self.preset.addItem(preset_title(name), name)
            place = self.preset.count() - 1
            self.preset.setItemData(place, inert(preset_words(name)), Qt.ItemDataRole.ToolTipRole)
        allow_only(self.preset, PRESET_NAMES)
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(LINES * self.fontMetrics().height())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.choices = {field.name: make_choice(field) for field in _FIELDS}
        self._lay_out()
        self.preset.activated.connect(self._choose_preset)
        for name, box in self.choices.items():
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # all are words
            box.activated.connect(partial(self._choose, name))
        form.changed.connect(self.show_form)
        self.show_form()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.addWidget(quiet_label(self.tr("&Preset"), self.preset), 0, 0)
        grid.addWidget(self.preset, 0, 1)
        grid.addWidget(quiet_label(self.tr("Architect&ure"), self.network), 1, 0)
        grid.addWidget(self.network, 1, 1)
        grid.addWidget(self.words, 2, 0, 1, 2)
        for row, field in enumerate(_FIELDS, 3):
            box = self.choices[field.name]
            grid.addWidget(quiet_label(field_text(field.title), box), row, 0)
            grid.addWidget(box, row, 1)

    @Slot()
    def show_form(self) -> None:
        """Show the form's present choices, and enable what suits them."""
        config = self._form.config
        self.preset.setCurrentIndex(self.preset.findData(self._form.preset))
        self.network.show_form()
        self.words.setText(departure(self._form.architecture))
        for name, box in self.choices.items():
            set_quietly(box, config.field(name))
            permit(box, why_not(config, name))

    @Slot(int)
    def _choose_preset(self, place: int) -> None:
        self._form.choose_preset(self.preset.itemData(place))

    def _choose(self, name: str, place: int) -> None:
        self._form.set(**{name: self.choices[name].itemData(place)})


_FIELDS = (SEES_FIELD, FIRST_WEIGHTS_FIELD)
