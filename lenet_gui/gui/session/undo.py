"""Changes that can be undone. Drawings are values: a change puts one in place of another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand, QUndoStack

from lenet_gui.common.values import Drawing
from lenet_gui.gui.wording.phrases import Phrase


class Change(QUndoCommand):
    """One drawing in place of another.

    show: called with the drawing to show, and with True if that undoes the change. text: names the
    change in the menu; a Phrase follows the language of the window.
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
    """Name the changes of a stack in the language that is in use now."""
    for index in range(stack.count()):
        change = stack.command(index)
        if isinstance(change, Change):
            change.retranslate()
