"""Exports panels as pictures or tables."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.files import write_atomically
from lenet_gui.gui.glossary.parts import TERMS_OF_PARTS, show_term
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.widgets.offers import OffersTable
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.widgets.widget_pictures import picture
from lenet_gui.gui.wording.csv_tables import csv_file

if TYPE_CHECKING:
    from lenet_gui.gui.commands.menus import Menus
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.window.view_menu import ViewMenu
    from lenet_gui.gui.window.workspaces import Workspaces


class PanelExport(QObject):
    """A submenu with every panel, and the menu of each dock."""

    failed = Signal(object)  # the error
    saved = Signal(str)  # path

    def __init__(
        self,
        window: QWidget,
        workspaces: Workspaces,
        view_menu: ViewMenu,
        menus: Menus,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._workspaces, self._settings = window, workspaces, settings
        self._view_menu = view_menu
        self._actions = menus.actions
        self._background = Background(self)
        for panel in PANELS:
            name, command = f"export:{panel.name}", partial(self.export, panel.name)
            menus.add("export_panel", name, "", "", command)
        self._offer()
        workspaces.menu_wanted.connect(self._open_menu)

    @Slot()
    def retranslate(self) -> None:
        """Name the entries in the language that is in use now."""
        self._offer()

    def _action(self, name: str) -> QAction:
        return self._actions[f"export:{name}"]

    @Slot()
    def _offer(self) -> None:
        """Name the entries after the panels."""
        tip = self.tr("Save the contents of this panel as a picture or a table")
        for panel in PANELS:
            action = self._action(panel.name)
            action.setText(f"{_title(panel)} …")
            describe(action, tip)

    @Slot(str, QPoint)
    def _open_menu(self, name: str, place: QPoint) -> None:
        """Open the menu of a dock: its export, its term in the glossary, and as in Qt's own menu,
        which docks are shown."""
        menu = QMenu(self._window)
        action = menu.addAction(self.tr("&Export this panel …"))
        action.triggered.connect(partial(self.export, name))
        if name in TERMS_OF_PARTS:
            explain = menu.addAction(self.tr("E&xplain this panel"))
            explain.triggered.connect(lambda: show_term(self._window, TERMS_OF_PARTS[name][0]))
        menu.addSeparator()
        menu.addActions(self._view_menu.panel_actions)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def export(self, name: str, _checked: bool = False) -> None:
        """Ask for a file, and save a panel as PNG or SVG, or if it has figures, as CSV."""
        from lenet_gui.gui.widgets.file_choice import choose_target

        panel = self._workspaces.panel(name)
        title = _title(next(panel for panel in PANELS if panel.name == name))
        kinds = {self.tr("Picture"): (".png",), self.tr("Drawing"): (".svg",)}
        table = panel.as_csv() if isinstance(panel, OffersTable) else ""
        if table:
            kinds[self.tr("Table")] = (".csv",)
        folder = self._settings.text("folder", "")
        start = str(Path(folder) / f"{title}.png")
        target = choose_target(self._window, self.tr("Export {0}").format(title), start, kinds)
        if target is None:
            return
        self._settings.store("folder", str(target.absolute().parent))
        try:
            data = csv_file(table) if target.suffix.lower() == ".csv" else picture(panel, target)
        except BadInput as error:
            self.failed.emit(error)
            return
        self._background.start(
            lambda: write_atomically(target, data),
            lambda _nothing: self.saved.emit(str(target)),
            self.failed.emit,
        )


def _title(panel: Panel) -> str:
    return QCoreApplication.translate("Panel", panel.title)
