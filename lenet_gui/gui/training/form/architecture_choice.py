"""A box to choose the architecture to train."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QComboBox

from lenet_gui.common.printable import visible
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.architectures import ARCHITECTURES
from lenet_gui.gui.training.form.form import TrainingForm
from lenet_gui.gui.widgets.plain_text import inert


def departure(architecture: Architecture) -> str:
    """Return how an architecture differs from the one of 1998, in the language in use."""
    text = architecture.departure or architecture.summary
    return QCoreApplication.translate("Architecture", text) if text else ""


class ArchitectureBox(QComboBox):
    """The architectures of the table, and that of a network which the training starts from."""

    def __init__(self, form: TrainingForm) -> None:
        super().__init__()
        self._form = form
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setIconSize(QSize(0, 0))  # there are none, but room would be kept for them
        for name, made in ARCHITECTURES.items():
            self._add(name, made)
        self.activated.connect(self._choose)

    def _add(self, name: str, made: Architecture) -> None:
        self.addItem(visible(name), name)
        place = self.count() - 1
        self.setItemData(place, inert(departure(made)), Qt.ItemDataRole.ToolTipRole)

    def show_form(self) -> None:
        """Show the form's present choice."""
        name = self._form.config.architecture
        while self.count() > len(ARCHITECTURES):
            self.removeItem(self.count() - 1)
        if name not in ARCHITECTURES:
            self._add(name, self._form.architecture)
        self.setCurrentIndex(self.findData(name))

    def _choose(self, place: int) -> None:
        self._form.choose_network(self.itemData(place))
