"""Opens the glossary, at the term that belongs to what one is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS
from lenet_gui.gui.panels import PANELS

if TYPE_CHECKING:
    from lenet_gui.gui.glossary.window import GlossaryWindow
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings


class GlossaryCommands(QObject):
    """There is at most one glossary window; it is made when it is asked for."""

    def __init__(self, window: QWidget, session: Session, settings: Settings) -> None:
        """window: its parent."""
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._last = ""  # key of the term that was read last

    def show(self) -> None:
        """Open the glossary: at the layer that is pointed at, or at the panel with the keyboard, or
        else where it was closed."""
        key = self._at_hand() or self._last
        if key:
            self.show_term(key)
        else:
            self._open()

    @Slot(str)
    def show_term(self, key: str) -> None:
        """Open the glossary at a term, or bring it to the front."""
        self._open().show_term(key)

    def link_parts(self) -> None:
        """Add links to the What's This of each part that is there: it is about to be asked for."""
        from lenet_gui.gui.glossary.help_text import link_parts

        link_parts(self._window)

    def _open(self) -> GlossaryWindow:
        from lenet_gui.gui.glossary.window import GlossaryWindow

        open_one = self._window.findChild(GlossaryWindow)
        if open_one is None:
            open_one = GlossaryWindow(self._session, self._settings, self._window)
            open_one.finished.connect(self._note_last)
        open_one.show()
        open_one.raise_()
        open_one.activateWindow()
        return open_one

    def _note_last(self) -> None:
        from lenet_gui.gui.glossary.window import GlossaryWindow

        closed = self.sender()
        if isinstance(closed, GlossaryWindow):
            self._last = closed.history.key

    def _at_hand(self) -> str:
        """Return the key of the term that belongs to what one is at; empty if there is none."""
        from lenet_gui.gui.glossary.what_is import term_of_layer

        if self._session.unit is not None:
            return term_of_layer(self._session.unit.layer)
        panels = TERMS_OF_PARTS.keys() & {panel.name for panel in PANELS}
        part = QApplication.focusWidget()
        while part is not None and part.objectName() not in panels:
            part = part.parentWidget()
        return TERMS_OF_PARTS[part.objectName()][0] if part is not None else ""
