"""The sources in the middle of the window, one at a time, each made when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lenet_gui.gui.commands.retranslation import carry_over
from lenet_gui.gui.drawing.blank_page import BlankPage
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.widgets.offers import TellsFailures

if TYPE_CHECKING:
    from lenet_gui.gui.session.view_context import ViewContext

_Kind = TypeVar("_Kind", bound=QWidget)


class SourceStack(QStackedWidget):
    """Shows one source; until ``begin``, a blank page."""

    failed = Signal(object)  # an error of a source
    brought = Signal(str)  # name of the source that is shown now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(BlankPage())
        self._context: ViewContext | None = None
        self._first = SOURCES[0].name  # what ``begin`` shows
        self.made: dict[str, QWidget] = {}  # by the names of the table
        self.names = tuple(source.name for source in SOURCES)

    def begin(self, context: ViewContext) -> None:
        """Show the first source, or the one asked for meanwhile; make all with ``context``."""
        self._context = context
        self.bring(self._first)

    @property
    def shown(self) -> QWidget:
        """The widget that is seen: a source, or the blank page."""
        widget = self.currentWidget()
        assert widget is not None
        return widget

    @property
    def name(self) -> str:
        """The name of the source that is shown; empty while there is none."""
        shown = self.currentWidget()
        return next((name for name, widget in self.made.items() if widget is shown), "")

    def source(self, name: str) -> QWidget:
        """Return the widget of a source, which is made if it was not yet."""
        if name not in self.made:
            assert self._context is not None
            made = next(source for source in SOURCES if source.name == name).make(self._context)
            self.made[name] = made
            self.addWidget(made)
            if isinstance(made, TellsFailures):
                made.failed.connect(self.failed)
        return self.made[name]

    def typed(self, name: str, kind: type[_Kind]) -> _Kind:
        """Return the widget of a source, of which the class is known."""
        widget = self.source(name)
        assert isinstance(widget, kind)
        return widget

    def bring(self, name: str) -> None:
        """Show a source, and give it the keyboard."""
        self.turn_to(name)
        if self._context is not None:
            self.shown.setFocus()

    def turn_to(self, name: str) -> None:
        """Show a source, and leave the keyboard where it is. Before ``begin``, it waits for it."""
        if self._context is None:
            self._first = name
            return
        self.setCurrentWidget(self.source(name))
        self.brought.emit(name)

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
