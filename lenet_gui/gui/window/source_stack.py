"""The sources in the middle of the window, one at a time, each made when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lenet_gui.gui.commands.retranslation import carry_over
from lenet_gui.gui.drawing.blank_page import BlankPage
from lenet_gui.gui.sources import SOURCES

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session


class SourceStack(QStackedWidget):
    """A blank page until there is a session."""

    failed = Signal(object)  # an error of a source

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(BlankPage())
        self.session: Session | None = None
        self.made: dict[str, QWidget] = {}  # by the names of the table

    def source(self, name: str) -> QWidget:
        """The widget of a source."""
        if name not in self.made:
            assert self.session is not None
            made = next(source for source in SOURCES if source.name == name).make(self.session)
            self.made[name] = made
            self.addWidget(made)
            if hasattr(made, "failed"):
                made.failed.connect(self.failed)
        return self.made[name]

    def bring(self, name: str) -> None:
        """Show a source, and give it the keyboard."""
        widget = self.source(name)
        self.setCurrentWidget(widget)
        widget.setFocus()

    def retranslate(self) -> None:
        """Make anew what has been made, in the language that is in use now."""
        current = self.currentWidget()
        for name, former in list(self.made.items()):
            del self.made[name]
            made = self.source(name)
            carry_over(former, made)
            if former is current:
                self.setCurrentWidget(made)
            self.removeWidget(former)
            former.deleteLater()
