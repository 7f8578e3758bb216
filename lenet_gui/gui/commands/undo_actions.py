"""Undo and redo in the menus: whether they are possible, and what they would change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QUndoStack

from lenet_gui.gui.wording.phrases import literal


class UndoActions(QObject):
    """Keeps two actions in step with an undo stack; on a toolbar their texts stay short."""

    def __init__(self, stack: QUndoStack, undo: QAction, redo: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._undo, self._redo = stack, undo, redo
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    @Slot(str)
    def _name_undo(self, what: str) -> None:
        text = self.tr("&Undo: {0}").format(literal(what)) if what else self.tr("&Undo")
        _name(self._undo, self.tr("Undo"), text)

    @Slot(str)
    def _name_redo(self, what: str) -> None:
        text = self.tr("&Redo: {0}").format(literal(what)) if what else self.tr("&Redo")
        _name(self._redo, self.tr("Redo"), text)

    @Slot()
    def retranslate(self) -> None:
        """Name both in the language that is in use now."""
        self._name_undo(self._stack.undoText())
        self._name_redo(self._stack.redoText())


def _name(action: QAction, short: str, text: str) -> None:
    action.setText(text)
    action.setIconText(short)
