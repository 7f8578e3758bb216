"""The panels of their table as docks of the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.session import Session

NETWORK_WIDTH, NETWORK_HEIGHT, ANSWER_HEIGHT = 0.71, 0.7, 0.3  # parts of the window

_AREAS = {
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


class Docks:
    """The docks by the names of the table, and their panels as far as they have been seen."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self._window, self._session = window, session
        window.setDockNestingEnabled(True)
        window.setAnimated(False)  # docks are where they belong at once
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, QWidget] = {}
        for panel in PANELS:
            dock = QDockWidget(QCoreApplication.translate("Panel", panel.title), window)
            dock.setObjectName(f"dock-{panel.name}")
            dock.setWidget(QWidget())  # until the panel is made
            dock.visibilityChanged.connect(partial(self._fill, panel))
            self.docks[panel.name] = dock
        self._arrange()
        self._share_space()
        self._first = window.saveState()  # arranging again would leave tab bars behind

    def panel(self, name: str) -> QWidget:
        """A panel, made if it was not yet."""
        self._fill(next(panel for panel in PANELS if panel.name == name))
        return self.panels[name]

    def _fill(self, panel: Panel, visible: bool = True) -> None:
        """Make the panel of a dock when it is first seen, and there is something to show."""
        if visible and panel.name not in self.panels and self._session.ready:
            dock = self.docks[panel.name]
            placeholder = dock.widget()
            self.panels[panel.name] = panel.make(self._session)
            dock.setWidget(self.panels[panel.name])
            placeholder.deleteLater()

    def fill(self) -> None:
        """Make the panels of all docks that are seen."""
        for panel in PANELS:
            self._fill(panel, not self.docks[panel.name].visibleRegion().isEmpty())

    def _arrange(self) -> None:
        window, first_tab = self._window, dict[str, QDockWidget]()
        for panel in PANELS:
            dock = self.docks[panel.name]
            window.addDockWidget(_AREAS[panel.area], dock)
            if panel.below in first_tab:
                window.tabifyDockWidget(first_tab[panel.below], dock)
            elif panel.below:
                window.splitDockWidget(self.docks[panel.below], dock, Qt.Orientation.Vertical)
                first_tab[panel.below] = dock
        for dock in first_tab.values():
            dock.raise_()

    def reset(self) -> None:
        """Every panel where it was at first."""
        self._window.restoreState(self._first)
        self._share_space()

    def keep_proportions(self, before: QSize, now: QSize) -> None:
        """The window was resized: all docks grow or shrink with it, not the page alone."""
        if not before.isValid() or before.isEmpty():
            return
        docked = [d for d in self.docks.values() if d.isVisible() and not d.isFloating()]
        below = [d for d in docked if self._window.dockWidgetArea(d) == _AREAS["bottom"]]
        beside = [d for d in docked if d not in below]
        across, down = now.width() / before.width(), now.height() / before.height()
        widths = [round(dock.width() * across) for dock in beside]
        heights = [round(dock.height() * down) for dock in below]
        self._window.resizeDocks(beside, widths, Qt.Orientation.Horizontal)
        self._window.resizeDocks(below, heights, Qt.Orientation.Vertical)

    def _share_space(self) -> None:
        """Sizes in proportion to the window."""
        window = self._window
        width, height = window.width(), window.height()
        network, answer, stages = (self.docks[name] for name in ("network", "answer", "stages"))
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([network], [int(width * NETWORK_WIDTH)], across)
        window.resizeDocks([answer], [int(height * ANSWER_HEIGHT)], down)
        sizes = [int(height * NETWORK_HEIGHT), int(height * (1 - NETWORK_HEIGHT))]
        window.resizeDocks([network, stages], sizes, down)
