"""The choice how stored pictures are inverted and turned, for data that does not say it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from lenet_gui.engine.data.formats.picture_forms import TURNS, PictureForm
from lenet_gui.gui.importing.words import turn_name
from lenet_gui.gui.widgets.form_parts import explain, quiet_label


class FormRow(QWidget):
    """A box to tick and a list; ``chosen`` follows each change by the user."""

    chosen = Signal(object)  # PictureForm

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.invert = QCheckBox(self.tr("&Invert"))
        self.invert.setObjectName("import-invert")
        explain(
            self.invert,
            self.tr("Invert"),
            self.tr("Take light for ink and dark for paper, or the reverse"),
        )
        self.turn = QComboBox()
        self.turn.setObjectName("import-turn")
        explain(
            self.turn,
            self.tr("Turn the pictures"),
            self.tr("Turn or mirror all pictures of the data until the digits are upright"),
        )
        for turn in TURNS:
            self.turn.addItem(turn_name(turn), turn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(quiet_label(self.tr("&Turn the pictures"), self.turn))
        layout.addWidget(self.turn)
        layout.addWidget(self.invert)
        layout.addStretch(1)
        self.invert.clicked.connect(self._choose)
        self.turn.activated.connect(self._choose)

    def show_form(self, form: PictureForm, kind: str) -> None:
        """Show the form that is in use for data of a kind of ``Dataset``.

        Stroke sets are upright, and what is ink is found in each picture of a folder.
        """
        self.setVisible(kind not in ("mnist", "strokes"))
        self.invert.setVisible(kind != "folder" or form.invert)
        blockers = [QSignalBlocker(self.invert), QSignalBlocker(self.turn)]
        self.invert.setChecked(form.invert)
        self.turn.setCurrentIndex(self.turn.findData(form.turn))
        del blockers

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(PictureForm(self.invert.isChecked(), self.turn.currentData()))
