"""What menus do with the page and the pen, and whether there is anything to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lenet_gui.gui.commands.undo_actions import UndoActions

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.window.main_window import MainWindow

PEN_STEP = 1.15


class PageCommands(QObject):
    """Behind the entries of the Edit menu; those that would do nothing are grey."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._session, self._actions = session, window.menus.actions
        self._undo: UndoActions | None = None

    def begin(self) -> None:
        """The menu is there."""
        session, actions = self._session, self._actions
        self._undo = UndoActions(session.undo_stack, actions["undo"], actions["redo"], self)
        session.eraser_changed.connect(actions["eraser"].setChecked)
        session.drawing_changed.connect(self._offer)
        session.inked.connect(self._offer)
        self._offer()

    @Slot()
    def retranslate(self) -> None:
        """The same in the language that is in use now."""
        if self._undo is not None:
            self._undo.retranslate()

    @Slot()
    def _offer(self) -> None:
        drawn = not self._session.drawing.empty
        self._actions["copy"].setEnabled(drawn)
        self._actions["clear"].setEnabled(drawn or self._session.live is not None)

    # ---- the menu

    def undo(self) -> None:
        """The stroke at hand, or the last change."""
        if not self._session.drop_stroke():
            self._session.undo_stack.undo()

    def thinner(self) -> None:
        self._session.set_pen_width(self._session.pen_width / PEN_STEP)

    def thicker(self) -> None:
        self._session.set_pen_width(self._session.pen_width * PEN_STEP)
