"""The row of workspaces at the left end of the toolbar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QSizePolicy

from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.widgets.quiet_tabs import QuietTabs
from lenet_gui.gui.wording.phrases import literal, plain
from lenet_gui.gui.workspaces import WORKSPACES


class WorkspaceTabs(QuietTabs):
    """Marks the workspace that is seen; emits a signal when another one is chosen."""

    chosen = Signal(str)  # name of a workspace

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workspace-tabs")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for _ in WORKSPACES:
            self.addTab("")
        self._name()
        self.clicked.connect(self._choose)
        self.rested.connect(self._choose)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        """Say everything in the language that is in use now."""
        translate = QCoreApplication.translate
        self.setAccessibleName(self.tr("Workspaces"))
        for place, workspace in enumerate(WORKSPACES):
            title = plain(translate("Workspace", workspace.title))
            tip = " · ".join((translate("Workspace", workspace.tip), workspace.key))
            self.setTabText(place, literal(title))
            self.setTabToolTip(place, inert(tip))
            self.setTabWhatsThis(place, inert(tip))
            self.setAccessibleTabName(place, title)

    @Slot(int)
    def _choose(self, place: int) -> None:
        self.chosen.emit(WORKSPACES[place].name)

    @Slot(str)
    def mark_workspace(self, name: str) -> None:
        """Mark a workspace as the one that is seen."""
        for place, workspace in enumerate(WORKSPACES):
            if workspace.name == name:
                self.mark(place)
