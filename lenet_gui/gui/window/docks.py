"""The panels of their table as docks of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

from lenet_gui.gui.commands.retranslation import carry_over
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.widgets.offers import Refreshes
from lenet_gui.gui.window.dock_buttons import name_buttons, paint_buttons

if TYPE_CHECKING:
    from lenet_gui.gui.session.view_context import ViewContext

# Parts of the window: width and height of the network, height of the answer.
SIZES = 0.71, 0.65, 0.3
PROJECTOR_SIZES = 0.6, 1.0, 0.45  # for a room full of people

_AREAS = {
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}

_QT_PAINTS_ITS_BUTTONS = (
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.Show,
    QEvent.Type.WindowTitleChange,
    QEvent.Type.LayoutRequest,
)


class _Dock(QDockWidget):
    resized = Signal()
    menu_wanted = Signal(QPoint)  # on the screen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _QT_PAINTS_ITS_BUTTONS:
            paint_buttons(self)
        return handled

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @Slot(bool)
    def bring_to_front(self, shown: bool) -> None:
        """What is shown by the menu is seen, also where there are tabs."""
        if shown:
            self.raise_()


class Docks(QObject):
    """The docks by the names of the table, and their panels as far as they have been seen."""

    menu_wanted = Signal(str, QPoint)  # name, place on the screen

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context: ViewContext | None = None  # until ``fill``
        window.setDockNestingEnabled(True)
        window.setAnimated(False)  # docks are where they belong at once
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self._resizing.setInterval(0)
        self._resizing.timeout.connect(self._follow_window)
        self._size = window.size()
        self._parts: dict[str, tuple[float, float]] = {}
        self.docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, QWidget] = {}
        self._joined: set[str] = set()  # docks that have been put beside another one
        for panel in PANELS:
            dock = _Dock(QCoreApplication.translate("Panel", panel.title), window)
            dock.resized.connect(self._note_sizes)
            dock.menu_wanted.connect(partial(self.menu_wanted.emit, panel.name))
            dock.setObjectName(f"dock-{panel.name}")
            name_buttons(dock)
            paint_buttons(dock)
            dock.setWidget(QWidget())  # until the panel is made
            dock.visibilityChanged.connect(partial(self._fill, panel))
            dock.toggleViewAction().triggered.connect(dock.bring_to_front)
            self.docks[panel.name] = dock
            if panel.beside:
                dock.visibilityChanged.connect(partial(self._join, panel))
        self._arrange()
        self._share_space()
        self._first = window.saveState()  # arranging again would leave tab bars behind

    def panel(self, name: str) -> QWidget:
        """A panel, made if it was not yet."""
        self._fill(next(panel for panel in PANELS if panel.name == name))
        return self.panels[name]

    def _fill(self, panel: Panel, visible: bool = True) -> None:
        """Make the panel of a dock when it is first seen, and there is something to show."""
        if visible and panel.name not in self.panels and self._context is not None:
            dock = self.docks[panel.name]
            placeholder = dock.widget()
            made = self.panels[panel.name] = panel.make(self._context)
            dock.setWidget(made)
            placeholder.deleteLater()
            if isinstance(made, Refreshes):  # behind another tab it is not hidden: it gets no event
                dock.visibilityChanged.connect(made.refresh)

    def retranslate(self) -> None:
        """Titles in the language that is in use now, and panels made anew."""
        self.explain()
        for panel in PANELS:
            dock = self.docks[panel.name]
            dock.setWindowTitle(QCoreApplication.translate("Panel", panel.title))
            name_buttons(dock)
            former = self.panels.pop(panel.name, None)
            if former is not None:
                self._fill(panel)
                carry_over(former, self.panels[panel.name])

    def explain(self) -> None:
        """What the entries of the docks in the View menu do."""
        tip = QCoreApplication.translate("Panel", "Show or hide this panel")
        for dock in self.docks.values():
            dock.toggleViewAction().setStatusTip(tip)

    def fill(self, context: ViewContext) -> None:
        """Make the panels of all docks that are seen, now and when another is."""
        self._context = context
        for panel in PANELS:
            self._fill(panel, is_seen(self.docks[panel.name]))

    def _arrange(self) -> None:
        window, first_tab = self._window, dict[str, QDockWidget]()
        for panel in PANELS:
            dock = self.docks[panel.name]
            window.addDockWidget(_AREAS[panel.area], dock)
            if panel.beside:
                dock.hide()
            elif panel.below in first_tab:
                window.tabifyDockWidget(first_tab[panel.below], dock)
            elif panel.below:
                window.splitDockWidget(self.docks[panel.below], dock, Qt.Orientation.Vertical)
                first_tab[panel.below] = dock
        for dock in first_tab.values():
            dock.raise_()

    def bring(self, name: str) -> None:
        """Show a dock, in front of those that it shares its place with."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        self.panel(name)  # what is done next may concern it

    def _join(self, panel: Panel, visible: bool) -> None:
        """A dock that is seen for the first time takes its place beside another."""
        if not visible:
            return
        dock, other = self.docks[panel.name], self.docks[panel.beside]
        alone = not dock.isFloating() and not self._window.tabifiedDockWidgets(dock)
        if alone and panel.name not in self._joined and not other.isHidden():
            self._window.tabifyDockWidget(other, dock)
            dock.raise_()
        self._joined.add(panel.name)

    def show_only(self, names: tuple[str, ...]) -> None:
        """Those docks share the place beside the page and below it; the others are hidden."""
        for name, dock in self.docks.items():
            dock.setFloating(False)
            dock.setVisible(name in names)
        self._share_space(PROJECTOR_SIZES)

    def reset(self) -> None:
        """Every panel where it was at first."""
        self._joined.clear()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        bars = self._window.findChildren(QTabBar, options=direct)
        self._window.restoreState(self._first)
        for bar in bars:  # Qt has made others, and leaves these where they were
            bar.hide()
        self._share_space()

    def keep_proportions(self) -> None:
        """The window was resized: docks grow and shrink with it, as soon as Qt's own layout,
        which would give everything to the page, is done."""
        self._resizing.start()

    @Slot()
    def _note_sizes(self) -> None:
        """Remember what part of the window docks have, unless it is the window that changes."""
        size = self._window.size()
        if size == self._size:
            for name, dock in self.docks.items():
                if is_seen(dock) and not dock.isFloating():
                    self._parts[name] = dock.width() / size.width(), dock.height() / size.height()

    def parts(self) -> str:
        """What parts of the window docks have, for the settings."""
        import json

        return json.dumps({n: [round(p, 4) for p in both] for n, both in self._parts.items()})

    def take_parts(self, text: str) -> None:
        """Have docks as large as they were. Qt restores pixels, and only later the window's size,
        where that filled the screen. Raises ValueError."""
        import json

        found = json.loads(text)
        if not isinstance(found, dict):
            raise ValueError(text)
        for name, both in found.items():
            width, height = map(float, both)
            if name in self.docks and 0 < width <= 1 and 0 < height <= 1:
                self._parts[name] = width, height
        self._size = QSize()  # until the window has its size, nothing is anybody's wish

    def _follow_window(self) -> None:
        self._size = size = self._window.size()
        docked = {
            name: dock
            for name, dock in self.docks.items()
            if name in self._parts and is_seen(dock) and not dock.isFloating()
        }
        below = [n for n, d in docked.items() if self._window.dockWidgetArea(d) == _AREAS["bottom"]]
        # One dock of each column: a second one would be another wish for the same width.
        columns = {dock.x(): name for name, dock in docked.items() if name not in below}
        self._window.resizeDocks(
            [docked[name] for name in columns.values()],
            [round(self._parts[name][0] * size.width()) for name in columns.values()],
            Qt.Orientation.Horizontal,
        )
        self._window.resizeDocks(
            [docked[name] for name in below],
            [round(self._parts[name][1] * size.height()) for name in below],
            Qt.Orientation.Vertical,
        )

    def _share_space(self, sizes: tuple[float, float, float] = SIZES) -> None:
        """Sizes in proportion to the window: the network's, and the height of the answer."""
        window = self._window
        width, height = window.width(), window.height()
        network, answer, stages = (self.docks[name] for name in ("network", "answer", "stages"))
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        network_width, network_height, answer_height = sizes
        window.resizeDocks([network], [int(width * network_width)], across)
        window.resizeDocks([answer], [int(height * answer_height)], down)
        heights = [int(height * network_height), int(height * (1 - network_height)) + 1]
        window.resizeDocks([network, stages], heights, down)


def is_seen(dock: QDockWidget) -> bool:
    """Not hidden, nor behind another tab, which Qt calls visible, too."""
    return not dock.visibleRegion().isEmpty()
