"""The panels of their table as docks of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.session import Session

NETWORK_WIDTH, NETWORK_HEIGHT, ANSWER_HEIGHT = 0.71, 0.7, 0.3  # parts of the window


class Docks:
    """The docks and their panels, by the names of the table."""

    def __init__(self, window: QMainWindow, session: Session) -> None:
        self._window = window
        window.setDockNestingEnabled(True)
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        self.docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, QWidget] = {}
        for panel in PANELS:
            dock = QDockWidget(QCoreApplication.translate("Panel", panel.title), window)
            dock.setObjectName(f"dock-{panel.name}")
            self.panels[panel.name] = panel.make(session)
            dock.setWidget(self.panels[panel.name])
            self.docks[panel.name] = dock
        self.reset()

    def reset(self) -> None:
        """Every panel where it was at first."""
        window, first_tab = self._window, dict[str, QDockWidget]()
        for panel in PANELS:
            dock = self.docks[panel.name]
            dock.setFloating(False)
            window.addDockWidget(panel.area, dock)
            if panel.below in first_tab:
                window.tabifyDockWidget(first_tab[panel.below], dock)
            elif panel.below:
                window.splitDockWidget(self.docks[panel.below], dock, Qt.Orientation.Vertical)
                first_tab[panel.below] = dock
            dock.show()
        for dock in first_tab.values():
            dock.raise_()
        width, height = window.width(), window.height()
        network, answer = self.docks["network"], self.docks["answer"]
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([network], [int(width * NETWORK_WIDTH)], across)
        window.resizeDocks([answer], [int(height * ANSWER_HEIGHT)], down)
        sizes = [int(height * NETWORK_HEIGHT), int(height * (1 - NETWORK_HEIGHT))]
        window.resizeDocks([network, *first_tab.values()], sizes, down)
