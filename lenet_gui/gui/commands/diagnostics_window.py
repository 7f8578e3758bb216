"""Shows what a report of a fault should contain, before it is copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.gui.widgets.form_parts import explain, make_button, wrapped_label

SIZE = (760, 460)  # pixels


class DiagnosticsWindow(QDialog):
    """The text, as it will be copied, and a button that copies it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("diagnostics")
        self.setWindowTitle(self.tr("Diagnostics"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        said = self.tr(
            "This text will be copied, and nothing else. It names no files, folders, cameras or "
            "addresses; what was left out is marked with …"
        )
        self.text = QPlainTextEdit(text)
        self.text.setObjectName("diagnostics-text")
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        explain(self.text, self.tr("Diagnostics"), self.tr("Versions, and the end of the log"))
        self.copy = make_button(
            "diagnostics-copy", self.tr("&Copy"), self.tr("Copy the text to the clipboard")
        )
        self.copy.clicked.connect(self._copy)
        self.status = wrapped_label("diagnostics-status")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        explain(close, self.tr("Close"), self.tr("Close this window (Esc)"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(wrapped_label("diagnostics-words", said))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.status)
        layout.addWidget(buttons)
        self.copy.setFocus()

    def anew(self, window: QWidget) -> DiagnosticsWindow:
        """Return a window like this one in the language that is in use now."""
        return DiagnosticsWindow(self.text.toPlainText(), window)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.status.setText(self.tr("Diagnostics copied"))
