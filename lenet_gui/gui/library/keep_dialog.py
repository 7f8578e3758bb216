"""The dialog that asks for the name and a note of a trained network to keep."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.checkpoints.library_entries import MAX_NAME_LENGTH, checked_name
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label


class KeepDialog(QDialog):
    """Emits ``wanted`` when Keep is pressed and the name is valid.

    It stays open until ``accept``, so that a name that is taken can be changed.
    """

    wanted = Signal(str, str)  # name, note

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keep-dialog")
        self.setWindowTitle(self.tr("Keep the network"))
        self.name = QLineEdit(name)
        self.name.setObjectName("keep-name")
        self.name.setMaxLength(MAX_NAME_LENGTH)
        self.name.selectAll()
        explain(
            self.name,
            self.tr("Name"),
            self.tr("The name under which it appears in the list of networks"),
        )
        self.note = QPlainTextEdit()
        self.note.setObjectName("keep-note")
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(90)
        self.note.setPlaceholderText(self.tr("What you tried, and the outcome"))
        explain(self.note, self.tr("Note"), self.tr("A note for yourself, saved with the network"))
        self.trouble = wrapped_label("keep-trouble")
        self.trouble.hide()
        keep, cancel = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(keep | cancel)
        self.keep = self.buttons.button(keep)
        self.keep.setText(self.tr("&Keep"))
        explain(self.keep, self.tr("Keep"), self.tr("Add it to the library"))
        explain(
            self.buttons.button(cancel),
            self.tr("Cancel"),
            self.tr("Do not keep it yet; you can keep it later"),
        )
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("N&ote"), self.note)
        form.addRow(self.trouble)
        form.addRow(self.buttons)
        self.setMinimumWidth(420)

    @Slot()
    def _keep(self) -> None:
        try:
            name = checked_name(self.name.text())
        except BadInput as error:
            self.show_trouble(error)
            return
        self.keep.setEnabled(False)
        self.wanted.emit(name, self.note.toPlainText())

    def show_trouble(self, error: Exception) -> None:
        """Show an error about the name or the note, and let the user try again."""
        self.keep.setEnabled(True)
        self.trouble.setText(sentence(error))
        self.trouble.show()
        self.name.setFocus()
