"""The row of workspaces at the left end of the toolbar."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QTabBar

from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.phrases import plain
from lenet_gui.gui.workspaces import WORKSPACES


class WorkspaceTabs(QTabBar):
    """Marks the workspace that is seen; emits a signal when another one is chosen."""

    chosen = Signal(str)  # name of a workspace

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workspace-tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        for _ in WORKSPACES:
            self.addTab("")
        self._name()
        self.currentChanged.connect(self._choose)

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
            tip = f"{translate('Workspace', workspace.tip)} ({workspace.key})"
            self.setTabText(place, title)
            self.setTabToolTip(place, inert(tip))
            self.setAccessibleTabName(place, title)

    def _choose(self, place: int) -> None:
        self.chosen.emit(WORKSPACES[place].name)

    @Slot(str)
    def mark(self, name: str) -> None:
        """Mark a workspace as the one that is seen."""
        for place, workspace in enumerate(WORKSPACES):
            if workspace.name == name:
                self.setCurrentIndex(place)
