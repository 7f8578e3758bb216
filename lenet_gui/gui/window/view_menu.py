"""The entries of the View menu that follow tables: workspaces and panels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.workspaces import WORKSPACES

if TYPE_CHECKING:
    from lenet_gui.gui.commands.menus import Menus
    from lenet_gui.gui.window.workspaces import Workspaces

TIP = QT_TRANSLATE_NOOP("Panel", "Show or hide this panel")


class ViewMenu(QObject):
    """Marks the workspace and the panels that are seen."""

    def __init__(self, workspaces: Workspaces, menus: Menus) -> None:
        super().__init__(workspaces)
        self._workspaces, self._menus = workspaces, menus
        for workspace in WORKSPACES:
            menus.add(
                "view", f"workspace:{workspace.name}", workspace.title, workspace.tip,
                partial(workspaces.show_workspace, workspace.name),
                group="workspace", before="reset_layout", context="Workspace", key=workspace.key,
            )  # fmt: skip
        menu = menus.menus["view"]
        menu.insertSeparator(menus.actions["reset_layout"])
        for panel in PANELS:
            menus.add(
                "panels", f"panel:{panel.name}", panel.title, TIP,
                partial(workspaces.toggle, panel.name), context="Panel", key=panel.key,
            ).setCheckable(True)  # fmt: skip
        panels = menus.menus["panels"]
        menu.insertMenu(menus.actions["reset_layout"], panels)
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(0)  # then it is known what is seen
        self._marking.timeout.connect(self.mark)
        for shown in (menu, panels):
            shown.aboutToShow.connect(self.mark)
        workspaces.changed.connect(self._marking.start)
        self.mark()

    @property
    def panel_actions(self) -> list[QAction]:
        """The entries of all panels, marked if they are seen now."""
        self.mark()
        return [self._menus.actions[f"panel:{panel.name}"] for panel in PANELS]

    @Slot()
    def mark(self) -> None:
        """Mark what is seen now."""
        self._menus.actions[f"workspace:{self._workspaces.name}"].setChecked(True)
        for panel in PANELS:
            seen = self._workspaces.is_seen(panel.name)
            self._menus.actions[f"panel:{panel.name}"].setChecked(seen)
