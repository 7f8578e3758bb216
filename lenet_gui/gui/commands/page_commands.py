"""Commands on the page and the pen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lenet_gui.gui.commands.undo_actions import UndoActions

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from lenet_gui.gui.session.session import Session

PEN_STEP = 1.15  # factor: about 19 steps from the thinnest to the thickest pen


class PageCommands(QObject):
    """Commands of the Edit menu; the entries that would do nothing are disabled."""

    def __init__(self, session: Session, actions: Mapping[str, QAction], parent: QObject) -> None:
        """actions: of the menus by their names; they may be made later."""
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._undo: UndoActions | None = None

    def begin(self) -> None:
        """Follow the session; the actions of the menu must be there."""
        session, actions = self._session, self._actions
        self._undo = UndoActions(session.undo_stack, actions["undo"], actions["redo"], self)
        session.eraser_changed.connect(actions["eraser"].setChecked)
        session.drawing_changed.connect(self._offer)
        session.inked.connect(self._offer)
        self._offer()

    @Slot()
    def retranslate(self) -> None:
        """Name undo and redo in the language that is in use now."""
        if self._undo is not None:
            self._undo.retranslate()

    @Slot()
    def _offer(self) -> None:
        """Enable the actions for which there is something on the page."""
        drawn = not self._session.drawing.empty or self._session.live is not None
        for name in ("copy", "clear"):
            self._actions[name].setEnabled(drawn)

    # ---- the menu

    def undo(self) -> None:
        """Discard the stroke in progress, or undo the last change."""
        if not self._session.drop_stroke():
            self._session.undo_stack.undo()

    def thinner(self) -> None:
        self._session.set_pen_width(self._session.pen_width / PEN_STEP)

    def thicker(self) -> None:
        self._session.set_pen_width(self._session.pen_width * PEN_STEP)
