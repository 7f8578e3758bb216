"""What can be undone: drawings are values, so a change is one in place of another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from lenet_gui.common.values import Drawing
from lenet_gui.gui.wording.phrases import Phrase


class Change(QUndoCommand):
    """show: called with the drawing that is to be seen, and whether that is an undo.

    text: what the menu calls it; a phrase can be said again in another language.
    """

    def __init__(
        self,
        show: Callable[[Drawing, bool], None],
        text: Phrase | str,
        before: Drawing,
        after: Drawing,
    ) -> None:
        super().__init__(str(text))
        self._show, self._text, self._before, self._after = show, text, before, after

    def redo(self) -> None:
        self._show(self._after, False)

    def undo(self) -> None:
        self._show(self._before, True)

    def retranslate(self) -> None:
        self.setText(str(self._text))


def retranslate_changes(stack: QUndoStack) -> None:
    """What can be undone, in the language that is in use now."""
    for index in range(stack.count()):
        change = stack.command(index)
        if isinstance(change, Change):
            change.retranslate()
