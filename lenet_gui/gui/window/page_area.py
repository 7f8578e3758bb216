"""The page: a row of tabs, one for each source, and below it the source that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.widgets.quiet_tabs import QuietTabs
from lenet_gui.gui.window.source_stack import SourceStack
from lenet_gui.gui.wording.phrases import literal, plain


class PageArea(QWidget):
    """Tabs over the stack of sources; each follows what the other one shows.

    The tabs need no more than the table, so they are there with the blank page.
    """

    def __init__(self, sources: SourceStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-area")
        self._sources, self._workspace = sources, ""
        self.tabs = QuietTabs()
        self.tabs.setObjectName("source-tabs")
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a new window would give it to them
        for _ in SOURCES:
            self.tabs.addTab("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(sources, 1)
        self._name()
        self._show_tabs()
        self.tabs.clicked.connect(self._bring)
        self.tabs.rested.connect(self._turn_to)
        sources.brought.connect(self._on_brought)

    def show_for(self, workspace: str) -> None:
        """Show the tabs that belong to a workspace, and that of the source that is shown."""
        self._workspace = workspace
        self._show_tabs()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        """Say everything in the language that is in use now."""
        self.tabs.setAccessibleName(self.tr("Source of the digits"))
        for place, source in enumerate(SOURCES):
            title, tip = (
                QCoreApplication.translate("Source", text) for text in (source.title, source.tip)
            )
            self.tabs.setTabText(place, literal(plain(title)))
            self.tabs.setTabToolTip(place, inert(tip))
            self.tabs.setTabWhatsThis(place, inert(tip))

    @Slot()
    def _on_brought(self) -> None:
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show_tabs()

    def _show_tabs(self) -> None:
        shown = self._sources.name or SOURCES[0].name
        for place, source in enumerate(SOURCES):
            seen = source.name == shown or source.belongs_to(self._workspace)
            self.tabs.setTabVisible(place, seen)
        self.tabs.mark(self._sources.names.index(shown))

    @Slot(int)
    def _bring(self, place: int) -> None:
        """Show the source of a tab that was clicked, and give it the keyboard."""
        self._sources.bring(SOURCES[place].name)

    @Slot(int)
    def _turn_to(self, place: int) -> None:
        """Show the source of a tab that keys have come to; they can go on to another one."""
        self._sources.turn_to(SOURCES[place].name)
